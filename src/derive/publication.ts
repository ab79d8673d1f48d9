import { groupedBy } from '../lib/group.js'
import { byCode } from '../lib/text.js'
import type { MapInput, MapView } from '../model/map-format.js'
import type { Building } from '../model/organisation.js'
import type { Gap, GapReason, LinkLoad, Shortfall } from '../model/records.js'
import type { WanLinkFacts } from '../model/wan-link.js'
import type { EquipmentRules } from '../model/equipment.js'
import { schoolYearAfter } from '../model/school-year.js'
import { agreedGap, agreedLoad } from './agreement.js'
import { retotalled } from './roadmap-totals.js'
import { LEAST_TOLD, schoolInYear, type Assumption, type Withheld } from './suppression.js'

/**
 * What of a map may be published.
 *
 * Small counts. The map is derived several times, with other counts in place of those that are withheld
 * (`withOtherCounts`: each as small as may be, as large as may be, and no two alike), and a figure is told when all
 * derivations agree on it. So no figure depends on a count that is withheld: with any other numbers below 30 the same bytes
 * are written, and whoever subtracts, divides or compares what is told, in whatever number of equations, learns that a
 * count is below 30 and nothing else. What is told is true, too: the more pupils there are anywhere the less is left for
 * each, so that what is the same at both ends is the same in between (but an empty school is shown as if it were not, and
 * pupils of one school that are withheld in three buildings or more may be where no derivation has put them). That holds
 * for levels, which are thus told where they say nothing of the count: a link wide enough for 29 pupils is wide enough. The
 * roadmap is the one of the most: it suffices whoever the pupils are. Totals over buildings (of a territory, of the roadmap)
 * are of the pupils that are told, hence differences of totals are too.
 *
 * Secrets and weak points. No device, cost, contract, source, route, measure of a handful of people, correction nor name
 * that people gave a link goes out, and links go by their two ends: a provider's circuit number opens doors. Only the
 * links of some building's path are drawn, as straight lines: with backups and rings one finds who has none.
 */
export function publicInput(
  derived: Readonly<Record<Assumption, MapInput>>,
  withheld: Withheld,
  { tellsSectors: bySector }: { readonly tellsSectors: boolean } = { tellsSectors: false },
): MapInput {
  const { least, most, mixed } = derived
  const main = agreedView([least, most, mixed], withheld)
  const views = least.views.map((view): MapView => {
    const others = [most, mixed].flatMap((map) => map.views.filter(({ id }) => id === view.id))
    return { ...view, ...agreedView([view, ...others], withheld) }
  })
  const idOf = publicIds(least.wanLinks, [main, ...views])
  const told = (view: Seen): Seen => renamed(view, idOf)
  const { gaps } = told(main)
  const split = splitAndWithheld(least, withheld)
  const { boards, schools, pops, territories, profile, schoolYear, generatedAt } = least
  // Field by field, here and below: what somebody adds to a map is not published before somebody says so.
  return {
    boards,
    schools,
    pops,
    territories,
    profile,
    schoolYear,
    generatedAt,
    ...told(main),
    views: views.map(({ kind, id, label, ...view }) => ({
      kind,
      id,
      label,
      profile: view.profile,
      schoolYear: view.schoolYear,
      ...told(view),
    })),
    buildings: least.buildings.map(publicBuilding),
    schoolParts: least.schoolParts.map((part) => (split.has(part.school) ? { ...part, share: null } : part)),
    schoolPupils: new Map(
      [...least.schoolPupils].map(([school, pupils]) => [school, isSmall(school, least, withheld) ? null : pupils]),
    ),
    suppressedSchools: new Set(schools.map(({ code }) => code).filter((code) => isSmall(code, least, withheld))),
    shortfalls: least.shortfalls
      .filter((row) => !tellsCount(row, least, withheld) && !(bySector && tellsSector(row, withheld)))
      .map(withoutSentence),
    roadmap: retotalled(most.roadmap, gaps).map((row) => ({
      ...row,
      upgrades: row.upgrades.flatMap((upgrade) => {
        const link = idOf.get(upgrade.link)
        return link === undefined ? [] : [{ ...upgrade, link }]
      }),
      costCents: null,
      costTotalCents: null,
    })),
    measures: toldMeasures(least, main, idOf),
    wanLinks: least.wanLinks.flatMap((link) => {
      const id = idOf.get(link.id)
      return id === undefined ? [] : [publicLink(link, id)]
    }),
    devices: {},
    drawing: { ...least.drawing, isPublic: true },
  }
}

