import type { ChangeKind } from '../../model/change.js'
import { accord, agree, fr } from '../typography.js'

type Text = { readonly fr: string; readonly en: string }

/** What happened to a device or a part of it, in a few words: `version 9.1 → 9.2`. Absent parts are empty text. */
const events = {
  appeared: {
    fr: (model: string) => fr`vu pour la première fois${model === '' ? '' : ` (${model})`}`,
    en: (model: string) => `seen for the first time${model === '' ? '' : ` (${model})`}`,
  },
  returned: {
    fr: (last: string) => fr`répond de nouveau (absent depuis le ${last})`,
    en: (last: string) => `answers again (away since ${last})`,
  },
  vanished: {
    fr: (last: string) => fr`ne répond plus (vu le ${last})`,
    en: (last: string) => `no longer answers (last seen ${last})`,
  },
  replaced: {
    fr: (was: string, is: string, member: string) =>
      fr`${member === '' ? 'appareil remplacé' : `membre remplacé (${member})`}, série ${was} → ${is}`,
    en: (was: string, is: string, member: string) =>
      `${member === '' ? 'device replaced' : `member replaced (${member})`}, serial ${was} → ${is}`,
  },
  moved: {
    fr: (was: string, is: string) => fr`déplacé de l'immeuble ${was} à l'immeuble ${is}`,
    en: (was: string, is: string) => `moved from building ${was} to building ${is}`,
  },
  addressChanged: {
    fr: (was: string, is: string) => fr`adresse ${was} → ${is}`,
    en: (was: string, is: string) => `address ${was} → ${is}`,
  },
  renamed: {
    fr: (was: string, is: string) => fr`nom ${was} → ${is}`,
    en: (was: string, is: string) => `name ${was} → ${is}`,
  },
  upgraded: {
    fr: (was: string, is: string) => fr`version ${was} → ${is}`,
    en: (was: string, is: string) => `version ${was} → ${is}`,
  },
  memberLost: {
    fr: (serial: string, name: string) => fr`membre perdu, série ${serial}${name === '' ? '' : ` (${name})`}`,
    en: (serial: string, name: string) => `member lost, serial ${serial}${name === '' ? '' : ` (${name})`}`,
  },
  memberAdded: {
    fr: (serial: string, name: string) => fr`membre ajouté, série ${serial}${name === '' ? '' : ` (${name})`}`,
    en: (serial: string, name: string) => `member added, serial ${serial}${name === '' ? '' : ` (${name})`}`,
  },
  neighbourLost: {
    fr: (port: string, name: string) => fr`port ${port}, voisin perdu : ${name}`,
    en: (port: string, name: string) => `port ${port}, neighbour lost: ${name}`,
  },
  neighbourFound: {
    fr: (port: string, name: string) => fr`port ${port}, nouveau voisin : ${name}`,
    en: (port: string, name: string) => `port ${port}, new neighbour: ${name}`,
  },
  interfaceDown: { fr: (port: string) => fr`port ${port} tombé`, en: (port: string) => `port ${port} went down` },
  interfaceUp: { fr: (port: string) => fr`port ${port} rétabli`, en: (port: string) => `port ${port} came up` },
  wanLinkDown: {
    fr: (link: string) => fr`lien étendu ${link} tombé`,
    en: (link: string) => `wide-area link ${link} went down`,
  },
  wanLinkUp: {
    fr: (link: string) => fr`lien étendu ${link} rétabli`,
    en: (link: string) => `wide-area link ${link} came up`,
  },
  speedChanged: {
    fr: (port: string, was: string, is: string) => fr`port ${port}, vitesse ${was} → ${is}`,
    en: (port: string, was: string, is: string) => `port ${port}, speed ${was} → ${is}`,
  },
  vlansChanged: {
    fr: (lost: string, found: string) =>
      fr`VLAN : ${[...(found === '' ? [] : [`+ ${found}`]), ...(lost === '' ? [] : [`− ${lost}`])].join(', ')}`,
    en: (lost: string, found: string) =>
      `VLANs: ${[...(found === '' ? [] : [`+ ${found}`]), ...(lost === '' ? [] : [`− ${lost}`])].join(', ')}`,
  },
} as const

/** Kinds of changes in two or three words, for tables; in `words`, by `kind-`. */
export const changeKinds = {
  'kind-appeared': { fr: fr`Nouveau`, en: `New` },
  'kind-returned': { fr: fr`De retour`, en: `Back` },
  'kind-vanished': { fr: fr`Disparu`, en: `Vanished` },
  'kind-replaced': { fr: fr`Remplacé`, en: `Replaced` },
  'kind-moved': { fr: fr`Déplacé`, en: `Moved` },
  'kind-address-changed': { fr: fr`Autre adresse`, en: `Other address` },
  'kind-renamed': { fr: fr`Renommé`, en: `Renamed` },
  'kind-upgraded': { fr: fr`Autre version`, en: `Other version` },
  'kind-member-lost': { fr: fr`Membre perdu`, en: `Member lost` },
  'kind-member-added': { fr: fr`Membre ajouté`, en: `Member added` },
  'kind-neighbour-lost': { fr: fr`Voisin perdu`, en: `Neighbour lost` },
  'kind-neighbour-found': { fr: fr`Nouveau voisin`, en: `New neighbour` },
  'kind-interface-down': { fr: fr`Port tombé`, en: `Port down` },
  'kind-interface-up': { fr: fr`Port rétabli`, en: `Port up` },
  'kind-wan-link-down': { fr: fr`Lien étendu tombé`, en: `Wide-area link down` },
  'kind-wan-link-up': { fr: fr`Lien étendu rétabli`, en: `Wide-area link up` },
  'kind-speed-changed': { fr: fr`Autre vitesse`, en: `Other speed` },
  'kind-vlans-changed': { fr: fr`Autres VLAN`, en: `Other VLANs` },
} as const satisfies Record<`kind-${ChangeKind}`, Text>

