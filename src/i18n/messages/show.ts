import { accord, fr } from '../typography.js'

/** What `show` says of one thing. */
export const show = {
  summary: {
    fr: fr`montre tout d'un appareil, d'une école, d'un immeuble ou d'un lien, et d'où on le tient`,
    en: `show all of a device, a school, a building or a link, and where it comes from`,
  },
  thingArgument: {
    fr: fr`adresse, numéro de série, nom, code ou lien`,
    en: `address, serial number, name, code or link`,
  },
  deprivation: { fr: fr`Défavorisation (rang 10 : la plus forte)`, en: `Deprivation (rank 10: the greatest)` },
  withheld: { fr: (name: string) => fr`${name} non diffusé`, en: (name: string) => `${name} withheld` },
  index: {
    fr: (name: string, value: string, decile: string) => fr`${name} ${value}, rang ${decile}`,
    en: (name: string, value: string, decile: string) => `${name} ${value}, rank ${decile}`,
  },
  equipment: { fr: fr`Équipement`, en: `Equipment` },
  spending: { fr: fr`Dépenses`, en: `Spending` },
  unitsEach: { fr: (n: string) => fr`${n} unités par article`, en: (n: string) => `${n} units each` },
  area: { fr: 'Superficie', en: 'Area' },
  establishment: { fr: fr`Établissement`, en: `Establishment` },
  establishments: { fr: fr`Établissements hors des organismes`, en: `Establishments outside of boards` },
  links: { fr: 'Liens', en: 'Links' },
  network: { fr: fr`Réseau`, en: `Network` },
  networks: { fr: fr`Réseaux`, en: `Networks` },
  burst: { fr: 'Pointe', en: 'Burst' },
  monthlyCost: { fr: fr`Coût mensuel`, en: `Monthly cost` },
  contractEnd: { fr: 'Fin du contrat', en: 'End of contract' },
  saidBy: { fr: fr`D'après`, en: `According to` },
  route: { fr: fr`Tracé`, en: `Route` },
  routePoints: { fr: (n: string) => fr`${n} points`, en: (n: string) => `${n} points` },
  territory: { fr: 'Territoire', en: 'Territory' },
  language: { fr: 'Langue', en: 'Language' },
  place: { fr: fr`Longitude, latitude`, en: `Longitude, latitude` },
  inventory: {
    fr: (file: string, line: string, on: string) => fr`À l'inventaire (${file}, ligne ${line}, dit le ${on})`,
    en: (file: string, line: string, on: string) => `In the inventory (${file}, line ${line}, told ${on})`,
  },
  mac: { fr: 'Adresses MAC', en: 'MAC addresses' },
  assetTag: { fr: fr`Étiquette`, en: `Asset tag` },
  name: { fr: 'Nom', en: 'Name' },
  lastContact: { fr: 'Dernier contact', en: 'Last contact' },
  user: { fr: 'Utilisateur', en: 'User' },
  email: { fr: 'Courriel', en: 'E-mail' },
  phone: { fr: fr`Téléphone`, en: `Phone` },
  personal: {
    fr: fr`Renseignements personnels (Loi 25) : pour qui en a besoin dans son travail, sans copie ni envoi.`,
    en: `Personal information (Loi 25): for those whose work needs it, not to be copied nor sent.`,
  },
  notFound: {
    fr: (thing: string) => fr`« ${thing} » n'est l'adresse, le nom ni le code de rien de connu`,
    en: (thing: string) => `"${thing}" is the address, name or code of nothing known`,
  },
  notFoundHint: {
    fr: fr`« cartable lister devices » (ou schools, buildings, wan-links, fleet…) montre ce qui est connu.`,
    en: `"cartable list devices" (or schools, buildings, wan-links, fleet…) shows what is known.`,
  },
  line: {
    fr: (label: string, value: string) => fr`${label} : ${value}`,
    en: (label: string, value: string) => `${label}: ${value}`,
  },
  evidence: { fr: (rule: string) => fr`(d'après ${rule})`, en: (rule: string) => `(from ${rule})` },
  profileEvidence: {
    fr: (id: string) => fr`(d'après le profil ${id})`,
    en: (id: string) => `(from profile ${id})`,
  },
  device: { fr: 'Appareil', en: 'Device' },
  vendor: { fr: 'Fabricant', en: 'Vendor' },
  model: { fr: fr`Modèle`, en: `Model` },
  version: { fr: 'Version', en: 'Version' },
  serial: { fr: fr`Numéro de série`, en: `Serial number` },
  kind: { fr: 'Nature', en: 'Kind' },
  building: { fr: 'Immeuble', en: 'Building' },
  status: { fr: fr`État`, en: `Status` },
  seen: {
    fr: (first: string, last: string) => fr`Vu du ${first} au ${last}`,
    en: (first: string, last: string) => `Seen from ${first} to ${last}`,
  },
  addresses: { fr: 'Adresses', en: 'Addresses' },
  address: { fr: 'Adresse', en: 'Address' },
  during: { fr: fr`Lecture interrompue à`, en: `Reading broke off at` },
  silentSince: {
    fr: (since: string, last: string, scan: string) =>
      fr`Ainsi depuis le ${since}; interrogée la dernière fois le ${last} (balayage ${scan})`,
    en: (since: string, last: string, scan: string) => `So since ${since}; last asked ${last} (scan ${scan})`,
  },
  credential: { fr: fr`Accès qui a déjà servi`, en: `Credential that once served` },
  lastDevice: { fr: fr`Dernier appareil lu ici`, en: `Last device read here` },
  neverRead: { fr: fr`aucun`, en: `none` },
  readThere: {
    fr: (name: string, last: string) => fr`${name}, vu la dernière fois le ${last}`,
    en: (name: string, last: string) => `${name}, last seen ${last}`,
  },
  components: { fr: 'Composants avec un numéro de série', en: 'Components with a serial number' },
  interfaces: {
    fr: (all: string, up: string) => fr`Interfaces : ${all}, dont ${up} ${accord(up, 'active', 'actives')}`,
    en: (all: string, up: string) => `Interfaces: ${all}, ${up} of them up`,
  },
  vlans: { fr: 'VLAN', en: 'VLANs' },
  ownAddresses: { fr: fr`Adresses de l'appareil lui-même`, en: `The device's own addresses` },
  aggregates: { fr: fr`Agrégats et leurs ports`, en: `Aggregates and their ports` },
  portVlans: { fr: fr`VLAN des ports`, en: `VLANs of ports` },
  vlanSet: {
    fr: (untagged: string, tagged: string) =>
      [
        ...(untagged === '' ? [] : [fr`sans étiquette ${untagged}`]),
        ...(tagged === '' ? [] : [fr`étiquetés ${tagged}`]),
      ].join('; '),
    en: (untagged: string, tagged: string) =>
      [...(untagged === '' ? [] : [`untagged ${untagged}`]), ...(tagged === '' ? [] : [`tagged ${tagged}`])].join('; '),
  },
  stpRoot: { fr: fr`Racine de l'arbre recouvrant`, en: `Root of the spanning tree` },
  stpPriority: { fr: (priority: string) => fr`priorité ${priority}`, en: (priority: string) => `priority ${priority}` },
  stpRootPort: { fr: fr`Port vers la racine`, en: `Port to the root` },
  stpBlocked: { fr: fr`Ports bloqués par l'arbre recouvrant`, en: `Ports that the spanning tree blocks` },
  sightings: {
    fr: (macs: string, addresses: string, last: string) =>
      fr`Vu derrière ses ports : ${macs} ${accord(macs, 'adresse MAC', 'adresses MAC')}; ${addresses} ${accord(addresses, 'adresse IP résolue', 'adresses IP résolues')}; la dernière fois le ${last}`,
    en: (macs: string, addresses: string, last: string) =>
      `Seen behind its ports: ${macs} MAC ${macs === '1' ? 'address' : 'addresses'}; ${addresses} resolved IP ${addresses === '1' ? 'address' : 'addresses'}; last time ${last}`,
  },
  supplies: { fr: 'Consommables', en: 'Supplies' },
  school: { fr: fr`École`, en: `School` },
  board: { fr: 'Organisme', en: 'Board' },
  buildings: { fr: 'Immeubles', en: 'Buildings' },
  schools: { fr: fr`Écoles`, en: `Schools` },
  enrolment: { fr: 'Effectif', en: 'Enrolment' },
  municipality: { fr: fr`Municipalité`, en: `Municipality` },
  demand: { fr: 'Besoin', en: 'Demand' },
  share: { fr: fr`Part reçue`, en: `Share` },
  level: { fr: 'Niveau', en: 'Level' },
  path: { fr: 'Chemin', en: 'Path' },
  bottleneck: { fr: fr`Goulot`, en: `Bottleneck` },
  why: { fr: 'Pourquoi', en: 'Why' },
  closing: { fr: fr`Pour combler l'écart`, en: `To close the gap` },
  raise: {
    fr: (link: string, from: string, to: string) => fr`porter ${link} de ${from} à ${to}`,
    en: (link: string, from: string, to: string) => `raise ${link} from ${from} to ${to}`,
  },
  shortfalls: { fr: fr`Équipement selon la règle`, en: `Equipment against the rule` },
  devices: {
    fr: (answered: string, failed: string) =>
      fr`Appareils : ${answered} ${accord(answered, 'lu', 'lus')}, ${failed} sans lecture`,
    en: (answered: string, failed: string) => `Devices: ${answered} read, ${failed} not read`,
  },
  link: { fr: 'Lien', en: 'Link' },
  ends: { fr: 'Bouts', en: 'Ends' },
  provider: { fr: 'Fournisseur', en: 'Provider' },
  capacity: { fr: fr`Capacité`, en: `Capacity` },
  load: { fr: 'Charge', en: 'Load' },
  measuredUse: { fr: fr`Usage mesuré (95e centile)`, en: `Measured use (95th percentile)` },
  headroom: { fr: fr`Marge mesurée`, en: `Measured headroom` },
  fullNow: { fr: (use: string) => fr`${use}, plein`, en: (use: string) => `${use}, full` },
  fullIn: {
    fr: (use: string, months: string) => fr`${use}, plein dans ${months} mois si la tendance dure`,
    en: (use: string, months: string) =>
      `${use}, full in ${months} ${months === '1' ? 'month' : 'months'} if the trend lasts`,
  },
  measuredOver: {
    fr: (days: string, since: string, until: string) =>
      fr`${days} ${accord(days, 'jour', 'jours')}, du ${since} au ${until}`,
    en: (days: string, since: string, until: string) =>
      `${days} ${days === '1' ? 'day' : 'days'}, from ${since} to ${until}`,
  },
  measuredDays: { fr: fr`Jours mesurés`, en: `Days measured` },
  medium: { fr: 'Support', en: 'Medium' },
  role: { fr: fr`Rôle`, en: `Role` },
  provenance: { fr: 'Provenance', en: 'Where it comes from' },
  origin: {
    fr: (what: string, file: string, lines: string, on: string, id: string) =>
      fr`${what} : ${file}, ${/\D/.test(lines) ? 'lignes' : 'ligne'} ${lines} (import ${id}, ${on})`,
    en: (what: string, file: string, lines: string, on: string, id: string) =>
      `${what}: ${file}, ${/\D/.test(lines) ? 'lines' : 'line'} ${lines} (import ${id}, ${on})`,
  },
} as const
