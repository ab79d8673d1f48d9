import type { Test } from 'tap'
import t from 'tap'
import { closeSnmp, readDevice } from '../../../collectors/snmp.js'
import { addressesOf, withOldTable } from '../../../collectors/snmp/readers/addresses.js'
import { aggregatesOf } from '../../../collectors/snmp/readers/aggregation.js'
import { cdpNeighboursOf, fdpNeighboursOf } from '../../../collectors/snmp/readers/cdp.js'
import { edpNeighboursOf } from '../../../collectors/snmp/readers/edp.js'
import { bridgeSightings } from '../../../collectors/snmp/readers/forwarding.js'
import { inetAddress } from '../../../collectors/snmp/readers/inet-address.js'
import { lldpV2NeighboursOf } from '../../../collectors/snmp/readers/lldp.js'
import { capabilitiesOf } from '../../../collectors/snmp/readers/lldp-ids.js'
import { localPortOf } from '../../../collectors/snmp/readers/lldp-ports.js'
import { mergeNeighbours, withoutBareCards } from '../../../collectors/snmp/readers/neighbours.js'
import { bitsOf } from '../../../collectors/snmp/readers/port-vlans.js'
import { isStation } from '../../../collectors/snmp/readers/stations.js'
import type { DeviceReading, Interface, Neighbour } from '../../../src/model/device.js'
import { Secret } from '../../../src/model/secret.js'
import { BLANK_INTERFACE, BLANK_NEIGHBOUR } from '../../blank.js'
import { Objects, oid, response, startAgent, type Leaf, type UdpAgent } from './udp-agent.js'

t.teardown(() => closeSnmp())

const hex = (digits: string): Buffer => Buffer.from(digits.replaceAll(/[: ]/g, ''), 'hex')
const ip = (...octets: number[]): Leaf => ({ tag: 0x40, bytes: Buffer.from(octets) })
const pointer = (dotted: string): Leaf => ({ tag: 0x06, bytes: oid(dotted).subarray(2) })
const port = (ifIndex: number, known: Partial<Interface> = {}): Interface => ({
  ...BLANK_INTERFACE,
  ifIndex,
  ifType: 6,
  ...known,
})

/** An agent that answers each community with its own objects, and is silent to the others. */
async function agentOf(t: Test, views: Readonly<Record<string, Readonly<Record<string, Leaf>>>>): Promise<UdpAgent> {
  const objects = new Map(Object.entries(views).map(([community, view]) => [community, new Objects(view)]))
  const agent = await startAgent((_bytes, request) => {
    const view = request === null ? undefined : objects.get(request.community.toString())
    return request === null || view === undefined ? null : response(request, view.answer(request))
  })
  t.teardown(() => agent.close())
  return agent
}

async function readFrom(agent: UdpAgent, endpoints: boolean): Promise<DeviceReading> {
  const settings = { timeoutMs: 1500, retries: 1, perDevice: 1, maxRowsPerTable: 10_000, maxMsPerDevice: 60_000 }
  const { outcome } = await readDevice(
    agent.address,
    [{ name: 'lecture', version: '2c', community: new Secret('lecture'), networks: null }],
    { ...settings, port: agent.port, endpoints },
    new AbortController().signal,
  )
  if (outcome.status !== 'answered') throw new Error(JSON.stringify(outcome))
  return outcome.value
}

const SYSTEM = '1.3.6.1.2.1.1'
const IF = '1.3.6.1.2.1.2.2.1'
const BRIDGE = '1.3.6.1.2.1.17'

