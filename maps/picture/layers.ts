import type { MultiPolygon, Position } from 'geojson'
import type { Level } from '../../src/model/records.js'
import { GROUND, PAINTS } from '../palette.js'
import type { Scene } from '../scene/scene.js'
import { element, path, symbol } from './draw.js'
import { FRAME, isInFrame, type View } from './sheet.js'

type Link = Scene['wanLinks']['features'][number]
type Building = Scene['buildings']['features'][number]

/** What is drawn last is seen: the worst on top. */
const ORDER: readonly Level[] = ['ok', 'unknown', 'tight', 'unlinked', 'short', 'critical']

const frame = (attributes: Readonly<Record<string, string | number>>): string =>
  element('rect', { x: FRAME.left, y: FRAME.top, width: FRAME.width, height: FRAME.height, ...attributes })

/** The ground: Québec's land; what is not Québec, land or water, is left plain. */
export function ground(outline: MultiPolygon['coordinates'], view: View): string {
  const d = outline.map((rings) => areaPath(rings, view)).join('')
  return [
    frame({ fill: GROUND.water }),
    element('path', { d, fill: GROUND.land, stroke: GROUND.shore, 'stroke-width': 0.8, 'fill-rule': 'evenodd' }),
  ].join('\n')
}

/** The frame's own line, and the clip that keeps everything inside. */
export const FRAME_LINE = frame({ fill: 'none', stroke: GROUND.border, 'stroke-width': 1 })
export const CLIP = `<clipPath id="frame">${frame({})}</clipPath>`

function areaPath(rings: readonly Position[][], view: View): string {
  const points = rings.map((ring) => ring.map(view.toPoint))
  return points.some((ring) => ring.length > 0) ? points.map((ring) => path(ring, true)).join('') : ''
}

/** Territories: a veil of their level's colour, and their border. */
export function territories({ territories: { features } }: Scene, view: View): string[] {
  return features.map(({ geometry, properties }) => {
    const areas = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
    return element('path', {
      d: areas.map((rings) => areaPath(rings, view)).join(''),
      fill: PAINTS[properties.level].fill,
      'fill-opacity': properties.level === 'unknown' ? '0' : '0.12',
      'fill-rule': 'evenodd',
      stroke: GROUND.border,
      'stroke-width': 0.8,
    })
  })
}

/** How a link looks: too narrow in its level's colour, a backup in dashes, what carries nothing in dots. */
export type LinkKind = 'link' | 'narrow' | 'backup' | 'planned'

export function linkStroke(kind: LinkKind, width: number, level: Level = 'critical'): Record<string, string | number> {
  const color = { link: GROUND.link, narrow: PAINTS[level].fill, backup: GROUND.link, planned: GROUND.faint }[kind]
  const dash = { link: null, narrow: null, backup: '7 4', planned: '1.5 4' }[kind]
  return {
    fill: 'none',
    stroke: color,
    'stroke-width': width,
    'stroke-linecap': kind === 'planned' ? 'round' : 'butt',
    'stroke-linejoin': 'round',
    ...(dash === null ? {} : { 'stroke-dasharray': dash }),
  }
}

function kindOf({ status, role, level }: Link['properties']): LinkKind {
  if (status !== 'operational') return 'planned'
  if (role === 'backup') return 'backup'
  return ['critical', 'short', 'tight'].includes(level) ? 'narrow' : 'link'
}

/** From 1 at 10 Mbit/s to 4 at 10 Gbit/s, thinner where there are thousands. */
function widthOf(bps: number | null, scale: number): number {
  const decades = bps === null || bps <= 0 ? 0 : Math.max(0, Math.min(3, Math.log10(bps / 1e7)))
  return (1 + decades) * scale
}

const KINDS: readonly LinkKind[] = ['planned', 'backup', 'link', 'narrow']

export function links({ wanLinks: { features } }: Scene, view: View): string[] {
  const scale = features.length > 400 ? 0.4 : 1
  const rank = ({ properties }: Link): number =>
    10 * KINDS.indexOf(kindOf(properties)) + ORDER.indexOf(properties.level)
  return features
    .toSorted((a, b) => rank(a) - rank(b))
    .map(({ geometry, properties }) => {
      const lines = geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates
      const d = lines.map((line) => path(line.map(view.toPoint))).join('')
      const width = widthOf(properties.capacity_down_bps, scale)
      return d === '' ? '' : element('path', { d, ...linkStroke(kindOf(properties), width, properties.level) })
    })
    .filter((each) => each !== '')
}

/** The radius of a building's symbol: its area grows with its pupils, and thousands are smaller than a few. */
export function radiusIn({ buildings: { features } }: Scene): (building: Building) => number {
  const [least, most] = features.length > 1000 ? [1.6, 4] : features.length > 200 ? [2.5, 6.5] : [4, 10]
  return ({ properties }) => least + (most - least) * Math.min(1, Math.sqrt((properties.pupils ?? 0) / 1000))
}

/** Buildings, the worst on top, then points of presence. */
export function symbols({ buildings, pops }: Scene, view: View, radiusOf: (building: Building) => number): string[] {
  const rank = ({ properties }: Building): number => ORDER.indexOf(properties.level)
  return [
    ...buildings.features
      .toSorted((a, b) => rank(a) - rank(b))
      .flatMap((building) => {
        const at = view.toPoint(building.geometry.coordinates)
        return isInFrame(at) ? [symbol(at, building.properties.level, radiusOf(building))] : []
      }),
    ...pops.features.map(({ geometry }) => symbol(view.toPoint(geometry.coordinates), 'pop', 5)),
  ]
}
