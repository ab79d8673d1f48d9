import { deriveDemands } from '../derive/demand.js'
import { findWays } from '../derive/paths.js'
import { deriveSharing, isInNeed } from '../derive/sharing.js'
import { deriveClusters } from '../derive/sharing-clusters.js'
import { placesOf } from '../derive/spans.js'
import { sum } from '../lib/group.js'
import { UserError } from '../model/errors.js'
import type { BandwidthProfile } from '../model/profile.js'
import type { SharingCluster, SharingRow } from '../model/sharing.js'
import type { Known } from './known.js'
import { capacityInput, findGaps } from './results.js'
import type { Session } from './session.js'

/** Where buildings in need could be served from, and by which standard and year they are in need. */
export interface Sharing {
  readonly rows: readonly SharingRow[]
  readonly clusters: readonly SharingCluster[]
  readonly alone: readonly string[]
  readonly nowhere: readonly string[]
  readonly profile: BandwidthProfile
  readonly schoolYear: string | null
  /** Buildings in need and their known pupils; of these buildings, those with a place that would give all they need. */
  readonly needy: { readonly buildings: number; readonly pupils: number; readonly served: number }
}

/**
 * Places that could serve buildings without a link or with too narrow an access, and clusters of such buildings.
 *
 * @throws UserError for a standard that only classifies, and when no link was imported.
 */
export async function findSharing(
  session: Session,
  known: Known,
  asked: {
    readonly profile?: string | undefined
    readonly year?: string | undefined
    readonly withinKm: number
    readonly joinKm: number
  },
): Promise<Sharing> {
  const { config, m } = session
  const { gaps, profile, schoolYear } = await findGaps(session, known, asked)
  if (profile.classes !== null) throw new UserError(m.roadmap.noDemand(profile.id), m.roadmap.noDemandHint)
  if (!known.linksImported) throw new UserError(m.sharing.noLinks, m.sharing.noLinksHint)
  const { rows, alone, nowhere } = deriveSharing({
    ...known,
    gaps,
    ways: findWays(known.wanLinks, known.pops),
    demands: deriveDemands(capacityInput(config, known, { profile, schoolYear })),
    bothWays: profile.up !== null || profile.schoolMinimum !== null,
    withinKm: asked.withinKm,
  })
  const places = placesOf(known)
  const needy = gaps.filter(isInNeed)
  const served = new Set(rows.filter(({ wouldLevel }) => wouldLevel === 'ok').map(({ building }) => building))
  return {
    rows,
    clusters: deriveClusters(rows, (building) => places.get(building) ?? null, asked.joinKm),
    ...{ alone, nowhere, profile, schoolYear },
    needy: {
      buildings: needy.length,
      pupils: sum(needy.map(({ pupils }) => pupils ?? 0)),
      served: served.size,
    },
  }
}
