import type { PingResult } from '../../src/model/reading.js'

/** What `ping` says when it cannot send at all: the host's silence it is not. */
const NO_RIGHT =
  /(?:socket|capabilit|SOCK_RAW|setuid|suid|lacking privilege)[^\n]*|Operation not permitted|Permission denied/i
/** An address that the system has no way to: nothing was sent, and nothing can be said of the tool. */
const NO_ROUTE = /Network is unreachable|No route to host|Address family not supported/i

/** What the `ping` package makes of a run: its own fields, and all that the program printed. */
export interface PingRun {
  readonly alive: boolean
  /** Milliseconds, or 'unknown'. */
  readonly time: number | 'unknown'
  readonly output: string
  /** Percent as text; 'unknown' when the program printed no statistics. */
  readonly packetLoss: string
}

/**
 * Tells silence from a tool that could not ask: without the right to open a socket, `ping` prints why and the package
 * says `alive: false`, as for a dead host.
 */
export function pingResultOf(run: PingRun): PingResult {
  if (run.alive) return { status: 'alive', rttMs: run.time === 'unknown' ? null : run.time }
  if (NO_ROUTE.test(run.output)) return { status: 'silent' }
  if (NO_RIGHT.test(run.output)) return { status: 'unavailable', why: reasonIn(run.output) }
  const hasStatistics = run.packetLoss !== 'unknown' || /packets transmitted/.test(run.output)
  return hasStatistics ? { status: 'silent' } : { status: 'unavailable', why: reasonIn(run.output) }
}

/** The line that says why, else the first one. */
function reasonIn(output: string): string {
  const lines = output.trim().split('\n')
  return lines.find((line) => /not permitted|denied|lacking/i.test(line)) ?? lines[0] ?? ''
}
