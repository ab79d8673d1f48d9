import { fr } from '../typography.js'

/** Gaps, shortfalls, allocation and maps: the commands' own texts. */
export const results = {
  gapsSummary: {
    fr: fr`bande passante : besoin, part reçue, goulot et niveau de chaque immeuble`,
    en: `bandwidth: demand, share, bottleneck and level of every building`,
  },
  gapsTitle: {
    fr: (profile: string, source: string, year: string) => fr`Norme ${profile} (${source}), année scolaire ${year}`,
    en: (profile: string, source: string, year: string) => `Standard ${profile} (${source}), school year ${year}`,
  },
  shortfallsSummary: {
    fr: fr`équipement : ce que chaque école devrait avoir, a et n'a pas, par catégorie`,
    en: `equipment: what each school should have, has and lacks, by category`,
  },
  allocateSummary: {
    fr: fr`répartit une enveloppe entre les écoles, au cent près, avec la raison de chaque montant`,
    en: `share an envelope among schools, to the cent, with the reason for each amount`,
  },
  mapSummary: { fr: fr`dessine la carte des écarts et des manques`, en: `draw the map of gaps and shortfalls` },
  rulesOption: {
    fr: fr`fichier de règles d'équipement (sinon celui de la configuration)`,
    en: `equipment rule file (else the configuration's)`,
  },
  mapFormatOption: {
    fr: fr`formes de la carte, séparées par des virgules`,
    en: `forms of the map, separated by commas`,
  },
  mapFolder: { fr: 'carte', en: 'map' },
  mapOutOption: { fr: fr`dossier où écrire`, en: `folder to write to` },
  rulesTitle: {
    fr: (id: string, source: string) => fr`Règle ${id} (${source})`,
    en: (id: string, source: string) => `Rule ${id} (${source})`,
  },
  stageSum: {
    fr: (stage: string, sum: string) =>
      fr`Total réparti ${stage === 'board' ? 'entre les organismes' : 'entre les écoles'} : ${sum}`,
    en: (stage: string, sum: string) => `Total shared among ${stage === 'board' ? 'boards' : 'schools'}: ${sum}`,
  },
  unknownProfile: {
    fr: (id: string) => fr`La norme « ${id} » n'existe pas`,
    en: (id: string) => `There is no standard "${id}"`,
  },
  unknownProfileHint: {
    fr: (known: string) => fr`Normes connues : ${known}.`,
    en: (known: string) => `Known standards: ${known}.`,
  },
  unknownFormat: {
    fr: (id: string) => fr`La forme de carte « ${id} » n'existe pas`,
    en: (id: string) => `There is no map format "${id}"`,
  },
  unknownFormatHint: {
    fr: (known: string) => fr`Formes connues : ${known}.`,
    en: (known: string) => `Known formats: ${known}.`,
  },
  noRules: {
    fr: fr`Aucun fichier de règles d'équipement n'est donné`,
    en: `No equipment rule file is given`,
  },
  noRulesHint: {
    fr: fr`Donnez --rules regles-combo.yaml, ou « equipment: { rules: … } » dans cartable.yaml.`,
    en: `Give --rules regles-combo.yaml, or "equipment: { rules: … }" in cartable.yaml.`,
  },
  rulesHint: {
    fr: fr`Corrigez le fichier de règles ; rien n'a été calculé.`,
    en: `Mend the rule file; nothing was computed.`,
  },
  unknownYear: {
    fr: (year: string) => fr`Aucun effectif n'est connu pour l'année scolaire ${year}`,
    en: (year: string) => `No enrolment is known for school year ${year}`,
  },
  unknownYearHint: {
    fr: (known: string) => fr`Années connues : ${known}. Choisissez-en une, ou importez l'effectif de cette année-là.`,
    en: (known: string) => `Known years: ${known}. Choose one of them, or import that year's enrolment.`,
  },
  unknownBoard: {
    fr: (code: string) => fr`L'organisme « ${code} » n'est pas connu`,
    en: (code: string) => `Board "${code}" is not known`,
  },
  unknownBoardHint: {
    fr: fr`Voyez les codes avec « cartable lister boards ».`,
    en: `See the codes with "cartable list boards".`,
  },
  noEnrolmentHint: {
    fr: fr`Aucun effectif n'est importé : commencez par « cartable importer enrolment … ».`,
    en: `No enrolment is imported: begin with "cartable import enrolment …".`,
  },
  nobodyToShare: {
    fr: (year: string) => fr`Aucune école admissible n'a d'effectif connu pour ${year} : rien ne peut être réparti`,
    en: (year: string) => `No eligible school has a known enrolment for ${year}: nothing can be shared`,
  },
  nobodyToShareHint: {
    fr: fr`Importez les écoles puis l'effectif (cartable importer enrolment …), ou choisissez une autre année avec --year.`,
    en: `Import schools, then enrolment (cartable import enrolment …), or choose another year with --year.`,
  },
} as const
