import { readDevice } from '../../collectors/snmp.js'
import { forEachLimited } from '../../src/lib/concurrency.js'
import { Secret } from '../../src/model/secret.js'

/** Devices read or walked at once, as the scan does. */
export const AT_ONCE = 64
const CREDENTIAL = { name: 'bench', version: '2c', community: new Secret('public'), networks: null } as const
const SETTINGS = { timeoutMs: 5000, retries: 3, perDevice: 1, maxRowsPerTable: 100_000, maxMsPerDevice: 600_000 }

/** Reads devices, and keeps nothing of them. */
export async function readAll(addresses: readonly string[], port: number): Promise<void> {
  const { signal } = new AbortController()
  await forEachLimited(addresses, AT_ONCE, async (address) => {
    await readDevice(address, [CREDENTIAL], { ...SETTINGS, port }, signal)
  })
}