/** What differs from one scan to the next. */
export const changes = {
  ...events,
  summary: {
    fr: fr`dit ce qui a changé depuis le dernier balayage, ou depuis une date`,
    en: `tell what has changed since the last scan, or since a date`,
  },
  sinceOption: {
    fr: fr`depuis une date (2026-11-23), une durée (7d, 12h) ou un numéro de balayage`,
    en: `since a date (2026-11-23), a time (7d, 12h) or a scan's number`,
  },
  sinceDefault: { fr: fr`le dernier balayage`, en: `the last scan` },
  kindOption: {
    fr: fr`natures à montrer, séparées par des virgules`,
    en: `kinds to show, separated by commas`,
  },
  kindDefault: { fr: fr`toutes`, en: `all` },
  buildingOption: { fr: fr`un seul immeuble, par son code`, en: `one building alone, by its code` },
  badSince: {
    fr: (text: string) => fr`« ${text} » n'est ni une date, ni une durée, ni un numéro de balayage`,
    en: (text: string) => `"${text}" is neither a date, nor a time, nor a scan's number`,
  },
  badSinceHint: {
    fr: fr`On attend par exemple 2026-11-23, 7d (jours), 12h (heures) ou 42.`,
    en: `Examples: 2026-11-23, 7d (days), 12h (hours) or 42.`,
  },
  noSuchScan: { fr: (scan: string) => fr`Aucun balayage ${scan}`, en: (scan: string) => `No scan ${scan}` },
  noSuchScanHint: {
    fr: fr`« cartable lister scans » les énumère.`,
    en: `"cartable list scans" lists them.`,
  },
  badKind: {
    fr: (text: string) => fr`« ${text} » n'est pas une nature de changement`,
    en: (text: string) => `"${text}" is no kind of change`,
  },
  badKindHint: {
    fr: (kinds: string) => fr`Natures possibles : ${kinds}.`,
    en: (kinds: string) => `Possible kinds: ${kinds}.`,
  },
  noScan: {
    fr: fr`Aucun balayage n'est encore terminé : rien n'a pu changer.`,
    en: `No scan has ended yet: nothing can have changed.`,
  },
  sinceScan: {
    fr: (scan: string, at: string) => fr`Depuis le balayage ${scan} (${at})`,
    en: (scan: string, at: string) => `Since scan ${scan} (${at})`,
  },
  sinceInstant: { fr: (at: string) => fr`Depuis le ${at}`, en: (at: string) => `Since ${at}` },
  title: {
    fr: (since: string, count: string) => fr`${since} : ${count} ${accord(count, 'changement', 'changements')}`,
    en: (since: string, count: string) => `${since}: ${count} ${agree(count, 'change', 'changes')}`,
  },
  titleNone: {
    fr: (since: string) => fr`${since} : rien n'a changé`,
    en: (since: string) => `${since}: nothing has changed`,
  },
  first: {
    fr: (count: string) =>
      fr`Premier inventaire : ${count} ${accord(count, 'appareil vu', 'appareils vus')} pour la première fois`,
    en: (count: string) => `First inventory: ${count} ${agree(count, 'device', 'devices')} seen for the first time`,
  },
  manyAppeared: {
    fr: (count: string) => fr`${count} ${accord(count, 'appareil vu', 'appareils vus')} pour la première fois`,
    en: (count: string) => `${count} ${agree(count, 'device', 'devices')} seen for the first time`,
  },
  elsewhere: { fr: fr`Sans immeuble`, en: `No building` },
  event: {
    fr: (device: string, event: string) => fr`${device} : ${event}`,
    en: (device: string, event: string) => `${device}: ${event}`,
  },
  historyOption: {
    fr: fr`l'histoire d'un appareil : ce qui lui est arrivé, ce qu'il a été et quand`,
    en: `a device's history: what happened to it, what it was and when`,
  },
  historyOfDevices: {
    fr: (thing: string) => fr`« ${thing} » n'est pas un appareil connu`,
    en: (thing: string) => `"${thing}" is no known device`,
  },
  historyOfDevicesHint: {
    fr: fr`Seuls les appareils ont une histoire; « cartable lister devices » les énumère.`,
    en: `Only devices have a history; "cartable list devices" lists them.`,
  },
  historyEvents: { fr: fr`Ce qui lui est arrivé`, en: `What happened to it` },
  historyFacts: { fr: fr`Ce qu'il a été`, en: `What it was` },
  at: { fr: (at: string, event: string) => fr`${at}  ${event}`, en: (at: string, event: string) => `${at}  ${event}` },
  fact: {
    fr: (name: string, value: string, since: string) => fr`${name} ${value}, depuis le ${since}`,
    en: (name: string, value: string, since: string) => `${name} ${value}, since ${since}`,
  },
  pastFact: {
    fr: (name: string, value: string, since: string, until: string) => fr`${name} ${value}, du ${since} au ${until}`,
    en: (name: string, value: string, since: string, until: string) => `${name} ${value}, from ${since} to ${until}`,
  },
} as const
