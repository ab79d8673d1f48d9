import { accord, agree, fr } from '../typography.js'

/** The roadmap: its command's own texts. */
export const roadmap = {
  summary: {
    fr: fr`feuille de route : les liens à hausser, selon les élèves amenés à la norme par dollar`,
    en: `roadmap: the links to raise, by pupils brought to the standard per dollar`,
  },
  noPrices: {
    fr: fr`Sans prix dans la configuration (bandwidth.prices) ni fichier de coûts (--costs), chaque lien haussé compte autant qu'un autre.`,
    en: `Without prices in the configuration (bandwidth.prices) or a file of costs (--costs), each link that is raised counts the same.`,
  },
  nothing: {
    fr: fr`Rien à hausser : aucun immeuble relié n'a moins que son besoin.`,
    en: `Nothing to raise: no building with a path has less than its demand.`,
  },
  total: {
    fr: (upgrades: string, percent: string, before: string, cost: string | null) =>
      fr`Avec ${upgrades} ${accord(upgrades, 'lien haussé', 'liens haussés')}${cost === null ? '' : fr`, pour ${cost}`}, ${percent} des élèves connus ont ce que la norme demande (${before} aujourd'hui).`,
    en: (upgrades: string, percent: string, before: string, cost: string | null) =>
      `With ${upgrades} ${agree(upgrades, 'upgrade', 'upgrades')}${cost === null ? '' : `, for ${cost}`}, ${percent} of the known pupils have what the standard asks for (${before} today).`,
  },
  nothingKept: {
    fr: fr`Aucune étape ne tient dans ce budget, ou la part demandée est déjà atteinte.`,
    en: `No step fits this budget, or the share that was asked for is reached already.`,
  },
  leftOut: {
    fr: (steps: string) =>
      fr`${accord(steps, 'Étape laissée', 'Étapes laissées')} de côté par le budget ou la part demandée : ${steps}.`,
    en: (steps: string) =>
      `${agree(steps, 'Step', 'Steps')} left out by the budget or the share that was asked for: ${steps}.`,
  },
  unmeasured: {
    fr: (links: string) => fr`Liens de longueur inconnue, dont les kilomètres ne sont pas comptés : ${links}.`,
    en: (links: string) => `Links whose length is not known, so that their kilometres are not counted: ${links}.`,
  },
  unknownLinks: {
    fr: (file: string, links: string) => fr`${file} : liens que la base n'a pas, laissés de côté : ${links}.`,
    en: (file: string, links: string) => `${file}: links that the database does not have, left aside: ${links}.`,
  },
  costsOption: {
    fr: fr`fichier de coûts : link, to_mbps, cost (dollars, une fois) ; il l'emporte sur les prix de la configuration`,
    en: `file of costs: link, to_mbps, cost (dollars, once); it wins over the configuration's prices`,
  },
  budgetOption: {
    fr: fr`garde les meilleures étapes qui tiennent dans ce montant, en dollars`,
    en: `keep the best steps that fit this amount, in dollars`,
  },
  untilOption: {
    fr: fr`s'arrête à l'étape qui amène cette part des élèves connus à la norme, en %`,
    en: `stop at the step that brings this share of the known pupils to the standard, in %`,
  },
  badPercent: {
    fr: (text: string) => fr`« ${text} » n'est pas une part de 0 à 100`,
    en: (text: string) => `"${text}" is not a share from 0 to 100`,
  },
  badPercentHint: {
    fr: fr`Écrivez par exemple 92 ou 92.5, sans symbole.`,
    en: `Write for instance 92 or 92.5, without a symbol.`,
  },
  budgetWithoutCosts: {
    fr: fr`Un budget demande des coûts, et il n'y en a aucun`,
    en: `A budget needs costs, and there are none`,
  },
  budgetWithoutCostsHint: {
    fr: fr`Donnez-les lien par lien avec --costs, ou par débit et kilomètre dans bandwidth.prices.`,
    en: `Give them link by link with --costs, or by rate and kilometre in bandwidth.prices.`,
  },
  costsHint: {
    fr: fr`Corrigez le fichier de coûts ; un coût laissé de côté changerait tout le classement.`,
    en: `Mend the file of costs; one that is left aside would change the whole ranking.`,
  },
  noCost: {
    fr: (link: string, rate: string) =>
      fr`Ni le fichier de coûts ni la configuration ne disent ce que coûte de porter ${link} à ${rate}`,
    en: (link: string, rate: string) =>
      `Neither the file of costs nor the configuration tells what raising ${link} to ${rate} costs`,
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
    fr: fr`Ajoutez à bandwidth.prices une ligne dont toMbps est au moins ce débit, ou au fichier de --costs une ligne de ce lien.`,
    en: `Add to bandwidth.prices a line whose toMbps is at least this rate, or to the file of --costs a line of that link.`,
  },
} as const