/** Four ports, bridge ports 1 to 4 at ifIndex 101 to 104, the last two in the aggregate 200 (bridge port 9). */
function invented(): Record<string, Leaf> {
  const objects: Record<string, Leaf> = {
    [`${SYSTEM}.1.0`]: 'Commutateur inventé',
    [`${SYSTEM}.2.0`]: pointer('1.3.6.1.4.1.99999.1'),
    [`${IF}.2.200`]: 'Agrégat 1',
    [`${IF}.3.200`]: 161,
    [`${BRIDGE}.1.4.1.2.9`]: 200,
  }
  for (const number of [1, 2, 3, 4]) {
    objects[`${IF}.2.10${number}`] = `port ${number}`
    objects[`${IF}.3.10${number}`] = 6
    objects[`${BRIDGE}.1.4.1.2.${number}`] = 100 + number
  }
  // IEEE8023-LAG-MIB::dot3adAggPortAttachedAggID: port 3 is attached, port 4 only selected (its link is down).
  objects['1.2.840.10006.300.43.1.2.1.1.12.103'] = 200
  objects['1.2.840.10006.300.43.1.2.1.1.13.103'] = 200
  objects['1.2.840.10006.300.43.1.2.1.1.12.104'] = 200
  objects['1.2.840.10006.300.43.1.2.1.1.13.104'] = 0
  return {
    ...objects,
    // RFC 4363: VLAN 10 leaves ports 1 (bare), 2 and 9; VLAN 20 ports 2 and 9. Bit 1 of octet 1 is port 1.
    [`${BRIDGE}.7.1.4.3.1.1.10`]: 'élèves',
    [`${BRIDGE}.7.1.4.3.1.2.10`]: Buffer.from([0b11000000, 0b10000000]),
    [`${BRIDGE}.7.1.4.3.1.4.10`]: Buffer.from([0b10000000, 0]),
    [`${BRIDGE}.7.1.4.3.1.1.20`]: 'téléphones',
    [`${BRIDGE}.7.1.4.3.1.2.20`]: Buffer.from([0b01000000, 0b10000000]),
    [`${BRIDGE}.7.1.4.3.1.4.20`]: Buffer.from([0, 0]),
    [`${BRIDGE}.7.1.4.5.1.1.1`]: 10,
    [`${BRIDGE}.7.1.4.5.1.1.2`]: 1,
    // dot1qVlanCurrentTable: the filtering databases 3 and 4 are of VLANs 10 and 20.
    [`${BRIDGE}.7.1.4.2.1.3.0.10`]: 3,
    [`${BRIDGE}.7.1.4.2.1.3.0.20`]: 4,
    // RFC 4188: root 02:00:5e:00:00:99 of priority 4096 through bridge port 9; port 2 blocks.
    [`${BRIDGE}.2.2.0`]: 32768,
    [`${BRIDGE}.2.5.0`]: hex('1000 02005e000099'),
    [`${BRIDGE}.2.6.0`]: 20000,
    [`${BRIDGE}.2.7.0`]: 9,
    [`${BRIDGE}.2.15.1.3.1`]: 5,
    [`${BRIDGE}.2.15.1.3.2`]: 2,
    // dot1qTpFdbTable, FDB id and MAC in the index: port, then status learned(3) or self(4).
    ...fdb(`3.2.0.94.0.170.1`, 1, 3),
    ...fdb(`4.2.0.94.0.170.2`, 2, 3),
    ...fdb(`3.2.0.94.0.170.3`, 1, 4),
    ...fdb(`3.2.0.94.0.170.4`, 0, 3),
    ...fdb(`3.0.0.94.0.1.5`, 9, 3), // VRRP
    ...fdb(`3.1.0.94.0.0.1`, 9, 3), // a group
    // IP-MIB::ipAddressTable and the old table, which knows the mask.
    '1.3.6.1.2.1.4.34.1.3.1.4.10.20.0.5': 200,
    '1.3.6.1.2.1.4.34.1.4.1.4.10.20.0.5': 1,
    '1.3.6.1.2.1.4.34.1.5.1.4.10.20.0.5': pointer('0.0'),
    '1.3.6.1.2.1.4.34.1.3.2.16.32.1.13.184.0.0.0.0.0.0.0.0.0.0.0.5': 200,
    '1.3.6.1.2.1.4.34.1.5.2.16.32.1.13.184.0.0.0.0.0.0.0.0.0.0.0.5': pointer(
      '1.3.6.1.2.1.4.32.1.5.200.2.16.32.1.13.184.0.0.0.0.0.0.0.0.0.0.0.0.64',
    ),
    '1.3.6.1.2.1.4.20.1.2.10.20.0.5': 200,
    '1.3.6.1.2.1.4.20.1.3.10.20.0.5': ip(255, 255, 252, 0),
    // ARP of interface 200: a machine, and one entry that is invalid(2).
    '1.3.6.1.2.1.4.22.1.2.200.10.20.0.9': hex('02005e00aa01'),
    '1.3.6.1.2.1.4.22.1.4.200.10.20.0.9': 3,
    '1.3.6.1.2.1.4.22.1.2.200.10.20.0.8': hex('02005e00aa08'),
    '1.3.6.1.2.1.4.22.1.4.200.10.20.0.8': 2,
    // ipNetToPhysicalTable: fe80::1, zone 200, reachable; and one that is incomplete(7).
    '1.3.6.1.2.1.4.35.1.4.200.4.20.254.128.0.0.0.0.0.0.0.0.0.0.0.0.0.1.0.0.0.200': hex('02005e00aa01'),
    '1.3.6.1.2.1.4.35.1.7.200.4.20.254.128.0.0.0.0.0.0.0.0.0.0.0.0.0.1.0.0.0.200': 1,
    '1.3.6.1.2.1.4.35.1.4.200.1.4.10.20.0.7': hex('02005e00aa07'),
    '1.3.6.1.2.1.4.35.1.7.200.1.4.10.20.0.7': 7,
  }
}

