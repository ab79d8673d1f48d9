import { deriveDeprivation } from '../derive/deprivation.js'
import type { Messages } from '../i18n/translator.js'
import type { Spending } from '../model/allocation.js'
import type { Deprivation } from '../model/deprivation.js'
import type { EquipmentLot } from '../model/equipment.js'
import type { Shortfall } from '../model/records.js'
import { listDeprivationFacts } from '../store/deprivation.js'
import { listSpending } from '../store/spending.js'
import type { Known } from './known.js'
import { provenanceLines, provenanceOf } from './provenance.js'
import { readRules } from './reference.js'
import { findGaps } from './results.js'
import type { Session } from './session.js'
import { findShortfalls } from './shortfalls.js'
import { block, labelled, type Shown } from './show-lines.js'

/** A school with its buildings, pupils, deprivation and equipment, each with the file that tells it; null when it is none. */
export async function showSchool(session: Session, known: Known, code: string): Promise<Shown | null> {
  const { m } = session
  const school = known.schools.find((each) => each.code === code)
  if (school === undefined) return null
  const board = known.boards.find((each) => each.code === school.board)
  const buildings = await buildingsOf(session, known, code)
  const told = await toldOf(session, known, code)
  const shortfalls = await shortfallsOf(session, known, code)
  return {
    record: { ...school, ...told, buildings, shortfalls },
    text: [
      ...labelled(m, [
        [m.show.school, `${school.code} ${school.name}`],
        [m.show.board, `${school.board} ${board?.name ?? ''}`.trim()],
      ]),
      ...buildingLines(known, buildings, m),
      ...block(
        m,
        m.show.enrolment,
        told.enrolment.map(({ schoolYear, sector, pupils }) =>
          m.show.line(`${schoolYear}, ${m.gaps[`sector-${sector}`]}`, m.format.number(pupils)),
        ),
      ),
      ...block(
        m,
        m.show.deprivation,
        told.deprivation.map((each) => deprivationText(each, m)),
      ),
      ...block(
        m,
        m.show.equipment,
        told.equipment.map((lot) => lotText(lot, m)),
      ),
      ...block(m, m.show.spending, spendingTexts(told.spending, m)),
      ...block(
        m,
        m.show.shortfalls,
        (shortfalls ?? []).map(({ category, because }) => m.show.line(categoryName(category, m), because)),
      ),
      ...provenanceLines(m, [
        ['school', [told.importedFrom]],
        ['school_building', buildings.map(({ importedFrom }) => importedFrom)],
        ['share', buildings.map(({ shareImportedFrom }) => shareImportedFrom)],
        ['enrolment', told.enrolment.map(({ importedFrom }) => importedFrom)],
        ['deprivation', told.deprivation.flatMap(({ importedFrom }) => importedFrom)],
        ['equipment', told.equipment.map(({ importedFrom }) => importedFrom)],
        ['spending', told.spending.map(({ importedFrom }) => importedFrom)],
      ]),
    ],
  }
}

type SchoolBuildingShown = Awaited<ReturnType<typeof buildingsOf>>[number]

/** The school in each of its buildings: the part of its pupils there, and the level of bandwidth. */
async function buildingsOf(session: Session, known: Known, school: string) {
  const { gaps } = await findGaps(session, known, {})
  const levelOf = new Map(gaps.map(({ building, level }) => [building, level]))
  const pairFrom = await provenanceOf(session, 'school_building', { school })
  const shareFrom = await provenanceOf(session, 'share', { school })
  return known.schoolBuildings
    .filter((pair) => pair.school === school)
    .map((pair) => ({
      ...pair,
      level: levelOf.get(pair.building) ?? ('unknown' as const),
      importedFrom: pairFrom(school, pair.building),
      shareImportedFrom: shareFrom(school, pair.building),
    }))
}

function buildingLines(known: Known, buildings: readonly SchoolBuildingShown[], m: Messages): string[] {
  const marked = known.buildings
    .filter(({ code }) => buildings.some(({ building }) => building === code))
    .map(({ code, name, overridden = [] }) => ({
      code,
      name: `${name}${overridden.includes('name') ? ' *' : ''}${overridden.includes('ignore') ? ' ×' : ''}`,
      overridden,
    }))
  const nameOf = new Map(marked.map(({ code, name }) => [code, name]))
  return [
    ...block(
      m,
      m.show.buildings,
      buildings.map(({ building, share, level }) => {
        const part = share === null ? '' : ` (${m.format.percent(share)})`
        return m.show.line(`${building} ${nameOf.get(building) ?? ''}`.trim() + part, m.gaps[`level-${level}`])
      }),
    ),
    ...(marked.some(({ overridden }) => overridden.includes('name')) ? [m.overrides.legendSaid] : []),
    ...(marked.some(({ overridden }) => overridden.includes('ignore')) ? [m.overrides.legendIgnored] : []),
  ]
}

