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
  steps: {
    fr: fr`la dernière étape, et elle seule, est { prorata: { by: pupils } }, afin que toute l'enveloppe soit répartie`,
    en: `the last step, and only the last, is { prorata: { by: pupils } }, so that the whole envelope is shared`,
  },
  step: {
    fr: fr`une étape est { floorPerSchool: montant en dollars } ou { prorata: { by: pupils } }`,
    en: `a step is { floorPerSchool: amount in dollars } or { prorata: { by: pupils } }`,
  },
  'no-category': {
    fr: fr`il faut au moins une catégorie, par exemple flotte`,
    en: `at least one category is needed, for instance flotte`,
  },
  invalid: { fr: fr`valeur refusée ici`, en: `value refused here` },
}
