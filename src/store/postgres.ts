import { createRequire } from 'node:module'
import type pg from 'pg'
import {
  CompiledQuery,
  PostgresAdapter,
  PostgresDriver,
  PostgresIntrospector,
  PostgresQueryCompiler,
  sql,
  type DatabaseConnection,
  type DatabaseMetadataOptions,
  type DataTypeNode,
  type Dialect,
  type Kysely,
  type TableMetadata,
  type TransactionSettings,
} from '#kysely'
import type { ColumnTypes } from './migrate.js'
import type { Failure } from './failure.js'

export const POSTGRES_TYPES: ColumnTypes = {
  integer: 'bigint',
  real: 'double precision',
  key: { type: 'bigint', build: (column) => column.generatedByDefaultAsIdentity().primaryKey() },
  computed: 'stored',
  tail: null,
  neverChanged: async (db, table) => {
    await sql`create function ${sql.ref(`${table}_kept`)}() returns trigger language plpgsql as
      $$ begin raise exception 'a row of ${sql.raw(table)} is never changed'; end $$`.execute(db)
    await sql`create trigger ${sql.ref(`${table}_kept`)} before update or delete on ${sql.table(table)}
      for each row execute function ${sql.ref(`${table}_kept`)}()`.execute(db)
  },
}

/** How to reach a database: a URL without password, and the password when something gives one. */
export interface PostgresAccess {
  readonly url: string
  /** Null: what libpq's own means say (PGPASSWORD, ~/.pgpass, peer). */
  readonly password: string | null
}

/** Writers take turns, as they do on SQLite: any 64-bit number that other programs do not use. */
const WRITERS_LOCK = 7_127_203_478
const MOST_WAIT_MS = 5000
/** A server that is busy takes seconds to make a connection. */
const MOST_CONNECT_MS = 15_000

/** Integers past 2⁵³ never come: the store refuses them at its door. */
function parserFor(driver: typeof pg): pg.CustomTypesConfig {
  const { builtins } = driver.types
  return {
    getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
      oid === builtins.INT8 || oid === builtins.NUMERIC ? Number : driver.types.getTypeParser(oid, format)) as never,
  }
}

/** Bulk statements come with `?` places, as SQLite has them; PostgreSQL counts its places. */
function numbered(text: string): string {
  let place = 0
  return text.replace(/\?(\d*)/g, (_, number: string) => `$${number === '' ? ++place : number}`)
}

/** Text sorts by code unit, as on SQLite: the same lists in the same order, whatever the server's locale. */
class CodeUnitQueryCompiler extends PostgresQueryCompiler {
  protected override visitDataType(node: DataTypeNode): void {
    super.visitDataType(node)
    if (node.dataType === 'text') this.append(' collate "C"')
  }
}

/** Sees the program's own schema alone: not what extensions such as PostGIS put beside it. */
class OwnTablesIntrospector extends PostgresIntrospector {
  readonly #db: Kysely<unknown>

  constructor(db: Kysely<unknown>) {
    super(db)
    this.#db = db
  }

  override async getTables(options?: DatabaseMetadataOptions): Promise<TableMetadata[]> {
    const { rows } = await sql<{ name: string }>`
      select relname as name from pg_class join pg_namespace on pg_namespace.oid = relnamespace
      where nspname = current_schema() and relkind in ('r', 'p')
        and not exists (select 1 from pg_depend where objid = pg_class.oid and deptype = 'e')`.execute(this.#db)
    const own = new Set(rows.map(({ name }) => name))
    return (await super.getTables(options)).filter(({ name, isView }) => own.has(name) && !isView)
  }
}

class TurnTakingDriver extends PostgresDriver {
  /** One that only reads sees one instant, and waits for nobody. */
  override async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    if (settings.accessMode === 'read only') return super.beginTransaction(connection, settings)
    await connection.executeQuery(CompiledQuery.raw(`begin; set local lock_timeout = ${MOST_WAIT_MS}`))
    try {
      await connection.executeQuery(CompiledQuery.raw(`select pg_advisory_xact_lock(${WRITERS_LOCK})`))
    } catch (error) {
      // The connection goes back to the others: not inside a transaction that has failed.
      await this.rollbackTransaction(connection)
      throw error
    }
  }
}

