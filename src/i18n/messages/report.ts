import { accord, agree, fr } from '../typography.js'

type Text = { readonly fr: string; readonly en: string }

/** A part of a sliding scale: where it ends, and what it gives. */
interface Band {
  readonly upTo: string
  readonly base: string | null
  readonly perPupil: string
  /** True when each pupil takes from the base. */
  readonly falls: boolean
  /** Pupils beyond so many alone count; null for all. */
  readonly above: string | null
}

/** Reports that people keep: the command's own texts. */
const command = {
  summary: {
    fr: fr`rapports à garder et à transmettre : classeur, page, Markdown, CSV ou JSON`,
    en: `reports to keep and to pass on: workbook, page, Markdown, CSV or JSON`,
  },
  comboSummary: {
    fr: fr`répartition du combo numérique, par école et par organisme`,
    en: `allocations of the combo numérique, by school and by board`,
  },
  shortfallsSummary: {
    fr: fr`équipement dû, en service et manquant, par école, par organisme et d'une année à l'autre`,
    en: `equipment due, in service and missing, by school, by board and from year to year`,
  },
  renewalSummary: {
    fr: fr`équipement qui arrive au bout de sa vie, par année, et ce qu'il coûte à remplacer`,
    en: `equipment that reaches the end of its life, by year, and what replacing it costs`,
  },
  accountabilitySummary: {
    fr: fr`reddition de comptes : alloué, dépensé et non dépensé, par école et par catégorie`,
    en: `accountability: allocated, spent and unspent, by school and by category`,
  },
  formatDefault: {
    fr: fr`celle du fichier de --out, sinon un tableau`,
    en: `that of the file of --out, else a table`,
  },
  excelOption: {
    fr: fr`CSV pour Excel : point-virgule, dollars, virgule décimale, en-têtes en mots`,
    en: `CSV for Excel: semicolons, dollars, headers in words`,
  },
  boardOption: { fr: fr`un seul organisme, par son code`, en: `one board only, by its code` },
  envelopeOption: {
    fr: fr`montant à répartir, en dollars (sinon ce que doit une règle qui ne divise rien)`,
    en: `amount to share, in dollars (else what a rule that divides nothing owes)`,
  },
  trainingOption: {
    fr: fr`montant de la formation, une enveloppe à part, en dollars`,
    en: `amount for training, an envelope of its own, in dollars`,
  },
  anyFile: { fr: 'rapport', en: 'report' },
  comboFile: { fr: 'combo.xlsx', en: 'combo.xlsx' },
  shortfallsFile: { fr: 'manques.html', en: 'shortfalls.html' },
  renewalFile: { fr: 'renouvellement.xlsx', en: 'renewal.xlsx' },
  excelFormat: {
    fr: (format: string) => fr`--excel ne vaut que pour un CSV, et la forme demandée est ${format}`,
    en: (format: string) => `--excel is for a CSV alone, and the form asked for is ${format}`,
  },
  excelFormatHint: {
    fr: fr`Retirez --excel, ou demandez --format csv.`,
    en: `Remove --excel, or ask for --format csv.`,
  },
  accountabilityFile: { fr: 'reddition.html', en: 'accountability.html' },
  runOption: {
    fr: fr`une répartition figée, par son numéro, au lieu d'une nouvelle`,
    en: `a frozen allocation, by its number, instead of a new one`,
  },
  badRun: {
    fr: (text: string) => fr`« ${text} » n'est pas le numéro d'une répartition`,
    en: (text: string) => `"${text}" is not the number of an allocation`,
  },
  badRunHint: { fr: fr`« cartable repartir historique » les énumère.`, en: `"cartable allocate runs" lists them.` },
  runAlone: {
    fr: fr`--run montre une répartition figée, qui a déjà son enveloppe, sa règle et son année`,
    en: `--run shows a frozen allocation, which has its envelope, its rule and its year`,
  },
  runAloneHint: {
    fr: fr`Retirez --envelope, --training, --rules et --year, ou --run.`,
    en: `Remove --envelope, --training, --rules and --year, or --run.`,
  },
  nothingToAccount: {
    fr: fr`Aucune répartition n'est figée et aucune dépense n'est importée : il n'y a pas de comptes à rendre`,
    en: `No allocation is frozen and no spending is imported: there is nothing to account for`,
  },
  nothingToAccountHint: {
    fr: fr`Figez une répartition (cartable repartir figer …) et importez les dépenses (cartable importer spending …).`,
    en: `Freeze an allocation (cartable allocate freeze …) and import the spending (cartable import spending …).`,
  },
  noAccounts: {
    fr: (year: string) => fr`Il n'y a pas de comptes de ${year}`,
    en: (year: string) => `There are no accounts of ${year}`,
  },
  noAccountsHint: {
    fr: (years: string) => fr`Années qui en ont : ${years}.`,
    en: (years: string) => `Years that have some: ${years}.`,
  },
  needsFile: {
    fr: (format: string) => fr`La forme ${format} ne se lit pas dans un terminal`,
    en: (format: string) => `The form ${format} cannot be read in a terminal`,
  },
  needsFileHint: {
    fr: (file: string) => fr`Nommez un fichier : --out ${file}.`,
    en: (file: string) => `Name a file: --out ${file}.`,
  },
} as const

