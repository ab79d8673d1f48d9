import { parse } from 'csv-parse/sync'
import { readFileSync } from 'node:fs'
import { generator } from '../../soak/generator.js'
import { shareOut } from './enrolment.js'
import { LOT_COLUMNS, lotsOf, SPENDING_COLUMNS, spendingOf } from './equipment.js'
import { linkUp } from './links.js'
import { organismesOf, popsOf, sitesOf, type MinistryRow } from './sites.js'

/** Files in the canonical columns, by name. */
export type InventedFiles = Readonly<
  Record<'liens.csv' | 'points-de-presence.csv' | 'effectif.csv' | 'equipement.csv' | 'depenses.csv', string>
>

/**
 * Links, POPs, enrolment, equipment and spending for the schools and buildings of the ministry's `pps_public_ecole.csv`. All of it is
 * invented, and the same for the same seed: nothing in it tells how a real school is connected or how many are there.
 */
export function inventProvince(schoolsFile: string, seed = 32): InventedFiles {
  const random = generator(seed)
  const rows = parse(readFileSync(schoolsFile), { bom: true, columns: true }) as MinistryRow[]
  const sites = sitesOf(rows)
  const pops = popsOf(sites)
  return {
    'points-de-presence.csv': csv(
      ['id', 'name', 'network', 'kind', 'lon', 'lat'],
      pops.map(({ id, name, place: [lon, lat] }) => [id, name, 'RISQ', 'pop', lon.toFixed(6), lat.toFixed(6)]),
    ),
    'liens.csv': csv(
      ['id', 'name', 'provider', 'network', 'a', 'b', 'medium', 'capacity_mbps', 'status', 'role', 'monthly_cost'],
      linkUp(sites, pops, random),
    ),
    'effectif.csv': csv(['school', 'school_year', 'sector', 'pupils'], shareOut(organismesOf(rows), random)),
    'equipement.csv': csv(LOT_COLUMNS, lotsOf(organismesOf(rows), random)),
    'depenses.csv': csv(SPENDING_COLUMNS, spendingOf(organismesOf(rows), random)),
  }
}

function csv(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const cell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return [columns, ...rows].map((row) => `${row.map(cell).join(',')}\n`).join('')
}
