// The data as objects again, and what is looked up by code. Rates are in bits per second, parts are of 1.

const shared = (place) => (place < 0 ? null : data.shared[place])
const bits = (kilobits) => (kilobits === null || kilobits === undefined ? null : kilobits * 1000)
const part = (tenThousandths) => (tenThousandths === null ? null : tenThousandths / 10_000)
const degrees = ([lon, lat]) => [lon / 1e5, lat / 1e5]

const boardNames = new Map(Object.entries(data.boards))
const boardName = (code) => (code === null ? NONE : (boardNames.get(code) ?? code))
const schools = data.schools.map(([code, name, pupils, isSmall]) => ({ code, name, pupils, isSmall: isSmall === 1 }))

const buildings = data.buildings.code.map((code, i) => {
  const columns = data.buildings
  return {
    type: 'building',
    i,
    id: code,
    name: columns.name[i],
    municipality: shared(columns.municipality[i]),
    mrc: shared(columns.mrc[i]),
    region: shared(columns.region[i]),
    board: shared(columns.board[i]),
    schools: columns.schools[i].map((entry) => {
      const [at, share] = Array.isArray(entry) ? entry : [entry, 10_000]
      return { ...schools[at], part: share === null ? null : share / 10_000 }
    }),
    place: columns.place[i] === null ? null : degrees(columns.place[i]),
    devices: columns.devices[i] ?? null,
    overridden: columns.overridden[i] ?? [],
    target: columns.equipment.target?.[i] ?? null,
    inService: columns.equipment.in_service?.[i] ?? null,
    missing: columns.equipment.shortfall?.[i] ?? null,
  }
})

const pops = data.pops.map(([id, name, network, kind, place]) => ({ type: 'pop', id, name, network, kind, place }))

const byCode = (items) => new Map(items.map((item) => [item.id, item]))
const buildingByCode = byCode(buildings)
const popById = byCode(pops)
const placeOf = (code) => buildingByCode.get(code)?.place ?? popById.get(code).place

const links = data.links.id.map((id, i) => {
  const columns = data.links
  const measure = data.measures[i]
  return {
    type: 'link',
    i,
    id,
    name: columns.name[i],
    a: columns.a[i],
    b: columns.b[i],
    provider: shared(columns.provider[i]),
    network: shared(columns.network[i]),
    medium: shared(columns.medium[i]),
    status: shared(columns.status[i]),
    role: shared(columns.role[i]),
    contractEnd: columns.contractEnd[i] ?? null,
    source: columns.source[i] ?? null,
    down: bits(columns.down[i]),
    up: bits(columns.up[i]),
    cost: columns.cost[i],
    overridden: columns.overridden[i] ?? [],
    lines: linesOf(i),
    measure: measure === undefined ? null : measureOf(measure),
  }
})

/** A straight link is drawn between what it joins: a building, or for want of one, a POP. */
function linesOf(i) {
  const drawn = data.links.place[i]
  if (drawn === 0) return [[placeOf(data.links.a[i]), placeOf(data.links.b[i])]]
  return drawn === null ? null : drawn.map((line) => line.map(degrees))
}

function measureOf([down, up, use, headroom, months, since, until, days]) {
  return { down: bits(down), up: bits(up), use: part(use), headroom: bits(headroom), months, since, until, days }
}

const territories = data.territories.map(([board, name, tongue, pupils, place], i) => ({
  type: 'territory',
  i,
  id: board,
  board,
  name,
  tongue,
  pupils,
  place,
}))

const linkById = byCode(links)
const schoolByCode = new Map(schools.map((school) => [school.code, school]))

const linkName = (link) => link.name ?? link.id
const endName = (code) => buildingByCode.get(code)?.name ?? popById.get(code)?.name ?? code
const ends = (link) => `${endName(link.a)} – ${endName(link.b)}`
const nameOf = (item) => (item.type === 'link' ? linkName(item) : item.name)

/** What a reason is about, by name where the page has one. */
function thingName(code) {
  const link = linkById.get(code)
  return schoolByCode.get(code)?.name ?? buildingByCode.get(code)?.name ?? (link === undefined ? code : linkName(link))
}

function reasonText(row) {
  const [sentence, ...things] = data.reasons.rows[row]
  return data.reasons[language][sentence].replace(/\{(\d+)\}/g, (mark, i) => {
    return things[Number(i)] === undefined ? mark : thingName(things[Number(i)])
  })
}

const sum = (values) => {
  const known = values.filter((value) => value !== null && value !== undefined)
  return known.length === 0 ? null : known.reduce((total, value) => total + value, 0)
}

/** What a search finds an item by, made when it is first asked for. */
const WORDS = {
  building: (item) => [
    ...[item.name, item.id, item.municipality, item.mrc, item.region, boardName(item.board), item.board],
    ...item.schools.flatMap(({ code, name }) => [code, name]),
  ],
  link: (item) => [
    ...[item.id, item.name, item.provider, item.network, item.a, item.b, ends(item)],
    buildingByCode.get(item.a)?.municipality,
  ],
  pop: (item) => [item.id, item.name, item.network],
  territory: (item) => [item.board, item.name],
}
function wordsOf(item) {
  item.words ??= folded(WORDS[item.type](item).filter(Boolean).join(' '))
  return item.words
}

/** Makes them while the reader looks around, a few at a time, so that the first search waits for none. */
function prepareSearch() {
  const waiting = [...buildings, ...links]
  const later = window.requestIdleCallback ?? ((work) => setTimeout(work, 50))
  const goOn = () => {
    for (const item of waiting.splice(0, 200)) wordsOf(item)
    if (waiting.length > 0) later(goOn)
  }
  later(goOn)
}
