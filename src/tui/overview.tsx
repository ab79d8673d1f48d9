import { Box } from 'ink'
import { useMemo, type ReactNode } from 'react'
import type { Inventory } from '../app/inventory.js'
import type { Messages } from '../i18n/translator.js'
import { Lines, type Line } from './lines.js'
import { buildingsPanel, devicesPanel, kindsPanel, lastScanPanel, scansLines, type Concern } from './overview-panels.js'
import { Table, type Column } from './table.js'
import { WIDE } from './sizes.js'

/** The state of the board at a glance: devices, buildings, the last scan, and what to look at. */
export function Overview({
  inventory,
  concerns,
  cursor,
  width,
  height,
  now,
  m,
}: {
  readonly inventory: Inventory
  readonly concerns: readonly Concern[]
  readonly cursor: number
  readonly width: number
  readonly height: number
  readonly now: number
  readonly m: Messages
}): ReactNode {
  const panels = panelsOf(inventory, width, now, m)
  const top = Math.min(height - 4, Math.max(...panels.map((panel) => panel.length)))
  const each = Math.floor(width / panels.length)
  return (
    <Box flexDirection="column" width={width} height={height} flexShrink={0}>
      <Box width={width} height={top} flexShrink={0}>
        {panels.map((panel, i) => (
          <Box key={i} width={each} flexShrink={0} paddingLeft={1}>
            <Lines lines={panel} width={each - 1} height={top} />
          </Box>
        ))}
      </Box>
      <Box height={1} flexShrink={0} />
      {inventory.devices.length + inventory.buildings.length === 0 ? null : (
        <Concerns concerns={concerns} cursor={cursor} width={width} height={height - top - 1} m={m} />
      )}
    </Box>
  )
}

function panelsOf(inventory: Inventory, width: number, now: number, m: Messages): readonly (readonly Line[])[] {
  const isWide = width >= WIDE
  const room = Math.floor(width / (isWide ? 3 : 2)) - 2
  const devices = devicesPanel(inventory, room, m)
  const buildings = buildingsPanel(inventory, room, m)
  if (!isWide) return [[...devices, ...lastScanPanel(inventory, now, m)], buildings]
  const history: Line[] = [
    [{ text: m.tui.scans, bold: true }],
    ...(inventory.scans.rows.length === 0
      ? [[{ text: `  ${m.tui.noScan}`, tone: 'dim' }] satisfies Line]
      : scansLines(inventory.scans, 14, now, m)),
  ]
  return [[...devices, ...kindsPanel(inventory, 14, room, m)], buildings, history]
}

function Concerns({
  concerns,
  cursor,
  width,
  height,
  m,
}: {
  readonly concerns: readonly Concern[]
  readonly cursor: number
  readonly width: number
  readonly height: number
  readonly m: Messages
}): ReactNode {
  const columns = useMemo(() => concernColumns(m), [m])
  const title: Line = [{ text: m.tui.toLookAt, bold: true }]
  const nothing: Line = [{ text: `  ${m.tui.nothingToLookAt}`, tone: 'good' }]
  return (
    <Box flexDirection="column" width={width} height={height} flexShrink={0}>
      <Box paddingLeft={1} width={width} flexShrink={0}>
        <Lines
          lines={concerns.length === 0 ? [title, nothing] : [title]}
          width={width - 1}
          height={concerns.length === 0 ? 2 : 1}
        />
      </Box>
      {concerns.length === 0 ? null : (
        <Table rows={concerns} columns={columns} cursor={cursor} width={width} height={height - 1} hasHeader={false} />
      )}
    </Box>
  )
}

function concernColumns(m: Messages): readonly Column<Concern>[] {
  return [
    {
      key: 'mark',
      header: '',
      least: 2,
      most: 2,
      rank: 0,
      cell: ({ mark }) => [{ text: mark.sign, tone: mark.tone }],
    },
    {
      key: 'count',
      header: '',
      least: 14,
      most: 16,
      right: true,
      rank: 0,
      cell: ({ facet, count }) => [
        { text: (facet.of === 'level' ? m.tui.buildingCount : m.tui.deviceCount)(m.format.number(count)) },
      ],
    },
    { key: 'text', header: '', least: 30, most: 160, rank: 0, cell: ({ text }) => [{ text }] },
  ]
}
