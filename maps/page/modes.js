// What the colour says: the level, the rate for each pupil, the equipment that is missing, the use that was measured, or
// what changes. Each has classes, every one with a colour and a shape, and tells an item's class and value.

const ordinal = (classes) => [
  ...classes.map((entry, i) => ({ symbol: `step${i + 1}`, ...entry })),
  { id: 'none', symbol: 'unknown' },
]

/** The first class whose `under` a value does not reach. */
const classUnder = (classes, value) =>
  value === null ? 'none' : classes.find(({ under }) => under === undefined || value < under).id

const PER_PUPIL = [
  { id: 'p1', under: 250e3 },
  { id: 'p2', under: 500e3 },
  { id: 'p3', under: 1e6 },
  { id: 'p4', under: 2e6 },
  { id: 'p5' },
]
const MISSING = [
  { id: 'm1', from: 0.75 },
  { id: 'm2', from: 0.5 },
  { id: 'm3', from: 0.25 },
  { id: 'm4', from: 0.000001 },
  { id: 'm5', from: 0 },
]
const USED = [
  { id: 'u1', from: 0.9 },
  { id: 'u2', from: 0.7 },
  { id: 'u3', from: 0.5 },
  { id: 'u4', from: 0.3 },
  { id: 'u5', from: 0 },
]
const classFrom = (classes, value) => (value === null ? 'none' : classes.find(({ from }) => value >= from).id)

/** Units that are missing as a part of those due; null when either is not known. */
const missingPart = (item) => {
  if (item.target === null || item.missing === null) return null
  return item.target === 0 ? 0 : Math.min(1, item.missing / item.target)
}

/** The most used link of the path to the POP that is measured; null when none is. */
function measuredLink(record) {
  const measured = record.path.filter((link) => link.measure !== null && link.measure.use !== null)
  return measured.reduce((most, link) => (most === null || link.measure.use > most.measure.use ? link : most), null)
}
const measuredUse = (record) => measuredLink(record)?.measure.use ?? null

/** Where a level stands: a higher one is better; null when there is nothing to compare. */
const RANKS = { unlinked: 0, critical: 1, short: 2, tight: 3, ok: 4 }

/** What becomes of a building from the main view to the one that is chosen. */
function changeOf(item) {
  const before = viewOf('main').buildings[item.i]
  const after = viewOf(state.view).buildings[item.i]
  if (before === null || after === null) return before === null ? 'opened' : 'closed'
  const [from, to] = [RANKS[before.level], RANKS[after.level]]
  if (from === undefined || to === undefined) return before.level === after.level ? 'same' : 'unsure'
  return to > from ? 'up' : to < from ? 'down' : 'same'
}

const MODES = {
  level: {
    classes: data.levels.map((level) => ({ id: level, symbol: level })),
    className: levelName,
    range: (id) => t(`range${id.charAt(0).toUpperCase()}${id.slice(1)}`),
    classOf: (item, record) => record.level,
    value: (item, record) => record.ratio,
    bins: { edges: [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1], text: percent },
    binClass: (from) => (from >= 1 ? 'ok' : from >= 0.8 ? 'tight' : from >= 0.5 ? 'short' : 'critical'),
  },
  pupil: {
    classes: ordinal(PER_PUPIL),
    className: (id) => (id === 'none' ? t('noData') : rangeName(PER_PUPIL, id, rate)),
    range: () => '',
    classOf: (item, record) => classUnder(PER_PUPIL, record.perPupil),
    value: (item, record) => record.perPupil,
    bins: { edges: [0, 125e3, 250e3, 500e3, 1e6, 2e6, 4e6, 8e6, 16e6], text: rate },
    binClass: (from) => classUnder(PER_PUPIL, from),
  },
  equipment: {
    classes: ordinal(MISSING),
    className: (id) =>
      id === 'none' ? t('noData') : id === 'm5' ? t('nothingMissing') : t('missingFrom', fromName(MISSING, id)),
    range: () => '',
    classOf: (item) => classFrom(MISSING, missingPart(item)),
    value: missingPart,
    bins: { edges: [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9], text: percent },
    binClass: (from) => classFrom(MISSING, from),
  },
  use: {
    classes: ordinal(USED),
    className: (id) => (id === 'none' ? t('notMeasured') : fromName(USED, id)),
    range: () => '',
    classOf: (item, record) => classFrom(USED, measuredUse(record)),
    value: (item, record) => measuredUse(record),
    bins: { edges: [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1], text: percent },
    binClass: (from) => classFrom(USED, from),
  },
}
const CHANGES = {
  classes: ['down', 'up', 'opened', 'closed', 'unsure', 'same'].map((id) => ({ id, symbol: id })),
  className: (id) => t(`change-${id}`),
  range: (id) => t(`change-${id}-range`),
  classOf: changeOf,
  value: (item, record) => record.ratio,
  bins: null,
}

const hasEquipment = data.categories.length > 0
const MODE_IDS = ['level', 'pupil', ...(hasEquipment ? ['equipment'] : []), 'use']

/** « 250 to 500 kbit/s »: a unit that both ends have is told once. */
function spanText(from, to) {
  const unit = /[\s\u00a0]?[^\d\s\u00a0.,]+$/.exec(to)?.[0] ?? ''
  return t('fromTo', unit !== '' && from.endsWith(unit) ? from.slice(0, -unit.length) : from, to)
}

/** « under 250 kbit/s », « 250 to 500 kbit/s », « 2 Mbit/s and over ». */
function rangeName(classes, id, text) {
  const at = classes.findIndex((entry) => entry.id === id)
  const [from, to] = [classes[at - 1]?.under, classes[at].under]
  if (from === undefined) return t('under', text(to))
  return to === undefined ? t('andOver', text(from)) : spanText(text(from), text(to))
}

function fromName(classes, id) {
  const at = classes.findIndex((entry) => entry.id === id)
  const [from, to] = [classes[at].from, classes[at - 1]?.from]
  if (to === undefined) return t('andOver', percent(from))
  return from < 0.01 ? t('under', percent(to)) : spanText(percent(from), percent(to))
}

const comparing = () => state.view !== 'main' && state.compare === 'change'
/** What the colours say now. */
const mode = () => (comparing() ? CHANGES : MODES[state.mode])
/** The view that is shown: the main one too while « before » is asked for. */
const shownView = () => viewOf(state.compare === 'before' ? 'main' : state.view)
const classById = (id) => mode().classes.find((entry) => entry.id === id)
