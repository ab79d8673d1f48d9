import type { Messages } from '../i18n/translator.js'
import type { ReasonCode } from '../model/outcome.js'
import type { DeviceRow } from '../model/rows.js'
import type { TextField } from './rows.js'
import type { Span } from './lines.js'
import type { Column } from './table.js'
import { inert } from './text.js'
import { statusMark } from './theme.js'

/** The state of a device in few words: why it was not read, or not whole, tells more than that it was not. */
export function stateSpan({ status, reasonCode }: DeviceRow, m: Messages): Span {
  const text =
    reasonCode === null
      ? (m.statuses[status as keyof typeof m.statuses] ?? inert(status))
      : (m.shortReasons[reasonCode as ReasonCode] ?? inert(reasonCode))
  return { text: inert(text), tone: status === 'answered' ? 'dim' : statusMark(status).tone }
}

/** What the columns of devices need beside the row. */
interface Around {
  readonly m: Messages
  nameOf(building: string): string
  /** The most characters that a field takes in the rows: a column has no use for more. */
  longest(field: TextField): number
}

const NONE = '—'

/** Columns of the list of devices, the first to go last. */
export function deviceColumns({ m, nameOf, longest }: Around): readonly Column<DeviceRow>[] {
  const text = (value: string | null): readonly [Span] => [
    value === null ? { text: NONE, tone: 'dim' } : { text: inert(value) },
  ]
  const { headers, words, format } = m
  return [
    {
      key: 'mark',
      header: '',
      least: 1,
      most: 1,
      rank: 0,
      cell: ({ status }) => {
        const { sign, tone } = statusMark(status)
        return [{ text: sign, tone }]
      },
    },
    {
      key: 'address',
      header: headers.managementAddress,
      least: 15,
      most: longest('managementAddress'),
      rank: 0,
      cell: (row) => text(row.managementAddress),
    },
    {
      key: 'name',
      header: headers.sysName,
      least: 14,
      most: longest('sysName'),
      rank: 0,
      cell: (row) => text(row.sysName),
    },
    { key: 'model', header: headers.model, least: 18, most: longest('model'), rank: 1, cell: (row) => text(row.model) },
    {
      key: 'vendor',
      header: m.show.vendor,
      least: 12,
      most: longest('vendor'),
      rank: 6,
      cell: (row) => text(row.vendor),
    },
    {
      key: 'kind',
      header: headers.kind,
      least: 11,
      most: 16,
      rank: 3,
      cell: (row) => text(words[`kind-${row.kind}` as keyof typeof words] ?? row.kind),
    },
    { key: 'building', header: headers.building, least: 8, most: 8, rank: 2, cell: (row) => text(row.building) },
    {
      key: 'buildingName',
      header: headers.name,
      least: 16,
      most: 34,
      rank: 7,
      cell: ({ building }) => text(building === null ? null : nameOf(building) || null),
    },
    { key: 'state', header: headers.status, least: 13, most: 16, rank: 0, cell: (row) => [stateSpan(row, m)] },
    {
      key: 'version',
      header: m.show.version,
      least: 10,
      most: longest('osVersion'),
      rank: 9,
      cell: (row) => text(row.osVersion),
    },
    {
      key: 'serial',
      header: m.show.serial,
      least: 15,
      most: longest('serialNumber'),
      rank: 8,
      cell: (row) => text(row.serialNumber),
    },
    {
      key: 'lastSeen',
      header: m.tui.seenLast,
      least: 20,
      most: 20,
      rank: 10,
      cell: (row) => text(format.dateTime(row.lastSeen)),
    },
  ]
}
