import type { Messages } from '../i18n/translator.js'
import type { ReasonCode } from '../model/outcome.js'
import type { Line } from './lines.js'
import type { Rows } from './rows.js'
import type { ScanState, Trouble } from './scan-state.js'
import type { Facet, Sort, Ui, World } from './state.js'
import { inert } from './text.js'

/** What the line above the keys is made from. */
export interface StatusProps {
  readonly ui: Ui
  readonly world: World
  readonly rows: Rows | null
  readonly scan: ScanState
  readonly isQuitting: boolean
  readonly isLoading: boolean
  readonly trouble: Trouble | null
  readonly notice: string | null
  readonly m: Messages
}

/** A question, the filter, a problem, or where the person is in the list: the first of them that there is. */
export function statusLine(props: StatusProps): Line {
  const { ui, scan, isQuitting, isLoading, trouble, notice, rows, m } = props
  if (isQuitting) return [{ text: ` ${scan.running === null ? '' : m.tui.quitting}`, tone: 'warn' }]
  if (ui.asking !== null) return [{ text: ` ${question(ui.asking, scan, m)}`, bold: true, tone: 'warn' }]
  if (ui.help) return []
  if (ui.view === 'devices' || ui.view === 'buildings') {
    if (rows !== null) return listLine(props, rows)
  }
  if (trouble !== null && rows !== null) return [{ text: ` ${inert(trouble.message)}`, tone: 'bad' }]
  if (isLoading && ui.view === 'overview') return [{ text: ` ${m.tui.loading}`, tone: 'dim' }]
  return notice === null ? [] : [{ text: ` ${inert(notice)}`, tone: 'warn' }]
}

function question(asking: NonNullable<Ui['asking']>, { plan }: ScanState, m: Messages): string {
  if (asking === 'quit') return m.tui.quitAsk
  if (asking === 'stop') return m.tui.stopAsk
  if (plan === null || 'message' in plan) return ''
  return m.tui.ask(m.format.number(plan.addresses), plan.credentials.map(({ name }) => inert(name)).join(', '))
}

function facetText(facet: Facet, rows: Rows, m: Messages): string {
  if (facet.of === 'level') return m.gaps[`level-${facet.value}`]
  if (facet.of === 'reason') return m.shortReasons[facet.value as ReasonCode] ?? facet.value
  return `${facet.value} ${rows.nameOf(facet.value)}`.trim()
}

function sortText(sort: Sort, m: Messages): string {
  return {
    address: m.headers.managementAddress,
    name: m.headers.sysName,
    status: m.headers.status,
    building: m.headers.building,
  }[sort].toLowerCase()
}

function listLine({ ui, world, m }: StatusProps, rows: Rows): Line {
  const { query, facet, cursor } = ui.places[ui.view]
  const { number } = m.format
  const isFiltered = query !== '' || facet !== null
  const of = ui.view === 'devices' ? rows.all.devices : rows.all.buildings
  const where =
    world.count === 0
      ? ''
      : m.tui.position(number(cursor + 1), number(world.count)) + (isFiltered ? ` (${m.tui.inAll(number(of))})` : '')
  return [
    { text: ' ' },
    ...(facet === null ? [] : [{ text: `[${inert(facetText(facet, rows, m))}]  `, tone: 'accent' as const }]),
    ...(ui.typing || query !== ''
      ? [
          { text: `${m.tui.filter} `, tone: 'accent' as const, bold: true },
          { text: inert(query) },
          { text: ui.typing ? '▏  ' : '  ', tone: 'accent' as const },
        ]
      : []),
    { text: where, tone: 'dim' },
    {
      text: ui.view === 'devices' && ui.sort !== 'address' ? `  ${m.tui.sortedBy(sortText(ui.sort, m))}` : '',
      tone: 'dim',
    },
  ]
}
