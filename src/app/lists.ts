import type { Deprivation } from '../model/deprivation.js'
import type { BoardNetwork, Establishment } from '../model/organisation.js'
import type { ImportedFrom } from '../model/problem.js'
import type { BuildingRow, EstablishmentRow, PopRow, SchoolRow } from '../model/rows.js'
import type { FromFile } from '../reports/source-columns.js'
import type { Value } from '../store/bulk.js'
import type { ImportedTable } from '../store/imported.js'
import { listFleet } from '../store/fleet.js'
import { listDevices, listInterfaces, listNeighbours } from '../store/devices.js'
import {
  listBoards,
  listBuildings,
  listCatalogue,
  listEnrolment,
  listEquipment,
  listEstablishments,
  listNetworks,
  listPops,
  listSchoolBuildings,
  listSchools,
  listShares,
  listWanLinks,
} from '../store/organisation.js'
import { listAccessPoints, listComponents } from '../store/part-lists.js'
import { listScans } from '../store/scans.js'
import { listDeprivationFacts } from '../store/deprivation.js'
import { listSpending } from '../store/spending.js'
import { listTerritories } from '../store/territories.js'
import { deriveDeprivation } from '../derive/deprivation.js'
import type { View } from '../store/overrides.js'
import { sortedByAddress } from '../lib/cidr.js'
import { lastSchoolYear } from './known.js'
import { allChanges } from './changes.js'
import { scopeOf, sessionLocator, type Session } from './session.js'
import { devicesByBuilding } from './device-counts.js'
import { measureLinks } from './link-measures.js'
import { linkRows } from './links.js'
import { overrideRows } from './overrides.js'
import { fromFile, provenanceOf } from './provenance.js'
import { equipmentKey, spendingKey } from './show-school.js'
import { trafficRows } from './traffic-rows.js'

async function schoolRows({ store }: Session, view: View): Promise<SchoolRow[]> {
  const pairs = await listSchoolBuildings(store.db, view)
  const enrolment = await listEnrolment(store.db)
  const schoolYear = lastSchoolYear(enrolment)
  const pupils = new Map<string, number>()
  for (const row of enrolment) {
    if (row.schoolYear === schoolYear) pupils.set(row.school, (pupils.get(row.school) ?? 0) + row.pupils)
  }
  const buildings = new Map<string, string[]>()
  for (const { school, building } of pairs) buildings.set(school, [...(buildings.get(school) ?? []), building])
  return (await listSchools(store.db, pairs, view)).map(({ code, name, board }) => ({
    code,
    name,
    board,
    buildings: buildings.get(code) ?? [],
    schoolYear,
    pupils: pupils.get(code) ?? null,
  }))
}

/** In the words of the columns: a place is two of them. */
const COORDINATE_COLUMNS = ['lon', 'lat'] as const

async function buildingRows(session: Session, view: View): Promise<BuildingRow[]> {
  const { db } = session.store
  const schools = new Map<string, string[]>()
  for (const { school, building } of await listSchoolBuildings(db, view)) {
    schools.set(building, [...(schools.get(building) ?? []), school])
  }
  const devices = await devicesByBuilding(session, view)
  return (await listBuildings(db, view)).map(
    ({ code, name, coordinates, municipality, mrc, region, areaM2, overridden }) => ({
      code,
      name,
      municipality,
      mrc,
      region,
      lon: coordinates?.[0] ?? null,
      lat: coordinates?.[1] ?? null,
      schools: schools.get(code) ?? [],
      devices: devices[code]?.answered ?? 0,
      areaM2,
      overridden: (overridden ?? []).flatMap((field) => (field === 'coordinates' ? COORDINATE_COLUMNS : [field])),
    }),
  )
}

type Rows = readonly object[] | AsyncIterable<object>

/** Rows of what is imported, each with the file, line and date that it comes from. */
async function sourced<Row extends object>(
  session: Session,
  table: ImportedTable,
  rows: readonly Row[],
  keyOf: (row: Row) => readonly Value[],
): Promise<(Row & FromFile)[]> {
  const from = await provenanceOf(session, table)
  return rows.map((row) => fromFile(row, from(...keyOf(row))))
}

