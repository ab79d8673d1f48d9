import type { Credential } from '../../model/credential.js'
import { UserError } from '../../model/errors.js'
import { sampleTraffic } from '../sample.js'
import type { Session } from '../session.js'
import { inBlackout } from './blackout.js'

/**
 * Reads the counters of the wide-area interfaces once, as `sample` does; a scan does it at both ends. Nothing is asked in
 * blackout hours, nor while a sample is under way, which asks the same. Gives what was sent.
 */
export async function countWan(
  session: Session,
  request: { readonly credentials: readonly Credential[]; readonly signal: AbortSignal },
): Promise<{ readonly packetsSent: number; readonly bytesSent: number }> {
  const { blackout } = session.config.scan
  const isQuiet = blackout !== undefined && inBlackout(blackout, new Date(session.now()))
  if (isQuiet || request.signal.aborted) return { packetsSent: 0, bytesSent: 0 }
  try {
    return await sampleTraffic(session, request)
  } catch (error) {
    if (error instanceof UserError) return { packetsSent: 0, bytesSent: 0 }
    throw error
  }
}
