import type { Sector } from '../../model/organisation.js'
import type { GapReason, Level } from '../../model/records.js'
import { fr } from '../typography.js'
import { mend } from './mend.js'

type About = readonly string[]

function list(about: About): string {
  return about.join(', ')
}

/** A whole number of pupils with its thousands apart. */
function grouped(digits: string, separator: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, separator)
}

/** Why a building's gap is what it is, by code. `about` holds the codes that the reason is about. */
const reasons = {
  'no-pupils': {
    fr: (_about: About) => fr`aucun élève ici : aucun besoin n'est compté`,
    en: (_about: About) => `no pupils here: no need is counted`,
  },
  'outside-boards': {
    fr: (about: About) => fr`établissement hors des organismes (${list(about)}) : ses élèves ne sont pas comptés`,
    en: (about: About) => `an establishment outside of boards (${list(about)}): its pupils are not counted`,
  },
  'enrolment-missing': {
    fr: (about: About) =>
      fr`effectif inconnu, en tout ou en partie, pour ${list(about)} : seuls les élèves connus sont comptés (${mend.enrolment.fr})`,
    en: (about: About) =>
      `enrolment unknown, in whole or in part, for ${list(about)}: only known pupils are counted (${mend.enrolment.en})`,
  },
  'share-estimated': {
    fr: ([school = '', method = '']: About) =>
      method === 'area'
        ? fr`élèves de ${school} répartis entre ses immeubles selon leur superficie, faute d'un fichier de parts (${mend.shares.fr})`
        : fr`élèves de ${school} répartis également entre ses immeubles, faute d'un fichier de parts (${mend.shares.fr})`,
    en: ([school = '', method = '']: About) =>
      method === 'area'
        ? `pupils of ${school} divided among its buildings by usable area, for want of a file of shares (${mend.shares.en})`
        : `pupils of ${school} divided equally among its buildings, for want of a file of shares (${mend.shares.en})`,
  },
  'no-links-imported': {
    fr: (_about: About) =>
      fr`aucun fichier de liens n'a été importé : ce qui arrive ici n'est pas connu (${mend.link.fr})`,
    en: (_about: About) => `no file of links was imported: what reaches this building is not known (${mend.link.en})`,
  },
  'no-link': {
    fr: (_about: About) => fr`aucun lien connu de cet immeuble (${mend.link.fr})`,
    en: (_about: About) => `no known link of this building (${mend.link.en})`,
  },
  'no-path': {
    fr: (about: About) =>
      fr`ses liens (${list(about)}) ne mènent à aucun point de présence : vérifiez leurs bouts, « a » vers l'école et « b » vers le RISQ, puis ${mend.link.fr}`,
    en: (about: About) =>
      `its links (${list(about)}) lead to no POP: check their ends, "a" towards the school and "b" towards RISQ, then ${mend.link.en}`,
  },
  'capacity-missing': {
    fr: (about: About) =>
      fr`capacité inconnue sur le chemin (${list(about)}) : demandez-la au fournisseur, puis ${mend.capacity.fr}`,
    en: (about: About) =>
      `unknown capacity on the path (${list(about)}): ask the provider for it, then ${mend.capacity.en}`,
  },
  'link-not-operational': {
    fr: (about: About) =>
      fr`aucun de ses liens (${list(about)}) n'est à la fois principal et en service (${mend.link.fr})`,
    en: (about: About) => `none of its links (${list(about)}) is both primary and in service (${mend.link.en})`,
  },
  'no-coordinates': {
    fr: (_about: About) => fr`coordonnées inconnues : l'immeuble n'est pas sur la carte (${mend.coordinates.fr})`,
    en: (_about: About) => `unknown coordinates: the building is not on the map (${mend.coordinates.en})`,
  },
  'profile-step': {
    fr: ([code = '', from = '', before = '', after = '']: About) =>
      fr`la norme baisse d'un palier à ${grouped(from, '\u00a0')} élèves, de ${before.replace('.', ',')} à ${after.replace('.', ',')} Mbit/s par utilisateur : avec moins d'élèves, ${code} aurait un plus grand besoin`,
    en: ([code = '', from = '', before = '', after = '']: About) =>
      `the standard steps down at ${grouped(from, ',')} pupils, from ${before} to ${after} Mbit/s per user: with fewer pupils, ${code} would need more`,
  },
  'profile-silent': {
    fr: (about: About) => fr`la norme ne dit rien de ce qui s'enseigne à ${list(about)} : choisissez-en une autre`,
    en: (about: About) => `the standard says nothing of what ${list(about)} teaches: choose another one`,
  },
  'shared-link-incomplete': {
    fr: (about: About) =>
      fr`d'autres élèves, dont l'effectif est inconnu, partagent ${list(about)} : la part reçue est un maximum`,
    en: (about: About) => `other pupils, whose number is unknown, share ${list(about)}: the share is an upper bound`,
  },
  'count-withheld': {
    fr: (about: About) =>
      fr`moins de 30 élèves (${list(about)}, ici ou dans un autre de ses immeubles) : chiffres retenus`,
    en: (about: About) =>
      `fewer than 30 pupils (${list(about)}, here or in another of its buildings): figures withheld`,
  },
  'figures-withheld': {
    fr: (_about: About) => fr`chiffres retenus : ils donneraient l'effectif d'un autre immeuble, de moins de 30 élèves`,
    en: (_about: About) => `figures withheld: they would give away another building's pupils, fewer than 30`,
  },
} as const satisfies Record<
  GapReason['code'],
  { readonly fr: (about: About) => string; readonly en: (about: About) => string }
