import { deriveLinkMeasure } from '../derive/link-measures.js'
import { groupedBy } from '../lib/group.js'
import type { LinkMeasure } from '../model/traffic.js'
import type { WanLink } from '../model/wan-link.js'
import type { Db } from '../store/database.js'
import { daysOf } from '../store/traffic.js'
import { interfacesAtLinks } from '../store/wan-interfaces.js'

/** What was measured of some wide-area links, by their ids; a link that nobody measures is not there. */
export async function measureLinks(db: Db, links: readonly WanLink[]): Promise<ReadonlyMap<string, LinkMeasure>> {
  const ends = groupedBy(await interfacesAtLinks(db), ({ link }) => link)
  const measured = links.filter(({ id }) => ends.has(id))
  const days = await daysOf(
    db,
    measured.flatMap(({ id }) => ends.get(id) ?? []).map(({ id }) => id),
  )
  return new Map(
    measured.flatMap((link): [string, LinkMeasure][] => {
      const own = (ends.get(link.id) ?? []).map(({ id, linkEnd }) => ({ linkEnd, days: days.get(id) ?? [] }))
      const measure = deriveLinkMeasure(link, own)
      return measure === null ? [] : [[link.id, measure]]
    }),
  )
}
