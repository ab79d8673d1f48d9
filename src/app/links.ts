import { deriveLinks } from '../derive/links.js'
import { linkDeviceName, linkPortName } from '../model/link-name.js'
import type { Link, LinkDevice, LinkGraph, LinkGraphDevice, LinkRow } from '../model/link.js'
import { boardOfDevice, linkBoards, linkDevices } from '../store/links.js'
import { scopeOf, sessionLocator, type Session } from './session.js'

/** The ids of links: what tells them from the code of a school or the name of a device. */
const LINK_ID = /^L[0-9a-z]{8}$/i

async function devicesOf({ store }: Session, board: string): Promise<LinkDevice[]> {
  const devices: LinkDevice[] = []
  for await (const device of linkDevices(store.db, board)) devices.push(device)
  return devices
}

/**
 * The physical links of the session's board, or of every board one after the other: memory grows with the largest board.
 * In the order of boards, addresses and ports.
 */
export async function readLinks(session: Session): Promise<Link[]> {
  const links: Link[] = []
  for (const board of await linkBoards(session.store.db, scopeOf(session.config))) {
    for (const link of deriveLinks(await devicesOf(session, board))) links.push(link)
  }
  return links
}

/** The link with that id, in capitals or not; null when there is none. */
export async function findLink(session: Session, id: string): Promise<Link | null> {
  if (!LINK_ID.test(id)) return null
  const links = await readLinks(session)
  return links.find((link) => link.id.toLowerCase() === id.toLowerCase()) ?? null
}

/** The links of one device, by its id in the database. They are joined from its whole board: any device may tell of it. */
export async function linksOfDevice(session: Session, id: number, managementAddress: string): Promise<Link[]> {
  const board = await boardOfDevice(session.store.db, id)
  if (board === null) return []
  return deriveLinks(await devicesOf(session, board)).filter(
    ({ a, b }) => a.managementAddress === managementAddress || b.managementAddress === managementAddress,
  )
}

/** Links as flat rows, for tables and CSV. */
export async function linkRows(session: Session): Promise<LinkRow[]> {
  return (await readLinks(session)).map(({ a, b, ...link }) => ({
    id: link.id,
    board: link.board,
    aAddress: a.managementAddress,
    aDevice: linkDeviceName(a),
    aPort: linkPortName(a),
    aIfIndex: a.ifIndex,
    bAddress: b.managementAddress,
    bDevice: linkDeviceName(b),
    bPort: linkPortName(b),
    bIfIndex: b.ifIndex,
    bChassisId: b.chassisId,
    confidence: link.confidence,
    evidence: link.evidence.map(({ protocol, side }) => `${protocol}:${side}`),
    speedBps: link.speedBps,
    conflicts: link.conflicts.map(({ code }) => code),
    firstSeen: link.firstSeen,
    lastSeen: link.lastSeen,
  }))
}

/** Every device of the session's boards, and every link between them and to their neighbours. */
export async function readLinkGraph(session: Session): Promise<LinkGraph> {
  const locate = await sessionLocator(session)
  const links: Link[] = []
  const devices: LinkGraphDevice[] = []
  for (const board of await linkBoards(session.store.db, scopeOf(session.config))) {
    const ours = await devicesOf(session, board)
    for (const { managementAddress, sysName, kind, vendor, model } of ours) {
      const building = locate(managementAddress)
      devices.push({ board, managementAddress, sysName, kind, vendor, model, building })
    }
    for (const link of deriveLinks(ours)) links.push(link)
  }
  return { devices, links }
}
