import type { Language } from '../../src/i18n/language.js'

type Text = Readonly<Record<Language, string>>

/** What each kind of file, report and list holds. */
export const SUBJECTS: Readonly<Record<string, Text>> = {
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

const FROM_MAC: Text = { fr: 'adresses MAC, séparées par une espace', en: 'MAC addresses, separated by a space' }
const OVERRIDDEN: Text = { fr: "champs qu'une personne a corrigés", en: 'fields that a person corrected' }
const FIRST: Text = { fr: 'vu pour la première fois', en: 'first seen' }
const LAST: Text = { fr: 'vu pour la dernière fois', en: 'last seen' }

/** Columns, by `subject.column` where a word means something of its own there, else by the word. */
export const COLUMNS: Readonly<Record<string, Text>> = {
  after: {
    fr: "ce que c'est maintenant; vide quand c'est perdu",
    en: 'what it is now; empty when it is lost',
  },
  at: { fr: "quand le balayage l'a vu", en: 'when the scan saw it' },
  before: {
    fr: "ce que c'était : adresse, nom, version, numéro de série, code d'immeuble, bit/s, ifOperStatus, VLAN; la dernière fois qu'il a été vu, pour `vanished` et `returned`",
    en: 'what it was: address, name, version, serial number, building code, bit/s, ifOperStatus, VLANs; when it was last seen, for `vanished` and `returned`',
  },
  change: { fr: 'numéro du changement', en: "the change's number" },
  anglo_board: { fr: "code de l'organisme, s'il est anglophone", en: "the board's code, when it is an English one" },
  area_m2: { fr: 'superficie utile, en mètres carrés', en: 'usable area, in square metres' },
  franco_board: { fr: "code de l'organisme, s'il est francophone", en: "the board's code, when it is a French one" },
  statut_board: {
    fr: "code de l'organisme, s'il est à statut particulier",
    en: "the board's code, when it has a special status",
  },
  geometry: {
    fr: 'géométrie en GeoJSON, longitude et latitude WGS 84',
    en: 'geometry as GeoJSON, WGS 84 longitude and latitude',
  },
  'private.building': {
    fr: "code d'immeuble; sans lui, celui de l'établissement",
    en: "building code; without it, the establishment's own",
  },
  'higher-education.building': {
    fr: "code d'immeuble; sans lui, celui de l'établissement",
    en: "building code; without it, the establishment's own",
  },
  type: {
    fr: "genre d'établissement, dans les mots du ministère",
    en: "kind of establishment, in the ministry's words",
  },
  level: {
    fr: '`primary`, `secondary` ou `both`; sans cette colonne, le nom du fichier le dit (« primaire », « secondaire »)',
    en: '`primary`, `secondary` or `both`; without this column, the name of the file tells it ("primary", "secondary")',
  },
  levels: { fr: 'ordres réunis', en: 'levels put together' },
  imse: { fr: 'indice de milieu socio-économique', en: 'index of socio-economic environment (IMSE)' },
  imseDecile: {
    fr: "rang décile de l'indice, de 1 à 10; de 8 à 10, milieu défavorisé",
    en: 'decile rank of the index, 1 to 10; 8 to 10 is disadvantaged',
  },
  sfr: { fr: 'indice du seuil de faible revenu', en: 'index of the low-income cut-off (SFR)' },
  sfrDecile: { fr: 'rang décile de cet indice, de 1 à 10', en: 'decile rank of that index, 1 to 10' },
  published: {
    fr: "`yes` ou `no`; à non (moins de 30 élèves), rien n'est retenu de la ligne",
    en: '`yes` or `no`; at no (fewer than 30 pupils), nothing of the row is kept',
  },
  price: { fr: "prix d'un article, en dollars", en: 'price of one item, in dollars' },
  a_lon: {
    fr: "longitude du bout a, quand aucun code ne le dit; l'immeuble le plus proche, à 250 m au plus, est pris",
    en: 'longitude of end a, when no code tells it; the nearest building, within 250 m, is taken',
  },
  a_lat: { fr: 'latitude du bout a', en: 'latitude of end a' },
  b_lon: {
    fr: "longitude du bout b, quand aucun code ne le dit; l'immeuble ou le point de présence le plus proche est pris",
    en: 'longitude of end b, when no code tells it; the nearest building or POP is taken',
  },
  b_lat: { fr: 'latitude du bout b', en: 'latitude of end b' },
  capacity_mbps: {
    fr: 'capacité dans les deux sens, en Mbit/s; `100/20` donne b vers a, puis a vers b',
    en: 'capacity both ways, in Mbit/s; `100/20` gives b to a, then a to b',
  },
  capacity: {
    fr: "capacité dans les deux sens, avec son unité (`1 Gbit/s`); en Gbit/s sans unité dans l'Open Fibre Data Standard",
    en: 'capacity both ways, with its unit (`1 Gbit/s`); in Gbit/s without one in the Open Fibre Data Standard',
  },
  burst_down_mbps: { fr: 'pointe de b vers a, en Mbit/s', en: 'burst from b to a, in Mbit/s' },
  burst_up_mbps: { fr: 'pointe de a vers b, en Mbit/s', en: 'burst from a to b, in Mbit/s' },
  source: { fr: "d'où vient ce qui est dit du lien", en: 'where what is told of the link comes from' },
  'wan-links.geometry': {
    fr: 'tracé du lien en GeoJSON; ses deux bouts valent des coordonnées',
    en: 'route of the link as GeoJSON; its two ends are as good as coordinates',
  },
  'changes.kind': {
    fr: "nature : `appeared` (jamais vu), `returned` (de retour), `vanished` (interrogé en vain trop souvent, ou son adresse est à un autre), `replaced` (un autre numéro de série à son adresse, sous son nom ou à la place d'un membre de pile), `moved` (un autre immeuble), `address-changed`, `renamed` (sysName), `upgraded` (version), `member-lost`, `member-added` (châssis d'une pile), `neighbour-lost`, `neighbour-found`, `interface-down`, `interface-up`, `speed-changed` (ports permis qui mènent à un voisin, agrégats et leurs membres, ports qui ont un ifAlias : jamais le port d'un simple poste), `wan-link-down`, `wan-link-up` (interfaces qui sortent de leur immeuble), `vlans-changed`",
    en: 'kind: `appeared` (never seen), `returned` (is back), `vanished` (asked in vain too often, or another has its address), `replaced` (another serial number at its address, under its name or in the place of a member of a stack), `moved` (another building), `address-changed`, `renamed` (sysName), `upgraded` (version), `member-lost`, `member-added` (chassis of a stack), `neighbour-lost`, `neighbour-found`, `interface-down`, `interface-up`, `speed-changed` (ports up by configuration that lead to a neighbour, aggregates and their members, ports with an ifAlias: never that of a mere PC), `wan-link-down`, `wan-link-up` (interfaces that lead out of their building), `vlans-changed`',
  },
  'changes.managementAddress': { fr: "adresse de l'appareil à ce moment", en: "the device's address then" },
  'changes.scan': { fr: 'numéro du balayage', en: "the scan's number" },
  'changes.subject': {
    fr: "port ou membre touché; vide quand c'est l'appareil",
    en: 'port or member concerned; empty when it is the device',
  },
  aAddress: { fr: 'adresse du bout A', en: 'address of end A' },
  aDevice: { fr: 'appareil du bout A', en: 'device at end A' },
  aIfIndex: { fr: 'ifIndex du port du bout A', en: "ifIndex of end A's port" },
  aPort: { fr: 'port du bout A', en: 'port at end A' },
  a: { fr: "bout du côté de l'école : code d'immeuble", en: 'end towards the school: building code' },
  acquired_on: { fr: "date d'acquisition, AAAA-MM-JJ", en: 'date of acquisition, YYYY-MM-DD' },
  'access-points.address': { fr: 'adresse IP', en: 'IP address' },
  'access-points.id': {
    fr: 'ce par quoi le contrôleur le distingue : adresse MAC ou numéro de série',
    en: 'what the controller tells it apart by: MAC address or serial number',
  },
  'access-points.mac': { fr: 'adresse MAC', en: 'MAC address' },
  'access-points.managementAddress': { fr: 'adresse du contrôleur', en: "the controller's address" },
  'access-points.status': { fr: '`up`, `down` ou `pending`', en: '`up`, `down` or `pending`' },
  'access-points.sysName': { fr: 'nom du contrôleur', en: "the controller's name" },
  addresses: { fr: 'adresses interrogées', en: 'addresses asked' },
  adjustment_cents: {
    fr: 'ce que les limites et la reprise des soldes ajoutent ou enlèvent',
    en: 'what limits and the recovery of unspent money add or take',
  },
  adminStatus: { fr: 'état voulu (ifAdminStatus)', en: 'wanted state (ifAdminStatus)' },
  adult: { fr: 'formation générale des adultes : 1 ou 0', en: 'adult general education: 1 or 0' },
  'allocation-runs.run': { fr: 'numéro de la répartition figée', en: "the frozen allocation's number" },
  'allocation-runs.at': { fr: 'quand elle a été figée', en: 'when it was frozen' },
  'allocation-runs.part': { fr: '`equipment` ou `training`', en: '`equipment` or `training`' },
  'allocation-runs.schoolYear': { fr: "année scolaire de l'enveloppe", en: 'school year of the envelope' },
  'allocation-runs.enrolmentYear': {
    fr: "année dont l'effectif du 30 septembre l'a divisée",
    en: 'year whose enrolment of 30 September divided it',
  },
  'allocation-runs.rules': { fr: 'identifiant de la règle', en: "the rule's id" },
  'allocation-runs.rulesVersion': { fr: 'version de la règle, dans ses mots', en: "the rule's version, in its words" },
  'allocation-runs.rulesSource': { fr: "d'où vient la règle", en: 'where the rule comes from' },
  'allocation-runs.envelopeCents': { fr: 'enveloppe', en: 'envelope' },
  'allocation-runs.sumCents': { fr: 'somme des montants des écoles', en: "sum of the schools' amounts" },
  'allocation-runs.reserveCents': { fr: 'réserve mise de côté', en: 'reserve put aside' },
  'allocation-runs.unallocatedCents': {
    fr: 'ce que la règle ne divise pas, ou que ses limites retiennent',
    en: 'what the rule does not divide, or its limits hold back',
  },
  'allocation-runs.recoveredCents': {
    fr: 'soldes repris, répartis avec le reste et retirés à qui les détient',
    en: 'unspent money taken back, shared with the rest and taken off those who hold it',
  },
  'allocation-runs.schools': { fr: "nombre d'écoles", en: 'number of schools' },
  'allocation-runs.against': {
    fr: "numéro de la répartition qu'elle ajuste a posteriori",
    en: 'number of the allocation that it adjusts a posteriori',
  },
  'allocation-runs.digest': {
    fr: "SHA-256 de ce qui est figé : quiconque l'a peut vérifier que rien n'a changé",
    en: 'SHA-256 of what is frozen: whoever has it can check that nothing changed',
  },
  'spending.amount': {
    fr: 'dollars; un montant négatif, ou entre parenthèses, est une note de crédit',
    en: 'dollars; an amount below zero, or between brackets, is a credit note',
  },
  'spending.amountCents': { fr: 'négatif pour une note de crédit', en: 'below zero for a credit note' },
  'spending.category': {
    fr: "catégorie d'équipement, telle que la règle la nomme; vide quand la dépense n'en a pas",
    en: 'category of equipment, as the rule names it; empty when the spending has none',
  },
  'spending.date': { fr: 'date de la dépense', en: 'date of the spending' },
  'spending.part': {
    fr: "volet : `equipment` (celui qui vaut quand rien n'est dit) ou `training`",
    en: 'part: `equipment` (what holds when nothing is said) or `training`',
  },
  'spending.reference': {
    fr: "numéro de la facture ou de l'écriture; il distingue deux achats pareils",
    en: 'number of the invoice or of the entry; it tells two equal purchases apart',
  },
  amount_cents: { fr: 'montants fixes, prorata et ajustement', en: 'fixed amounts, prorata and adjustment' },
  answered: { fr: 'adresses lues', en: 'addresses read' },
  asset_tag: { fr: "étiquette d'inventaire", en: 'asset tag' },
  bAddress: { fr: 'adresse du bout B', en: 'address of end B' },
  bChassisId: {
    fr: "châssis que le voisin annonce, quand il n'a pas été lu",
    en: 'chassis that the neighbour announces, when it was not read',
  },
  bDevice: { fr: 'appareil du bout B', en: 'device at end B' },
  bIfIndex: { fr: 'ifIndex du port du bout B', en: "ifIndex of end B's port" },
  bPort: { fr: 'port du bout B', en: 'port at end B' },
  b: {
    fr: "bout du côté du RISQ : code d'immeuble ou point de présence",
    en: 'end towards RISQ: building code or point of presence',
  },
  because: { fr: 'le calcul, en une phrase', en: 'the arithmetic, in one sentence' },
  board: { fr: "code de l'organisme", en: 'board code' },
  board_language: { fr: "réseau linguistique de l'organisme", en: "board's language network" },
  board_name: { fr: "nom de l'organisme", en: 'board name' },
  broken: { fr: 'unités brisées', en: 'broken units' },
  building: { fr: "code d'immeuble, 6 caractères", en: 'building code, 6 characters' },
  building_name: { fr: "nom de l'immeuble", en: 'building name' },
  buildings: { fr: "codes des immeubles de l'école", en: "codes of the school's buildings" },
  bytesSent: {
    fr: 'octets envoyés à la dernière lecture',
    en: 'bytes sent for the last reading',
  },
  capacity_down_bps: { fr: 'capacité de b vers a', en: 'capacity from b to a' },
  capacity_up_bps: { fr: 'capacité de a vers b', en: 'capacity from a to b' },
  capacity_down_mbps: { fr: 'capacité de b vers a, en Mbit/s', en: 'capacity from b to a, in Mbit/s' },
  capacity_up_mbps: { fr: 'capacité de a vers b, en Mbit/s', en: 'capacity from a to b, in Mbit/s' },
  category: {
    fr: "catégorie d'équipement, telle que la règle la nomme",
    en: 'category of equipment, as the rule names it',
  },
  channels: { fr: 'canal de chaque radio', en: 'channel of each radio' },
  cidr: { fr: 'réseau, en CIDR', en: 'network, as a CIDR' },
  clients: { fr: 'clients à la dernière lecture', en: 'clients when last read' },
  'components.class': { fr: 'classe (entPhysicalClass)', en: 'class (entPhysicalClass)' },
  'components.name': { fr: 'nom (entPhysicalName)', en: 'name (entPhysicalName)' },
  class: {
    fr: 'classe : chaque ligne et chaque appareil en a une seule',
    en: 'class: each row and each device has only one',
  },
  code: { fr: 'code, 6 caractères', en: 'code, 6 characters' },
  condition: { fr: '`good`, `broken` ou `retired`', en: '`good`, `broken` or `retired`' },
  'traffic.confidence': {
    fr: '`said` : dit par la configuration; `confirmed` : les deux bouts le disent; `one-sided` : un seul le dit',
    en: '`said`: by the configuration; `confirmed`: both ends say so; `one-sided`: one alone does',
  },
  'traffic.evidence': {
    fr: "ce qui dit que l'interface sort de l'immeuble : la règle et ce sur quoi elle s'appuie",
    en: 'what says that the interface leads out of the building: the rule, and what it rests on',
  },
  'traffic.link': {
    fr: 'identifiant du lien étendu; vide si rien ne le dit',
    en: 'id of the wide-area link; empty when nothing says which',
  },
  linkEnd: {
    fr: "bout du lien : en `a`, ce que l'interface reçoit descend vers l'école; en `b`, il monte",
    en: 'end of the link: at `a`, what the interface receives flows down to the school; at `b`, up',
  },
  'traffic.port': {
    fr: 'ifName, sinon ifDescr, sinon `#` et le ifIndex',
    en: 'ifName, else ifDescr, else `#` and the ifIndex',
  },
  'traffic.day': {
    fr: "jour, dans le fuseau horaire de la machine qui mesure; vide tant que rien n'est mesuré",
    en: 'day, in the time zone of the machine that measures; empty while nothing is measured',
  },
  'traffic.samples': { fr: 'mesures de 5 minutes du jour', en: "the day's 5-minute samples" },
  'traffic.expected': {
    fr: "mesures que le jour devrait avoir : 288, ou 276 et 300 quand l'heure change",
    en: 'samples that the day should have: 288, or 276 and 300 when the clocks change',
  },
  'traffic.sufficient': {
    fr: 'faux quand moins de la moitié de ces mesures sont là',
    en: 'false when less than half of those samples are there',
  },
  p95InBps: { fr: '95e centile de ce qui est reçu', en: '95th percentile of what is received' },
  p95OutBps: { fr: '95e centile de ce qui est envoyé', en: '95th percentile of what is sent' },
  maxInBps: { fr: 'plus haute mesure de ce qui est reçu', en: 'highest sample of what is received' },
  maxOutBps: { fr: 'plus haute mesure de ce qui est envoyé', en: 'highest sample of what is sent' },
  meanInBps: {
    fr: 'moyenne de ce qui est reçu, sur tout le temps mesuré',
    en: 'mean of what is received, over all the time measured',
  },
  meanOutBps: {
    fr: 'moyenne de ce qui est envoyé, sur tout le temps mesuré',
    en: 'mean of what is sent, over all the time measured',
  },
  measuredSeconds: {
    fr: 'secondes mesurées, intervalles plus longs que 5 minutes compris',
    en: 'seconds measured, intervals longer than 5 minutes among them',
  },
  confidence: {
    fr: 'confiance : les deux bouts se nomment, ou un seul',
    en: 'confidence: both ends name each other, or one does',
  },
  conflicts: { fr: 'ce qui contredit le lien', en: 'what contradicts the link' },
  containedIn: {
    fr: 'numéro de la partie qui la contient; 0 : aucune',
    en: 'number of the part that contains it; 0: none',
  },
  contract_end: { fr: 'fin du contrat, AAAA-MM-JJ', en: 'end of the contract, YYYY-MM-DD' },
  cost: { fr: 'coût, en dollars', en: 'cost, in dollars' },
  cost_cents: { fr: 'coût', en: 'cost' },
  descr: { fr: 'description (entPhysicalDescr)', en: 'description (entPhysicalDescr)' },
  devices: { fr: 'appareils lus', en: 'devices read' },
  duplex: { fr: 'duplex', en: 'duplex' },
  endedAt: { fr: 'fin', en: 'end' },
  entPhysicalIndex: { fr: 'numéro (entPhysicalIndex)', en: 'number (entPhysicalIndex)' },
  evidence: { fr: 'qui dit ce lien', en: 'what tells this link' },
  failed: { fr: 'adresses non lues', en: 'addresses not read' },
  field: { fr: 'champ corrigé', en: 'field corrected' },
  file: { fr: "fichier d'où vient la ligne", en: 'file that the row comes from' },
  firstSeen: FIRST,
  floor_cents: {
    fr: "montants fixes : plancher, montant par élève, base de l'organisme, barème",
    en: 'fixed amounts: floor, amount per pupil, base of the board, scale',
  },
  hardwareRev: { fr: 'version du matériel', en: 'hardware version' },
  holds: { fr: 'vrai tant que la correction vaut', en: 'true while the correction holds' },
  id: { fr: 'identifiant', en: 'identifier' },
  ifAlias: { fr: 'alias (ifAlias)', en: 'alias (ifAlias)' },
  ifDescr: { fr: 'description (ifDescr)', en: 'description (ifDescr)' },
  ifIndex: { fr: 'numéro (ifIndex)', en: 'number (ifIndex)' },
  ifName: { fr: 'nom (ifName)', en: 'name (ifName)' },
  ifType: { fr: 'nature (IANAifType)', en: 'kind (IANAifType)' },
  in_service: {
    fr: 'unités en service : ni brisées, ni en fin de vie',
    en: 'units in service: neither broken nor past their life',
  },
  item: { fr: 'article', en: 'item' },
  kind: { fr: 'nature', en: 'kind' },
  language: { fr: 'réseau linguistique', en: 'language network' },
  lastContact: { fr: 'dernier contact selon le parc', en: 'last contact as the fleet tells it' },
  lastSeen: LAST,
  lat: { fr: 'latitude, degrés WGS 84', en: 'latitude, WGS 84 degrees' },
  line: { fr: 'ligne du fichier', en: 'line of the file' },
  localIfIndex: { fr: 'ifIndex du port local', en: 'ifIndex of the local port' },
  localPort: { fr: 'port local', en: 'local port' },
  lon: { fr: 'longitude, degrés WGS 84', en: 'longitude, WGS 84 degrees' },
  mac: FROM_MAC,
  managementAddress: { fr: "adresse par laquelle l'appareil est lu", en: 'address through which the device is read' },
  matchedBy: { fr: "ce qui a joint la ligne à l'appareil", en: 'what joined the row and the device' },
  medium: {
    fr: '`fibre`, `microwave`, `copper`, `coaxial`, `satellite` ou `cellular`',
    en: '`fibre`, `microwave`, `copper`, `coaxial`, `satellite` or `cellular`',
  },
  model: { fr: 'modèle', en: 'model' },
  modelName: { fr: 'modèle (entPhysicalModelName)', en: 'model (entPhysicalModelName)' },
  monthly_cost: { fr: 'coût mensuel, en dollars', en: 'monthly cost, in dollars' },
  monthly_cost_cents: { fr: 'coût mensuel', en: 'monthly cost' },
  mrc: { fr: 'MRC ou territoire équivalent', en: 'MRC (regional county) or equivalent territory' },
  mtu: { fr: 'plus grande trame, en octets', en: 'largest frame, in bytes' },
  municipality: { fr: 'municipalité', en: 'municipality' },
  name: { fr: 'nom', en: 'name' },
  namedBy: {
    fr: "adresse de l'appareil qui a nommé celle-ci, pour une adresse que personne n'a demandée (`--crawl`)",
    en: 'address of the device that named this one, for an address that nobody asked for (`--crawl`)',
  },
  network: { fr: "réseau dont c'est le trafic", en: 'network whose traffic it is' },
  noun: { fr: 'ce qui est corrigé : appareil, immeuble ou lien', en: 'what is corrected: device, building or link' },
  operState: { fr: 'état (entStateOper)', en: 'state (entStateOper)' },
  operStatus: { fr: 'état observé (ifOperStatus)', en: 'observed state (ifOperStatus)' },
  os: { fr: "système d'exploitation", en: 'operating system' },
  osVersion: { fr: 'version du système', en: 'version of the system' },
  overridden: OVERRIDDEN,
  override: { fr: 'numéro de la correction', en: 'number of the correction' },
  packetsSent: {
    fr: 'paquets SNMP envoyés à la dernière lecture',
    en: 'SNMP packets sent for the last reading',
  },
  partial: { fr: 'adresses lues en partie', en: 'addresses read in part' },
  past_life: { fr: 'unités en fin de vie', en: 'units past their life' },
  measuredUse: {
    fr: '95e centile mesuré ÷ capacité, dans le pire des deux sens; d’un immeuble, c’est le lien mesuré le plus plein de son chemin. Vide sans mesure',
    en: 'measured 95th percentile ÷ capacity, in the worse direction; of a building, it is the fullest measured link of its path. Empty without measurements',
  },
  monthsUntilFull: {
    fr: 'mois avant que ce lien soit plein, selon la tendance de ses semaines hors juillet et août; vide avec moins de 90 jours, sans hausse, ou au-delà de dix ans',
    en: 'months until that link is full, by the trend of its weeks outside of July and August; empty with less than 90 days, without a rise, or beyond ten years',
  },
  'compared-gaps.standardDemandDownBps': {
    fr: 'besoin en descente selon la norme',
    en: 'demand down by the standard',
  },
  'compared-gaps.standardDemandUpBps': {
    fr: 'besoin en montée; vide si la norme n’en dit rien',
    en: 'demand up; empty when the standard says nothing of it',
  },
  'compared-gaps.standardRatio': {
    fr: 'reçu ÷ besoin, dans le pire des deux sens',
    en: 'received ÷ demand, the worse of the two directions',
  },
  'compared-gaps.standardLevel': {
    fr: 'niveau de l’immeuble selon la norme',
    en: 'level of the building by the standard',
  },
  'compared-gaps.standardBottleneck': {
    fr: 'lien qui borne ce que l’immeuble reçoit',
    en: 'link that bounds what the building receives',
  },
  'compared-gaps.region': {
    fr: 'région administrative',
    en: 'administrative region',
  },
  'gap-changes.region': {
    fr: 'région administrative',
    en: 'administrative region',
  },
  'gap-changes.profile': {
    fr: 'norme appliquée',
    en: 'standard applied',
  },
  'gap-changes.change': {
    fr: '`better` ou `worse` (son niveau, ou son rapport), `opens` (des élèves où il n’y en avait pas), `empties` (plus personne), `differs` (autrement : son effectif, ou ce qu’on en sait)',
    en: '`better` or `worse` (its level, or its ratio), `opens` (pupils where there were none), `empties` (nobody any more), `differs` (otherwise: its pupils, or what is known of it)',
  },
  'gap-changes.pupilsBefore': {
    fr: 'élèves connus avant',
    en: 'known pupils before',
  },
  'gap-changes.pupilsAfter': {
    fr: 'élèves connus après',
    en: 'known pupils after',
  },
  'gap-changes.demandDownBpsBefore': {
    fr: 'besoin en descente avant',
    en: 'demand down before',
  },
  'gap-changes.demandDownBpsAfter': {
    fr: 'besoin en descente après',
    en: 'demand down after',
  },
  'gap-changes.shareDownBpsBefore': {
    fr: 'débit reçu en descente avant',
    en: 'bandwidth received down before',
  },
  'gap-changes.shareDownBpsAfter': {
    fr: 'débit reçu en descente après',
    en: 'bandwidth received down after',
  },
  'gap-changes.levelBefore': {
    fr: 'niveau avant; vide où l’immeuble n’existe pas',
    en: 'level before; empty where the building is not there',
  },
  'gap-changes.levelAfter': {
    fr: 'niveau après; vide où l’immeuble n’existe pas',
    en: 'level after; empty where the building is not there',
  },
  'gap-changes.ratioBefore': {
    fr: 'reçu ÷ besoin avant',
    en: 'received ÷ demand before',
  },
  'gap-changes.ratioAfter': {
    fr: 'reçu ÷ besoin après',
    en: 'received ÷ demand after',
  },
  'gap-changes.bottleneckBefore': {
    fr: 'lien qui bornait ce qui est reçu',
    en: 'link that bounded what is received',
  },
  'gap-changes.bottleneckAfter': {
    fr: 'lien qui borne ce qui est reçu',
    en: 'link that bounds what is received',
  },
  'purchase-lines.units': { fr: 'unités achetées', en: 'units bought' },
  'purchase-lines.quantity': { fr: "nombre d'articles à acheter", en: 'number of items to buy' },
  'shortfalls.costCents': {
    fr: 'coût de ce qui manque, en cents; vide quand la règle ne dit pas le coût d’une unité',
    en: 'cost of what is missing, in cents; empty when the rule does not tell the cost of a unit',
  },
  'shortfall-totals.by': {
    fr: '`building` (immeuble), `board` (organisme) ou `region` (celle de l’immeuble qui a le plus d’élèves de l’école)',
    en: '`building`, `board` or `region` (of the building that has most of the school’s pupils)',
  },
  'shortfall-totals.code': {
    fr: "code de l'immeuble ou de l'organisme, nom de la région; vide pour les écoles sans immeuble ou région connus",
    en: 'code of the building or board, name of the region; empty for schools without a known building or region',
  },
  'shortfall-totals.name': { fr: 'son nom', en: 'its name' },
  'shortfall-totals.board': {
    fr: "organisme des écoles de l'immeuble; vide sinon",
    en: "board of the building's schools; empty otherwise",
  },
  'shortfall-totals.schools': {
    fr: 'écoles comptées; une école l’est dans chacun de ses immeubles',
    en: 'schools counted; a school is in each of its buildings',
  },
  'shortfall-totals.percent': {
    fr: '(cible − manque) ÷ cible × 100 : un surplus ne comble pas le manque d’un autre',
    en: '(target − shortfall) ÷ target × 100: a surplus covers nobody else’s lack',
  },
  'shortfall-totals.costCents': {
    fr: 'coût de ce qui manque, en cents; vide quand la règle ne dit pas le coût d’une unité',
    en: 'cost of what is missing, in cents; empty when the rule does not tell the cost of a unit',
  },
  'shortfall-trend.code': {
    fr: "code de l'école, de l'immeuble ou de l'organisme, nom de la région; vide pour l'ensemble",
    en: 'code of the school, building or board, name of the region; empty for all together',
  },
  'shortfall-trend.name': { fr: 'son nom', en: 'its name' },
  'shortfall-trend.schools': { fr: 'écoles comptées', en: 'schools counted' },
  'shortfall-trend.percent': { fr: '(cible − manque) ÷ cible × 100', en: '(target − shortfall) ÷ target × 100' },
  shortfallChange: {
    fr: "manque de l'année moins celui de l'année précédente; vide la première année",
    en: 'shortfall of the year less that of the year before; empty the first year',
  },
  unknownSchools: {
    fr: 'de ces écoles, celles sans effectif connu, sans cible ni manque',
    en: 'of these schools, the ones without known enrolment, without target or shortfall',
  },
  pupilsPerDevice: {
    fr: 'élèves ÷ unités en service; vide quand rien n’est en service',
    en: 'pupils ÷ units in service; empty when nothing is in service',
  },
  'renewal.schoolYear': {
    fr: 'année scolaire où leur vie finit; vide quand personne ne sait quand ils ont été acquis',
    en: 'school year in which their life ends; empty when nobody knows when they were acquired',
  },
  overdue: {
    fr: 'vrai quand leur vie est déjà finie le 30 septembre de l’année demandée',
    en: 'true when their life has ended by 30 September of the year asked for',
  },
  'renewal.units': { fr: 'unités', en: 'units' },
  'renewal.costCents': {
    fr: 'ce que coûtent autant d’unités, en cents : selon la règle, sinon selon les lots; vide quand un lot ne le dit pas',
    en: 'what as many units cost, in cents: by the rule, else by the lots; empty when a lot does not say',
  },
  'purchase-lines.costCents': { fr: 'coût de la ligne, en cents', en: "the line's cost, in cents" },
  'purchase-plans.amountCents': { fr: 'ce que l’école reçoit, en cents', en: 'what the school gets, in cents' },
  'purchase-plans.costCents': { fr: 'coût du panier, en cents', en: "the basket's cost, in cents" },
  leftCents: {
    fr: 'ce qui reste du montant, en cents : rien qui couvre davantage de ce qui manque ne coûte si peu',
    en: 'what is left of the amount, in cents: nothing that covers more of what is missing costs as little',
  },
  'purchase-plans.shortfall': {
    fr: 'unités qui manquent avant le panier, toutes catégories ensemble',
    en: 'units missing before the basket, all categories together',
  },
  left: { fr: 'unités qui manquent encore après', en: 'units still missing after it' },
  'purchase-plans.percent': {
    fr: 'moyenne des parts couvertes de chaque catégorie où il manque quelque chose; vide quand il ne manque rien',
    en: 'mean of the covered parts of each category that lacks something; empty when nothing is missing',
  },
  gap: {
    fr: 'de combien de points un meilleur panier ferait au plus monter ce pourcentage; 0 quand celui-ci est prouvé le meilleur',
    en: 'by how many points a better basket could raise that percentage at most; 0 when this one is proved the best',
  },
  'roadmap.step': { fr: 'rang, à partir de 1', en: 'rank, from 1' },
  'roadmap.upgrades': { fr: 'liens à hausser ensemble, et à quoi', en: 'links to raise together, and to what' },
  'roadmap.buildings': {
    fr: 'immeubles qui ont leur besoin après cette étape, et ne l’avaient pas avant',
    en: 'buildings that have their demand after this step, and had not before it',
  },
  'roadmap.pupils': { fr: 'leurs élèves', en: 'their pupils' },
  'roadmap.costCents': { fr: 'coût de l’étape; vide sans prix', en: "the step's cost; empty without prices" },
  'roadmap.upgradesTotal': {
    fr: 'liens haussés, de la première étape à celle-ci',
    en: 'links raised, from the first step to this one',
  },
  'roadmap.costTotalCents': {
    fr: 'coût, de la première étape à celle-ci',
    en: 'cost, from the first step to this one',
  },
  'roadmap.pupilsTotal': {
    fr: 'élèves à la norme après cette étape',
    en: 'pupils at the standard after this step',
  },
  'roadmap.percent': {
    fr: 'élèves à la norme, en % des élèves connus',
    en: 'pupils at the standard, in % of the known pupils',
  },
  'sharing.level': {
    fr: "niveau d'aujourd'hui",
    en: 'level today',
  },
  'sharing.demandDownBps': {
    fr: "besoin de l'immeuble en descente",
    en: "the building's demand down",
  },
  'sharing.arrivingDownBps': {
    fr: "ce qui viendrait avec l'immeuble : son besoin, et ce que passent ceux qui sont derrière lui",
    en: 'what would come with the building: its demand, and what those behind it pass on',
  },
  'sharing.rank': {
    fr: "rang de l'endroit, le plus proche d'abord",
    en: 'rank of the place, the nearest first',
  },
  'sharing.placeKind': {
    fr: '`pop`, `span` (fibre en service) ou `building` (immeuble bien servi, dont le chemin a de la place)',
    en: '`pop`, `span` (fibre in service) or `building` (well served, with room on its way)',
  },
  'sharing.place': {
    fr: "code du point de présence, du lien ou de l'immeuble",
    en: 'code of the POP, link or building',
  },
  'sharing.placeName': {
    fr: 'son nom',
    en: 'its name',
  },
  'sharing.placeBoard': {
    fr: "organisme de l'endroit; vide pour un point de présence",
    en: 'board of the place; empty for a POP',
  },
  'sharing.otherBoard': {
    fr: "`true` quand l'endroit est à un autre organisme",
    en: '`true` when the place is another board’s',
  },
  'sharing.lon': {
    fr: 'longitude où le nouvel accès finirait',
    en: 'longitude where the new access would end',
  },
  'sharing.lat': {
    fr: 'latitude où le nouvel accès finirait',
    en: 'latitude where the new access would end',
  },
  'sharing.distanceKm': {
    fr: "kilomètres à vol d'oiseau, de l'immeuble à l'endroit",
    en: 'kilometres as the crow flies, from the building to the place',
  },
  'sharing.isStraight': {
    fr: "`true` pour une fibre dont le tracé n'est pas connu, prise en ligne droite",
    en: '`true` for a fibre whose route is not known, taken as straight',
  },
  'sharing.popKm': {
    fr: "kilomètres de l'endroit à son point de présence, le long des liens; vide quand une longueur est inconnue",
    en: 'kilometres from the place to its POP, along the links; empty when a length is not known',
  },
  'sharing.spareDownBps': {
    fr: "ce que les liens de l'endroit au point de présence peuvent encore porter en descente; vide au point de présence, ou quand une capacité est inconnue",
    en: 'what the links from the place to the POP can still carry down; empty at a POP, or when a capacity is not known',
  },
  'sharing.spareUpBps': {
    fr: 'de même en montée',
    en: 'the same up',
  },
  'sharing.wouldGetDownBps': {
    fr: "ce que l'immeuble aurait en descente par juste partage",
    en: 'what the building would get down by fair share',
  },
  'sharing.wouldGetUpBps': {
    fr: 'de même en montée',
    en: 'the same up',
  },
  'sharing.wouldLevel': {
    fr: 'niveau que cela donnerait',
    en: 'level that this would give',
  },
  'sharing.incomplete': {
    fr: '`true` quand des élèves inconnus partagent le chemin',
    en: '`true` when pupils that are not known share the way',
  },
  carriedCents: {
    fr: "solde d'une enveloppe antérieure que l'école garde, à côté du montant",
    en: 'unspent money of an earlier envelope that the school keeps, beside the amount',
  },
  'allocation-totals.by': {
    fr: 'ce que la ligne additionne : `board` ou `region`',
    en: 'what the line adds up: `board` or `region`',
  },
  'allocation-totals.code': {
    fr: "code de l'organisme, ou nom de la région; vide quand elle est inconnue",
    en: 'board code, or name of the region; empty when it is not known',
  },
  'allocation-totals.schools': { fr: "nombre d'écoles", en: 'number of schools' },
  'allocation-totals.perPupilCents': {
    fr: 'montant ÷ élèves; vide sans élève',
    en: 'amount ÷ pupils; empty without pupils',
  },
  'allocation-changes.pupilsBefore': {
    fr: "élèves de la première répartition; vide quand l'école n'y est pas",
    en: 'pupils of the first allocation; empty when the school is not in it',
  },
  'allocation-changes.pupilsAfter': {
    fr: "élèves de la seconde; vide quand l'école n'y est pas",
    en: 'pupils of the second; empty when the school is not in it',
  },
  'allocation-changes.beforeCents': { fr: 'montant de la première', en: 'amount of the first' },
  'allocation-changes.afterCents': { fr: 'montant de la seconde', en: 'amount of the second' },
  'allocation-changes.changeCents': { fr: 'seconde moins première', en: 'second less first' },
  'sharing-clusters.cluster': {
    fr: "rang : les plus d'élèves par kilomètre d'abord",
    en: 'rank: the most pupils for a kilometre first',
  },
  'sharing-clusters.placeKind': {
    fr: '`pop`, `span` ou `building`',
    en: '`pop`, `span` or `building`',
  },
  'sharing-clusters.place': {
    fr: "d'où tous seraient servis",
    en: 'from where all would be served',
  },
  'sharing-clusters.placeName': {
    fr: 'son nom',
    en: 'its name',
  },
  'sharing-clusters.placeBoard': {
    fr: "organisme de l'endroit",
    en: 'board of the place',
  },
  'sharing-clusters.boards': {
    fr: 'organismes des immeubles',
    en: 'boards of the buildings',
  },
  'sharing-clusters.pupils': {
    fr: 'élèves connus',
    en: 'known pupils',
  },
  'sharing-clusters.unknownPupils': {
    fr: "immeubles dont l'effectif est inconnu",
    en: 'buildings whose pupils are not known',
  },
  'sharing-clusters.demandDownBps': {
    fr: 'besoin en descente, en tout',
    en: 'demand down, in all',
  },
  'sharing-clusters.treeKm': {
    fr: "longueur du plus court arbre de lignes droites qui les joint à l'endroit",
    en: 'length of the shortest tree of straight lines that joins them to the place',
  },
  'sharing-clusters.pupilsPerKm': {
    fr: 'élèves ÷ cette longueur, de 100 m au moins',
    en: 'pupils ÷ this length, of at least 100 m',
  },
  'sharing-clusters.hull': {
    fr: 'enveloppe convexe des immeubles, en GeoJSON',
    en: 'convex hull of the buildings, as GeoJSON',
  },
  'sharing-clusters.buildings': {
    fr: 'codes des immeubles',
    en: 'codes of the buildings',
  },
  'equity.by': {
    fr: '`all`, `board`, `region`, `mrc`, `language`, `decile` (IMSE), `size` (élèves de l’immeuble), `remoteness` (km du point de présence le plus proche)',
    en: '`all`, `board`, `region`, `mrc`, `language`, `decile` (IMSE), `size` (pupils of the building), `remoteness` (km from the nearest POP)',
  },
  'equity.group': {
    fr: 'le groupe : un code, ou le début de la classe (0, 60, 160, 500 élèves; 0, 10, 50, 100 km); vide quand il est inconnu',
    en: 'the group: a code, or where the class begins (0, 60, 160, 500 pupils; 0, 10, 50, 100 km); empty when it is not known',
  },
  'equity.name': {
    fr: 'le groupe, en mots',
    en: 'the group, in words',
  },
  'equity.schools': {
    fr: 'écoles',
    en: 'schools',
  },
  'equity.unknownSchools': {
    fr: "écoles sans effectif connu, hors de tous les nombres d'élèves",
    en: 'schools whose pupils are not known, out of all numbers of pupils',
  },
  'equity.pupils': {
    fr: 'élèves connus',
    en: 'known pupils',
  },
  'equity.pupilsOk': {
    fr: 'élèves des immeubles suffisants',
    en: 'pupils of sufficient buildings',
  },
  'equity.pupilsTight': {
    fr: 'élèves des immeubles justes',
    en: 'pupils of tight buildings',
  },
  'equity.pupilsShort': {
    fr: 'élèves des immeubles insuffisants',
    en: 'pupils of short buildings',
  },
  'equity.pupilsCritical': {
    fr: 'élèves des immeubles critiques',
    en: 'pupils of critical buildings',
  },
  'equity.pupilsUnlinked': {
    fr: 'élèves des immeubles sans lien',
    en: 'pupils of buildings without a link',
  },
  'equity.pupilsUnknown': {
    fr: 'élèves des immeubles de niveau inconnu',
    en: 'pupils of buildings of unknown level',
  },
  'equity.percentAtStandard': {
    fr: 'élèves à la norme, en % de ceux dont le niveau est connu, sans lien compris',
    en: 'pupils at the standard, in % of those whose level is known, those without a link included',
  },
  'equity.ratio': {
    fr: 'moyenne de reçu ÷ besoin',
    en: 'mean of received ÷ demand',
  },
  'equity.pupilsMeasured': {
    fr: "élèves dont le débit est connu : ce qui suit est d'eux",
    en: 'pupils whose rate is known: what follows is of them',
  },
  'equity.medianBps': {
    fr: 'la moitié des élèves ont ce débit ou moins',
    en: 'half of the pupils have this rate or less',
  },
  'equity.p10Bps': {
    fr: 'un dixième des élèves ont ce débit ou moins',
    en: 'a tenth of the pupils have this rate or less',
  },
  'equity.p90Bps': {
    fr: 'neuf dixièmes des élèves ont ce débit ou moins',
    en: 'nine tenths of the pupils have this rate or less',
  },
  'equity.p90OverP10': {
    fr: 'neuvième décile ÷ premier',
    en: 'ninth decile ÷ first',
  },
  'equity.gini': {
    fr: 'coefficient de Gini du débit par élève : 0 quand tous ont autant',
    en: 'Gini coefficient of the rate per pupil: 0 when all have the same',
  },
  'equity.theil': {
    fr: 'indice T de Theil du débit par élève : 0 quand tous ont autant',
    en: "Theil's T of the rate per pupil: 0 when all have the same",
  },
  'equity.worstPupils': {
    fr: 'élèves du groupe parmi le dixième de tous les élèves qui a le moins',
    en: 'pupils of the group in the tenth of all pupils who have least',
  },
  'equity.percentOfWorst': {
    fr: 'leur part de ce dixième',
    en: 'their part of that tenth',
  },
  'equity.overRepresentation': {
    fr: 'cette part ÷ celle du groupe parmi tous; plus de 1, il y est plus que son nombre ne le dit',
    en: "that part ÷ the group's among all; above 1, it is there more than its number tells",
  },
  'equity-worst.pupils': {
    fr: "élèves connus de l'immeuble",
    en: 'known pupils of the building',
  },
  'equity-worst.worstPupils': {
    fr: 'ceux du dernier dixième; une part seulement quand trop ont le même débit',
    en: 'those in the worst tenth; a part only when too many have the same rate',
  },
  'equity-worst.bpsPerPupil': {
    fr: 'débit par élève',
    en: 'rate per pupil',
  },
  'equity-worst.ratio': {
    fr: 'reçu ÷ besoin',
    en: 'received ÷ demand',
  },
  'equity-worst.level': {
    fr: 'niveau',
    en: 'level',
  },
  'equity-worst.bottleneck': {
    fr: 'lien qui le retient',
    en: 'link that holds it back',
  },
  percent: { fr: 'en service ÷ cible × 100', en: 'in service ÷ target × 100' },
  physAddress: { fr: 'adresse MAC', en: 'MAC address' },
  preschool: { fr: 'préscolaire : 1 ou 0', en: 'preschool: 1 or 0' },
  primary: { fr: 'primaire : 1 ou 0', en: 'primary: 1 or 0' },
  prorata_cents: { fr: 'part du prorata', en: 'part of the prorata' },
  protocol: { fr: '`lldp` ou `cdp`', en: '`lldp` or `cdp`' },
  provider: { fr: 'fournisseur', en: 'provider' },
  pupils: { fr: 'élèves; vide quand leur nombre est inconnu', en: 'pupils; empty when their number is not known' },
  'enrolment.pupils': { fr: "nombre d'élèves au 30 septembre", en: 'number of pupils on 30 September' },
  quantity: { fr: 'quantité', en: 'quantity' },
  read: { fr: 'ce qui est lu', en: 'what is read' },
  readMs: {
    fr: 'durée de la dernière lecture, en millisecondes',
    en: 'time of the last reading, in milliseconds',
  },
  reasonCode: { fr: "raison d'une lecture manquée ou interrompue", en: 'reason of a reading that failed or broke off' },
  'fleet-audit.reasons': { fr: 'la preuve, en une phrase', en: 'the evidence, in one sentence' },
  region: { fr: 'région administrative', en: 'administrative region' },
  remoteAddresses: { fr: 'adresses que le voisin annonce', en: 'addresses that the neighbour announces' },
  remoteChassisId: { fr: 'châssis que le voisin annonce', en: 'chassis that the neighbour announces' },
  remoteChassisIdSubtype: { fr: 'nature de ce châssis', en: 'kind of that chassis' },
  remotePortDescr: { fr: 'description du port du voisin', en: "description of the neighbour's port" },
  remotePortId: { fr: 'port du voisin', en: "neighbour's port" },
  remotePortIdSubtype: { fr: 'nature de ce port', en: 'kind of that port' },
  pvid: { fr: 'VLAN des trames reçues sans étiquette', en: 'VLAN of frames received without a tag' },
  untaggedVlans: { fr: 'VLAN que le port émet sans étiquette', en: 'VLANs that the port sends without a tag' },
  taggedVlans: { fr: 'VLAN que le port émet étiquetés', en: 'VLANs that the port sends with a tag' },
  lagIfIndex: {
    fr: "numéro (ifIndex) de l'agrégat dont le port fait partie",
    en: 'number (ifIndex) of the aggregate that the port belongs to',
  },
  stpState: {
    fr: "ce que l'arbre recouvrant laisse passer : `disabled`, `blocking`, `listening`, `learning`, `forwarding`, `broken`",
    en: 'what the spanning tree lets through: `disabled`, `blocking`, `listening`, `learning`, `forwarding`, `broken`',
  },
  remoteDescr: { fr: 'ce que le voisin dit être', en: 'what the neighbour says it is' },
  remoteCapabilities: {
    fr: 'ce que le voisin dit faire (LLDP) : `bridge`, `router`, `wlanAccessPoint`, `telephone`…',
    en: 'what the neighbour says that it does (LLDP): `bridge`, `router`, `wlanAccessPoint`, `telephone`…',
  },
  remoteSysName: { fr: 'nom que le voisin annonce', en: 'name that the neighbour announces' },
  removedBy: { fr: 'qui a retiré la correction', en: 'who removed the correction' },
  'wan-links.role': {
    fr: '`primary` (principal, par défaut) ou `backup` (relève)',
    en: '`primary` (the default) or `backup`',
  },
  'networks.role': { fr: '`lan`, `wifi`, `management` ou `wan`', en: '`lan`, `wifi`, `management` or `wan`' },
  'pops.kind': { fr: '`pop`, `data-centre` ou `ixp`', en: '`pop`, `data-centre` or `ixp`' },
  scan: { fr: 'numéro du balayage', en: 'number of the scan' },
  school: { fr: "code d'école, 6 caractères", en: 'school code, 6 characters' },
  school_year: { fr: 'année scolaire, `2022-2023`', en: 'school year, `2022-2023`' },
  schools: { fr: "codes des écoles de l'immeuble", en: 'codes of the schools in the building' },
  secondary: { fr: 'secondaire : 1 ou 0', en: 'secondary: 1 or 0' },
  sector: {
    fr: '`preschool` (préscolaire), `youth` (jeunes, préscolaire compris là où aucune ligne ne le compte à part), `adult` (adultes) ou `vocational` (professionnelle)',
    en: '`preschool`, `youth` (with preschool, where no row counts it apart), `adult` or `vocational`',
  },
  serial: { fr: 'numéro de série', en: 'serial number' },
  serialNumber: { fr: 'numéro de série', en: 'serial number' },
  share: {
    fr: "part des élèves de l'école qui sont dans l'immeuble, de 0 à 1",
    en: "part of the school's pupils who are in the building, 0 to 1",
  },
  shortfall: {
    fr: 'cible moins en service; 0 quand rien ne manque',
    en: 'target less in service; 0 when nothing is missing',
  },
  softwareRev: { fr: 'version du logiciel', en: 'software version' },
  since: { fr: 'dit le', en: 'said on' },
  speed_bps: { fr: 'vitesse', en: 'speed' },
  startedAt: { fr: 'début', en: 'start' },
  status: { fr: '`answered`, `partial` ou `failed`', en: '`answered`, `partial` or `failed`' },
  'wan-links.status': {
    fr: '`proposed`, `planned`, `underConstruction`, `operational`, `inactive` ou `decommissioned`; seul `operational` porte du trafic',
    en: '`proposed`, `planned`, `underConstruction`, `operational`, `inactive` or `decommissioned`; only `operational` carries traffic',
  },
  'fleet.status': {
    fr: '`active` (en service, par défaut), `in-stock`, `broken`, `retired`, `lost` ou `stolen`',
    en: '`active` (in use, the default), `in-stock`, `broken`, `retired`, `lost` or `stolen`',
  },
  'imports.import': { fr: "numéro de l'importation", en: 'number of the import' },
  'imports.kind': { fr: 'nature du fichier', en: 'kind of the file' },
  'imports.file': { fr: 'nom du fichier', en: 'name of the file' },
  importedAt: { fr: 'quand le fichier qui le dit a été importé', en: 'when the file that tells it was imported' },
  priceCents: { fr: "prix d'un article, en cents", en: 'price of one item, in cents' },
  burstDownBps: { fr: 'pointe de b vers a', en: 'burst from b to a' },
  burstUpBps: { fr: 'pointe de a vers b', en: 'burst from a to b' },
  'wan-links.route': {
    fr: 'tracé en GeoJSON (LineString ou MultiLineString)',
    en: 'route in GeoJSON (LineString or MultiLineString)',
  },
  'imports.importedAt': { fr: 'importé le', en: 'imported on' },
  'imports.rows': { fr: 'lignes prises', en: 'rows that were taken' },
  'imports.added': { fr: 'faits nouveaux', en: 'new facts' },
  'imports.changed': { fr: 'faits changés', en: 'changed facts' },
  'imports.removed': { fr: 'faits que le fichier ne dit plus', en: 'facts that the file no longer tells' },
  'imports.sha256': { fr: 'empreinte SHA-256 du fichier', en: 'SHA-256 of the file' },
  'imports.undoneAt': { fr: 'annulée le', en: 'undone on' },
  'imports.undoneBy': { fr: "qui l'a annulée", en: 'who undid it' },
  'problems.file': { fr: 'nom du fichier', en: 'name of the file' },
  'problems.line': { fr: 'ligne du fichier', en: 'line of the file' },
  'problems.column': {
    fr: 'colonne, comme le fichier la nomme; vide : la ligne entière',
    en: 'column, as the file names it; empty: the whole line',
  },
  'problems.value': { fr: 'ce qui y est', en: 'what stands there' },
  'problems.message': { fr: 'ce qui ne va pas, et quoi faire', en: 'what is wrong, and what to do' },
  'quality.lacks': {
    fr: '`coordinates` (coordonnées), `enrolment` (effectif), `link` (lien en service), `network` (réseau) ou `scan` (balayage); plusieurs séparés par une espace',
    en: '`coordinates`, `enrolment`, `link` (in service), `network` or `scan`; several are separated by a space',
  },
  'quality.buildings': {
    fr: 'codes de ceux de ses immeubles à qui il manque quelque chose',
    en: `codes of those of its buildings that lack something`,
  },
  'quality.unknown': {
    fr: 'codes de ceux de ses immeubles dont le niveau est inconnu sur la carte',
    en: `codes of those of its buildings whose level is unknown on the map`,
  },
  'fleet-audit.status': { fr: 'état selon le parc', en: 'status as the fleet tells it' },
  subject: {
    fr: 'ce que la correction suit : un appareil garde la sienne quand son adresse change',
    en: 'what the correction follows: a device keeps its own when its address changes',
  },
  sysName: { fr: "nom que l'appareil se donne (sysName)", en: 'name that the device gives itself (sysName)' },
  target: { fr: 'unités dues selon la règle', en: 'units due by the rule' },
  targets: { fr: 'ce qui a été demandé', en: 'what was asked for' },
  thing: { fr: 'la chose, comme on la nomme', en: 'the thing, as it is named' },
  toldAt: { fr: "date de l'importation", en: 'date of the import' },
  units_each: {
    fr: 'unités par article (un chariot de 24 tablettes : 24); 1 par défaut',
    en: 'units in one item (a cart of 24 tablets: 24); 1 by default',
  },
  until: { fr: 'retirée le', en: 'removed on' },
  value: { fr: 'ce que la personne dit', en: 'what the person says' },
  vendor: { fr: 'fabricant', en: 'maker' },
  vocational: { fr: 'formation professionnelle : 1 ou 0', en: 'vocational training: 1 or 0' },
  who: { fr: 'qui le dit', en: 'who says it' },
  why: { fr: 'pourquoi', en: 'why' },
}
