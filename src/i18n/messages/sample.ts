import type { UnknownRate, WanRule } from '../../model/traffic.js'
import { accord, agree, fr } from '../typography.js'

type Text = { readonly fr: string; readonly en: string }

const unknowns = {
  'unknown-first': { fr: fr`première lecture`, en: `first reading` },
  'unknown-not-told': { fr: fr`l'appareil ne donne pas ses compteurs`, en: `the device does not tell its counters` },
  'unknown-renumbered': {
    fr: fr`l'interface a changé de numéro : le prochain balayage la retrouvera`,
    en: `the interface has another number now: the next scan will find it again`,
  },
  'unknown-restart': { fr: fr`l'appareil a redémarré entre-temps`, en: `the device has restarted in between` },
  'unknown-discontinuity': {
    fr: fr`l'interface a recommencé à compter entre-temps`,
    en: `the interface has counted anew in between`,
  },
  'unknown-clock': {
    fr: fr`l'horloge de l'appareil et celle de cette machine ne s'accordent pas`,
    en: `the device's clock and this machine's do not agree`,
  },
  'unknown-width': { fr: fr`les compteurs ont changé de largeur`, en: `the counters have another width now` },
  'unknown-wrap': {
    fr: fr`compteur de 32 bits : il peut avoir fait plus d'un tour`,
    en: `32-bit counter: it may have gone round more than once`,
  },
  'unknown-over-speed': {
    fr: fr`plus que l'interface ne peut porter : le compte a recommencé, ou la vitesse annoncée est fausse`,
    en: `more than the interface can carry: the count began anew, or the speed that it tells is wrong`,
  },
} as const satisfies Record<`unknown-${UnknownRate}`, Text>

const rules = {
  'rule-configuration': { fr: () => fr`nommée dans la configuration`, en: () => `named in the configuration` },
  'rule-alias': { fr: (about) => fr`alias « ${about} »`, en: (about) => `alias "${about}"` },
  'rule-neighbour-building': {
    fr: (about) => fr`voisin d'un autre immeuble, ${about}`,
    en: (about) => `neighbour in another building, ${about}`,
  },
  'rule-neighbour-outside': {
    fr: (about) => fr`routeur voisin hors de l'inventaire, ${about}`,
    en: (about) => `neighbouring router outside the inventory, ${about}`,
  },
  'rule-only-link': {
    fr: (about) => fr`${about} est le seul lien de l'immeuble`,
    en: (about) => `${about} is the building's only link`,
  },
} as const satisfies Record<`rule-${WanRule}`, { fr(about: string): string; en(about: string): string }>