/** What documents are made of: titles, headers and notes. */
const documents = {
  total: { fr: 'Total', en: 'Total' },
  empty: { fr: fr`Aucune ligne.`, en: `No row.` },
  /** After a word that tells what comes. */
  colon: { fr: '\u00a0:', en: ':' },
  contents: { fr: 'Contenu', en: 'Contents' },
  charts: { fr: 'Graphiques', en: 'Charts' },
  rowCount: {
    fr: (rows: string) => fr`${rows} ${accord(rows, 'ligne', 'lignes')}`,
    en: (rows: string) => `${rows} ${agree(rows, 'row', 'rows')}`,
  },
  chartOf: {
    fr: (value: string, whole: string, percent: string) => fr`${value} sur ${whole} (${percent})`,
    en: (value: string, whole: string, percent: string) => `${value} of ${whole} (${percent})`,
  },
  bySchool: { fr: fr`Par école`, en: `By school` },
  byBoard: { fr: fr`Par organisme`, en: `By board` },
  bySchoolCategory: { fr: fr`Par école et catégorie`, en: `By school and category` },
  byBoardCategory: { fr: fr`Par organisme et catégorie`, en: `By board and category` },
  byYearCategory: { fr: fr`Par année et catégorie`, en: `By year and category` },
  trend: { fr: fr`D'une année à l'autre`, en: `Year after year` },
  rules: { fr: fr`Règles et sources`, en: `Rules and sources` },
  problems: { fr: fr`Problèmes de données`, en: `Data problems` },
  told: { fr: fr`Ce qu'il faut savoir`, en: `What to know` },
  percentOfSpent: { fr: fr`% du dépensé`, en: `% of spent` },
  largest: {
    fr: (kept: string, all: string) => fr`les ${kept} premiers de ${all}`,
    en: (kept: string, all: string) => `the first ${kept} of ${all}`,
  },
  comboTitle: {
    fr: (year: string) => fr`Combo numérique : répartition de ${year}`,
    en: (year: string) => `Combo numérique: allocations of ${year}`,
  },
  shortfallsTitle: {
    fr: (year: string) => fr`Équipement : manques de ${year}`,
    en: (year: string) => `Equipment: shortfalls of ${year}`,
  },
  renewalTitle: {
    fr: (day: string) => fr`Équipement : renouvellement au ${day}`,
    en: (day: string) => `Equipment: renewal as of ${day}`,
  },
  accountabilityTitle: {
    fr: (year: string) => fr`Combo numérique : reddition de comptes de ${year}`,
    en: (year: string) => `Combo numérique: accountability of ${year}`,
  },
  chartAmounts: { fr: fr`montant par école`, en: `amount by school` },
  chartCovered: { fr: fr`ce qui est couvert de la cible`, en: `what is covered of the target` },
  chartRenewal: { fr: fr`coût par année scolaire`, en: `cost by school year` },
  chartSpent: { fr: fr`dépensé, de ce qui est alloué`, en: `spent, of what is allocated` },
  rule: {
    fr: (id: string, version: string | null, source: string) =>
      fr`Règle ${id}${version === null ? '' : fr`, version ${version}`} (${source}).`,
    en: (id: string, version: string | null, source: string) =>
      `Rule ${id}${version === null ? '' : `, version ${version}`} (${source}).`,
  },
  envelope: {
    fr: (amount: string, year: string, enrolment: string) =>
      fr`Enveloppe de ${amount} pour ${year}, selon l'effectif du 30 septembre ${enrolment.slice(0, 4)}.`,
    en: (amount: string, year: string, enrolment: string) =>
      `Envelope of ${amount} for ${year}, by the enrolment of 30 September ${enrolment.slice(0, 4)}.`,
  },
  sharedAmong: {
    fr: (amount: string, schools: string) =>
      fr`Réparti : ${amount} entre ${schools} ${accord(schools, 'école', 'écoles')}.`,
    en: (amount: string, schools: string) =>
      `Shared: ${amount} among ${schools} ${agree(schools, 'school', 'schools')}.`,
  },
  recovered: {
    fr: (amount: string) => fr`Récupéré de sommes non dépensées, et réparti avec l'enveloppe : ${amount}.`,
    en: (amount: string) => `Recovered from unspent sums, and shared with the envelope: ${amount}.`,
  },
  reserved: { fr: (amount: string) => fr`Réserve : ${amount}.`, en: (amount: string) => `Reserve: ${amount}.` },
  unallocated: {
    fr: (amount: string) => fr`Laissé à personne par la règle ou ses limites : ${amount}.`,
    en: (amount: string) => `Left to nobody by the rule or its limits: ${amount}.`,
  },
  trainingEnvelope: {
    fr: (amount: string) => fr`Formation, une enveloppe à part : ${amount}.`,
    en: (amount: string) => `Training, an envelope of its own: ${amount}.`,
  },
  schoolsOut: {
    fr: (schools: string) =>
      fr`${schools} ${accord(schools, 'école ne reçoit rien, faute', 'écoles ne reçoivent rien, faute')} d'effectif connu : voir « Problèmes de données ».`,
    en: (schools: string) =>
      `${schools} ${agree(schools, 'school gets', 'schools get')} nothing, as the pupils are not known: see "Data problems".`,
  },
  onlyBoard: {
    fr: (board: string) =>
      fr`Seules les écoles de ${board} sont montrées ; l'enveloppe est celle de toutes les écoles.`,
    en: (board: string) => `Only the schools of ${board} are shown; the envelope is that of all schools.`,
  },
  onlyBoardShortfalls: {
    fr: (board: string) => fr`Seules les écoles de ${board} sont comptées.`,
    en: (board: string) => `Only the schools of ${board} are counted.`,
  },
  provisional: {
    fr: fr`Montants provisoires : cette répartition n'est pas figée.`,
    en: `Provisional amounts: this allocation is not frozen.`,
  },
  frozen: {
    fr: (run: string, day: string, digest: string) => fr`Répartition ${run}, figée le ${day} ; empreinte ${digest}.`,
    en: (run: string, day: string, digest: string) => `Allocation ${run}, frozen on ${day}; digest ${digest}.`,
  },
  frozenRun: {
    fr: (run: string, day: string, part: string, year: string) =>
      fr`Répartition ${run} (${part}, ${year}), figée le ${day}.`,
    en: (run: string, day: string, part: string, year: string) =>
      `Allocation ${run} (${part}, ${year}), frozen on ${day}.`,
  },
  countedOn: {
    fr: (year: string, enrolment: string) =>
      year === enrolment
        ? fr`Élèves et équipement comptés au 30 septembre ${year.slice(0, 4)}.`
        : fr`Élèves comptés au 30 septembre ${enrolment.slice(0, 4)}, équipement au 30 septembre ${year.slice(0, 4)}.`,
    en: (year: string, enrolment: string) =>
      year === enrolment
        ? `Pupils and equipment counted on 30 September ${year.slice(0, 4)}.`
        : `Pupils counted on 30 September ${enrolment.slice(0, 4)}, equipment on 30 September ${year.slice(0, 4)}.`,
  },
  lacking: {
    fr: (missing: string, target: string, schools: string) =>
      fr`Il manque ${missing} ${accord(missing, 'unité', 'unités')} sur les ${target} dues, dans ${schools} ${accord(schools, 'école', 'écoles')}.`,
    en: (missing: string, target: string, schools: string) =>
      `${missing} ${agree(missing, 'unit is', 'units are')} missing of the ${target} due, in ${schools} ${agree(schools, 'school', 'schools')}.`,
  },
  noSharing: {
    fr: fr`Une école qui a plus que sa cible ne couvre le manque d'aucune autre.`,
    en: `A school that has more than its target covers the lack of no other.`,
  },
  lackingCost: {
    fr: (cost: string) => fr`Les acheter coûterait ${cost}, aux coûts de la règle.`,
    en: (cost: string) => `Buying them would cost ${cost}, at the rule's costs.`,
  },
  schoolsUnknown: {
    fr: (schools: string) =>
      fr`${schools} ${accord(schools, 'école est', 'écoles sont')} sans effectif connu, donc sans cible ni manque : voir « Problèmes de données ».`,
    en: (schools: string) =>
      `${schools} ${agree(schools, 'school has', 'schools have')} no known enrolment, so neither target nor shortfall: see "Data problems".`,
  },
  renewedBy: {
    fr: (day: string) => fr`En retard : ce qui a atteint le bout de sa vie le ${day} ou avant.`,
    en: (day: string) => `Overdue: what reached the end of its life on ${day} or before.`,
  },
  overdue: {
    fr: (units: string) => fr`Unités en retard : ${units}.`,
    en: (units: string) => `Overdue units: ${units}.`,
  },
  overdueYear: { fr: (year: string) => fr`${year} (en retard)`, en: (year: string) => `${year} (overdue)` },
  renewalCost: {
    fr: (cost: string) => fr`Tout remplacer coûterait ${cost}, pour ce dont le coût est connu.`,
    en: (cost: string) => `Replacing all of it would cost ${cost}, for what has a known cost.`,
  },
  unpriced: {
    fr: (units: string) => fr`Unités sans coût connu, qui n'y sont pas comptées : ${units}.`,
    en: (units: string) => `Units without a known cost, which are not counted in it: ${units}.`,
  },
  undated: {
    fr: (units: string) => fr`Unités dont personne ne sait la date d'achat : ${units}.`,
    en: (units: string) => `Units whose date of purchase nobody knows: ${units}.`,
  },
  accounted: {
    fr: (allocated: string, carried: string, spent: string) =>
      fr`Alloué : ${allocated} ; reporté d'années antérieures : ${carried} ; dépensé : ${spent}.`,
    en: (allocated: string, carried: string, spent: string) =>
      `Allocated: ${allocated}; carried from earlier years: ${carried}; spent: ${spent}.`,
  },
  left: {
    fr: (unspent: string, percent: string) => fr`Non dépensé : ${unspent}. Part dépensée : ${percent}.`,
    en: (unspent: string, percent: string) => `Unspent: ${unspent}. Part spent: ${percent}.`,
  },
  overspent: {
    fr: (part: string, spent: string, given: string) =>
      fr`${part} : ${spent} sont dépensés, plus que les ${given} alloués et reportés.`,
    en: (part: string, spent: string, given: string) =>
      `${part}: ${spent} is spent, more than the ${given} that was allocated and carried.`,
  },
  nothingSpent: {
    fr: (part: string, given: string) =>
      fr`${part} : rien n'est dépensé de ${given}. Le fichier des dépenses est-il complet ?`,
    en: (part: string, given: string) => `${part}: nothing is spent of ${given}. Is the file of spending complete?`,
  },
} as const

