import type { Building } from '../model/organisation.js'
import { defineInput } from './reading/define-input.js'
import { Fields } from './reading/fields.js'
import { headerLine } from './reading/header-line.js'

/**
 * Buildings alone (immeubles), with or without a school in them: the ministry's `pps_public_immeuble`, or the canonical
 * columns. An empty cell is not told: what another file says of it stays.
 *
 * @see Données Québec, MEQ, « Localisation des établissements d'enseignement du réseau scolaire au Québec » (CC BY 4.0)
 */
export default defineInput({
  id: 'buildings',
  columns: [
    { name: 'code', synonyms: ['CD_IMM', 'code_immeuble', 'immeuble', 'building'], required: true },
    { name: 'name', synonyms: ['NOM_OFFCL', 'NOM_IMM', 'NOM_OFFCL_IMM', 'nom', 'building_name'], required: true },
    {
      name: 'municipality',
      synonyms: ['NOM_MUNCP', 'NOM_MUNCP_GDUNO', 'NOM_MUNCP_GDUNO_IMM', 'municipalité', 'ville'],
      required: false,
    },
    { name: 'mrc', synonyms: ['NOM_MRC'], required: false },
    { name: 'region', synonyms: ['NOM_REG_ADM', 'région', 'région administrative'], required: false },
    { name: 'lon', synonyms: ['COORD_X_LL84', 'COORD_X_LL84_IMM', 'longitude'], required: false },
    { name: 'lat', synonyms: ['COORD_Y_LL84', 'COORD_Y_LL84_IMM', 'latitude'], required: false },
    { name: 'area_m2', synonyms: ['SUP_TOTALE', 'superficie', 'superficie (m2)', 'area'], required: false },
  ],
  unverified: ['pps_public_immeuble (MEQ)'],
  unused: headerLine(`DT_MAJ_GDUNO,CD_CS,NOM_CS,NUM_IMM_CS,ADRS_GEO_L1_GDUNO,ADRS_GEO_L2_GDUNO,CD_MUNCP,CD_POSTL_GDUNO,
    ADRS_GEO_L1_GDUNO_IMM,ADRS_GEO_L2_GDUNO_IMM,CD_MUNCP_GDUNO_IMM,CD_POSTL_GDUNO_IMM,STAT_PROP_IMM,ORDRE_ENS,
    CAT_UTILISATION,AN_CONSTR,STYLE_CART,NOM_CEP,TYPE_CS,RESEAU,geometry`),
  parse(cells, report, texts): Building | null {
    const at = new Fields(cells, report, texts)
    const code = at.code('code')
    const name = at.text('name')
    const coordinates = at.coordinatesOrNull('lon', 'lat')
    const areaM2 = at.numberOrNull('area_m2')
    if (code === undefined || name === undefined || coordinates === undefined || areaM2 === undefined) return null
    return {
      code,
      name,
      coordinates,
      municipality: at.textOrNull('municipality'),
      mrc: at.textOrNull('mrc'),
      region: at.textOrNull('region'),
      areaM2,
    }
  },
  keyColumns: ['code'],
  keyOf: ({ code }) => code,
})