/** `sample`, and measured traffic wherever it is told. */
export const sample = {
  ...unknowns,
  ...rules,
  summary: {
    fr: fr`mesure le trafic des interfaces qui sortent des immeubles; à lancer toutes les 5 minutes`,
    en: `measure the traffic of interfaces that lead out of buildings; to be run every 5 minutes`,
  },
  running: { fr: fr`Une autre mesure de cette base est en cours`, en: `Another sample of this database is under way` },
  runningHint: {
    fr: fr`Rien à faire : elle finit en moins de cinq minutes.`,
    en: `Nothing to do: it ends within five minutes.`,
  },
  done: {
    fr: (interfaces: string, devices: string, read: string, rates: string) =>
      fr`${interfaces} ${accord(interfaces, 'interface', 'interfaces')} de ${devices} ${accord(devices, 'appareil', 'appareils')} : ${read} ${accord(read, 'lue', 'lues')}, ${rates} ${accord(rates, 'débit connu', 'débits connus')}.`,
    en: (interfaces: string, devices: string, read: string, rates: string) =>
      `${interfaces} ${agree(interfaces, 'interface', 'interfaces')} of ${devices} ${agree(devices, 'device', 'devices')}: ${read} read, ${rates} ${agree(rates, 'rate', 'rates')} known.`,
  },
  noRate: {
    fr: (count: string, why: string) => fr`  ${count} sans débit : ${why}`,
    en: (count: string, why: string) => `  ${count} without a rate: ${why}`,
  },
  silent: {
    fr: (address: string) => fr`${address} n'a pas répondu`,
    en: (address: string) => `${address} did not answer`,
  },
  summarised: { fr: (day: string) => fr`Journée résumée : ${day}`, en: (day: string) => `Day summarised: ${day}` },
  none: {
    fr: fr`Aucune interface connue ne sort de son immeuble : il n'y a rien à mesurer.`,
    en: `No known interface leads out of its building: there is nothing to measure.`,
  },
  noneHint: {
    fr: fr`Nommez-les sous « wan » dans cartable.yaml (aliasPattern, interfaces), puis balayez.`,
    en: `Name them under "wan" in cartable.yaml (aliasPattern, interfaces), then scan.`,
  },
  unmatched: {
    fr: (named: string) => fr`« wan » nomme ${named}, qu'aucun balayage n'a vu`,
    en: (named: string) => `"wan" names ${named}, which no scan has seen`,
  },
  unknownLink: {
    fr: (id: string) => fr`« wan » nomme le lien ${id}, qui n'est pas importé`,
    en: (id: string) => `"wan" names the link ${id}, which is not imported`,
  },
  title: { fr: fr`Trafic mesuré`, en: `Measured traffic` },
  port: {
    fr: (port: string, link: string, why: string) => fr`${port}${link === '' ? '' : ` → ${link}`} (${why})`,
    en: (port: string, link: string, why: string) => `${port}${link === '' ? '' : ` → ${link}`} (${why})`,
  },
  last: {
    fr: (at: string, received: string, sent: string) => fr`  ${at} : reçoit ${received}, envoie ${sent}`,
    en: (at: string, received: string, sent: string) => `  ${at}: receives ${received}, sends ${sent}`,
  },
  lastUnknown: {
    fr: (at: string, why: string) => fr`  ${at} : débit inconnu, ${why}`,
    en: (at: string, why: string) => `  ${at}: rate unknown, ${why}`,
  },
  day: {
    fr: (day: string, received: string, sent: string, samples: string, expected: string) =>
      fr`  ${day}, 95e centile : reçoit ${received}, envoie ${sent} (${samples} mesures sur ${expected})`,
    en: (day: string, received: string, sent: string, samples: string, expected: string) =>
      `  ${day}, 95th percentile: receives ${received}, sends ${sent} (${samples} samples of ${expected})`,
  },
  dayMean: {
    fr: (day: string, received: string, sent: string) =>
      fr`  ${day}, moyenne seulement : reçoit ${received}, envoie ${sent} (aucune mesure de 5 minutes)`,
    en: (day: string, received: string, sent: string) =>
      `  ${day}, mean alone: receives ${received}, sends ${sent} (no 5-minute sample)`,
  },
  at: {
    fr: (device: string, port: string, end: string) => fr`${device}, ${port}${end === '' ? '' : ` (${end})`}`,
    en: (device: string, port: string, end: string) => `${device}, ${port}${end === '' ? '' : ` (${end})`}`,
  },
  notYet: { fr: fr`  pas encore mesuré`, en: `  not measured yet` },
  ofCapacity: {
    fr: (rate: string, percent: string, capacity: string) => fr`${rate} (${percent} de ${capacity})`,
    en: (rate: string, percent: string, capacity: string) => `${rate} (${percent} of ${capacity})`,
  },
  downAndUp: {
    fr: (down: string, up: string) => fr`↓ ${down}, ↑ ${up}`,
    en: (down: string, up: string) => `↓ ${down}, ↑ ${up}`,
  },
  receivesAndSends: {
    fr: (received: string, sent: string) => fr`reçoit ${received}, envoie ${sent}`,
    en: (received: string, sent: string) => `receives ${received}, sends ${sent}`,
  },
  linkDay: {
    fr: (day: string, flows: string, samples: string, expected: string) =>
      fr`  ${day}, 95e centile : ${flows}; ${samples} mesures sur ${expected}`,
    en: (day: string, flows: string, samples: string, expected: string) =>
      `  ${day}, 95th percentile: ${flows}; ${samples} samples of ${expected}`,
  },
  linkDayMean: {
    fr: (day: string, flows: string) => fr`  ${day}, moyenne seulement : ${flows}; aucune mesure de 5 minutes`,
    en: (day: string, flows: string) => `  ${day}, mean alone: ${flows}; no 5-minute sample`,
  },
  tooFew: {
    fr: fr`    moins de la moitié de la journée est mesurée`,
    en: `    less than half of the day is measured`,
  },
} as const
