import { closeSnmp, greetDevice, limitPacketsPerSecond } from '../../../collectors/snmp.js'
import { allowedFor } from '../../../collectors/snmp/networks.js'
import { UserError } from '../../model/errors.js'
import type { ReasonCode } from '../../model/outcome.js'
import { explain } from '../explain.js'
import { resolveCredential, type ConfiguredCredential, type SecretHost } from '../config/credentials.js'

/**
 * What trying one credential came to. `works`: the device answered it. `ready`: its secrets are there, and no device was
 * asked. `out-of-scope`: it may not be sent to this address, and was not. `no-secret`: a secret could not be had.
 * `failed`: the device did not answer it, for `reasonCode`.
 */
export interface CredentialTrial {
  readonly credential: string
  readonly version: '1' | '2c' | '3'
  readonly status: 'works' | 'ready' | 'out-of-scope' | 'no-secret' | 'failed'
  readonly reasonCode: ReasonCode | null
  /** sysName of the device that answered, as it says it; null when none did, or it has none. */
  readonly sysName: string | null
  /** Where the credential may be sent; null is everywhere, or not known when a secret could not be had. */
  readonly networks: readonly string[] | null
  /** Why a secret could not be had, and what to do, in the user's language. */
  readonly problem: { readonly message: string; readonly hint: string | null } | null
}

const MAX_MS = 30_000

/**
 * Tries each credential of the configuration by itself, one after the other: on a device, or without one whether its
 * secrets can be had. Asks the system group and nothing more.
 */
export async function tryCredentials(
  host: SecretHost,
  address: string | null,
  signal: AbortSignal,
): Promise<CredentialTrial[]> {
  const trials: CredentialTrial[] = []
  limitPacketsPerSecond(host.config.scan.packetsPerSecond)
  try {
    for (const configured of host.config.credentials) trials.push(await tryOne(configured, host, address, signal))
  } finally {
    closeSnmp()
  }
  return trials
}

async function tryOne(
  configured: ConfiguredCredential,
  host: SecretHost,
  address: string | null,
  signal: AbortSignal,
): Promise<CredentialTrial> {
  const { name, version } = configured
  const trial = { credential: name, version, reasonCode: null, sysName: null, networks: null, problem: null }
  const resolved = await resolveCredential(configured, host).catch((error: unknown) => {
    const told = explain(error, null, host.m)
    if (told === null) throw error
    return told
  })
  if (resolved instanceof UserError) {
    return { ...trial, status: 'no-secret', problem: { message: resolved.message, hint: resolved.hint } }
  }
  const { networks } = resolved
  if (address === null) return { ...trial, status: 'ready', networks }
  if (allowedFor(address, [resolved]).length === 0) return { ...trial, status: 'out-of-scope', networks }
  const settings = { ...host.config.scan, maxRowsPerTable: 1, maxMsPerDevice: MAX_MS }
  const { outcome } = await greetDevice(address, [resolved], settings, signal)
  if (outcome.status === 'failed') return { ...trial, status: 'failed', reasonCode: outcome.reason.code, networks }
  return { ...trial, status: 'works', sysName: outcome.value.sysName, networks }
}
