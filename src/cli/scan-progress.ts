import type { ScanProgress } from '../app/scan/request.js'
import type { Context } from './command.js'

/** A rate is told from the last so many milliseconds at least. */
const SPAN_MS = 10_000

/**
 * Shows how far a scan has come, on the line that rewrites itself: addresses over, found, read and failed, how fast it
 * goes, and how long it still takes at that rate.
 *
 * @param now milliseconds of a clock that only goes forward.
 */
export function scanProgress(
  { m, out }: Pick<Context, 'm' | 'out'>,
  now: () => number = () => performance.now(),
): (done: ScanProgress) => void {
  const { number, duration } = m.format
  /** Oldest first; the first one is older than the span, once there is one. */
  const points: { readonly at: number; readonly asked: number }[] = []
  return ({ asked, addresses, answered, failed, byReason }) => {
    const at = now()
    points.push({ at, asked })
    while (points[1] !== undefined && at - points[1].at > SPAN_MS) points.shift()
    const silent = byReason['no-answer'] ?? 0
    const counts = [asked, addresses, asked - silent, answered, failed - silent].map((each) => number(each))
    const [first] = points
    const perMs = first === undefined || at - first.at < 1000 ? 0 : (asked - first.asked) / (at - first.at)
    const pace = perMs === 0 ? '' : m.scan.pace(number(perMs * 1000), duration((addresses - asked) / perMs))
    const [done = '', all = '', found = '', read = '', lost = ''] = counts
    out.progress(m.scan.progress(done, all, found, read, lost) + pace)
  }
}
