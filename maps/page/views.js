// A view is what one standard, or one scenario, makes of the buildings and links. Each is unpacked when first asked for.

const mainPack = data.views[0]
const packById = new Map(data.views.map((pack) => [pack.id, { ...mainPack, ...pack }]))
const unpackedViews = new Map()

function viewOf(id) {
  if (!unpackedViews.has(id)) unpackedViews.set(id, unpackedView(packById.get(id)))
  return unpackedViews.get(id)
}

/** Values of a flat list whose rows begin with a building's place. */
function rowsByBuilding(flat, width) {
  const rows = new Map()
  for (let i = 0; i < flat.length; i += width) {
    if (!rows.has(flat[i])) rows.set(flat[i], [])
    rows.get(flat[i]).push(flat.slice(i + 1, i + width))
  }
  return rows
}

/** Received by needed, as the one who packed them divides: never rounded up to a threshold. */
const ratioOf = (share, demand) =>
  share === null || !demand ? null : Math.floor((share / demand) * 10_000 + 1e-6) / 10_000

/** Place of a building → the links to raise there, from and to. */
function closingOf(pack) {
  const rows = new Map()
  for (let i = 0; i < pack.closing.length; i += 3) {
    const [building, at, to] = pack.closing.slice(i, i + 3)
    const from = pack.closingFrom[i / 3]
    if (!rows.has(building)) rows.set(building, [])
    rows
      .get(building)
      .push({ link: links[at], from: from === undefined ? links[at].down : bits(from[0]), to: to * 1e6 })
  }
  return rows
}

function unpackedView(pack) {
  const closing = closingOf(pack)
  const reasons = rowsByBuilding(pack.reasons, 2)
  const linkRecords = links.map((link, i) => ({
    level: pack.linkLevel[i] === '-' ? 'unknown' : data.levels[pack.linkLevel[i]],
    demand: bits(pack.linkDemand[i]),
    load: part(pack.linkLoad[i]),
  }))
  const record = (item) => {
    const { i } = item
    if (pack.level[i] === '-') return null
    const flags = parseInt(pack.flags[i], 16)
    const path = pack.path[i].map((at) => links[at])
    const narrow = pack.bottleneck[i] === '-' ? null : (path[parseInt(pack.bottleneck[i], 36)] ?? null)
    const pupils = pack.pupils[i]
    const share = bits(pack.share[i])
    return {
      level: data.levels[pack.level[i]],
      single: (flags & 1) > 0,
      incomplete: (flags & 2) > 0,
      estimated: (flags & 4) > 0,
      atLeast: (flags & 8) > 0,
      pupils,
      demand: bits(pack.demand[i]),
      demandUp: pack.demandUp === null ? null : bits(pack.demandUp[i]),
      share,
      shareUp: pack.shareUp === null ? null : bits(pack.shareUp[i]),
      ratio: i in pack.ratio ? part(pack.ratio[i][0]) : ratioOf(pack.share[i], pack.demand[i]),
      perPupil: share === null || !pupils ? null : share / pupils,
      path,
      bottleneck: narrow,
      closing: closing.get(i) ?? [],
      reasons: (reasons.get(i) ?? []).flat(),
    }
  }
  return {
    kind: pack.kind,
    id: pack.id,
    label: pack.label,
    profile: pack.profile,
    schoolYear: pack.schoolYear,
    buildings: buildings.map(record),
    links: linkRecords,
    territoryLevels: [...pack.territoryLevel].map((digit) => (digit === '-' ? 'unknown' : data.levels[digit])),
  }
}

const viewIds = data.views.map(({ id }) => id)
const profileIds = data.views.filter(({ kind }) => kind !== 'scenario').map(({ id }) => id)
const scenarioIds = data.views.filter(({ kind }) => kind === 'scenario').map(({ id }) => id)
const viewName = (id) => {
  const { kind, label, profile } = packById.get(id)
  return kind === 'scenario' ? (label ?? t('scenario')) : profile
}
