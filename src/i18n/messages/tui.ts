import { accord, agree, fr } from '../typography.js'

const addressesFr = (n: string): string => fr`${n} ${accord(n, 'adresse', 'adresses')}`
const addressesEn = (n: string): string => `${n} ${agree(n, 'address', 'addresses')}`

/** Names of keys, and what they do, as the last line and the help say it. */
const keys = {
  keyEnter: { fr: 'Entrée', en: 'Enter' },
  keyEscape: { fr: 'Échap', en: 'Esc' },
  keyPages: { fr: 'PagePréc PageSuiv', en: 'PgUp PgDn' },
  keyEnds: { fr: 'Début Fin', en: 'Home End' },
  /** Letters that answer yes and no. */
  keyYes: { fr: 'o', en: 'y' },
  keyNo: { fr: 'n', en: 'n' },
  doMove: { fr: 'choisir', en: 'move' },
  doPage: { fr: fr`d'une page à la fois`, en: `a page at a time` },
  doEnds: { fr: fr`au début, à la fin (aussi g et G)`, en: `to the start, to the end (also g and G)` },
  doScroll: { fr: fr`défiler`, en: `scroll` },
  doPrevious: { fr: fr`précédent, suivant`, en: `previous, next` },
  doOpen: { fr: 'fiche', en: 'card' },
  doLook: { fr: 'voir', en: 'look' },
  doBack: { fr: 'retour', en: 'back' },
  doClear: { fr: 'effacer', en: 'clear' },
  doFilter: { fr: 'filtrer', en: 'filter' },
  doKeep: { fr: fr`garder le filtre`, en: `keep the filter` },
  doSort: { fr: 'trier', en: 'sort' },
  doDevices: { fr: 'appareils', en: 'devices' },
  doViews: { fr: 'vues', en: 'views' },
  doReload: { fr: 'relire', en: 'reload' },
  doStart: { fr: 'lancer', en: 'start' },
  doPing: { fr: 'avec ou sans ping', en: 'with or without ping' },
  doStop: { fr: fr`arrêter`, en: `stop` },
  doHelp: { fr: 'aide', en: 'help' },
  doQuit: { fr: 'quitter', en: 'quit' },
  doYes: { fr: 'oui', en: 'yes' },
  doNo: { fr: 'non', en: 'no' },
  helpTitle: { fr: fr`Touches`, en: `Keys` },
  helpViews: { fr: fr`changer de vue, aussi avec Tab`, en: `change view, also with Tab` },
  helpMove: { fr: fr`choisir une ligne (aussi j et k)`, en: `choose a line (also j and k)` },
  helpOpen: { fr: fr`ouvrir la fiche, ou ce que la ligne compte`, en: `open the card, or what the line counts` },
  helpPrevious: { fr: fr`dans une fiche : la précédente, la suivante`, en: `in a card: the previous, the next one` },
  helpFilter: {
    fr: fr`filtrer à mesure qu'on tape : adresse, nom, modèle, série, état, immeuble`,
    en: `filter as you type: address, name, model, serial, status, building`,
  },
  helpBack: { fr: fr`revenir, ou effacer le filtre`, en: `go back, or clear the filter` },
  helpSort: { fr: fr`trier les appareils autrement`, en: `sort the devices another way` },
  helpDevices: { fr: fr`les appareils de l'immeuble choisi`, en: `the devices of the chosen building` },
  helpReload: { fr: fr`relire la base`, en: `read the database again` },
  helpStop: { fr: fr`arrêter le balayage lancé d'ici`, en: `stop the scan started from here` },
  helpSuspend: { fr: fr`rendre la main au shell (fg pour revenir)`, en: `back to the shell for a while (fg returns)` },
  helpQuit: { fr: fr`quitter`, en: `quit` },
  helpMarks: { fr: fr`Signes`, en: `Marks` },
} as const