/** A school's deprivation is of as many files as it has levels. */
async function deprivationRows(session: Session): Promise<(Deprivation & FromFile)[]> {
  const from = await provenanceOf(session, 'deprivation')
  return deriveDeprivation(await listDeprivationFacts(session.store.db)).map((row) => {
    const all = row.levels.flatMap((level) => from(row.school, row.schoolYear, level) ?? [])
    const each = <Key extends keyof ImportedFrom>(key: Key): ImportedFrom[Key][] => all.map((source) => source[key])
    return { ...row, file: each('file'), line: each('line'), importedAt: each('importedAt') }
  })
}

const establishments =
  (sector: Establishment['sector']) =>
  async (session: Session): Promise<(EstablishmentRow & FromFile)[]> =>
    sourced(session, 'establishment', await listEstablishments(session.store.db, sector), (row) => [
      row.code,
      row.building,
    ])

async function popRows({ store }: Session): Promise<PopRow[]> {
  return (await listPops(store.db)).map(({ coordinates, ...pop }) => ({
    ...pop,
    lon: coordinates?.[0] ?? null,
    lat: coordinates?.[1] ?? null,
  }))
}

async function networksByAddress({ store, config }: Session): Promise<BoardNetwork[]> {
  return sortedByAddress(await listNetworks(store.db, scopeOf(config)), ({ cidr }) => cidr.replace(/\/.*/, ''))
}

/** What `list <noun>` gives: rows, all at once or one after the other. `view` says whether what people ignore is there. */
export const LISTS: Readonly<Record<string, (session: Session, view: View) => Promise<Rows> | AsyncIterable<object>>> =
  {
    boards: async (session) => sourced(session, 'board', await listBoards(session.store.db), ({ code }) => [code]),
    schools: async (session, view) => sourced(session, 'school', await schoolRows(session, view), ({ code }) => [code]),
    buildings: async (session, view) =>
      sourced(session, 'building', await buildingRows(session, view), ({ code }) => [code]),
    private: establishments('private'),
    'higher-education': establishments('higher-education'),
    enrolment: async (session) =>
      sourced(session, 'enrolment', await listEnrolment(session.store.db), (row) => [
        row.school,
        row.schoolYear,
        row.sector,
      ]),
    shares: async (session) =>
      sourced(session, 'share', await listShares(session.store.db), ({ school, building }) => [school, building]),
    pops: async (session) => sourced(session, 'pop', await popRows(session), ({ id }) => [id]),
    networks: async (session) =>
      sourced(session, 'network', await networksByAddress(session), ({ board, cidr }) => [board, cidr]),
    catalogue: async (session) =>
      sourced(session, 'catalogue_item', await listCatalogue(session.store.db), ({ category, item }) => [
        category,
        item,
      ]),
    devices: async (session, view) =>
      sortedByAddress(
        await listDevices(session.store.db, await sessionLocator(session), scopeOf(session.config), view),
        ({ managementAddress }) => managementAddress,
      ),
    interfaces: ({ store, config }, view) => listInterfaces(store.db, scopeOf(config), view),
    neighbours: ({ store, config }, view) => listNeighbours(store.db, scopeOf(config), view),
    components: ({ store, config }, view) => listComponents(store.db, scopeOf(config), view),
    'access-points': ({ store, config }, view) => listAccessPoints(store.db, scopeOf(config), view),
    links: (session, view) => linkRows(session, view),
    'wan-links': async (session, view) => {
      const links = await listWanLinks(session.store.db, view)
      const measures = await measureLinks(session.store.db, links)
      const rows = links.map((link) => {
        const { use = null, monthsUntilFull = null } = measures.get(link.id) ?? {}
        return { ...link, measuredUse: use, monthsUntilFull }
      })
      return sourced(session, 'wan_link', rows, ({ id }) => [id])
    },
    traffic: (session, view) => trafficRows(session, view),
    equipment: async (session) => sourced(session, 'equipment', await listEquipment(session.store.db), equipmentKey),
    spending: async (session) => sourced(session, 'spending', await listSpending(session.store.db), spendingKey),
    territories: async (session) =>
      sourced(
        session,
        'territory',
        (await listTerritories(session.store.db)).map(({ board, name, language }) => ({ board, name, language })),
        ({ board }) => [board],
      ),
    deprivation: deprivationRows,
    fleet: ({ store, config }) => listFleet(store.db, scopeOf(config)),
    changes: (session, view) => allChanges(session, view),
    scans: ({ store }) => listScans(store.db),
    overrides: (session, view) => overrideRows(session, { removedToo: view === 'all' }),
  }
