import type { Language } from '../../src/i18n/language.js'

type Text = Readonly<Record<Language, string>>

/** What each key of `cartable.yaml` is for. The page is refused when a key has no line here, or a line no key. */
export const CONFIGURATION: Readonly<Record<string, Text>> = {
  board: { fr: "l'organisme dont c'est la configuration", en: 'the board that this configuration is of' },
  'board.code': { fr: 'son code, six chiffres entre guillemets', en: 'its code, six digits between quotes' },
  'board.name': { fr: 'son nom', en: 'its name' },
  language: {
    fr: "langue de l'interface; sans elle, `CARTABLE_LANG`, les paramètres régionaux, puis le français",
    en: 'language of the interface; without it, `CARTABLE_LANG`, the locale, then French',
  },
  database: {
    fr: 'fichier SQLite, dont le chemin part du dossier de la configuration, ou adresse `postgres://…`; sans elle, `cartable.db` dans ce dossier',
    en: "SQLite file, whose path starts from the configuration's folder, or `postgres://…` address; without it, `cartable.db` in that folder",
  },
  'database.url': { fr: 'adresse `postgres://…`, sans mot de passe', en: '`postgres://…` address, without password' },
  'database.password': { fr: 'où se trouve le mot de passe', en: 'where the password is' },
  networks: {
    fr: "réseaux à balayer, avec ceux des fichiers importés; le plus long préfixe l'emporte",
    en: 'networks to scan, with those of the imported files; the longest prefix wins',
  },
  'networks[].cidr': { fr: 'le réseau, en CIDR', en: 'the network, as a CIDR' },
  'networks[].building': { fr: "code de l'immeuble où il se trouve", en: 'code of the building where it is' },
  'networks[].role': { fr: 'à quoi il sert', en: 'what it serves for' },
  'networks[].packetsPerSecond': {
    fr: "paquets par seconde dans ce réseau au plus, pour ménager le lien de l'immeuble; sans elle, `scan.packetsPerSecondPerNetwork`",
    en: "packets a second in this network at most, to spare the building's link; without it, `scan.packetsPerSecondPerNetwork`",
  },
  credentials: {
    fr: 'accès SNMP, essayés dans cet ordre, v3 avant v2c avant v1 (voir `scan.credentialOrder`); celui qui réussit est retenu pour chaque appareil',
    en: 'SNMP credentials, tried in this order, v3 before v2c before v1 (see `scan.credentialOrder`); the one that works is remembered for each device',
  },
  'credentials[].name': { fr: "nom de l'accès, unique", en: "the credential's name, unique" },
  'credentials[].version': {
    fr: 'version de SNMP; `1` pour les seuls appareils qui ne savent rien de mieux',
    en: 'version of SNMP; `1` only for devices that know nothing better',
  },
  'credentials[].community': { fr: 'v1, v2c : où se trouve la communauté', en: 'v1, v2c: where the community is' },
  'credentials[].networks': {
    fr: "réseaux hors desquels l'accès n'est jamais envoyé; sans eux, il va partout",
    en: 'networks outside which the credential is never sent; without them, it goes everywhere',
  },
  'credentials[].user': { fr: "v3 : nom d'utilisateur", en: 'v3: user name' },
  'credentials[].level': { fr: 'v3 : niveau de sécurité', en: 'v3: security level' },
  'credentials[].auth': {
    fr: 'v3 : authentification; obligatoire sauf à `noAuthNoPriv`',
    en: 'v3: authentication; required but at `noAuthNoPriv`',
  },
  'credentials[].auth.protocol': { fr: "protocole d'authentification", en: 'authentication protocol' },
  'credentials[].auth.key': { fr: "où se trouve la clé d'authentification", en: 'where the authentication key is' },
  'credentials[].priv': {
    fr: 'v3 : chiffrement; obligatoire à `authPriv`',
    en: 'v3: encryption; required at `authPriv`',
  },
  'credentials[].priv.protocol': {
    fr: 'protocole de chiffrement; `aes256b` (Blumenthal) et `aes256r` (Reeder, Cisco) allongent la clé chacun à sa façon',
    en: 'encryption protocol; `aes256b` (Blumenthal) and `aes256r` (Reeder, Cisco) each lengthen the key their own way',
  },
  'credentials[].priv.key': { fr: 'où se trouve la clé de chiffrement', en: 'where the encryption key is' },
  'credentials[].context': { fr: 'v3 : contexte', en: 'v3: context' },
  vault: { fr: 'le coffre des secrets', en: 'the vault of secrets' },
  'vault.file': { fr: 'fichier du coffre (mode 0600)', en: "the vault's file (mode 0600)" },
  'vault.key': {
    fr: "ce qui l'ouvre; sans elle, la variable `CARTABLE_VAULT_KEY_FILE`, puis la question au terminal",
    en: 'what opens it; without it, the variable `CARTABLE_VAULT_KEY_FILE`, then a question at the terminal',
  },
  'vault.key.file': { fr: 'fichier de la clé (mode 0600)', en: "the key's file (mode 0600)" },
  scan: { fr: 'le balayage', en: 'the scan' },
  'scan.port': { fr: 'port UDP des agents SNMP', en: 'UDP port of the SNMP agents' },
  'scan.packetsPerSecond': {
    fr: 'paquets par seconde, SNMP et ping, tous appareils confondus',
    en: 'packets a second, SNMP and ping, all devices together',
  },
  'scan.packetsPerSecondPerNetwork': {
    fr: "paquets par seconde dans chaque réseau qui n'a pas sa propre limite, pour ménager le lien de l'immeuble; le plus long préfixe l'emporte",
    en: "packets a second in each network without a limit of its own, to spare the building's link; the longest prefix wins",
  },
  'scan.jitter': {
    fr: "part de hasard dans l'intervalle entre deux paquets SNMP, qui ne fait que l'allonger : `0.1`, jusqu'à un dixième de plus",
    en: 'share of chance in the interval between two SNMP packets, which only lengthens it: `0.1`, up to a tenth more',
  },
  'scan.exclude': {
    fr: 'adresses, plages et réseaux que le balayage n\'interroge jamais, ou fichiers qui les contiennent (`"@exclus.txt"`)',
    en: 'addresses, ranges and networks that a scan never asks, or files that hold them (`"@excluded.txt"`)',
  },
  'scan.perDevice': {
    fr: "requêtes en cours sur un même appareil, au plus : au-delà d'une, ses tables sont lues plusieurs à la fois. Le processeur d'un commutateur les traite l'une après l'autre et ne répond plus quand il y en a trop; la vitesse vient des appareils lus en même temps, et une seule convient, sauf à un appareil lointain",
    en: "requests under way on one device, at most: above one, several of its tables are read at once. A switch's processor takes them one after the other and falls silent under too many; speed comes from the devices read at the same time, and one does, unless the device is far away",
  },
  'scan.maxSecondsPerDevice': {
    fr: "temps qu'un appareil peut prendre, en secondes, sans compter l'attente de nos propres limites; après, ce qui a été lu est gardé",
    en: 'time that one device may take, in seconds, without the wait for our own limits; after it, what was read is kept',
  },
  'scan.credentialOrder': {
    fr: "ordre d'essai des accès : `version` essaie v3, puis v2c, puis v1, chacun comme écrit; `configured` suit ce qui est écrit. Celui qui a déjà réussi passe avant",
    en: 'order in which credentials are tried: `version` tries v3, then v2c, then v1, each as written; `configured` follows what is written. The one that worked before goes first',
  },
  'scan.maxCredentialTries': {
    fr: 'accès essayés au plus sur un appareil par balayage, là où des appareils se ferment à qui se trompe trop souvent',
    en: 'credentials tried at most on one device in a scan, where devices shut out who fails too often',
  },
  'scan.timeoutMs': {
    fr: "attente d'une réponse, en millisecondes",
    en: 'how long an answer is waited for, in milliseconds',
  },
  'scan.retries': { fr: 'nouveaux essais après une attente vaine', en: 'new tries after a wait in vain' },
  'scan.devicesAtOnce': { fr: 'appareils lus en même temps', en: 'devices read at the same time' },
  'scan.acceptOtherSource': {
    fr: "accepte la réponse venue d'une autre adresse que celle qui a été interrogée, comme en envoient certains appareils qui en ont plusieurs",
    en: 'takes an answer from another address than the one asked, as some devices with several send them',
  },
  'scan.endpoints': {
    fr: "lit aussi les tables de commutation et d'adresses résolues (ARP, IPv6) : quelle machine est derrière quel port. Des milliers de lignes sur un commutateur de cœur; `balayer --endpoints` le fait une fois",
    en: 'reads forwarding tables and resolved addresses too (ARP, IPv6): which machine is behind which port. Thousands of rows on a core switch; `scan --endpoints` does it once',
  },
  'scan.blackout': {
    fr: "heures, du lundi au vendredi, où rien n'est envoyé : `07:30-16:30`",
    en: 'hours, Monday to Friday, when nothing is sent: `07:30-16:30`',
  },
  'scan.missesBeforeVanished': {
    fr: "balayages de suite où un appareil doit être interrogé en vain avant d'être dit disparu",
    en: 'scans in a row that must ask a device in vain before it is told as vanished',
  },
  history: { fr: 'ce qui est gardé de ce qui a changé', en: 'what is kept of what changed' },
  'history.keepDays': {
    fr: "jours pendant lesquels les faits passés, les changements et les adresses muettes que plus rien n'interroge sont gardés, et qui a un appareil quand aucune importation ne le redit; `base tasser` retire les plus vieux, jamais ce qui est vrai maintenant",
    en: 'days during which past facts, changes and silent addresses that nothing asks any more are kept, and who has a device when no import tells it again; `db vacuum` removes the older ones, never what is true now',
  },
  wan: {
    fr: 'les interfaces qui sortent de leur immeuble, dont `cartable mesurer` mesure le trafic; celles dont un voisin le dit sont reconnues sans rien écrire',
    en: 'the interfaces that lead out of their building, whose traffic `cartable sample` measures; those of which a neighbour tells it are known without a word here',
  },
  'wan.interfaces': { fr: 'celles qui sont nommées une à une', en: 'those that are named one by one' },
  'wan.interfaces[].device': {
    fr: "adresse, numéro de série ou nom de l'appareil",
    en: "the device's address, serial number or name",
  },
  'wan.interfaces[].ifName': {
    fr: "ifName (à défaut, ifDescr) de l'interface",
    en: "the interface's ifName (else ifDescr)",
  },
  'wan.interfaces[].link': {
    fr: 'identifiant du lien importé (`wan-links`) dont elle est un bout',
    en: 'id of the imported link (`wan-links`) that it is an end of',
  },
  'wan.aliasPattern': {
    fr: "expression régulière, sans égard aux majuscules : l'interface dont l'alias (ifAlias) la contient en est une; l'identifiant d'un lien, écrit dans l'alias, dit lequel",
    en: "regular expression, whatever the capitals: an interface whose alias (ifAlias) holds it is one; a link's id written in the alias says which link",
  },
  bandwidth: { fr: 'le besoin de bande passante', en: 'the demand for bandwidth' },
  'bandwidth.profile': {
    fr: 'norme appliquée; `cartable ecarts --help` les énumère',
    en: 'standard applied; `cartable gaps --help` lists them',
  },
  'bandwidth.usersPerPupil': {
    fr: 'utilisateurs que compte un élève (avec le personnel et les invités)',
    en: 'users that a pupil counts for (with staff and guests)',
  },
  'bandwidth.prices': {
    fr: 'ce que coûte de hausser un lien, pour `cartable rehaussements`; le prix qui vaut est celui du plus petit débit qui suffit',
    en: 'what raising a link costs, for `cartable roadmap`; the price that holds is that of the lowest rate that suffices',
  },
  'bandwidth.prices[].toMbps': {
    fr: "le prix vaut jusqu'à ce débit, en Mbit/s",
    en: 'the price holds up to this rate, in Mbit/s',
  },
  'bandwidth.prices[].cost': { fr: 'dollars par lien haussé', en: 'dollars for each link that is raised' },
  'bandwidth.prices[].perKm': {
    fr: 'dollars par kilomètre du lien, en plus : de son tracé, ou à vol d’oiseau sans tracé',
    en: 'dollars for each kilometre of the link besides: of its route, or as the crow flies without one',
  },
  'bandwidth.profiles': {
    fr: 'vos propres normes, à côté de celles qui sont livrées; `--profile` et `bandwidth.profile` les connaissent par leur identifiant',
    en: 'your own standards, beside those that are shipped; `--profile` and `bandwidth.profile` know them by their id',
  },
  'bandwidth.profiles[].id': {
    fr: "identifiant, que rien d'autre ne porte : minuscules, chiffres, traits d'union",
    en: 'id, which nothing else bears: lower case, digits, hyphens',
  },
  'bandwidth.profiles[].source': {
    fr: "d'où vient la norme, tel que les rapports le citent",
    en: 'where the standard comes from, as reports quote it',
  },
  'bandwidth.profiles[].sizeOf': {
    fr: "de qui la taille choisit le palier : l'école, ou tout l'organisme",
    en: 'whose size picks the band: the school, or the whole board',
  },
  'bandwidth.profiles[].down': {
    fr: 'débit descendant par utilisateur, par paliers qui montent',
    en: 'rate down for each user, by rising bands',
  },
  'bandwidth.profiles[].down[].fromPupils': {
    fr: "le palier part de ce nombre d'élèves",
    en: 'the band starts from this number of pupils',
  },
  'bandwidth.profiles[].down[].mbpsPerUser': {
    fr: 'Mbit/s par utilisateur',
    en: 'Mbit/s for each user',
  },
  'bandwidth.profiles[].up': {
    fr: "débit montant par utilisateur; sans lui, la norme n'en dit rien",
    en: 'rate up for each user; without it, the standard says nothing of it',
  },
  'bandwidth.profiles[].up[].fromPupils': {
    fr: "le palier part de ce nombre d'élèves",
    en: 'the band starts from this number of pupils',
  },
  'bandwidth.profiles[].up[].mbpsPerUser': {
    fr: 'Mbit/s par utilisateur',
    en: 'Mbit/s for each user',
  },
  'bandwidth.profiles[].schoolMinimum': {
    fr: "le moins qu'une école demande dans chacun de ses immeubles, selon ce qui s'y enseigne",
    en: 'the least that a school asks for in each of its buildings, by what is taught there',
  },
  'bandwidth.profiles[].schoolMinimum.primary': {
    fr: 'au préscolaire et au primaire',
    en: 'in preschool and primary',
  },
  'bandwidth.profiles[].schoolMinimum.primary.down': {
    fr: 'Mbit/s, descendant',
    en: 'Mbit/s, down',
  },
  'bandwidth.profiles[].schoolMinimum.primary.up': {
    fr: 'Mbit/s, montant',
    en: 'Mbit/s, up',
  },
  'bandwidth.profiles[].schoolMinimum.secondary': {
    fr: 'au secondaire',
    en: 'in secondary',
  },
  'bandwidth.profiles[].schoolMinimum.secondary.down': {
    fr: 'Mbit/s, descendant',
    en: 'Mbit/s, down',
  },
  'bandwidth.profiles[].schoolMinimum.secondary.up': {
    fr: 'Mbit/s, montant',
    en: 'Mbit/s, up',
  },
  'bandwidth.profiles[].boardMinimumDownMbps': {
    fr: "plancher de tout l'organisme, une fois, là où il rejoint le RISQ, en Mbit/s",
    en: 'floor of the whole board, once, where it joins RISQ, in Mbit/s',
  },
  'bandwidth.profiles[].classes': {
    fr: "classes d'une norme qui ne fait que classer le débit d'une école; sans besoin",
    en: 'classes of a standard that only classifies the speed of a school; without a demand',
  },
  'bandwidth.profiles[].classes.goodAboveMbps': {
    fr: 'suffisant au-dessus de ce débit, en Mbit/s',
    en: 'sufficient above this rate, in Mbit/s',
  },
  'bandwidth.profiles[].classes.moderateFromMbps': {
    fr: 'juste à partir de ce débit, en Mbit/s',
    en: 'tight from this rate, in Mbit/s',
  },
  equipment: { fr: "l'équipement dû aux écoles", en: 'the equipment due to schools' },
  'equipment.rules': { fr: 'fichier de la règle', en: "the rule's file" },
  publication: {
    fr: 'qui publie : ce que `cartable carte --public` écrit pour un portail de données ouvertes',
    en: 'who publishes: what `cartable map --public` writes for an open data portal',
  },
  'publication.organisation': { fr: "l'organisation qui publie", en: 'the organisation that publishes' },
  'publication.contact': { fr: 'qui répond des données', en: 'who answers for the data' },
  'publication.email': { fr: 'son courriel', en: 'their email' },
  'publication.frequency': { fr: 'à quelle fréquence la carte est refaite', en: 'how often the map is made anew' },
  'publication.title': {
    fr: "titre du jeu de données; sans lui, un titre qui dit ce qu'est la carte",
    en: "the data set's title; without it, one that says what the map is",
  },
  'publication.licence': { fr: 'licence Creative Commons, version 4.0', en: 'Creative Commons licence, version 4.0' },
  map: { fr: 'les cartes', en: 'maps' },
  'map.tiles': {
    fr: "fond de tuiles de la page; sans lui, la page ne demande rien au réseau. Avec lui, le navigateur de chaque lecteur dit à ce serveur l'endroit qu'il regarde",
    en: 'background of tiles of the page; without it, the page asks nothing of the network. With it, the browser of each reader tells that server the place being looked at',
  },
  'map.tiles.url': {
    fr: 'adresse https des tuiles (Web Mercator), où `{z}`, `{x}` et `{y}` disent laquelle',
    en: 'https address of the tiles (Web Mercator), where `{z}`, `{x}` and `{y}` tell which one',
  },
  'map.tiles.attribution': {
    fr: 'mention de leur source, affichée sur la carte',
    en: 'credit of their source, shown on the map',
  },
  import: { fr: "l'importation des fichiers", en: 'the import of files' },
  'import.mappings': {
    fr: 'par nature de fichier, ce que sont ses colonnes : `"En-tête": champ`, ou `"-"` pour la laisser de côté',
    en: 'by kind of file, what its columns are: `"Header": field`, or `"-"` to leave it aside',
  },
}
