import type { FleetReason, RowClass, ThingClass } from '../../model/fleet.js'
import { accord, agree, fr } from '../typography.js'

type About = readonly string[]

/** What the kept row says otherwise, after the row that repeats it is told. */
function otherwiseFr([, , status = '', school = '']: About): string {
  const says = status === '' ? '' : fr`, qui dit « ${status} »`
  return school === '' ? says : fr`${says}, à l'école ${school}`
}

function otherwiseEn([, , status = '', school = '']: About): string {
  const says = status === '' ? '' : `, which says "${status}"`
  return school === '' ? says : `${says}, in school ${school}`
}

/** Why a row or a device is in its class, by code. `about` is already worded: dates, statuses. */
const reasons = {
  'serial-of-device': {
    fr: ([serial = '', object = '', device = '']: About) => fr`no de série « ${serial} » = ${object} de ${device}`,
    en: ([serial = '', object = '', device = '']: About) => `serial "${serial}" = ${object} of ${device}`,
  },
  'serial-of-component': {
    fr: ([serial = '', object = '', part = '', device = '']: About) =>
      fr`no de série « ${serial} » = ${object} (${part}) de ${device}`,
    en: ([serial = '', object = '', part = '', device = '']: About) =>
      `serial "${serial}" = ${object} (${part}) of ${device}`,
  },
  'serial-not-seen': {
    fr: ([serial = '']: About) => fr`rien de ce qui a été vu n'a le no de série « ${serial} »`,
    en: ([serial = '']: About) => `nothing that was seen has serial "${serial}"`,
  },
  'mac-of-device': {
    fr: ([mac = '', device = '']: About) => fr`MAC ${mac} = châssis de ${device}`,
    en: ([mac = '', device = '']: About) => `MAC ${mac} = chassis of ${device}`,
  },
  'mac-of-interface': {
    fr: ([mac = '', name = '', device = '']: About) => fr`MAC ${mac} = interface ${name} de ${device}`,
    en: ([mac = '', name = '', device = '']: About) => `MAC ${mac} = interface ${name} of ${device}`,
  },
  'mac-heard': {
    fr: ([mac = '', protocol = '', port = '', device = '']: About) =>
      fr`MAC ${mac} entendue par ${protocol} au port ${port} de ${device}`,
    en: ([mac = '', protocol = '', port = '', device = '']: About) =>
      `MAC ${mac} heard by ${protocol} on port ${port} of ${device}`,
  },
  'mac-not-seen': {
    fr: (about: About) => fr`rien de ce qui a été vu n'a la MAC ${about.join(fr` ou `)}`,
    en: (about: About) => `nothing that was seen has MAC ${about.join(' or ')}`,
  },
  'mac-agrees': {
    fr: ([mac = '']: About) => fr`la MAC ${mac} concorde`,
    en: ([mac = '']: About) => `MAC ${mac} agrees`,
  },
  'maker-agrees': {
    fr: ([model = '', read = '']: About) => fr`le modèle « ${model} » concorde avec « ${read} »`,
    en: ([model = '', read = '']: About) => `model "${model}" agrees with "${read}"`,
  },
  'serial-differs': {
    fr: ([told = '', read = '']: About) => fr`mais son no de série lu est « ${read} », et non « ${told} »`,
    en: ([told = '', read = '']: About) => `but the serial it tells is "${read}", not "${told}"`,
  },
  'mac-elsewhere': {
    fr: ([mac = '', device = '']: About) => fr`mais la MAC ${mac} est celle de ${device}`,
    en: ([mac = '', device = '']: About) => `but MAC ${mac} is that of ${device}`,
  },
  'placeholder-serial': {
    fr: ([serial = '']: About) => fr`« ${serial} » n'est pas un no de série`,
    en: ([serial = '']: About) => `"${serial}" is no serial number`,
  },
  'placeholder-mac': {
    fr: ([mac = '']: About) => fr`la MAC ${mac} n'est celle d'aucun appareil`,
    en: ([mac = '']: About) => `MAC ${mac} is no device's`,
  },
  'local-mac': {
    fr: ([mac = '']: About) => fr`la MAC ${mac} est donnée par un logiciel, peut-être au hasard`,
    en: ([mac = '']: About) => `MAC ${mac} was given by software, perhaps at random`,
  },
  'shared-mac': {
    fr: ([mac = '', rows = '']: About) =>
      fr`la MAC ${mac} est sur ${rows} lignes de nos de série différents (un adaptateur, sans doute) : elle ne désigne rien`,
    en: ([mac = '', rows = '']: About) =>
      `MAC ${mac} is on ${rows} rows of different serials (an adapter, no doubt): it tells nothing`,
  },
  'short-serial': {
    fr: ([serial = '', device = '']: About) =>
      fr`« ${serial} » est court, et ni la MAC ni le modèle ne confirment que c'est ${device}`,
    en: ([serial = '', device = '']: About) =>
      `"${serial}" is short, and neither MAC nor model confirms that it is ${device}`,
  },
  several: {
    fr: ([told = '', ...devices]: About) => fr`« ${told} » est à plusieurs appareils : ${devices.join(', ')}`,
    en: ([told = '', ...devices]: About) => `"${told}" is that of several devices: ${devices.join(', ')}`,
  },
  'nothing-to-match': {
    fr: (_about: About) => fr`ni no de série ni MAC à chercher`,
    en: (_about: About) => `neither serial nor MAC to look for`,
  },
  'last-seen': {
    fr: ([at = '', days = '']: About) =>
      days === '0' ? fr`vu le ${at}` : fr`vu le ${at}, il y a ${days} ${accord(days, 'jour', 'jours')}`,
    en: ([at = '', days = '']: About) =>
      days === '0' ? `seen ${at}` : `seen ${at}, ${days} ${agree(days, 'day', 'days')} ago`,
  },
  'school-silent': {
    fr: ([school = '']: About) => fr`rien d'autre n'a été vu à l'école ${school} : ses réseaux sont-ils balayés ?`,
    en: ([school = '']: About) => `nothing else was seen in school ${school}: are its networks scanned?`,
  },
  'last-contact': {
    fr: ([at = '']: About) => fr`selon le parc, dernier contact le ${at}`,
    en: ([at = '']: About) => `last contact ${at}, by the inventory`,
  },
  status: {
    fr: ([status = '']: About) => fr`« ${status} » au parc`,
    en: ([status = '']: About) => `"${status}" in the inventory`,
  },
  'in-building': {
    fr: ([building = '']: About) => fr`immeuble ${building}`,
    en: ([building = '']: About) => `building ${building}`,
  },
  'in-other-building': {
    fr: ([building = '', school = '', ...buildings]: About) =>
      fr`immeuble ${building}, qui n'est pas de l'école ${school} (${buildings.join(', ')})`,
    en: ([building = '', school = '', ...buildings]: About) =>
      `building ${building}, which is not school ${school}'s (${buildings.join(', ')})`,
  },
  'building-unknown': {
    fr: ([device = '']: About) => fr`immeuble inconnu : aucun réseau donné ne contient ${device}`,
    en: ([device = '']: About) => `building unknown: no network given holds ${device}`,
  },
  'building-said': {
    fr: (_about: About) => fr`immeuble donné par une personne, et non par un réseau`,
    en: (_about: About) => `building given by a person, not by a network`,
  },
  'school-without-building': {
    fr: ([building = '', school = '']: About) => fr`immeuble ${building}; ceux de l'école ${school} ne sont pas connus`,
    en: ([building = '', school = '']: About) => `building ${building}; those of school ${school} are not known`,
  },
  'same-serial': {
    fr: (about: About) => fr`même no de série que ${about[0] ?? ''}:${about[1] ?? ''}${otherwiseFr(about)}`,
    en: (about: About) => `same serial as ${about[0]}:${about[1]}${otherwiseEn(about)}`,
  },
  'same-mac': {
    fr: (about: About) => fr`même MAC que ${about[0] ?? ''}:${about[1] ?? ''}${otherwiseFr(about)}`,
    en: (about: About) => `same MAC as ${about[0]}:${about[1]}${otherwiseEn(about)}`,
  },
  'same-device': {
    fr: (about: About) => fr`même appareil que ${about[0] ?? ''}:${about[1] ?? ''}${otherwiseFr(about)}`,
    en: (about: About) => `same device as ${about[0]}:${about[1]}${otherwiseEn(about)}`,
  },
  'same-row': {
    fr: (about: About) => fr`même ligne que ${about[0] ?? ''}:${about[1] ?? ''}${otherwiseFr(about)}`,
    en: (about: About) => `same row as ${about[0]}:${about[1]}${otherwiseEn(about)}`,
  },
  'not-in-inventory': {
    fr: ([device = '']: About) => fr`aucune ligne du parc n'est ${device}`,
    en: ([device = '']: About) => `no row of the inventory is ${device}`,
  },
  'heard-only': {
    fr: ([protocol = '', port = '', device = '']: About) =>
      fr`entendu par ${protocol} au port ${port} de ${device}, sans répondre lui-même`,
    en: ([protocol = '', port = '', device = '']: About) =>
      `heard by ${protocol} on port ${port} of ${device}, without answering itself`,
  },
  'may-be': {
    fr: ([device = '', file = '?', line = '?']: About) => fr`${device} est peut-être l'appareil de ${file}:${line}`,
    en: ([device = '', file = '?', line = '?']: About) => `${device} may be the device of ${file}:${line}`,
  },
} as const satisfies Record<
  FleetReason['code'],
  { readonly fr: (about: About) => string; readonly en: (about: About) => string }