interface Seen {
  readonly gaps: readonly Gap[]
  readonly linkLoads: readonly LinkLoad[]
}

/** What all derivations of one view agree on, and why the rest is not told. */
function agreedView(derived: readonly Seen[], withheld: Withheld): Seen {
  const gaps = groupedBy(
    derived.flatMap((view) => view.gaps),
    ({ building }) => building,
  )
  const loads = groupedBy(
    derived.flatMap(({ linkLoads }) => linkLoads),
    ({ link }) => link,
  )
  return {
    gaps: [...gaps.values()].map((same) => publicGap(same.reduce(agreedGap), withheld)),
    linkLoads: [...loads.values()].map((same) => same.reduce(agreedLoad)),
  }
}

/** Reasons that speak of links which are not drawn. */
const OF_OTHER_LINKS: readonly GapReason['code'][] = ['no-path', 'link-not-operational']

function publicGap(gap: Gap, withheld: Withheld): Gap {
  const isSmall = (school: string): boolean => withheld.schoolYears.has(schoolInYear(school, gap.schoolYear))
  const isInCell = (school: string): boolean => withheld.cells.get(school)?.includes(gap.building) === true
  const own = gap.schools.filter((school) => isSmall(school) || isInCell(school))
  const bare = own.some(isInCell) || isHypothesis(gap) ? withoutFigures(gap) : own.length > 0 ? withoutRates(gap) : gap
  const suppressed = own.length > 0 || bare.suppressed === true
  const why: GapReason[] = own.length > 0 ? [{ code: 'count-withheld', about: own }] : suppressed ? [NEIGHBOURS] : []
  const reasons = gap.reasons
    .filter(({ code }) => !OF_OTHER_LINKS.includes(code))
    .map((reason) => (reason.code === 'enrolment-missing' ? without(reason, own.filter(isSmall)) : reason))
    .filter(({ code, about }) => code !== 'enrolment-missing' || about.length > 0)
  return { ...bare, suppressed, singlePointOfFailure: null, overridden: [], reasons: [...reasons, ...why] }
}

const NEIGHBOURS: GapReason = { code: 'figures-withheld', about: [] }

function without({ code, about }: GapReason, schools: readonly string[]): GapReason {
  return { code, about: about.filter((school) => !schools.includes(school)) }
}

/** A count below 30 that no enrolment gives: a scenario's own. It is nobody's, and nobody can tell. */
function isHypothesis({ pupils, schools }: Gap): boolean {
  return pupils !== null && pupils > 0 && pupils < LEAST_TOLD && schools.length > 0
}

/** What is told of a building whose pupils are withheld: how its share compares to its demand, where all agree on it. */
function withoutRates(gap: Gap): Gap {
  return { ...gap, shareDownBps: null, shareUpBps: null, oversubscription: null }
}

function withoutFigures(gap: Gap): Gap {
  return {
    ...gap,
    pupils: null,
    demandDownBps: null,
    demandUpBps: null,
    shareDownBps: null,
    shareUpBps: null,
    ratio: null,
    level: gap.level === 'unlinked' ? 'unlinked' : 'unknown',
    bpsPerPupil: null,
    bottleneck: null,
    oversubscription: null,
    closing: [],
    suppressed: true,
  }
}

function isSmall(school: string, { schoolYear }: MapInput, { schoolYears }: Withheld): boolean {
  return schoolYears.has(schoolInYear(school, schoolYear))
}

/** Schools of several buildings whose pupils, or parts, are withheld: a share would give one from the other. */
function splitAndWithheld(
  { schoolParts, schoolYear }: MapInput,
  { schoolYears, cells }: Withheld,
): ReadonlySet<string> {
  const parts = groupedBy(schoolParts, ({ school }) => school)
  const isOne = (school: string): boolean => cells.has(school) || schoolYears.has(schoolInYear(school, schoolYear))
  return new Set([...parts].flatMap(([school, own]) => (own.length > 1 && isOne(school) ? [school] : [])))
}

/**
 * A target gives pupils back, within the few that one more unit is due for: it is not told of a school whose pupils, or
 * their parts by building, are withheld; nor where the sectors that the rule counts, or those that it does not, have fewer
 * than 30.
 */
