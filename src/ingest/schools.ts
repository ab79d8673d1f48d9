import type { SchoolRow } from '../model/input-kind.js'
import type { Orders } from '../model/organisation.js'
import { boardLanguages } from './reading/board-language.js'
import { placeOf } from './reading/building-place.js'
import { choicesOf } from './reading/choices.js'
import { defineInput } from './reading/define-input.js'
import { Fields } from './reading/fields.js'
import { headerLine } from './reading/header-line.js'

const flags = choicesOf<'1' | '0'>({ '1': ['oui', 'yes', 'true', 'vrai'], '0': ['non', 'no', 'false', 'faux'] })

/**
 * Schools with their buildings, one line for each school in each building: the ministry's `pps_public_ecole.csv` as it
 * is, or the canonical columns.
 *
 * PRESC, PRIM, SEC, FORM_PRO and ADULTE belong to the school in that building: the same school may have others in
 * another. Coordinates, municipality, MRC and region are the building's.
 *
 * @see Données Québec, MEQ, « Localisation des établissements d'enseignement du réseau scolaire au Québec » (CC BY 4.0)
 */
export default defineInput({
  id: 'schools',
  columns: [
    { name: 'school', synonyms: ['CD_ORGNS', 'code_école', 'organisme'], required: true },
    { name: 'name', synonyms: ['NOM_OFFCL_ORGNS', 'nom', 'école', 'school_name'], required: true },
    { name: 'building', synonyms: ['CD_IMM', 'code_immeuble', 'immeuble'], required: true },
    { name: 'building_name', synonyms: ['NOM_IMM', 'nom_immeuble'], required: true },
    { name: 'preschool', synonyms: ['PRESC', 'préscolaire'], required: true },
    { name: 'primary', synonyms: ['PRIM', 'primaire'], required: true },
    { name: 'secondary', synonyms: ['SEC', 'secondaire'], required: true },
    { name: 'vocational', synonyms: ['FORM_PRO', 'formation professionnelle'], required: true },
    { name: 'adult', synonyms: ['ADULTE', 'formation des adultes'], required: true },
    { name: 'board', synonyms: ['CD_CS', 'code_css'], required: true },
    { name: 'board_name', synonyms: ['NOM_CS', 'nom_css'], required: false },
    { name: 'board_language', synonyms: ['TYPE_CS'], required: false },
    { name: 'municipality', synonyms: ['NOM_MUNCP_GDUNO_IMM', 'municipalité'], required: false },
    { name: 'mrc', synonyms: ['NOM_MRC'], required: false },
    { name: 'region', synonyms: ['NOM_REG_ADM', 'région', 'région administrative'], required: false },
    { name: 'lon', synonyms: ['COORD_X_LL84_IMM', 'longitude'], required: false },
    { name: 'lat', synonyms: ['COORD_Y_LL84_IMM', 'latitude'], required: false },
  ],
  published: [
    headerLine(`DT_MAJ_GDUNO,COMBINE_NUO_NUI,CD_ORGNS,NOM_COURT_ORGNS,NOM_OFFCL_ORGNS,ADRS_GEO_L1_GDUNO_ORGNS,
      ADRS_GEO_L2_GDUNO_ORGNS,CD_POSTL_GDUNO_ORGNS,CD_MUNCP_GDUNO_ORGNS,NOM_MUNCP_GDUNO_ORGNS,CD_IMM,
      NOM_IMM,ADRS_GEO_L1_GDUNO_IMM,ADRS_GEO_L2_GDUNO_IMM,CD_MUNCP_GDUNO_IMM,NOM_MUNCP_GDUNO_IMM,
      CD_POSTL_GDUNO_IMM,PRESC,PRIM,SEC,FORM_PRO,ADULTE,SITE_WEB_ORGNS,COORD_X_LL84_IMM,
      COORD_Y_LL84_IMM,ORDRE_ENS,CD_CS,TYPE_CS,STYLE_CART,NOM_MUNCP,NOM_MRC,NOM_REG_ADM,NOM_CEP,
      NOM_CS`),
  ],
  parse(cells, report, texts): SchoolRow | null {
    const at = new Fields(cells, report, texts)
    const school = at.code('school')
    const name = at.text('name')
    const building = at.code('building')
    const buildingName = at.text('building_name')
    const orders = ordersOf(at)
    const board = at.code('board')
    const boardLanguage = at.choiceOrNull('board_language', boardLanguages)
    const place = placeOf(at)
    if (school === undefined || name === undefined || building === undefined || buildingName === undefined) return null
    if (orders === undefined || board === undefined || boardLanguage === undefined || place === undefined) return null
    return {
      school: { code: school, name, board },
      building: { code: building, name: buildingName, ...place, areaM2: null },
      pair: { school, building, share: null, orders },
      boardName: at.textOrNull('board_name'),
      boardLanguage,
    }
  },
  keyColumns: ['school', 'building'],
  keyOf: ({ pair }) => `${pair.school} ${pair.building}`,
  subjects: [
    {
      keyOf: ({ school }) => school.code,
      facts: [
        { column: 'name', valueOf: ({ school }) => school.name },
        { column: 'board', valueOf: ({ school }) => school.board },
      ],
    },
    {
      keyOf: ({ building }) => building.code,
      facts: [
        { column: 'building_name', valueOf: ({ building }) => building.name },
        { column: 'municipality', valueOf: ({ building }) => building.municipality },
        { column: 'mrc', valueOf: ({ building }) => building.mrc },
        { column: 'region', valueOf: ({ building }) => building.region },
        { column: 'lon', valueOf: ({ building }) => building.coordinates?.[0] ?? null },
        { column: 'lat', valueOf: ({ building }) => building.coordinates?.[1] ?? null },
      ],
    },
    {
      keyOf: ({ school }) => school.board,
      facts: [
        { column: 'board_name', valueOf: ({ boardName }) => boardName },
        { column: 'board_language', valueOf: ({ boardLanguage }) => boardLanguage },
      ],
    },
  ],
})

type OrderColumn = 'preschool' | 'primary' | 'secondary' | 'vocational' | 'adult'

/** An empty cell is a no: the ministry's file has none, and people leave the box unchecked. */
function ordersOf(at: Pick<Fields<OrderColumn>, 'choiceOrNull'>): Orders | undefined {
  const preschool = at.choiceOrNull('preschool', flags)
  const primary = at.choiceOrNull('primary', flags)
  const secondary = at.choiceOrNull('secondary', flags)
  const vocational = at.choiceOrNull('vocational', flags)
  const adult = at.choiceOrNull('adult', flags)
  if (preschool === undefined || primary === undefined || secondary === undefined) return undefined
  if (vocational === undefined || adult === undefined) return undefined
  return {
    preschool: preschool === '1',
    primary: primary === '1',
    secondary: secondary === '1',
    vocational: vocational === '1',
    adult: adult === '1',
  }
}