function fdb(index: string, bridgePort: number, status: number): Record<string, Leaf> {
  return { [`${BRIDGE}.7.1.2.2.1.2.${index}`]: bridgePort, [`${BRIDGE}.7.1.2.2.1.3.${index}`]: status }
}

await t.test(
  'ports have their VLANs, aggregate and spanning tree; what is seen behind them is read when wanted',
  async (t) => {
    const agent = await agentOf(t, { lecture: invented() })
    const plain = await readFrom(agent, false)
    const asked = agent.requests.flatMap(({ oids }) => oids)
    for (const large of [`${BRIDGE}.7.1.2.2`, `${BRIDGE}.4.3`, '1.3.6.1.2.1.4.22', '1.3.6.1.2.1.4.35']) {
      t.notOk(
        asked.some((one) => one.startsWith(large)),
        `${large} is left alone`,
      )
    }
    t.strictSame([plain.macSightings, plain.addressSightings], [[], []])

    const reading = await readFrom(agent, true)
    t.strictSame(reading.interfaces, plain.interfaces)
    t.match(reading.interfaces, [
      { ifIndex: 101, pvid: 10, untaggedVlans: [10], taggedVlans: [], lagIfIndex: null, stpState: 'forwarding' },
      { ifIndex: 102, pvid: 1, untaggedVlans: [], taggedVlans: [10, 20], lagIfIndex: null, stpState: 'blocking' },
      { ifIndex: 103, pvid: null, untaggedVlans: null, taggedVlans: null, lagIfIndex: 200, stpState: null },
      { ifIndex: 104, lagIfIndex: 200 },
      { ifIndex: 200, untaggedVlans: [], taggedVlans: [10, 20], lagIfIndex: null },
    ])
    t.strictSame(reading.vlans, [
      { vlanId: 10, name: 'élèves' },
      { vlanId: 20, name: 'téléphones' },
    ])
    t.strictSame(reading.spanningTree, {
      priority: 32768,
      rootMac: '02:00:5e:00:00:99',
      rootPriority: 4096,
      rootCost: 20000,
      rootIfIndex: 200,
    })
    t.strictSame(reading.addresses, [
      { address: '10.20.0.5', prefixLength: 22, ifIndex: 200 },
      { address: '2001:db8::5', prefixLength: 64, ifIndex: 200 },
    ])
    t.strictSame(reading.macSightings, [
      { mac: '02:00:5e:00:aa:01', vlanId: 10, ifIndex: 101 },
      { mac: '02:00:5e:00:aa:02', vlanId: 20, ifIndex: 102 },
    ])
    t.strictSame(reading.addressSightings, [
      { address: 'fe80::1%200', mac: '02:00:5e:00:aa:01', ifIndex: 200 },
      { address: '10.20.0.9', mac: '02:00:5e:00:aa:01', ifIndex: 200 },
    ])
  },
)

