import { copyFileSync, existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inventProvince } from '../../scripts/province/invented.js'
import { packageRoot, shipped } from '../../src/lib/paths.js'
import { runIn } from '../command/run.js'

const REAL = join(process.env['CARTABLE_SHARED'] ?? join(packageRoot, '..', 'shared'), 'real')
const SCHOOLS = join(REAL, 'pps_public_ecole.csv')

/** False where the ministry's files do not stand beside the project. */
export const hasMinistryFiles = existsSync(SCHOOLS)

/** A database of the ministry's real schools and boards, the real territories, and invented links and enrolment. */
export function importProvince(folder: string): void {
  const files = inventProvince(SCHOOLS)
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  writeFileSync(join(folder, 'cartable.yaml'), 'database: ./province.db\n')
  runIn(folder, 'import', 'boards', join(REAL, 'pps_public_ssocial_cs.csv'))
  runIn(folder, 'import', 'schools', SCHOOLS)
  runIn(folder, 'import', 'pops', 'points-de-presence.csv')
  runIn(folder, 'import', 'wan-links', 'liens.csv')
  runIn(folder, 'import', 'enrolment', 'effectif.csv')
  const territories = join(REAL, 'territories')
  for (const name of readdirSync(territories)) runIn(folder, 'import', 'territories', join(territories, name))
}

/** What such a database has besides: invented equipment and spending, and an allocation that was frozen. */
export function equipProvince(folder: string): void {
  runIn(folder, 'import', 'equipment', 'equipement.csv')
  runIn(folder, 'import', 'spending', 'depenses.csv')
  copyFileSync(shipped('data', 'samples', 'regles-combo.yaml'), join(folder, 'regles.yaml'))
  runIn(folder, 'allocate', 'freeze', ...SHARED)
}

/** 45 M$, as the combo of 2018 was. */
export const SHARED = ['--envelope', '45000000', '--rules', 'regles.yaml'] as const
