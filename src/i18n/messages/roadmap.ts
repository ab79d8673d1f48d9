import { fr } from '../typography.js'

/** The roadmap: its command's own texts. */
export const roadmap = {
  summary: {
    fr: fr`feuille de route : les liens à hausser, selon les élèves amenés à la norme par dollar`,
    en: `roadmap: the links to raise, by pupils brought to the standard per dollar`,
  },
  noPrices: {
    fr: fr`Sans prix dans la configuration (bandwidth.prices), chaque lien haussé compte autant qu'un autre.`,
    en: `Without prices in the configuration (bandwidth.prices), each link that is raised counts the same.`,
  },
  nothing: {
    fr: fr`Rien à hausser : aucun immeuble relié n'a moins que son besoin.`,
    en: `Nothing to raise: no building with a path has less than its demand.`,
  },
  total: {
    fr: (upgrades: string, percent: string) =>
      fr`Liens haussés en tout : ${upgrades}. Élèves connus qui ont ce que la norme demande : ${percent}.`,
    en: (upgrades: string, percent: string) =>
      `Upgrades in all: ${upgrades}. Known pupils who have what the standard asks for: ${percent}.`,
  },
  left: {
    fr: (buildings: string, pupils: string) =>
      fr`Dans aucune étape, faute de chemin, de capacité ou d'effectif connus : immeubles, ${buildings} ; élèves connus, ${pupils}.`,
    en: (buildings: string, pupils: string) =>
      `In no step, as the path, a capacity or the pupils are not known: buildings, ${buildings}; known pupils, ${pupils}.`,
  },
  noDemand: {
    fr: (profile: string) => fr`La norme « ${profile} » classe des débits et ne donne pas de besoin`,
    en: (profile: string) => `The standard "${profile}" classifies speeds and gives no demand`,
  },
  noDemandHint: {
    fr: fr`Choisissez-en une autre avec --profile.`,
    en: `Choose another one with --profile.`,
  },
  noPrice: {
    fr: (rate: string) => fr`Aucun prix de la configuration ne va jusqu'à ${rate}`,
    en: (rate: string) => `No price of the configuration goes up to ${rate}`,
  },
  noPriceHint: {
    fr: fr`Ajoutez à bandwidth.prices une ligne dont toMbps est au moins ce débit.`,
    en: `Add to bandwidth.prices a line whose toMbps is at least this rate.`,
  },
} as const