await t.test(
  'a Cisco shows each VLAN in a context of its own, and one that is silent there stops nothing',
  async (t) => {
    const VTP = '1.3.6.1.4.1.9.9.46.1'
    const enabled = Buffer.alloc(128)
    enabled.set([0b00100000], 1) // VLAN 10: the third bit of the second octet, whose first is VLAN 8
    enabled.set([0b00001000], 2) // VLAN 20
    const main: Record<string, Leaf> = {
      [`${SYSTEM}.1.0`]: 'Cisco IOS inventé',
      [`${SYSTEM}.2.0`]: pointer('1.3.6.1.4.1.9.1.99999'),
      [`${IF}.2.10101`]: 'Gi1/0/1',
      [`${IF}.3.10101`]: 6,
      [`${IF}.2.10102`]: 'Gi1/0/2',
      [`${IF}.3.10102`]: 6,
      [`${VTP}.3.1.1.4.1.10`]: 'eleves',
      [`${VTP}.3.1.1.4.1.20`]: 'personnel',
      [`${VTP}.3.1.1.4.1.30`]: 'inutile',
      // Gi1/0/1 is an access port of VLAN 10, Gi1/0/2 a trunk of 10 and 20 whose native VLAN is 20.
      '1.3.6.1.4.1.9.9.68.1.2.2.1.2.10101': 10,
      [`${VTP}.6.1.1.4.10102`]: enabled,
      [`${VTP}.6.1.1.5.10102`]: 20,
      [`${VTP}.6.1.1.14.10102`]: 1,
      [`${VTP}.6.1.1.4.10101`]: enabled,
      [`${VTP}.6.1.1.14.10101`]: 2,
    }
    const vlan = (mac: string, bridgePort: number, ifIndex: number): Record<string, Leaf> => ({
      [`${BRIDGE}.4.3.1.2.${mac}`]: bridgePort,
      [`${BRIDGE}.4.3.1.3.${mac}`]: 3,
      [`${BRIDGE}.1.4.1.2.${bridgePort}`]: ifIndex,
    })
    const agent = await agentOf(t, {
      lecture: main,
      'lecture@20': vlan('2.0.94.0.187.20', 2, 10102),
      'lecture@30': vlan('2.0.94.0.187.30', 1, 10101),
    })
    const reading = await readFrom(agent, true)
    t.match(reading.interfaces, [
      { ifIndex: 10101, pvid: 10, untaggedVlans: [10], taggedVlans: [] },
      { ifIndex: 10102, pvid: 20, untaggedVlans: [20], taggedVlans: [10] },
    ])
    t.strictSame(reading.macSightings, [
      { mac: '02:00:5e:00:bb:14', vlanId: 20, ifIndex: 10102 },
      { mac: '02:00:5e:00:bb:1e', vlanId: 30, ifIndex: 10101 },
    ])
  },
)

await t.test('addresses are of both families, with the zone, and a wrong index is none', (t) => {
  t.equal(inetAddress(1, [4, 10, 0, 0, 1]), '10.0.0.1', 'with its length')
  t.equal(inetAddress(1, [10, 0, 0, 1]), '10.0.0.1', 'and without')
  t.equal(inetAddress(3, [8, 10, 0, 0, 1, 0, 0, 0, 7]), '10.0.0.1%7')
  t.equal(inetAddress(2, [16, 0x20, 1, 0x0d, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]), '2001:db8::1')
  t.equal(inetAddress(1, [4, 10, 0, 0, 4000]), null)
  t.equal(inetAddress(1, [4, 10, 0]), null)
  t.equal(inetAddress(16, [3, 97, 98, 99]), null, 'dns(16)')
  const old = withOldTable(
    [],
    new Map([
      ['10.1.0.1', { ipAdEntIfIndex: 3, ipAdEntNetMask: '255.255.255.128' }],
      ['10.2.0.1', { ipAdEntIfIndex: 0, ipAdEntNetMask: '255.0.255.0' }],
      ['127.0.0.1', { ipAdEntIfIndex: 1, ipAdEntNetMask: '255.0.0.0' }],
    ]),
  )
  t.strictSame(old, [
    { address: '10.1.0.1', prefixLength: 25, ifIndex: 3 },
    { address: '10.2.0.1', prefixLength: null, ifIndex: null },
  ])
  t.strictSame(addressesOf(new Map([['1.4.10.0.0.255', { ipAddressIfIndex: 1, ipAddressType: 3 }]])), [], 'broadcast')
  t.end()
})

