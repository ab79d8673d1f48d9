import t from 'tap'
import { deriveLinks } from '../../src/derive/links.js'
import { deriveWanInterfaces, type WanDevice, type WanInput } from '../../src/derive/wan-interfaces.js'
import type { LinkPort, SeenNeighbour } from '../../src/model/link.js'
import { BLANK_INTERFACE, BLANK_NEIGHBOUR } from '../blank.js'

function port(ifIndex: number, ifName: string, ifAlias: string | null = null): LinkPort {
  const ifDescr = `Ethernet ${ifIndex}`
  return { ...BLANK_INTERFACE, ifIndex, ifName, ifDescr, ifAlias, ifType: 6, speedBps: 1e9, operStatus: 'up' }
}

function hears(localIfIndex: number, change: Partial<SeenNeighbour>): SeenNeighbour {
  return {
    ...BLANK_NEIGHBOUR,
    localIfIndex,
    remoteChassisIdSubtype: 'macAddress',
    remotePortIdSubtype: 'interfaceName',
    firstSeen: '2026-11-01T06:00:00.000Z',
    ...change,
  }
}

function device(id: number, change: Partial<WanDevice>): WanDevice {
  const address = `10.${id}.0.1`
  return {
    id,
    identity: `serial:S${id}`,
    board: '711000',
    managementAddress: address,
    addresses: [address],
    chassisMac: `02:00:00:00:00:0${id}`,
    serialNumber: `S${id}`,
    sysName: `rt-${id}`,
    vendor: null,
    model: null,
    kind: 'router',
    building: `71100${id}`,
    lastSeen: '2026-11-30T06:00:00.000Z',
    interfaces: [],
    neighbours: [],
    ...change,
  }
}

/** 10.n.0.0/16 is building 71100n; 10.9.0.0/16 is one of the board's networks without building. */
function derive(devices: readonly WanDevice[], change: Partial<WanInput> = {}) {
  return deriveWanInterfaces({
    devices,
    links: deriveLinks(devices),
    wanLinks: [],
    rules: { interfaces: [], aliasPattern: null },
    buildingOf: (address) => (/^10\.[1-8]\./.test(address) ? `71100${address[3]}` : null),
    isInside: (address) => address.startsWith('10.'),
    ...change,
  })
}

const open = (id: string, a: string, b: string) => ({ id, a, b, status: 'operational' as const })

t.test('without rule nor neighbour, no interface is taken for a wide-area one', (t) => {
  const { interfaces } = derive([device(1, { interfaces: [port(1, 'Gi0/0', 'WAN vers RISQ')] })])
  t.strictSame(interfaces, [])
  t.end()
})

t.test('the configuration names a device by address, serial number or name, and what it names in vain is told', (t) => {
  const one = device(1, { interfaces: [port(1, 'Gi0/0'), port(2, 'Gi0/1')], addresses: ['10.1.0.1', '10.1.0.254'] })
  const name = (named: string, ifName: string, link: string | null = null) => ({ device: named, ifName, link })
  for (const named of ['10.1.0.1', '10.1.0.254', 's1', 'RT-1']) {
    const { interfaces } = derive([one], { rules: { interfaces: [name(named, 'gi0/1', 'L1')], aliasPattern: null } })
    t.match(interfaces, [{ deviceId: 1, port: 'Gi0/1', ifIndex: 2, link: 'L1', confidence: 'said' }], named)
    t.strictSame(interfaces[0]?.evidence, [{ rule: 'configuration', about: named }])
  }
  const rules = {
    interfaces: [name('rt-1', 'Ethernet 1'), name('rt-1', 'Gi9'), name('rt-7', 'Gi0/0', 'L9')],
    aliasPattern: null,
  }
  const found = derive([one], { rules, wanLinks: [open('L1', '711001', 'POP1')] })
  t.strictSame(
    found.interfaces.map(({ ifIndex }) => ifIndex),
    [1],
    'by ifDescr where no ifName is so',
  )
  t.strictSame([found.unmatched, found.unknownLinks], [[1, 2], ['L9']])
  t.end()
})

t.test('an alias that fits the pattern, and the link whose id is written in it', (t) => {
  const interfaces = [
    port(1, 'Gi0/0', 'RISQ l-711001 fibre'),
    port(2, 'Gi0/1', 'wan L-711001x'),
    port(3, 'Gi0/2', 'Serveurs'),
  ]
  const found = derive([device(1, { interfaces })], {
    rules: { interfaces: [], aliasPattern: /wan|risq/iu },
    wanLinks: [open('L-711001', '711001', 'POP1')],
  })
  t.strictSame(
    found.interfaces.map(({ ifIndex, link, linkEnd, confidence }) => [ifIndex, link, linkEnd, confidence]),
    [
      [1, 'L-711001', 'a', 'said'],
      [2, null, null, 'said'],
    ],
  )
  t.end()
})

