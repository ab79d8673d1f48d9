import { stat } from 'node:fs/promises'
import { serverBytes, vacuum } from '../../store/transfer.js'
import type { Session } from '../session.js'

/** Packs the session's database; gives the bytes that it took before and after. */
export async function vacuumDatabase({ store, config }: Session): Promise<{ before: number; after: number }> {
  const size = async (): Promise<number> =>
    store.kind === 'postgres' ? serverBytes(store.db) : (await stat(config.database)).size
  const before = await size()
  await vacuum(store.db, store.kind)
  return { before, after: await size() }
}
