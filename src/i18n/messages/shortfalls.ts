import type { CountDoubt } from '../../model/device-counts.js'
import type { CategoryRule, RatioOrder } from '../../model/equipment.js'
import { accord, agree, fr } from '../typography.js'
import { mend } from './mend.js'

/** A number and how it is written: the number decides between singular and plural. */
interface Count {
  readonly count: number
  readonly text: string
}

const pupilsFr = ({ count, text }: Count): string => (count < 2 ? fr`${text} élève` : fr`${text} élèves`)
const pupilsEn = ({ count, text }: Count): string => (count === 1 ? `${text} pupil` : `${text} pupils`)

interface Stock {
  readonly inService: Count
  readonly pastLife: Count
  readonly broken: Count
  readonly undated: Count
  /** Units of items that the rule does not list, and their names. */
  readonly others: Count
  readonly otherItems: string
  /** Acquired after the school year. */
  readonly later: Count
  readonly schoolYear: string
  /** What each source counts, null where the rule does not count it; null when lots alone count. */
  readonly sources: {
    readonly lots: string | null
    readonly fleet: string | null
    readonly scanned: string | null
    readonly sum: string
  } | null
}

function sourcesFr({ sources }: Stock): string {
  if (sources === null) return ''
  const devices = [
    sources.fleet === null ? '' : fr`${sources.fleet} de l'inventaire du parc`,
    sources.scanned === null ? '' : fr`${sources.scanned} vus par balayage`,
  ].filter((part) => part !== '')
  return sources.lots === null
    ? ` (${devices.join(' et ')})`
    : fr` (le plus grand de ${sources.lots} par les lots et de ${devices.join(' plus ')})`
}

function sourcesEn({ sources }: Stock): string {
  if (sources === null) return ''
  const devices = [
    sources.fleet === null ? '' : `${sources.fleet} of the device inventory`,
    sources.scanned === null ? '' : `${sources.scanned} seen by scans`,
  ].filter((part) => part !== '')
  return sources.lots === null
    ? ` (${devices.join(' and ')})`
    : ` (the larger of ${sources.lots} in lots and of ${devices.join(' plus ')})`
}

/** What stands behind the figure in service: what does not count, and what counts for want of a date. */
function stockFr(stock: Stock): string {
  const { pastLife, broken, undated, others, otherItems, later, schoolYear } = stock
  const parts = [
    pastLife.count > 0 ? fr`${pastLife.text} en fin de vie` : '',
    broken.count > 0 ? fr`${broken.text} en panne` : '',
    others.count > 0 ? fr`${others.text} d'articles que la règle ne nomme pas (${otherItems})` : '',
    later.count > 0 ? fr`${later.text} acquis après ${schoolYear}` : '',
  ].filter((part) => part !== '')
  const dated = undated.count > 0 ? fr`, dont ${undated.text} sans date d'acquisition` : ''
  return `${sourcesFr(stock)}${dated}${parts.length === 0 ? '' : fr`, sans compter ${parts.join(' ni ')}`}`
}

function stockEn(stock: Stock): string {
  const { pastLife, broken, undated, others, otherItems, later, schoolYear } = stock
  const parts = [
    pastLife.count > 0 ? `${pastLife.text} past their life` : '',
    broken.count > 0 ? `${broken.text} broken` : '',
    others.count > 0 ? `${others.text} of items that the rule does not name (${otherItems})` : '',
    later.count > 0 ? `${later.text} acquired after ${schoolYear}` : '',
  ].filter((part) => part !== '')
  const dated = undated.count > 0 ? `, ${undated.text} of them without a date of purchase` : ''
  return `${sourcesEn(stock)}${dated}${parts.length === 0 ? '' : `, not counting ${parts.join(' nor ')}`}`
}

/** Pupils, and the orders of teaching that they may be of: '' when the rule has one ratio for all. */
interface Term {
  readonly pupils: Count
  readonly orders: string
}

