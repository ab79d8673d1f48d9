import { rangesOf } from '../lib/ranges.js'
import type { Change, ChangeKind, DeviceState, WanLinkAt } from '../model/change.js'

type Port = DeviceState['interfaces'][number]
type Seen = DeviceState['neighbours'][number]

/** IANAifType-MIB ieee8023adLag. */
const LAG = 161
/** ifOperStatus of a port that carries nothing (RFC 2863); testing, unknown and dormant say neither. */
const DOWN: readonly (string | null)[] = ['down', 'lowerLayerDown', 'notPresent']

/**
 * What differs between two states of one device, in the order of CHANGE_KINDS.
 *
 * What is told for the first time (a version, a serial, a VLAN table that the agent did not give) is no change: a better
 * reading of the same box is no news of it.
 */
export function deriveChanges(
  before: DeviceState,
  after: DeviceState,
  wanLinkAt: WanLinkAt = () => null,
): readonly Change[] {
  const hardware = members(before, after)
  return [
    ...(hardware.length === 0 ? replaced(before, after) : hardware.filter(({ kind }) => kind === 'replaced')),
    ...renamed(before, after),
    ...upgraded(before, after),
    ...hardware.filter(({ kind }) => kind !== 'replaced'),
    ...neighbours(before, after),
    ...ports(before, after, wanLinkAt),
    ...vlans(before, after),
  ]
}

function change(kind: ChangeKind, subject: string | null, before: string | null, after: string | null): Change {
  return { kind, subject, before, after }
}

function renamed({ sysName: was }: DeviceState, { sysName: is }: DeviceState): Change[] {
  return was === is ? [] : [change('renamed', null, was, is)]
}

/** The same text of the agent, read by another rule, is a better reading and no upgrade. */
function upgraded(before: DeviceState, after: DeviceState): Change[] {
  const { osVersion: was } = before
  const { osVersion: is } = after
  if (was === null || is === null || was === is) return []
  const readOtherwise =
    before.sysDescr === after.sysDescr && before.evidence['osVersion'] !== after.evidence['osVersion']
  return readOtherwise ? [] : [change('upgraded', null, was, is)]
}

/**
 * A box that was changed where it stood, behind the same chassis MAC: a supervisor, or a chassis that no component tells.
 * A serial read by another rule is a better reading; one that a component had before, or that another still has, is that
 * of a stack whose master is another member.
 */
function replaced(before: DeviceState, after: DeviceState): Change[] {
  const { serialNumber: was } = before
  const { serialNumber: is } = after
  const rule = before.evidence['serialNumber']
  if (was === null || is === null || was === is || rule === undefined) return []
  const has = ({ components }: DeviceState, serial: string): boolean =>
    components.some(({ serialNumber }) => serialNumber === serial)
  const isReread = rule !== after.evidence['serialNumber'] || has(before, is) || has(after, was)
  return isReread ? [] : [change('replaced', null, was, is)]
}

/**
 * Members of a stack are its chassis (ENTITY-MIB entPhysicalClass), each by its serial wherever it stands. A row whose
 * serial was not told, before or after, says nothing of the one that was there. Another serial in the same row is a
 * member that was replaced, or the device when it has no other chassis.
 */
function members(before: DeviceState, after: DeviceState): Change[] {
  const chassis = (state: DeviceState) => state.components.filter((part) => part.class === 'chassis')
  const [were, are] = [chassis(before), chassis(after)]
  if (were.length === 0 || are.length === 0) return []
  type Chassis = (typeof were)[number]
  const missing = (from: readonly Chassis[], others: readonly Chassis[]): Map<string, Chassis> => {
    const told = new Set(others.map(({ serialNumber }) => serialNumber))
    const untold = new Set(others.flatMap((part) => (part.serialNumber === null ? [part.entPhysicalIndex] : [])))
    const gone = from.filter((part) => !told.has(part.serialNumber) && !untold.has(part.entPhysicalIndex))
    return new Map(gone.flatMap((part) => (part.serialNumber === null ? [] : [[part.serialNumber, part] as const])))
  }
  const [lost, added] = [missing(were, are), missing(are, were)]
  const isAlone = were.length === 1 && are.length === 1
  const changes: Change[] = []
  for (const [was, { entPhysicalIndex }] of lost) {
    const [is, part] = [...added].find(([, each]) => each.entPhysicalIndex === entPhysicalIndex) ?? []
    if (is === undefined || part === undefined) continue
    changes.push(change('replaced', isAlone ? null : (part.name ?? String(entPhysicalIndex)), was, is))
    lost.delete(was)
    added.delete(is)
  }
  return [
    ...changes,
    ...[...lost].map(([serial, { name }]) => change('member-lost', name, serial, null)),
    ...[...added].map(([serial, { name }]) => change('member-added', name, null, serial)),
  ]
}

/** A name without its domain: LLDP and CDP of one neighbour write it with and without. An address stays whole. */
function shortName(name: string): string {
  const lower = name.toLowerCase()
  return /^[\d.:]+$/.test(lower) ? lower : (lower.split('.')[0] ?? lower)
}

const portOf = ({ localIfIndex, localPort }: Seen): string => String(localIfIndex ?? localPort)

/** Of several tellings of one neighbour, the shortest name is told. */
const nameLength = ({ remoteSysName }: Seen): number => remoteSysName?.length ?? Number.MAX_SAFE_INTEGER

const isNameless = (seen: Seen): boolean => seen.remoteChassisId === null && seen.remoteSysName === null

