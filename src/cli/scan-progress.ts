import type { ScanProgress } from '../app/scan/request.js'
import type { Context } from './command.js'

/** Shows how far a scan has come, on the line that rewrites itself. */
export function scanProgress({ m, out }: Pick<Context, 'm' | 'out'>): (done: ScanProgress) => void {
  const { number } = m.format
  return ({ asked, addresses, answered, failed }) =>
    out.progress(m.scan.progress(number(asked), number(addresses), number(answered), number(failed)))
}
