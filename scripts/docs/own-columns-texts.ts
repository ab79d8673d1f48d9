import type { Language } from '../../src/i18n/language.js'

type Text = Readonly<Record<Language, string>>

/** Columns whose word means something of its own in one kind of file, report or list: `subject.column`. */
export const OWN_COLUMNS: Readonly<Record<string, Text>> = {
  'private.building': {
    fr: "code d'immeuble; sans lui, celui de l'établissement",
    en: "building code; without it, the establishment's own",
  },
  'higher-education.building': {
    fr: "code d'immeuble; sans lui, celui de l'établissement",
    en: "building code; without it, the establishment's own",
  },
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
  'access-points.address': { fr: 'adresse IP', en: 'IP address' },
  'access-points.id': {
    fr: 'ce par quoi le contrôleur le distingue : adresse MAC ou numéro de série',
    en: 'what the controller tells it apart by: MAC address or serial number',
  },
  'access-points.mac': { fr: 'adresse MAC', en: 'MAC address' },
  'access-points.managementAddress': { fr: 'adresse du contrôleur', en: "the controller's address" },
  'access-points.status': { fr: '`up`, `down` ou `pending`', en: '`up`, `down` or `pending`' },
  'access-points.sysName': { fr: 'nom du contrôleur', en: "the controller's name" },
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
  'components.class': { fr: 'classe (entPhysicalClass)', en: 'class (entPhysicalClass)' },
  'components.name': { fr: 'nom (entPhysicalName)', en: 'name (entPhysicalName)' },
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
  'renewal.schoolYear': {
    fr: 'année scolaire où leur vie finit; vide quand personne ne sait quand ils ont été acquis',
    en: 'school year in which their life ends; empty when nobody knows when they were acquired',
  },
  'renewal.units': { fr: 'unités', en: 'units' },
  'renewal.costCents': {
    fr: 'ce que coûtent autant d’unités, en cents : selon la règle, sinon selon les lots; vide quand un lot ne le dit pas',
    en: 'what as many units cost, in cents: by the rule, else by the lots; empty when a lot does not say',
  },
  'purchase-lines.costCents': { fr: 'coût de la ligne, en cents', en: "the line's cost, in cents" },
  'purchase-plans.amountCents': { fr: 'ce que l’école reçoit, en cents', en: 'what the school gets, in cents' },
  'purchase-plans.costCents': { fr: 'coût du panier, en cents', en: "the basket's cost, in cents" },
  'purchase-plans.shortfall': {
    fr: 'unités qui manquent avant le panier, toutes catégories ensemble',
    en: 'units missing before the basket, all categories together',
  },
  'purchase-plans.percent': {
    fr: 'moyenne des parts couvertes de chaque catégorie où il manque quelque chose; vide quand il ne manque rien',
    en: 'mean of the covered parts of each category that lacks something; empty when nothing is missing',
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
  'enrolment.pupils': { fr: "nombre d'élèves au 30 septembre", en: 'number of pupils on 30 September' },
  'fleet-audit.reasons': { fr: 'la preuve, en une phrase', en: 'the evidence, in one sentence' },
  'wan-links.role': {
    fr: '`primary` (principal, par défaut) ou `backup` (relève)',
    en: '`primary` (the default) or `backup`',
  },
  'networks.role': { fr: '`lan`, `wifi`, `management` ou `wan`', en: '`lan`, `wifi`, `management` or `wan`' },
  'pops.kind': { fr: '`pop`, `data-centre` ou `ixp`', en: '`pop`, `data-centre` or `ixp`' },
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
}
