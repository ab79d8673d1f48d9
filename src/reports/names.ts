/** Words for the fields of a row that are structures (reasons, what would close a gap), in the user's language. */
export type RowTexts<Row> = Partial<Record<keyof Row & string, (row: Row) => string>>

/** `demandDownBps` → `demand_down_bps`. */
export function snakeCase(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