interface ShortfallText extends Stock {
  readonly target: string
  readonly floor: string
  readonly duePercent: string
  /** The whole prorata is due: its percentage is not worth a word. */
  readonly isWhole: boolean
  readonly terms: readonly (Term & { readonly perPupils: string })[]
  /** Pupils for whom the rule has no ratio. */
  readonly undue: readonly Term[]
  readonly raw: string
  readonly rounding: CategoryRule['rounding']
  readonly bound: 'minimum' | 'maximum' | null
  /** The most favourable ratio of several orders of teaching holds. */
  readonly isFavourable: boolean
  readonly shortfall: Count
  /** Names of sectors whose enrolment is unknown, or empty. */
  readonly unknownSectors: string
}

const orders = {
  'order-preschool': { fr: fr`préscolaire`, en: `preschool` },
  'order-primary': { fr: fr`primaire`, en: `primary` },
  'order-secondary': { fr: fr`secondaire`, en: `secondary` },
  'order-adult': { fr: fr`adultes`, en: `adult` },
  'order-vocational': { fr: fr`professionnelle`, en: `vocational` },
} as const satisfies Record<`order-${RatioOrder}`, { readonly fr: string; readonly en: string }>

const roundedFr = {
  up: 'arrondi vers le haut',
  nearest: 'arrondi au plus proche',
  down: 'arrondi vers le bas',
} as const
const roundedEn = { up: 'rounded up', nearest: 'rounded to the nearest', down: 'rounded down' } as const

function ofOrders({ orders: names }: Term, pupils: string): string {
  return names === '' ? pupils : `${pupils} (${names})`
}

/** `25 % × 212 élèves ÷ 5`, or `25 % × (…)` where there are several ratios. */
function prorata(terms: readonly string[], due: string): string {
  if (terms.length === 0) return '0'
  const added = terms.join(' + ')
  return due !== '' && terms.length > 1 ? `${due}(${added})` : `${due}${added}`
}

/** What a reader of counted devices must know, by the number of rows or devices. */
const doubts = {
  'doubt-no-identifier': {
    fr: (n: string) =>
      fr`${n} ${accord(n, 'appareil compte', 'appareils comptent')} sans numéro de série ni adresse MAC qui ${accord(n, 'le', 'les')} distingue : ${accord(n, 'il', 'certains')} ${accord(n, 'peut', 'peuvent')} en répéter d'autres.`,
    en: (n: string) =>
      `${n} ${agree(n, 'device counts', 'devices count')} without a serial number or MAC address to tell ${agree(n, 'it', 'them')} apart: ${agree(n, 'it', 'some')} may repeat others.`,
  },
  'doubt-repeated': {
    fr: (n: string) =>
      fr`${n} ${accord(n, 'ligne', 'lignes')} de l'inventaire ${accord(n, 'répète', 'répètent')} un appareil déjà compté (cartable verifier flotte).`,
    en: (n: string) =>
      `${n} ${agree(n, 'row', 'rows')} of the inventory ${agree(n, 'repeats', 'repeat')} a device that counts already (cartable audit fleet).`,
  },
  'doubt-ambiguous': {
    fr: (n: string) =>
      fr`${n} ${accord(n, 'ligne', 'lignes')} de l'inventaire sans numéro de série ${accord(n, 'peut', 'peuvent')} être l'un de plusieurs appareils : non ${accord(n, 'comptée', 'comptées')}.`,
    en: (n: string) =>
      `${n} ${agree(n, 'row', 'rows')} of the inventory without a serial number may be one of several devices: not counted.`,
  },
  'doubt-no-school': {
    fr: (n: string) =>
      fr`${n} ${accord(n, 'appareil actif', 'appareils actifs')} de l'inventaire sans école : non ${accord(n, 'compté', 'comptés')}.`,
    en: (n: string) => `${n} active ${agree(n, 'device', 'devices')} of the inventory without a school: not counted.`,
  },
  'doubt-unknown-school': {
    fr: (n: string) =>
      fr`${n} ${accord(n, 'appareil actif', 'appareils actifs')} de l'inventaire dans une école inconnue : non ${accord(n, 'compté', 'comptés')}.`,
    en: (n: string) =>
      `${n} active ${agree(n, 'device', 'devices')} of the inventory in an unknown school: not counted.`,
  },
  'doubt-shared-building': {
    fr: (n: string) =>
      fr`${n} ${accord(n, 'appareil vu', 'appareils vus')} par balayage dans un immeuble de plusieurs écoles : non ${accord(n, 'compté', 'comptés')}, faute de savoir à laquelle.`,
    en: (n: string) =>
      `${n} ${agree(n, 'device', 'devices')} seen by scans in a building of several schools: not counted, as nobody knows whose.`,
  },
  'doubt-no-place': {
    fr: (n: string) =>
      fr`${n} ${accord(n, 'appareil vu', 'appareils vus')} par balayage hors de tout immeuble d'école connu : non ${accord(n, 'compté', 'comptés')} (${mend.network.fr}).`,
    en: (n: string) =>
      `${n} ${agree(n, 'device', 'devices')} seen by scans in no known building of a school: not counted (${mend.network.en}).`,
  },
  'doubt-not-active': {
    fr: (n: string) =>
      fr`${n} ${accord(n, 'appareil vu', 'appareils vus')} par balayage que l'inventaire dit hors service : non ${accord(n, 'compté', 'comptés')}.`,
    en: (n: string) =>
      `${n} ${agree(n, 'device', 'devices')} seen by scans that the inventory says ${agree(n, 'is', 'are')} not in use: not counted.`,
  },
} as const satisfies Record<
  `doubt-${CountDoubt}`,
  { readonly fr: (n: string) => string; readonly en: (n: string) => string }
