import { stringify } from 'csv-stringify/sync'
import { createHash } from 'node:crypto'
import { zipOf } from '../lib/zip.js'
import { BUNDLE_SCHEMA, inertCell, MANIFEST, type BundleManifest } from '../model/bundle.js'
import { UserError } from '../model/errors.js'
import { boardContent, type BundleTable } from '../store/bundles.js'
import type { Session } from './session.js'

/** What a board exports for the ministry: one archive, and what is to be said of it. */
export interface Bundle {
  readonly content: Buffer
  readonly manifest: BundleManifest
  readonly unidentified: number
  readonly strayed: number
}

/**
 * Packs what is known of the configured board. The same database gives the same archive, but for the instant in it.
 *
 * @throws UserError when no board is configured.
 */
export async function makeBundle(session: Session): Promise<Bundle> {
  const { config, m, store } = session
  if (config.board === undefined) throw new UserError(m.bundles.noBoard, m.bundles.noBoardHint)
  const board = { code: config.board.code, name: config.board.name ?? config.board.code }
  const configured = config.networks.map(({ cidr, building }) => ({ cidr, building: building ?? null, role: null }))
  const { name, tables, unidentified, strayed } = await boardContent(store.db, board, configured)
  const files = tables.map((table) => ({ name: `${table.kind}.csv`, content: csvOf(table) }))
  const manifest: BundleManifest = {
    schema: BUNDLE_SCHEMA,
    board: { code: board.code, name },
    exportedAt: session.now(),
    files: tables.map(({ kind, rows }, i) => ({
      kind,
      rows: rows.length,
      sha256: createHash('sha256')
        .update(files[i]?.content ?? '')
        .digest('hex'),
    })),
  }
  const content = zipOf([{ name: MANIFEST, content: Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`) }, ...files])
  return { content, manifest, unidentified, strayed }
}

function csvOf({ rows }: BundleTable): Buffer {
  const columns = Object.keys(rows[0] ?? {})
  const cells = rows.map((row) =>
    columns.map((column) => {
      const cell = row[column] ?? ''
      return typeof cell === 'number' ? String(cell) : inertCell(cell)
    }),
  )
  return Buffer.from(stringify([columns, ...cells]))
}
