import { accord, agree, fr } from '../typography.js'

interface Spent {
  readonly schoolYear: string
  /** The part's name in the user's language. */
  readonly part: string
  readonly amount: string
}

/** Allocations that are kept, and what becomes of them. */
export const runs = {
  changed: {
    fr: (run: string) =>
      fr`La répartition figée ${run} n'est plus telle qu'elle a été figée : quelqu'un a modifié la base de données`,
    en: (run: string) => `Frozen allocation ${run} is no longer as it was frozen: somebody changed the database`,
  },
  changedHint: {
    fr: fr`Reprenez une copie d'avant (cartable base restaurer), ou figez la répartition de nouveau.`,
    en: `Restore a copy from before (cartable db restore), or freeze the allocation again.`,
  },
  'spent-without-run': {
    fr: ({ schoolYear, part, schools, amount }: Spent & { readonly schools: string }) =>
      fr`${schoolYear}, ${part} : ${schools} ${accord(schools, 'école a dépensé', 'écoles ont dépensé')} ${amount}, et aucune répartition n'est figée. Figez-la : cartable repartir figer`,
    en: ({ schoolYear, part, schools, amount }: Spent & { readonly schools: string }) =>
      `${schoolYear}, ${part}: ${schools} ${agree(schools, 'school has', 'schools have')} spent ${amount}, and no allocation is frozen. Freeze it: cartable allocate freeze`,
  },
  'spent-of-nothing': {
    fr: ({ schoolYear, part, school, amount }: Spent & { readonly school: string }) =>
      fr`${schoolYear}, ${part} : ${school} a dépensé ${amount}, et n'avait rien reçu`,
    en: ({ schoolYear, part, school, amount }: Spent & { readonly school: string }) =>
      `${schoolYear}, ${part}: ${school} has spent ${amount}, and had received nothing`,
  },
  'spent-in-unknown-category': {
    fr: ({ schoolYear, part, school, category, amount }: Spent & { readonly school: string; category: string }) =>
      fr`${schoolYear}, ${part} : ${school} a dépensé ${amount} en « ${category} », que la règle ne nomme pas`,
    en: ({ schoolYear, part, school, category, amount }: Spent & { readonly school: string; category: string }) =>
      `${schoolYear}, ${part}: ${school} has spent ${amount} on "${category}", which the rule does not name`,
  },
} as const
