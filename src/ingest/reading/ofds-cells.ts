/**
 * What a cell names: itself, or where it is JSON (the members of an Open Fibre Data Standard span: `networkProviders`,
 * `transmissionMedium`, `network`), the names in it, with commas between.
 */
export function namesIn(cell: string): string {
  const read = parsed(cell)
  if (read === undefined) return cell
  const names = (Array.isArray(read) ? read : [read]).map((each) =>
    typeof each === 'string' ? each : member(each, 'name'),
  )
  return names.filter((name) => name !== '').join(', ')
}

/** An end as an id: the cell itself, or where it is a node of an Open Fibre Data Standard span, the node's. */
export function plainEnd(cell: string): string {
  const read = parsed(cell)
  return read === undefined ? cell : member(read, 'id')
}

/** Where a node of a span is; null when the cell is none, or does not say. */
export function nodePlace(cell: string): unknown {
  const location = (parsed(cell) as { location?: { coordinates?: unknown } } | undefined)?.location
  return location?.coordinates ?? null
}

/** A cell's JSON array or object; undefined for any other text. */
function parsed(cell: string): object | undefined {
  if (!/^[[{]/.test(cell)) return undefined
  try {
    return JSON.parse(cell) as object
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function member(value: unknown, name: string): string {
  const found = (value as Readonly<Record<string, unknown>> | null)?.[name]
  return typeof found === 'string' || typeof found === 'number' ? String(found) : ''
}