const frame = {
  summary: {
    fr: fr`interface dans le terminal : état du parc, appareils, immeubles, balayage`,
    en: `terminal interface: state of the board, devices, buildings, scan`,
  },
  noTerminal: {
    fr: fr`L'interface a besoin d'un terminal : son entrée ou sa sortie est redirigée`,
    en: `The interface needs a terminal: its input or its output is redirected`,
  },
  noTerminalHint: {
    fr: fr`Dans un script, prenez « cartable lister », « cartable montrer » ou « cartable balayer », avec --json.`,
    en: `In a script, use "cartable list", "cartable show" or "cartable scan", with --json.`,
  },
  dumbTerminal: {
    fr: fr`Ce terminal (TERM=dumb) ne peut pas afficher l'interface`,
    en: `This terminal (TERM=dumb) cannot show the interface`,
  },
  vaultKeyWhy: {
    fr: fr`Pour balayer d'ici, donnez la clé du coffre ; Entrée seule pour seulement regarder.`,
    en: `To scan from here, give the vault's key; Enter alone to look only.`,
  },
  vaultClosed: {
    fr: fr`Le coffre est resté fermé : sa clé n'a pas été donnée au démarrage`,
    en: `The vault stayed closed: its key was not given at the start`,
  },
  vaultClosedHint: {
    fr: fr`Quittez (q), relancez l'interface et donnez la clé ; ou nommez un fichier de clé dans cartable.yaml.`,
    en: `Leave (q), start the interface again and give the key; or name a key file in cartable.yaml.`,
  },
  tooSmall: {
    fr: (columns: string, rows: string) => fr`Fenêtre trop petite : ${columns} × ${rows}.`,
    en: (columns: string, rows: string) => `Window too small: ${columns} × ${rows}.`,
  },
  tooSmallHint: {
    fr: (columns: string, rows: string) => fr`Il en faut au moins ${columns} × ${rows}. q quitter`,
    en: (columns: string, rows: string) => `It takes at least ${columns} × ${rows}. q quit`,
  },
  'view-overview': { fr: fr`Aperçu`, en: `Overview` },
  'view-devices': { fr: 'Appareils', en: 'Devices' },
  'view-buildings': { fr: 'Immeubles', en: 'Buildings' },
  'view-scan': { fr: 'Balayage', en: 'Scan' },
  loading: { fr: fr`Lecture de la base…`, en: `Reading the database…` },
  reading: { fr: fr`Lecture…`, en: `Reading…` },
  position: {
    fr: (at: string, of: string) => fr`${at} de ${of}`,
    en: (at: string, of: string) => `${at} of ${of}`,
  },
  inAll: { fr: (all: string) => fr`${all} en tout`, en: (all: string) => `${all} in all` },
  filter: { fr: fr`Filtre :`, en: `Filter:` },
  sortedBy: { fr: (column: string) => fr`tri : ${column}`, en: (column: string) => `sorted by: ${column}` },
  nothingFound: {
    fr: (filter: string) => fr`Rien ne correspond à « ${filter} ».`,
    en: (filter: string) => `Nothing matches "${filter}".`,
  },
  clearHint: { fr: fr`Échap efface le filtre.`, en: `Esc clears the filter.` },
  more: {
    fr: (lines: string) => fr`${lines} ${accord(lines, 'autre ligne', 'autres lignes')} plus bas`,
    en: (lines: string) => `${lines} more ${agree(lines, 'line', 'lines')} below`,
  },
  quitAsk: {
    fr: fr`Un balayage est en cours. L'arrêter et quitter?`,
    en: `A scan is running. Stop it and quit?`,
  },
  quitting: { fr: fr`Fin du balayage en cours, puis fermeture…`, en: `Ending the scan, then closing…` },
  stopAsk: { fr: fr`Arrêter le balayage? Ce qui est lu est gardé.`, en: `Stop the scan? What was read is kept.` },
} as const

