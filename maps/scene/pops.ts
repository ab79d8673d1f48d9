import type { Point } from 'geojson'
import type { Pop } from '../../src/model/wan-link.js'
import { layerOf, rounded, type Layer } from './layer.js'

export interface PopProperties {
  readonly id: string
  readonly name: string
  readonly network: string | null
  readonly kind: Pop['kind']
}

/** One point per POP, data centre and exchange. */
export function buildPops(pops: readonly Pop[]): Layer<Point, PopProperties> {
  return layerOf(
    pops.map(({ id, name, network, kind, coordinates }) => ({
      id,
      geometry: coordinates === null ? null : { type: 'Point', coordinates: rounded(coordinates) },
      properties: { id, name, network, kind },
    })),
  )
}
