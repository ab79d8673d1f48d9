import type { CategoryRule, RatioOrder } from '../../model/equipment.js'
import { fr } from '../typography.js'
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

/** Equipment against a rule: counts, totals, renewals, and the sentence behind each figure. */
export const shortfalls = {
  ...orders,
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
