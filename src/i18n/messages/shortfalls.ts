import { fr } from '../typography.js'

/** Equipment against a rule: counts, totals and renewals. */
export const shortfalls = {
  noBuilding: { fr: fr`Sans immeuble connu`, en: `No known building` },
  noRegion: { fr: fr`Région inconnue`, en: `Unknown region` },
} as const