function tellsCount(row: Shortfall, { schoolPupils }: MapInput, withheld: Withheld): boolean {
  if (withheld.cells.has(row.school) || withheld.schoolYears.has(schoolInYear(row.school, row.schoolYear))) return true
  if (row.pupils === null) return false
  const others = (schoolPupils.get(row.school) ?? row.pupils) - row.pupils
  return row.pupils < LEAST_TOLD || (others !== 0 && Math.abs(others) < LEAST_TOLD)
}

/** Field by field: a sentence that is not told is not even written. */
function withoutSentence(row: Shortfall): Shortfall {
  const { school, name, board, category, schoolYear, pupils, target, inService, pastLife, broken } = row
  const { shortfall, percent, pupilsPerDevice, costCents } = row
  return {
    ...{ school, name, board, category, schoolYear, pupils, target, inService, pastLife, broken },
    ...{ shortfall, percent, pupilsPerDevice, costCents, because: '' },
  }
}

/**
 * True for rules by which figures of a school give the pupils of one sector apart, or those of another year than the map's:
 * ratios by order of teaching, categories with sectors of their own, enrolment of the year before.
 */
export function tellsSectors({ enrolment, categories }: EquipmentRules): boolean {
  const rules = Object.values(categories)
  return enrolment === 'previous' || rules.some((rule) => typeof rule.perPupils !== 'number' || rule.sectors !== null)
}

/** By such rules, no figure is told of a school where some sector has 1 to 29 pupils, that year or the one before. */
function tellsSector({ school, schoolYear }: Shortfall, { sectorYears }: Withheld): boolean {
  return [0, -1].some((years) => sectorYears.has(schoolInYear(school, schoolYearAfter(schoolYear, years))))
}

/** Public ids of the links on some building's path: their two ends, and a number where two have the same. */
function publicIds(links: readonly WanLinkFacts[], views: readonly Seen[]): ReadonlyMap<string, string> {
  const used = new Set(views.flatMap(({ gaps }) => gaps.flatMap(({ path }) => path)))
  const drawn = links.filter(({ id }) => used.has(id)).sort((a, b) => byCode(a.id, b.id))
  const taken = new Map<string, number>()
  return new Map(
    drawn.map(({ id, a, b }) => {
      const ends = `${a}-${b}`
      const count = (taken.get(ends) ?? 0) + 1
      taken.set(ends, count)
      return [id, count === 1 ? ends : `${ends}-${count}`]
    }),
  )
}

function renamed({ gaps, linkLoads }: Seen, idOf: ReadonlyMap<string, string>): Seen {
  const name = (id: string): string => idOf.get(id) ?? id
  return {
    gaps: gaps.map((gap) => ({
      ...gap,
      path: gap.path.map(name),
      bottleneck: gap.bottleneck === null ? null : name(gap.bottleneck),
      closing: gap.closing.map((raise) => ({ ...raise, link: name(raise.link) })),
      reasons: gap.reasons.map(({ code, about }) => ({ code, about: about.map(name) })),
    })),
    linkLoads: linkLoads.flatMap((load) => {
      const link = idOf.get(load.link)
      return link === undefined ? [] : [{ ...load, link }]
    }),
  }
}

function publicBuilding({ code, name, coordinates, municipality, mrc, region }: Building): Building {
  return { code, name, coordinates, municipality, mrc, region, areaM2: null, overridden: [] }
}

function publicLink(link: WanLinkFacts, id: string): WanLinkFacts {
  return {
    id,
    name: null,
    provider: link.provider,
    network: link.network,
    a: link.a,
    b: link.b,
    medium: link.medium,
    capacityDownBps: link.capacityDownBps,
    capacityUpBps: link.capacityUpBps,
    status: link.status,
    role: link.role,
    monthlyCostCents: null,
    contractEnd: null,
    burstDownBps: link.burstDownBps,
    burstUpBps: link.burstUpBps,
    source: null,
    route: null,
    overridden: [],
  }
}

/** What was measured of links; not where all who are behind are withheld: it would be the traffic of a handful. */
function toldMeasures({ measures }: MapInput, { gaps }: Seen, idOf: ReadonlyMap<string, string>): MapInput['measures'] {
  const told = new Set(gaps.filter(({ pupils }) => (pupils ?? 0) >= LEAST_TOLD).flatMap(({ path }) => path))
  return new Map(
    [...measures].flatMap(([link, measure]) => {
      const id = idOf.get(link)
      return id === undefined || !told.has(link) ? [] : [[id, { ...measure, link: id }] as const]
    }),
  )
}
