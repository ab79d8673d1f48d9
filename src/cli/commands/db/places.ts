import type { Place } from '../../../app/database/places.js'
import type { TransferListener } from '../../../app/database/transfer.js'
import type { Context } from '../../command.js'

/** The configuration's own database. */
export async function configuredPlace(context: Context): Promise<Place> {
  const { databasePassword } = await import('../../../app/session.js')
  const config = await context.config()
  return { database: config.database, password: await databasePassword(config, context) }
}

/** Tells how far a transfer is, and lets Ctrl-C stop it. */
export function transferListener({ m, out, signal }: Context): TransferListener {
  return {
    signal,
    progress: (table, rows) => out.progress(m.db.copying(table, m.format.number(rows))),
    notice: (text) => out.notice(text),
  }
}

/** Bytes as megabytes, for people. */
export function megabytes(bytes: number, { format }: Context['m']): string {
  return format.number(bytes / 1_000_000, 1)
}
