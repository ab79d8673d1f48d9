import type { Enrolment, Sector } from '../model/organisation.js'
import { choicesOf } from './reading/choices.js'
import { defineInput } from './reading/define-input.js'
import { Fields } from './reading/fields.js'

const sectors = choicesOf<Sector>({
  preschool: ['préscolaire', 'maternelle', 'éducation préscolaire'],
  youth: ['jeunes', 'formation générale des jeunes', 'FGJ'],
  adult: ['adultes', 'formation générale des adultes', 'FGA'],
  vocational: ['professionnelle', 'formation professionnelle', 'FP'],
})

/** Pupils by school, school year and sector, counted on 30 September. */
export default defineInput({
  id: 'enrolment',
  columns: [
    { name: 'school', synonyms: ['CD_ORGNS', 'Code_Org', 'école', 'code_école', 'organisme'], required: true },
    { name: 'school_year', synonyms: ['Annee_Scol', 'année scolaire'], required: true },
    { name: 'sector', synonyms: ['secteur'], required: true },
    { name: 'pupils', synonyms: ['Nbre_Eleves', 'élèves', 'effectif', "nombre d'élèves"], required: true },
  ],
  parse(cells, report, texts): Enrolment | null {
    const at = new Fields(cells, report, texts)
    const school = at.code('school')
    const schoolYear = at.schoolYear('school_year')
    const sector = at.choice('sector', sectors)
    const pupils = at.whole('pupils')
    if (school === undefined || schoolYear === undefined || sector === undefined || pupils === undefined) return null
    return { school, schoolYear, sector, pupils }
  },
  keyColumns: ['school', 'school_year', 'sector'],
  keyOf: ({ school, schoolYear, sector }) => `${school} ${schoolYear} ${sector}`,
})
