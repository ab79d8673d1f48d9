// The tables say all that the map says: one tab per layer, sortable columns, a search, rows that choose on the map.

const text = (value) => value ?? NONE
const level = (item) => h('span', { class: 'level' }, symbol(item.level), levelName(item.level))
/** The worst known first, then what is not known. */
const byLevel = (item) => data.levels.indexOf(item.level)

/** The word for what a person corrected; the card says which fields. */
const corrected = (item) => (item.overridden.length === 0 ? null : t('overridden').toLowerCase())

const column = (key, cell, sortBy, options = {}) => ({ key, cell, sortBy, ...options })
const figure = { numeric: true, first: 'descending' }

const SHEETS = [
  {
    id: 'buildings',
    tab: 'tabBuildings',
    items: [...buildings].sort((a, b) => byLevel(a) - byLevel(b) || (a.ratio ?? 9) - (b.ratio ?? 9)),
    title: (item) => item.name,
    under: (item) =>
      [item.building, item.municipality, item.place ? null : t('noCoordinates'), corrected(item)]
        .filter(Boolean)
        .join(' · '),
    head: 'building',
    columns: [
      column('level', level, byLevel),
      column('pupils', pupilsText, (item) => item.pupils, figure),
      column(
        'demand',
        (item) => rate(item.demand_down_bps),
        (item) => item.demand_down_bps,
        figure,
      ),
      column(
        'share',
        (item) => rate(item.share_down_bps),
        (item) => item.share_down_bps,
        figure,
      ),
      column(
        'ratio',
        (item) => percent(item.ratio),
        (item) => item.ratio,
        { numeric: true },
      ),
      ...(data.categories.length === 0
        ? []
        : [
            column(
              'shortfall',
              (item) => number(item.shortfall, 1),
              (item) => item.shortfall,
              figure,
            ),
          ]),
    ],
  },
  {
    id: 'links',
    tab: 'tabLinks',
    items: [...wanLinks].sort((a, b) => byLevel(a) - byLevel(b)),
    title: (item) => linkName(item.id),
    under: (item) =>
      [item.id, ends(item), item.place ? null : t('noGeometry'), corrected(item)].filter(Boolean).join(' · '),
    head: 'link',
    columns: [
      column('level', level, byLevel),
      column(
        'capacity',
        (item) => rate(item.capacity_down_bps),
        (item) => item.capacity_down_bps,
        figure,
      ),
      column(
        'linkDemand',
        (item) => rate(item.demand_down_bps),
        (item) => item.demand_down_bps,
        figure,
      ),
      column(
        'load',
        (item) => percent(item.load),
        (item) => item.load,
        figure,
      ),
      column('status', statusText, statusText),
    ],
  },
  {
    id: 'pops',
    tab: 'tabPops',
    items: pops,
    title: (item) => item.name,
    under: (item) => [item.id, item.place ? null : t('noCoordinates')].filter(Boolean).join(' · '),
    head: 'pop',
    columns: [
      column(
        'kind',
        (item) => t(`kind-${item.kind}`),
        (item) => t(`kind-${item.kind}`),
      ),
      column(
        'network',
        (item) => text(item.network),
        (item) => item.network,
      ),
    ],
  },
  {
    id: 'territories',
    tab: 'tabTerritories',
    items: territories,
    title: (item) => item.name,
    under: (item) => item.board,
    head: 'territory',
    columns: [
      column('level', level, byLevel),
      column('language', languageText, languageText),
      column(
        'pupils',
        (item) => number(item.pupils, 1),
        (item) => item.pupils,
        figure,
      ),
    ],
  },
].filter((sheet) => sheet.id === 'buildings' || sheet.items.length > 0)

/** A bound says that it is one; a school over several buildings can give a part of a pupil. */
function pupilsText(item) {
  if (item.pupils === null) return NONE
  return item.pupils_at_least ? `≥\u00a0${number(item.pupils, 1)}` : number(item.pupils, 1)
}

