import type { ShareRow } from '../model/input-kind.js'
import { defineInput } from './reading/define-input.js'
import { Fields } from './reading/fields.js'

/** How a school's pupils are spread over its buildings. */
export default defineInput({
  id: 'shares',
  columns: [
    { name: 'school', synonyms: ['CD_ORGNS', 'Code_Org', 'école', 'code_école', 'organisme'], required: true },
    { name: 'building', synonyms: ['CD_IMM', 'immeuble', 'code_immeuble'], required: true },
    { name: 'share', synonyms: ['part', 'proportion'], required: true },
  ],
  parse(cells, report, texts): ShareRow | null {
    const at = new Fields(cells, report, texts)
    const school = at.code('school')
    const building = at.code('building')
    const share = at.share('share')
    if (school === undefined || building === undefined || share === undefined) return null
    return { school, building, share }
  },
  keyColumns: ['school', 'building'],
  keyOf: ({ school, building }) => `${school} ${building}`,
})
