import type { InputKind } from '../../model/input-kind.js'
import type { Establishment } from '../../model/organisation.js'
import { placeOf, PLACE_COLUMNS } from './building-place.js'
import { defineInput, type IngestTexts } from './define-input.js'
import { Fields } from './fields.js'
import { headerLine } from './header-line.js'

/**
 * Establishments outside of the school boards, one line for each in each of its buildings. The published files name no
 * building: the establishment's place is then one, of its own code.
 */
export function defineEstablishments(
  id: Establishment['sector'],
  unverified: readonly string[],
  signs: { readonly name: RegExp; readonly words: RegExp },
): InputKind<Establishment, IngestTexts> {
  return defineInput({
    id,
    unverified,
    signs: { ...signs, column: 'type' },
    columns: [
      { name: 'code', synonyms: ['CD_ORGNS', 'organisme', 'code_établissement'], required: true },
      { name: 'name', synonyms: ['NOM_OFFCL', 'NOM_OFFCL_ORGNS', 'nom', 'établissement'], required: true },
      { name: 'type', synonyms: ['TYPE_ORGNS'], required: false },
      { name: 'building', synonyms: ['CD_IMM', 'code_immeuble', 'immeuble'], required: false },
      { name: 'building_name', synonyms: ['NOM_IMM', 'nom_immeuble'], required: false },
      ...PLACE_COLUMNS,
    ],
    published: [
      headerLine(`DT_MAJ_GDUNO,CD_ORGNS,NOM_COURT,NOM_OFFCL,ADRS_GEO_L1_GDUNO,ADRS_GEO_L2_GDUNO,CD_MUNCP,NOM_MUNCP,
        STAT_MUNCP,CD_POSTL_GDUNO,TYPE_ORGNS,RESEAU,SITE_WEB,COORD_X_LL84,COORD_Y_LL84,NO_TEL`),
    ],
    unused: headerLine(`NOM_COURT_ORGNS,ADRS_GEO_L1_GDUNO_ORGNS,ADRS_GEO_L2_GDUNO_ORGNS,CD_POSTL_GDUNO_ORGNS,
      CD_MUNCP_GDUNO_ORGNS,NOM_MUNCP_GDUNO_ORGNS,ADRS_GEO_L1_GDUNO_IMM,ADRS_GEO_L2_GDUNO_IMM,CD_MUNCP_GDUNO_IMM,
      CD_POSTL_GDUNO_IMM,SITE_WEB_ORGNS,PRESC,PRIM,SEC,FORM_PRO,ADULTE,ORDRE_ENS,STYLE_CART,NOM_CEP,COMBINE_NUO_NUI,
      geometry`),
    parse(cells, report, texts): Establishment | null {
      const at = new Fields(cells, report, texts)
      const code = at.code('code')
      const name = at.text('name')
      const building = at.codeOrNull('building')
      const place = placeOf(at)
      if (code === undefined || name === undefined || building === undefined || place === undefined) return null
      return {
        code,
        name,
        sector: id,
        type: at.textOrNull('type'),
        building: {
          code: building ?? code,
          name: at.textOrNull('building_name') ?? name,
          ...place,
          areaM2: null,
        },
      }
    },
    keyColumns: ['code', 'building'],
    keyOf: ({ code, building }) => `${code} ${building.code}`,
    subjects: [{ keyOf: ({ code }) => code, facts: [{ column: 'name', valueOf: ({ name }) => name }] }],
  })
}
