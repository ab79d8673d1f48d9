import type { CatalogueItem, EquipmentLot } from '../model/equipment.js'
import type { ShareRow } from '../model/input-kind.js'
import {
  joinedOrders,
  NO_ORDERS,
  type Board,
  type BoardNetwork,
  type Building,
  type Enrolment,
  type Establishment,
  type Network,
  type Orders,
  type School,
  type SchoolBuilding,
  type Sector,
} from '../model/organisation.js'
import type { LinkStatus, Medium, Pop, WanLink, WanLinkFacts } from '../model/wan-link.js'
import { parseCoordinates } from '../model/override.js'
import type { EstablishmentRow } from '../model/rows.js'
import type { Db } from './database.js'
import { kept, readSaid, type View } from './overrides.js'

function coordinates(lon: number | null, lat: number | null): readonly [number, number] | null {
  return lon === null || lat === null ? null : [lon, lat]
}

/** Boards as they stand now, by code. */
export async function listBoards(db: Db): Promise<Board[]> {
  const rows = await db.selectFrom('board').selectAll().where('until', 'is', null).orderBy('code').execute()
  return rows.map(({ code, name, language, municipality }) => ({
    code,
    name,
    language: language as Board['language'],
    municipality,
  }))
}

/** Buildings as they stand now, by code. What a person says wins over the file, and `overridden` names it. */
export async function listBuildings(db: Db, view: View = 'kept'): Promise<Building[]> {
  const said = await readSaid(db, 'building', view)
  const rows = await db.selectFrom('building').selectAll().where('until', 'is', null).orderBy('code').execute()
  return kept(db, 'building', said.ignored, view, rows, ({ code }) => code).map((row) => {
    const { code, name, lon, lat, municipality, mrc, region, area_m2 } = row
    const sayings = said.of(code)
    const place = parseCoordinates(sayings.get('coordinates')?.value ?? '')
    return {
      code,
      name: sayings.get('name')?.value ?? name,
      coordinates: place ?? coordinates(lon, lat),
      municipality,
      mrc,
      region,
      areaM2: area_m2,
      overridden: [...sayings.keys()],
    }
  })
}

/**
 * Which school is in which building, by school then building, with the share that a file gives. Of a building that
 * people ignore no school is said: its pupils are then in the school's other buildings.
 */
export async function listSchoolBuildings(db: Db, view: View = 'kept'): Promise<SchoolBuilding[]> {
  const said = await readSaid(db, 'building', view)
  const rows = await db
    .selectFrom('school_building as pair')
    .leftJoin('share', (join) =>
      join
        .onRef('share.school', '=', 'pair.school')
        .onRef('share.building', '=', 'pair.building')
        .on('share.until', 'is', null),
    )
    .selectAll('pair')
    .select('share.share')
    .where('pair.until', 'is', null)
    .orderBy('pair.school')
    .orderBy('pair.building')
    .execute()
  return kept(db, 'building', said.ignored, view, rows, ({ building }) => building).map((row) => ({
    school: row.school,
    building: row.building,
    share: row.share,
    orders: {
      preschool: row.preschool === 1,
      primary: row.primary_level === 1,
      secondary: row.secondary === 1,
      vocational: row.vocational === 1,
      adult: row.adult === 1,
    },
  }))
}

/**
 * Schools as they stand now, by code; a school's orders are those of all its buildings together. A school whose every
 * building is ignored is left out with them.
 */
export async function listSchools(db: Db, pairs: readonly SchoolBuilding[], view: View = 'kept'): Promise<School[]> {
  const orders = new Map<string, Orders>()
  for (const pair of pairs) {
    orders.set(pair.school, joinedOrders(orders.get(pair.school) ?? NO_ORDERS, pair.orders))
  }
  const rows = await db.selectFrom('school').selectAll().where('until', 'is', null).orderBy('code').execute()
  const nowhere = await nowhereLeft(db, new Set(orders.keys()), view)
  return kept(db, 'school', nowhere, view, rows, ({ code }) => code).map(({ code, name, board }) => ({
    code,
    name,
    board,
    orders: orders.get(code) ?? NO_ORDERS,
  }))
}

/** The schools that are in ignored buildings, and in no other. */
async function nowhereLeft(db: Db, somewhere: ReadonlySet<string>, view: View): Promise<ReadonlySet<string>> {
  const { ignored } = await readSaid(db, 'building', view)
  if (ignored.size === 0) return ignored
  const rows = await db
    .selectFrom('school_building')
    .select('school')
    .where('until', 'is', null)
    .where('building', 'in', [...ignored])
    .execute()
  return new Set(rows.map(({ school }) => school).filter((school) => !somewhere.has(school)))
}

