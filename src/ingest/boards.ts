import type { Board } from '../model/organisation.js'
import { boardLanguages } from './reading/board-language.js'
import { defineInput } from './reading/define-input.js'
import { Fields } from './reading/fields.js'
import { headerLine } from './reading/header-line.js'

/**
 * Boards: the ministry's `pps_public_ssocial_cs.csv` as it is, or the columns `code, name, language, municipality`.
 *
 * @see Données Québec, MEQ, « Localisation des établissements d'enseignement du réseau scolaire au Québec » (CC BY 4.0)
 */
export default defineInput({
  id: 'boards',
  columns: [
    { name: 'code', synonyms: ['CD_ORGNS', 'CD_CS', 'board', 'code_css'], required: true },
    { name: 'name', synonyms: ['NOM_OFFCL', 'NOM_CS', 'nom', 'board_name'], required: true },
    { name: 'language', synonyms: ['TYPE_CS', 'langue'], required: false },
    { name: 'municipality', synonyms: ['NOM_MUNCP', 'municipalité', 'ville'], required: false },
  ],
  published: [
    headerLine(`DT_MAJ_GDUNO,CD_ORGNS,NOM_COURT,NOM_OFFCL,ADRS_GEO_L1_GDUNO,ADRS_GEO_L2_GDUNO,CD_MUNCP,
      NOM_MUNCP,STAT_MUNCP,CD_POSTL_GDUNO,TYPE_ORGNS,RESEAU,SITE_WEB,COORD_X_LL84,COORD_Y_LL84,
      TYPE_CS,NO_TEL`),
  ],
  signs: { name: /\b(?:css|cs|commissions?|centres? de services|organismes?|boards?)\b/ },
  parse(cells, report, texts): Board | null {
    const at = new Fields(cells, report, texts)
    const code = at.code('code')
    const name = at.text('name')
    const language = at.choiceOrNull('language', boardLanguages)
    if (code === undefined || name === undefined || language === undefined) return null
    return { code, name, language, municipality: at.textOrNull('municipality') }
  },
  keyColumns: ['code'],
  keyOf: ({ code }) => code,
})
