/**
 * A clock that never goes back: neither while it is used, whatever becomes of the machine's, nor before the last instant
 * that is known. Intervals then never end before they begin.
 *
 * @param now the machine's clock, ISO 8601 in UTC; asked once.
 * @param last the last instant that is known, or null.
 * @param elapsedMs milliseconds of a clock that only goes forward.
 */
export function steadyClock(
  now: () => string,
  last: string | null,
  elapsedMs: () => number = () => performance.now(),
): () => string {
  const begunAt = elapsedMs()
  const first = Math.max(Date.parse(now()), last === null ? 0 : Date.parse(last) + 1)
  return () => new Date(first + Math.floor(elapsedMs() - begunAt)).toISOString()
}