/** What files tell of the school itself, each with where it comes from. */
async function toldOf(session: Session, known: Known, school: string) {
  const enrolmentFrom = await provenanceOf(session, 'enrolment', { school })
  const equipmentFrom = await provenanceOf(session, 'equipment', { school })
  const spendingFrom = await provenanceOf(session, 'spending', { school })
  const deprivationFrom = await provenanceOf(session, 'deprivation', { school })
  const facts = (await listDeprivationFacts(session.store.db)).filter((fact) => fact.school === school)
  return {
    importedFrom: (await provenanceOf(session, 'school', { code: school }))(school),
    enrolment: known.enrolment
      .filter((row) => row.school === school)
      .map((row) => ({ ...row, importedFrom: enrolmentFrom(school, row.schoolYear, row.sector) })),
    deprivation: deriveDeprivation(facts).map((each) => ({
      ...each,
      importedFrom: each.levels.map((level) => deprivationFrom(school, each.schoolYear, level)),
    })),
    equipment: known.equipment
      .filter((lot) => lot.school === school)
      .map((lot) => ({ ...lot, importedFrom: equipmentFrom(...equipmentKey(lot)) })),
    spending: (await listSpending(session.store.db, school)).map((line) => ({
      ...line,
      importedFrom: spendingFrom(...spendingKey(line)),
    })),
  }
}

/** A spending's key, in the order of its table. */
export function spendingKey(line: Spending): (string | number)[] {
  const { school, schoolYear, part, category, amountCents, date, reference } = line
  return [school, schoolYear, part, category ?? '', amountCents, date ?? '', reference ?? '']
}

/** A lot's key, in the order of its table. */
export function equipmentKey(lot: EquipmentLot): (string | number)[] {
  return [lot.school, lot.category, lot.item, lot.unitsEach, lot.acquiredOn ?? '', lot.condition]
}

function deprivationText({ schoolYear, imse, imseDecile, sfr, sfrDecile }: Deprivation, m: Messages): string {
  const index = (name: string, value: number | null, decile: number | null): string =>
    value === null ? m.show.withheld(name) : m.show.index(name, m.format.number(value, 2), String(decile ?? '—'))
  return m.show.line(schoolYear, `${index('IMSE', imse, imseDecile)}; ${index('SFR', sfr, sfrDecile)}`)
}

function lotText({ category, item, quantity, unitsEach, acquiredOn, condition, costCents }: EquipmentLot, m: Messages) {
  const parts = [
    `${m.format.number(quantity)} × ${item}${unitsEach === 1 ? '' : ` (${m.show.unitsEach(m.format.number(unitsEach))})`}`,
    acquiredOn,
    m.words[`condition-${condition}`],
    costCents === null ? null : m.format.money(costCents),
  ]
  return m.show.line(categoryName(category, m), parts.filter((part) => part !== null).join(', '))
}

/** What the school spent, added up by year, part and category: an invoice is found in the list. */
function spendingTexts(lines: readonly Spending[], m: Messages): string[] {
  const sums = new Map<string, { readonly line: Spending; cents: number }>()
  for (const line of lines) {
    const key = [line.schoolYear, line.part, line.category ?? ''].join(' ')
    const sum = sums.get(key) ?? { line, cents: 0 }
    sums.set(key, sum)
    sum.cents += line.amountCents
  }
  return [...sums.values()].map(({ line: { schoolYear, part, category }, cents }) => {
    const what = category === null ? m.words[`part-${part}`] : categoryName(category, m)
    return m.show.line(`${schoolYear}, ${what}`, m.format.money(cents))
  })
}

function categoryName(category: string, m: Messages): string {
  return m.words[`category-${category}` as keyof Messages['words']] ?? category
}

/** A school's equipment by category against the configuration's rules; null when it names none. */
async function shortfallsOf(session: Session, known: Known, school: string): Promise<readonly Shortfall[] | null> {
  const { config, m } = session
  if (config.equipment.rules === undefined) return null
  const { rules } = await readRules(undefined, config, config.folder, m)
  const { shortfalls } = await findShortfalls(session, known, rules, undefined)
  return shortfalls.filter((each) => each.school === school)
}
