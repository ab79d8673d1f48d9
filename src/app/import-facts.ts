import { natureOfMac, serialKey } from '../derive/fleet-identifiers.js'
import type { SchoolRow, ShareRow, TerritoryRow, WanLinkRow } from '../model/input-kind.js'
import type { Spending } from '../model/allocation.js'
import type { DeprivationFact } from '../model/deprivation.js'
import type { CatalogueItem, EquipmentLot } from '../model/equipment.js'
import type { FleetEntry } from '../model/fleet.js'
import type { Board, Building, Enrolment, Establishment, Network } from '../model/organisation.js'
import type { Pop } from '../model/wan-link.js'
import type { Value } from '../store/bulk.js'
import type { ImportedTable } from '../store/imported.js'

/** A fact that a row tells, for the table that keeps it. `fill`: taken only where nothing better is known. */
export interface RowFact {
  readonly table: ImportedTable
  readonly cells: Readonly<Record<string, Value>>
  readonly fill?: true
  /** The same thing whatever its school: telling it in one ends what was told of it in another. */
  readonly moves?: true
}

/** What a row of each kind of file says. A thing that several rows describe comes as often; it is kept once. */
const FACTS_OF = {
  boards: ({ code, name, language, municipality }: Board): RowFact[] => [
    { table: 'board', cells: { code, name, language, municipality } },
  ],
  schools: ({ school, building, pair, boardName, boardLanguage }: SchoolRow): RowFact[] => [
    ...(boardName === null
      ? []
      : [
          {
            table: 'board' as const,
            cells: { code: school.board, name: boardName, language: boardLanguage, municipality: null },
            fill: true as const,
          },
        ]),
    { table: 'school', cells: { code: school.code, name: school.name, board: school.board } },
    {
      table: 'building',
      cells: {
        code: building.code,
        name: building.name,
        lon: building.coordinates?.[0] ?? null,
        lat: building.coordinates?.[1] ?? null,
        municipality: building.municipality,
        mrc: building.mrc,
        region: building.region,
      },
    },
    {
      table: 'school_building',
      cells: {
        school: pair.school,
        building: pair.building,
        preschool: Number(pair.orders.preschool),
        primary_level: Number(pair.orders.primary),
        secondary: Number(pair.orders.secondary),
        vocational: Number(pair.orders.vocational),
        adult: Number(pair.orders.adult),
      },
    },
  ],
  buildings: (building: Building): RowFact[] => [buildingFact(building)],
  private: establishmentFacts,
  'higher-education': establishmentFacts,
  territories: ({ board, name, language, geometry }: TerritoryRow): RowFact[] => [
    { table: 'territory', cells: { board, name, language, geometry } },
  ],
  deprivation: (row: DeprivationFact): RowFact[] => [
    {
      table: 'deprivation',
      cells: {
        school: row.school,
        school_year: row.schoolYear,
        level: row.level,
        imse: row.imse,
        imse_decile: row.imseDecile,
        sfr: row.sfr,
        sfr_decile: row.sfrDecile,
        pupils: row.pupils,
      },
    },
  ],
  catalogue: ({ category, item, unitsEach, priceCents }: CatalogueItem): RowFact[] => [
    { table: 'catalogue_item', cells: { category, item, units_each: unitsEach, price_cents: priceCents } },
  ],
  shares: ({ school, building, share }: ShareRow): RowFact[] => [
    { table: 'share', cells: { school, building, share } },
  ],
  enrolment: ({ school, schoolYear, sector, pupils }: Enrolment): RowFact[] => [
    { table: 'enrolment', cells: { school, school_year: schoolYear, sector, pupils } },
  ],
  pops: ({ id, name, network, kind, coordinates }: Pop): RowFact[] => [
    {
      table: 'pop',
      cells: { pop: id, name, network, kind, lon: coordinates?.[0] ?? null, lat: coordinates?.[1] ?? null },
    },
  ],
  'wan-links': (link: WanLinkRow): RowFact[] => [
    {
      table: 'wan_link',
      cells: {
        link: link.id,
        name: link.name,
        provider: link.provider,
        network: link.network,
        a: link.a,
        b: link.b,
        medium: link.medium,
        capacity_down_bps: link.capacityDownBps,
        capacity_up_bps: link.capacityUpBps,
        status: link.status,
        role: link.role,
        monthly_cost_cents: link.monthlyCostCents,
        contract_end: link.contractEnd,
        burst_down_bps: link.burstDownBps,
        burst_up_bps: link.burstUpBps,
        source: link.source,
        route: link.route,
      },
    },
  ],
  networks: ({ cidr, building, role }: Network, board: string): RowFact[] => [
    { table: 'network', cells: { board, cidr, building, role } },
  ],
  equipment: (lot: EquipmentLot): RowFact[] => [
    {
      table: 'equipment',
      cells: {
        school: lot.school,
        category: lot.category,
        item: lot.item,
        quantity: lot.quantity,
        units_each: lot.unitsEach,
        acquired_on: lot.acquiredOn ?? '',
        condition: lot.condition,
        cost_cents: lot.costCents,
      },
    },
  ],
  spending: (line: Spending): RowFact[] => [
    {
      table: 'spending',
      cells: {
        school: line.school,
        school_year: line.schoolYear,
        part: line.part,
        category: line.category ?? '',
        amount_cents: line.amountCents,
        date: line.date ?? '',
        reference: line.reference ?? '',
      },
    },
  ],
  // `occurrence` is told where the whole file is seen.
  fleet: (row: FleetEntry, board: string): RowFact[] => [
    {
      table: 'fleet_device',
      cells: {
        board,
        school: row.school ?? '',
        serial: row.serial ?? '',
        mac: row.mac.join(' '),
        asset_tag: row.assetTag ?? '',
        name: row.name ?? '',
        occurrence: 1,
        model: row.model,
        os: row.os,
        os_version: row.osVersion,
        last_contact: row.lastContact,
        status: row.status,
      },
      ...(serialKey(row.serial) !== null || row.mac.some((mac) => natureOfMac(mac) !== 'none')
        ? { moves: true as const }
        : {}),
    },
  ],
} as const

/** A building told by another file than that of schools: what this one leaves empty is not told. */
function buildingFact({ code, name, coordinates, municipality, mrc, region, areaM2 }: Building): RowFact {
  const told = { lon: coordinates?.[0], lat: coordinates?.[1], municipality, mrc, region, area_m2: areaM2 }
  const known = Object.entries(told).flatMap(([column, value]) =>
    value === null || value === undefined ? [] : [[column, value] as const],
  )
  return { table: 'building', cells: { code, name, ...Object.fromEntries(known) } }
}

function establishmentFacts({ code, name, sector, type, building }: Establishment): RowFact[] {
  return [
    { table: 'establishment', cells: { code, building: building.code, name, sector, type } },
    buildingFact(building),
  ]
}

export type ImportKindId = keyof typeof FACTS_OF

/** Kinds of files with rows, each a file of src/ingest. */
export const IMPORT_KINDS = Object.keys(FACTS_OF).sort() as ImportKindId[]

/** What can be imported: a file of a kind, or a bundle of several. */
export type ImportId = ImportKindId | 'bundle'

/** All that can be imported, for help and completion. */
export const IMPORT_IDS: readonly ImportId[] = [...IMPORT_KINDS, 'bundle' as const].sort()

/** A row of any kind, read as its own kind says. */
export function factsOfRow(kind: ImportKindId, row: unknown, board: string): readonly RowFact[] {
  const facts = FACTS_OF[kind] as (row: unknown, board: string) => RowFact[]
  return facts(row, board)
}
