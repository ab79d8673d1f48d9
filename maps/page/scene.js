// The data as objects again, and what is looked up by code.

function unpack({ columns, rows, places }) {
  return rows.map((row, i) => ({
    ...Object.fromEntries(columns.map((column, c) => [column, row[c]])),
    place: places[i],
  }))
}

const buildings = unpack(data.buildings)
const wanLinks = unpack(data.wanLinks)
const territories = unpack(data.territories)
const pops = unpack(data.pops)

const byKey = (items, key) => new Map(items.map((item) => [item[key], item]))
const buildingByCode = byKey(buildings, 'building')
const linkById = byKey(wanLinks, 'id')
const popById = byKey(pops, 'id')

const schoolName = (code) => data.schools[code] ?? code
const boardName = (code) => (code === null ? NONE : (data.boards[code] ?? code))
const linkName = (id) => linkById.get(id)?.name ?? id
const endName = (code) => buildingByCode.get(code)?.name ?? popById.get(code)?.name ?? code
const ends = (link) => `${endName(link.a)} – ${endName(link.b)}`

const inService = (link) => link.status === 'operational'
/** A link in service that is asked for more than it should carry. */
const overloaded = (link) => inService(link) && ['critical', 'short', 'tight'].includes(link.level)

/** What is drawn last is seen: the worst on top. */
const DRAWING_ORDER = ['ok', 'unknown', 'tight', 'unlinked', 'short', 'critical']
const severity = (item) => DRAWING_ORDER.indexOf(item.level)

const sum = (values) => {
  const known = values.filter((value) => value !== null && value !== undefined)
  return known.length === 0 ? null : known.reduce((total, value) => total + value, 0)
}

for (const item of buildings) {
  const words = [item.name, item.building, item.municipality, item.mrc, item.region, boardName(item.board)]
  item.words = folded([...words, ...item.schools, ...item.schools.map(schoolName)].filter(Boolean).join(' '))
}
for (const item of wanLinks) {
  item.words = folded(
    [item.id, item.name, item.provider, item.network, item.a, item.b, ends(item)].filter(Boolean).join(' '),
  )
}
for (const item of pops) item.words = folded([item.id, item.name, item.network].filter(Boolean).join(' '))
for (const item of territories) item.words = folded([item.board, item.name].join(' '))

/** What the reader has asked to see, and what is chosen. `onChange` runs the listeners. */
const view = {
  query: '',
  hiddenLevels: new Set(),
  selected: null,
  listeners: [],
  onChange(listener) {
    this.listeners.push(listener)
  },
  changed(what) {
    for (const listener of this.listeners) listener(what)
  },
  /** True when the search and the legend let an item through. */
  lets(item) {
    const hidden = item.building !== undefined && this.hiddenLevels.has(item.level)
    return !hidden && this.query.split(' ').every((word) => item.words.includes(word))
  },
}
