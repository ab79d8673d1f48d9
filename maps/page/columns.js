// What the tables tell, sheet by sheet: the text of each cell, what it is sorted by, what a CSV has of it.

const levelCell = (level, note = null) =>
  h(
    'span',
    { class: 'level' },
    symbol(level),
    levelName(level),
    note === null ? null : h('span', { class: 'soft' }, note),
  )

const groupCell = (item) => {
  const { id, symbol: name } = classById(item.group)
  const group = h('span', { class: 'level' }, symbol(name), mode().className(id))
  if (!recordOf(item)?.lifted) return group
  return h('span', {}, group, h('span', { class: 'under' }, t('stepShort', number(lifted.get(item.i)))))
}

/** The worst known first, then what is not known. */
const byGroup = (item) => item.rank
const byLevel = (level) => data.levels.indexOf(level)

/** A bound says that it is one; a school over several buildings can give a part of a pupil. */
function pupilsText({ pupils, atLeast }) {
  if (pupils === null) return NONE
  return atLeast ? `≥\u00a0${number(pupils, 1)}` : number(pupils, 1)
}

const column = (key, cell, sortBy, options = {}) => ({ key, cell, sortBy, ...options })
const figure = { numeric: true, first: 'down' }
/** A column of a record's figure. */
const told = (key, text, of, options = figure) =>
  column(
    key,
    (item) => text(of(toldRecord(item))),
    (item) => of(toldRecord(item)),
    options,
  )
const own = (key, text, of, options = figure) => column(key, (item) => text(of(item)), of, options)

const tenth = (value) => number(value, 1)
const pupilsColumn = column(
  'pupils',
  (item) => pupilsText(toldRecord(item)),
  (item) => toldRecord(item).pupils,
  figure,
)
const shareColumn = told('share', rate, ({ share }) => share)
const recordIn = (id) => (item) => viewOf(id).buildings[item.i]
const levelOfRecord = (record) => (record === null ? NONE : levelCell(record.level))

function buildingColumns() {
  const group = column('group', groupCell, byGroup, { title: comparing() ? 'change' : `short-${state.mode}` })
  if (comparing()) {
    const [before, after] = [recordIn('main'), recordIn(state.view)]
    const ratioOf = (of) => [(item) => percent(of(item)?.ratio ?? null), (item) => of(item)?.ratio ?? null]
    return [
      group,
      column(
        'before',
        (item) => levelOfRecord(before(item)),
        (item) => byLevel(before(item)?.level),
      ),
      column(
        'after',
        (item) => levelOfRecord(after(item)),
        (item) => byLevel(after(item)?.level),
      ),
      column('ratioBefore', ...ratioOf(before), figure),
      column('ratioAfter', ...ratioOf(after), figure),
    ]
  }
  return {
    level: () => [
      group,
      pupilsColumn,
      told('demand', rate, ({ demand }) => demand),
      shareColumn,
      told('ratio', percent, ({ ratio }) => ratio, { numeric: true, first: 'up' }),
      ...(hasEquipment ? [own('shortfall', tenth, ({ missing }) => missing)] : []),
    ],
    pupil: () => [group, pupilsColumn, shareColumn, told('perPupil', rate, ({ perPupil }) => perPupil)],
    equipment: () => [
      group,
      pupilsColumn,
      own('target', tenth, ({ target }) => target),
      own('inService', tenth, ({ inService }) => inService),
      own('shortfall', tenth, ({ missing }) => missing),
    ],
    use: () => [
      group,
      pupilsColumn,
      told('use', percent, measuredUse),
      told('mostUsed', (link) => (link === null ? NONE : linkName(link)), measuredLink, {}),
    ],
  }[state.mode]()
}

function statusText(link) {
  const status = t(`status-${link.status}`)
  return link.role === 'backup' ? `${status} (${t('role-backup').toLowerCase()})` : status
}

const tongueText = (item) => (item.tongue === null ? NONE : t(`language-${item.tongue}`))
const joined = (...parts) => parts.flat().filter(Boolean).join(' · ')
/** The word for what a person corrected; the card says which fields. */
const corrected = (item) => (item.overridden.length === 0 ? null : t('overridden').toLowerCase())
const anyMeasure = links.some(({ measure }) => measure !== null)

const SHEETS = [
  {
    id: 'buildings',
    tab: 'tabBuildings',
    head: 'building',
    items: () => shown,
    total: () => placed.length,
    title: ({ name }) => name,
    under: (item) =>
      joined(item.id, item.municipality, item.place === null ? t('noCoordinates') : null, corrected(item)),
    columns: buildingColumns,
    // The worst first; among equals, who receives least of what it needs.
    usual: (a, b) => byGroup(a) - byGroup(b) || (toldRecord(a).ratio ?? 9) - (toldRecord(b).ratio ?? 9) || a.i - b.i,
  },
  {
    id: 'links',
    tab: 'tabLinks',
    head: 'link',
    items: () => links.filter(lets),
    total: () => links.length,
    title: linkName,
    under: (item) => joined(item.id, ends(item), item.lines === null ? t('noGeometry') : null, corrected(item)),
    columns: () => [
      column(
        'level',
        (item) => levelCell(linkRecordOf(item).level),
        (item) => byLevel(linkRecordOf(item).level),
      ),
      own('capacity', rate, (item) => raised.get(item) ?? item.down),
      own('linkDemand', rate, (item) => linkRecordOf(item).demand),
      own('load', percent, (item) => linkRecordOf(item).load),
      ...(anyMeasure ? [own('use', percent, (item) => item.measure?.use ?? null)] : []),
      own('status', (text) => text, statusText, {}),
    ],
    usual: (a, b) => byLevel(linkRecordOf(a).level) - byLevel(linkRecordOf(b).level) || a.i - b.i,
  },
  {
    id: 'pops',
    tab: 'tabPops',
    head: 'pop',
    items: () => pops.filter(lets),
    total: () => pops.length,
    title: ({ name }) => name,
    under: (item) => joined(item.id, item.place === null ? t('noCoordinates') : null),
    columns: () => [
      own(
        'kind',
        (text) => text,
        (item) => t(`kind-${item.kind}`),
        {},
      ),
      own(
        'network',
        (text) => text ?? NONE,
        ({ network }) => network,
        {},
      ),
    ],
    usual: () => 0,
  },
  {
    id: 'territories',
    tab: 'tabTerritories',
    head: 'territory',
    items: () => territories.filter(lets),
    total: () => territories.length,
    title: ({ name }) => name,
    under: ({ board }) => board,
    columns: () => {
      const levelOf = (item) => shownView().territoryLevels[item.i]
      return [
        column(
          'level',
          (item) => levelCell(levelOf(item)),
          (item) => byLevel(levelOf(item)),
        ),
        own('language', (text) => text, tongueText, {}),
        own('pupils', tenth, ({ pupils }) => pupils),
      ]
    },
    usual: () => 0,
  },
].filter((sheet) => sheet.id === 'buildings' || sheet.total() > 0)
const sheetById = new Map(SHEETS.map((sheet) => [sheet.id, sheet]))
