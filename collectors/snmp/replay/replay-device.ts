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

/** What belongs to a recording beside itself. */
export interface ReplayOptions {
  /** Whether forwarding tables and resolved addresses are wanted. */
  readonly endpoints: boolean
  /** What a switch answers in the context of one VLAN; null where that was not recorded. */
  inVlan(vlanId: number): Promise<Recording | null>
}

const ALONE: ReplayOptions = { endpoints: false, inVlan: async () => null }

/** Reads a device from its recording through the same code as from the wire; an empty one is an empty view. */
export async function replayDevice(
  recording: Recording,
  signal: AbortSignal,
  { endpoints, inVlan }: ReplayOptions = ALONE,
): Promise<Outcome<DeviceReading>> {
  if (recording.varbinds.length === 0) return { status: 'failed', reason: { code: 'view-empty', during: null } }
  const limits = new Limits(SETTINGS)
  const agent = new Agent(new ReplaySession(recording), limits, signal)
  const value = await readEverything(agent, {
    endpoints,
    atOnce: 1,
    inVlan: async (vlanId, read) => {
      const there = await inVlan(vlanId)
      return there === null ? null : read(new Agent(new ReplaySession(there), limits, signal))
    },
  })
  return agent.reason === null ? { status: 'answered', value } : { status: 'partial', value, reason: agent.reason }
}
