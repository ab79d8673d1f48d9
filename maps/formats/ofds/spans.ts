import type { LineString, Position } from 'geojson'
import type { MapDrawing } from '../../../src/model/map-format.js'
import type { Medium, WanLinkFacts } from '../../../src/model/wan-link.js'
import { routeOf } from '../../scene/route.js'
import type { Reference } from './nodes.js'

export interface Span {
  readonly id: string
  readonly name?: string
  readonly status: WanLinkFacts['status']
  readonly start: string
  readonly end: string
  readonly route?: LineString
  readonly networkProviders?: readonly Reference[]
  readonly transmissionMedium?: readonly Medium[]
  /** Gbit/s, down. */
  readonly capacity?: number
  readonly capacityDetails?: { readonly description: string }
  readonly countries: readonly string[]
  /** What the standard has no member for, so that our own import reads the same link: absent when it adds nothing. */
  readonly cartable?: {
    readonly role?: 'backup'
    /** A medium that the standard has no word for. */
    readonly medium?: Medium
    /** Gbit/s, where it differs from `capacity`. */
    readonly capacityUp?: number
  }
}

const STANDARD_MEDIA: readonly Medium[] = ['fibre', 'microwave', 'copper', 'coaxial']

/**
 * A link as a span, from the school's end to RISQ's. It has a route only where a file tells one and the map is not for
 * everybody: the nodes say where its ends are. Cost and contract stay out: the standard has no place for them.
 */
export function spanOf(link: WanLinkFacts, { isPublic }: MapDrawing): Span {
  const { id, name, status, provider, medium, role, capacityDownBps: down, capacityUpBps: up } = link
  const route = isPublic ? null : routeOf(link.route)
  const isStandard = medium !== null && STANDARD_MEDIA.includes(medium)
  const isUneven = down !== null && up !== null && down !== up
  const own = {
    ...(role === 'backup' ? { role } : {}),
    ...(medium === null || isStandard ? {} : { medium }),
    ...(isUneven ? { capacityUp: up / 1e9 } : {}),
  }
  return {
    id,
    ...(name === null || name === '' ? {} : { name }),
    status,
    start: link.a,
    end: link.b,
    ...(route === null ? {} : { route: { type: 'LineString', coordinates: inOne(route.coordinates) } }),
    ...(provider === null || provider === '' ? {} : { networkProviders: [{ id: provider, name: provider }] }),
    ...(isStandard ? { transmissionMedium: [medium] } : {}),
    ...(down === null ? {} : { capacity: down / 1e9 }),
    ...(isUneven ? { capacityDetails: { description: `${down / 1e6} Mbit/s down, ${up / 1e6} Mbit/s up` } } : {}),
    countries: ['CA'],
    ...(Object.keys(own).length === 0 ? {} : { cartable: own }),
  }
}

/** The standard has no line in parts: what joins them is where the file says nothing. */
function inOne(coordinates: readonly Position[] | readonly Position[][]): Position[] {
  return (coordinates as Position[][]).every(([first]) => Array.isArray(first))
    ? (coordinates as Position[][]).flat()
    : [...(coordinates as Position[])]
}
