import { accord, agree, fr } from '../typography.js'

/** Sharing networks between neighbours: its command's own texts. */
export const sharing = {
  summary: {
    fr: fr`partage : d'où servir, tout près, les immeubles sans lien ou à l'accès trop étroit`,
    en: `sharing: from where, nearby, buildings without a link or with too narrow an access could be served`,
  },
  withinOption: {
    fr: fr`distance jusqu'où chercher, en kilomètres à vol d'oiseau`,
    en: `how far to look, in kilometres as the crow flies`,
  },
  clustersOption: {
    fr: fr`groupe les immeubles qu'un même prolongement servirait, les plus d'élèves par kilomètre d'abord`,
    en: `group the buildings that one extension would serve, the most pupils per kilometre first`,
  },
  joinOption: {
    fr: fr`pas le plus long d'un immeuble au suivant dans un groupe, en kilomètres`,
    en: `longest step from one building to the next in a cluster, in kilometres`,
  },
  badKm: {
    fr: (text: string) => fr`« ${text} » n'est pas une distance en kilomètres`,
    en: (text: string) => `"${text}" is not a distance in kilometres`,
  },
  badKmHint: {
    fr: fr`Écrivez un nombre plus grand que 0, d'au plus 1000, par exemple 15 ou 2.5.`,
    en: `Write a number greater than 0, at most 1000, for instance 15 or 2.5.`,
  },
  total: {
    fr: (buildings: string, pupils: string, found: string, served: string) =>
      fr`À relier : ${buildings} ${accord(buildings, 'immeuble', 'immeubles')}, ${pupils} ${accord(pupils, 'élève connu', 'élèves connus')}. Avec un endroit à portée : ${found} ; avec un endroit qui leur donnerait tout leur besoin : ${served}.`,
    en: (buildings: string, pupils: string, found: string, served: string) =>
      `To connect: ${buildings} ${agree(buildings, 'building', 'buildings')}, ${pupils} known ${agree(pupils, 'pupil', 'pupils')}. With a place within reach: ${found}; with one that would give them all they need: ${served}.`,
  },
  none: {
    fr: fr`Rien à relier : aucun immeuble n'est sans lien ni n'a un accès trop étroit.`,
    en: `Nothing to connect: no building is without a link or has too narrow an access.`,
  },
  alone: {
    fr: (km: string, codes: string) => fr`Sans aucun endroit à ${km} km : ${codes}.`,
    en: (km: string, codes: string) => `Without any place within ${km} km: ${codes}.`,
  },
  nowhere: {
    fr: (codes: string) => fr`Sans coordonnées, donc sans réponse : ${codes}.`,
    en: (codes: string) => `Without coordinates, so without an answer: ${codes}.`,
  },
  straight: {
    fr: fr`Une fibre dont aucun tracé n'est importé est prise en ligne droite entre ses bouts. Ce qu'un immeuble déjà relié aurait est un minimum : son trafic d'aujourd'hui reste compté où il est.`,
    en: `A fibre without an imported route is taken as straight between its ends. What a building that has a link would get is a minimum: its present traffic stays counted where it is.`,
  },
  clusters: {
    fr: (clusters: string, buildings: string, pupils: string) =>
      fr`${clusters} ${accord(clusters, 'groupe', 'groupes')}, ${buildings} ${accord(buildings, 'immeuble', 'immeubles')}, ${pupils} ${accord(pupils, 'élève connu', 'élèves connus')}.`,
    en: (clusters: string, buildings: string, pupils: string) =>
      `${clusters} ${agree(clusters, 'cluster', 'clusters')}, ${buildings} ${agree(buildings, 'building', 'buildings')}, ${pupils} known ${agree(pupils, 'pupil', 'pupils')}.`,
  },
  noLinks: {
    fr: fr`Aucun lien n'est importé : rien ne dit qui est sans lien`,
    en: `No link is imported: nothing tells who has none`,
  },
  noLinksHint: {
    fr: fr`Commencez par « cartable importer wan-links … ».`,
    en: `Begin with "cartable import wan-links …".`,
  },
} as const
