/** One measurement: one file in bench/. Figures are ratios against something that runs beside it, on the same machine. */
export interface Bench {
  readonly id: string
  readonly about: string
  /** Lines to print. */
  measure(): Promise<readonly string[]>
}

/** The one in the middle, or the second of the two that are. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0
}

/** The median of some runs of each, taken in turn so that a busy moment falls on both. */
export async function compare(
  runs: number,
  ours: () => Promise<number> | number,
  theirs: () => Promise<number> | number,
): Promise<{ readonly oursMs: number; readonly theirsMs: number; readonly ratio: number }> {
  const mine: number[] = []
  const other: number[] = []
  for (let i = 0; i < runs; i++) {
    other.push(await theirs())
    mine.push(await ours())
  }
  const [oursMs, theirsMs] = [median(mine), median(other)]
  return { oursMs, theirsMs, ratio: oursMs / theirsMs }
}

/** A line with both times and their ratio. */
export function told(
  what: string,
  beside: string,
  { oursMs, theirsMs, ratio }: { readonly oursMs: number; readonly theirsMs: number; readonly ratio: number },
): string {
  return `${what}: ${oursMs.toFixed(0)} ms, ${beside}: ${theirsMs.toFixed(0)} ms, ratio ${ratio.toFixed(2)}`
}