/** Problems that only a report tells. */
const problems = {
  noEnrolment: {
    fr: (year: string) =>
      fr`Effectif de ${year} inconnu : ni cible ni manque. Importez-le (cartable importer enrolment <fichier>).`,
    en: (year: string) =>
      `Enrolment of ${year} unknown: neither target nor shortfall. Import it (cartable import enrolment <file>).`,
  },
  undatedLots: {
    fr: (units: string, item: string) =>
      fr`${item} : ${units} ${accord(units, 'unité', 'unités')} sans date d'achat, comptées en service.`,
    en: (units: string, item: string) =>
      `${item}: ${units} ${agree(units, 'unit', 'units')} without a date of purchase, counted as in service.`,
  },
  undatedRenewal: {
    fr: (units: string, category: string) =>
      fr`${category} : ${units} ${accord(units, 'unité', 'unités')} sans date d'achat, dont la fin de vie est inconnue.`,
    en: (units: string, category: string) =>
      `${category}: ${units} ${agree(units, 'unit', 'units')} without a date of purchase, whose end of life is not known.`,
  },
  unpricedRenewal: {
    fr: (units: string, category: string) =>
      fr`${category} : ${units} ${accord(units, 'unité', 'unités')} sans coût, ni dans la règle ni dans l'inventaire.`,
    en: (units: string, category: string) =>
      `${category}: ${units} ${agree(units, 'unit', 'units')} without a cost, neither in the rule nor in the inventory.`,
  },
  otherCategory: {
    fr: (units: string, category: string) =>
      fr`${category} : ${units} ${accord(units, 'unité', 'unités')} d'une catégorie que la règle ne nomme pas, et qui ne compte pas.`,
    en: (units: string, category: string) =>
      `${category}: ${units} ${agree(units, 'unit', 'units')} of a category that the rule does not name, and that does not count.`,
  },
  unknownSchool: {
    fr: (school: string, category: string, units: string) =>
      fr`École ${school} inconnue : ses ${units} ${accord(units, 'unité', 'unités')} (${category}) ne comptent pas. Importez-la (cartable importer schools <fichier>).`,
    en: (school: string, category: string, units: string) =>
      `School ${school} is not known: its ${units} ${agree(units, 'unit', 'units')} (${category}) do not count. Import it (cartable import schools <file>).`,
  },
} as const