function statusText(link) {
  const status = t(`status-${link.status}`)
  return link.role === 'backup' ? `${status} (${t('role-backup').toLowerCase()})` : status
}

function languageText(item) {
  return item.language === null ? NONE : t(`language-${item.language}`)
}

/** Rows are made when they are first shown, and kept. */
const rowOf = new Map()
let current = SHEETS[0]

const FIRST_ROWS = 80
const ROWS_AT_A_TIME = 400
const later = window.requestIdleCallback ?? ((work) => setTimeout(work, 16))

function rowFor(sheet, item) {
  if (!rowOf.has(item)) rowOf.set(item, buildRow(sheet, item))
  return rowOf.get(item)
}

/** Appends the next rows of a sheet; `all` leaves none for later. */
function appendRows(sheet, count) {
  const next = sheet.waiting.splice(0, count)
  sheet.body.append(...next.map((item) => rowFor(sheet, item)))
}

/** Shows the rows that the search and the legend let through, in order: the first at once, the others when idle. */
function fillSheet(sheet) {
  sheet.waiting = sheet.items.filter((item) => view.lets(item))
  const shown = sheet.waiting.length
  sheet.body.replaceChildren()
  appendRows(sheet, FIRST_ROWS)
  const batch = sheet.waiting
  const goOn = () => {
    if (sheet.waiting !== batch || batch.length === 0) return
    appendRows(sheet, ROWS_AT_A_TIME)
    later(goOn)
  }
  later(goOn)
  sheet.empty.hidden = shown > 0
  document.getElementById('count').textContent = t('shown', number(shown), number(sheet.items.length))
}

function buildRow(sheet, item) {
  const selectable = sheet.id === 'buildings' || sheet.id === 'links'
  const title = selectable
    ? h('button', { type: 'button', class: 'pick' }, sheet.title(item))
    : h('span', {}, sheet.title(item))
  const row = h(
    'tr',
    { 'data-id': item.building ?? item.id ?? item.board, class: selectable ? 'selectable' : null },
    h('th', { scope: 'row' }, title, h('span', { class: 'under' }, sheet.under(item))),
    sheet.columns.map(({ cell, numeric }) => h('td', { class: numeric ? 'numeric' : null }, cell(item))),
  )
  row.item = item
  return row
}

/** Widths that do not change while rows arrive. */
function buildColumns(sheet) {
  return h(
    'colgroup',
    {},
    h('col', { class: 'col-name' }),
    ...sheet.columns.map(({ key }) => h('col', { class: `col-${key}` })),
  )
}

function buildHead(sheet) {
  const first = { key: sheet.head, sortBy: sheet.title }
  const cells = [first, ...sheet.columns].map((col) => {
    const button = h(
      'button',
      { type: 'button', class: 'sort' },
      t(col.key),
      h('span', { class: 'arrow', 'aria-hidden': 'true' }),
    )
    const cell = h('th', { scope: 'col', 'aria-sort': 'none', class: col.numeric ? 'numeric' : null }, button)
    button.addEventListener('click', () => sortSheet(sheet, col, cell))
    return cell
  })
  return h('thead', {}, h('tr', {}, ...cells))
}

/** Absent values stay last whichever way; ties keep their order. */
function sortSheet(sheet, col, cell) {
  const now = cell.getAttribute('aria-sort')
  const way = now === 'none' ? (col.first ?? 'ascending') : now === 'ascending' ? 'descending' : 'ascending'
  for (const other of cell.parentElement.children) other.setAttribute('aria-sort', 'none')
  cell.setAttribute('aria-sort', way)
  const sign = way === 'ascending' ? 1 : -1
  const keyed = sheet.items.map((item) => [col.sortBy(item) ?? null, item])
  keyed.sort(([a], [b]) => {
    if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
    return sign * (typeof a === 'number' ? a - b : collator.compare(a, b))
  })
  sheet.items = keyed.map(([, item]) => item)
  fillSheet(sheet)
}

