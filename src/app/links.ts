import { deriveLinks } from '../derive/links.js'
import { linkDeviceName, linkPortName } from '../model/link-name.js'
import type { Link, LinkDevice, LinkEnd, LinkGraph, LinkGraphDevice, LinkRow } from '../model/link.js'
import { boardOfDevice, linkBoards, linkDevices, saidDevices, type SaidDevice } from '../store/links.js'
import { kept, readSaid, type View } from '../store/overrides.js'
import { scopeOf, sessionLocator, type Session } from './session.js'

/** The ids of links: what tells them from the code of a school or the name of a device. */
const LINK_ID = /^L[0-9a-z]{8}$/i

async function devicesOf({ store }: Session, board: string): Promise<LinkDevice[]> {
  const devices: LinkDevice[] = []
  for await (const device of linkDevices(store.db, board)) devices.push(device)
  return devices
}

/** What people say of links, and of the devices at their ends. */
interface Said {
  /** What people say of a device at an address of a board. */
  of(board: string, address: string | null): SaidDevice['values']
  isIgnored(board: string, address: string | null): boolean
  /** Links without those that people ignore, and without those of devices that they ignore. */
  keep(links: readonly Link[]): readonly Link[]
}

async function readSaidOfLinks({ store: { db } }: Session, view: View): Promise<Said> {
  const key = (board: string, address: string | null): string => `${board} ${address}`
  const devices = new Map(
    view === 'read'
      ? []
      : (await saidDevices(db)).map((each) => [key(each.board, each.managementAddress), each] as const),
  )
  const { ignored } = await readSaid(db, 'link', view)
  const hidden = new Set([...devices.values()].filter((each) => each.isIgnored).map(({ subject }) => subject))
  const subjectAt = (board: string, address: string | null): string => devices.get(key(board, address))?.subject ?? ''
  return {
    of: (board, address) => devices.get(key(board, address))?.values ?? {},
    isIgnored: (board, address) => view === 'kept' && hidden.has(subjectAt(board, address)),
    keep: (links) =>
      (['a', 'b'] as const).reduce<readonly Link[]>(
        (left, end) =>
          kept(db, 'device', hidden, view, left, (link) => subjectAt(link.board, link[end].managementAddress)),
        kept(db, 'link', ignored, view, links, ({ id }) => id),
      ),
  }
}

/** A link with the names that people give its devices. */
function named(link: Link, said: Said): Link {
  const end = (each: LinkEnd): LinkEnd => {
    const { sysName } = said.of(link.board, each.managementAddress)
    return sysName === undefined || each.managementAddress === null ? each : { ...each, sysName }
  }
  return { ...link, a: end(link.a), b: end(link.b) }
}

/**
 * The physical links of the session's board, or of every board one after the other: memory grows with the largest board.
 * In the order of boards, addresses and ports.
 */
export async function readLinks(session: Session, view: View = 'kept'): Promise<Link[]> {
  const said = await readSaidOfLinks(session, view)
  const links: Link[] = []
  for (const board of await linkBoards(session.store.db, scopeOf(session.config))) {
    for (const link of said.keep(deriveLinks(await devicesOf(session, board)))) links.push(named(link, said))
  }
  return links
}

/** The link with that id, in capitals or not, be it ignored; null when there is none. */
export async function findLink(session: Session, id: string): Promise<Link | null> {
  if (!LINK_ID.test(id)) return null
  const links = await readLinks(session, 'all')
  return links.find((link) => link.id.toLowerCase() === id.toLowerCase()) ?? null
}

/** The links of one device, by its id in the database. They are joined from its whole board: any device may tell of it. */
export async function linksOfDevice(session: Session, id: number, managementAddress: string): Promise<Link[]> {
  const board = await boardOfDevice(session.store.db, id)
  if (board === null) return []
  const said = await readSaidOfLinks(session, 'all')
  const { ignored } = await readSaid(session.store.db, 'link')
  return deriveLinks(await devicesOf(session, board))
    .filter(({ a, b }) => a.managementAddress === managementAddress || b.managementAddress === managementAddress)
    .filter(({ id }) => !ignored.has(id))
    .map((link) => named(link, said))
}

/** Links as flat rows, for tables and CSV. */
export async function linkRows(session: Session, view: View): Promise<LinkRow[]> {
  return (await readLinks(session, view)).map(({ a, b, ...link }) => ({
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
export async function readLinkGraph(session: Session, view: View): Promise<LinkGraph> {
  const locate = await sessionLocator(session)
  const said = await readSaidOfLinks(session, view)
  const links: Link[] = []
  const devices: LinkGraphDevice[] = []
  for (const board of await linkBoards(session.store.db, scopeOf(session.config))) {
    const ours = await devicesOf(session, board)
    for (const { managementAddress, sysName, kind, vendor, model } of ours) {
      if (said.isIgnored(board, managementAddress)) continue
      const read = {
        board,
        managementAddress,
        sysName,
        kind,
        vendor,
        model,
        building: locate(managementAddress, board),
      }
      devices.push({ ...read, ...said.of(board, managementAddress) })
    }
    for (const link of said.keep(deriveLinks(ours))) links.push(named(link, said))
  }
  return { devices, links }
}
