import { accord, agree, fr } from '../typography.js'

/** `allocate`: its options, what it refuses, and what it says beside the table. */
export const allocate = {
  noTraining: {
    fr: (file: string) => fr`${file} ne dit rien de la formation`,
    en: (file: string) => `${file} says nothing of training`,
  },
  noTrainingHint: {
    fr: fr`Ajoutez « training: { stages: [school], steps: [ { prorata: { by: pupils } } ] } » à la règle, ou répartissez l'équipement (sans --part).`,
    en: `Add "training: { stages: [school], steps: [ { prorata: { by: pupils } } ] }" to the rule, or share equipment (without --part).`,
  },
  noEnvelope: {
    fr: fr`Cette règle divise une enveloppe, et aucune n'est donnée`,
    en: `This rule divides an envelope, and none is given`,
  },
  noEnvelopeHint: { fr: fr`Donnez --envelope 100000, en dollars.`, en: `Give --envelope 100000, in dollars.` },
  beyond: {
    fr: (owed: string, there: string) =>
      fr`Les montants fixes et la réserve de la règle font ${owed}, plus que les ${there} à répartir, et la règle refuse de les réduire`,
    en: (owed: string, there: string) =>
      `The rule's fixed amounts and reserve come to ${owed}, more than the ${there} to share, and the rule refuses to cut them`,
  },
  beyondHint: {
    fr: fr`Donnez une plus grande enveloppe, baissez les montants, ou écrivez « beyond: cut » dans la règle pour les réduire tous dans la même proportion.`,
    en: `Give a larger envelope, lower the amounts, or write "beyond: cut" in the rule to cut them all in the same proportion.`,
  },
  badWhatIf: {
    fr: (text: string) => fr`« ${text} » n'est pas un changement à la règle`,
    en: (text: string) => `"${text}" is no change to the rule`,
  },
  badWhatIfHint: {
    fr: fr`Écrivez le chemin dans le fichier, « = », puis une valeur seule : --what-if allocation.steps.0.floorPerSchool=6000 (les listes comptent à partir de 0).`,
    en: `Write the path in the file, "=", then a single value: --what-if allocation.steps.0.floorPerSchool=6000 (lists count from 0).`,
  },
  whatIfValue: {
    fr: (text: string) => fr`« ${text} » n'est pas une valeur seule`,
    en: (text: string) => `"${text}" is not a single value`,
  },
  whatIfPlace: {
    fr: (path: string) => fr`La règle n'a rien à « ${path} »`,
    en: (path: string) => `The rule has nothing at "${path}"`,
  },
  whatIfNear: {
    fr: (near: string) => fr`Il y a : ${near}.`,
    en: (near: string) => `There is: ${near}.`,
  },
  whatIfHint: {
    fr: (changes: string) => fr`La règle est lue avec ce changement : ${changes}. Rien n'a été calculé.`,
    en: (changes: string) => `The rule is read with this change: ${changes}. Nothing was computed.`,
  },
  envelopeOption: {
    fr: fr`montant à répartir, en dollars; une règle qui ne divise rien s'en passe`,
    en: `amount to share, in dollars; a rule that divides nothing does without`,
  },
  partOption: {
    fr: fr`ce qui est réparti, chacun ayant son enveloppe`,
    en: `what is shared, each an envelope of its own`,
  },
  byOption: { fr: fr`une ligne par école, ou des totaux`, en: `a line for each school, or totals` },
  compareOption: {
    fr: fr`met à côté la même répartition d'une autre année scolaire ou selon un autre fichier de règles, ou une répartition figée (run:3)`,
    en: `put beside it the same allocation of another school year or by another rule file, or a frozen one (run:3)`,
  },
  whatIfOption: {
    fr: fr`change une valeur de la règle (chemin=valeur) et met les deux côte à côte; autant de fois qu'il faut`,
    en: `change one value of the rule (path=value) and put both side by side; as often as needed`,
  },
  byWithCompare: {
    fr: fr`Les totaux (--by) ne vont pas avec une comparaison (--compare, --what-if)`,
    en: `Totals (--by) do not go with a comparison (--compare, --what-if)`,
  },
  unknownRegion: { fr: fr`région inconnue`, en: `unknown region` },
  asTheFile: { fr: fr`la règle du fichier`, en: `the file's rule` },
  title: {
    fr: (part: string, year: string, enrolment: string, envelope: string) =>
      fr`${part === 'training' ? 'Formation' : 'Équipement'}, année scolaire ${year}, effectif du 30 septembre ${enrolment.slice(0, 4)}, enveloppe de ${envelope}`,
    en: (part: string, year: string, enrolment: string, envelope: string) =>
      `${part === 'training' ? 'Training' : 'Equipment'}, school year ${year}, enrolment of 30 September ${enrolment.slice(0, 4)}, envelope of ${envelope}`,
  },
  reserve: {
    fr: (cents: string) => fr`Réserve mise de côté : ${cents}`,
    en: (cents: string) => `Reserve put aside: ${cents}`,
  },
  cut: {
    fr: (due: string, room: string) =>
      fr`Les montants fixes (${due} en tout) dépassent les ${room} à répartir : tous sont réduits dans la même proportion, et rien n'est divisé ensuite.`,
    en: (due: string, room: string) =>
      `Fixed amounts (${due} in all) exceed the ${room} to share: all are cut in the same proportion, and nothing is divided after them.`,
  },
  recovered: {
    fr: (cents: string) => fr`Soldes repris : ${cents}, répartis avec l'enveloppe et retirés à qui les détient`,
    en: (cents: string) =>
      `Unspent money taken back: ${cents}, shared with the envelope and taken off those who hold it`,
  },
  carried: {
    fr: (cents: string) => fr`Soldes que les écoles gardent : ${cents}`,
    en: (cents: string) => `Unspent money that schools keep: ${cents}`,
  },
  unallocated: {
    fr: (cents: string) => fr`À personne : ${cents}, que la règle ne divise pas ou que ses limites retiennent`,
    en: (cents: string) => `To nobody: ${cents}, which the rule does not divide or its limits hold back`,
  },
  equity: {
    fr: (mean: string, worst: string, gini: string) =>
      fr`Par élève : ${mean} en moyenne, ${worst} pour le dixième des élèves qui a le moins; Gini ${gini}`,
    en: (mean: string, worst: string, gini: string) =>
      `Per pupil: ${mean} on average, ${worst} for the tenth of pupils who have least; Gini ${gini}`,
  },
  equityBefore: {
    fr: (mean: string, worst: string, gini: string) =>
      fr`Par élève, avant : ${mean} en moyenne, ${worst} pour le dixième des élèves qui avait le moins; Gini ${gini}`,
    en: (mean: string, worst: string, gini: string) =>
      `Per pupil, before: ${mean} on average, ${worst} for the tenth of pupils who had least; Gini ${gini}`,
  },
  compared: {
    fr: (before: string, after: string) => fr`Avant : ${before}. Après : ${after}.`,
    en: (before: string, after: string) => `Before: ${before}. After: ${after}.`,
  },
  winners: {
    fr: (count: string, cents: string) =>
      fr`${count} ${accord(count, 'école gagne', 'écoles gagnent')} ${cents} en tout`,
    en: (count: string, cents: string) => `${count} ${agree(count, 'school gains', 'schools gain')} ${cents} in all`,
  },
  losers: {
    fr: (count: string, cents: string) =>
      fr`${count} ${accord(count, 'école perd', 'écoles perdent')} ${cents} en tout`,
    en: (count: string, cents: string) => `${count} ${agree(count, 'school loses', 'schools lose')} ${cents} in all`,
  },
  unchanged: {
    fr: (count: string) => fr`${count} ${accord(count, 'école ne change', 'écoles ne changent')} pas`,
    en: (count: string) => `${count} ${agree(count, 'school does', 'schools do')} not change`,
  },
  otherProblems: {
    fr: (count: string) =>
      fr`Et ${count} ${accord(count, 'autre école', 'autres écoles')} : « cartable rapport repartition » les nomme toutes, sous « Problèmes de données ».`,
    en: (count: string) =>
      `And ${count} other ${agree(count, 'school', 'schools')}: "cartable report combo" names them all, under "Data problems".`,
  },
  unknownCategories: {
    fr: (unknown: string, known: string) =>
      fr`Catégories de la règle dont aucun équipement ni article du catalogue n'est : ${unknown}. Catégories connues : ${known}.`,
    en: (unknown: string, known: string) =>
      `Categories of the rule that no equipment and no item of the catalogue is in: ${unknown}. Known categories: ${known}.`,
  },
} as const
