import { isIPv6 } from 'node:net'
import ipaddr from 'ipaddr.js'
import type { PingResult } from '../src/model/reading.js'
import { pingResultOf, type PingRun } from './ping/reading.js'

interface PingPackage {
  readonly promise: {
    probe(address: string, options: { timeout: number; min_reply: number; v6: boolean }): Promise<PingRun>
  }
}

let loaded: Promise<PingPackage> | null = null

function loadPing(): Promise<PingPackage> {
  loaded ??= import('ping').then((module) => module.default as PingPackage)
  return loaded
}

/**
 * Asks a host for one echo. `timeoutMs` is rounded up to whole seconds, which is what the program takes; the PATH of
 * `env`, the process's own when absent, finds it.
 *
 * `unavailable` means that the program is missing or has no right to send: it says nothing of the host. Only addresses
 * are taken (a RangeError otherwise): the program gets its target without `--`, so a name could pass for an option.
 */
export async function ping(
  address: string,
  { timeoutMs, env = process.env }: { readonly timeoutMs: number; readonly env?: NodeJS.ProcessEnv },
): Promise<PingResult> {
  if (!ipaddr.IPv4.isValidFourPartDecimal(address) && !isIPv6(address)) {
    throw new RangeError(`Not a four-part IPv4 address or an IPv6 address: ${address}`)
  }
  const { promise } = await loadPing()
  try {
    const timeout = Math.max(1, Math.ceil(timeoutMs / 1000))
    return pingResultOf(
      await inBareEnvironment(env, () => promise.probe(address, { timeout, min_reply: 1, v6: isIPv6(address) })),
    )
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return { status: 'unavailable', why }
  }
}

/** What the program needs of our environment: to be found, and on Windows to start at all. */
const KEPT = ['PATH', 'SystemRoot'] as const

/**
 * Starts the program with an environment of its own: the C locale, whose words the package parses, and nothing that
 * could be a secret. The package writes into `process.env` and hands it on as it stands at that moment.
 */
function inBareEnvironment<T>(env: NodeJS.ProcessEnv, start: () => T): T {
  const own = process.env
  const kept = KEPT.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]] as const]))
  process.env = { ...Object.fromEntries(kept), LC_ALL: 'C' }
  try {
    return start()
  } finally {
    process.env = own
  }
}
