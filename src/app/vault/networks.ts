import type { Messages } from '../../i18n/translator.js'
import { readCidr } from '../../ingest/reading/values.js'
import { UserError } from '../../model/errors.js'

/**
 * Networks written one after the other (`10.20.9.0/24,10.30.0.0/16`); null when nothing is written, which is everywhere.
 *
 * @throws UserError naming the part that is no network.
 */
export function readNetworks(written: string | undefined, { config, vault }: Messages): string[] | null {
  if (written === undefined) return null
  const parts = written.split(/[\s,]+/).filter((part) => part !== '')
  if (parts.length === 0) throw new UserError(vault.noNetworks, vault.networksHint, { usage: true })
  return parts.map((part) => {
    const reading = readCidr(part)
    if (reading.fault === null) return reading.cidr
    const what = reading.fault === 'form' ? config.badCidr(part) : config.cidrBits(part, reading.right)
    throw new UserError(`--networks: ${what}`, vault.networksHint, { usage: true })
  })
}