/** Up, down, Home and End move between the rows that are shown; one Tab stop would hide the rest from Tab users. */
function moveBetweenRows(event) {
  if (!['ArrowDown', 'ArrowUp', 'Home', 'End'].includes(event.key)) return
  if (!event.target.classList.contains('pick')) return
  appendRows(current, Infinity)
  const picks = [...current.body.querySelectorAll('.pick')]
  const at = picks.indexOf(event.target)
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: picks.length - 1 }[event.key]
  event.preventDefault()
  picks[Math.max(0, Math.min(picks.length - 1, next))]?.focus()
}

function buildSheet(sheet) {
  sheet.body = h('tbody')
  sheet.body.addEventListener('click', (event) => {
    const row = event.target.closest('tr.selectable')
    if (row !== null) choose(row.item, event.detail === 0 ? 'keyboard' : 'table')
  })
  const table = h('table', { class: `table table-${sheet.id}` }, buildColumns(sheet), buildHead(sheet), sheet.body)
  sheet.empty = h('p', { class: 'empty', hidden: '' }, t('nothingFound'))
  sheet.element = h(
    'div',
    {
      class: 'sheet',
      id: `sheet-${sheet.id}`,
      role: 'tabpanel',
      'aria-labelledby': `tab-${sheet.id}`,
      tabindex: '0',
      hidden: '',
    },
    table,
    sheet.empty,
  )
  sheet.element.addEventListener('keydown', moveBetweenRows)
  return sheet.element
}

function buildTab(sheet) {
  sheet.button = h(
    'button',
    { type: 'button', role: 'tab', id: `tab-${sheet.id}`, 'aria-controls': `sheet-${sheet.id}` },
    t(sheet.tab),
    h('span', { class: 'tab-count' }, number(sheet.items.length)),
  )
  sheet.button.addEventListener('click', () => openSheet(sheet))
  return sheet.button
}

function openSheet(sheet) {
  current = sheet
  for (const other of SHEETS) {
    const open = other === sheet
    other.element.hidden = !open
    other.button.setAttribute('aria-selected', String(open))
    other.button.tabIndex = open ? 0 : -1
  }
  fillSheet(sheet)
}

function moveBetweenTabs(event) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
  if (step === undefined) return
  const next = SHEETS[(SHEETS.indexOf(current) + step + SHEETS.length) % SHEETS.length]
  openSheet(next)
  next.button.focus()
}

/** Marks the chosen row, and brings it into view when it was chosen elsewhere. */
function markRow(from) {
  document.querySelector('tr[aria-current]')?.removeAttribute('aria-current')
  if (view.selected === null) return
  const sheet = SHEETS.find((candidate) => candidate.items.includes(view.selected))
  const row = rowFor(sheet, view.selected)
  row.setAttribute('aria-current', 'true')
  if (from === 'table' || from === 'keyboard') return
  if (sheet !== current) openSheet(sheet)
  appendRows(sheet, Infinity)
  row.scrollIntoView({ block: 'nearest' })
}

function buildTables() {
  const tabs = document.getElementById('tabs')
  tabs.append(...SHEETS.map(buildTab))
  tabs.addEventListener('keydown', moveBetweenTabs)
  document.getElementById('sheets').append(...SHEETS.map(buildSheet))
  document.getElementById('search').addEventListener('input', (event) => {
    view.query = folded(event.target.value)
    view.changed('filter')
  })
  const lost = [...buildings, ...pops].filter((item) => !item.place)
  const note = document.getElementById('note')
  note.hidden = lost.length === 0
  note.textContent = t(
    'unlocatedNote',
    lost
      .map((item) => item.name)
      .slice(0, 5)
      .join(', ') + (lost.length > 5 ? '…' : ''),
  )
  openSheet(SHEETS[0])
}
