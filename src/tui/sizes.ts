/** The smallest window that the interface is drawn in, in columns and rows of the terminal. */
export const LEAST = { columns: 60, rows: 16 } as const

/** From this width on, a list stands beside the card of what is chosen in it. */
export const WIDE = 140

/** Rows that are not the body's: title, views, rule, status, keys. */
export const FRAME_ROWS = 5

/** How a wide window is divided between a list and its card. */
export function divided(width: number): { readonly list: number; readonly card: number } {
  if (width < WIDE) return { list: width, card: width }
  const card = Math.min(100, Math.floor(width * 0.42))
  return { list: width - card - 1, card }
}
