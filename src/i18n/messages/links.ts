import type { LinkConflictCode } from '../../model/link.js'
import { fr } from '../typography.js'

/** What a conflict says: where it is, and what else is told. */
type Conflict = (where: string, about: string) => string

const conflicts = {
  'several-on-port': {
    fr: (where, about) =>
      fr`${where} a aussi un lien vers ${about} : un appareil entre eux les relaie, ou l'un n'y est plus`,
    en: (where, about) =>
      `${where} also has a link to ${about}: a device in between relays them, or one is no longer there`,
  },
  'far-side-differs': {
    fr: (where, about) => fr`à ${where}, l'appareil dit voir plutôt ${about}`,
    en: (where, about) => `at ${where}, the device says that it sees ${about} instead`,
  },
  'port-differs': {
    fr: (where, about) => fr`l'autre bout dit que ce n'est pas ${where}, mais le port ${about}`,
    en: (where, about) => `the other end says that it is not ${where}, but port ${about}`,
  },
  'device-ambiguous': {
    fr: (_where, about) => fr`plusieurs appareils ont l'identifiant annoncé : ${about}`,
    en: (_where, about) => `several devices have the identifier told: ${about}`,
  },
  'name-only': {
    fr: (_where, about) =>
      fr`l'appareil n'est reconnu qu'à son nom (${about}), et un nom se copie avec une configuration`,
    en: (_where, about) =>
      `the device is recognised by its name alone (${about}), and names are copied with configurations`,
  },
  'identity-differs': {
    fr: (where, about) => fr`l'adresse et l'identifiant annoncés ne sont pas du même appareil (${where}, ${about})`,
    en: (where, about) => `the address and the identifier told are not of the same device (${where}, ${about})`,
  },
  'paired-in-order': {
    fr: () =>
      fr`plusieurs liens vont d'un appareil à l'autre, et aucun ne dit quels ports vont ensemble : ils sont appariés dans l'ordre`,
    en: () =>
      `several links go between the two, and neither says which ports belong together: they are paired in order`,
  },
  'port-unmatched': {
    fr: (where, about) => fr`le port annoncé (${about}) ne désigne aucun port de ${where}, ou en désigne plusieurs`,
    en: (where, about) => `the port told (${about}) is no port of ${where}, or could be several`,
  },
  'far-port-differs': {
    fr: (where, about) => fr`plusieurs ports de ${where} sont annoncés au même bout : ${about}`,
    en: (where, about) => `several ports of ${where} are told at the same end: ${about}`,
  },
  'name-differs': {
    fr: (where, about) => fr`le nom annoncé (${about}) n'est pas celui de ${where}`,
    en: (where, about) => `the name told (${about}) is not that of ${where}`,
  },
  loop: {
    fr: () => fr`l'appareil s'entend lui-même : une boucle`,
    en: () => `the device hears itself: a loop`,
  },
  'speed-differs': {
    fr: (_where, about) => fr`les deux bouts n'ont pas la même vitesse : ${about}`,
    en: (_where, about) => `the two ends run at different speeds: ${about}`,
  },
  'duplex-differs': {
    fr: () => fr`un bout est en duplex intégral, l'autre en semi-duplex`,
    en: () => `one end is full duplex, the other half duplex`,
  },
} as const satisfies Record<LinkConflictCode, { readonly fr: Conflict; readonly en: Conflict }>

/** What is said of a link between two devices. */
export const links = {
  ...conflicts,
  title: { fr: 'Liens', en: 'Links' },
  end: { fr: (which: string) => fr`Bout ${which}`, en: (which: string) => `End ${which}` },
  notOurs: { fr: fr`pas un appareil connu`, en: `no known device` },
  port: { fr: (port: string) => fr`port ${port}`, en: (port: string) => `port ${port}` },
  confidence: { fr: 'Confiance', en: 'Confidence' },
  speed: { fr: 'Vitesse', en: 'Speed' },
  evidence: { fr: fr`Qui le dit`, en: `Who says so` },
  both: {
    fr: (protocol: string, when: string) => fr`${protocol}, les deux bouts, le ${when}`,
    en: (protocol: string, when: string) => `${protocol}, both ends, on ${when}`,
  },
  oneEnd: {
    fr: (protocol: string, who: string, when: string) => fr`${protocol}, ${who} seulement, le ${when}`,
    en: (protocol: string, who: string, when: string) => `${protocol}, ${who} only, on ${when}`,
  },
  told: { fr: fr`Annoncé`, en: `Told` },
  chassis: { fr: (id: string) => fr`châssis ${id}`, en: (id: string) => `chassis ${id}` },
  toldPort: { fr: (id: string) => fr`port ${id}`, en: (id: string) => `port ${id}` },
  conflicts: { fr: fr`Ce qui ne concorde pas`, en: `What does not fit` },
} as const