const blocks = {
  'block-floor-per-school': { fr: fr`Plancher`, en: `Floor` },
  'block-per-pupil': { fr: fr`Montant par élève`, en: `Amount per pupil` },
  'block-base-per-board': { fr: fr`Base de l'organisme`, en: `Board's base` },
  'block-sliding-scale': { fr: fr`Échelle`, en: `Scale` },
  'block-prorata': { fr: fr`Prorata`, en: `Prorata` },
} as const

/** A rule, in words. */
const rules = {
  noVocationalOnly: {
    fr: fr` ; sans les centres de formation professionnelle seule`,
    en: `; without centres of vocational training alone`,
  },
  floorUnits: { fr: (units: string) => fr`plancher de ${units}`, en: (units: string) => `floor of ${units}` },
  perPupils: {
    fr: (pupils: string) => fr`1 pour ${pupils} élèves`,
    en: (pupils: string) => `1 for ${pupils} pupils`,
  },
  perPupilsOf: {
    fr: (pupils: string, order: string) => fr`1 pour ${pupils} élèves ${order}`,
    en: (pupils: string, order: string) => `1 for ${pupils} ${order} pupils`,
  },
  'order-preschool': { fr: fr`du préscolaire`, en: `preschool` },
  'order-primary': { fr: fr`du primaire`, en: `primary` },
  'order-secondary': { fr: fr`du secondaire`, en: `secondary` },
  'order-adult': { fr: fr`adultes`, en: `adult` },
  'order-vocational': { fr: fr`de la formation professionnelle`, en: `vocational` },
  'rounding-up': { fr: fr`arrondi vers le haut`, en: `rounded up` },
  'rounding-nearest': { fr: fr`arrondi au plus près`, en: `rounded to the nearest` },
  'rounding-down': { fr: fr`arrondi vers le bas`, en: `rounded down` },
  atLeast: { fr: (units: string) => fr`au moins ${units}`, en: (units: string) => `at least ${units}` },
  atMost: { fr: (units: string) => fr`au plus ${units}`, en: (units: string) => `at most ${units}` },
  life: { fr: (years: string) => fr`vie de ${years} ans`, en: (years: string) => `life of ${years} years` },
  unitCost: { fr: (cost: string) => fr`${cost} l'unité`, en: (cost: string) => `${cost} a unit` },
  stagesBoard: {
    fr: fr`entre les organismes, puis entre les écoles de chacun`,
    en: `among boards, then among the schools of each`,
  },
  stagesSchool: { fr: fr`entre toutes les écoles`, en: `among all schools` },
  maximumPerSchool: { fr: fr`au plus par école`, en: `at most per school` },
  maximumPerPupil: { fr: fr`au plus par élève`, en: `at most per pupil` },
  minimumUseful: { fr: fr`rien au-dessous de`, en: `nothing below` },
  reservePercent: {
    fr: (percent: string) => fr`réserve de ${percent} % de l'enveloppe`,
    en: (percent: string) => `reserve of ${percent}% of the envelope`,
  },
  reserveOf: { fr: (amount: string) => fr`réserve de ${amount}`, en: (amount: string) => `reserve of ${amount}` },
  floorPerSchool: {
    fr: (amount: string) => fr`plancher de ${amount} par école`,
    en: (amount: string) => `floor of ${amount} a school`,
  },
  perPupil: { fr: (amount: string) => fr`${amount} par élève`, en: (amount: string) => `${amount} a pupil` },
  basePerBoard: {
    fr: (amount: string) => fr`base de ${amount} par organisme, divisée entre ses écoles selon l'effectif`,
    en: (amount: string) => `base of ${amount} a board, divided among its schools by pupils`,
  },
  scalePerBuilding: {
    fr: (bands: string) => fr`échelle selon les élèves de chaque immeuble : ${bands}, rien au-delà`,
    en: (bands: string) => `scale by the pupils of each building: ${bands}, nothing beyond`,
  },
  scalePerSchool: {
    fr: (bands: string) => fr`échelle selon les élèves de chaque école : ${bands}, rien au-delà`,
    en: (bands: string) => `scale by the pupils of each school: ${bands}, nothing beyond`,
  },
  then: { fr: fr`, puis `, en: `, then ` },
  band: {
    fr: ({ upTo, base, perPupil, falls, above }: Band) => {
      const sign = base === null ? (falls ? '−' : '') : falls ? ' − ' : ' + '
      const pupils = above === null ? 'par élève' : `par élève au-delà de ${above}`
      return fr`jusqu'à ${upTo} élèves, ${base ?? ''}${sign}${perPupil} ${pupils}`
    },
    en: ({ upTo, base, perPupil, falls, above }: Band) => {
      const sign = base === null ? (falls ? '−' : '') : falls ? ' − ' : ' + '
      const pupils = above === null ? 'a pupil' : `a pupil beyond ${above}`
      return `up to ${upTo} pupils, ${base ?? ''}${sign}${perPupil} ${pupils}`
    },
  },
  ministryShare: {
    fr: (percent: string) => fr`, dont le ministère paie ${percent} %`,
    en: (percent: string) => `, of which the ministry pays ${percent}%`,
  },
  prorataPupils: {
    fr: (percent: string) => fr`${percent} % du reste selon l'effectif`,
    en: (percent: string) => `${percent}% of the rest by pupils`,
  },
  prorataNeed: {
    fr: (percent: string) => fr`${percent} % du reste selon le coût de ce qui manque`,
    en: (percent: string) => `${percent}% of the rest by the cost of what is missing`,
  },
  weighted: { fr: (by: string) => fr`, pondéré : ${by}`, en: (by: string) => `, weighted: ${by}` },
  weightDecile: {
    fr: (index: string, decile: string, factor: string) => fr`décile ${decile} de l'${index} × ${factor}`,
    en: (index: string, decile: string, factor: string) => `${index} decile ${decile} × ${factor}`,
  },
  weightRegion: {
    fr: (region: string, factor: string) => fr`${region} × ${factor}`,
    en: (region: string, factor: string) => `${region} × ${factor}`,
  },
  weightKm: {
    fr: (km: string, factor: string) => fr`à plus de ${km} km × ${factor}`,
    en: (km: string, factor: string) => `beyond ${km} km × ${factor}`,
  },
  weightSmall: {
    fr: (pupils: string, factor: string) => fr`écoles d'au plus ${pupils} élèves × ${factor}`,
    en: (pupils: string, factor: string) => `schools of at most ${pupils} pupils × ${factor}`,
  },
  weightStatus: {
    fr: (factor: string) => fr`organismes à statut particulier × ${factor}`,
    en: (factor: string) => `boards of special status × ${factor}`,
  },
} as const

