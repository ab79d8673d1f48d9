import { fr } from '../typography.js'

/** What a published map says of itself to an open data portal. `layer-` is a file of one layer, by its name. */
export const publication = {
  fileName: { fr: 'metadonnees.json', en: 'metadata.json' },
  title: {
    fr: fr`Connectivité et équipement numérique des écoles`,
    en: `Connectivity and digital equipment of schools`,
  },
  description: {
    fr: (profile: string, year: string) =>
      fr`Pour chaque immeuble scolaire : les élèves, la bande passante qu'il leur faut selon la norme ${profile}, celle qui leur parvient, le lien qui la borne et l'équipement qui manque. Année scolaire ${year}. Les effectifs de moins de 30 élèves sont retenus, avec tout chiffre qui les donnerait : ils sont vides, et « suppressed » vaut vrai. Les liens sont tracés en ligne droite, entre leurs deux bouts.`,
    en: (profile: string, year: string) =>
      `For each school building: its pupils, the bandwidth that they need by standard ${profile}, what reaches them, the link that bounds it and the equipment that is missing. School year ${year}. Counts of fewer than 30 pupils are withheld, with any figure that would give them away: they are empty, and "suppressed" is true. Links are drawn as straight lines, between their two ends.`,
  },
  tags: {
    fr: 'bande passante, cartographie, école, équipement numérique, fibre optique, réseau, RISQ',
    en: 'bandwidth, cartography, digital equipment, fibre, network, RISQ, school',
  },
  category: { fr: fr`Éducation et recherche`, en: `Education and research` },
  source: {
    fr: fr`Écoles, immeubles et effectifs du ministère ; liens du RISQ et des organismes scolaires ; calculs de cartable`,
    en: `Schools, buildings and enrolment of the ministry; links of RISQ and of school boards; figures derived by cartable`,
  },
  page: {
    fr: fr`La carte, en une page qui s'ouvre sans réseau`,
    en: `The map, as a page that opens without a network`,
  },
  wholeMap: {
    fr: (format: string) => fr`La carte entière, en ${format}`,
    en: (format: string) => `The whole map, as ${format}`,
  },
  'layer-buildings': {
    fr: fr`Immeubles : élèves, besoin, débit reçu, niveau et équipement`,
    en: `Buildings: pupils, demand, bandwidth received, level and equipment`,
  },
  'layer-schools': { fr: fr`Écoles`, en: `Schools` },
  'layer-wan-links': { fr: fr`Liens : bouts, capacité et charge`, en: `Links: ends, capacity and load` },
  'layer-territories': { fr: fr`Territoires des organismes scolaires`, en: `Territories of school boards` },
  'layer-pops': { fr: fr`Points de présence`, en: `Points of presence` },
  'layer-dictionnaire': { fr: fr`Dictionnaire des données`, en: `Data dictionary` },
  'layer-dictionary': { fr: fr`Dictionnaire des données`, en: `Data dictionary` },
} as const
