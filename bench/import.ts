import { existsSync, readdirSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ImportKindId } from '../src/app/import-facts.js'
import { packageRoot } from '../src/lib/paths.js'
import { median, told, type Bench } from './bench.js'
import { runIn } from './command/run.js'
import { bare } from './import/bare.js'
import { inventedEnrolment, inventedSchools } from './import/invented.js'
import { configure, inEmpty, ours, SERVER, type Cost, type DatabaseKind } from './import/places.js'

const REAL = join(process.env['CARTABLE_SHARED'] ?? join(packageRoot, '..', 'shared'), 'real')
const SCHOOLS = 4000
const RUNS = 5

type Files = readonly (readonly [kind: ImportKindId, file: string])[]

/** What each file cost in each run, by us and barely. */
interface Side {
  readonly ours: Record<string, Cost>[]
  readonly bare: Record<string, Cost>[]
}

/** Imports files one after the other in an empty database, ours and barely in turn; `before` is imported by us alone. */
async function sideBySide(folder: string, kind: DatabaseKind, before: Files, files: Files): Promise<Side> {
  const side: Side = { ours: [], bare: [] }
  for (let i = 0; i < RUNS; i++) {
    const paths = files.map(([, file]) => file)
    side.bare.push(await inEmpty(kind, folder, (place) => bare(place, paths)))
    side.ours.push(await inEmpty(kind, folder, (place) => ours(folder, place, [...before, ...files])))
  }
  return side
}

/** A line for some of the files: the time that passed, then the processor's, of which a server's is not seen. */
function lineOf(what: string, side: Side, files: Files): string {
  const sum = (costs: Record<string, Cost>, unit: keyof Cost): number =>
    files.reduce((total, [, file]) => total + (costs[file]?.[unit] ?? 0), 0)
  const all = (which: keyof Side, unit: keyof Cost): number => median(side[which].map((costs) => sum(costs, unit)))
  const [oursMs, theirsMs] = [all('ours', 'ms'), all('bare', 'ms')]
  const cpu = all('ours', 'cpuMs') / all('bare', 'cpuMs')
  return `${told(what, 'bare', { oursMs, theirsMs, ratio: oursMs / theirsMs })}; of processor time here ${cpu.toFixed(2)}`
}

/** The ministry's files as they are published, in the order in which they know each other. */
async function realLines(folder: string, kind: DatabaseKind): Promise<string[]> {
  if (!existsSync(REAL)) return [`the ministry's files, ${kind}: skipped, ../shared is not beside the project`]
  const csv: Files = [
    ['boards', join(REAL, 'pps_public_ssocial_cs.csv')],
    ['schools', join(REAL, 'pps_public_ecole.csv')],
  ]
  const shapes: Files = readdirSync(join(REAL, 'territories')).map((name) => [
    'territories',
    join(REAL, 'territories', name),
  ])
  const side = await sideBySide(folder, kind, [], [...csv, ...shapes])
  return [
    lineOf(`schools, the real 5,462 rows, ${kind}`, side, csv.slice(1)),
    lineOf(`territories, the ten real ones, ${kind}`, side, shapes),
    lineOf(`real schools, boards and territories, ${kind}`, side, [...csv, ...shapes]),
  ]
}

/** The median of imports of one file, each in a database of its own. */
async function medianPeak(folder: string, schools: string, file: string): Promise<number> {
  const peaks: number[] = []
  for (let i = 0; i < RUNS; i++) {
    await inEmpty('SQLite', folder, async (place) => {
      const config = await configure(folder, place)
      runIn(folder, '--config', config, 'import', 'schools', schools)
      peaks.push(runIn(folder, '--config', config, 'import', 'enrolment', file).mib)
    })
  }
  return median(peaks)
}

const bench: Bench = {
  id: 'import',
  about:
    'imports with every check, against a bare csv-parse (GeoJSON: JSON.parse) + multi-row insert of the same files',
  measure: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'cartable-bench-'))
    try {
      const schools = join(folder, 'ecoles.csv')
      const few = join(folder, 'effectif-20000.csv')
      const many = join(folder, 'effectif.csv')
      await writeFile(schools, inventedSchools(SCHOOLS))
      await writeFile(few, inventedEnrolment(SCHOOLS, 20_000))
      await writeFile(many, inventedEnrolment(SCHOOLS, 200_000))
      const lines: string[] = []
      for (const kind of ['SQLite', 'PostgreSQL'] as const) {
        if (kind === 'PostgreSQL' && SERVER === undefined) {
          lines.push('PostgreSQL: skipped, CARTABLE_TEST_PG names no server (scripts/with-postgres starts one)')
          continue
        }
        const enrolment: Files = [['enrolment', many]]
        const side = await sideBySide(folder, kind, [['schools', schools]], enrolment)
        lines.push(lineOf(`enrolment, 200,000 rows, ${kind}`, side, enrolment), ...(await realLines(folder, kind)))
      }
      const [least, most] = [await medianPeak(folder, schools, few), await medianPeak(folder, schools, many)]
      const mib = (peak: number): string => `${peak.toFixed(0)} MiB`
      lines.push(`memory at its peak: ${mib(least)} for 20,000 rows, ${mib(most)} for 200,000`)
      return lines
    } finally {
      await rm(folder, { recursive: true })
    }
  },
}

export default bench
