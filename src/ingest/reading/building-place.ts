import type { Building } from '../../model/organisation.js'
import type { Fields } from './fields.js'

type PlaceName = 'municipality' | 'mrc' | 'region' | 'lon' | 'lat'

/** Columns that say where a building is, in files with one line for each building or establishment. */
export const PLACE_COLUMNS = [
  {
    name: 'municipality',
    synonyms: ['NOM_MUNCP', 'NOM_MUNCP_GDUNO', 'NOM_MUNCP_GDUNO_IMM', 'municipalité', 'ville'],
    required: false,
  },
  { name: 'mrc', synonyms: ['NOM_MRC'], required: false },
  { name: 'region', synonyms: ['NOM_REG_ADM', 'région', 'région administrative'], required: false },
  { name: 'lon', synonyms: ['COORD_X_LL84', 'COORD_X_LL84_IMM', 'longitude'], required: false },
  { name: 'lat', synonyms: ['COORD_Y_LL84', 'COORD_Y_LL84_IMM', 'latitude'], required: false },
] as const

/** Where a building is, as its line says; undefined when the coordinates were refused. */
export function placeOf(
  at: Pick<Fields<PlaceName>, 'coordinatesOrNull' | 'textOrNull'>,
): Pick<Building, 'coordinates' | 'municipality' | 'mrc' | 'region'> | undefined {
  const coordinates = at.coordinatesOrNull('lon', 'lat')
  if (coordinates === undefined) return undefined
  return {
    coordinates,
    municipality: at.textOrNull('municipality'),
    mrc: at.textOrNull('mrc'),
    region: at.textOrNull('region'),
  }
}