>

/** What each class means, in the summary; `days` is the threshold. */
const classes = {
  'row-seen': {
    fr: (days: string) => fr`vues depuis ${days} j au plus, là où le parc le dit`,
    en: (days: string) => `seen in the last ${days} d, where the inventory says`,
  },
  'row-not-seen': {
    fr: (days: string) => fr`en service, mais pas vues depuis ${days} j`,
    en: (days: string) => `in use, but not seen for ${days} d`,
  },
  'row-elsewhere': {
    fr: (_days: string) => fr`vues dans un immeuble qui n'est pas de leur école`,
    en: (_days: string) => `seen in a building that is not their school's`,
  },
  'row-alive': {
    fr: (_days: string) => fr`hors service, perdues, volées ou en stock, mais vues`,
    en: (_days: string) => `broken, retired, lost, stolen or in stock, yet seen`,
  },
  'row-idle': {
    fr: (_days: string) => fr`hors service, perdues, volées ou en stock, et pas vues`,
    en: (_days: string) => `broken, retired, lost, stolen or in stock, and not seen`,
  },
  'row-duplicated': {
    fr: (_days: string) => fr`même appareil qu'une autre ligne`,
    en: (_days: string) => `same device as another row`,
  },
  'row-ambiguous': {
    fr: (_days: string) => fr`plusieurs appareils vus pourraient l'être`,
    en: (_days: string) => `several devices seen could be it`,
  },
  'row-unidentified': {
    fr: (_days: string) => fr`ni numéro de série ni MAC utilisable`,
    en: (_days: string) => `no usable serial number or MAC`,
  },
  'thing-matched': {
    fr: (_days: string) => fr`désignés par une ligne`,
    en: (_days: string) => `told by a row`,
  },
  'thing-possible': {
    fr: (_days: string) => fr`désignés, peut-être, par une ligne`,
    en: (_days: string) => `told, perhaps, by a row`,
  },
  'thing-unknown': {
    fr: (days: string) => fr`absents du parc, vus depuis ${days} j au plus`,
    en: (days: string) => `not in the inventory, seen in the last ${days} d`,
  },
  'thing-past': {
    fr: (days: string) => fr`absents du parc, et pas vus depuis ${days} j`,
    en: (days: string) => `not in the inventory, not seen for ${days} d`,
  },
  'thing-ignored': {
    fr: (_days: string) => fr`absents du parc, laissés de côté par une personne`,
    en: (_days: string) => `not in the inventory, left out by a person`,
  },
} as const satisfies Record<
  `row-${RowClass}` | `thing-${ThingClass}`,
  { readonly fr: (days: string) => string; readonly en: (days: string) => string }
