import { stat } from 'node:fs/promises'
import { countOld, removeOld, type Old } from '../../store/retention.js'
import { serverBytes, vacuum } from '../../store/transfer.js'
import type { Session } from '../session.js'

/** What packing did; or would do, and then `after` is null. Sizes in bytes. */
export interface Vacuumed {
  readonly before: number
  readonly after: number | null
  /** How many days of history are kept (`history.keepDays`), and what is older. */
  readonly keepDays: number
  readonly removed: Old
}

const DAY_MS = 86_400_000

/** Removes the history that is older than the configuration keeps, and packs the session's database; `isTried` only counts. */
export async function vacuumDatabase({ store, config, now }: Session, isTried: boolean): Promise<Vacuumed> {
  const { keepDays } = config.history
  const oldest = new Date(Date.parse(now()) - keepDays * DAY_MS).toISOString()
  const size = async (): Promise<number> =>
    store.kind === 'postgres' ? serverBytes(store.db) : (await stat(config.database)).size
  const before = await size()
  if (isTried) return { before, after: null, keepDays, removed: await countOld(store.db, oldest) }
  const removed = await removeOld(store.db, oldest)
  await vacuum(store.db, store.kind)
  return { before, after: await size(), keepDays, removed }
}
