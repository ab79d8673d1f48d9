import type { MapInput } from '../model/map-format.js'
import { listDevices } from '../store/devices.js'
import type { View } from '../store/overrides.js'
import { scopeOf, sessionLocator, type Session } from './session.js'

/** Devices by building: how many answered the last scan, and how many did not. */
export async function devicesByBuilding(session: Session, view: View = 'kept'): Promise<MapInput['devices']> {
  const counts: Record<string, { answered: number; failed: number }> = {}
  for (const { building, status } of await listDevices(
    session.store.db,
    await sessionLocator(session),
    scopeOf(session.config),
    view,
  )) {
    if (building === null) continue
    const count = (counts[building] ??= { answered: 0, failed: 0 })
    if (status === 'failed') count.failed++
    else count.answered++
  }
  return counts
}
