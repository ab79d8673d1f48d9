import { inBlackout } from './blackout.js'
import type { Session } from '../session.js'
import { addressesOf, type Target } from './targets.js'
import type { ScanRequest } from './request.js'

/** The targets, until the person or the clock says stop. */
export function* whileAllowed({ config, now }: Session, { ranges, signal, replay }: ScanRequest): Generator<Target> {
  const blackout = replay === undefined ? config.scan.blackout : undefined
  for (const target of addressesOf(ranges)) {
    if (signal.aborted || (blackout !== undefined && inBlackout(blackout, new Date(now())))) return
    yield target
  }
}
