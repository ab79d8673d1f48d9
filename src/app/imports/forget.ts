import { countHolders, removeHolders } from '../../store/holders.js'
import { vacuum } from '../../store/transfer.js'
import type { Session } from '../session.js'

/**
 * Removes who has the devices, of every board, and packs the database so that nothing of it is left on the disk; with
 * `isTried`, only counts. Gives of how many devices.
 */
export async function forgetHolders({ store }: Session, isTried: boolean): Promise<number> {
  if (isTried) return countHolders(store.db)
  const devices = await removeHolders(store.db)
  if (devices > 0) await vacuum(store.db, store.kind)
  return devices
}
