import type { Position } from 'geojson'
import { quebecLambert } from './lambert.js'

/** A4, landscape, in quarters of a millimetre. */
export const SHEET = { width: 1188, height: 840, margin: 30 } as const

/** Where the map is on the sheet; what is right of it is the legend's. */
export const FRAME = { left: 30, top: 96, width: 868, height: 668 } as const

export type Point = readonly [x: number, y: number]

/** How places become points of the sheet: one scale both ways, north up, the middle of what is drawn in the middle. */
export interface View {
  readonly toPoint: (place: Position) => Point
  /** Quarters of a millimetre for a metre on the ground. */
  readonly unitsPerMetre: number
}

/** Part of the frame that is left free all around. */
const AIR = 0.06
/** A single school is shown with what is around it: no map spans less. */
const LEAST_SPAN_M = 4000

/** The view that shows all of some places. @throws without any. */
export function viewOf(places: readonly Position[]): View {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const place of places) {
    const [x, y] = quebecLambert(place)
    ;[west, south, east, north] = [Math.min(west, x), Math.min(south, y), Math.max(east, x), Math.max(north, y)]
  }
  if (!(west <= east)) throw new Error('A view needs a place')
  const spans = [Math.max(east - west, LEAST_SPAN_M), Math.max(north - south, LEAST_SPAN_M)] as const
  const unitsPerMetre = Math.min((FRAME.width * (1 - 2 * AIR)) / spans[0], (FRAME.height * (1 - 2 * AIR)) / spans[1])
  const [middleX, middleY] = [FRAME.left + FRAME.width / 2, FRAME.top + FRAME.height / 2]
  return {
    unitsPerMetre,
    toPoint(place) {
      const [x, y] = quebecLambert(place)
      return [middleX + (x - (west + east) / 2) * unitsPerMetre, middleY - (y - (south + north) / 2) * unitsPerMetre]
    },
  }
}

/** True when a point is in the frame, or so near that what is drawn there shows. */
export function isInFrame([x, y]: Point, around = 0): boolean {
  const { left, top, width, height } = FRAME
  return x >= left - around && x <= left + width + around && y >= top - around && y <= top + height + around
}
