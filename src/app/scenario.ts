import { basename, extname, resolve } from 'node:path'
import { announced, applyScenario, unknownAtClosing } from '../derive/scenario.js'
import type { Messages } from '../i18n/translator.js'
import { UserError } from '../model/errors.js'
import { NO_ORDERS } from '../model/organisation.js'
import type { LinkChange, OpenedSchool, Scenario } from '../model/scenario.js'
import { issueText } from './config/load.js'
import { lastSchoolYear, type Known } from './known.js'
import { scenarioSchema, type ScenarioFile } from './scenario-schema.js'
import { readYaml, type Keys, type YamlFile } from './yaml-file.js'

/** Something wrong at a place of the file, and what to do about it. */
interface Fault {
  readonly keys: Keys
  readonly what: string
  readonly hint: string
}

/** What is, and what would be if a scenario came true. */
export interface Supposed {
  readonly scenario: Scenario
  /** What is, with the scenario's new buildings and links: nobody is in these, and the links are not in service. */
  readonly before: Known
  readonly after: Known
  /** The school year that the scenario changes; null without any enrolment. */
  readonly schoolYear: string | null
}

/**
 * A scenario's file, checked against what is known, and what it makes of that.
 *
 * @param asked the file from the folder, and the year that the scenario starts from unless it names one itself.
 * @throws UserError with the file and line of all that is wrong in it: a school, building, POP or link that is not known;
 * a new link without ends or capacity; a year of no enrolment; pupils added to a number that is not known.
 */
export async function readScenario(
  asked: { readonly file: string; readonly cwd: string; readonly year: string | undefined },
  known: Known,
  m: Messages,
): Promise<Supposed> {
  const file = await readYaml(resolve(asked.cwd, asked.file), m)
  const parsed = scenarioSchema(m).safeParse(file.value ?? {})
  if (!parsed.success) {
    const told = parsed.error.issues.map((issue) => {
      const keys = issue.path.map((key) => (typeof key === 'symbol' ? '' : key))
      if (issue.code !== 'unrecognized_keys') return line(file, keys, issueText(issue, m.config))
      return line(file, [...keys, issue.keys[0] ?? ''], m.scenario.unknownKey)
    })
    throw new UserError(told.join('\n'), m.scenario.shapeHint)
  }
  refuse(file, faultsOf(parsed.data, known, m))
  const scenario = scenarioOf(parsed.data, basename(asked.file, extname(asked.file)))
  const schoolYear = scenario.year ?? asked.year ?? lastSchoolYear(known.enrolment)
  refuse(file, yearFaults(scenario, known, m))
  refuse(file, closingFaults(scenario, known, schoolYear, m))
  return { scenario, before: announced(known, scenario), after: applyScenario(known, scenario, schoolYear), schoolYear }
}

function yearFaults({ year }: Scenario, { enrolment }: Known, m: Messages): Fault[] {
  const years = [...new Set(enrolment.map(({ schoolYear }) => schoolYear))].sort()
  if (year === null || years.includes(year)) return []
  const hint = years.length === 0 ? m.results.noEnrolmentHint : m.results.unknownYearHint(years.join(', '))
  return [{ keys: ['year'], what: m.results.unknownYear(year), hint }]
}

/** Pupils that would be added to a number that is not known. */
function closingFaults(scenario: Scenario, known: Known, year: string | null, m: Messages): Fault[] {
  return unknownAtClosing(known, scenario, year).map(({ closed, school }) => ({
    keys: ['closed', closed],
    what: m.scenario.unknownPupils(school, year ?? '—'),
    hint: m.scenario.unknownPupilsHint,
  }))
}

function line(file: YamlFile, keys: Keys, what: string): string {
  return `${file.at(keys)}: ${keys.join('.')}: ${what}`
}

function refuse(file: YamlFile, faults: readonly Fault[]): void {
  if (faults.length === 0) return
  const told = faults.map(({ keys, what }) => line(file, keys, what))
  throw new UserError(told.join('\n'), [...new Set(faults.map(({ hint }) => hint))].join('\n'))
}

