// The tables say all that the map says: one tab per layer, sortable columns, rows that choose on the map. Of thousands of
// rows, those near where the reader is are in the page; the others come when they are reached.

const ROWS_AT_A_TIME = 40
const currentSheet = () => sheetById.get(state.tab) ?? SHEETS[0]

let rows = []
/** The part of `rows` that is in the page, from the first to the one after the last. */
let window_ = { from: 0, to: 0 }

/** Absent values stay last whichever way; ties keep the usual order. */
function sortedRows(sheet) {
  const items = [...sheet.items()].sort(sheet.usual)
  const { sort } = state
  if (sort === null) return items
  const named = { key: sheet.head, sortBy: sheet.title }
  const col = [named, ...sheet.columns()].find(({ key }) => key === sort.key)
  if (col === undefined) return items
  const sign = sort.way === 'up' ? 1 : -1
  const keyed = items.map((item) => [keyOf(col.sortBy(item)), item])
  keyed.sort(([a], [b]) => {
    if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
    return sign * (typeof a === 'number' ? a - b : formats.collator.compare(a, b))
  })
  return keyed.map(([, item]) => item)
}

const keyOf = (value) =>
  value === null || value === undefined ? null : typeof value === 'object' ? nameOf(value) : value

function buildRow(sheet, columns, item, index) {
  const selectable = item.type === 'building' || item.type === 'link'
  const title = selectable
    ? h('button', { type: 'button', class: 'pick' }, sheet.title(item))
    : h('span', {}, sheet.title(item))
  const row = h(
    'tr',
    {
      'data-id': item.id,
      'aria-rowindex': index + 2,
      class: selectable ? 'selectable' : null,
      'aria-current': item === state.chosen ? 'true' : null,
    },
    h('th', { scope: 'row' }, title, h('span', { class: 'under' }, sheet.under(item))),
    columns.map(({ cell, numeric }) => h('td', { class: numeric ? 'numeric' : null }, cell(item))),
  )
  row.item = item
  return row
}

function buildHead(sheet, columns) {
  const first = { key: sheet.head, sortBy: sheet.title }
  const cells = [first, ...columns].map((col) => {
    const sorted = state.sort?.key === col.key ? state.sort.way : null
    const sortButton = button(
      { class: 'sort', 'data-key': col.key },
      [t(col.title ?? col.key), h('span', { class: 'arrow', 'aria-hidden': 'true' })],
      () => {
        const way = sorted === null ? (col.first ?? 'up') : sorted === 'up' ? 'down' : 'up'
        change({ sort: { key: col.key, way } }, { how: 'replace' })
        document.querySelector(`#sheet-${sheet.id} .sort[data-key="${col.key}"]`)?.focus()
      },
    )
    return h(
      'th',
      {
        scope: 'col',
        'aria-sort': sorted === null ? 'none' : sorted === 'up' ? 'ascending' : 'descending',
        class: col.numeric ? 'numeric' : null,
      },
      sortButton,
    )
  })
  return h('thead', {}, h('tr', { 'aria-rowindex': 1 }, ...cells))
}

/** Shows the rows that the choices let through. Those around the chosen one, when it was chosen elsewhere. */
function showTable(from) {
  const sheet = currentSheet()
  const columns = sheet.columns()
  rows = sortedRows(sheet)
  const at = state.chosen === null ? -1 : rows.indexOf(state.chosen)
  const isNear = at < ROWS_AT_A_TIME
  window_ = isNear ? { from: 0, to: ROWS_AT_A_TIME } : { from: at - 10, to: at + ROWS_AT_A_TIME }
  sheet.table.className = `table table-${sheet.id} columns-${columns.length}${comparing() ? ' table-change' : ''}`
  sheet.table.setAttribute('aria-rowcount', rows.length + 1)
  const widths = h(
    'colgroup',
    {},
    h('col', { class: 'col-name' }),
    ...columns.map(({ key }) => h('col', { class: `col-${key}` })),
  )
  sheet.body = h('tbody')
  sheet.table.replaceChildren(
    h('caption', { class: 'visually-hidden' }, t(sheet.tab)),
    widths,
    buildHead(sheet, columns),
    sheet.body,
  )
  fillBody(sheet)
  sheet.empty.hidden = rows.length > 0
  sheet.empty.textContent = t('nothingFound')
  byId('count').textContent = t('shown', number(rows.length), number(sheet.total()))
  const fromElsewhere = from !== 'table' && from !== 'keyboard'
  if (at >= 0 && fromElsewhere) currentRow()?.scrollIntoView({ block: 'nearest' })
}

const currentRow = () => document.querySelector('tr[aria-current="true"]')

