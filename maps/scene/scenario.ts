import type { MapInput, MapView } from '../../src/model/map-format.js'

/** The scenario that a map compares with, or null: its figures stand beside the main ones in every layer. */
export function scenarioOf({ views }: Pick<MapInput, 'views'>): MapView | null {
  return views.find(({ kind }) => kind === 'scenario') ?? null
}
