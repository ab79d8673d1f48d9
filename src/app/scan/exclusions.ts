import type { AddressRange } from '../../lib/address-ranges.js'
import { UserError } from '../../model/errors.js'
import type { Session } from '../session.js'
import { withFiles } from './read-targets.js'
import { parseExclusions, withoutExcluded, type TargetRange } from './targets.js'

/** What the configuration excludes, its files read. @throws UserError for a part that is no address, range or network. */
export async function excludedBy({ config, m }: Pick<Session, 'config' | 'm'>): Promise<AddressRange[]> {
  const lists = await Promise.all(config.scan.exclude.map((text) => withFiles(text, config.folder)))
  return parseExclusions(lists.join(' '), m.scan)
}

/**
 * What is left of some targets without those that the configuration (`scan.exclude`) or the person excludes.
 *
 * @throws UserError when nothing is left, and as `excludedBy`.
 */
export async function leftToAsk(
  session: Pick<Session, 'config' | 'm'>,
  ranges: readonly TargetRange[],
  excluded: readonly AddressRange[] = [],
): Promise<TargetRange[]> {
  const { m } = session
  const left = withoutExcluded(ranges, [...(await excludedBy(session)), ...excluded])
  if (left.length === 0) throw new UserError(m.scan.allExcluded, m.scan.allExcludedHint, { usage: true })
  return left
}
