import { fr } from '../typography.js'

const TYPES: Readonly<Record<string, { readonly fr: string; readonly en: string }>> = {
  string: { fr: 'un texte (entre guillemets)', en: 'a text (in quotes)' },
  number: { fr: 'un nombre', en: 'a number' },
  integer: { fr: 'un nombre entier', en: 'a whole number' },
  boolean: { fr: 'true ou false', en: 'true or false' },
  array: { fr: 'une liste', en: 'a list' },
  object: { fr: 'un groupe de clés', en: 'a group of keys' },
  record: { fr: 'un groupe de clés', en: 'a group of keys' },
}

/** What is wrong in a rule file of equipment. The place is told apart, before the text. */
export const rules = {
  missing: { fr: fr`il manque ici une valeur obligatoire`, en: `a required value is missing here` },
  type: {
    fr: (expected: string) => fr`${TYPES[expected]?.fr ?? expected} est attendu ici`,
    en: (expected: string) => `${TYPES[expected]?.en ?? expected} is expected here`,
  },
  'unknown-keys': {
    fr: (keys: string) => fr`clé inconnue : ${keys}. Vérifiez l'orthographe ou retirez-la.`,
    en: (keys: string) => `unknown key: ${keys}. Check the spelling or remove it.`,
  },
  'one-of': {
    fr: (values: string) => fr`valeur inconnue; choisissez parmi : ${values}`,
    en: (values: string) => `unknown value; choose among: ${values}`,
  },
  empty: { fr: fr`ne peut pas être vide`, en: `cannot be empty` },
  'at-least': {
    fr: (least: string) => fr`doit être au moins ${least}`,
    en: (least: string) => `must be at least ${least}`,
  },
  'more-than': {
    fr: (bound: string) => fr`doit être plus grand que ${bound}`,
    en: (bound: string) => `must be more than ${bound}`,
  },
  'at-most': {
    fr: (most: string) => fr`doit être au plus ${most}`,
    en: (most: string) => `must be at most ${most}`,
  },
  cents: {
    fr: fr`est un montant en dollars, avec au plus deux décimales`,
    en: `is an amount in dollars, with at most two decimals`,
  },
  'school-year': {
    fr: fr`une année scolaire s'écrit comme « 2018-2019 », entre guillemets, deux années qui se suivent`,
    en: `a school year is written like "2018-2019", in quotes, two years that follow each other`,
  },
  'category-name': {
    fr: fr`une catégorie s'écrit en minuscules sans accent, avec des traits d'union, comme dans les fichiers d'équipement : robotique, laboratoire-creatif, flotte`,
    en: `a category is written in lower case without accents, with hyphens, as in equipment files: robotique, laboratoire-creatif, flotte`,
  },
  stages: {
    fr: fr`les étages sont [school], ou [board, school]`,
    en: `stages are [school], or [board, school]`,
  },
  step: {
    fr: (keys: string) => fr`une étape est un groupe qui porte l'une de ces clés : ${keys}`,
    en: (keys: string) => `a step is a group with one of these keys: ${keys}`,
  },
  ratio: {
    fr: (_keys: string) =>
      fr`est un nombre d'élèves par unité, ou un groupe par ordre d'enseignement : { primary: 5, secondary: 4 }`,
    en: (_keys: string) => `is pupils for one unit, or a group by order of teaching: { primary: 5, secondary: 4 }`,
  },
  orders: {
    fr: fr`il faut au moins un ordre d'enseignement, par exemple { primary: 5 }`,
    en: `at least one order of teaching is needed, for instance { primary: 5 }`,
  },
  'no-step': {
    fr: fr`il faut au moins une étape qui donne aux écoles, par exemple { prorata: { by: pupils } }`,
    en: `at least one step must give to schools, for instance { prorata: { by: pupils } }`,
  },
  'step-order': {
    fr: fr`les étapes vont dans cet ordre : une réserve au plus, les montants fixes, puis prorata`,
    en: `steps come in this order: one reserve at most, fixed amounts, then prorata`,
  },
  percents: {
    fr: fr`les parts de prorata font plus de 100 % en tout`,
    en: `the parts of prorata come to more than 100% in all`,
  },
  decimals: {
    fr: fr`a trop de décimales : quatre au plus`,
    en: `has too many decimals: four at most`,
  },
  'one-of-two': {
    fr: fr`une réserve est { amount: montant en dollars } ou { percent: pourcentage }, l'un des deux`,
    en: `a reserve is { amount: dollars } or { percent: percentage }, one of the two`,
  },
  bands: {
    fr: fr`les paliers vont du plus petit upTo au plus grand, chacun une fois`,
    en: `bands go from the smallest upTo to the largest, each once`,
  },
  km: {
    fr: fr`les distances vont de la plus courte à la plus longue, chacune une fois`,
    en: `distances go from the shortest to the longest, each once`,
  },
  decile: { fr: fr`un décile va de 1 à 10`, en: `a decile is from 1 to 10` },
  'no-weight': { fr: fr`il faut au moins un facteur`, en: `at least one factor is needed` },
  'floor-above-maximum': {
    fr: fr`le plancher dépasse le maximum de la catégorie : aucune école ne peut l'avoir`,
    en: `the floor is above the category's maximum: no school can have it`,
  },
  'minimum-above-maximum': {
    fr: fr`le minimum dépasse le maximum de la catégorie`,
    en: `the minimum is above the category's maximum`,
  },
  'no-scanned-kinds': {
    fr: fr`scannedKinds dit quels appareils balayés comptent : il va avec « scanned » dans counts, et jamais sans`,
    en: `scannedKinds says which scanned devices count: it goes with "scanned" in counts, and never without`,
  },
  'need-without-cost': {
    fr: fr`une étape répartit selon le besoin (by: need) : la catégorie doit dire son unitCost, en dollars`,
    en: `a step shares by need (by: need): the category must tell its unitCost, in dollars`,
  },
  'no-category': {
    fr: fr`il faut au moins une catégorie, par exemple flotte`,
    en: `at least one category is needed, for instance flotte`,
  },
  invalid: { fr: fr`valeur refusée ici`, en: `value refused here` },
}