const overview = {
  devices: { fr: 'Appareils', en: 'Devices' },
  buildings: { fr: fr`Bande passante des immeubles`, en: `Bandwidth of buildings` },
  kinds: { fr: fr`Par nature`, en: `By kind` },
  standard: {
    fr: (profile: string, year: string) => fr`norme ${profile}, ${year}`,
    en: (profile: string, year: string) => `standard ${profile}, ${year}`,
  },
  lastScan: { fr: fr`Dernier balayage`, en: `Last scan` },
  scans: { fr: fr`Balayages`, en: `Scans` },
  toLookAt: { fr: fr`À regarder`, en: `To look at` },
  deviceCount: {
    fr: (n: string) => fr`${n} ${accord(n, 'appareil', 'appareils')}`,
    en: (n: string) => `${n} ${agree(n, 'device', 'devices')}`,
  },
  buildingCount: {
    fr: (n: string) => fr`${n} ${accord(n, 'immeuble', 'immeubles')}`,
    en: (n: string) => `${n} ${agree(n, 'building', 'buildings')}`,
  },
  nothingToLookAt: {
    fr: fr`Rien : tout répond, et tous les immeubles connus ont ce qu'il leur faut.`,
    en: `Nothing: everything answers, and all known buildings have what they need.`,
  },
  'level-critical': {
    fr: fr`critique : moins de la moitié du besoin arrive`,
    en: `critical: less than half of the need arrives`,
  },
  'level-short': { fr: fr`insuffisant : de 50 à 80 % du besoin`, en: `short: 50 to 80% of the need` },
  'level-tight': { fr: fr`juste : de 80 à 100 % du besoin`, en: `tight: 80 to 100% of the need` },
  'level-ok': { fr: fr`suffisant`, en: `sufficient` },
  'level-unlinked': {
    fr: fr`sans lien : aucun chemin vers un point de présence`,
    en: `unlinked: no path to a point of presence`,
  },
  'level-unknown': {
    fr: fr`inconnu : il manque un effectif, une capacité ou le fichier des liens`,
    en: `unknown: an enrolment, a capacity or the file of links is missing`,
  },
  noDatabase: { fr: fr`Aucune base de données pour l'instant.`, en: `No database yet.` },
  noDatabaseAt: {
    fr: (path: string) => fr`Elle sera créée ici : ${path}`,
    en: (path: string) => `It will be created here: ${path}`,
  },
  begin: { fr: fr`Pour commencer :`, en: `To begin:` },
  beginInit: {
    fr: fr`cartable initialiser             écrit un cartable.yaml commenté`,
    en: `cartable init                    writes a commented cartable.yaml`,
  },
  beginImport: {
    fr: fr`cartable importer schools f.csv  importe les écoles et leurs immeubles`,
    en: `cartable import schools f.csv    imports schools and their buildings`,
  },
  beginScan: {
    fr: fr`4, puis Entrée                   lance un balayage d'ici`,
    en: `4, then Enter                    starts a scan from here`,
  },
  noDevices: { fr: fr`Aucun appareil : rien n'a été balayé.`, en: `No device: nothing was scanned.` },
  noDevicesHint: { fr: fr`4, puis Entrée : balayer.`, en: `4, then Enter: scan.` },
  noBuildings: { fr: fr`Aucun immeuble importé.`, en: `No building imported.` },
  noBuildingsHint: {
    fr: fr`cartable importer schools <fichier>`,
    en: `cartable import schools <file>`,
  },
  noScan: { fr: fr`aucun encore`, en: `none yet` },
  ago: {
    fr: (amount: string, unit: 'minute' | 'hour' | 'day') =>
      fr`il y a ${amount} ${unit === 'minute' ? 'min' : unit === 'hour' ? 'h' : accord(amount, 'jour', 'jours')}`,
    en: (amount: string, unit: 'minute' | 'hour' | 'day') =>
      `${amount} ${unit === 'minute' ? 'min' : unit === 'hour' ? 'h' : agree(amount, 'day', 'days')} ago`,
  },
  justNow: { fr: fr`à l'instant`, en: `just now` },
  scanCounts: {
    fr: (addresses: string, read: string, failed: string) =>
      fr`${addressesFr(addresses)} : ${read} ${accord(read, 'lue', 'lues')}, ${failed} sans lecture`,
    en: (addresses: string, read: string, failed: string) =>
      `${addressesEn(addresses)}: ${read} read, ${failed} not read`,
  },
  readOf: {
    fr: (read: string, addresses: string) => fr`${read} ${accord(read, 'lue', 'lues')} sur ${addressesFr(addresses)}`,
    en: (read: string, addresses: string) => `${read} read out of ${addressesEn(addresses)}`,
  },
  underWay: {
    fr: (read: string, failed: string) =>
      fr`en cours : ${read} ${accord(read, 'lue', 'lues')}, ${failed} sans lecture jusqu'ici`,
    en: (read: string, failed: string) => `under way: ${read} read, ${failed} not read so far`,
  },
  brokenOff: {
    fr: (read: string) => fr`interrompu sans avoir fini; ${read} ${accord(read, 'lue gardée', 'lues gardées')}`,
    en: (read: string) => `broken off before its end; ${read} read and kept`,
  },
} as const

