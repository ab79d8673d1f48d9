import { folded } from '../lib/text.js'
import type { DeprivationFact, DeprivationLevel } from '../model/deprivation.js'
import { choicesOf } from './reading/choices.js'
import { defineInput } from './reading/define-input.js'
import { Fields } from './reading/fields.js'
import { headerLine } from './reading/header-line.js'
import { shown } from './reading/shown.js'

const levels = choicesOf<DeprivationLevel>({
  primary: ['primaire'],
  secondary: ['secondaire'],
  both: ['les deux', 'primaire et secondaire', 'all'],
})

const published = choicesOf<'yes' | 'no'>({ yes: ['oui', '1', 'vrai', 'true'], no: ['non', '0', 'faux', 'false'] })

/**
 * The deprivation index by school, school year and level: the ministry publishes a file of primary schools and one of
 * secondary schools, and a school may be in both. The level comes from a column or from the file's name. Where
 * « Diffusion » is no (fewer than 30 pupils), nothing is known.
 *
 * @see Données Québec, MEQ, « Indices de défavorisation » (CC BY 4.0)
 */
export default defineInput({
  id: 'deprivation',
  columns: [
    { name: 'school', synonyms: ['Code_Org', 'CD_ORGNS', 'école', 'code_école', 'organisme'], required: true },
    { name: 'school_year', synonyms: ['Annee_Scol', 'année scolaire'], required: true },
    { name: 'level', synonyms: ['niveau', "ordre d'enseignement", 'ordre'], required: false },
    { name: 'imse', synonyms: ['indice', 'IMSE brut', 'indice de milieu socio-économique'], required: true },
    { name: 'imse_decile', synonyms: ['Rang_Decile_IMSE', 'rang décile', 'décile IMSE'], required: false },
    { name: 'sfr', synonyms: ['seuil de faible revenu'], required: false },
    { name: 'sfr_decile', synonyms: ['Rang_Decile_SFR', 'décile SFR'], required: false },
    { name: 'pupils', synonyms: ['Nbre_Eleves', 'élèves', 'effectif', "nombre d'élèves"], required: false },
    { name: 'published', synonyms: ['Diffusion', 'diffusé'], required: false },
  ],
  unverified: ['IMSE and SFR (MEQ)'],
  published: [
    headerLine(
      'Code_Cs,Nom_Cs,Code_Org,Nom_Org,IMSE,Rang_Decile_IMSE,SFR,Rang_Decile_SFR,Nbre_Eleves,Diffusion,Annee_Scol',
    ),
  ],
  fromName: {
    column: 'level',
    valueOf(name) {
      const words = folded(name).split(' ')
      const primary = words.some((word) => /^prim/.test(word))
      const secondary = words.some((word) => /^sec/.test(word))
      return primary === secondary ? '' : primary ? 'primary' : 'secondary'
    },
  },
  parse(cells, report, texts): DeprivationFact | null {
    const at = new Fields(cells, report, texts)
    const school = at.code('school')
    const schoolYear = at.schoolYear('school_year')
    const level =
      cells.level === '' ? at.refuse('level', texts.levelMissing(levels.listed)) : at.choice('level', levels)
    const isPublished = at.choiceOrNull('published', published)
    const imse = at.numberOrNull('imse')
    const imseDecile = decileOf(at, 'imse_decile', cells.imse_decile, texts.notDecile)
    const sfr = at.numberOrNull('sfr')
    const sfrDecile = decileOf(at, 'sfr_decile', cells.sfr_decile, texts.notDecile)
    const pupils = cells.pupils === '' ? null : at.whole('pupils')
    if (school === undefined || schoolYear === undefined || level === undefined || isPublished === undefined)
      return null
    if (imse === undefined || imseDecile === undefined || sfr === undefined || sfrDecile === undefined) return null
    if (pupils === undefined) return null
    const key = { school, schoolYear, level }
    return isPublished === 'no'
      ? { ...key, imse: null, imseDecile: null, sfr: null, sfrDecile: null, pupils: null }
      : { ...key, imse, imseDecile, sfr, sfrDecile, pupils }
  },
  keyColumns: ['school', 'school_year', 'level'],
  keyOf: ({ school, schoolYear, level }) => `${school} ${schoolYear} ${level}`,
})

function decileOf<Name extends string>(
  at: Fields<Name>,
  name: Name,
  text: string,
  otherwise: (value: string) => string,
): number | null | undefined {
  const decile = at.positiveWholeOrNull(name)
  return typeof decile === 'number' && decile > 10 ? at.refuse(name, otherwise(shown(text))) : decile
}
