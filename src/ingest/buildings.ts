import type { Building } from '../model/organisation.js'
import { placeOf, PLACE_COLUMNS } from './reading/building-place.js'
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
    ...PLACE_COLUMNS,
    { name: 'area_m2', synonyms: ['SUP_TOTALE', 'superficie', 'superficie (m2)', 'area'], required: false },
  ],
  signs: { name: /\b(?:immeubles?|batiments?|buildings?)\b/ },
  unverified: ['pps_public_immeuble (MEQ)'],
  unused: headerLine(`DT_MAJ_GDUNO,CD_CS,NOM_CS,NUM_IMM_CS,ADRS_GEO_L1_GDUNO,ADRS_GEO_L2_GDUNO,CD_MUNCP,CD_POSTL_GDUNO,
    ADRS_GEO_L1_GDUNO_IMM,ADRS_GEO_L2_GDUNO_IMM,CD_MUNCP_GDUNO_IMM,CD_POSTL_GDUNO_IMM,STAT_PROP_IMM,ORDRE_ENS,
    CAT_UTILISATION,AN_CONSTR,STYLE_CART,NOM_CEP,TYPE_CS,RESEAU,geometry`),
  parse(cells, report, texts): Building | null {
    const at = new Fields(cells, report, texts)
    const code = at.code('code')
    const name = at.text('name')
    const place = placeOf(at)
    const areaM2 = at.numberOrNull('area_m2')
    if (code === undefined || name === undefined || place === undefined || areaM2 === undefined) return null
    return { code, name, ...place, areaM2 }
  },
  keyColumns: ['code'],
  keyOf: ({ code }) => code,
})