const cards = {
  namelessDevice: { fr: fr`(sans nom)`, en: `(no name)` },
  neverRead: {
    fr: fr`Rien n'a jamais été lu à cette adresse.`,
    en: `Nothing was ever read at this address.`,
  },
  lastReading: {
    fr: fr`Ce qui suit vient de la dernière lecture réussie.`,
    en: `What follows comes from the last reading that succeeded.`,
  },
  seenFirst: { fr: fr`Vu la première fois`, en: `First seen` },
  seenLast: { fr: fr`Vu la dernière fois`, en: `Last seen` },
  location: { fr: fr`Lieu déclaré`, en: `Stated location` },
  description: { fr: 'Description', en: 'Description' },
  neighbours: { fr: fr`Voisins`, en: `Neighbours` },
  port: { fr: 'Port', en: 'Port' },
  seenThere: { fr: fr`Vu au bout`, en: `At the other end` },
  remotePort: { fr: fr`Son port`, en: `Its port` },
  ratio: { fr: fr`Part ÷ besoin`, en: `Share ÷ demand` },
  answering: {
    fr: (answered: string, failed: string) => fr`${answered} ${accord(answered, 'lu', 'lus')}, ${failed} sans lecture`,
    en: (answered: string, failed: string) => `${answered} read, ${failed} not read`,
  },
  atLeast: { fr: fr`au moins`, en: `at least` },
  atMost: { fr: fr`au plus`, en: `at most` },
  estimated: { fr: fr`estimé`, en: `estimated` },
  singlePoint: {
    fr: fr`aucun lien de secours : un seul point de panne`,
    en: `no backup link: a single point of failure`,
  },
} as const

const scanning = {
  plan: { fr: fr`Balayer les réseaux connus`, en: `Scan the known networks` },
  planAddresses: {
    fr: (addresses: string, networks: string) =>
      fr`${addressesFr(addresses)}, dans ${networks} ${accord(networks, 'réseau', 'réseaux')}`,
    en: (addresses: string, networks: string) =>
      `${addressesEn(addresses)}, in ${networks} ${agree(networks, 'network', 'networks')}`,
  },
  planNetworks: { fr: fr`Réseaux`, en: `Networks` },
  planCredentials: { fr: fr`Accès, dans l'ordre`, en: `Credentials, in order` },
  planScope: { fr: (cidrs: string) => fr`vers ${cidrs} seulement`, en: (cidrs: string) => `to ${cidrs} only` },
  planPing: { fr: fr`Ping d'abord`, en: `Ping first` },
  planPingYes: {
    fr: fr`oui : seules les adresses qui répondent sont lues`,
    en: `yes: only addresses that answer are read`,
  },
  planPingNo: { fr: fr`non : chaque adresse est lue`, en: `no: every address is read` },
  planPace: { fr: 'Rythme', en: 'Pace' },
  planPaceValue: {
    fr: (packets: string) => fr`${packets} paquets par seconde au plus`,
    en: (packets: string) => `${packets} packets a second at most`,
  },
  planBlackout: { fr: fr`Heures exclues`, en: `Blackout hours` },
  planBlackoutNow: { fr: fr`en ce moment : rien ne serait envoyé`, en: `now: nothing would be sent` },
  planLeftOut: { fr: fr`Laissés de côté`, en: `Left out` },
  planLeftOutWhy: {
    fr: fr`plus de 16 millions d'adresses : « cartable balayer --targets … »`,
    en: `more than 16 million addresses: "cartable scan --targets …"`,
  },
  ask: {
    fr: (addresses: string, credentials: string) => fr`Interroger ${addressesFr(addresses)} avec ${credentials}?`,
    en: (addresses: string, credentials: string) => `Ask ${addressesEn(addresses)} with ${credentials}?`,
  },
  running: { fr: fr`Balayage en cours`, en: `Scan running` },
  stopping: { fr: fr`Arrêt : les lectures commencées se terminent…`, en: `Stopping: readings under way are ending…` },
  asked: {
    fr: (asked: string, all: string) => fr`${asked} / ${addressesFr(all)}`,
    en: (asked: string, all: string) => `${asked} / ${addressesEn(all)}`,
  },
  pace: {
    fr: (elapsed: string, rate: string) => fr`depuis ${elapsed} · ${rate} adresses par seconde`,
    en: (elapsed: string, rate: string) => `for ${elapsed} · ${rate} addresses a second`,
  },
  remaining: { fr: (left: string) => fr`encore ${left} environ`, en: (left: string) => `about ${left} left` },
  latest: { fr: fr`Derniers appareils lus`, en: `Latest devices read` },
  noneYet: { fr: fr`aucun pour l'instant`, en: `none yet` },
  ended: { fr: fr`Balayage terminé`, en: `Scan finished` },
  stopped: { fr: fr`Balayage arrêté : ce qui a été lu est gardé`, en: `Scan stopped: what was read is kept` },
  failed: { fr: fr`Le balayage a échoué`, en: `The scan failed` },
  history: { fr: fr`Balayages précédents`, en: `Previous scans` },
  elsewhere: {
    fr: fr`Un autre balayage semble en cours, lancé d'ailleurs :`,
    en: `Another scan seems to be running, started elsewhere:`,
  },
} as const

/** The terminal interface. */
export const tui = { ...frame, ...keys, ...overview, ...cards, ...scanning }
