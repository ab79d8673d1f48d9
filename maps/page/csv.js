// The table as a CSV for a spreadsheet in the reader's language: all that is known of the rows that are shown, made in
// the page itself.

const buildingFields = () => [
  ['building', ({ id }) => id],
  ['name', ({ name }) => name],
  ['municipality', ({ municipality }) => municipality],
  ['mrc', ({ mrc }) => mrc],
  ['region', ({ region }) => region],
  ['boardCode', ({ board }) => board],
  ['board', ({ board }) => (board === null ? null : boardName(board))],
  ['schools', (item) => item.schools.map(({ code }) => code).join(' ')],
  ...(comparing() ? [['change', ({ group }) => mode().className(group)]] : []),
  ...(comparing() ? [['before', (item) => levelText(recordIn('main')(item))]] : []),
  ['level', (item) => levelText(recordOf(item))],
  ['pupils', (item) => toldRecord(item).pupils],
  ['demandBps', (item) => toldRecord(item).demand],
  ['shareBps', (item) => toldRecord(item).share],
  ['ratio', (item) => toldRecord(item).ratio],
  ['perPupilBps', (item) => rounded(toldRecord(item).perPupil)],
  ['bottleneck', (item) => toldRecord(item).bottleneck?.id ?? null],
  [
    'path',
    (item) =>
      toldRecord(item)
        .path.map(({ id }) => id)
        .join(' '),
  ],
  ['use', (item) => measuredUse(toldRecord(item))],
  ...(hasEquipment
    ? [
        ['target', ({ target }) => target],
        ['inService', ({ inService: units }) => units],
        ['shortfall', ({ missing }) => missing],
      ]
    : []),
  ...(data.roadmap.length > 0 ? [['roadmapStep', ({ i }) => stepOfBuilding.get(i) ?? null]] : []),
  ['longitude', ({ place }) => place?.[0] ?? null],
  ['latitude', ({ place }) => place?.[1] ?? null],
  ['profile', () => shownView().profile],
  ['schoolYear', () => shownView().schoolYear],
]
const linkFields = () => [
  ['link', ({ id }) => id],
  ['name', ({ name }) => name],
  ['a', ({ a }) => a],
  ['b', ({ b }) => b],
  ['provider', ({ provider }) => provider],
  ['network', ({ network }) => network],
  ['medium', ({ medium }) => (medium === null ? null : t(`medium-${medium}`))],
  ['status', statusText],
  ['capacityDownBps', ({ down }) => down],
  ['capacityUpBps', ({ up }) => up],
  ['demandBps', (link) => linkRecordOf(link).demand],
  ['load', (link) => linkRecordOf(link).load],
  ['level', (link) => levelName(linkRecordOf(link).level)],
  ['use', ({ measure }) => measure?.use ?? null],
]
const popFields = () => [
  ['pop', ({ id }) => id],
  ['name', ({ name }) => name],
  ['kind', ({ kind }) => t(`kind-${kind}`)],
  ['network', ({ network }) => network],
]
const territoryFields = () => [
  ['boardCode', ({ board }) => board],
  ['name', ({ name }) => name],
  ['level', ({ i }) => levelName(shownView().territoryLevels[i])],
  ['language', tongueText],
  ['pupils', ({ pupils }) => pupils],
]
const FIELDS = { buildings: buildingFields, links: linkFields, pops: popFields, territories: territoryFields }

const levelText = (record) => (record === null ? null : levelName(record.level))
const rounded = (value) => (value === null ? null : Math.round(value))

/** A cell that a spreadsheet would take for a formula is preceded by an apostrophe; French has decimal commas. */
function csvCell(value, delimiter) {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return language === 'fr' ? String(value).replace('.', ',') : String(value)
  const inert = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return inert.includes(delimiter) || /["\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert
}

function csvText() {
  const delimiter = language === 'fr' ? ';' : ','
  const fields = FIELDS[currentSheet().id]()
  const line = (cells) => cells.map((cell) => csvCell(cell, delimiter)).join(delimiter)
  const lines = [
    line(fields.map(([key]) => t(`csv-${key}`))),
    ...rows.map((item) => line(fields.map(([, of]) => of(item)))),
  ]
  return `\ufeff${lines.join('\r\n')}\r\n`
}

function exportCsv() {
  const address = URL.createObjectURL(new Blob([csvText()], { type: 'text/csv;charset=utf-8' }))
  const link = h('a', { href: address, download: `${folded(t(currentSheet().tab)).replaceAll(' ', '-')}.csv` })
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