>

const rowsFr = (n: string): string => fr`${n} ${accord(n, 'ligne', 'lignes')}`
const rowsEn = (n: string): string => `${n} ${agree(n, 'row', 'rows')}`
const devicesFr = (n: string): string => fr`${n} ${accord(n, 'appareil', 'appareils')}`
const devicesEn = (n: string): string => `${n} ${agree(n, 'device', 'devices')}`

const command = {
  summary: {
    fr: fr`vérifie le parc importé contre ce qui a été vu sur le réseau`,
    en: `check the imported fleet against what was seen on the network`,
  },
  whatArgument: { fr: fr`ce qu'il faut vérifier`, en: `what to check` },
  daysOption: {
    fr: fr`jours après lesquels un appareil compte comme pas vu`,
    en: `days after which a device counts as not seen`,
  },
  classOption: {
    fr: fr`classes à énumérer, séparées par des virgules, ou all`,
    en: `classes to list, separated by commas, or all`,
  },
  classDefault: {
    fr: fr`le sommaire, ou all dans un fichier et en JSON`,
    en: `the summary, or all in a file and in JSON`,
  },
  schoolOption: { fr: fr`cette école seulement (code)`, en: `this school only (code)` },
  badDays: {
    fr: (text: string) => fr`« ${text} » n'est pas un nombre de jours`,
    en: (text: string) => `"${text}" is not a number of days`,
  },
  badDaysHint: {
    fr: fr`Écrivez un nombre entier de 1 à 36500, par exemple 30.`,
    en: `Write a whole number from 1 to 36500, for instance 30.`,
  },
  badClass: {
    fr: (text: string) => fr`La classe « ${text} » n'existe pas`,
    en: (text: string) => `There is no class "${text}"`,
  },
  badClassHint: {
    fr: (known: string) => fr`Classes : ${known}.`,
    en: (known: string) => `Classes: ${known}.`,
  },
  noFleet: { fr: fr`Aucun parc n'est importé`, en: `No fleet is imported` },
  noFleetHint: {
    fr: fr`Importez l'inventaire d'abord : cartable importer fleet parc.csv`,
    en: `Import the inventory first: cartable import fleet fleet.csv`,
  },
  unknownSchool: {
    fr: (code: string) => fr`Rien n'est connu de l'école « ${code} » : ni immeuble, ni ligne du parc`,
    en: (code: string) => `Nothing is known of school "${code}": no building, no row of the fleet`,
  },
  unknownSchoolHint: {
    fr: fr`« cartable lister schools » donne les codes.`,
    en: `"cartable list schools" gives the codes.`,
  },
  title: {
    fr: (at: string, scan: string | null) =>
      scan === null ? fr`Parc au ${at}` : fr`Parc au ${at}, dernier balayage le ${scan}`,
    en: (at: string, scan: string | null) => (scan === null ? `Fleet at ${at}` : `Fleet at ${at}, last scan ${scan}`),
  },
  rows: { fr: (n: string) => fr`${rowsFr(n)} au parc`, en: (n: string) => `${rowsEn(n)} in the inventory` },
  devices: {
    fr: (n: string) => fr`${devicesFr(n)} sur le réseau`,
    en: (n: string) => `${devicesEn(n)} on the network`,
  },
  adds: { fr: fr`Le compte est juste :`, en: `It adds up:` },
  rowSum: {
    fr: (rows: string, sum: string) => fr`  ${rowsFr(rows)} = ${sum}`,
    en: (rows: string, sum: string) => `  ${rowsEn(rows)} = ${sum}`,
  },
  deviceSum: {
    fr: (devices: string, sum: string) => fr`  ${devicesFr(devices)} = ${sum}`,
    en: (devices: string, sum: string) => `  ${devicesEn(devices)} = ${sum}`,
  },
  noScan: {
    fr: fr`Aucun balayage n'a encore été fait : rien n'a pu être vu. Lancez « cartable balayer ».`,
    en: `No scan has been made yet: nothing could be seen. Run "cartable scan".`,
  },
  oldScan: {
    fr: (at: string) => fr`Le dernier balayage date du ${at} : ce qui n'a pas été vu depuis n'a pas été cherché.`,
    en: (at: string) => `The last scan was on ${at}: what was not seen since was not looked for.`,
  },
  unread: {
    fr: (count: string) =>
      fr`${count} ${accord(count, 'adresse répond', 'adresses répondent')} sans qu'on ait pu y lire d'appareil (cartable lister devices) : une ligne « pas vue » peut y être.`,
    en: (count: string) =>
      `${count} ${agree(count, 'address answers', 'addresses answer')} but no device could be read there (cartable list devices): a row that was not seen may be one.`,
  },
  reach: {
    fr: fr`Vu : lu par SNMP, ou entendu d'un voisin (LLDP, CDP). Un portable ou une tablette ne fait souvent ni l'un ni l'autre.`,
    en: `Seen: read by SNMP, or heard by a neighbour (LLDP, CDP). A laptop or a tablet often does neither.`,
  },
  more: {
    fr: (line: string) => fr`Pour voir les lignes d'une classe, et pourquoi : ${line}`,
    en: (line: string) => `To see the rows of a class, and why: ${line}`,
  },
} as const

/** The audit of a fleet: classes, reasons, and the command's own texts. */
export const fleet = { ...reasons, ...classes, ...command }
