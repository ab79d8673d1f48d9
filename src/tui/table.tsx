import { Box } from 'ink'
import { memo, useMemo, type ReactNode } from 'react'
import { Spans, type Line } from './lines.js'
import { useColour } from './theme.js'

/** A column of a table on the screen. */
export interface Column<Row> {
  readonly key: string
  readonly header: string
  /** The narrowest that it makes sense at, in columns of the terminal. */
  readonly least: number
  /** The widest that it has a use for. */
  readonly most: number
  readonly right?: boolean
  /** Columns of the greatest rank go first when there is no room. */
  readonly rank: number
  cell(row: Row): Line
}

/** A column with the width that it got. */
export interface Placed<Row> {
  readonly column: Column<Row>
  readonly width: number
}

const GAP = 1
/** The mark of the chosen line, and a space. */
const MARGIN = 2

/** Chooses the columns that fit in a width, and shares what is left among those that can use it. */
export function placed<Row>(columns: readonly Column<Row>[], width: number): Placed<Row>[] {
  const room = width - MARGIN
  const needed = (some: readonly Column<Row>[]): number =>
    some.reduce((sum, { least }) => sum + least, 0) + GAP * Math.max(0, some.length - 1)
  let kept = columns
  while (kept.length > 1 && needed(kept) > room) {
    const last = Math.max(...kept.map(({ rank }) => rank))
    kept = kept.filter(({ rank }) => rank !== last)
  }
  const widths = kept.map(({ least }) => least)
  for (let left = room - needed(kept); left > 0;) {
    const growing = kept.flatMap(({ most }, i) => ((widths[i] ?? 0) < most ? [i] : []))
    if (growing.length === 0) break
    for (const i of growing.slice(0, left)) widths[i] = (widths[i] ?? 0) + 1
    left -= Math.min(left, growing.length)
  }
  return kept.map((column, i) => ({ column, width: widths[i] ?? column.least }))
}

/** Cells of fixed widths, so that nothing that a name holds can shift what follows it. */
function Cells<Row>({
  columns,
  textOf,
  chosen,
}: {
  readonly columns: readonly Placed<Row>[]
  readonly textOf: (column: Column<Row>) => Line
  readonly chosen: boolean
}): ReactNode {
  return columns.map(({ column, width }, i) => (
    <Box
      key={column.key}
      width={width}
      marginRight={i === columns.length - 1 ? 0 : GAP}
      flexShrink={0}
      justifyContent={column.right === true ? 'flex-end' : 'flex-start'}
    >
      <Spans line={textOf(column)} chosen={chosen} />
    </Box>
  ))
}

interface RowProps<Row> {
  readonly row: Row
  readonly columns: readonly Placed<Row>[]
  readonly chosen: boolean
  readonly width: number
}

function RowLine<Row>({ row, columns, chosen, width }: RowProps<Row>): ReactNode {
  const colour = useColour()
  return (
    <Box width={width} height={1} flexShrink={0} {...(chosen && colour ? { backgroundColor: 'cyan' } : {})}>
      <Box width={MARGIN} flexShrink={0}>
        <Spans line={[{ text: chosen ? '> ' : '  ' }]} chosen={chosen} />
      </Box>
      <Cells columns={columns} textOf={(column) => column.cell(row)} chosen={chosen} />
    </Box>
  )
}

/** A row is drawn again only when it, its columns or its choice change. */
const MemoRow = memo(RowLine) as typeof RowLine

/** The first row shown so that the chosen one is on the screen, a third of the way when there is room. */
export function firstShown(cursor: number, count: number, height: number): number {
  return Math.max(0, Math.min(cursor - Math.floor(height / 3), count - height))
}

/** A table with a header and a chosen line. Only the rows that are on the screen are drawn. */
export function Table<Row>({
  rows,
  columns,
  cursor,
  width,
  height,
  hasHeader = true,
}: {
  readonly rows: readonly Row[]
  readonly columns: readonly Column<Row>[]
  readonly cursor: number
  readonly width: number
  readonly height: number
  readonly hasHeader?: boolean
}): ReactNode {
  const places = useMemo(() => placed(columns, width), [columns, width])
  const room = height - (hasHeader ? 1 : 0)
  const from = firstShown(cursor, rows.length, room)
  return (
    <Box flexDirection="column" width={width} height={height} flexShrink={0}>
      {hasHeader ? (
        <Box width={width} height={1} flexShrink={0} paddingLeft={MARGIN}>
          <Cells columns={places} textOf={({ header }) => [{ text: header, bold: true }]} chosen={false} />
        </Box>
      ) : null}
      {rows.slice(from, from + room).map((row, i) => (
        <MemoRow key={from + i} row={row} columns={places} chosen={from + i === cursor} width={width} />
      ))}
    </Box>
  )
}
