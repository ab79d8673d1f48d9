import { accord, agree, fr } from '../typography.js'

interface Count {
  readonly count: number
  readonly text: string
}

const pupilsFr = ({ count, text }: Count): string => (count < 2 ? fr`${text} élève` : fr`${text} élèves`)
const pupilsEn = ({ count, text }: Count): string => (count === 1 ? `${text} pupil` : `${text} pupils`)

interface Fixed {
  readonly rate: string
  /** ` × 66,6 %`, or empty. */
  readonly ministry: string
  readonly cents: string
}

interface BaseText extends Fixed {
  readonly board: string
  readonly pupils: Count
  readonly among: string
  /** How many schools share it alike, as none has a pupil; null otherwise. */
  readonly alike: string | null
}

interface ScaleText {
  readonly building: string | null
  readonly pupils: Count
  /** Null past the last band. */
  readonly formula: {
    readonly base: string | null
    readonly rate: string | null
    readonly falls: boolean
    readonly above: string | null
    readonly ministry: string
  } | null
  readonly whole: string
  /** Null when the school has all of it. */
  readonly own: string | null
}

interface ProrataText {
  readonly by: 'pupils' | 'need'
  readonly cents: string
  readonly pupils: Count
  readonly factors: readonly string[]
  readonly isWeighted: boolean
  readonly own: string
  readonly among: Count
  readonly schools: string
  readonly rest: string
  readonly percent: string | null
  readonly board: string | null
  readonly envelope: string
}

function formula({ formula: told, pupils }: ScaleText): string {
  if (told === null) return ''
  const count = told.above === null ? pupils.text : `(${pupils.text} − ${told.above})`
  const sign = told.falls ? '−' : '+'
  const rate = told.rate === null ? '' : `${told.rate} × ${count}`
  if (told.base === null) return `${told.falls ? '−' : ''}${rate}${told.ministry}`
  const whole = rate === '' ? told.base : `${told.base} ${sign} ${rate}`
  return told.ministry === '' || rate === '' ? `${whole}${told.ministry}` : `(${whole})${told.ministry}`
}

/** ` = montant`, unless the rate is the amount. */
const equals = ({ rate, ministry, cents }: Fixed): string => (ministry === '' ? rate : `${rate}${ministry} = ${cents}`)

function shareFr(t: ProrataText): string {
  const factors = t.factors.map((factor) => ` × ${factor}`).join('')
  if (t.by === 'need') return fr`besoin de ${t.own} sur ${t.among.text}`
  if (t.among.count === 0) return fr`à parts égales entre ${t.schools} écoles, comme aucune n'a d'élève`
  if (!t.isWeighted) return fr`${pupilsFr(t.pupils)} sur ${t.among.text}`
  return factors === ''
    ? fr`${pupilsFr(t.pupils)} sur ${t.among.text} pondérés`
    : fr`${pupilsFr(t.pupils)}${factors} = ${t.own} sur ${t.among.text} pondérés`
}

function shareEn(t: ProrataText): string {
  const factors = t.factors.map((factor) => ` × ${factor}`).join('')
  if (t.by === 'need') return `need of ${t.own} out of ${t.among.text}`
  if (t.among.count === 0) return `equally among ${t.schools} schools, as none has a pupil`
  if (!t.isWeighted) return `${pupilsEn(t.pupils)} of ${t.among.text}`
  return factors === ''
    ? `${pupilsEn(t.pupils)} of ${t.among.text} weighted`
    : `${pupilsEn(t.pupils)}${factors} = ${t.own} of ${t.among.text} weighted`
}

