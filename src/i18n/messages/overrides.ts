import type { OverrideField, OverrideNoun } from '../../model/override.js'
import { accord, agree, fr } from '../typography.js'

type Text = { readonly fr: string; readonly en: string }
type Told = { readonly fr: (value: string) => string; readonly en: (value: string) => string }

const nouns = {
  'noun-device': { fr: 'appareil', en: 'device' },
  'noun-building': { fr: 'immeuble', en: 'building' },
  'noun-link': { fr: 'lien', en: 'link' },
  'noun-wan-link': { fr: 'lien WAN', en: 'WAN link' },
} as const satisfies Record<`noun-${OverrideNoun}`, Text>

const fields = {
  'field-model': { fr: fr`modèle`, en: `model` },
  'field-kind': { fr: 'nature', en: 'kind' },
  'field-building': { fr: 'immeuble', en: 'building' },
  'field-name': { fr: 'nom', en: 'name' },
  'field-coordinates': { fr: 'position (lon,lat)', en: 'position (lon,lat)' },
  'field-ignore': { fr: fr`ignoré`, en: `ignored` },
} as const satisfies Record<`field-${OverrideField}`, Text>

const unknown = {
  'unknown-device': {
    fr: (text: string) => fr`« ${text} » n'est l'adresse, le numéro de série ni le nom d'aucun appareil connu`,
    en: (text: string) => `"${text}" is no known device's address, serial number or name`,
  },
  'unknown-building': {
    fr: (text: string) => fr`« ${text} » n'est le code d'aucun immeuble importé`,
    en: (text: string) => `"${text}" is no imported building's code`,
  },
  'unknown-link': {
    fr: (text: string) => fr`« ${text} » n'est le numéro d'aucun lien connu`,
    en: (text: string) => `"${text}" is no known link's number`,
  },
  'unknown-wan-link': {
    fr: (text: string) => fr`« ${text} » n'est l'identifiant d'aucun lien importé`,
    en: (text: string) => `"${text}" is no imported link's id`,
  },
} as const satisfies Record<`unknown-${OverrideNoun}`, Told>

const hints = {
  'unknownHint-device': {
    fr: fr`Un appareil se corrige une fois qu'un balayage l'a lu : « cartable lister devices » les montre.`,
    en: `A device can be corrected once a scan has read it: "cartable list devices" shows them.`,
  },
  'unknownHint-building': {
    fr: fr`« cartable lister buildings » montre les immeubles connus ; un autre vient avec « cartable importer schools … ».`,
    en: `"cartable list buildings" shows the known buildings; another one comes with "cartable import schools …".`,
  },
  'unknownHint-link': {
    fr: fr`« cartable lister links » montre les liens et leurs numéros (L suivi de huit signes).`,
    en: `"cartable list links" shows the links and their numbers (L and eight signs).`,
  },
  'unknownHint-wan-link': {
    fr: fr`« cartable lister wan-links » montre les liens connus.`,
    en: `"cartable list wan-links" shows the known links.`,
  },
} as const satisfies Record<`unknownHint-${OverrideNoun}`, Text>

const left = {
  'left-device': {
    fr: (n: string) => fr`${n} ${accord(n, 'appareil', 'appareils')}`,
    en: (n: string) => `${n} ${agree(n, 'device', 'devices')}`,
  },
  'left-building': {
    fr: (n: string) => fr`${n} ${accord(n, 'immeuble', 'immeubles')}`,
    en: (n: string) => `${n} ${agree(n, 'building', 'buildings')}`,
  },
  'left-link': {
    fr: (n: string) => fr`${n} ${accord(n, 'lien', 'liens')}`,
    en: (n: string) => `${n} ${agree(n, 'link', 'links')}`,
  },
  'left-wan-link': {
    fr: (n: string) => fr`${n} ${accord(n, 'lien WAN', 'liens WAN')}`,
    en: (n: string) => `${n} ${agree(n, 'WAN link', 'WAN links')}`,
  },
  'left-school': {
    fr: (n: string) => fr`${n} ${accord(n, "école qui n'a", "écoles qui n'ont")} plus d'immeuble`,
    en: (n: string) => `${n} ${agree(n, 'school', 'schools')} without any other building`,
  },
} as const satisfies Record<`left-${OverrideNoun | 'school'}`, Told>