/** Words of closed lists that reports alone have, as `field-value`. */
export const reportWords = {
  'about-rule': { fr: fr`Règle`, en: `Rule` },
  'about-version': { fr: fr`Version`, en: `Version` },
  'about-source': { fr: fr`Source`, en: `Source` },
  'about-enrolment': { fr: fr`Effectif du 30 septembre`, en: `Enrolment of 30 September` },
  'about-eligible': { fr: fr`Élèves admissibles`, en: `Eligible pupils` },
  'about-category': { fr: fr`Catégorie`, en: `Category` },
  'about-progression': { fr: fr`Part due`, en: `Part due` },
  'about-stages': { fr: fr`Étages`, en: `Stages` },
  'about-step': { fr: fr`Étape`, en: `Step` },
  'about-limit': { fr: fr`Limite`, en: `Limit` },
  'about-envelope': { fr: fr`Enveloppe`, en: `Envelope` },
  'about-recovered': { fr: fr`Récupéré`, en: `Recovered` },
  'about-reserve': { fr: fr`Réserve`, en: `Reserve` },
  'about-shared': { fr: fr`Réparti`, en: `Shared` },
  'about-unallocated': { fr: fr`Non réparti`, en: `Not allocated` },
  'about-run': { fr: fr`Répartition figée`, en: `Frozen allocation` },
  'about-file': { fr: fr`Fichier`, en: `File` },
  'problem-out': { fr: fr`Laissée de côté`, en: `Left out` },
  'problem-partial': { fr: fr`Compte partiel`, en: `Counted in part` },
  'problem-note': { fr: fr`À savoir`, en: `To know` },
  'standing-overdue': { fr: fr`En retard`, en: `Overdue` },
  'standing-coming': { fr: fr`À venir`, en: `To come` },
  'standing-undated': { fr: fr`Sans date`, en: `Undated` },
} as const satisfies Readonly<Record<string, Text>>

export const report = { ...command, ...documents, ...problems, ...blocks, ...rules }
