// What the reader's choices let through: computed once a change, read by the map, the legend, the table and the figures.

/** Records of the shown view, the roadmap's lifted buildings at the standard; null for a building that is not in it. */
let records = []
let linkRecords = []
/** Places of buildings that the steps so far lift → the step; links that they raise → what to. */
let lifted = new Map()
let raised = new Map()
/** Buildings of the chosen place; of those, what the search finds; of those, what the legend shows. */
let placed = []
let found = []
let shown = []
let shownSet = new Set()

const recordOf = (item) => records[item.i]
const linkRecordOf = (link) => linkRecords[link.i]
const isHere = (item) =>
  (state.region === null || item.region === state.region) && (state.board === null || item.board === state.board)

/** In service in the shown view: a scenario may open links that are only planned. */
const inService = (link) => link.status === 'operational' || linkRecordOf(link).load !== null
/** A link in service that is asked for more than it should carry, and that no step raises. */
const overloaded = (link) =>
  inService(link) && !raised.has(link) && ['critical', 'short', 'tight'].includes(linkRecordOf(link).level)

function boardsIn(region) {
  const here = buildings.filter((item) => item.board !== null && (region === null || item.region === region))
  return [...new Set(here.map(({ board }) => board))]
}

function readRoadmap() {
  lifted = new Map()
  raised = new Map()
  data.roadmap.slice(0, state.step).forEach((row, step) => {
    for (const building of row.buildings) lifted.set(building, step + 1)
    for (let i = 0; i < row.links.length; i += 3) raised.set(links[row.links[i]], bits(row.links[i + 2]))
  })
}

/** A building after the upgrades that it waits for: what it receives is at least what it needs. */
function atStandard(record) {
  const share = Math.max(record.demand ?? 0, record.share ?? 0)
  const perPupil = record.pupils ? share / record.pupils : null
  return {
    ...record,
    level: 'ok',
    lifted: true,
    share,
    ratio: Math.max(1, record.ratio ?? 0),
    perPupil,
    bottleneck: null,
  }
}

/** Place of a building → the step that lifts it. */
const stepOfBuilding = new Map(
  data.roadmap.flatMap(({ buildings: all }, i) => all.map((building) => [building, i + 1])),
)

function select() {
  const view = shownView()
  readRoadmap()
  records = view.buildings
  if (lifted.size > 0)
    records = records.map((record, i) => (record !== null && lifted.has(i) ? atStandard(record) : record))
  linkRecords = view.links
  const colours = mode()
  const words = folded(state.query).split(' ')
  const hidden = new Set(state.hidden)
  // What a scenario closes is shown where changes are.
  const exists = (item) => recordOf(item) !== null || (comparing() && viewOf('main').buildings[item.i] !== null)
  placed = buildings.filter((item) => exists(item) && isHere(item))
  const ranks = new Map(colours.classes.map(({ id }, i) => [id, i]))
  for (const item of placed) {
    item.group = colours.classOf(item, toldRecord(item))
    item.rank = ranks.get(item.group)
  }
  found = state.query === '' ? placed : placed.filter((item) => words.every((word) => wordsOf(item).includes(word)))
  shown = hidden.size === 0 ? found : found.filter((item) => !hidden.has(item.group))
  shownSet = new Set(shown)
}

/** The record that is told of a building: where the shown view has none, how it is in the first that has one. */
const toldRecord = (item) =>
  recordOf(item) ?? viewIds.map((id) => viewOf(id).buildings[item.i]).find((record) => record !== null)

/** True when the search and the place let a link, a POP or a territory through. */
function lets(item) {
  if (item.type === 'building') return shownSet.has(item)
  const words = folded(state.query).split(' ')
  if (state.query !== '' && !words.every((word) => wordsOf(item).includes(word))) return false
  if (state.region === null && state.board === null) return true
  if (item.type === 'territory') return placed.some(({ board }) => board === item.board)
  if (item.type === 'pop') return true
  return [item.a, item.b].some((end) => buildingByCode.has(end) && isHere(buildingByCode.get(end)))
}