/** Behind one port, the same chassis or the same name is the same neighbour, whatever protocol says so. */
function isSame(a: Seen, b: Seen): boolean {
  if (portOf(a) !== portOf(b)) return false
  if (a.remoteChassisId !== null && a.remoteChassisId === b.remoteChassisId) return true
  if (isNameless(a) && isNameless(b)) return a.remoteAddresses[0] === b.remoteAddresses[0]
  if (a.remoteSysName === null || b.remoteSysName === null) return false
  return shortName(a.remoteSysName) === shortName(b.remoteSysName)
}

function byPort(seen: readonly Seen[]): Map<string, Seen[]> {
  const groups = new Map<string, Seen[]>()
  for (const one of seen) {
    const group = groups.get(portOf(one))
    if (group === undefined) groups.set(portOf(one), [one])
    else group.push(one)
  }
  return groups
}

function neighbours(before: DeviceState, after: DeviceState): Change[] {
  const [were, are] = [byPort(before.neighbours), byPort(after.neighbours)]
  const ports = new Map([...before.interfaces, ...after.interfaces].map((port) => [port.ifIndex, port]))
  const missing = (from: Map<string, Seen[]>, others: Map<string, Seen[]>): Seen[] =>
    [...from].flatMap(([port, seen]) => {
      const gone = seen
        .filter((one) => others.get(port)?.some((other) => isSame(one, other)) !== true)
        .sort((a, b) => nameLength(a) - nameLength(b))
      return gone.filter((one, i) => !gone.slice(0, i).some((earlier) => isSame(one, earlier)))
    })
  const local = ({ localIfIndex, localPort }: Seen): string | null => {
    const port = ports.get(localIfIndex ?? -1)
    return port === undefined ? (localPort ?? String(localIfIndex)) : nameOf(port)
  }
  const remote = ({ remoteSysName, remoteChassisId, remoteAddresses }: Seen): string | null =>
    remoteSysName ?? remoteChassisId ?? remoteAddresses[0] ?? null
  return [
    ...missing(were, are).map((one) => change('neighbour-lost', local(one), remote(one), null)),
    ...missing(are, were).map((one) => change('neighbour-found', local(one), null, remote(one))),
  ]
}

function nameOf({ ifName, ifDescr, ifIndex }: Port): string {
  return ifName ?? ifDescr ?? String(ifIndex)
}

/**
 * The ports whose state is worth a word: those that lead to a neighbour, now or the time before; aggregates and their
 * members; those that somebody named (ifAlias). A PC's port goes down each night, and nobody wants to hear of it.
 */
function watched(...states: readonly DeviceState[]): (port: Port) => boolean {
  const led = new Set<number>()
  for (const { neighbours: seen, interfaces } of states) {
    for (const { localIfIndex } of seen) if (localIfIndex !== null) led.add(localIfIndex)
    for (const { ifIndex, ifType, lagIfIndex } of interfaces) {
      if (ifType === LAG) led.add(ifIndex)
      if (lagIfIndex !== null) led.add(ifIndex).add(lagIfIndex)
    }
  }
  return ({ ifIndex, ifAlias }) => led.has(ifIndex) || (ifAlias !== null && ifAlias.trim() !== '')
}

/** States and speeds of watched ports that are up by configuration, before and after. */
function ports(before: DeviceState, after: DeviceState, wanLinkAt: WanLinkAt): Change[] {
  const isWatched = watched(before, after)
  const known = new Map(before.interfaces.map((port) => [port.ifIndex, port]))
  const found: Record<'down' | 'up' | 'speed', Change[]> = { down: [], up: [], speed: [] }
  for (const is of after.interfaces) {
    const was = known.get(is.ifIndex)
    const link = wanLinkAt(is.ifIndex)
    if (was?.adminStatus !== 'up' || is.adminStatus !== 'up') continue
    if (link === null && !isWatched(is) && !isWatched(was)) continue
    const of = link === null ? 'interface' : 'wan-link'
    if (was.operStatus === 'up' && DOWN.includes(is.operStatus)) {
      found.down.push(change(`${of}-down`, link ?? nameOf(is), was.operStatus, is.operStatus))
    } else if (DOWN.includes(was.operStatus) && is.operStatus === 'up') {
      found.up.push(change(`${of}-up`, link ?? nameOf(is), was.operStatus, is.operStatus))
    } else if (was.operStatus === 'up' && is.operStatus === 'up' && was.speedBps !== is.speedBps) {
      if (!was.speedBps || !is.speedBps) continue // 0 and null say that it is not known.
      found.speed.push(change('speed-changed', nameOf(is), String(was.speedBps), String(is.speedBps)))
    }
  }
  return [...found.down, ...found.up, ...found.speed]
}

/** An agent that gives no VLAN at all, before or after, does not say that there are none. */
function vlans(before: DeviceState, after: DeviceState): Change[] {
  const [were, are] = [before, after].map(({ vlans: rows }) => new Set(rows.map(({ vlanId }) => vlanId)))
  if (were === undefined || are === undefined || were.size === 0 || are.size === 0) return []
  const list = (from: ReadonlySet<number>, others: ReadonlySet<number>): string | null => {
    const missing = [...from].filter((id) => !others.has(id)).sort((a, b) => a - b)
    return missing.length === 0 ? null : rangesOf(missing)
  }
  const [lost, found] = [list(were, are), list(are, were)]
  return lost === null && found === null ? [] : [change('vlans-changed', null, lost, found)]
}
