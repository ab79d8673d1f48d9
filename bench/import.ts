import { parse } from 'csv-parse'
import { createReadStream } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadConfig } from '../src/app/config/load.js'
import { importFile } from '../src/app/import.js'
import { withSession } from '../src/app/session.js'
import { messagesFor } from '../src/i18n/translator.js'
import { packageRoot } from '../src/lib/paths.js'
import { openSqlite, type SqliteValue } from '../src/lib/sqlite.js'
import { compare, told, type Bench } from './bench.js'

const m = messagesFor('fr')
const REAL = join(process.env['CARTABLE_SHARED'] ?? join(packageRoot, '..', 'shared'), 'real', 'pps_public_ecole.csv')

/** What anybody would write in ten lines: parse, insert by 500, one transaction, no check. */
async function bare(file: string, folder: string): Promise<number> {
  const start = performance.now()
  const database = await openSqlite(join(folder, `bare-${Math.random()}.db`), 'create')
  await database.exec('pragma journal_mode = wal; pragma synchronous = normal; begin')
  let columns: string[] = []
  let batch: SqliteValue[][] = []
  const flush = async (): Promise<void> => {
    if (batch.length === 0) return
    const row = `(${columns.map(() => '?').join(',')})`
    await database.run(`insert into t values ${batch.map(() => row).join(',')}`, batch.flat())
    batch = []
  }
  for await (const record of createReadStream(file).pipe(parse({ bom: true })) as AsyncIterable<string[]>) {
    if (columns.length === 0) {
      columns = record
      await database.exec(`create table t (${columns.map((name) => `"${name}" text`).join(',')})`)
    } else if (batch.push(record) === 500) await flush()
  }
  await flush()
  await database.exec('commit')
  await database.close()
  return performance.now() - start
}

async function ours(
  kind: 'schools' | 'enrolment',
  file: string,
  folder: string,
  before: string | null,
): Promise<number> {
  const path = join(folder, `${Math.random()}.yaml`)
  await writeFile(path, `database: ./${Math.random()}.db\n`)
  const host = { m, env: {}, out: { notice: () => undefined }, config: () => loadConfig(path, folder, m.config) }
  return withSession(host, 'write', async (session) => {
    const take = async (kind: 'schools' | 'enrolment', file: string): Promise<void> => {
      const request = {
        kind,
        file,
        acceptPartial: false,
        dryRun: false,
        signal: AbortSignal.timeout(600_000),
        progress: () => undefined,
      }
      const { outcome } = await importFile(session, request)
      if (outcome !== 'taken') throw new Error(`${file}: ${outcome}`)
    }
    if (before !== null) await take('schools', before)
    const start = performance.now()
    await take(kind, file)
    return performance.now() - start
  })
}

/** A schools file of the ministry's shape and width, invented. */
function inventedSchools(schools: number): string {
  const header = 'CD_ORGNS,NOM_OFFCL_ORGNS,CD_IMM,NOM_IMM,PRESC,PRIM,SEC,FORM_PRO,ADULTE,CD_CS,NOM_CS,TYPE_CS'
  const lines = Array.from({ length: schools }, (_, i) => {
    const code = String(100_000 + i)
    return `${code},"École ${code}, invention",${code},Immeuble ${code},1,1,0,0,0,798000,CSS inventé,Franco`
  })
  return `\ufeff${header}\n${lines.join('\n')}\n`
}

function inventedEnrolment(schools: number, rows: number): string {
  const lines = Array.from({ length: rows }, (_, i) => {
    const year = 1900 + Math.floor(i / schools)
    return `${100_000 + (i % schools)},${year}-${year + 1},youth,${i % 900}`
  })
  return `school,school_year,sector,pupils\n${lines.join('\n')}\n`
}

const bench: Bench = {
  id: 'import',
  about: 'an import with every check, against a bare csv-parse + multi-row insert of the same file',
  measure: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'cartable-bench-'))
    try {
      const schools = join(folder, 'ecoles.csv')
      const enrolment = join(folder, 'effectif.csv')
      await writeFile(schools, inventedSchools(4000))
      await writeFile(enrolment, inventedEnrolment(4000, 200_000))
      const lines = [
        told(
          'enrolment, 200,000 rows',
          'bare',
          await compare(
            3,
            () => ours('enrolment', enrolment, folder, schools),
            () => bare(enrolment, folder),
          ),
        ),
      ]
      if (!existsSync(REAL)) return [...lines, 'schools, real: skipped, ../shared is not beside the project']
      const real = await compare(
        7,
        () => ours('schools', REAL, folder, null),
        () => bare(REAL, folder),
      )
      return [...lines, told('schools, the real 5,462 rows', 'bare', real)]
    } finally {
      await rm(folder, { recursive: true })
    }
  },
}

export default bench
