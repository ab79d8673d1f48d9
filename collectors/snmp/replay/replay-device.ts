import type { DeviceReading } from '../../../src/model/device.js'
import type { Outcome } from '../../../src/model/outcome.js'
import { readEverything } from '../read.js'
import { Agent } from '../wire/agent.js'
import { Limits } from '../wire/limits.js'
import type { Recording } from './recording.js'
import { ReplaySession } from './replay-session.js'

/** A recording answers at once: only the time that reading takes counts. */
const SETTINGS = {
  port: 0,
  timeoutMs: 1000,
  retries: 0,
  perDevice: 1,
  maxRowsPerTable: 100_000,
  maxMsPerDevice: 60_000,
}

/** Reads a device from its recording through the same code as from the wire; an empty one is an empty view. */
export async function replayDevice(recording: Recording, signal: AbortSignal): Promise<Outcome<DeviceReading>> {
  if (recording.varbinds.length === 0) return { status: 'failed', reason: { code: 'view-empty', during: null } }
  const agent = new Agent(new ReplaySession(recording), new Limits(SETTINGS), signal)
  const value = await readEverything(agent)
  return agent.reason === null ? { status: 'answered', value } : { status: 'partial', value, reason: agent.reason }
}
