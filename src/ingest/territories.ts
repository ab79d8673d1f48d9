import type { TerritoryRow } from '../model/input-kind.js'
import { boardLanguages } from './reading/board-language.js'
import { defineInput } from './reading/define-input.js'
import { Fields } from './reading/fields.js'
import { headerLine } from './reading/header-line.js'
import { parseShape } from './reading/shape.js'

/**
 * Territories of boards, as GeoJSON polygons. Those of French and English boards overlap: each is its own board's.
 *
 * @see Données Québec, MEQ, « Territoires des organismes scolaires » (CC BY 4.0)
 */
export default defineInput({
  id: 'territories',
  columns: [
    { name: 'board', synonyms: ['code', 'CD_CS', 'CD_ORGNS', 'code_css'], required: false },
    { name: 'franco_board', synonyms: ['CD_CS_FRA'], required: false },
    { name: 'anglo_board', synonyms: ['CD_CS_ANG'], required: false },
    { name: 'statut_board', synonyms: ['CD_CS_STA'], required: false },
    {
      name: 'name',
      synonyms: ['nom', 'NOM_CS', 'NOM_OFFCL_CS_FRA', 'NOM_OFFCL_CS_ANG', 'NOM_OFFCL_CS_STA', 'NOM_OFFCL'],
      required: true,
      several: true,
    },
    { name: 'language', synonyms: ['type', 'TYPE_CS', 'langue'], required: false },
    { name: 'geometry', synonyms: ['géométrie', 'geom'], required: true },
  ],
  unused: headerLine(`superficie,version,web,originales,id,OBJECTID,NOM_SITE_WEB_GDUNO,VALR_SUPRF_KM2,VALR_PERMT_KM,
    CD_COULR,NOM_VERSN`),
  needsOneOf: ['board', 'franco_board', 'anglo_board', 'statut_board'],
  parse(cells, report, texts, read): TerritoryRow | null {
    const at = new Fields(cells, report, texts)
    const [column, language] = (
      [
        ['board', null],
        ['franco_board', 'Franco'],
        ['anglo_board', 'Anglo'],
        ['statut_board', 'Statut'],
      ] as const
    ).find(([name]) => cells[name] !== '') ?? [null, null]
    const board = column === null ? at.refuse('board', texts.boardMissing) : at.code(column)
    const name = at.text('name')
    const told = at.choiceOrNull('language', boardLanguages)
    const geometry = at.text('geometry')
    if (board === undefined || name === undefined || told === undefined || geometry === undefined) return null
    const shape = parseShape(geometry, ['Polygon', 'MultiPolygon'], texts, read)
    if ('fault' in shape) return at.refuse('geometry', shape.fault) ?? null
    return { board, name, language: told ?? language, geometry: shape.text }
  },
  keyColumns: ['board'],
  keyOf: ({ board }) => board,
})
