import type { DeviceReading } from '../../../src/model/device.js'
import { Recording } from '../replay/recording.js'
import type { RawVarbind } from '../wire/net-snmp.js'
import { text, valueOf } from '../wire/value.js'
import { replaceBytes, wholeAddress } from './bytes.js'
import { columnFinder, type Column, type Holds } from './columns.js'
import { LENGTHS, placesIn } from './indexes.js'
import { numericSerial, replaceOid } from './oids.js'
import { addReading, PrivateWords } from './private-words.js'
import { addressBytes, addressWritten, Secrets } from './secrets.js'
import { StandIns } from './stand-ins.js'

/** What is private though the recording does not say so. */
export interface Private {
  /** Where the device was asked. */
  readonly address: string
  /** Communities, users, the board's name. */
  readonly words: readonly string[]
}

const IP_ADDRESS = 0x40
const OBJECT_IDENTIFIER = 0x06
/** SNMP-FRAMEWORK-MIB and those after it: engines, users, communities and views, which say nothing of the device. */
const LEFT_OUT = '1.3.6.1.6.3.' // SNMPv2-SMI::snmpModules
const OPEN_COLUMNS = [
  '1.3.6.1.2.1.2.2.1.2.', // IF-MIB::ifDescr
  '1.3.6.1.2.1.31.1.1.1.1.', // IF-MIB::ifName
  '1.3.6.1.2.1.25.3.2.1.3.', // HOST-RESOURCES-MIB::hrDeviceDescr
  '1.3.6.1.2.1.47.1.1.1.1.2.', // ENTITY-MIB::entPhysicalDescr
  '1.3.6.1.2.1.47.1.1.1.1.12.', // ENTITY-MIB::entPhysicalMfgName
  '1.3.6.1.2.1.47.1.1.1.1.13.', // ENTITY-MIB::entPhysicalModelName
]

/**
 * A recording with stand-ins for addresses, names, serial numbers, communities and users, in values and in indexes. The
 * same thing has the same stand-in everywhere, so that neighbours still find one another; what names the device stays.
 * What only a maker's private tables know to be private is searched for by its looks, and may be missed.
 */
export async function anonymise(
  recording: Recording,
  reading: DeviceReading,
  known: Private,
  key: Buffer,
): Promise<{ readonly recording: Recording; readonly address: string }> {
  const columnOf = await columnFinder()
  const { vendor, model, osName, osVersion } = reading
  const open = recording.varbinds.filter(({ oid }) => OPEN_COLUMNS.some((column) => oid.startsWith(column))).map(textOf)
  const secrets = new Secrets(new PrivateWords([vendor, model, osName, osVersion, ...open]), new StandIns(key))
  addReading(secrets.words, reading)
  for (const word of known.words) secrets.words.addName(word)
  addAddresses(secrets, reading, known)
  const columns = recording.varbinds.map((varbind) => ({ varbind, column: columnOf(varbind.oid) }))
  for (const { varbind, column } of columns) collect(varbind, column.holds, secrets)
  const replaced = columns
    .filter(({ varbind }) => !varbind.oid.startsWith(LEFT_OUT))
    .map(({ varbind, column }) => replaceVarbind(varbind, column, secrets))
  const own = addressBytes(known.address)
  const standIn = own === null ? null : own.length === 4 ? secrets.standIns.ip4(own) : secrets.standIns.ip6(own)
  return { recording: Recording.of(replaced), address: standIn === null ? '' : addressWritten(standIn) }
}

function textOf(varbind: RawVarbind): string | null {
  return text(valueOf(varbind))
}

function addAddresses(secrets: Secrets, reading: DeviceReading, { address }: Private): void {
  const written = [
    address,
    reading.chassisMac,
    ...reading.interfaces.map(({ physAddress }) => physAddress),
    ...reading.accessPoints.flatMap((one) => [one.mac, one.address]),
    ...reading.neighbours.flatMap((one) => [one.remoteChassisId, one.remotePortId, ...one.remoteAddresses]),
  ]
  for (const one of written) if (one !== null) secrets.addWritten(one)
}

/** Notes what one varbind shows to be private. */
function collect(varbind: RawVarbind, holds: Holds, secrets: Secrets): void {
  const { oid, type, value } = varbind
  const arcs = oid.split('.').map(Number)
  for (const { kind, at } of placesIn(arcs)) {
    secrets.addAddress(kind, Buffer.from(arcs.slice(at, at + LENGTHS[kind])))
  }
  if (type === IP_ADDRESS && typeof value === 'string') secrets.addWritten(value)
  if (!Buffer.isBuffer(value)) return
  const whole = wholeAddress(value, holds, secrets)
  if (whole !== null) {
    secrets.addAddress(whole.kind, value.subarray(whole.at, whole.at + LENGTHS[whole.kind]))
  } else if (holds === 'serial') secrets.words.addSerial(textOf(varbind))
  else if (holds === 'name') {
    secrets.words.addPhrase(textOf(varbind))
    if (HOSTS.some((column) => oid.startsWith(column))) secrets.words.addName(textOf(varbind))
  }
}

const HOSTS = [
  '1.3.6.1.2.1.1.5.', // SNMPv2-MIB::sysName
  '1.0.8802.1.1.2.1.3.3.', // LLDP-MIB::lldpLocSysName
  '1.3.111.2.802.1.1.13.1.3.3.', // LLDP-V2-MIB::lldpV2LocSysName
  '1.3.6.1.4.1.9.2.1.3.', // OLD-CISCO-SYS-MIB::hostName
]

function replaceVarbind(varbind: RawVarbind, { holds, oid: named }: Column, secrets: Secrets): RawVarbind {
  const { type, value } = varbind
  const { oid, isOfSomebody } = replaceOid(varbind.oid, secrets, named)
  if (Buffer.isBuffer(value) && type === 0x04) {
    return { oid, type, value: replaceBytes(value, isOfSomebody && holds === 'other' ? 'name' : holds, secrets) }
  }
  if (typeof value === 'number' && secrets.words.isSerial(String(value))) {
    return { oid, type, value: numericSerial(value, secrets) }
  }
  if (typeof value !== 'string') return { oid, type, value }
  if (type === IP_ADDRESS) {
    const bytes = addressBytes(value)
    return { oid, type, value: bytes === null ? value : addressWritten(secrets.standIns.ip4(bytes)) }
  }
  const isIndex = type === OBJECT_IDENTIFIER && holds !== 'branch'
  return { oid, type, value: isIndex ? replaceOid(value, secrets).oid : value }
}
