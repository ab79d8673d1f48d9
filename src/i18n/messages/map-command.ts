import type { Orders } from '../../model/organisation.js'
import { fr } from '../typography.js'

const orders = {
  'order-preschool': { fr: 'préscolaire', en: 'preschool' },
  'order-primary': { fr: 'primaire', en: 'primary' },
  'order-secondary': { fr: 'secondaire', en: 'secondary' },
  'order-vocational': { fr: 'professionnelle', en: 'vocational' },
  'order-adult': { fr: 'adultes', en: 'adult' },
} as const satisfies Record<`order-${keyof Orders}`, { readonly fr: string; readonly en: string }>

/** The command `map`: its options, what it says, and what may be wrong with them. */
export const mapCommand = {
  ...orders,
  publicOption: {
    fr: fr`carte à publier : sans coûts, appareils ni points faibles, ni rien qui donne un effectif de moins de 30 élèves (avec les métadonnées de Données Québec)`,
    en: `map to publish: without costs, devices, weak points, nor anything that gives away fewer than 30 pupils (with metadata for Données Québec)`,
  },
  boardOption: {
    fr: fr`ne dessine que ces organismes (codes, séparés par des virgules)`,
    en: `draw these boards alone (codes, separated by commas)`,
  },
  regionOption: {
    fr: fr`ne dessine que ces régions administratives (noms, séparés par des virgules)`,
    en: `draw these administrative regions alone (names, separated by commas)`,
  },
  levelOption: {
    fr: fr`ne dessine que les immeubles de ces niveaux, séparés par des virgules`,
    en: `draw the buildings of these levels alone, separated by commas`,
  },
  orderOption: {
    fr: fr`ne dessine que les immeubles où s'enseigne un de ces ordres, séparés par des virgules`,
    en: `draw the buildings alone where one of these orders is taught, separated by commas`,
  },
  bboxOption: {
    fr: fr`ne dessine que ce rectangle, en degrés : ouest, sud, est, nord (par exemple -69,48,-67,50)`,
    en: `draw this rectangle alone, in degrees: west, south, east, north (for instance -69,48,-67,50)`,
  },
  mergeOption: {
    fr: fr`toutes les couches dans un fichier, dans les formes qui le permettent`,
    en: `all layers in one file, in the forms that can`,
  },
  simplifyOption: {
    fr: fr`allège les territoires : leurs frontières bougent d'autant au plus`,
    en: `lighten territories: their borders move by as much at most`,
  },
  dryRunOption: {
    fr: fr`vérifie et nomme les fichiers qui seraient écrits, sans les écrire`,
    en: `check and name the files that would be written, write none`,
  },
  wouldWrite: {
    fr: (count: string) => fr`Rien n'est écrit ; le seraient (${count}) :`,
    en: (count: string) => `Nothing is written; these would be (${count}):`,
  },
  drawn: {
    fr: (t: { buildings: string; of: string; links: string; pops: string; territories: string }) =>
      fr`Dessinés : immeubles ${t.buildings} sur ${t.of}, liens ${t.links}, points de présence ${t.pops}, territoires ${t.territories}.`,
    en: (t: { buildings: string; of: string; links: string; pops: string; territories: string }) =>
      `Drawn: buildings ${t.buildings} of ${t.of}, links ${t.links}, points of presence ${t.pops}, territories ${t.territories}.`,
  },
  withheld: {
    fr: (buildings: string, links: string) =>
      fr`Carte publique : des chiffres sont retenus pour ne donner aucun effectif de moins de 30 élèves (immeubles : ${buildings} ; liens : ${links}).`,
    en: (buildings: string, links: string) =>
      `Public map: figures are withheld so as to give away no count below 30 pupils (buildings: ${buildings}; links: ${links}).`,
  },
  metadataLacks: {
    fr: (file: string, keys: string) =>
      fr`${file} : un portail demande aussi ${keys}, qui y sont null. Écrivez-les sous « publication » dans cartable.yaml, puis refaites la carte.`,
    en: (file: string, keys: string) =>
      `${file}: a portal asks for ${keys} too, which are null there. Write them under "publication" in cartable.yaml, then make the map again.`,
  },
  unknownValue: {
    fr: (flag: string, value: string) => fr`${flag} : « ${value} » n'est pas connu ici`,
    en: (flag: string, value: string) => `${flag}: "${value}" is not known here`,
  },
  unknownValueHint: {
    fr: (known: string) => fr`Connus : ${known}.`,
    en: (known: string) => `Known: ${known}.`,
  },
  noneKnownHint: {
    fr: fr`Aucun n'est connu : importez d'abord les écoles (cartable importer schools …).`,
    en: `None is known: import schools first (cartable import schools …).`,
  },
  badBox: {
    fr: (text: string) => fr`« ${text} » n'est pas un rectangle`,
    en: (text: string) => `"${text}" is no rectangle`,
  },
  badBoxHint: {
    fr: fr`On attend quatre nombres, en degrés : ouest, sud, est, nord, l'ouest avant l'est et le sud avant le nord. Exemple : --bbox=-69,48,-67,50`,
    en: `Four numbers are expected, in degrees: west, south, east, north, west before east and south before north. For instance: --bbox=-69,48,-67,50`,
  },
  badMetres: {
    fr: (text: string) => fr`« ${text} » n'est pas un nombre de mètres`,
    en: (text: string) => `"${text}" is no number of metres`,
  },
  badMetresHint: { fr: fr`Écrivez par exemple --simplify 200.`, en: `Write for instance --simplify 200.` },
  nothingDrawn: {
    fr: (of: string) =>
      fr`Il ne reste rien à dessiner : aucun des immeubles connus (${of}) ne répond à tous les filtres`,
    en: (of: string) => `Nothing is left to draw: none of the known buildings (${of}) fits all filters`,
  },
  nothingDrawnHint: {
    fr: (filters: string) => fr`Filtres demandés : ${filters}. Retirez-en un, ou élargissez-le.`,
    en: (filters: string) => `Filters asked for: ${filters}. Take one off, or widen it.`,
  },
} as const
