import { accord, agree, fr } from '../typography.js'

/** Equity: its command's own texts. */
export const equity = {
  summary: {
    fr: fr`équité : ce que les élèves reçoivent selon leur organisme, région, langue, milieu, taille, éloignement`,
    en: `equity: what pupils receive by board, region, language, deprivation, size, remoteness`,
  },
  byOption: {
    fr: fr`critères, séparés par des virgules`,
    en: `criteria, separated by commas`,
  },
  worstOption: {
    fr: fr`les immeubles du dixième des élèves qui ont le moins`,
    en: `the buildings of the tenth of the pupils who have least`,
  },
  unknownBy: {
    fr: (by: string) => fr`« ${by} » n'est pas un critère d'équité`,
    en: (by: string) => `"${by}" is not a criterion of equity`,
  },
  unknownByHint: {
    fr: (known: string) => fr`Critères : ${known}.`,
    en: (known: string) => `Criteria: ${known}.`,
  },
  unknownGroup: { fr: fr`inconnu`, en: `unknown` },
  everyone: { fr: fr`tous les élèves connus`, en: `all known pupils` },
  decile: {
    fr: (rank: string) => fr`${rank} sur 10`,
    en: (rank: string) => `${rank} of 10`,
  },
  sizeBand: {
    fr: (from: string, to: string | null) => (to === null ? fr`${from} élèves ou plus` : fr`de ${from} à ${to} élèves`),
    en: (from: string, to: string | null) => (to === null ? `${from} pupils or more` : `${from} to ${to} pupils`),
  },
  kmBand: {
    fr: (from: string, to: string | null) => (to === null ? fr`${from} km ou plus` : fr`de ${from} à ${to} km`),
    en: (from: string, to: string | null) => (to === null ? `${from} km or more` : `${from} to ${to} km`),
  },
  total: {
    fr: (percent: string, pupils: string, median: string, p10: string) =>
      fr`${percent} de ${pupils} ${accord(pupils, 'élève connu', 'élèves connus')} ont ce que la norme demande. Par élève, la médiane est de ${median}, et un dixième a ${p10} ou moins.`,
    en: (percent: string, pupils: string, median: string, p10: string) =>
      `${percent} of ${pupils} known ${agree(pupils, 'pupil', 'pupils')} have what the standard asks for. Per pupil, the median is ${median}, and a tenth have ${p10} or less.`,
  },
  spread: {
    fr: (gini: string, theil: string, ratio: string) =>
      fr`Dispersion : Gini ${gini}, Theil ${theil}, neuvième décile ÷ premier : ${ratio}.`,
    en: (gini: string, theil: string, ratio: string) =>
      `Dispersion: Gini ${gini}, Theil ${theil}, ninth decile ÷ first: ${ratio}.`,
  },
  apart: {
    fr: (unlinked: string, unknown: string, schools: string) =>
      fr`Comptés à part : ${unlinked} ${accord(unlinked, 'élève', 'élèves')} sans lien, ${unknown} dont le débit est inconnu ; ${schools} ${accord(schools, 'école', 'écoles')} sans effectif connu.`,
    en: (unlinked: string, unknown: string, schools: string) =>
      `Counted apart: ${unlinked} ${agree(unlinked, 'pupil', 'pupils')} without a link, ${unknown} whose rate is not known; ${schools} ${agree(schools, 'school', 'schools')} whose pupils are not known.`,
  },
  capped: {
    fr: fr`Un débit est au plus ce que la norme demande.`,
    en: `A rate is at most what the standard asks for.`,
  },
  bands: {
    fr: fr`Tailles : élèves de l'immeuble ; 60 et 160 sont les seuils de la mesure 15510, 500 est de nous. Éloignement : à vol d'oiseau du point de présence le plus proche ; bornes de nous.`,
    en: `Sizes: pupils of the building; 60 and 160 are the thresholds of measure 15510, 500 is ours. Remoteness: as the crow flies from the nearest POP; bounds are ours.`,
  },
} as const
