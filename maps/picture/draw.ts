import { escapedXml } from '../xml.js'
import { printable } from '../../src/lib/text.js'
import type { Level } from '../../src/model/records.js'
import { GROUND, PAINTS } from '../palette.js'
import { FONT, type Weight } from './font.js'
import type { Point } from './sheet.js'

/** A number as the picture writes it: a hundredth of a millimetre is finer than a printer. */
export function num(value: number): string {
  return String(Number(value.toFixed(1)) + 0)
}

type Attributes = Readonly<Record<string, string | number | null>>

/** An element; an attribute that is null is not written. */
export function element(name: string, attributes: Attributes, content = ''): string {
  const told = Object.entries(attributes).flatMap(([key, value]) => {
    if (value === null) return []
    return [` ${key}="${typeof value === 'number' ? num(value) : escapedXml(value)}"`]
  })
  return `<${name}${told.join('')}${content === '' ? '/>' : `>${content}</${name}>`}`
}

interface Lettering {
  readonly size: number
  readonly weight?: Weight
  readonly fill?: string
  readonly anchor?: 'start' | 'middle' | 'end'
  /** With a band of the ground around it, over what it covers. */
  readonly halo?: boolean
}

/** A line of text: printable, escaped, in the picture's font. */
export function text([x, y]: Point, words: string, lettering: Lettering): string {
  const { size, weight = 400, fill = GROUND.ink, anchor = 'start', halo = false } = lettering
  return element(
    'text',
    {
      x,
      y,
      'font-family': `${FONT.family}, Arial, sans-serif`,
      'font-size': size,
      'font-weight': weight === 400 ? null : weight,
      fill,
      'text-anchor': anchor === 'start' ? null : anchor,
      ...(halo ? { stroke: GROUND.halo, 'stroke-width': 3, 'stroke-linejoin': 'round', 'paint-order': 'stroke' } : {}),
    },
    escapedXml(printable(words)),
  )
}

const corners = (...points: readonly Point[]): readonly Point[] => points

/** Each level's shape around the origin, of radius 1: areas are about equal. They are the page's. */
const SHAPES: Readonly<Record<Exclude<Level, 'ok' | 'unknown'> | 'pop', readonly Point[]>> = {
  critical: corners([-1.15, -0.85], [1.15, -0.85], [0, 1.15]),
  short: corners([0, -1.25], [1.25, 0], [0, 1.25], [-1.25, 0]),
  tight: corners([-0.9, -0.9], [0.9, -0.9], [0.9, 0.9], [-0.9, 0.9]),
  unlinked: corners(
    ...corners([-1, -0.6], [-0.6, -1], [0, -0.4], [0.6, -1], [1, -0.6], [0.4, 0]),
    ...corners([1, 0.6], [0.6, 1], [0, 0.4], [-0.6, 1], [-1, 0.6], [-0.4, 0]),
  ),
  pop: corners([-0.6, -1.04], [0.6, -1.04], [1.2, 0], [0.6, 1.04], [-0.6, 1.04], [-1.2, 0]),
}

/** A symbol at a point: its level's shape and colours. */
export function symbol([x, y]: Point, level: Level | 'pop', radius: number): string {
  const { fill, edge } = PAINTS[level]
  const look = { fill, stroke: edge, 'stroke-width': radius < 3 ? 0.5 : 1 }
  if (level === 'ok' || level === 'unknown') return element('circle', { cx: x, cy: y, r: radius, ...look })
  const points = SHAPES[level].map(([dx, dy]) => `${num(x + dx * radius)} ${num(y + dy * radius)}`)
  return element('path', { d: `M${points.join('L')}Z`, ...look })
}

/** Points as a path; positions that fall on the same tenth of a unit are one. */
export function path(points: readonly Point[], closed = false): string {
  const written = points.map(([x, y]) => `${num(x)} ${num(y)}`).filter((each, i, all) => each !== all[i - 1])
  return written.length < 2 ? '' : `M${written.join('L')}${closed ? 'Z' : ''}`
}
