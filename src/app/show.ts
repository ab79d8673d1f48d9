import { findDeviceIds } from '../store/devices.js'
import { readKnown, type Known } from './known.js'
import { findLink } from './links.js'
import { scopeOf, type Session } from './session.js'
import { showSilentAddress } from './show-address.js'
import { showBuilding } from './show-building.js'
import { showDevice } from './show-device.js'
import { showFleetRows } from './show-fleet.js'
import type { Shown } from './show-lines.js'
import { showLink } from './show-link.js'
import { showBoard, showEstablishment, showNetwork, showPop } from './show-organisation.js'
import { saidOf } from './show-said.js'
import { showSchool } from './show-school.js'
import { showWanLink } from './show-wan-link.js'

/**
 * Finds a device (address, serial, name), an address that scans keep, a school, a building, a WAN link, a board, a POP or
 * an establishment (code), an imported network (CIDR), a device of the fleet's inventory (serial, MAC, tag, name) or a
 * link (id); null when it is none of these. What people ignore is shown too, with figures as they would be if it were counted; the text says that it is not.
 */
export async function showThing(session: Session, thing: string): Promise<Shown | null> {
  const { db } = session.store
  const [device] = await findDeviceIds(db, thing, scopeOf(session.config))
  if (device !== undefined) return showDevice(session, device)
  const shown =
    (await showSilentAddress(session, thing)) ??
    (await showImported(session, await readKnown(db), thing)) ??
    (await showImported(session, await readKnown(db, 'all'), thing)) ??
    (await showFleetRows(session, thing))
  if (shown !== null) return shown
  const link = await findLink(session, thing)
  if (link === null) return null
  const { record, text } = showLink(link, session.m)
  const said = await saidOf(session, 'link', link.id)
  return { record: { ...record, overrides: said.rows }, text: [...text, ...said.lines] }
}

async function showImported(session: Session, known: Known, thing: string): Promise<Shown | null> {
  for (const show of [showSchool, showBuilding, showWanLink, showBoard, showPop, showEstablishment, showNetwork]) {
    const shown = await show(session, known, thing)
    if (shown !== null) return shown
  }
  return null
}
