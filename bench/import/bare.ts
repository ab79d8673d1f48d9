import { parse } from 'csv-parse'
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import pg from 'pg'
import { openSqlite, type SqliteValue } from '../../src/lib/sqlite.js'
import { costOf, type Cost, type Place } from './places.js'

/** A database without anything of ours around it. */
interface Bare {
  /** Statements without values. */
  exec(statements: string): Promise<unknown>
  insert(table: string, rows: readonly SqliteValue[][]): Promise<unknown>
  close(): Promise<unknown>
}

/** The places of a multi-row insert, all of one form. */
function places(rows: readonly SqliteValue[][], placeOf: (i: number) => string): string {
  let i = 0
  return rows.map((row) => `(${row.map(() => placeOf(++i)).join(',')})`).join(',')
}

async function open({ database, password }: Place): Promise<Bare> {
  if (!database.startsWith('postgres')) {
    const sqlite = await openSqlite(database, 'create')
    await sqlite.exec('pragma journal_mode = wal; pragma synchronous = normal')
    return {
      exec: (statements) => sqlite.exec(statements),
      insert: (table, rows) => sqlite.run(`insert into ${table} values ${places(rows, () => '?')}`, rows.flat()),
      close: () => sqlite.close(),
    }
  }
  const client = new pg.Client({ connectionString: database, ...(password === undefined ? {} : { password }) })
  await client.connect()
  return {
    exec: (statements) => client.query(statements),
    insert: (table, rows) => client.query(`insert into ${table} values ${places(rows, (i) => `$${i}`)}`, rows.flat()),
    close: () => client.end(),
  }
}

/**
 * What anybody would write in ten lines, in an empty database: parse, insert by 500, one transaction, no check.
 * CSV by csv-parse, GeoJSON by JSON.parse.
 */
export async function bare(place: Place, files: readonly string[]): Promise<Record<string, Cost>> {
  const database = await open(place)
  const costs: Record<string, Cost> = {}
  for (const [i, file] of files.entries()) {
    costs[file] = await costOf(async () => {
      await database.exec('begin')
      await (file.endsWith('.geojson') ? features(database, `t${i}`, file) : records(database, `t${i}`, file))
      await database.exec('commit')
    })
  }
  await database.close()
  return costs
}

async function records(database: Bare, table: string, file: string): Promise<void> {
  let columns: string[] = []
  let batch: string[][] = []
  const flush = async (): Promise<void> => {
    if (batch.length > 0) await database.insert(table, batch)
    batch = []
  }
  for await (const record of createReadStream(file).pipe(parse({ bom: true })) as AsyncIterable<string[]>) {
    if (columns.length === 0) {
      columns = record
      await database.exec(`create table ${table} (${columns.map((name) => `"${name}" text`).join(',')})`)
    } else if (batch.push(record) === 500) await flush()
  }
  await flush()
}

async function features(database: Bare, table: string, file: string): Promise<void> {
  const { features } = JSON.parse(await readFile(file, 'utf8')) as {
    features: { properties: Record<string, unknown>; geometry: unknown }[]
  }
  const columns = Object.keys(features[0]?.properties ?? {})
  await database.exec(`create table ${table} (${[...columns, 'geometry'].map((name) => `"${name}" text`).join(',')})`)
  const rows = features.map(({ properties, geometry }) => [
    ...columns.map((column) => String(properties[column])),
    JSON.stringify(geometry),
  ])
  await database.insert(table, rows)
}
