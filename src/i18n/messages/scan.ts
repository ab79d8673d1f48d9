import { accord, agree, fr } from '../typography.js'

const addressesFr = (n: string): string => fr`${n} ${accord(n, 'adresse', 'adresses')}`
const addressesEn = (n: string): string => `${n} ${agree(n, 'address', 'addresses')}`

/** The scan: its targets, its progress and what it found. */
export const scan = {
  summary: {
    fr: fr`balaie les réseaux : qui répond, ce que c'est, à quoi c'est relié`,
    en: `scan the networks: who answers, what it is, what it is linked to`,
  },
  targetsOption: {
    fr: fr`adresses, plages (a-b), réseaux (CIDR) et noms d'hôte, séparés par des virgules ; @fichier les lit d'un fichier`,
    en: `addresses, ranges (a-b), networks (CIDR) and host names, separated by commas; @file reads them from a file`,
  },
  excludeOption: {
    fr: fr`adresses, plages et réseaux à ne pas interroger, en plus de ceux de la configuration ; @fichier les lit d'un fichier`,
    en: `addresses, ranges and networks not to ask, beside those of the configuration; @file reads them from a file`,
  },
  noPingOption: {
    fr: fr`cherche qui répond en SNMP à chaque adresse, sans ping préalable`,
    en: `look for who answers SNMP at every address, without a ping first`,
  },
  waitOption: {
    fr: fr`attend la fin d'un autre balayage, et celle des heures exclues, au lieu de s'arrêter`,
    en: `wait for the end of another scan, and of blackout hours, instead of stopping`,
  },
  waiting: {
    fr: (until: string) => fr`Heures sans balayage : rien n'est envoyé jusqu'à ${until}.`,
    en: (until: string) => `Blackout hours: nothing is sent until ${until}.`,
  },
  endpointsOption: {
    fr: fr`lit aussi quelle machine est derrière quel port (tables de commutation et ARP)`,
    en: `also read which machine is behind which port (forwarding tables and ARP)`,
  },
  dryRunOption: {
    fr: fr`montre ce qui serait interrogé, sans rien envoyer`,
    en: `show what would be asked, without sending anything`,
  },
  wouldAsk: {
    fr: (addresses: string, credentials: string) =>
      fr`Serait interrogé : ${addressesFr(addresses)}, avec ces accès, dans l'ordre : ${credentials}. Rien n'a été envoyé.`,
    en: (addresses: string, credentials: string) =>
      `Would ask ${addressesEn(addresses)}, with these credentials, in order: ${credentials}. Nothing was sent.`,
  },
  anotherRuns: {
    fr: fr`Un autre balayage travaille déjà sur cette base de données`,
    en: `Another scan already works on this database`,
  },
  anotherRunsHint: {
    fr: fr`Laissez-le finir, ou ajoutez --wait pour commencer quand il aura fini.`,
    en: `Let it end, or add --wait to begin when it has.`,
  },
  resumeOption: {
    fr: fr`reprend le dernier balayage, interrompu ou tué, là où il en était`,
    en: `go on with the last scan, interrupted or killed, where it stood`,
  },
  crawlOption: {
    fr: fr`suit les voisins (LLDP, CDP) et les tables ARP, dans les réseaux connus seulement`,
    en: `follow neighbours (LLDP, CDP) and ARP tables, within known networks only`,
  },
  nothingToResume: {
    fr: fr`Rien à reprendre : le dernier balayage est allé à sa fin.`,
    en: `Nothing to resume: the last scan went to its end.`,
  },
  resuming: {
    fr: (scan: string, since: string) =>
      fr`Reprise du balayage ${scan}, commencé le ${since} : ce qui a été lu n'est pas relu.`,
    en: (scan: string, since: string) => `Resuming scan ${scan}, begun ${since}: what was read is not read again.`,
  },
  resumeAlone: {
    fr: fr`--resume reprend un balayage tel qu'il a été demandé : sans --targets, --crawl ni --exclude`,
    en: `--resume goes on with a scan as it was asked: without --targets, --crawl nor --exclude`,
  },
  resumeAloneHint: {
    fr: fr`Lancez « cartable balayer --resume », ou un nouveau balayage sans --resume.`,
    en: `Run "cartable scan --resume", or a new scan without --resume.`,
  },
  noTargets: {
    fr: fr`Rien à balayer : ni --targets, ni réseaux dans la configuration ou importés`,
    en: `Nothing to scan: neither --targets, nor networks configured or imported`,
  },
  noTargetsHint: {
    fr: fr`Donnez --targets 10.20.0.0/24, ou remplissez « networks » dans cartable.yaml.`,
    en: `Give --targets 10.20.0.0/24, or fill "networks" in cartable.yaml.`,
  },
  noCredentials: {
    fr: fr`Aucun accès SNMP n'est configuré`,
    en: `No SNMP credential is configured`,
  },
  noCredentialsHint: {
    fr: fr`Ajoutez « credentials » à cartable.yaml ; « cartable initialiser » en montre un exemple.`,
    en: `Add "credentials" to cartable.yaml; "cartable init" shows an example.`,
  },
  badTarget: {
    fr: (text: string) => fr`« ${text} » n'est ni une adresse, ni une plage, ni un réseau, ni un nom`,
    en: (text: string) => `"${text}" is neither an address, nor a range, nor a network, nor a name`,
  },
  badTargetHint: {
    fr: fr`On attend par exemple 10.20.0.5, 10.20.0.1-10.20.0.20 ou 10.20.0.0/24.`,
    en: `Examples: 10.20.0.5, 10.20.0.1-10.20.0.20, 10.20.0.0/24.`,
  },
  badExclusion: {
    fr: (text: string) => fr`À exclure : « ${text} » n'est ni une adresse, ni une plage, ni un réseau`,
    en: (text: string) => `To exclude: "${text}" is neither an address, nor a range, nor a network`,
  },
  allExcluded: {
    fr: fr`Rien à balayer : tout ce qui est demandé est exclu`,
    en: `Nothing to scan: all that is asked for is excluded`,
  },
  allExcludedHint: {
    fr: fr`Voyez « exclude » sous « scan » dans cartable.yaml, et --exclude.`,
    en: `See "exclude" under "scan" in cartable.yaml, and --exclude.`,
  },
  unknownName: {
    fr: (name: string, code: string) => fr`Aucune adresse pour le nom « ${name} »${code === '' ? '' : fr` (${code})`}`,
    en: (name: string, code: string) => `No address for the name "${name}"${code === '' ? '' : ` (${code})`}`,
  },
  unknownNameHint: {
    fr: fr`Vérifiez le nom et le serveur DNS de cette machine, ou donnez l'adresse.`,
    en: `Check the name and this machine's DNS server, or give the address.`,
  },
  targetTooLarge: {
    fr: (text: string) => fr`« ${text} » compte plus de 16 millions d'adresses`,
    en: (text: string) => `"${text}" holds more than 16 million addresses`,
  },
  networkLeftOut: {
    fr: (cidr: string) =>
      fr`Réseau ${cidr} laissé de côté : il compte plus de 16 millions d'adresses. Donnez à --targets celles qu'il faut interroger.`,
    en: (cidr: string) =>
      `Network ${cidr} left out: it holds more than 16 million addresses. Give --targets those to ask.`,
  },
  targetTooLargeHint: {
    fr: fr`Donnez des réseaux plus petits ; en IPv6, donnez les adresses une à une.`,
    en: `Give smaller networks; for IPv6, give the addresses one by one.`,
  },
  pingUnavailable: {
    fr: (why: string) => fr`Le ping ne peut pas servir sur cette machine (${why})`,
    en: (why: string) => `Ping cannot be used on this machine (${why})`,
  },
  pingUnavailableHint: {
    fr: fr`Installez-le (apt-get install fping, ou iputils-ping) ou donnez-lui son droit (setcap cap_net_raw+ep /usr/bin/fping, ou /usr/bin/ping) ; sinon relancez avec --no-ping.`,
    en: `Install it (apt-get install fping, or iputils-ping) or give it its right (setcap cap_net_raw+ep /usr/bin/fping, or /usr/bin/ping); else run again with --no-ping.`,
  },
  progress: {
    fr: (asked: string, all: string, found: string, read: string, failed: string) =>
      fr`Balayage : ${asked} / ${all} · ${found} ${accord(found, 'trouvée', 'trouvées')} · ${read} ${accord(read, 'lue', 'lues')} · ${failed} en échec`,
    en: (asked: string, all: string, found: string, read: string, failed: string) =>
      `Scan: ${asked} / ${all} · ${found} found · ${read} read · ${failed} failed`,
  },
  pace: {
    fr: (perSecond: string, left: string) => fr` · ${perSecond}/s · reste ${left}`,
    en: (perSecond: string, left: string) => ` · ${perSecond}/s · ${left} left`,
  },
  done: {
    fr: (addresses: string, seconds: string) =>
      fr`${addressesFr(addresses)} ${accord(addresses, 'interrogée', 'interrogées')} en ${seconds} s`,
    en: (addresses: string, seconds: string) => `${addressesEn(addresses)} asked in ${seconds} s`,
  },
  read: {
    fr: (answered: string, partial: string) =>
      fr`  ${answered} ${accord(answered, 'lue', 'lues')}${partial === '0' ? '' : fr`, dont ${partial} en partie`}`,
    en: (answered: string, partial: string) =>
      `  ${answered} read${partial === '0' ? '' : `, ${partial} of them in part`}`,
  },
  devices: {
    fr: (fresh: string, changed: string, missing: string) =>
      fr`  ${fresh} ${accord(fresh, 'appareil nouveau', 'appareils nouveaux')}, ${changed} ${accord(changed, 'changé', 'changés')}, ${missing} qui ne ${accord(missing, 'répond', 'répondent')} plus`,
    en: (fresh: string, changed: string, missing: string) =>
      `  ${fresh} new ${agree(fresh, 'device', 'devices')}, ${changed} changed, ${missing} no longer answering`,
  },
  changes: {
    fr: (count: string) =>
      fr`  ${count} ${accord(count, 'changement', 'changements')} : « cartable changements » les dit`,
    en: (count: string) => `  ${count} ${agree(count, 'change', 'changes')}: "cartable changes" tells them`,
  },
  reason: {
    fr: (count: string, text: string) => fr`  ${addressesFr(count)} : ${text}`,
    en: (count: string, text: string) => `  ${addressesEn(count)}: ${text}`,
  },
  sent: {
    fr: (packets: string, kilobytes: string) =>
      fr`  ${packets} ${accord(packets, 'paquet envoyé', 'paquets envoyés')}, ${kilobytes} ko`,
    en: (packets: string, kilobytes: string) =>
      `  ${packets} ${agree(packets, 'packet', 'packets')} sent, ${kilobytes} kB`,
  },
  interrupted: {
    fr: fr`Interrompu : ce qui a été lu est enregistré.`,
    en: `Interrupted: what was read is saved.`,
  },
} as const
