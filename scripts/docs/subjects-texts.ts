import type { Language } from '../../src/i18n/language.js'

/** What each kind of file, report and list holds. */
export const SUBJECTS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  boards: { fr: 'organismes scolaires', en: 'boards' },
  schools: { fr: 'écoles et immeubles où elles se trouvent', en: 'schools and the buildings where they are' },
  enrolment: { fr: 'élèves par école, année et secteur', en: 'pupils by school, year and sector' },
  shares: { fr: "élèves d'une école entre ses immeubles", en: "a school's pupils among its buildings" },
  pops: { fr: 'points de présence', en: 'points of presence' },
  'wan-links': {
    fr: 'liens entre immeubles et points de présence',
    en: 'links between buildings and points of presence',
  },
  traffic: {
    fr: "trafic mesuré des interfaces qui sortent de leur immeuble, un jour par ligne. Une mesure est la moyenne de 5 minutes entre deux lectures des compteurs; le 95e centile est la plus haute qui reste quand on retire les 5 % les plus hautes du jour. Ce que l'interface reçoit et ce qu'elle envoie sont comptés à part",
    en: 'measured traffic of interfaces that lead out of their building, one day a line. A sample is the 5-minute average between two readings of the counters; the 95th percentile is the highest that is left when the top 5 % of the day are dropped. What the interface receives and what it sends are counted apart',
  },
  networks: { fr: 'réseaux et leur immeuble', en: 'networks and their building' },
  equipment: { fr: 'équipement des écoles', en: 'equipment of the schools' },
  spending: {
    fr: "ce que les écoles ont dépensé d'une mesure, ligne par ligne d'un grand livre. Le fichier dit tout d'une école, d'une année et d'un volet qu'il nomme : ce qu'il n'y dit plus est retiré",
    en: 'what schools spent of a measure, line by line of a ledger. The file says all there is of a school, a year and a part that it names: what it tells there no more is withdrawn',
  },
  fleet: { fr: "parc d'appareils, tel que l'inventaire le dit", en: 'fleet of devices, as the inventory tells it' },
  territories: {
    fr: 'territoires des organismes; ceux des organismes francophones et anglophones se recouvrent',
    en: 'territories of boards; those of French and English boards overlap',
  },
  private: { fr: 'écoles privées, sans organisme scolaire', en: 'private schools, without a board' },
  'higher-education': {
    fr: 'cégeps, collèges et universités, sans organisme scolaire',
    en: 'cégeps, colleges and universities, without a board',
  },
  deprivation: {
    fr: 'indice de défavorisation des écoles; ce que le ministère ne diffuse pas reste inconnu. Une école qui est dans les fichiers du primaire et du secondaire a la somme des élèves, la moyenne des indices pondérée par eux, et le moins favorisé des rangs',
    en: 'deprivation index of schools; what the ministry withholds stays unknown. A school that is in both the primary and the secondary file has the sum of the pupils, the mean of the indexes weighted by them, and the less favoured of the ranks',
  },
  catalogue: {
    fr: 'articles admissibles que les écoles peuvent choisir',
    en: 'eligible items that schools may choose',
  },
  imports: { fr: 'fichiers importés, du plus récent au plus ancien', en: 'files that were imported, the newest first' },
  problems: {
    fr: "ce qui ne va pas dans un fichier, pour la personne qui l'a fait (`import --problems`). Les titres de colonnes y sont dans la langue de la commande",
    en: 'what is wrong in a file, for whoever made it (`import --problems`). Its headers are in the language of the command',
  },
  quality: { fr: 'écoles à qui il manque quelque chose', en: 'schools that lack something' },
  gaps: { fr: 'bande passante, un immeuble par ligne', en: 'bandwidth, one building a line' },
  'compared-gaps': {
    fr: 'plusieurs normes côte à côte (`cartable ecarts --profile ontario-2016,dfe-2022`), un immeuble par ligne. Les colonnes qui commencent par `standard` reviennent pour chaque norme, sous son identifiant : `ontario-2016_level`. En JSON, `standards` les tient, une norme après l’autre',
    en: 'several standards side by side (`cartable gaps --profile ontario-2016,dfe-2022`), one building a line. Columns that begin with `standard` come once for each standard, under its id: `ontario-2016_level`. In JSON, `standards` holds them, one standard after the other',
  },
  'gap-changes': {
    fr: "ce qu'un scénario (`--scenario`) ou une autre année (`--compare-year`) change : un immeuble par ligne, ceux qui diffèrent seulement",
    en: 'what a scenario (`--scenario`) or another year (`--compare-year`) changes: one building a line, those alone that differ',
  },
  roadmap: {
    fr: 'liens à hausser, une étape par ligne : les meilleures par dollar d’abord',
    en: 'links to raise, one step a line: the best for a dollar first',
  },
  sharing: {
    fr: "d'où servir les immeubles sans lien ou à l'accès trop étroit, un endroit par ligne (`partage`)",
    en: 'from where buildings without a link or with too narrow an access could be served, one place a line (`sharing`)',
  },
  'sharing-clusters': {
    fr: "immeubles qu'un même prolongement servirait, un groupe par ligne (`partage --clusters`)",
    en: 'buildings that one extension would serve, one cluster a line (`sharing --clusters`)',
  },
  equity: {
    fr: 'ce que reçoivent les élèves, un groupe par ligne; chaque élève compte autant (`equite`)',
    en: 'what pupils receive, one group a line; each pupil counts the same (`equity`)',
  },
  'equity-worst': {
    fr: 'immeubles du dixième des élèves qui ont le moins (`equite --worst`)',
    en: 'buildings of the tenth of the pupils who have least (`equity --worst`)',
  },
  shortfalls: {
    fr: 'équipement dû et manquant, par école et catégorie',
    en: 'equipment due and missing, by school and category',
  },
  'shortfall-totals': {
    fr: 'équipement dû et manquant, par immeuble, organisme ou région et par catégorie (`manques --by`)',
    en: 'equipment due and missing, by building, board or region and by category (`shortfalls --by`)',
  },
  'shortfall-trend': {
    fr: 'équipement dû et manquant, année après année (`manques --trend`)',
    en: 'equipment due and missing, year after year (`shortfalls --trend`)',
  },
  renewal: {
    fr: 'ce qui arrive en fin de vie, par école, catégorie et année scolaire (`manques --renewal`)',
    en: 'what reaches the end of its life, by school, category and school year (`shortfalls --renewal`)',
  },
  'purchase-lines': {
    fr: 'articles à acheter pour chaque école (`achats paniers`)',
    en: 'items to buy for each school (`purchase plan`)',
  },
  'purchase-plans': {
    fr: "panier de chaque école, ce qu'il coûte et ce qu'il couvre (`achats paniers --by school`)",
    en: "each school's basket, what it costs and covers (`purchase plan --by school`)",
  },
  allocation: { fr: 'montant de chaque école', en: "each school's amount" },
  'allocation-totals': {
    fr: 'montants par organisme ou par région (`repartir --by`)',
    en: 'amounts by board or by region (`allocate --by`)',
  },
  'allocation-changes': {
    fr: 'deux répartitions côte à côte, école par école (`repartir --compare`, `--what-if`)',
    en: 'two allocations side by side, school by school (`allocate --compare`, `--what-if`)',
  },
  'allocation-runs': {
    fr: 'répartitions figées, de la plus récente à la plus ancienne (`repartir historique`)',
    en: 'frozen allocations, the newest first (`allocate runs`)',
  },
  'fleet-audit': {
    fr: 'lignes du parc et appareils vus, chacun dans une classe',
    en: 'rows of the fleet and devices seen, each in one class',
  },
  buildings: { fr: 'immeubles', en: 'buildings' },
  devices: {
    fr: "appareils, et adresses nommées qui n'ont pas été lues",
    en: 'devices, and named addresses that were not read',
  },
  interfaces: { fr: 'interfaces des appareils', en: 'interfaces of the devices' },
  neighbours: { fr: 'voisins annoncés (LLDP, CDP)', en: 'neighbours announced (LLDP, CDP)' },
  components: {
    fr: 'parties des appareils (ENTITY-MIB) : châssis, membres de pile, modules',
    en: 'parts of the devices (ENTITY-MIB): chassis, stack members, modules',
  },
  'access-points': {
    fr: "points d'accès, tels que leurs contrôleurs les disent",
    en: 'access points, as their controllers tell them',
  },
  links: { fr: 'liens entre appareils', en: 'links between devices' },
  overrides: { fr: 'ce que des personnes ont dit', en: 'what people said' },
  scans: { fr: 'balayages', en: 'scans' },
  changes: {
    fr: "ce qui a changé d'un balayage à l'autre, le plus récent d'abord",
    en: 'what changed from one scan to the next, the newest first',
  },
}