function fillBody(sheet) {
  const columns = sheet.columns()
  const { from, to } = window_
  sheet.body.replaceChildren(...rows.slice(from, to).map((item, i) => buildRow(sheet, columns, item, from + i)))
  sheet.before.hidden = from === 0
  sheet.before.textContent = t('rowsBefore', number(from))
  sheet.after.hidden = to >= rows.length
  sheet.after.textContent = t('rowsAfter', number(Math.max(0, rows.length - to)))
}

/** More rows below, or above: what is in the page stays where it is. */
function extend(sheet, below) {
  const columns = sheet.columns()
  if (below) {
    const { to } = window_
    const next = rows.slice(to, to + ROWS_AT_A_TIME)
    window_.to = to + next.length
    sheet.body.append(...next.map((item, i) => buildRow(sheet, columns, item, to + i)))
  } else {
    const from = Math.max(0, window_.from - ROWS_AT_A_TIME)
    const next = rows.slice(from, window_.from)
    const height = sheet.element.scrollHeight
    window_.from = from
    sheet.body.prepend(...next.map((item, i) => buildRow(sheet, columns, item, from + i)))
    sheet.element.scrollTop += sheet.element.scrollHeight - height
  }
  sheet.before.hidden = window_.from === 0
  sheet.before.textContent = t('rowsBefore', number(window_.from))
  sheet.after.hidden = window_.to >= rows.length
  sheet.after.textContent = t('rowsAfter', number(Math.max(0, rows.length - window_.to)))
}

/** Up, down, Home and End move between rows, those that are not yet in the page too. */
function moveBetweenRows(event) {
  if (!['ArrowDown', 'ArrowUp', 'Home', 'End'].includes(event.key)) return
  if (!event.target.classList.contains('pick')) return
  event.preventDefault()
  const sheet = currentSheet()
  const at = rows.indexOf(event.target.closest('tr').item)
  const last = rows.length - 1
  const next = Math.max(0, Math.min(last, { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: last }[event.key]))
  if (next < window_.from || next >= window_.to) {
    const start = Math.max(0, next - ROWS_AT_A_TIME / 2)
    window_ = { from: start, to: Math.min(rows.length, start + ROWS_AT_A_TIME) }
    fillBody(sheet)
  }
  sheet.body.children[next - window_.from].querySelector('.pick')?.focus()
}

function buildSheet(sheet) {
  sheet.table = h('table')
  sheet.empty = h('p', { class: 'empty', hidden: '' })
  sheet.before = button({ class: 'more', hidden: '' }, '', () => extend(sheet, false))
  sheet.after = button({ class: 'more', hidden: '' }, '', () => {
    const next = window_.to
    extend(sheet, true)
    sheet.body.children[next - window_.from]?.querySelector('.pick')?.focus()
  })
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
    sheet.before,
    sheet.table,
    sheet.empty,
    sheet.after,
  )
  sheet.table.addEventListener('click', (event) => {
    const row = event.target.closest('tr.selectable')
    if (row !== null) change({ chosen: row.item }, { from: event.detail === 0 ? 'keyboard' : 'table' })
  })
  sheet.element.addEventListener('keydown', moveBetweenRows)
  sheet.element.addEventListener('scroll', () => {
    const { scrollTop, clientHeight, scrollHeight } = sheet.element
    if (scrollTop + clientHeight > scrollHeight - 600 && window_.to < rows.length) extend(sheet, true)
  })
  return sheet.element
}

function buildTab(sheet) {
  sheet.button = button({ role: 'tab', id: `tab-${sheet.id}`, 'aria-controls': `sheet-${sheet.id}` }, '', () =>
    openSheet(sheet),
  )
  return sheet.button
}

const openSheet = (sheet) => change({ tab: sheet.id, sort: null })

function showTabs() {
  for (const sheet of SHEETS) {
    const open = sheet === currentSheet()
    sheet.element.hidden = !open
    sheet.button.setAttribute('aria-selected', String(open))
    sheet.button.tabIndex = open ? 0 : -1
    sheet.button.replaceChildren(t(sheet.tab), h('span', { class: 'tab-count' }, number(sheet.total())))
  }
}

function moveBetweenTabs(event) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
  if (step === undefined) return
  const next = SHEETS[(SHEETS.indexOf(currentSheet()) + step + SHEETS.length) % SHEETS.length]
  openSheet(next)
  next.button.focus()
}

function showNote() {
  const lost = [...placed, ...pops].filter(({ place }) => place === null)
  const note = byId('note')
  note.hidden = lost.length === 0
  const names = lost.slice(0, 5).map(({ name }) => name)
  note.textContent = t('unlocatedNote', names.join(', ') + (lost.length > 5 ? '…' : ''))
}

function buildTables() {
  byId('tabs').append(...SHEETS.map(buildTab))
  byId('tabs').addEventListener('keydown', moveBetweenTabs)
  byId('sheets').append(...SHEETS.map(buildSheet))
  byId('csv').addEventListener('click', exportCsv)
}