>

/** Levels of buildings and links. */
const levels = {
  'level-critical': { fr: fr`critique`, en: `critical` },
  'level-short': { fr: fr`insuffisant`, en: `short` },
  'level-tight': { fr: fr`juste`, en: `tight` },
  'level-ok': { fr: fr`suffisant`, en: `sufficient` },
  'level-unlinked': { fr: fr`sans lien`, en: `unlinked` },
  'level-unknown': { fr: fr`inconnu`, en: `unknown` },
} as const satisfies Record<`level-${Level}`, { readonly fr: string; readonly en: string }>

const words = {
  'direction-down': { fr: fr`descendant`, en: `down` },
  'direction-up': { fr: fr`montant`, en: `up` },
  'sector-preschool': { fr: fr`éducation préscolaire`, en: `preschool education` },
  'sector-youth': { fr: fr`formation générale des jeunes`, en: `youth general education` },
  'sector-adult': { fr: fr`formation générale des adultes`, en: `adult general education` },
  'sector-vocational': { fr: fr`formation professionnelle`, en: `vocational training` },
} as const satisfies Record<`direction-${string}` | `sector-${Sector}`, { readonly fr: string; readonly en: string }>

interface ProblemText {
  readonly school: string
  readonly name: string
  readonly schoolYear: string
}

/** Schools whose enrolment is not known, or only in part. */
const problems = {
  'allocation-out': {
    fr: (t: ProblemText) =>
      fr`${t.school} (${t.name}) ne reçoit rien : son effectif de ${t.schoolYear} est inconnu. Importez-le, au besoin avec zéro élève, puis recommencez.`,
    en: (t: ProblemText) =>
      `${t.school} (${t.name}) gets nothing: its enrolment of ${t.schoolYear} is unknown. Import it, with zero pupils if need be, then run this again.`,
  },
  'allocation-partial': {
    fr: (t: ProblemText & { readonly sectors: string }) =>
      fr`${t.school} (${t.name}) ne compte que son effectif connu de ${t.schoolYear}; il manque : ${t.sectors}.`,
    en: (t: ProblemText & { readonly sectors: string }) =>
      `${t.school} (${t.name}) counts only its known enrolment of ${t.schoolYear}; missing: ${t.sectors}.`,
  },
}

/** Bandwidth gaps and allocations: levels, reasons, and the sentence behind each figure. */
export const gaps = { ...reasons, ...levels, ...words, ...problems }
