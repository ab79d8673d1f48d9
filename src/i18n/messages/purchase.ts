import { accord, agree, fr } from '../typography.js'

/** Baskets of equipment for schools: their commands' own texts. */
export const purchase = {
  summary: {
    fr: fr`achats : ce que chaque école peut acheter avec ce qu'elle reçoit`,
    en: `purchases: what each school can buy with what it gets`,
  },
  planSummary: {
    fr: fr`un panier par école, tiré du catalogue, qui couvre le plus possible de ce qui lui manque sans dépasser son montant`,
    en: `a basket per school, from the catalogue, that covers as much as it can of what is missing within its amount`,
  },
  boardOption: { fr: fr`un seul organisme, par son code`, en: `one board only, by its code` },
  byOption: {
    fr: fr`une ligne par article (item, par défaut) ou par école (school)`,
    en: `a line per item (the default) or per school`,
  },
  total: {
    fr: (cost: string, amount: string, left: string) =>
      fr`Paniers : ${cost} sur ${amount} ; il reste ${left}, avec quoi aucune école ne couvrirait davantage de ce qui lui manque.`,
    en: (cost: string, amount: string, left: string) =>
      `Baskets: ${cost} of ${amount}; ${left} is left, with which no school could cover more of what it lacks.`,
  },
  covered: {
    fr: (whole: string, schools: string, left: string) =>
      fr`Tout ce qui manque est couvert dans ${whole} ${accord(whole, 'école', 'écoles')} sur ${schools} ; il manquera encore ${left} ${accord(left, 'unité', 'unités')}.`,
    en: (whole: string, schools: string, left: string) =>
      `All that is missing is covered in ${whole} ${agree(whole, 'school', 'schools')} of ${schools}; ${left} ${agree(left, 'unit', 'units')} will still be missing.`,
  },
  nothingLacking: { fr: fr`Il ne manque rien à aucune école.`, en: `No school lacks anything.` },
  proved: {
    fr: fr`Aucun autre panier du même montant ne couvrirait plus (moyenne des parts couvertes de chaque catégorie) : c'est prouvé.`,
    en: `No other basket for the same amount would cover more (mean of the covered parts of each category): this is proved.`,
  },
  gap: {
    fr: (points: string) => fr`Un meilleur panier couvrirait au plus ${points} de plus.`,
    en: (points: string) => `A better basket would cover at most ${points} more.`,
  },
  withoutItem: {
    fr: (categories: string) =>
      fr`Il en manque, mais le catalogue n'a aucun article admissible avec un prix : ${categories}.`,
    en: (categories: string) => `Some are missing, but the catalogue has no eligible item with a price: ${categories}.`,
  },
  unpriced: {
    fr: (items: string) => fr`Articles sans prix, donc laissés de côté : ${items}.`,
    en: (items: string) => `Items without a price, so left aside: ${items}.`,
  },
  ineligible: {
    fr: (items: string) => fr`Articles que la règle ne compte pas : ${items}.`,
    en: (items: string) => `Items that the rule does not count: ${items}.`,
  },
  unknown: {
    fr: (schools: string) => fr`Sans effectif connu, donc sans panier : ${schools}.`,
    en: (schools: string) => `Without a known enrolment, so without a basket: ${schools}.`,
  },
  noCatalogue: { fr: fr`Aucun catalogue n'est importé`, en: `No catalogue is imported` },
  noCatalogueHint: {
    fr: fr`Importez les articles et leurs prix : cartable importer catalogue <fichier>.`,
    en: `Import the items and their prices: cartable import catalogue <file>.`,
  },
  noPrice: { fr: fr`Aucun article du catalogue n'a de prix`, en: `No item of the catalogue has a price` },
  noPriceHint: {
    fr: fr`Ajoutez une colonne price au catalogue, puis importez-le de nouveau.`,
    en: `Add a price column to the catalogue, then import it again.`,
  },
} as const
