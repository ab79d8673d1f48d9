import type { Building, Enrolment, Orders, School, SchoolBuilding } from '../model/organisation.js'
import { joinedOrders, NO_ORDERS, SECTORS } from '../model/organisation.js'
import type { LinkChange, Scenario } from '../model/scenario.js'
import type { WanLinkFacts } from '../model/wan-link.js'
import { missingSectors, ordersBySchool, pupilsBySector } from './enrolment.js'

/** What a scenario changes of what is known. */
export interface ScenarioFacts {
  readonly schools: readonly School[]
  readonly buildings: readonly Building[]
  readonly schoolBuildings: readonly SchoolBuilding[]
  readonly enrolment: readonly Enrolment[]
  readonly wanLinks: readonly WanLinkFacts[]
}

const NEW_LINK: Omit<WanLinkFacts, 'id' | 'a' | 'b'> = {
  ...{ name: null, provider: null, network: null, medium: null, capacityDownBps: null, capacityUpBps: null },
  ...{ status: 'operational', role: 'primary', monthlyCostCents: null, contractEnd: null },
  ...{ burstDownBps: null, burstUpBps: null, source: null, route: null },
}

/**
 * What would be known if a scenario came true; what it says nothing of stays. In order: schools open; pupils are those
 * that it gives, the others grow; schools close, and their pupils go where it says, or leave; links change.
 *
 * A school that takes pupils in also teaches what they were taught. `schoolYear` is the year whose enrolment changes.
 */
export function applyScenario<Facts extends ScenarioFacts>(
  facts: Facts,
  scenario: Scenario,
  schoolYear: string | null,
): Facts {
  const opened = withOpened(facts, scenario)
  const enrolment = schoolYear === null ? facts.enrolment : pupilsIn(opened, scenario, schoolYear)
  const closed = withoutClosed({ ...opened, enrolment }, scenario)
  return { ...facts, ...closed, wanLinks: linksIn(facts.wanLinks, scenario) }
}

/**
 * The new buildings and links of a scenario alone, the links not yet in service, where they are not there already: what a
 * map of several states needs a place for.
 */
export function announced<Facts extends ScenarioFacts>(facts: Facts, scenario: Scenario): Facts {
  const known = new Set(facts.wanLinks.map(({ id }) => id))
  const links = linksIn([], scenario).filter(({ id }) => !known.has(id))
  return {
    ...facts,
    buildings: withNew(facts.buildings, scenario),
    wanLinks: [...facts.wanLinks, ...links.map((link) => ({ ...link, status: 'planned' as const }))],
  }
}

function withNew(buildings: readonly Building[], { opened }: Scenario): readonly Building[] {
  const known = new Set(buildings.map(({ code }) => code))
  return [
    ...buildings,
    ...opened.flatMap(({ building }) => (typeof building === 'string' || known.has(building.code) ? [] : [building])),
  ]
}

function withOpened(facts: ScenarioFacts, scenario: Scenario): ScenarioFacts {
  return {
    ...facts,
    schools: [...facts.schools, ...scenario.opened.map(({ school }) => school)],
    buildings: withNew(facts.buildings, scenario),
    schoolBuildings: [
      ...facts.schoolBuildings,
      ...scenario.opened.map(({ school, building }) => ({
        school: school.code,
        building: typeof building === 'string' ? building : building.code,
        share: null,
        orders: school.orders,
      })),
    ],
  }
}

/** The enrolment of a year as the scenario has it: a number that it gives is of all that the school teaches. */
function pupilsIn(facts: ScenarioFacts, { pupils, growth, opened }: Scenario, schoolYear: string): Enrolment[] {
  const orders = ordersBySchool(facts.schools, facts.schoolBuildings)
  const given = new Map([...opened.map((each) => [each.school.code, each.pupils] as const), ...pupils])
  const kept = facts.enrolment.filter((row) => row.schoolYear !== schoolYear || !given.has(row.school))
  return [
    ...kept.map((row) => (row.schoolYear === schoolYear ? { ...row, pupils: row.pupils * growth } : row)),
    ...[...given].flatMap(([school, count]) =>
      sectorsOf(orders.get(school)).map((sector, i) => ({ school, schoolYear, sector, pupils: i === 0 ? count : 0 })),
    ),
  ]
}

