import { accord, agree, fr } from '../typography.js'

const warningsFr = (n: string): string => (n === '0' ? '' : fr` ${n} ${accord(n, 'point', 'points')} à voir.`)
const warningsEn = (n: string): string => (n === '0' ? '' : ` ${n} ${agree(n, 'thing', 'things')} to look at.`)

/** `doctor`: what is looked at, and how each thing is mended. */
export const doctor = {
  summary: {
    fr: fr`dit si le balayage de nuit se ferait, et comment réparer ce qui l'empêche`,
    en: `say whether the nightly scan would run, and how to mend what stands in its way`,
  },
  deviceOption: {
    fr: fr`appareil sur lequel essayer chaque accès`,
    en: `device to try each credential on`,
  },
  looking: { fr: fr`Examen en cours…`, en: `Looking…` },
  ok: { fr: 'bon', en: 'good' },
  warning: { fr: fr`à voir`, en: `look at` },
  failure: { fr: fr`échec`, en: `failure` },
  none: { fr: '—', en: '—' },
  wouldRun: {
    fr: (warnings: string) => fr`Le balayage de nuit se ferait.${warningsFr(warnings)}`,
    en: (warnings: string) => `The nightly scan would run.${warningsEn(warnings)}`,
  },
  wouldFail: {
    fr: (failures: string, warnings: string) =>
      fr`Le balayage de nuit échouerait : ${failures} ${accord(failures, 'échec', 'échecs')} à réparer.${warningsFr(warnings)}`,
    en: (failures: string, warnings: string) =>
      `The nightly scan would fail: ${failures} ${agree(failures, 'failure', 'failures')} to mend.${warningsEn(warnings)}`,
  },
  node: {
    fr: (version: string, least: string) => fr`Node.js ${version} (au moins ${least})`,
    en: (version: string, least: string) => `Node.js ${version} (at least ${least})`,
  },
  nodeOld: {
    fr: (version: string, least: string) => fr`Node.js ${version} est trop ancien : il faut au moins ${least}`,
    en: (version: string, least: string) => `Node.js ${version} is too old: at least ${least} is needed`,
  },
  nodeOldMend: {
    fr: (least: string) =>
      fr`Installez Node.js ${least} ou plus récent (Debian 13 : apt-get install nodejs ; sinon nodejs.org).`,
    en: (least: string) => `Install Node.js ${least} or later (Debian 13: apt-get install nodejs; else nodejs.org).`,
  },
  languageData: {
    fr: fr`Données linguistiques : le français du Canada est là`,
    en: `Language data: French as written in Canada is there`,
  },
  noLanguageData: {
    fr: fr`Ce Node.js n'a pas les données du français du Canada : nombres et dates seront à l'américaine`,
    en: `This Node.js has no data for French as written in Canada: numbers and dates will be as in the United States`,
  },
  noLanguageDataMend: {
    fr: fr`Installez un Node.js complet (full-icu), comme ceux de Debian et de nodejs.org.`,
    en: `Install a complete Node.js (full-icu), such as those of Debian and nodejs.org.`,
  },
  terminal: {
    fr: (locale: string) => fr`Terminal en UTF-8 (${locale})`,
    en: (locale: string) => `Terminal in UTF-8 (${locale})`,
  },
  notUtf8: {
    fr: (locale: string) => fr`La locale ${locale} n'est pas en UTF-8 : les accents peuvent s'afficher de travers`,
    en: (locale: string) => `The locale ${locale} is not in UTF-8: accents may come out wrong`,
  },
  notUtf8Mend: {
    fr: fr`Par exemple « export LANG=fr_CA.UTF-8 » (ou C.UTF-8) ; les fichiers écrits sont en UTF-8 de toute façon.`,
    en: `For instance "export LANG=en_CA.UTF-8" (or C.UTF-8); the files written are in UTF-8 in any case.`,
  },
  clock: { fr: (now: string) => fr`Horloge : ${now}`, en: (now: string) => `Clock: ${now}` },
  clockOld: {
    fr: (now: string) => fr`L'horloge retarde : elle dit ${now}, et le programme a été écrit plus tard`,
    en: (now: string) => `The clock is slow: it says ${now}, and the program was written later`,
  },
  clockBack: {
    fr: (now: string, last: string) =>
      fr`L'horloge retarde, ou elle a avancé un jour : elle dit ${now}, et le dernier balayage est du ${last}`,
    en: (now: string, last: string) =>
      `The clock is slow, or was fast one day: it says ${now}, and the last scan is of ${last}`,
  },
  clockMend: {
    fr: fr`Mettez l'horloge à l'heure (« timedatectl set-ntp true ») : ce qui est vu est daté par elle.`,
    en: `Set the clock ("timedatectl set-ntp true"): what is seen is dated by it.`,
  },
  zone: { fr: (zone: string) => fr`Fuseau horaire : ${zone}`, en: (zone: string) => `Time zone: ${zone}` },
  zoneUtc: {
    fr: (zone: string, hours: string) =>
      fr`Le fuseau horaire est ${zone} : la plage sans balayage ${hours} n'est pas à l'heure des écoles`,
    en: (zone: string, hours: string) =>
      `The time zone is ${zone}: the blackout hours ${hours} are not at the schools' time`,
  },
  zoneUtcMend: {
    fr: fr`« timedatectl set-timezone America/Montreal », ou TZ=America/Montreal dans le service.`,
    en: `"timedatectl set-timezone America/Montreal", or TZ=America/Montreal in the service.`,
  },
  synchronized: { fr: fr`Horloge synchronisée (NTP)`, en: `Clock synchronized (NTP)` },
  notSynchronized: { fr: fr`L'horloge n'est pas synchronisée (NTP)`, en: `The clock is not synchronized (NTP)` },
  notSynchronizedMend: {
    fr: fr`« timedatectl set-ntp true », ou un serveur de temps permis par le pare-feu.`,
    en: `"timedatectl set-ntp true", or a time server that the firewall allows.`,
  },
  configuration: {
    fr: (path: string) => fr`Configuration valide : ${path}`,
    en: (path: string) => `Configuration valid: ${path}`,
  },
  noConfiguration: {
    fr: fr`Il n'y a pas de cartable.yaml ici ni plus haut`,
    en: `There is no cartable.yaml here or above`,
  },
  noConfigurationMend: {
    fr: fr`« cartable initialiser » en écrit un, commenté ; ou donnez --config.`,
    en: `"cartable init" writes one, with comments; or give --config.`,
  },
  configurationMode: {
    fr: (path: string) => fr`La configuration ${path} peut être changée par d'autres que son propriétaire`,
    en: (path: string) => `The configuration ${path} can be changed by others than its owner`,
  },
  configurationModeMend: {
    fr: (path: string) => fr`« chmod go-w ${path} » : elle dit où vont les secrets.`,
    en: (path: string) => `"chmod go-w ${path}": it says where secrets go.`,
  },
  targets: {
    fr: (networks: string, addresses: string) =>
      fr`À balayer : ${networks} ${accord(networks, 'réseau', 'réseaux')}, ${addresses} ${accord(addresses, 'adresse', 'adresses')}`,
    en: (networks: string, addresses: string) =>
      `To scan: ${networks} ${agree(networks, 'network', 'networks')}, ${addresses} ${agree(addresses, 'address', 'addresses')}`,
  },
  noTargets: {
    fr: fr`Rien à balayer : aucun réseau dans la configuration, ni importé`,
    en: `Nothing to scan: no network in the configuration, nor imported`,
  },
  noTargetsMend: {
    fr: fr`Remplissez « networks » dans cartable.yaml, ou importez-les : « cartable importer networks reseaux.csv ».`,
    en: `Fill "networks" in cartable.yaml, or import them: "cartable import networks networks.csv".`,
  },
  tooLarge: {
    fr: (cidr: string) => fr`Le réseau ${cidr} compte plus de 16 millions d'adresses : le balayage le laisse de côté`,
    en: (cidr: string) => `The network ${cidr} holds more than 16 million addresses: the scan leaves it out`,
  },
  tooLargeMend: {
    fr: fr`Donnez des réseaux plus petits ; en IPv6, donnez à --targets les adresses une à une.`,
    en: `Give smaller networks; for IPv6, give --targets the addresses one by one.`,
  },
  blackout: {
    fr: (hours: string, left: string) => fr`Plage sans balayage ${hours} : il reste ${left} h par jour d'école`,
    en: (hours: string, left: string) => `Blackout hours ${hours}: ${left} h are left of a school day`,
  },
  blackoutAll: {
    fr: (hours: string, left: string) =>
      fr`La plage sans balayage ${hours} ne laisse que ${left} ${accord(left, 'minute', 'minutes')} par jour d'école`,
    en: (hours: string, left: string) =>
      `The blackout hours ${hours} leave only ${left} ${agree(left, 'minute', 'minutes')} of a school day`,
  },
  blackoutMend: {
    fr: fr`Raccourcissez « blackout » dans cartable.yaml, par exemple "07:30-16:30".`,
    en: `Shorten "blackout" in cartable.yaml, for instance "07:30-16:30".`,
  },
  profile: {
    fr: (id: string) => fr`Norme de bande passante : ${id}`,
    en: (id: string) => `Bandwidth standard: ${id}`,
  },
  rules: { fr: (id: string) => fr`Règles d'équipement : ${id}`, en: (id: string) => `Equipment rules: ${id}` },
  scopeEmpty: {
    fr: (name: string) =>
      fr`L'accès « ${name} » n'est envoyé nulle part : ses réseaux et ceux de ses secrets n'ont rien en commun`,
    en: (name: string) =>
      `The credential "${name}" is sent nowhere: its networks and those of its secrets have nothing in common`,
  },
  scopeEmptyMend: {
    fr: fr`Accordez « networks » dans cartable.yaml avec ceux du coffre (« cartable acces lister »).`,
    en: `Bring "networks" in cartable.yaml and those of the vault together ("cartable credentials list").`,
  },
  credentialUnansweredMend: {
    fr: (address: string) =>
      fr`Si ${address} devrait répondre à cet accès, comparez l'utilisateur, la communauté ou la clé avec ceux de l'appareil ; sinon, il n'y a rien à faire.`,
    en: (address: string) =>
      `If ${address} should answer this credential, compare the user, the community or the key with the device's; else there is nothing to do.`,
  },
  device: {
    fr: (address: string) => fr`L'appareil ${address} se lit`,
    en: (address: string) => `The device ${address} can be read`,
  },
  deviceUnread: {
    fr: (address: string) => fr`L'appareil ${address} ne répond à aucun accès de la configuration`,
    en: (address: string) => `The device ${address} answers no credential of the configuration`,
  },
  deviceUnreadMend: {
    fr: fr`Vérifiez que SNMP y est activé, que cette machine est dans sa liste d'accès, que le pare-feu laisse passer le port UDP 161, puis chaque accès ci-dessus.`,
    en: `Check that SNMP is on there, that this machine is in its access list, that the firewall lets UDP port 161 through, then each credential above.`,
  },
  vault: {
    fr: (path: string, count: string) => fr`Le coffre ${path} s'ouvre : ${count} ${accord(count, 'secret', 'secrets')}`,
    en: (path: string, count: string) => `The vault ${path} opens: ${count} ${agree(count, 'secret', 'secrets')}`,
  },
  vaultTyped: {
    fr: (path: string) => fr`La clé du coffre ${path} se tape : la nuit, personne n'est là pour le faire`,
    en: (path: string) => `The key of the vault ${path} is typed: at night nobody is there to do it`,
  },
  vaultTypedMend: {
    fr: fr`« cartable acces renouveler --key-file ./acces.cle » lui donne une clé en fichier (mode 0600), et montre la ligne à mettre dans cartable.yaml.`,
    en: `"cartable credentials rotate --key-file ./acces.cle" gives it a key in a file (mode 0600), and shows the line to put in cartable.yaml.`,
  },
  vaultCost: {
    fr: fr`La clé du coffre s'essaie trop vite (scrypt, N en dessous de 2^16)`,
    en: `The vault's key is tried too fast (scrypt, N below 2^16)`,
  },
  vaultCostMend: {
    fr: fr`« cartable acces renouveler --key » récrit le coffre au coût voulu.`,
    en: `"cartable credentials rotate --key" rewrites the vault at the cost that is wanted.`,
  },
  coreFiles: {
    fr: fr`Ce programme ne peut pas laisser de fichier core, où un secret pourrait être`,
    en: `This program cannot leave a core file, in which a secret could be`,
  },
  coreFilesHold: {
    fr: fr`Ce programme peut laisser un fichier core, où un morceau de secret pourrait être`,
    en: `This program can leave a core file, in which a piece of a secret could be`,
  },
  coreFilesMend: {
    fr: fr`« ulimit -c 0 » avant de le lancer, LimitCORE=0 dans le service systemd, ou « apt-get install util-linux » (prlimit).`,
    en: `"ulimit -c 0" before starting it, LimitCORE=0 in the systemd service, or "apt-get install util-linux" (prlimit).`,
  },
  ping: { fr: fr`ping a le droit d'envoyer`, en: `ping has the right to send` },
  pingSilent: {
    fr: fr`Cette machine ne répond pas à son propre ping : il est filtré, ou ping ne fonctionne pas`,
    en: `This machine does not answer its own ping: it is filtered, or ping does not work`,
  },
  pingSilentMend: {
    fr: fr`Essayez « ping -c1 127.0.0.1 » ; si le ping est filtré partout, balayez avec --no-ping.`,
    en: `Try "ping -c1 127.0.0.1"; if ping is filtered everywhere, scan with --no-ping.`,
  },
  fping: { fr: (version: string) => fr`fping ${version} est là`, en: (version: string) => `fping ${version} is there` },
  fpingMute: {
    fr: (version: string) => fr`fping ${version} est là, mais n'a pas le droit d'envoyer`,
    en: (version: string) => `fping ${version} is there, but has no right to send`,
  },
  fpingMuteMend: {
    fr: fr`« setcap cap_net_raw+ep » sur fping, ou AmbientCapabilities=CAP_NET_RAW dans le service. Rien n'échoue sans lui.`,
    en: `"setcap cap_net_raw+ep" on fping, or AmbientCapabilities=CAP_NET_RAW in the service. Nothing fails without it.`,
  },
  noFping: {
    fr: fr`fping n'est pas installé : chaque adresse est essayée par un ping de son côté`,
    en: `fping is not installed: each address is tried by a ping of its own`,
  },
  noFpingMend: {
    fr: fr`« apt-get install fping » : il essaie tout un réseau à lui seul. Rien n'échoue sans lui.`,
    en: `"apt-get install fping": it tries a whole network by itself. Nothing fails without it.`,
  },
  udp: {
    fr: (port: number) => fr`UDP : une prise s'ouvre, envoie et reçoit (les agents sont interrogés au port ${port})`,
    en: (port: number) => `UDP: a socket opens, sends and receives (agents are asked at port ${port})`,
  },
  noUdp: {
    fr: (code: string) => fr`Aucune prise UDP ne peut envoyer et recevoir (${code}) : SNMP ne fonctionnerait pas`,
    en: (code: string) => `No UDP socket can send and receive (${code}): SNMP would not work`,
  },
  noUdpMend: {
    fr: fr`Regardez le pare-feu de cette machine, et les limites du service (RestrictAddressFamilies, IPAddressDeny).`,
    en: `Look at this machine's firewall, and the service's limits (RestrictAddressFamilies, IPAddressDeny).`,
  },
  folder: {
    fr: (path: string) => fr`On peut écrire dans le dossier de la base, ${path}`,
    en: (path: string) => `The database's folder, ${path}, can be written to`,
  },
  noFolder: {
    fr: (path: string) => fr`Le dossier de la base n'existe pas : ${path}`,
    en: (path: string) => `The database's folder does not exist: ${path}`,
  },
  noFolderMend: {
    fr: (path: string) => fr`« mkdir -p ${path} », ou corrigez « database » dans cartable.yaml.`,
    en: (path: string) => `"mkdir -p ${path}", or mend "database" in cartable.yaml.`,
  },
  notWritable: {
    fr: (path: string) => fr`Ce compte ne peut pas écrire dans ${path}`,
    en: (path: string) => `This account cannot write to ${path}`,
  },
  notWritableMend: {
    fr: fr`Donnez-lui ce droit (chown), ou changez « database » ; la base écrit aussi des fichiers à côté d'elle.`,
    en: `Give it the right (chown), or change "database"; the database also writes files beside itself.`,
  },
  disk: {
    fr: (free: string) => fr`${free} Mo libres sur le disque de la base`,
    en: (free: string) => `${free} MB free on the database's disk`,
  },
  diskShort: {
    fr: (free: string, needed: string) =>
      fr`${free} Mo libres sur le disque de la base ; il en faudrait ${needed} (une mise à jour la copie d'abord)`,
    en: (free: string, needed: string) =>
      `${free} MB free on the database's disk; ${needed} would be right (an upgrade copies it first)`,
  },
  diskFull: {
    fr: (free: string) =>
      fr`Il ne reste que ${free} Mo sur le disque de la base : un balayage ne pourrait pas s'écrire`,
    en: (free: string) => `Only ${free} MB are left on the database's disk: a scan could not be written`,
  },
  diskMend: {
    fr: fr`Libérez de la place (les anciennes copies « .bak » d'abord), ou mettez la base sur un autre disque.`,
    en: `Free some space (old ".bak" copies first), or put the database on another disk.`,
  },
  database: {
    fr: (path: string) => fr`La base s'ouvre : ${path}`,
    en: (path: string) => `The database opens: ${path}`,
  },
  databaseAbsent: {
    fr: (path: string) => fr`La base ${path} n'existe pas encore : le premier balayage la crée`,
    en: (path: string) => `The database ${path} does not exist yet: the first scan makes it`,
  },
  schema: { fr: fr`La base est à jour pour cette version`, en: `The database is up to date for this version` },
  schemaOlder: {
    fr: fr`La base est d'une version plus ancienne`,
    en: `The database is of an earlier version`,
  },
  schemaOlderMend: {
    fr: fr`Rien à faire : la prochaine commande la met à jour, après en avoir fait une copie à côté.`,
    en: `Nothing to do: the next command brings it up to date, after making a copy beside it.`,
  },
  integrity: { fr: fr`La base est entière`, en: `The database is whole` },
  damaged: {
    fr: (what: string) => fr`La base est endommagée (${what})`,
    en: (what: string) => `The database is damaged (${what})`,
  },
  timer: {
    fr: (id: string, next: string) => fr`Minuterie ${id} : prochain balayage ${next}`,
    en: (id: string, next: string) => `Timer ${id}: next scan ${next}`,
  },
  noTimer: {
    fr: fr`Aucune minuterie systemd ne lance le balayage la nuit`,
    en: `No systemd timer starts the scan at night`,
  },
  noTimerMend: {
    fr: fr`« sudo cartable planifier --install » ; si cron ou un autre s'en charge, il n'y a rien à faire.`,
    en: `"sudo cartable schedule --install"; if cron or another does it, there is nothing to do.`,
  },
  cron: {
    fr: (path: string) => fr`cron lance le balayage (${path})`,
    en: (path: string) => `cron starts the scan (${path})`,
  },
  sampleTimer: {
    fr: (id: string) => fr`Minuterie ${id} : le trafic est mesuré`,
    en: (id: string) => `Timer ${id}: the traffic is measured`,
  },
  noSampleTimer: {
    fr: fr`Des interfaces sont nommées sous « wan », et rien ne lance « cartable mesurer » toutes les 5 minutes`,
    en: `Interfaces are named under "wan", and nothing runs "cartable sample" every 5 minutes`,
  },
  noSampleTimerMend: {
    fr: fr`« sudo cartable planifier --install » ; si cron ou un autre s'en charge, il n'y a rien à faire.`,
    en: `"sudo cartable schedule --install"; if cron or another does it, there is nothing to do.`,
  },
  serviceAlone: {
    fr: (name: string, service: string) =>
      fr`Accès « ${name} » : systemd ne donne son secret qu'à ${service}; il ne peut pas être essayé d'ici`,
    en: (name: string, service: string) =>
      `Credential "${name}": systemd gives its secret to ${service} alone; it cannot be tried from here`,
  },
  serviceAloneKey: {
    fr: (path: string, service: string) =>
      fr`systemd ne donne la clé du coffre ${path} qu'à ${service}; il ne peut pas être ouvert d'ici`,
    en: (path: string, service: string) =>
      `systemd gives the key of the vault ${path} to ${service} alone; it cannot be opened from here`,
  },
  serviceAloneMend: {
    fr: (path: string) =>
      fr`Pour l'essayer : « sudo systemd-run --pipe --wait -p User=cartable -p LoadCredential=snmp:/etc/cartable/secrets cartable --config ${path} diagnostic », avec le User et les LoadCredential du service.`,
    en: (path: string) =>
      `To try it: "sudo systemd-run --pipe --wait -p User=cartable -p LoadCredential=snmp:/etc/cartable/secrets cartable --config ${path} doctor", with the service's own User and LoadCredential.`,
  },
  timerStopped: {
    fr: (id: string) => fr`La minuterie ${id} est arrêtée`,
    en: (id: string) => `The timer ${id} is stopped`,
  },
  timerStoppedMend: {
    fr: (id: string) => fr`« systemctl enable --now ${id} ».`,
    en: (id: string) => `"systemctl enable --now ${id}".`,
  },
  timerInBlackout: {
    fr: (id: string, next: string, hours: string) =>
      fr`La minuterie ${id} part le ${next}, dans la plage sans balayage ${hours} : rien ne serait interrogé`,
    en: (id: string, next: string, hours: string) =>
      `The timer ${id} starts on ${next}, in the blackout hours ${hours}: nothing would be asked`,
  },
  timerInBlackoutMend: {
    fr: (id: string) =>
      fr`« systemctl edit ${id} » pour changer OnCalendar, ou changez « blackout » dans cartable.yaml.`,
    en: (id: string) => `"systemctl edit ${id}" to change OnCalendar, or change "blackout" in cartable.yaml.`,
  },
  wan: {
    fr: (count: string) =>
      fr`« wan » nomme ${count} ${accord(count, 'interface', 'interfaces')}, et l'inventaire ${accord(count, "l'a", 'les a')}`,
    en: (count: string) =>
      `"wan" names ${count} ${agree(count, 'interface', 'interfaces')}, and the inventory has ${agree(count, 'it', 'them')}`,
  },
  wanNoDevice: {
    fr: (device: string, ifName: string) =>
      fr`« wan » nomme ${ifName} de ${device}, et l'inventaire n'a pas cet appareil : rien n'y est mesuré`,
    en: (device: string, ifName: string) =>
      `"wan" names ${ifName} of ${device}, and the inventory has no such device: nothing is measured there`,
  },
  wanNoDeviceMend: {
    fr: fr`Écrivez sous « wan » son adresse, sa série ou son nom, comme « cartable lister devices » les donne; ou balayez-le.`,
    en: `Under "wan", write its address, serial number or name as "cartable list devices" gives them; or scan it.`,
  },
  wanNoPort: {
    fr: (device: string, ifName: string) =>
      fr`« wan » nomme ${ifName} de ${device}, qui n'a pas de port de ce nom : rien n'y est mesuré`,
    en: (device: string, ifName: string) =>
      `"wan" names ${ifName} of ${device}, which has no port of that name: nothing is measured there`,
  },
  wanNoPortMend: {
    fr: (device: string) =>
      fr`Écrivez sous « wan » son ifName ou son ifDescr, comme « cartable lister interfaces » les donne pour ${device}.`,
    en: (device: string) =>
      `Under "wan", write its ifName or its ifDescr as "cartable list interfaces" gives them for ${device}.`,
  },
  wanNoLink: {
    fr: (id: string) => fr`« wan » nomme le lien ${id}, qui n'est pas importé`,
    en: (id: string) => `"wan" names the link ${id}, which is not imported`,
  },
  wanNoLinkMend: {
    fr: fr`Écrivez le code que donne « cartable lister wan-links », ou importez le lien.`,
    en: `Write the id that "cartable list wan-links" gives, or import the link.`,
  },
} as const
