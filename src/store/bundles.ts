import { sql } from '#kysely'
import type { BundleKind } from '../model/bundle.js'
import type { Network } from '../model/organisation.js'
import type { Tx } from './bulk.js'
import type { Db } from './database.js'
import { listFleet } from './fleet.js'
import { IMPORTED, type ImportedTable } from './imported.js'
import {
  listBoards,
  listBuildings,
  listEnrolment,
  listEquipment,
  listNetworks,
  listPops,
  listSchoolBuildings,
  listSchools,
  listWanLinks,
} from './organisation.js'
import { listSpending } from './spending.js'

type Cell = string | number | null

/** The rows of one file of a bundle: cells by the kind's canonical columns. */
export interface BundleTable {
  readonly kind: BundleKind
  readonly rows: readonly Readonly<Record<string, Cell>>[]
}

/** What a board tells, and how many rows of its fleet are left out, or lose their school, as nothing else would be right. */
export interface BoardContent {
  readonly name: string
  readonly tables: readonly BundleTable[]
  /** Rows that only a name tells apart: it may be a person's. */
  readonly unidentified: number
  /** Rows that name a school of another board. */
  readonly strayed: number
}

/**
 * What is known now of a board alone, as people corrected it: its schools with their buildings, pupils, networks, links,
 * equipment, spending and fleet; nothing of other boards but the places that its links lead to. No name of a device of the fleet,
 * no source of a link, no correction's author: they may name people.
 *
 * @param configured networks that the board's configuration gives, which win over the imported ones.
 */
export async function boardContent(
  db: Db,
  board: { readonly code: string; readonly name: string },
  configured: readonly Network[],
): Promise<BoardContent> {
  const known = (await listBoards(db)).find(({ code }) => code === board.code)
  const everyPair = await listSchoolBuildings(db)
  const schools = (await listSchools(db, everyPair)).filter((school) => school.board === board.code)
  const schoolCodes = new Set(schools.map(({ code }) => code))
  const pairs = everyPair.filter(({ school }) => schoolCodes.has(school))
  const everyBuilding = new Map((await listBuildings(db)).map((building) => [building.code, building]))
  const networks = [...byCidr([...(await listNetworks(db, board.code)), ...configured]).values()]
  const own = new Set([...pairs.map(({ building }) => building), ...networks.flatMap(({ building }) => building ?? [])])
  const pops = new Map((await listPops(db)).map((pop) => [pop.id, pop]))
  const links = (await listWanLinks(db)).filter(
    ({ a, b }) => own.has(a) && everyBuilding.has(a) && (everyBuilding.has(b) || pops.has(b)),
  )
  const ends = new Set(links.flatMap(({ a, b }) => [a, b]))
  const buildings = [...everyBuilding.values()].filter(({ code }) => own.has(code) || ends.has(code))
  const told = new Set(buildings.map(({ code }) => code))
  const more = await linkDetails(db)
  const fleet = await listFleet(db, board.code)
  const identified = fleet.filter(({ serial, mac, assetTag }) => (serial ?? assetTag ?? mac[0]) !== undefined)
  const name = known?.name ?? board.name
  const tables: BundleTable[] = [
    {
      kind: 'boards',
      rows: [{ code: board.code, name, language: known?.language ?? null, municipality: known?.municipality ?? null }],
    },
    {
      kind: 'buildings',
      rows: buildings.map(({ code, name, municipality, mrc, region, coordinates, areaM2 }) => ({
        ...{ code, name, municipality, mrc, region, area_m2: areaM2 },
        ...{ lon: coordinates?.[0] ?? null, lat: coordinates?.[1] ?? null },
      })),
    },
    {
      kind: 'schools',
      rows: pairs.map(({ school, building, orders }) => ({
        ...{ school, building, board: board.code },
        name: schools.find(({ code }) => code === school)?.name ?? null,
        building_name: everyBuilding.get(building)?.name ?? null,
        ...Object.fromEntries(Object.entries(orders).map(([order, is]) => [order, Number(is)])),
      })),
    },
    {
      kind: 'shares',
      rows: pairs.flatMap(({ school, building, share }) => (share === null ? [] : [{ school, building, share }])),
    },
    {
      kind: 'enrolment',
      rows: (await listEnrolment(db))
        .filter(({ school }) => schoolCodes.has(school))
        .map(({ school, schoolYear, sector, pupils }) => ({ school, school_year: schoolYear, sector, pupils })),
    },
    {
      kind: 'pops',
      rows: [...pops.values()]
        .filter(({ id }) => ends.has(id))
        .map(({ id, name, network, kind, coordinates }) => ({
          ...{ id, name, network, kind },
          ...{ lon: coordinates?.[0] ?? null, lat: coordinates?.[1] ?? null },
        })),
    },
    {
      kind: 'networks',
      rows: networks.map(({ cidr, building, role }) => ({
        ...{ cidr, role },
        building: building !== null && told.has(building) ? building : null,
      })),
    },
    {
      kind: 'wan-links',
      rows: links.map((link) => {
        const { id, name, provider, network, a, b, medium, status, role, contractEnd } = link
        const { burst_down_bps = null, burst_up_bps = null, route = null } = more.get(id) ?? {}
        return {
          ...{ id, name, provider, network, a, b, medium, status, role, contract_end: contractEnd, geometry: route },
          capacity_down_mbps: scaled(link.capacityDownBps, 6),
          capacity_up_mbps: scaled(link.capacityUpBps, 6),
          burst_down_mbps: scaled(burst_down_bps, 6),
          burst_up_mbps: scaled(burst_up_bps, 6),
          monthly_cost: scaled(link.monthlyCostCents, 2),
        }
      }),
    },
    {
      kind: 'equipment',
      rows: (await listEquipment(db))
        .filter(({ school }) => schoolCodes.has(school))
        .map(({ school, category, item, quantity, unitsEach, acquiredOn, condition, costCents }) => ({
          ...{ school, category, item, quantity, units_each: unitsEach, acquired_on: acquiredOn, condition },
          cost: scaled(costCents, 2),
        })),
    },
    {
      kind: 'spending',
      rows: (await listSpending(db))
        .filter(({ school }) => schoolCodes.has(school))
        .map(({ school, schoolYear, part, category, amountCents, date, reference }) => ({
          ...{ school, school_year: schoolYear, part, category, amount: scaled(amountCents, 2), date, reference },
        })),
    },
    {
      kind: 'fleet',
      rows: identified.map(({ serial, mac, assetTag, model, os, osVersion, lastContact, school, status }) => ({
        ...{ serial, mac: mac.join(' '), asset_tag: assetTag, model, os, os_version: osVersion, status },
        ...{ last_contact: lastContact, school: school !== null && schoolCodes.has(school) ? school : null },
      })),
    },
  ]
  return {
    name,
    tables: tables.filter(({ rows }) => rows.length > 0),
    unidentified: fleet.length - identified.length,
    strayed: identified.filter(({ school }) => school !== null && !schoolCodes.has(school)).length,
  }
}

