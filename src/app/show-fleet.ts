import { natureOfMac, serialKey } from '../derive/fleet-identifiers.js'
import type { Messages } from '../i18n/translator.js'
import { parseMac } from '../lib/mac.js'
import type { DeviceDocument } from '../model/device.js'
import type { FleetRow, Holder } from '../model/fleet.js'
import { listHeldFleet } from '../store/holders.js'
import { scopeOf, type Session } from './session.js'
import { block, labelled, type Shown } from './show-lines.js'

/** A row of the inventory, and who has the device: null when that is not kept. `notice` says what it is. */
export interface HeldRow extends FleetRow {
  readonly holder: (Holder & { readonly notice: string }) | null
}

async function heldRows({ store, config, m }: Session, isMeant: (row: FleetRow) => boolean): Promise<HeldRow[]> {
  const rows = await listHeldFleet(store.db, scopeOf(config))
  return rows.filter(isMeant).map(({ holder, ...row }) => ({
    ...row,
    holder: holder === null ? null : { ...holder, notice: m.show.personal },
  }))
}

/** The rows of the inventory that have a device's serial number, a component's, or a MAC of it. */
export async function fleetRowsOfDevice(session: Session, device: DeviceDocument): Promise<HeldRow[]> {
  const serials = new Set([device, ...device.components].flatMap(({ serialNumber }) => serialKey(serialNumber) ?? []))
  const macs = new Set(
    device.interfaces.flatMap(({ physAddress }) =>
      physAddress !== null && natureOfMac(physAddress) === 'maker' ? physAddress : [],
    ),
  )
  return heldRows(
    session,
    ({ serial, mac }) => serials.has(serialKey(serial) ?? '') || mac.some((each) => macs.has(each)),
  )
}

/** The rows of the inventory that have a serial number, a MAC, an asset tag or a name; null when none has. */
export async function showFleetRows(session: Session, thing: string): Promise<Shown | null> {
  const { m } = session
  const mac = parseMac(thing)
  const same = (cell: string | null): boolean => cell?.toLowerCase() === thing.trim().toLowerCase()
  const rows = await heldRows(
    session,
    (row) => same(row.serial) || same(row.assetTag) || same(row.name) || (mac !== null && row.mac.includes(mac)),
  )
  return rows.length === 0 ? null : { record: { fleet: rows }, text: fleetLines(rows, m) }
}

/** What the inventory says of a device, a block for each of its rows. */
export function fleetLines(rows: readonly HeldRow[], m: Messages): string[] {
  return rows.flatMap(({ holder, ...row }) =>
    block(m, m.show.inventory(row.file, String(row.line), m.format.dateTime(row.toldAt)), [
      ...labelled(m, [
        [m.show.serial, row.serial],
        [m.show.mac, row.mac.join(', ')],
        [m.show.assetTag, row.assetTag],
        [m.show.name, row.name],
        [m.show.model, row.model],
        [m.show.version, [row.os, row.osVersion].filter((part) => part !== null).join(' ')],
        [m.show.school, row.school],
        [m.show.status, m.words[`status-${row.status}`]],
        [m.show.lastContact, row.lastContact],
      ]),
      ...(holder === null ? [] : holderLines(holder, m)),
    ]),
  )
}

function holderLines({ user, email, phone, notice }: NonNullable<HeldRow['holder']>, m: Messages): string[] {
  const told = labelled(m, [
    [m.show.user, user],
    [m.show.email, email],
    [m.show.phone, phone],
  ])
  return [...told, notice]
}