await t.test('bits have their numbers, and an aggregate its ports also by the stack of interfaces', (t) => {
  t.strictSame(bitsOf(Buffer.from([0x81, 0x00, 0x40]), 1), [1, 8, 18])
  t.strictSame(bitsOf(Buffer.from([0x01]), 1024), [1031], 'vlanTrunkPortVlansEnabled2k begins at 1024')
  t.strictSame(bitsOf(12, 1), [])
  const interfaces = [port(1), port(2), port(50, { ifType: 161 }), port(60, { ifType: 53 })]
  const stack = new Map([
    ['50.1', { ifStackStatus: 1 }],
    ['50.2', { ifStackStatus: 2 }],
    ['60.1', { ifStackStatus: 1 }],
    ['0.50', { ifStackStatus: 1 }],
  ])
  t.strictSame([...aggregatesOf(interfaces, new Map(), stack)], [[1, 50]], 'active, and on an aggregate alone')
  const alone = new Map([['1', { dot3adAggPortAttachedAggID: 1, dot3adAggPortSelectedAggID: 1 }]])
  t.strictSame([...aggregatesOf(interfaces, alone, new Map())], [], 'a port that is its own aggregate')
  t.end()
})

await t.test('a filtering database that several VLANs share tells no VLAN', (t) => {
  const row = { dot1qTpFdbPort: 1, dot1qTpFdbStatus: 3 }
  const rows = new Map([['1.2.0.94.0.170.1', row]])
  const toIfIndex = (): number => 101
  const shared = [10, 20].map((vlanId) => ({ vlanId, name: null, fdbId: 1 }))
  t.strictSame(bridgeSightings(rows, shared, toIfIndex), [{ mac: '02:00:5e:00:aa:01', vlanId: null, ifIndex: 101 }])
  const silent = [{ vlanId: 1, name: null }]
  t.equal(bridgeSightings(rows, silent, toIfIndex)[0]?.vlanId, 1, 'not told: the database has the number of its VLAN')
  for (const shown of ['01:00:5e:00:00:01', '00:00:0c:07:ac:01', '00:00:5e:00:02:01', '00:00:0c:9f:f0:01']) {
    t.notOk(isStation(shown), shown)
  }
  t.ok(isStation('02:00:5e:00:aa:01'))
  t.end()
})

await t.test('LLDP-V2, FDP and EDP give their neighbours at the ifIndex that they index by', (t) => {
  const local = localPortOf([port(7, { ifName: '1/7' })])
  const v2 = lldpV2NeighboursOf(
    // time mark, ifIndex, destination address (its index), remote index
    new Map([
      [
        '900.7.1.3',
        {
          lldpV2RemChassisIdSubtype: 4,
          lldpV2RemChassisId: hex('02005e00cc01'),
          lldpV2RemPortIdSubtype: 5,
          lldpV2RemPortId: Buffer.from('eth0'),
          lldpV2RemSysName: Buffer.from('borne-3'),
          lldpV2RemSysCapEnabled: Buffer.from([0b00110000]), // bridge(2), wlanAccessPoint(3)
        },
      ],
    ]),
    new Map([['950.7.1.3.1.4.10.20.0.33', {}]]),
    local,
  )
  t.match(v2, [
    {
      localIfIndex: 7,
      localPort: '1/7',
      remoteChassisId: '02:00:5e:00:cc:01',
      remoteCapabilities: ['bridge', 'wlanAccessPoint'],
      remoteAddresses: ['10.20.0.33'],
    },
  ])
  const foundry = fdpNeighboursOf(
    new Map([
      [
        '7.1',
        { snFdpCacheDeviceId: Buffer.from('icx-1'), snFdpCacheDevicePort: Buffer.from('1/1/1'), snFdpCacheVendorId: 1 },
      ],
      [
        '7.2',
        {
          snFdpCacheDeviceId: Buffer.from('SEP02005E00CC02'),
          snFdpCacheVendorId: 2,
          snFdpCacheAddressType: 1,
          snFdpCacheAddress: hex('0a140022'),
          snFdpCachePlatform: Buffer.from('Cisco IP Phone 8845'),
        },
      ],
    ]),
    local,
  )
  t.match(foundry, [
    { protocol: 'fdp', localIfIndex: 7, remoteSysName: 'icx-1', remotePortId: '1/1/1' },
    { protocol: 'cdp', remoteDescr: 'Cisco IP Phone 8845', remoteAddresses: ['10.20.0.34'] },
  ])
  const extreme = edpNeighboursOf(
    new Map([
      [
        '7.0.0.2.0.94.0.204.3',
        { extremeEdpNeighborName: Buffer.from('x440'), extremeEdpNeighborSlot: 1, extremeEdpNeighborPort: 24 },
      ],
    ]),
    local,
  )
  t.match(extreme, [{ protocol: 'edp', localIfIndex: 7, remoteChassisId: '02:00:5e:00:cc:03', remotePortId: '1:24' }])
  t.end()
})

