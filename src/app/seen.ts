import { deriveSeen, macsHeard } from '../derive/fleet-seen.js'
import { addressNumber } from '../lib/cidr.js'
import type { FleetRow, SeenThing } from '../model/fleet.js'
import type { SeenDevice, SeenInterface } from '../model/seen.js'
import type { Locate } from '../store/devices.js'
import { seenComponents, seenDevices, seenInterfaces, seenNeighbours } from '../store/seen.js'
import { scopeOf, type Session } from './session.js'

/** Everything that scans saw of the configured board, or of every board, with the MAC addresses that rows name. */
export async function readSeen(session: Session, rows: readonly FleetRow[], locate: Locate): Promise<SeenThing[]> {
  const { config, store } = session
  const { db } = store
  const neighbours = await seenNeighbours(db)
  const wanted = new Set([...rows.flatMap(({ mac }) => mac), ...neighbours.flatMap(macsHeard)])
  return deriveSeen({
    devices: sortedByAddress(await seenDevices(db, scopeOf(config))),
    components: await seenComponents(db),
    interfaces: await interfacesOf(session, wanted),
    neighbours,
    buildingOf: ({ board, managementAddress, saidBuilding }) => saidBuilding ?? locate(managementAddress, board),
  })
}

/** Of millions of interfaces, those whose MAC is looked for. */
async function interfacesOf({ store }: Session, wanted: ReadonlySet<string>): Promise<readonly SeenInterface[]> {
  const kept: SeenInterface[] = []
  for await (const page of seenInterfaces(store.db)) kept.push(...page.filter(({ mac }) => wanted.has(mac)))
  return kept
}

/** By address as a number, each read once: comparing texts would read 90,000 of them a million times. */
function sortedByAddress(devices: readonly SeenDevice[]): readonly SeenDevice[] {
  return devices
    .map((device) => ({ device, address: addressNumber(device.managementAddress)?.value ?? 0n }))
    .sort((a, b) => (a.address < b.address ? -1 : a.address > b.address ? 1 : a.device.id - b.device.id))
    .map(({ device }) => device)
}
