import { Box } from 'ink'
import { useMemo, type ReactNode } from 'react'
import type { BuildingState, Inventory } from '../app/inventory.js'
import type { Messages } from '../i18n/translator.js'
import type { DeviceDocument } from '../model/device.js'
import type { DeviceRow } from '../model/rows.js'
import { buildingLines } from './building-card.js'
import { buildingColumns } from './building-columns.js'
import { deviceLines } from './device-card.js'
import { deviceColumns } from './device-columns.js'
import { Help } from './help.js'
import { Lines, type Line } from './lines.js'
import { Overview } from './overview.js'
import type { Rows } from './rows.js'
import { ScanView } from './scan.js'
import type { ScanState, Trouble } from './scan-state.js'
import { divided, WIDE } from './sizes.js'
import type { Ui } from './state.js'
import { Table, type Column } from './table.js'
import { inert, wrapped } from './text.js'

/** What the body is drawn from. */
export interface BodyProps {
  readonly ui: Ui
  /** Null as long as nothing was read. */
  readonly rows: Rows | null
  readonly inventory: Inventory | null
  readonly scan: ScanState
  readonly isLoading: boolean
  readonly trouble: Trouble | null
  readonly database: string
  /** The card of what is chosen. */
  readonly lines: readonly Line[]
  readonly width: number
  readonly height: number
  readonly now: number
  readonly m: Messages
}

/** The part of the screen that a view fills. */
export function Body(props: BodyProps): ReactNode {
  const { ui, rows, inventory, scan, width, height, now, m } = props
  if (ui.help) return <Help width={width} height={height} m={m} />
  if (ui.view === 'scan') {
    const scans = inventory?.scans ?? { rows: [], underWay: null }
    return <ScanView scan={scan} scans={scans} ping={ui.ping} width={width} height={height} now={now} m={m} />
  }
  if (rows === null || inventory === null) return <Absent {...props} />
  if (ui.view === 'overview') {
    const { cursor } = ui.places.overview
    return <Overview {...{ inventory, concerns: rows.concerns, cursor, width, height, now, m }} />
  }
  return ui.view === 'devices' ? <Devices {...props} rows={rows} /> : <Buildings {...props} rows={rows} />
}

/** Nothing to show: the database is being read, cannot be read, or is not there yet. */
function Absent({ isLoading, trouble, database, width, height, m }: BodyProps): ReactNode {
  const room = width - 4
  const lines: Line[] =
    trouble !== null
      ? [
          ...wrapped(inert(trouble.message), room).map((text): Line => [{ text, tone: 'bad', bold: true }]),
          ...wrapped(inert(trouble.hint ?? ''), room).map((text): Line => [{ text }]),
        ]
      : isLoading
        ? [[{ text: m.tui.loading, tone: 'dim' }]]
        : [
            [{ text: m.tui.noDatabase, bold: true }],
            ...wrapped(m.tui.noDatabaseAt(inert(database)), room).map((text): Line => [{ text }]),
            [],
            [{ text: m.tui.begin, bold: true }],
            [{ text: `  ${m.tui.beginInit}` }],
            [{ text: `  ${m.tui.beginImport}` }],
            [{ text: `  ${m.tui.beginScan}` }],
          ]
  return (
    <Box paddingLeft={2} paddingTop={1} width={width} height={height} flexShrink={0}>
      <Lines lines={lines} width={room} height={height - 1} />
    </Box>
  )
}

function Devices({ ui, rows, lines, width, height, m }: BodyProps & { readonly rows: Rows }): ReactNode {
  const columns = useMemo(() => deviceColumns({ m, nameOf: rows.nameOf, longest: rows.longest }), [m, rows])
  const list = rows.devices(ui.places.devices, ui.sort)
  const empty: readonly Line[] | null =
    rows.all.devices === 0 ? [[{ text: m.tui.noDevices }], [{ text: m.tui.noDevicesHint, tone: 'dim' }]] : null
  return <ListAndCard {...{ ui, list, columns, lines, width, height, m, empty }} view="devices" />
}