await t.test('one cable has one neighbour, whatever it was called before and however many protocols tell it', (t) => {
  const interfaces = [port(1), port(2), port(200, { ifType: 161 })]
  const heard = (localIfIndex: number, remotePortId: string, change: Partial<Neighbour> = {}): Neighbour => ({
    ...BLANK_NEIGHBOUR,
    localIfIndex,
    remoteChassisIdSubtype: 'macAddress',
    remoteChassisId: '02:00:5e:00:cc:01',
    remotePortIdSubtype: 'interfaceName',
    remotePortId,
    remoteSysName: 'coeur',
    ...change,
  })
  const names = (list: readonly Neighbour[]): unknown[] => list.map((one) => [one.localIfIndex, one.remotePortId])
  const renamed = mergeNeighbours([[heard(1, 'ancien'), heard(1, 'nouveau'), heard(2, 'nouveau')]], interfaces)
  t.strictSame(names(renamed), [[1, 'nouveau'], [2, 'nouveau']], 'the later row of a port') // prettier-ignore
  const bundle = mergeNeighbours([[heard(200, 'a'), heard(200, 'b')]], interfaces)
  t.equal(bundle.length, 2, 'an aggregate has several cables')
  const others = mergeNeighbours([[heard(1, 'a'), heard(1, 'b', { remoteSysName: 'autre' })]], interfaces)
  t.equal(others.length, 2, 'two names are two')
  const phone = heard(1, '02:00:5e:00:bb:01', {
    remoteChassisIdSubtype: 'networkAddress',
    remoteChassisId: '10.20.0.34',
    remotePortIdSubtype: 'macAddress',
    remoteSysName: null,
  })
  const [cdp] = cdpNeighboursOf(
    new Map([
      [
        '1.1',
        { cdpCacheDeviceId: Buffer.from('SEP02005E00BB01'), cdpCachePlatform: Buffer.from('Cisco IP Phone 8845') },
      ],
    ]),
    localPortOf(interfaces),
  )
  const both = mergeNeighbours([[phone], cdp === undefined ? [] : [cdp]], interfaces)
  t.equal(both.length, 1, 'the name that CDP gives a telephone is made of its MAC')
  t.match(both[0], { protocol: 'lldp', remoteSysName: 'SEP02005E00BB01', remoteDescr: 'Cisco IP Phone 8845' })
  t.end()
})

await t.test(
  'a network card that speaks LLDP by itself is a machine behind a port, a nameless switch is a neighbour',
  (t) => {
    const card: Neighbour = {
      ...BLANK_NEIGHBOUR,
      localIfIndex: 3,
      remoteChassisIdSubtype: 'macAddress',
      remoteChassisId: '02:00:5e:00:dd:01',
      remotePortIdSubtype: 'macAddress',
      remotePortId: '02:00:5e:00:dd:01',
    }
    const bridge: Neighbour = { ...card, remoteCapabilities: ['bridge'] }
    const otherPort: Neighbour = { ...card, remotePortId: '02:00:5e:00:dd:02' }
    const told: Neighbour = { ...card, remotePortDescr: 'NIC 1' }
    const apart = withoutBareCards([card, bridge, otherPort, told])
    t.strictSame(apart.neighbours, [bridge, otherPort, told])
    t.strictSame(apart.sightings, [{ mac: '02:00:5e:00:dd:01', vlanId: null, ifIndex: 3 }])
    // LldpSystemCapabilitiesMap: other(0) is the first bit, stationOnly(7) the last of the octet.
    t.strictSame(capabilitiesOf(Buffer.from([0x29])), ['bridge', 'router', 'stationOnly'])
    t.strictSame(capabilitiesOf(Buffer.from('28 00')), ['bridge', 'router'], 'written as text')
    t.strictSame(capabilitiesOf(Buffer.from([0, 0])), [])
    t.end()
  },
)