/**
 * The driver reads the password of a URL alone; this one never leaves the process. It goes among the parameters: a URL
 * without a host (`postgres:///name?host=/run/postgresql`) can have none before its host.
 */
function withPassword(url: string, password: string | null): string {
  if (password === null) return url
  const whole = new URL(url)
  whole.searchParams.set('password', password)
  return whole.href
}

/** Kysely over a PostgreSQL server: one writer at a time, who waits up to 5 s for another. */
export function postgresDialect({ url, password }: PostgresAccess): Dialect {
  const connect = async () => {
    const driver = createRequire(import.meta.url)('pg') as typeof pg
    const pool = new driver.Pool({
      connectionString: withPassword(url, password),
      application_name: 'cartable',
      connectionTimeoutMillis: MOST_CONNECT_MS,
      keepAlive: true,
      max: 4,
      types: parserFor(driver),
    })
    // A connection that breaks while nobody uses it is told by the next query.
    pool.on('error', () => undefined)
    return {
      connect: async () => {
        const client = await pool.connect()
        return {
          query: (text: string, values: readonly unknown[]) =>
            client.query(values.length > 0 && !text.includes('$1') ? numbered(text) : text, [...values]),
          release: () => client.release(),
        }
      },
      end: () => pool.end(),
    }
  }
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new TurnTakingDriver({ pool: connect as never }),
    createIntrospector: (db) => new OwnTablesIntrospector(db as Kysely<unknown>),
    createQueryCompiler: () => new CodeUnitQueryCompiler(),
  }
}

/**
 * Gives buildings and POPs a PostGIS point beside their lon and lat, with an index, where the extension is there: QGIS
 * then opens the tables as layers. Once they have it, nothing is done.
 *
 * @returns whether points are there.
 */
export async function addPostgisPoints(db: Kysely<never>): Promise<boolean> {
  const { rows } = await sql`select 1 from pg_extension where extname = 'postgis'`.execute(db)
  if (rows.length === 0) return false
  for (const table of ['building', 'pop']) {
    await sql`alter table ${sql.table(table)} add column if not exists geom geometry(Point, 4326)
      generated always as (st_setsrid(st_makepoint(lon, lat), 4326)) stored`.execute(db)
    await sql`create index if not exists ${sql.ref(`${table}_geom`)} on ${sql.table(table)} using gist (geom)`.execute(
      db,
    )
  }
  return true
}

/** By SQLSTATE. @see PostgreSQL documentation, appendix A */
const FAILURES: Readonly<Record<string, Failure>> = {
  '28P01': 'denied',
  '28000': 'denied',
  '3D000': 'no-such-database',
  '42501': 'read-only',
  '25006': 'read-only',
  '55P03': 'locked',
  '53100': 'full',
  '53300': 'unreachable',
  '57P01': 'unreachable',
  '57P03': 'unreachable',
  '08006': 'unreachable',
}

/** What a failure of the server or of the way to it means, or null when it is none of these. */
export function postgresFailure(error: unknown): Failure | null {
  const { code, message } = (error ?? {}) as { readonly code?: unknown; readonly message?: unknown }
  const text = String(message)
  if (/^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ECONNRESET)$/.test(String(code))) {
    return 'unreachable'
  }
  if (code === 'ENOENT' && (error as NodeJS.ErrnoException).syscall === 'connect') return 'unreachable'
  if (/^(DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_|CERT_|ERR_TLS_CERT)/.test(String(code))) {
    return 'untrusted'
  }
  if (/^Connection terminated|^timeout (expired|exceeded)|does not support SSL/.test(text)) return 'unreachable'
  if (/SASL|password must be a string/.test(text)) return 'denied'
  return FAILURES[String(code)] ?? null
}
