// Devices that no profile is written for, answered by agents over real UDP. OIDs are those of the named MIB objects;
// models, versions and serial numbers are invented.
import t from 'tap'
import { closeSnmp, readDevice } from '../../../collectors/snmp.js'
import type { Credential } from '../../../src/model/credential.js'
import { Secret } from '../../../src/model/secret.js'
import { Objects, oid, response, startAgent, type Leaf } from './udp-agent.js'

t.teardown(closeSnmp)

const credential: Credential = { name: 'lecture', version: '2c', community: new Secret('public'), networks: null }
const objectId = (dotted: string): Leaf => ({ tag: 0x06, bytes: oid(dotted).subarray(2) })

/** Reads a device that has these objects below 1.3.6.1, and its system group. */
async function read(sysObjectID: string, sysDescr: string, own: Readonly<Record<string, Leaf>>) {
  const objects = new Objects({
    '1.3.6.1.2.1.1.1.0': sysDescr,
    '1.3.6.1.2.1.1.2.0': objectId(sysObjectID),
    '1.3.6.1.2.1.1.5.0': 'appareil',
    ...own,
  })
  const agent = await startAgent((_, request) => (request === null ? null : response(request, objects.answer(request))))
  const settings = { timeoutMs: 2000, retries: 2, perDevice: 1, maxRowsPerTable: 1000, maxMsPerDevice: 60_000 }
  const { signal } = new AbortController()
  const { outcome } = await readDevice(agent.address, [credential], { ...settings, port: agent.port }, signal)
  await agent.close()
  if (outcome.status === 'failed') throw new Error(JSON.stringify(outcome.reason))
  return outcome.value
}

const PRINT_SERVER = {
  '1.3.6.1.4.1.683.1.3.0': 'ZebraNet 10/100', // ESI-MIB::genProductName
  '1.3.6.1.4.1.683.1.5.0': 'J54WK0009A7C2', // ESI-MIB::genSerialNumber
  '1.3.6.1.4.1.683.1.9.0': 'V61.17.5Z', // ESI-MIB::genVersion
}
const NAMED = { vendor: 'Zebra', model: 'ZebraNet 10/100', serialNumber: 'J54WK0009A7C2', osVersion: 'V61.17.5Z' }

await t.test('a maker without a profile is asked what its MIB names', async (t) => {
  const device = await read('1.3.6.1.4.1.683.6', 'Wired server', PRINT_SERVER)
  t.match(device, { ...NAMED, kind: 'printer' })
  t.match(device.evidence, { model: 'genProductName.0', serialNumber: 'genSerialNumber.0', osVersion: 'genVersion.0' })
})

await t.test('what such an object holds must look like what it is said to hold', async (t) => {
  const device = await read('1.3.6.1.4.1.683.6', 'Wired server', {
    '1.3.6.1.4.1.683.1.3.0': 'This field is not supported on the appliance you have',
    '1.3.6.1.4.1.683.1.5.0': 'To be filled by O.E.M.',
    '1.3.6.1.4.1.683.1.9.0': 'unknown',
  })
  t.match(device, { vendor: 'Zebra', model: null, serialNumber: null, osVersion: null })
})

await t.test('a scalar without its instance is read too', async (t) => {
  const bare = Object.fromEntries(Object.entries(PRINT_SERVER).map(([name, value]) => [name.slice(0, -2), value]))
  t.match(await read('1.3.6.1.4.1.683.6', 'Wired server', bare), NAMED)
})

await t.test('an agent that is only net-snmp is of the maker whose objects it implements', async (t) => {
  const kernel = 'Linux boite 4.9.0 #3 SMP Fri Jun 23 12:18:55 EDT 2017 x86_64'
  const device = await read('1.3.6.1.4.1.8072.3.2.10', kernel, { '1.3.6.1.4.1.2021.4.5.0': 1024, ...PRINT_SERVER })
  t.match(device, { ...NAMED, kind: 'printer' })
  const server = await read('1.3.6.1.4.1.8072.3.2.10', kernel, {
    '1.3.6.1.4.1.2021.4.5.0': 1024,
    '1.3.6.1.4.1.674.10892.1.300.10.1.4.1': 3, // MIB-Dell-10892::chassisStatus: a server with its maker's agent
  })
  t.match(server, { vendor: 'Linux', kind: 'server', osVersion: '4.9.0' })
})

await t.test('a computer says its hardware as net-snmp’s extensions tell it', async (t) => {
  const line = (name: string): string => ['1.3.6.1.4.1.8072.1.3.2.3.1.1', name.length, ...Buffer.from(name)].join('.')
  const device = await read('1.3.6.1.4.1.8072.3.2.10', 'Linux srv 6.1.0-18-amd64 #1 SMP x86_64', {
    [line('hardware')]: 'ThinkCentre M70q', // NET-SNMP-EXTEND-MIB::nsExtendOutput1Line."hardware"
    [line('serial')]: 'PF3ABC12',
  })
  t.match(device, { vendor: 'Linux', model: 'ThinkCentre M70q', serialNumber: 'PF3ABC12', osVersion: '6.1.0-18-amd64' })
})

await t.test('below a maker that nothing is known of, one text of a shape tells, two tell nothing', async (t) => {
  const branch = '1.3.6.1.4.1.99999.1'
  const known = { [`${branch}.1.0`]: 'ZX-2400P', [`${branch}.2.0`]: '3.14.159', [`${branch}.3.0`]: 'ZX20190012345' }
  const device = await read(branch, 'Managed thing ZX-2400P', known)
  t.match(device, { model: 'ZX-2400P', osVersion: '3.14.159', serialNumber: 'ZX20190012345' })
  t.match(device.evidence, { osVersion: `${branch}.2.0: alone of its shape` })
  const unsure = await read(branch, 'Managed thing', {
    ...known,
    [`${branch}.4.0`]: '2.71.828',
    [`${branch}.5.0`]: 'ZX20190054321',
  })
  t.match(unsure, { osVersion: null, serialNumber: null })
  const readings = await read(branch, 'Thermometer', { [`${branch}.7.1`]: '21.5', [`${branch}.8.0`]: '10.20.0.5' })
  t.match(readings, { osVersion: null, serialNumber: null, model: null })
})

await t.test('the last resort for a model is the name that the MIB gives the sysObjectID', async (t) => {
  // LCOS-LX-MIB::lcosLXProductsAccessPointsLX6400
  t.match(await read('1.3.6.1.4.1.2356.13.8.0.2', 'Accesspoint', {}), { vendor: 'LANCOM', model: 'LX6400' })
})

await t.test('ports tell a switch from a router where nothing else does', async (t) => {
  const ports = (count: number): Record<string, Leaf> =>
    Object.fromEntries([...Array(count).keys()].map((i) => [`1.3.6.1.2.1.2.2.1.3.${i + 1}`, 6])) // IF-MIB::ifType
  t.match(await read('1.3.6.1.4.1.99999.1', 'Thing', ports(12)), { kind: 'switch' })
  // SNMPv2-MIB::sysServices 78: it forwards packets (layer 3), besides being a host.
  const forwards = { ...ports(3), '1.3.6.1.2.1.1.7.0': 78 }
  t.match(await read('1.3.6.1.4.1.99999.1', 'Thing', forwards), { kind: 'router' })
  t.match(await read('1.3.6.1.4.1.99999.1', 'Thing', ports(3)), { kind: 'unknown' })
})