/** All enrolment known now, by school, year and sector. */
export async function listEnrolment(db: Db): Promise<Enrolment[]> {
  const rows = await db
    .selectFrom('enrolment')
    .select(['school', 'school_year', 'sector', 'pupils'])
    .where('until', 'is', null)
    .orderBy('school')
    .orderBy('school_year')
    .orderBy('sector')
    .execute()
  return rows.map(({ school, school_year, sector, pupils }) => ({
    school,
    schoolYear: school_year,
    sector: sector as Sector,
    pupils,
  }))
}

/** WAN links as they stand now, by id. What a person says wins over the file, and `overridden` names it. */
export async function listWanLinks(db: Db, view: View = 'kept'): Promise<WanLinkFacts[]> {
  const said = await readSaid(db, 'wan-link', view)
  const rows = await db.selectFrom('wan_link').selectAll().where('until', 'is', null).orderBy('link').execute()
  return kept(db, 'wan-link', said.ignored, view, rows, ({ link }) => link).map((row) => ({
    id: row.link,
    name: said.of(row.link).get('name')?.value ?? row.name,
    provider: row.provider,
    network: row.network,
    a: row.a,
    b: row.b,
    medium: row.medium as Medium | null,
    capacityDownBps: row.capacity_down_bps,
    capacityUpBps: row.capacity_up_bps,
    status: row.status as LinkStatus,
    role: row.role as WanLink['role'],
    monthlyCostCents: row.monthly_cost_cents,
    contractEnd: row.contract_end,
    burstDownBps: row.burst_down_bps,
    burstUpBps: row.burst_up_bps,
    source: row.source,
    route: row.route,
    overridden: [...said.of(row.link).keys()],
  }))
}

/** Points of presence as they stand now, by id. */
export async function listPops(db: Db): Promise<Pop[]> {
  const rows = await db.selectFrom('pop').selectAll().where('until', 'is', null).orderBy('pop').execute()
  return rows.map(({ pop, name, network, kind, lon, lat }) => ({
    id: pop,
    name,
    network,
    kind: kind as Pop['kind'],
    coordinates: coordinates(lon, lat),
  }))
}

/** A board's networks as they stand now, by CIDR; every board's when `board` is null. */
export async function listNetworks(db: Db, board: string | null): Promise<BoardNetwork[]> {
  let query = db.selectFrom('network').selectAll().where('until', 'is', null).orderBy('cidr')
  if (board !== null) query = query.where('board', 'in', [board, ''])
  const rows = await query.execute()
  return rows.map(({ board, cidr, building, role }) => ({ board, cidr, building, role: role as Network['role'] }))
}

/** Lots of equipment as they stand now, by school, category and item. */
export async function listEquipment(db: Db): Promise<EquipmentLot[]> {
  const rows = await db
    .selectFrom('equipment')
    .selectAll()
    .where('until', 'is', null)
    .orderBy('school')
    .orderBy('category')
    .orderBy('item')
    .orderBy('acquired_on')
    .execute()
  return rows.map((row) => ({
    school: row.school,
    category: row.category,
    item: row.item,
    quantity: row.quantity,
    unitsEach: row.units_each,
    acquiredOn: row.acquired_on === '' ? null : row.acquired_on,
    condition: row.condition as EquipmentLot['condition'],
    costCents: row.cost_cents,
  }))
}

/** Shares as they stand now, by school then building: what files say of pupils per building. */
export async function listShares(db: Db): Promise<ShareRow[]> {
  return db
    .selectFrom('share')
    .select(['school', 'building', 'share'])
    .where('until', 'is', null)
    .orderBy('school')
    .orderBy('building')
    .execute()
}

/** Establishments outside of the boards as they stand now, by code then building. */
export async function listEstablishments(db: Db, sector: Establishment['sector'] | null): Promise<EstablishmentRow[]> {
  let query = db
    .selectFrom('establishment')
    .leftJoin('building', (join) =>
      join.onRef('building.code', '=', 'establishment.building').on('building.until', 'is', null),
    )
    .select([
      ...(['establishment.code', 'establishment.name', 'establishment.sector', 'establishment.type'] as const),
      ...(['establishment.building', 'building.municipality', 'building.lon', 'building.lat'] as const),
    ])
    .where('establishment.until', 'is', null)
    .orderBy('establishment.code')
    .orderBy('establishment.building')
  if (sector !== null) query = query.where('establishment.sector', '=', sector)
  return (await query.execute()).map(({ sector, ...row }) => ({ ...row, sector: sector as Establishment['sector'] }))
}

/** The items that schools may choose as they stand now, by category and item. */
export async function listCatalogue(db: Db): Promise<CatalogueItem[]> {
  const rows = await db
    .selectFrom('catalogue_item')
    .selectAll()
    .where('until', 'is', null)
    .orderBy('category')
    .orderBy('item')
    .execute()
  return rows.map(({ category, item, units_each, price_cents }) => ({
    ...{ category, item },
    unitsEach: units_each,
    priceCents: price_cents,
  }))
}
