// What the reader has asked to see. All of it is in the address, so that a view can be sent; whatever is there is taken
// with care, as anybody may have written it.

const START = {
  region: null,
  board: null,
  mode: 'level',
  view: 'main',
  compare: 'after',
  hidden: [],
  query: '',
  chosen: null,
  step: 0,
  tab: 'buildings',
  sort: null,
  at: null,
}
let state = { ...START, language: data.language }

const COMPARISONS = ['after', 'before', 'change']
const TABS = ['buildings', 'links', 'pops', 'territories']
const regions = new Set(buildings.map(({ region }) => region).filter((region) => region !== null))
const boards = new Set(buildings.map(({ board }) => board).filter((board) => board !== null))

function itemOf(kind, id) {
  if (kind === 'building') return buildingByCode.get(id) ?? null
  return kind === 'link' ? (linkById.get(id) ?? null) : null
}

const oneOf = (value, allowed, otherwise) => (allowed.includes(value) ? value : otherwise)

function placeAt(text) {
  const numbers = (text ?? '').split(',').map(Number)
  const [lat, lon, zoom] = numbers
  const sound = numbers.length === 3 && numbers.every(Number.isFinite)
  return sound && Math.abs(lat) <= 85 && Math.abs(lon) <= 180 && zoom >= 4 && zoom <= 16 ? { lat, lon, zoom } : null
}

/** The state that an address tells; what it does not tell, or tells wrong, is as at the start. */
function stateOf(address) {
  const said = new URLSearchParams(address.replace(/^#/, ''))
  const get = (key) => said.get(key)
  const [kind = '', ...id] = (get('chosen') ?? '').split(':')
  const [key = '', way = ''] = (get('sort') ?? '').split('.')
  const wanted = {
    region: regions.has(get('region')) ? get('region') : null,
    board: boards.has(get('board')) ? get('board') : null,
    mode: get('mode') ?? START.mode,
    view: oneOf(get('view'), viewIds, START.view),
    compare: oneOf(get('compare'), COMPARISONS, START.compare),
    hidden: [...new Set((get('hidden') ?? '').split('.').filter((each) => /^[a-z0-9-]{1,20}$/.test(each)))],
    query: (get('q') ?? '').slice(0, 200),
    chosen: itemOf(kind, id.join(':')),
    step: Math.trunc(Number(get('step'))) || 0,
    tab: oneOf(get('tab'), TABS, START.tab),
    sort: /^[a-zA-Z]{1,30}$/.test(key) && ['up', 'down'].includes(way) ? { key, way } : null,
    at: placeAt(get('at')),
    language: oneOf(get('lang'), LANGUAGES, data.language),
  }
  return settled(wanted)
}

/** A state without what does not go together. */
function settled(wanted) {
  const next = { ...wanted }
  next.step = Math.max(0, Math.min(data.roadmap.length, next.step))
  if (next.view !== 'main') next.step = 0
  else next.compare = 'after'
  next.mode = oneOf(next.mode, MODE_IDS, START.mode)
  if (next.board !== null && next.region !== null && !boardsIn(next.region).includes(next.board)) next.board = null
  return next
}

function addressOf(from) {
  const told = new URLSearchParams()
  const tell = (key, value, usual) => {
    if (value !== usual && value !== null && value !== '') told.set(key, value)
  }
  tell('region', from.region, null)
  tell('board', from.board, null)
  tell('mode', from.mode, START.mode)
  tell('view', from.view, START.view)
  tell('compare', from.compare, START.compare)
  tell('hidden', from.hidden.join('.'), '')
  tell('q', from.query, '')
  tell('chosen', from.chosen === null ? null : `${from.chosen.type}:${from.chosen.id}`, null)
  tell('step', from.step === 0 ? null : String(from.step), null)
  tell('tab', from.tab, START.tab)
  tell('sort', from.sort === null ? null : `${from.sort.key}.${from.sort.way}`, null)
  tell('lang', from.language, data.language)
  const { at } = from
  tell('at', at === null ? null : `${at.lat.toFixed(4)},${at.lon.toFixed(4)},${at.zoom}`, null)
  return told.toString()
}

/** Writes the address: a step to come back from, or in the place of the last. */
function writeAddress(how) {
  const address = `#${addressOf(state)}`
  if (address === (location.hash || '#')) return
  try {
    if (how === 'push') history.pushState(null, '', address)
    else history.replaceState(null, '', address)
  } catch {
    // Where the page may not write its history, it works all the same.
  }
}

let pending = 0
/** Writes the address a little later: for what changes with each key or each pixel. */
function writeAddressSoon() {
  clearTimeout(pending)
  pending = setTimeout(() => writeAddress('replace'), 300)
}

/**
 * Changes what is seen, and shows it. `how`: `push` is a step to come back from, `soon` is written when the reader pauses.
 * `from` says where the reader did it: map, table, card, keyboard.
 */
function change(patch, { how = 'push', from = null } = {}) {
  const before = state
  state = settled({ ...state, ...patch })
  show(before, from)
  if (how === 'soon') writeAddressSoon()
  else {
    clearTimeout(pending)
    writeAddress(how)
  }
}

addEventListener('popstate', () => {
  const before = state
  state = stateOf(location.hash)
  show(before, 'address')
})
