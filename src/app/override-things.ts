import { UserError } from '../model/errors.js'
import type { Override, OverrideField, OverrideNoun } from '../model/override.js'
import type { Link } from '../model/link.js'
import { linkDeviceName } from '../model/link-name.js'
import type { Building } from '../model/organisation.js'
import type { WanLink } from '../model/wan-link.js'
import { devicesAsRead, type ReadDevice } from '../store/devices-as-read.js'
import { findDeviceIds, type Locate } from '../store/devices.js'
import { listBuildings, listWanLinks } from '../store/organisation.js'
import { findLink, readLinks } from './links.js'
import { scopeOf, sessionLocator, type Session } from './session.js'

/** Something that overrides may be about, as it is read: what it is called, and what is read of each field. */
export interface Thing {
  readonly subject: string
  readonly board: string
  /** A device's address, a building's code, a link's id. */
  readonly thing: string
  readonly name: string | null
  /** Null where nothing is read; a field that is never read (`ignore`) is absent. */
  readonly read: Readonly<Partial<Record<OverrideField, string | null>>>
}

function deviceThing({ id, board, managementAddress, sysName, model, kind }: ReadDevice, locate: Locate): Thing {
  const read = { model, kind, building: locate(managementAddress, board), name: sysName }
  return { subject: String(id), board, thing: managementAddress, name: sysName, read }
}

function buildingThing({ code, name, coordinates }: Building): Thing {
  return { subject: code, board: '', thing: code, name, read: { name, coordinates: coordinates?.join(',') ?? null } }
}

function wanLinkThing({ id, name }: WanLink): Thing {
  return { subject: id, board: '', thing: id, name, read: { name } }
}

function linkThing({ id, board, a, b }: Link): Thing {
  return { subject: id, board, thing: id, name: `${linkDeviceName(a)} – ${linkDeviceName(b)}`, read: {} }
}

/**
 * The one thing that a person means.
 *
 * @throws UserError when there is none, or a name or a serial is that of several devices.
 */
export async function findThing(session: Session, noun: OverrideNoun, text: string): Promise<Thing> {
  const [thing, ...others] = await (noun === 'device' ? findDevices(session, text) : findImported(session, noun, text))
  const { overrides } = session.m
  if (thing === undefined) {
    throw new UserError(overrides[`unknown-${noun}`](text), overrides[`unknownHint-${noun}`])
  }
  if (others.length === 0) return thing
  const all = [thing, ...others].map((each) => each.thing).join(', ')
  throw new UserError(overrides.several(text, all), overrides.severalHint)
}

/** Devices that are there, else those that are gone. */
async function findDevices(session: Session, text: string): Promise<Thing[]> {
  const ids = await findDeviceIds(session.store.db, text, scopeOf(session.config))
  const devices = await devicesAsRead(session.store.db, ids)
  const there = devices.filter(({ gone }) => !gone)
  const locate = await sessionLocator(session)
  return (there.length > 0 ? there : devices).map((device) => deviceThing(device, locate))
}

async function findImported(session: Session, noun: 'building' | 'link' | 'wan-link', id: string): Promise<Thing[]> {
  const { store } = session
  if (noun === 'link') {
    const link = await findLink(session, id)
    return link === null ? [] : [linkThing(link)]
  }
  const things =
    noun === 'building'
      ? (await listBuildings(store.db, 'read')).map(buildingThing)
      : (await listWanLinks(store.db, 'read')).map(wanLinkThing)
  return things.filter(({ subject }) => subject === id)
}

type Subject = Pick<Override, 'noun' | 'subject'>

/** The things of some overrides, read together; one that is no longer known is called by its subject. */
export async function thingsOf(session: Session, subjects: readonly Subject[]): Promise<(of: Subject) => Thing> {
  const { db } = session.store
  const wanted = (noun: OverrideNoun): string[] => subjects.filter((each) => each.noun === noun).map((s) => s.subject)
  const things = new Map<string, Thing>()
  const add = (noun: OverrideNoun, thing: Thing): void => void things.set(`${noun} ${thing.subject}`, thing)
  const ids = [...new Set(wanted('device').map(Number))]
  if (ids.length > 0) {
    const locate = await sessionLocator(session)
    for (const device of await devicesAsRead(db, ids)) add('device', deviceThing(device, locate))
  }
  if (wanted('building').length > 0) {
    for (const building of await listBuildings(db, 'read')) add('building', buildingThing(building))
  }
  if (wanted('link').length > 0) {
    for (const link of await readLinks(session, 'read')) add('link', linkThing(link))
  }
  if (wanted('wan-link').length > 0) {
    for (const link of await listWanLinks(db, 'read')) add('wan-link', wanLinkThing(link))
  }
  return ({ noun, subject }) =>
    things.get(`${noun} ${subject}`) ?? { subject, board: '', thing: subject, name: null, read: {} }
}