function byCidr(networks: readonly Network[]): Map<string, Network> {
  return new Map(networks.map((network) => [network.cidr, network]))
}

async function linkDetails(db: Db) {
  const columns = ['link', 'burst_down_bps', 'burst_up_bps', 'route'] as const
  const rows = await db.selectFrom('wan_link').select(columns).where('until', 'is', null).execute()
  return new Map(rows.map((row) => [row.link, row]))
}

/** An integer ÷ 10 ^ `decimals`, on its digits. */
function scaled(value: number | null, decimals: number): string | null {
  if (value === null) return null
  const digits = String(Math.abs(value)).padStart(decimals + 1, '0')
  return `${value < 0 ? '-' : ''}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`.replace(/\.?0+$/, '')
}

/** Keys, each as JSON, of the facts of a table that bundles of a board brought: the next one may say otherwise. */
export async function keysToldBy(tx: Tx, table: ImportedTable, board: string): Promise<ReadonlySet<string>> {
  const { key } = IMPORTED[table]
  const columns = sql.join(key.map((column) => sql.ref(`fact.${column}`)))
  const { rows } = await sql<Record<string, Cell>>`select ${columns} from ${sql.table(table)} as fact
    join source on source.id = fact.source_id where fact.until is null and source.board = ${board}`.execute(tx)
  return new Set(rows.map((row) => JSON.stringify(key.map((column) => row[column] ?? null))))
}

/** The board of each school that is known. */
export async function boardsOfSchools(tx: Tx): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.selectFrom('school').select(['code', 'board']).where('until', 'is', null).execute()
  return new Map(rows.map(({ code, board }) => [code, board]))
}

/** Notes of which board the bundle is that was read. */
export async function noteBoard(tx: Tx, source: number, board: string): Promise<void> {
  await tx.updateTable('source').set({ board }).where('id', '=', source).execute()
}
