import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ImportKindId } from '../src/app/import-facts.js'
import { packageRoot, shipped } from '../src/lib/paths.js'
import { compare, told, type Bench } from './bench.js'
import { bare } from './import/bare.js'
import { inventedEnrolment, inventedSchools } from './import/invented.js'
import { configure, inEmpty, ours, SERVER } from './import/places.js'

const REAL = join(process.env['CARTABLE_SHARED'] ?? join(packageRoot, '..', 'shared'), 'real')
const SCHOOLS = 4000

type Files = readonly (readonly [kind: ImportKindId, file: string])[]

/** The ministry's files as they are published, in the order in which they know each other. */
function realFiles(): Files {
  const territories = readdirSync(join(REAL, 'territories')).map((file) => join(REAL, 'territories', file))
  return [
    ['boards', join(REAL, 'pps_public_ssocial_cs.csv')],
    ['schools', join(REAL, 'pps_public_ecole.csv')],
    ...territories.map((file) => ['territories', file] as const),
  ]
}

/** A line for some of the files that are imported one after the other, against the same files taken barely. */
async function measured(
  what: string,
  runs: number,
  database: 'SQLite' | 'PostgreSQL',
  folder: string,
  { before, files }: { readonly before: Files; readonly files: Files },
): Promise<string> {
  const paths = files.map(([, file]) => file)
  const sum = (took: Record<string, number>): number => paths.reduce((total, file) => total + (took[file] ?? 0), 0)
  const figures = await compare(
    runs,
    () => inEmpty(database, folder, async (place) => sum(await ours(folder, place, [...before, ...files]))),
    () => inEmpty(database, folder, async (place) => sum(await bare(place, paths))),
  )
  return told(`${what}, ${database}`, 'bare', figures)
}

/** Says at its end, on the third stream, the most memory that a process had, in KiB. */
const PEAK = `process.on('exit', () => (0, process.getBuiltinModule('fs').writeSync)(3, String(process.resourceUsage().maxRSS)))`

/** The most memory that the command takes to import a file, in MiB. */
function peakOf(config: string, kind: ImportKindId, file: string): number {
  const { status, stderr, output } = spawnSync(
    process.execPath,
    [
      ...['--import', `data:text/javascript,${encodeURIComponent(PEAK)}`],
      ...[shipped('dist', 'bin', 'cartable.js'), '--config', config, 'import', kind, file],
    ],
    { stdio: ['ignore', 'ignore', 'pipe', 'pipe'], encoding: 'utf8', maxBuffer: 2 ** 26 },
  )
  if (status !== 0) throw new Error(stderr)
  return Number(output[3]) / 1024
}

/** The median of three imports of one file, each in a database of its own. */
async function medianPeak(folder: string, schools: string, file: string): Promise<number> {
  const peaks: number[] = []
  for (let i = 0; i < 3; i++) {
    await inEmpty('SQLite', folder, async (place) => {
      const config = await configure(folder, place)
      peakOf(config, 'schools', schools)
      peaks.push(peakOf(config, 'enrolment', file))
    })
  }
  return peaks.sort((a, b) => a - b)[1] ?? 0
}

const bench: Bench = {
  id: 'import',
  about: 'an import with every check, against a bare csv-parse (JSON.parse) + multi-row insert of the same files',
  measure: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'cartable-bench-'))
    const lines: string[] = []
    try {
      const [schools, few, many] = ['ecoles.csv', 'effectif-20000.csv', 'effectif.csv'].map((name) =>
        join(folder, name),
      )
      if (schools === undefined || few === undefined || many === undefined) throw new Error('unreachable')
      await writeFile(schools, inventedSchools(SCHOOLS))
      await writeFile(few, inventedEnrolment(SCHOOLS, 20_000))
      await writeFile(many, inventedEnrolment(SCHOOLS, 200_000))
      for (const database of ['SQLite', 'PostgreSQL'] as const) {
        if (database === 'PostgreSQL' && SERVER === undefined) {
          lines.push('PostgreSQL: skipped, CARTABLE_TEST_PG names no server (scripts/with-postgres starts one)')
          continue
        }
        lines.push(
          await measured('enrolment, 200,000 rows', 3, database, folder, {
            before: [['schools', schools]],
            files: [['enrolment', many]],
          }),
        )
        if (!existsSync(REAL)) {
          lines.push("the ministry's files: skipped, ../shared is not beside the project")
          continue
        }
        const files = realFiles()
        const all: (readonly [string, Files, Files])[] = [
          ['boards, 72 rows', [], files.slice(0, 1)],
          ['schools, 5,462 rows', files.slice(0, 1), files.slice(1, 2)],
          ['territories, 10 files', files.slice(0, 2), files.slice(2)],
          ['these twelve files together', [], files],
        ]
        for (const [what, before, part] of all)
          lines.push(await measured(what, 7, database, folder, { before, files: part }))
      }
      const [least, most] = [await medianPeak(folder, schools, few), await medianPeak(folder, schools, many)]
      const mb = (peak: number): string => `${peak.toFixed(0)} MiB`
      lines.push(`memory: ${mb(least)} at most for 20,000 rows, ${mb(most)} for 200,000`)
      return lines
    } finally {
      await rm(folder, { recursive: true })
    }
  },
}

export default bench