>

const notes = {
  andOthers: {
    fr: (codes: string, n: string) => fr`${codes} et ${n} ${accord(n, 'autre', 'autres')}`,
    en: (codes: string, n: string) => `${codes} and ${n} ${agree(n, 'other', 'others')}`,
  },
  unknownSchools: {
    fr: (n: string, year: string, codes: string) =>
      fr`${n} ${accord(n, 'école', 'écoles')} sans effectif connu de ${year}, donc sans cible ni manque : ${codes} (${mend.enrolment.fr}).`,
    en: (n: string, year: string, codes: string) =>
      `${n} ${agree(n, 'school', 'schools')} without known enrolment of ${year}, hence without target or shortfall: ${codes} (${mend.enrolment.en}).`,
  },
  preschoolLeftOut: {
    fr: (n: string, categories: string) =>
      fr`La règle nomme les jeunes sans le préscolaire : ${n} ${accord(n, 'élève', 'élèves')} du préscolaire, ${accord(n, 'compté', 'comptés')} à part, n'y ${accord(n, 'est', 'sont')} pas (${categories}). Ajoutez « preschool » à « sectors » pour ${accord(n, 'le', 'les')} compter.`,
    en: (n: string, categories: string) =>
      `The rule names youth without preschool: ${n} ${agree(n, 'pupil', 'pupils')} of preschool, counted apart, ${agree(n, 'is', 'are')} left out (${categories}). Add "preschool" to "sectors" to count ${agree(n, 'that one', 'them')}.`,
  },
  otherCategories: {
    fr: (others: string, known: string) =>
      fr`Catégories de lots que la règle ne nomme pas, non comptées : ${others}. Celles de la règle : ${known}.`,
    en: (others: string, known: string) =>
      `Categories of lots that the rule does not name, not counted: ${others}. Those of the rule: ${known}.`,
  },
  strayLots: {
    fr: (n: string, codes: string) =>
      fr`${n} ${accord(n, 'lot', 'lots')} d'écoles inconnues, non ${accord(n, 'compté', 'comptés')} : ${codes} (cartable importer schools <fichier>).`,
    en: (n: string, codes: string) =>
      `${n} ${agree(n, 'lot', 'lots')} of unknown schools, not counted: ${codes} (cartable import schools <file>).`,
  },
  laterLots: {
    fr: (n: string, year: string) =>
      fr`${n} ${accord(n, 'lot acquis', 'lots acquis')} après l'année scolaire ${year}, non ${accord(n, 'compté', 'comptés')} : une année plus récente (--year) demande son effectif.`,
    en: (n: string, year: string) =>
      `${n} ${agree(n, 'lot', 'lots')} acquired after school year ${year}, not counted: a later year (--year) needs its enrolment.`,
  },
  trendNote: {
    fr: fr`L'état des lots (bon, en panne, retiré) est celui d'aujourd'hui, pour toutes les années.`,
    en: `The condition of lots (good, broken, retired) is today's, for every year.`,
  },
  trendDevices: {
    fr: fr`L'inventaire du parc et les balayages ne disent que ce qui est là aujourd'hui : ils comptent de même pour toutes les années.`,
    en: `The device inventory and scans only tell what is there today: they count alike for every year.`,
  },
  renewalDevices: {
    fr: fr`Les appareils de l'inventaire et des balayages n'y sont pas : rien ne dit quand ils ont été acquis.`,
    en: `Devices of the inventory and of scans are not in it: nothing tells when they were acquired.`,
  },
} as const