function Buildings({ ui, rows, lines, width, height, m }: BodyProps & { readonly rows: Rows }): ReactNode {
  const columns = useMemo(() => buildingColumns(m), [m])
  const list = rows.buildings(ui.places.buildings)
  const empty: readonly Line[] | null =
    rows.all.buildings === 0 ? [[{ text: m.tui.noBuildings }], [{ text: m.tui.noBuildingsHint, tone: 'dim' }]] : null
  return <ListAndCard {...{ ui, list, columns, lines, width, height, m, empty }} view="buildings" />
}

/** A list, and the card of the chosen row: beside it in a wide window, else in its place when it is opened. */
function ListAndCard<Row>({
  ui,
  view,
  list,
  columns,
  lines,
  empty,
  width,
  height,
  m,
}: {
  readonly ui: Ui
  readonly view: 'devices' | 'buildings'
  readonly list: readonly Row[]
  readonly columns: readonly Column<Row>[]
  readonly lines: readonly Line[]
  /** What is said when there is nothing at all. */
  readonly empty: readonly Line[] | null
  readonly width: number
  readonly height: number
  readonly m: Messages
}): ReactNode {
  const { cursor, card, scroll, query } = ui.places[view]
  const sizes = divided(width)
  if (list.length === 0) {
    const nothing: readonly Line[] = empty ?? [
      [{ text: m.tui.nothingFound(inert(query)) }],
      [{ text: m.tui.clearHint, tone: 'dim' }],
    ]
    return (
      <Box paddingLeft={2} paddingTop={1} width={width} height={height} flexShrink={0}>
        <Lines lines={nothing} width={width - 4} height={height - 1} />
      </Box>
    )
  }
  const isWide = width >= WIDE
  return (
    <Box width={width} height={height} flexShrink={0}>
      {isWide || !card ? (
        <Table rows={list} columns={columns} cursor={cursor} width={sizes.list} height={height} />
      ) : null}
      {isWide || card ? (
        <Card lines={lines} from={scroll} width={sizes.card} height={height} isWide={isWide} isOpen={card} m={m} />
      ) : null}
    </Box>
  )
}

/** A card, with how much more there is of it below. Beside a list, a line tells them apart: double when keys move in the card. */
function Card({
  lines,
  from,
  width,
  height,
  isWide,
  isOpen,
  m,
}: {
  readonly lines: readonly Line[]
  readonly from: number
  readonly width: number
  readonly height: number
  readonly isWide: boolean
  readonly isOpen: boolean
  readonly m: Messages
}): ReactNode {
  const below = lines.length - from - height
  const shown = below > 0 ? [...lines.slice(from, from + height - 1), moreLine(below + 1, m)] : lines.slice(from)
  const side = Array.from({ length: height }, (): Line => [
    { text: isOpen ? '║' : '│', tone: isOpen ? 'accent' : 'dim' },
  ])
  return (
    <Box width={width + (isWide ? 1 : 0)} height={height} flexShrink={0}>
      {isWide ? <Lines lines={side} width={1} height={height} /> : null}
      <Box paddingLeft={1} flexShrink={0}>
        <Lines lines={shown} width={width - 2} height={height} />
      </Box>
    </Box>
  )
}

function moreLine(lines: number, m: Messages): Line {
  return [{ text: `↓ ${m.tui.more(m.format.number(lines))}`, tone: 'accent' }]
}

/** The card of what is chosen in the view, as lines: empty where there is none. */
export function cardLinesOf({
  ui,
  rows,
  card,
  device,
  building,
  width,
  m,
}: {
  readonly ui: Ui
  readonly rows: Rows
  readonly card: { readonly document: DeviceDocument | null; readonly isReading: boolean }
  readonly device: DeviceRow | null
  readonly building: BuildingState | null
  readonly width: number
  readonly m: Messages
}): readonly Line[] {
  const room = divided(width).card - 2
  if (ui.view === 'buildings' && building !== null) return buildingLines(building, room, m)
  if (ui.view !== 'devices' || device === null) return []
  const name = device.building === null ? null : `${device.building} ${rows.nameOf(device.building)}`.trim()
  return deviceLines({ row: device, ...card, building: name }, room, m)
}
