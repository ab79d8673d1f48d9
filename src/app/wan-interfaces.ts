import { createHash } from 'node:crypto'
import { deriveLinks } from '../derive/links.js'
import { deriveWanInterfaces, isNamed, type WanDevice, type WanRules } from '../derive/wan-interfaces.js'
import { addressNumber, contains, parseCidr } from '../lib/cidr.js'
import type { Db } from '../store/database.js'
import { linkDevices, saidDevices } from '../store/links.js'
import { listNetworks, listWanLinks } from '../store/organisation.js'
import { deviceIdsByIdentity, latestFacts, wanBasis, writeWanInterfaces } from '../store/wan-interfaces.js'
import type { Config } from './config/load.js'
import { boardOf, scopeOf, sessionLocator, type Session } from './session.js'

/** What the configuration names in vain: `device ifName` of interfaces that are not there, ids of links that are not known. */
export interface WanProblems {
  readonly unmatched: readonly string[]
  readonly unknownLinks: readonly string[]
}

const NONE: WanProblems = { unmatched: [], unknownLinks: [] }

/** Raised when the rules change, so that what they gave before is worked out again. */
const RULES_VERSION = 1

/**
 * Works out which interfaces of the session's board lead out of their building, and keeps them. It costs one query
 * while no scan has ended, nothing was imported or said, and the configuration is the same since the last time.
 */
export async function refreshWanInterfaces(session: Session): Promise<WanProblems> {
  const { config, store } = session
  const board = boardOf(config)
  const facts = [RULES_VERSION, await latestFacts(store.db, board), config.wan, config.networks]
  const basis = createHash('sha256').update(JSON.stringify(facts)).digest('hex')
  if (basis === (await wanBasis(store.db, board))) return NONE
  const rules: WanRules = {
    interfaces: withLinks(config.wan.interfaces),
    aliasPattern: config.wan.aliasPattern === undefined ? null : new RegExp(config.wan.aliasPattern, 'iu'),
  }
  const locate = await sessionLocator(session)
  const devices = await wanDevices(store.db, board, (address) => locate(address, board))
  const networks = [...config.networks, ...(await listNetworks(store.db, scopeOf(config)))]
  const cidrs = networks.flatMap(({ cidr }) => parseCidr(cidr) ?? [])
  const { interfaces, unmatched, unknownLinks } = deriveWanInterfaces({
    devices,
    links: deriveLinks(devices),
    wanLinks: await listWanLinks(store.db),
    rules,
    buildingOf: (address) => locate(address, board),
    isInside: (address) => {
      const number = addressNumber(address)
      return number !== null && cidrs.some((cidr) => contains(cidr, number))
    },
  })
  await writeWanInterfaces(store.db, { board, basis, at: session.now() }, interfaces)
  const named = unmatched.flatMap((index) => config.wan.interfaces[index] ?? [])
  return { unmatched: named.map(({ device, ifName }) => `${device} ${ifName}`), unknownLinks }
}

type NamedInterfaces = Config['wan']['interfaces']

function withLinks(interfaces: NamedInterfaces): WanRules['interfaces'] {
  return interfaces.map(({ device, ifName, link }) => ({ device, ifName, link: link ?? null }))
}

/** What lines of the configuration name that is not in the inventory, looking only: ports, and ids of links. */
export async function namedInVain(
  db: Db,
  board: string,
  interfaces: NamedInterfaces,
): Promise<{
  readonly ports: readonly { readonly device: string; readonly ifName: string; readonly isDeviceKnown: boolean }[]
  readonly links: readonly string[]
}> {
  const devices = await wanDevices(db, board, () => null)
  const { unmatched, unknownLinks } = deriveWanInterfaces({
    devices,
    links: [],
    wanLinks: await listWanLinks(db),
    rules: { interfaces: withLinks(interfaces), aliasPattern: null },
    buildingOf: () => null,
    isInside: () => true,
  })
  const ports = unmatched.flatMap((index) => interfaces[index] ?? [])
  return {
    ports: ports.map(({ device, ifName }) => ({
      device,
      ifName,
      isDeviceKnown: devices.some((each) => isNamed(each, device)),
    })),
    links: unknownLinks,
  }
}

/** The devices of a board that people do not ignore, with the building that they say, else that of the networks. */
async function wanDevices(db: Db, board: string, buildingOf: (address: string) => string | null): Promise<WanDevice[]> {
  const ids = await deviceIdsByIdentity(db, board)
  const said = new Map((await saidDevices(db)).map((each) => [each.subject, each]))
  const devices: WanDevice[] = []
  for await (const device of linkDevices(db, board)) {
    const id = ids.get(device.identity)
    if (id === undefined) continue
    const words = said.get(String(id))
    if (words?.isIgnored === true) continue
    const { kind = device.kind, sysName = device.sysName, building = null } = words?.values ?? {}
    devices.push({ ...device, id, kind, sysName, building: building ?? buildingOf(device.managementAddress) })
  }
  return devices
}