interface TotalText {
  readonly category: string
  readonly target: string
  readonly inService: string
  readonly shortfall: string
  readonly percent: string
  /** Of those in service, the ones of schools without known enrolment; null for none. */
  readonly apart: string | null
  /** Null when the rule has no cost for the category. */
  readonly cost: string | null
}

interface RenewalText {
  readonly overdue: string
  readonly coming: string
  readonly undated: string
  /** What each costs; null when nobody knows. */
  readonly overdueCost: string | null
  readonly comingCost: string | null
  readonly undatedCost: string | null
}

const costFr = (cost: string | null): string => (cost === null ? '' : fr` (${cost})`)
const unitsFr = (n: string): string => fr`${n} ${accord(n, 'unité', 'unités')}`
const unitsEn = (n: string): string => `${n} ${agree(n, 'unit', 'units')}`

const command = {
  byOption: {
    fr: fr`une ligne par école (school, par défaut), immeuble (building), organisme (board) ou région (region)`,
    en: `a line per school (the default), building, board or region`,
  },
  categoryOption: { fr: fr`une seule catégorie de la règle`, en: `one category of the rule only` },
  boardOption: { fr: fr`un seul organisme, par son code`, en: `one board only, by its code` },
  trendOption: {
    fr: fr`chaque année dont l'effectif est connu, en tout ou par --by`,
    en: `every year whose enrolment is known, in all or by --by`,
  },
  renewalOption: {
    fr: fr`ce qui arrive en fin de vie, quand, et ce que coûte le remplacement`,
    en: `what reaches the end of its life, when, and what replacing it costs`,
  },
  apart: {
    fr: (a: string, b: string) => fr`${a} et ${b} ne vont pas ensemble`,
    en: (a: string, b: string) => `${a} and ${b} do not go together`,
  },
  apartHint: {
    fr: fr`Demandez l'un, puis l'autre.`,
    en: `Ask for one, then for the other.`,
  },
  unknownCategory: {
    fr: (category: string) => fr`La règle n'a pas de catégorie « ${category} »`,
    en: (category: string) => `The rule has no category "${category}"`,
  },
  unknownCategoryHint: {
    fr: (known: string) => fr`Catégories de la règle : ${known}.`,
    en: (known: string) => `Categories of the rule: ${known}.`,
  },
  year: {
    fr: (year: string, enrolment: string) =>
      year === enrolment ? fr`Année scolaire ${year}` : fr`Année scolaire ${year}, effectif de ${enrolment}`,
    en: (year: string, enrolment: string) =>
      year === enrolment ? `School year ${year}` : `School year ${year}, enrolment of ${enrolment}`,
  },
  renewalAsOf: {
    fr: (day: string) => fr`Au ${day}; ce qui est échu ce jour-là est déjà en fin de vie`,
    en: (day: string) => `On ${day}; what is overdue that day is past its life already`,
  },
  allSchools: { fr: fr`Ensemble`, en: `All` },
  total: {
    fr: (t: TotalText) =>
      fr`${t.category} : cible de ${t.target}, ${t.inService} en service${t.apart === null ? '' : fr` (dont ${t.apart} dans des écoles sans effectif connu)`}, il en manque ${t.shortfall}${costFr(t.cost)} ; la cible est comblée à ${t.percent}.`,
    en: (t: TotalText) =>
      `${t.category}: target of ${t.target}, ${t.inService} in service${t.apart === null ? '' : ` (${t.apart} of them in schools without known enrolment)`}, ${t.shortfall} missing${costFr(t.cost)}; ${t.percent} of the target is met.`,
  },
  totalUnknown: {
    fr: (category: string, inService: string) =>
      fr`${category} : ${inService} en service, cible inconnue faute d'effectif.`,
    en: (category: string, inService: string) =>
      `${category}: ${inService} in service, target unknown for want of enrolment.`,
  },
  renewalTotal: {
    fr: (t: RenewalText) =>
      fr`Échu : ${unitsFr(t.overdue)}${costFr(t.overdueCost)} ; à venir : ${unitsFr(t.coming)}${costFr(t.comingCost)} ; sans date : ${unitsFr(t.undated)}${costFr(t.undatedCost)}.`,
    en: (t: RenewalText) =>
      `Overdue: ${unitsEn(t.overdue)}${costFr(t.overdueCost)}; to come: ${unitsEn(t.coming)}${costFr(t.comingCost)}; without date: ${unitsEn(t.undated)}${costFr(t.undatedCost)}.`,
  },
} as const