/** The sentences behind an allocation, block by block, and what it could not look at. */
export const allocation = {
  ministryShare: {
    fr: (percent: string) => fr` × ${percent} %`,
    en: (percent: string) => ` × ${percent}%`,
  },
  floor: {
    fr: (t: Fixed) => fr`Plancher : ${equals(t)}.`,
    en: (t: Fixed) => `Floor: ${equals(t)}.`,
  },
  perPupil: {
    fr: (t: Fixed & { readonly pupils: Count }) =>
      fr`Par élève : ${t.rate} × ${pupilsFr(t.pupils)}${t.ministry} = ${t.cents}.`,
    en: (t: Fixed & { readonly pupils: Count }) =>
      `Per pupil: ${t.rate} × ${pupilsEn(t.pupils)}${t.ministry} = ${t.cents}.`,
  },
  basePerBoard: {
    fr: (t: BaseText) =>
      fr`Base de l'organisme ${t.board} : ${t.rate}${t.ministry}, dont ${t.cents} ici (${t.alike === null ? fr`${pupilsFr(t.pupils)} sur ${t.among}` : fr`à parts égales entre ${t.alike} écoles sans élève`}).`,
    en: (t: BaseText) =>
      `Base of board ${t.board}: ${t.rate}${t.ministry}, of which ${t.cents} here (${t.alike === null ? `${pupilsEn(t.pupils)} of ${t.among}` : `equally among ${t.alike} schools without pupils`}).`,
  },
  scale: {
    fr: (t: ScaleText) =>
      fr`Barème${t.building === null ? '' : fr` de l'immeuble ${t.building}`}, ${pupilsFr(t.pupils)} : ${t.formula === null ? fr`${t.whole}, au-delà du dernier palier` : fr`${formula(t)} = ${t.whole}`}${t.own === null ? '' : fr`, dont ${t.own} à cette école`}.`,
    en: (t: ScaleText) =>
      `Scale${t.building === null ? '' : ` of building ${t.building}`}, ${pupilsEn(t.pupils)}: ${t.formula === null ? `${t.whole}, past the last band` : `${formula(t)} = ${t.whole}`}${t.own === null ? '' : `, of which ${t.own} for this school`}.`,
  },
  cut: {
    fr: (t: { readonly due: string; readonly room: string; readonly own: string; readonly cents: string }) =>
      fr`Les montants fixes, ${t.due} en tout, dépassent les ${t.room} à répartir : ceux de l'école, ${t.own}, sont réduits à ${t.cents}, dans la même proportion que les autres.`,
    en: (t: { readonly due: string; readonly room: string; readonly own: string; readonly cents: string }) =>
      `Fixed amounts, ${t.due} in all, exceed the ${t.room} to share: this school's, ${t.own}, are cut to ${t.cents}, in the same proportion as the others.`,
  },
  prorata: {
    fr: (t: ProrataText) =>
      fr`Prorata : ${t.cents}, soit ${shareFr(t)}, ${t.board === null ? fr`du reste de ${t.rest}${t.percent === null ? '' : fr` (${t.percent} %)`} sur ${t.envelope} à répartir` : fr`des ${t.rest} de l'organisme ${t.board}`}, au cent près par les plus forts restes.`,
    en: (t: ProrataText) =>
      `Prorata: ${t.cents}, ${shareEn(t)}, from ${t.board === null ? `the rest of ${t.rest}${t.percent === null ? '' : ` (${t.percent}%)`} out of ${t.envelope} to share` : `the ${t.rest} of board ${t.board}`}, to the cent by largest remainders.`,
  },
  'factor-deprivation': {
    fr: (factor: string, decile: string) => fr`${factor} (décile ${decile})`,
    en: (factor: string, decile: string) => `${factor} (decile ${decile})`,
  },
  'factor-region': {
    fr: (factor: string, region: string) => fr`${factor} (${region})`,
    en: (factor: string, region: string) => `${factor} (${region})`,
  },
  'factor-km': {
    fr: (factor: string, km: string) => fr`${factor} (à plus de ${km} km d'un point de présence)`,
    en: (factor: string, km: string) => `${factor} (more than ${km} km from a POP)`,
  },
  'factor-small-school': {
    fr: (factor: string, upTo: string) => fr`${factor} (au plus ${upTo} élèves)`,
    en: (factor: string, upTo: string) => `${factor} (at most ${upTo} pupils)`,
  },
  'factor-special-status': {
    fr: (factor: string, _about: string) => fr`${factor} (statut particulier)`,
    en: (factor: string, _about: string) => `${factor} (special status)`,
  },
  capped: {
    fr: (cap: string, less: string) => fr`Plafond de ${cap} : ${less} de moins, que d'autres se partagent.`,
    en: (cap: string, less: string) => `Cap of ${cap}: ${less} less, which others share.`,
  },
  lifted: {
    fr: (more: string) => fr`De ce que les plafonds laissent : ${more} de plus.`,
    en: (more: string) => `From what caps leave over: ${more} more.`,
  },
  held: {
    fr: (held: string, share: string) =>
      fr`Sa part est de ${share}, dont elle détient déjà ${held} d'une enveloppe antérieure.`,
    en: (held: string, share: string) =>
      `Its share is ${share}, of which it already holds ${held} of an earlier envelope.`,
  },
  holdsMore: {
    fr: (held: string, share: string) =>
      fr`Elle détient encore ${held} d'une enveloppe antérieure, plus que sa part de ${share} : elle les garde, ne reçoit rien et ne prend pas part à la répartition.`,
    en: (held: string, share: string) =>
      `It still holds ${held} of an earlier envelope, more than its share of ${share}: it keeps them, gets nothing and takes no part in the sharing.`,
  },
  tooLittle: {
    fr: (share: string, least: string) =>
      fr`Sa part serait de ${share}, moins que le minimum utile de ${least} : elle ne reçoit rien, et les autres se la partagent.`,
    en: (share: string, least: string) =>
      `Its share would be ${share}, less than the useful minimum of ${least}: it gets nothing, and the others share it.`,
  },
  amount: { fr: (cents: string) => fr`Montant : ${cents}.`, en: (cents: string) => `Amount: ${cents}.` },
  withoutDecile: {
    fr: (count: string) =>
      fr`${count} ${accord(count, 'école', 'écoles')} sans décile de défavorisation connu : ${accord(count, 'son', 'leur')} effectif compte sans ce facteur. Importez l'indice (cartable importer deprivation …).`,
    en: (count: string) =>
      `${count} ${agree(count, 'school', 'schools')} without a known decile of deprivation: pupils count without that factor. Import the index (cartable import deprivation …).`,
  },
  withoutRegion: {
    fr: (count: string) =>
      fr`${count} ${accord(count, 'école', 'écoles')} sans région connue : l'effectif compte sans ce facteur.`,
    en: (count: string) =>
      `${count} ${agree(count, 'school', 'schools')} without a known region: pupils count without that factor.`,
  },
  withoutDistance: {
    fr: (count: string) =>
      fr`${count} ${accord(count, 'école', 'écoles')} dont la distance à un point de présence est inconnue : l'effectif compte sans ce facteur.`,
    en: (count: string) =>
      `${count} ${agree(count, 'school', 'schools')} whose distance to a POP is unknown: pupils count without that factor.`,
  },
  unknownRegions: {
    fr: (regions: string) =>
      fr`Aucun immeuble n'est dans ces régions de la règle : ${regions}. Vérifiez l'orthographe.`,
    en: (regions: string) => `No building is in these regions of the rule: ${regions}. Check the spelling.`,
  },
  withoutBuilding: {
    fr: (count: string) =>
      fr`${count} ${accord(count, 'école', 'écoles')} sans immeuble connu : le barème ${accord(count, 'la compte comme un immeuble à elle seule', 'compte chacune comme un immeuble')}.`,
    en: (count: string) =>
      `${count} ${agree(count, 'school', 'schools')} without a known building: the scale counts each as a building of its own.`,
  },
  nobodyLacks: {
    fr: fr`Rien ne manque à aucune école : la part selon le besoin n'est pas répartie.`,
    en: `No school lacks anything: the part by need is not shared.`,
  },
  unspentElsewhere: {
    fr: (count: string, cents: string) =>
      fr`${count} ${accord(count, 'école', 'écoles')} hors de la répartition ${accord(count, 'détient', 'détiennent')} ${cents} non dépensés, qui ne sont pas repris.`,
    en: (count: string, cents: string) =>
      `${count} ${agree(count, 'school', 'schools')} outside of the sharing ${agree(count, 'holds', 'hold')} ${cents} unspent, which is not taken back.`,
  },
} as const