t.test('two devices of two buildings that say so of each other: both ends, and the link between the two', (t) => {
  const to = (n: number, ifName: string) =>
    hears(7, { remoteChassisId: `02:00:00:00:00:0${n}`, remotePortId: ifName, remoteSysName: `rt-${n}` })
  const one = device(1, { kind: 'switch', interfaces: [port(7, 'xe7')], neighbours: [to(2, 'xe7')] })
  const two = device(2, { kind: 'switch', interfaces: [port(7, 'xe7')], neighbours: [to(1, 'xe7')] })
  const wanLinks = [
    open('L12', '711002', '711001'),
    open('L1', '711001', 'POP1'),
    { ...open('L3', '711001', '711002'), status: 'planned' as const },
  ]
  const { interfaces } = derive([one, two], { wanLinks })
  t.strictSame(
    interfaces.map((each) => [each.deviceId, each.confidence, each.link, each.linkEnd, each.evidence]),
    [
      [1, 'confirmed', 'L12', 'b', [{ rule: 'neighbour-building', about: 'rt-2' }]],
      [2, 'confirmed', 'L12', 'a', [{ rule: 'neighbour-building', about: 'rt-1' }]],
    ],
  )
  t.strictSame(derive([one, { ...two, building: '711001' }]).interfaces, [], 'in one building')
  t.strictSame(derive([one, { ...two, building: null }]).interfaces, [], 'where one is, is not known')
  t.match(derive([one, { ...two, neighbours: [] }]).interfaces, [
    { confidence: 'one-sided' },
    { confidence: 'one-sided' },
  ])
  t.end()
})

t.test('a router outside the networks is believed when a router hears it, and one inside them never', (t) => {
  const heard = {
    remoteChassisId: '02:ff:00:00:00:01',
    remoteSysName: 'pe-risq',
    remoteCapabilities: ['bridge', 'router'] as const,
  }
  const found = (change: Partial<SeenNeighbour>, of: Partial<WanDevice> = {}) =>
    derive([device(1, { interfaces: [port(1, 'Gi0/0')], neighbours: [hears(1, { ...heard, ...change })], ...of })])
      .interfaces
  t.match(found({ remoteAddresses: ['198.51.100.1'] }), [
    { ifIndex: 1, confidence: 'one-sided', link: null, evidence: [{ rule: 'neighbour-outside', about: 'pe-risq' }] },
  ])
  t.strictSame(found({ remoteAddresses: [] }), [], 'it says no address')
  t.strictSame(found({ remoteAddresses: ['10.9.0.1'] }), [], 'a switch of ours that was not read')
  t.strictSame(found({ remoteAddresses: ['198.51.100.1'], remoteCapabilities: ['bridge'] }), [], 'no router')
  t.strictSame(
    found({ remoteAddresses: ['198.51.100.1'], remoteCapabilities: ['router', 'telephone'] }),
    [],
    'a telephone',
  )
  t.strictSame(found({ remoteAddresses: ['198.51.100.1'] }, { kind: 'switch' }), [], 'heard by a switch')
  t.match(found({ remoteAddresses: ['10.2.0.9'] }), [{ evidence: [{ rule: 'neighbour-building', about: 'pe-risq' }] }])
  t.end()
})

t.test("a building's only interface out is its only link's", (t) => {
  const rules = { interfaces: [], aliasPattern: /wan/iu }
  const wanLinks = [open('L1', '711001', 'POP1'), open('L2', '711002', 'POP1'), open('L3', '711002', 'POP2')]
  const named = (id: number, ports = 1) =>
    device(id, { interfaces: Array.from({ length: ports }, (_, i) => port(i + 1, `Gi${i + 1}`, 'WAN')) })
  const links = (devices: readonly WanDevice[]) =>
    derive(devices, { rules, wanLinks }).interfaces.map(({ link }) => link)
  t.strictSame(links([named(1)]), ['L1'])
  t.match(derive([named(1)], { rules, wanLinks }).interfaces[0]?.evidence, [
    { rule: 'alias' },
    { rule: 'only-link', about: 'L1' },
  ])
  t.strictSame(links([named(1, 2)]), [null, null])
  t.strictSame(links([named(2)]), [null], 'two links')
  t.end()
})