/** Equipment against a rule: counts, totals, renewals, and the sentence behind each figure. */
export const shortfalls = {
  ...orders,
  ...doubts,
  ...command,
  ...notes,
  noBuilding: { fr: fr`Sans immeuble connu`, en: `No known building` },
  noRegion: { fr: fr`Région inconnue`, en: `Unknown region` },
  because: {
    fr: (t: ShortfallText) => {
      const due = t.isWhole ? '' : fr`${t.duePercent} % × `
      const terms = t.terms.map((term) => fr`${ofOrders(term, pupilsFr(term.pupils))} ÷ ${term.perPupils}`)
      const bound =
        t.bound === null
          ? ''
          : t.bound === 'maximum'
            ? fr`, ramené au maximum de la règle`
            : fr`, porté au minimum de la règle`
      const tail = [
        t.unknownSectors === '' ? '' : fr`; la cible est un minimum, effectif inconnu : ${t.unknownSectors}`,
        t.isFavourable
          ? fr`; l'effectif ne distingue pas ces ordres d'enseignement, et le ratio le plus favorable vaut pour tous`
          : '',
        ...t.undue.map((term) => fr`; la règle n'a pas de ratio pour ${ofOrders(term, pupilsFr(term.pupils))}`),
      ].join('')
      return fr`Cible de ${t.target} (plancher de ${t.floor} + ${prorata(terms, due)} = ${t.raw}, ${roundedFr[t.rounding]}${bound}), ${t.inService.text} en service${stockFr(t)} : il en manque ${t.shortfall.text}${tail}.`
    },
    en: (t: ShortfallText) => {
      const due = t.isWhole ? '' : `${t.duePercent}% × `
      const terms = t.terms.map((term) => `${ofOrders(term, pupilsEn(term.pupils))} ÷ ${term.perPupils}`)
      const bound =
        t.bound === null ? '' : t.bound === 'maximum' ? `, cut to the rule's maximum` : `, raised to the rule's minimum`
      const tail = [
        t.unknownSectors === '' ? '' : `; the target is a minimum, enrolment unknown: ${t.unknownSectors}`,
        t.isFavourable
          ? `; the enrolment does not tell these orders of teaching apart, and the most favourable ratio holds for all`
          : '',
        ...t.undue.map((term) => `; the rule has no ratio for ${ofOrders(term, pupilsEn(term.pupils))}`),
      ].join('')
      return `Target of ${t.target} (floor of ${t.floor} + ${prorata(terms, due)} = ${t.raw}, ${roundedEn[t.rounding]}${bound}), ${t.inService.text} in service${stockEn(t)}: ${t.shortfall.text} missing${tail}.`
    },
  },
  noEnrolment: {
    fr: (t: Stock) =>
      fr`Effectif inconnu, donc ni cible ni manque; ${t.inService.text} en service${stockFr(t)}. Importez l'effectif (${mend.enrolment.fr}).`,
    en: (t: Stock) =>
      `Enrolment unknown, so neither target nor shortfall; ${t.inService.text} in service${stockEn(t)}. Import the enrolment (${mend.enrolment.en}).`,
  },
  notConcerned: {
    fr: (t: Stock & { readonly sectors: string }) =>
      fr`L'école n'enseigne rien de ce que compte cette catégorie (${t.sectors}) : rien ne lui est dû; ${t.inService.text} en service${stockFr(t)}.`,
    en: (t: Stock & { readonly sectors: string }) =>
      `The school teaches nothing of what this category counts (${t.sectors}): nothing is due; ${t.inService.text} in service${stockEn(t)}.`,
  },
} as const