/** All that names what is not there, or cannot be. */
function faultsOf(file: ScenarioFile, known: Known, m: Messages): Fault[] {
  const { scenario } = m
  const schools = new Set(known.schools.map(({ code }) => code))
  const opened = new Set(file.opened.map(({ school }) => school.code))
  const closed = new Set(file.closed.map(({ school }) => school))
  const boards = new Set(known.boards.map(({ code }) => code))
  const buildings = new Set(known.buildings.map(({ code }) => code))
  const planned = file.planned === true ? [] : file.planned
  const built = new Set(file.opened.flatMap(({ building }) => (typeof building === 'string' ? [] : [building.code])))
  const links = new Set(known.wanLinks.map(({ id }) => id))
  const ends = new Set([...buildings, ...built, ...known.pops.map(({ id }) => id)])
  const isDated = planned.some((each) => typeof each !== 'string')
  const school = (keys: Keys, code: string): Fault[] =>
    schools.has(code) ? [] : [{ keys, what: scenario.unknownSchool(code), hint: scenario.unknownSchoolHint }]
  const end = (keys: Keys, code: string | undefined): Fault[] =>
    code === undefined || ends.has(code)
      ? []
      : [{ keys, what: scenario.unknownEnd(code), hint: scenario.unknownEndHint }]
  const wrong = (when: boolean, keys: Keys, what: string): Fault[] =>
    when ? [{ keys, what, hint: scenario.mendHint }] : []
  return [
    ...wrong(file.inServiceOn !== undefined && !isDated, ['inServiceOn'], scenario.noDates),
    ...Object.keys(file.pupils).flatMap((code) => school(['pupils', code], code)),
    ...planned.flatMap((each, i) => {
      const id = typeof each === 'string' ? each : each.link
      return links.has(id)
        ? []
        : [{ keys: ['planned', i], what: scenario.unknownLink(id), hint: scenario.unknownLinkHint }]
    }),
    ...file.links.flatMap((link, i) => {
      const isNew = !links.has(link.id)
      const hasCapacity = link.capacityMbps !== undefined || link.capacityDownMbps !== undefined
      const isWhole = link.a !== undefined && link.b !== undefined && hasCapacity
      return [
        ...(isNew && !isWhole
          ? [{ keys: ['links', i], what: scenario.unknownLink(link.id), hint: scenario.newLinkHint }]
          : []),
        ...end(['links', i, 'a'], link.a),
        ...end(['links', i, 'b'], link.b),
        ...wrong(link.a !== undefined && link.a === link.b, ['links', i, 'b'], scenario.linkToItself),
      ]
    }),
    ...file.closed.flatMap((each, i) => [
      ...school(['closed', i, 'school'], each.school),
      ...(each.pupilsTo === undefined || opened.has(each.pupilsTo)
        ? []
        : school(['closed', i, 'pupilsTo'], each.pupilsTo)),
      ...wrong(closed.has(each.pupilsTo ?? ''), ['closed', i, 'pupilsTo'], scenario.toClosed(each.pupilsTo ?? '')),
    ]),
    ...file.opened.flatMap(({ school: own, building }, i) => [
      ...wrong(schools.has(own.code), ['opened', i, 'school', 'code'], scenario.schoolExists(own.code)),
      ...(boards.size === 0 || boards.has(own.board)
        ? []
        : [
            {
              keys: ['opened', i, 'school', 'board'],
              what: scenario.unknownBoard(own.board),
              hint: scenario.boardHint,
            },
          ]),
      ...(typeof building === 'string' && !buildings.has(building) && !built.has(building)
        ? [{ keys: ['opened', i, 'building'], what: scenario.unknownBuilding(building), hint: scenario.buildingHint }]
        : []),
      ...wrong(
        typeof building !== 'string' && buildings.has(building.code),
        ['opened', i, 'building', 'code'],
        scenario.buildingExists(typeof building === 'string' ? building : building.code),
      ),
    ]),
    ...twice(file.links.map(({ id }) => id)).flatMap((i) =>
      wrong(true, ['links', i, 'id'], scenario.twice(file.links[i]?.id ?? '')),
    ),
    ...twice(file.closed.map((each) => each.school)).flatMap((i) =>
      wrong(true, ['closed', i, 'school'], scenario.twice(file.closed[i]?.school ?? '')),
    ),
    ...twice(file.opened.map((each) => each.school.code)).flatMap((i) =>
      wrong(true, ['opened', i, 'school', 'code'], scenario.twice(file.opened[i]?.school.code ?? '')),
    ),
    ...twice(file.opened.map(({ building }) => (typeof building === 'string' ? '' : building.code))).flatMap((i) => {
      const building = file.opened[i]?.building
      return typeof building === 'object'
        ? wrong(true, ['opened', i, 'building', 'code'], scenario.twice(building.code))
        : []
    }),
  ]
}

/** Positions of those that came before. */
function twice(codes: readonly string[]): number[] {
  return codes.flatMap((code, i) => (codes.indexOf(code) < i ? [i] : []))
}

function scenarioOf(file: ScenarioFile, fileName: string): Scenario {
  const { inServiceOn, planned } = file
  const isBy = (on: string): boolean => inServiceOn === undefined || on <= inServiceOn
  return {
    name: file.name ?? fileName,
    year: file.year ?? null,
    growth: file.growth,
    pupils: new Map(Object.entries(file.pupils)),
    planned:
      planned === true
        ? 'all'
        : planned.flatMap((each) => (typeof each === 'string' ? [each] : isBy(each.on) ? [each.link] : [])),
    links: file.links.map(linkChange),
    closed: file.closed.map(({ school, pupilsTo }) => ({ school, pupilsTo: pupilsTo ?? null })),
    opened: file.opened.map(openedSchool),
  }
}

function linkChange({
  capacityMbps,
  capacityDownMbps,
  capacityUpMbps,
  ...link
}: ScenarioFile['links'][number]): LinkChange {
  const [down, up] = [capacityDownMbps ?? capacityMbps, capacityUpMbps ?? capacityMbps]
  const { id, a, b, medium, role, status } = link
  return {
    id,
    ...(a === undefined ? {} : { a }),
    ...(b === undefined ? {} : { b }),
    ...(medium === undefined ? {} : { medium }),
    ...(role === undefined ? {} : { role }),
    ...(status === undefined ? {} : { status }),
    ...(down === undefined ? {} : { capacityDownBps: Math.round(down * 1e6) }),
    ...(up === undefined ? {} : { capacityUpBps: Math.round(up * 1e6) }),
  }
}

function openedSchool({ school, building, pupils }: ScenarioFile['opened'][number]): OpenedSchool {
  const orders = { ...NO_ORDERS, ...Object.fromEntries(school.orders.map((order) => [order, true])) }
  return {
    school: { ...school, orders },
    building:
      typeof building === 'string'
        ? building
        : {
            code: building.code,
            name: building.name ?? school.name,
            coordinates: building.coordinates,
            municipality: building.municipality ?? null,
            mrc: null,
            region: building.region ?? null,
            areaM2: null,
          },
    pupils,
  }
}