/** The sectors that orders of teaching announce; youth when they announce none. */
function sectorsOf(orders: Orders | undefined): readonly Enrolment['sector'][] {
  const announced = missingSectors(orders ?? NO_ORDERS, {}, SECTORS)
  return announced.length === 0 ? ['youth'] : announced
}

function withoutClosed(facts: ScenarioFacts, { closed }: Scenario): ScenarioFacts {
  if (closed.length === 0) return facts
  const target = new Map(closed.map(({ school, pupilsTo }) => [school, pupilsTo]))
  const orders = ordersBySchool(facts.schools, facts.schoolBuildings)
  const taken = new Map<string, Orders>()
  for (const { school, pupilsTo } of closed) {
    const own = orders.get(school)
    if (pupilsTo === null || own === undefined) continue
    const before = taken.get(pupilsTo)
    taken.set(pupilsTo, before === undefined ? own : joinedOrders(before, own))
  }
  const teaching = <T extends { readonly orders: Orders }>(each: T, school: string): T => {
    const added = taken.get(school)
    return added === undefined ? each : { ...each, orders: joinedOrders(each.orders, added) }
  }
  return {
    ...facts,
    schools: facts.schools.filter(({ code }) => !target.has(code)).map((each) => teaching(each, each.code)),
    schoolBuildings: facts.schoolBuildings
      .filter(({ school }) => !target.has(school))
      .map((each) => teaching(each, each.school)),
    enrolment: facts.enrolment.flatMap((row) => {
      const to = target.get(row.school)
      return to === undefined ? [row] : to === null ? [] : [{ ...row, school: to }]
    }),
  }
}

/**
 * The schools whose unknown pupils stand in the way of a closing: added to a number, they would pass for none. Where both
 * the school and the one that takes its pupils in are unknown, the sum is too, and nothing stands in the way.
 */
export function unknownAtClosing(
  facts: ScenarioFacts,
  scenario: Scenario,
  schoolYear: string | null,
): readonly { readonly closed: number; readonly school: string }[] {
  const opened = withOpened(facts, scenario)
  const orders = ordersBySchool(opened.schools, opened.schoolBuildings)
  const enrolment = schoolYear === null ? [] : pupilsIn(opened, scenario, schoolYear)
  const counted = pupilsBySector(enrolment, schoolYear)
  return scenario.closed.flatMap(({ school, pupilsTo }, closed) => {
    if (pupilsTo === null) return []
    for (const sector of SECTORS) {
      const isUnknown = (code: string): boolean =>
        missingSectors(orders.get(code) ?? NO_ORDERS, counted.get(code) ?? {}, SECTORS).includes(sector)
      const isCounted = (code: string): boolean => {
        const { [sector]: own, preschool } = counted.get(code) ?? {}
        return own !== undefined || (sector === 'youth' && preschool !== undefined)
      }
      if (isUnknown(school) && isCounted(pupilsTo)) return [{ closed, school }]
      if (isUnknown(pupilsTo) && isCounted(school)) return [{ closed, school: pupilsTo }]
    }
    return []
  })
}

function linksIn(links: readonly WanLinkFacts[], { planned, links: changes }: Scenario): readonly WanLinkFacts[] {
  const inService = new Set(planned === 'all' ? [] : planned)
  const coming = ({ id, status }: WanLinkFacts): boolean =>
    planned === 'all' ? status === 'planned' || status === 'underConstruction' : inService.has(id)
  const byId = new Map(
    links.map((link) => [link.id, coming(link) ? { ...link, status: 'operational' as const } : link]),
  )
  for (const change of changes) byId.set(change.id, changed(byId.get(change.id), change))
  return [...byId.values()]
}

function changed(link: WanLinkFacts | undefined, change: LinkChange): WanLinkFacts {
  return { ...(link ?? { ...NEW_LINK, a: '', b: '' }), ...change }
}
