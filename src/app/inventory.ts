import { sortedByAddress } from '../lib/cidr.js'
import type { DeviceDocument } from '../model/device.js'
import type { Gap } from '../model/records.js'
import type { DeviceRow, ScanRow } from '../model/rows.js'
import { deviceDocuments } from '../store/device-documents.js'
import { findDeviceIds, listDevices } from '../store/devices.js'
import { countSeenSince, listScans, type SeenSince } from '../store/scans.js'
import { readKnown } from './known.js'
import { findGaps } from './results.js'
import { scopeOf, sessionLocator, type Session } from './session.js'

/** A building with its bandwidth, its schools' names and the devices seen there. */
export interface BuildingState extends Gap {
  readonly municipality: string | null
  readonly schoolNames: readonly string[]
  readonly answered: number
  readonly failed: number
}

/** All that the interface shows without asking again: one query for the devices, whatever their number. */
export interface Inventory {
  /** The configured board's name, else its code, else null. */
  readonly board: string | null
  /** By address. */
  readonly devices: readonly DeviceRow[]
  /** By code. */
  readonly buildings: readonly BuildingState[]
  readonly profile: string
  readonly schoolYear: string | null
  readonly scans: Scans
}

/** Scans, and what the newest has seen so far when its end is not known. */
export interface Scans {
  /** The newest first. */
  readonly rows: readonly ScanRow[]
  /** Null when the newest is over, or when there is none. */
  readonly underWay: SeenSince | null
}

/** Reads the whole inventory. @throws UserError when the configured standard does not exist; the driver's errors. */
export async function readInventory(session: Session): Promise<Inventory> {
  const { config, store } = session
  const devices = sortedByAddress(
    await listDevices(store.db, await sessionLocator(session), scopeOf(config)),
    ({ managementAddress }) => managementAddress,
  )
  const known = await readKnown(store.db)
  const { gaps, profile, schoolYear } = await findGaps(session, known, {})
  const counts = new Map<string, { answered: number; failed: number }>()
  for (const { building, status } of devices) {
    if (building === null) continue
    const count = counts.get(building) ?? { answered: 0, failed: 0 }
    counts.set(building, count)
    if (status === 'failed') count.failed++
    else count.answered++
  }
  const municipalities = new Map(known.buildings.map(({ code, municipality }) => [code, municipality]))
  const schools = new Map(known.schools.map(({ code, name }) => [code, name]))
  const code = scopeOf(config)
  return {
    board: config.board?.name ?? known.boards.find((board) => board.code === code)?.name ?? code,
    devices,
    buildings: gaps.map((gap) => ({
      ...gap,
      municipality: municipalities.get(gap.building) ?? null,
      schoolNames: gap.schools.map((school) => schools.get(school) ?? school),
      ...(counts.get(gap.building) ?? { answered: 0, failed: 0 }),
    })),
    profile: profile.id,
    schoolYear,
    scans: await readScans(session),
  }
}

/** The scans alone: light enough to be asked every few seconds. */
export async function readScans({ config, store }: Session): Promise<Scans> {
  const scope = scopeOf(config)
  const rows = (await listScans(store.db)).filter(({ board }) => scope === null || board === scope)
  const [newest] = rows
  if (newest === undefined || newest.endedAt !== null) return { rows, underWay: null }
  return { rows, underWay: await countSeenSince(store.db, newest.board, newest.startedAt) }
}

/** The whole document of the device at an address; null when nothing was ever read there. */
export async function readDeviceAt(session: Session, address: string): Promise<DeviceDocument | null> {
  const { db } = session.store
  const [id] = await findDeviceIds(db, address, scopeOf(session.config))
  if (id === undefined) return null
  for await (const device of deviceDocuments(db, await sessionLocator(session), { board: null, ids: [id] })) {
    return device
  }
  return null
}