/** What a person says over what was read: the command, its lists, and what other commands say of it. */
export const overrides = {
  ...nouns,
  ...fields,
  ...unknown,
  ...hints,
  ...left,
  summary: {
    fr: fr`dit ce qui est vrai d'un appareil, d'un immeuble ou d'un lien, malgré ce qui est lu`,
    en: `say what is true of a device, a building or a link, whatever is read`,
  },
  verbArgument: {
    fr: fr`ce qui est à corriger ; « lister » montre ce qui a été dit, « retirer » le défait`,
    en: `what to correct; "list" shows what was said, "remove" undoes it`,
  },
  thingArgument: {
    fr: fr`adresse, numéro de série ou nom d'un appareil ; code d'un immeuble ; identifiant d'un lien. Pour retirer : des numéros de la liste, ou quoi, lequel et, au besoin, un seul champ`,
    en: `address, serial number or name of a device; code of a building; id of a link. To remove: numbers of the list, or what, which one and, if need be, one field`,
  },
  usage: { fr: '[options] <quoi> [chose...]', en: '[options] <what> [thing...]' },
  modelOption: { fr: fr`modèle (device)`, en: `model (device)` },
  kindOption: { fr: fr`nature (device)`, en: `kind (device)` },
  buildingOption: {
    fr: fr`code de l'immeuble où il est (device)`,
    en: `code of the building where it is (device)`,
  },
  nameOption: { fr: fr`nom (device, building, wan-link)`, en: `name (device, building, wan-link)` },
  lonOption: {
    fr: fr`longitude en degrés, avec --lat (building)`,
    en: `longitude in degrees, with --lat (building)`,
  },
  latOption: {
    fr: fr`latitude en degrés, avec --lon (building)`,
    en: `latitude in degrees, with --lon (building)`,
  },
  ignoreOption: {
    fr: fr`laisse la chose hors des listes, comptes, écarts, cartes et exportations`,
    en: `leave the thing out of lists, counts, gaps, maps and exports`,
  },
  whyOption: { fr: fr`pourquoi (obligatoire pour corriger)`, en: `why (required to correct)` },
  whoOption: {
    fr: fr`qui le dit (sinon le compte du système)`,
    en: `who says it (else the system's account)`,
  },
  dryRunOption: { fr: fr`montre ce qui serait écrit, sans l'écrire`, en: `show what would be written, write nothing` },
  allOption: { fr: fr`avec ce qui a été retiré (lister)`, en: `with what was removed (list)` },
  example: {
    fr: `device 10.20.0.5 --model "6200F 48G" --why "plaque lue"`,
    en: `device 10.20.0.5 --model "6200F 48G" --why "plate read"`,
  },

  thingMissing: {
    fr: (noun: string) => fr`Dites de quoi il s'agit : cartable corriger ${noun} <chose> …`,
    en: (noun: string) => `Say which one: cartable override ${noun} <thing> …`,
  },
  oneThing: {
    fr: (words: string) => fr`Une seule chose à la fois ; de trop : ${words}`,
    en: (words: string) => `One thing at a time; too many words: ${words}`,
  },
  oneThingHint: {
    fr: fr`Un nom qui contient des espaces se met entre guillemets.`,
    en: `Put a name that holds spaces between quotes.`,
  },
  nothingToSay: {
    fr: fr`Rien n'est corrigé : donnez au moins un champ`,
    en: `Nothing is corrected: give at least one field`,
  },
  fieldsHint: {
    fr: (what: string, options: string) => fr`« ${what} » prend ${options}.`,
    en: (what: string, options: string) => `"${what}" takes ${options}.`,
  },
  optionUnfit: {
    fr: (option: string, what: string) => fr`L'option ${option} ne va pas avec « ${what} »`,
    en: (option: string, what: string) => `The option ${option} does not go with "${what}"`,
  },
  emptyOption: {
    fr: (option: string) => fr`L'option ${option} est vide`,
    en: (option: string) => `The option ${option} is empty`,
  },
  emptyHint: {
    fr: fr`Pour revenir à ce qui est lu, servez-vous de « cartable corriger retirer ».`,
    en: `To go back to what is read, use "cartable override remove".`,
  },
  whyMissing: { fr: fr`Il manque --why : pourquoi est-ce vrai ?`, en: `--why is missing: why is it true?` },
  whyHint: {
    fr: fr`Une phrase suffit, pour qui lira la liste dans un an : --why "plaque lue sur place".`,
    en: `One sentence will do, for whoever reads the list in a year: --why "plate read on site".`,
  },
  whoUnknown: { fr: fr`Le système ne dit pas qui vous êtes`, en: `The system does not say who you are` },
  whoUnknownHint: { fr: fr`Donnez --who.`, en: `Give --who.` },
  coordinatesHint: {
    fr: fr`Une position s'écrit en degrés : --lon -68.52 --lat 48.45.`,
    en: `A position is written in degrees: --lon -68.52 --lat 48.45.`,
  },
  unknownBuilding: {
    fr: (code: string) => fr`--building : « ${code} » n'est le code d'aucun immeuble importé`,
    en: (code: string) => `--building: "${code}" is no imported building's code`,
  },
  several: {
    fr: (text: string, all: string) => fr`« ${text} » désigne plusieurs appareils : ${all}`,
    en: (text: string, all: string) => `"${text}" designates several devices: ${all}`,
  },
  severalHint: { fr: fr`Donnez l'adresse de l'un d'eux.`, en: `Give the address of one of them.` },
  removeWhat: {
    fr: fr`Dites quoi retirer : des numéros de la liste, ou « device 10.20.0.5 model »`,
    en: `Say what to remove: numbers of the list, or "device 10.20.0.5 model"`,
  },
  unknownField: {
    fr: (field: string, noun: string) => fr`« ${field} » n'est pas un champ de « ${noun} »`,
    en: (field: string, noun: string) => `"${field}" is no field of "${noun}"`,
  },
  noSuch: {
    fr: (id: string) => fr`Aucune correction en vigueur n'a le numéro ${id}`,
    en: (id: string) => `No override in force has the number ${id}`,
  },
  nothingSaid: {
    fr: (thing: string) => fr`Rien de tel n'a été dit de « ${thing} »`,
    en: (thing: string) => `Nothing of the kind was said of "${thing}"`,
  },
  noSuchHint: {
    fr: fr`« cartable corriger lister » montre ce qui a été dit, avec des numéros.`,
    en: `"cartable override list" shows what was said, with numbers.`,
  },

  change: {
    fr: (read: string, said: string) => `${read} → ${said}`,
    en: (read: string, said: string) => `${read} → ${said}`,
  },
  ignored: { fr: fr`ignoré`, en: `ignored` },
  thing: {
    fr: (noun: string, thing: string, name: string) => `${noun} ${thing}${name === '' ? '' : ` (${name})`}`,
    en: (noun: string, thing: string, name: string) => `${noun} ${thing}${name === '' ? '' : ` (${name})`}`,
  },
  of: {
    fr: (thing: string, change: string) => `${thing}, ${change}`,
    en: (thing: string, change: string) => `${thing}, ${change}`,
  },
  saidBy: {
    fr: (at: string, who: string, why: string) => fr`dit le ${at} par ${who} : ${why}`,
    en: (at: string, who: string, why: string) => `said ${at} by ${who}: ${why}`,
  },
  removedOn: {
    fr: (at: string, who: string) => fr` ; retiré le ${at} par ${who}`,
    en: (at: string, who: string) => `; removed ${at} by ${who}`,
  },
  none: {
    fr: fr`Rien n'a été dit : tout se montre comme il est lu.`,
    en: `Nothing was said: everything shows as it is read.`,
  },
  written: {
    fr: fr`Écrit ; « cartable corriger retirer » le défait.`,
    en: `Written; "cartable override remove" undoes it.`,
  },
  removed: { fr: fr`Retiré : ce qui est lu se montre à nouveau.`, en: `Removed: what is read shows again.` },
  tried: { fr: fr`Essai seulement : rien n'a été écrit.`, en: `Only tried: nothing was written.` },
  already: {
    fr: (field: string) => fr`${field} : déjà dit, dans les mêmes mots ; rien n'a changé.`,
    en: (field: string) => `${field}: already said, in the same words; nothing changed.`,
  },
  sameAsRead: {
    fr: (field: string) => fr`${field} : c'est aussi ce qui est lu aujourd'hui. Ce sera gardé si la lecture change.`,
    en: (field: string) => `${field}: it is also what is read today. It will hold if the reading changes.`,
  },
  schoolsLeftOut: {
    fr: (codes: string) =>
      fr`Une école qui n'a pas d'autre immeuble n'est plus comptée non plus, ni dans les manques ni dans les répartitions : ${codes}`,
    en: (codes: string) =>
      `A school that has no other building is no longer counted either, neither in shortfalls nor in allocations: ${codes}`,
  },

  leftOut: {
    fr: (what: string) =>
      fr`Laissé de côté, parce qu'une personne l'a dit : ${what}. « cartable corriger lister » dit lesquels, « cartable lister … --all » les montre.`,
    en: (what: string) =>
      `Left out, because a person said so: ${what}. "cartable override list" says which, "cartable list … --all" shows them.`,
  },
  saidTitle: { fr: fr`* Dit par une personne`, en: `* Said by a person` },
  shownIgnored: {
    fr: fr`Ignoré : une personne le laisse hors des listes, des comptes, des cartes et des exportations ; les chiffres sont ce qu'ils seraient avec.`,
    en: `Ignored: a person leaves it out of lists, counts, maps and exports; figures are what they would be with it.`,
  },
  legendSaid: {
    fr: fr`* dit par une personne ; « cartable corriger lister » dit qui, quand et pourquoi`,
    en: `* said by a person; "cartable override list" says who, when and why`,
  },
  legendIgnored: {
    fr: fr`× ignoré : une personne le laisse hors des listes`,
    en: `× ignored: a person leaves it out of lists`,
  },
  viewAllOption: {
    fr: fr`avec ce que des personnes ont dit d'ignorer`,
    en: `with what people said to ignore`,
  },
} as const
