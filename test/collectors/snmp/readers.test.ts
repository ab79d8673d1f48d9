import t from 'tap'
import { cdpNeighboursOf } from '../../../collectors/snmp/readers/cdp.js'
import { componentsOf, entitiesOf } from '../../../collectors/snmp/readers/components.js'
import { interfacesOf, speedBps } from '../../../collectors/snmp/readers/interfaces.js'
import { lldpNeighboursOf } from '../../../collectors/snmp/readers/lldp.js'
import { localPortOf, portTranslator } from '../../../collectors/snmp/readers/lldp-ports.js'
import { mergeNeighbours } from '../../../collectors/snmp/readers/neighbours.js'
import { suppliesOf } from '../../../collectors/snmp/readers/printer.js'
import { VLAN_TABLES, vlanRowsOf, vlansOf } from '../../../collectors/snmp/readers/vlans.js'
import { findChassis } from '../../../collectors/snmp/naming/chassis.js'
import { compareOids, indexBelow } from '../../../collectors/snmp/wire/oid.js'
import { integer, ipAddress, mac, text, valueOf } from '../../../collectors/snmp/wire/value.js'
import type { Interface } from '../../../src/model/device.js'
import { BLANK_INTERFACE } from '../../blank.js'

const hex = (digits: string): Buffer => Buffer.from(digits.replaceAll(':', ''), 'hex')
const port = (ifIndex: number, known: Partial<Interface>): Interface => ({
  ...BLANK_INTERFACE,
  ifIndex,
  ifType: 6,
  ...known,
})

await t.test('text is UTF-8, else ISO 8859-1, without what does not print', (t) => {
  t.equal(text(Buffer.from('École à Noël')), 'École à Noël')
  t.equal(text(Buffer.from('École', 'latin1')), 'École')
  t.equal(text(Buffer.from('Gi0/1\0\0\0')), 'Gi0/1')
  t.equal(text(Buffer.from('a\x07b\x1b[31m\r\nc')), 'ab[31m\nc')
  t.equal(text(Buffer.from(' \0 ')), null)
  t.equal(text(12), '12')
  t.end()
})

await t.test('values survive the wrong type, and 64-bit counters stay whole', (t) => {
  // 2^64 - 1 in nine bytes, as BER writes an unsigned number whose first bit is set.
  t.equal(valueOf({ oid: '1', type: 0x46, value: hex('00ffffffffffffffff') }), 18446744073709551615n)
  t.equal(valueOf({ oid: '1', type: 0x46, value: hex('05') }), 5n)
  t.equal(valueOf({ oid: '1', type: 0x81, value: null }), null)
  t.equal(integer(Buffer.from('24')), 24)
  t.equal(integer(Buffer.from('24 ports')), null)
  t.equal(integer(7n), 7)
  const long = valueOf({ oid: '1', type: 4, value: Buffer.alloc(10_000, 'a') })
  t.equal(text(long)?.length, 8192, 'what is longer than any MIB says is cut')
  t.end()
})

await t.test('a MAC is read from bytes and from the ways of writing it', (t) => {
  t.equal(mac(hex('001e585c0900')), '00:1e:58:5c:09:00')
  for (const written of [
    '0:1e:58:5c:9:0',
    '00-1E-58-5C-09-00',
    '001e.585c.0900',
    '0x001E585C0900',
    '00 1E 58 5C 09 00',
  ]) {
    t.equal(mac(Buffer.from(written)), '00:1e:58:5c:09:00', written)
  }
  t.equal(mac(hex('000000000000')), null)
  t.equal(mac(Buffer.from('Gi1/0/24')), null)
  t.equal(ipAddress(hex('20010db8000000000000000000000001')), '2001:db8::1')
  t.equal(ipAddress([10, 20, 0, 5]), '10.20.0.5')
  t.end()
})

await t.test('OIDs are in the order of the tree, not of the text', (t) => {
  t.ok(compareOids('1.3.6.1.2', '1.3.6.1.10') < 0)
  t.ok(compareOids('1.3.6.1', '1.3.6.1.0') < 0)
  t.ok(compareOids('1.3.6.1.4294967295', '1.3.6.1.5') > 0)
  t.equal(compareOids('1.3.6.1.2', '1.3.6.1.2'), 0)
  t.equal(indexBelow('1.3.6.1.2.10.5', '1.3.6.1.2.1'), null, '10 is not below 1')
  t.equal(indexBelow('1.3.6.1.2.1.0.7', '1.3.6.1.2.1'), '0.7')
  t.end()
})

await t.test('speed comes from ifSpeed below its maximum, from ifHighSpeed at it', (t) => {
  t.equal(speedBps(1_000_000_000, 1000), 1_000_000_000)
  t.equal(speedBps(4_294_967_295, 10_000), 10_000_000_000)
  t.equal(speedBps(64_000, 0), 64_000, 'ifHighSpeed rounds 64 kbit/s to 0')
  t.equal(speedBps(0, 0), null)
  t.equal(speedBps(null, 40_000), 40_000_000_000)
  t.equal(speedBps(4_294_967_295, null), 4_294_967_295, 'at least that much is known')
  t.equal(speedBps(null, 1_000_000_000), 1_000_000_000, 'bits written where Mbit/s belong')
  t.end()
})

await t.test('an interface is there when either table has it', (t) => {
  const interfaces = interfacesOf(
    new Map([['10', { ifDescr: Buffer.from('Port 10'), ifOperStatus: 1, ifPhysAddress: hex('02005e000001') }]]),
    new Map([['9', { ifName: Buffer.from('1/9') }]]),
    new Map([['10', { dot3StatsDuplexStatus: 3 }]]),
  )
  t.match(interfaces, [
    { ifIndex: 9, ifName: '1/9', operStatus: null },
    { ifIndex: 10, ifDescr: 'Port 10', operStatus: 'up', duplex: 'full', physAddress: '02:00:5e:00:00:01' },
  ])
  t.end()
})

await t.test('an LLDP port number becomes an ifIndex by name, alias, MAC, bridge port, and last by equality', (t) => {
  const interfaces = [
    port(1, { ifName: 'lo' }),
    port(10101, { ifName: 'Gi1/0/1', ifAlias: 'vers le gymnase', physAddress: '02:00:5e:00:00:01' }),
    port(10102, { ifName: 'Gi1/0/2', ifDescr: 'GigabitEthernet1/0/2', physAddress: '02:00:5e:00:00:02' }),
    port(10103, { ifName: 'Gi1/0/3', physAddress: '02:00:5e:00:00:03' }),
  ]
  const row = (subtype: number, id: Buffer, descr = '') => ({
    lldpLocPortIdSubtype: subtype,
    lldpLocPortId: id,
    lldpLocPortDesc: Buffer.from(descr),
  })
  const translate = portTranslator({
    interfaces,
    localPorts: new Map([
      ['1', row(5, Buffer.from('Gi1/0/1'))],
      ['2', row(3, hex('02005e000002'))],
      ['3', row(1, Buffer.from('vers le gymnase'))],
      ['4', row(7, Buffer.from('4'), 'GigabitEthernet1/0/2')],
      ['6', row(7, Buffer.from('inconnu'))],
    ]),
    bridgePorts: new Map([[5, 10103]]),
  })
  t.equal(translate(1).ifIndex, 10101, 'interfaceName; equality would have said the loopback')
  t.equal(translate(2).ifIndex, 10102, 'macAddress')
  t.equal(translate(3).ifIndex, 10101, 'interfaceAlias')
  t.equal(translate(4).ifIndex, 10102, 'the description')
  t.equal(translate(5).ifIndex, 10103, 'dot1dBasePortIfIndex')
  t.same(translate(6), { ifIndex: null, name: 'inconnu' }, 'not translated: no ifIndex 6 exists')
  t.equal(translate(10101).ifIndex, 10101, 'equal, and the interface exists')
  t.end()
})

await t.test('neighbours keep their subtypes and addresses, and one heard twice is one', (t) => {
  const interfaces = [port(49, { ifName: '1/1/49' }), port(50, { ifName: '1/1/50' })]
  const translate = portTranslator({ interfaces, localPorts: new Map(), bridgePorts: new Map() })
  const row = {
    lldpRemChassisIdSubtype: 4,
    lldpRemChassisId: hex('02005e00aa01'),
    lldpRemPortIdSubtype: 5,
    lldpRemPortId: Buffer.from('Te1/1/1'),
    lldpRemSysName: Buffer.from('coeur.ecole.example'),
  }
  const byAddress = {
    ...row,
    lldpRemChassisIdSubtype: 5,
    lldpRemChassisId: hex('010a140001'),
    lldpRemSysName: Buffer.from(''),
  }
  const lldp = lldpNeighboursOf(
    new Map([
      ['100.49.1', row],
      ['200.49.2', row],
      ['100.50.3', byAddress],
    ]),
    // IPv4 10.20.0.1 with its length before it, and without; 0.0.0.0 and a device's own loopback (IPv4, IPv6) are none.
    new Map([
      ['100.49.1.1.4.10.20.0.1', {}],
      ['100.50.3.1.10.20.0.2', {}],
      ['100.50.3.1.4.0.0.0.0', {}],
      ['100.50.3.1.4.127.0.0.1', {}],
      ['100.50.3.2.16.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.1', {}],
    ]),
    translate,
  )
  const cdp = cdpNeighboursOf(
    new Map([
      [
        '49.7',
        {
          cdpCacheDeviceId: Buffer.from('coeur'),
          cdpCacheDevicePort: Buffer.from('TenGigabitEthernet1/1/1'),
          cdpCacheAddressType: 1,
          cdpCacheAddress: hex('0a140063'),
        },
      ],
      ['50.8', { cdpCacheDeviceId: Buffer.from('SEP02005E00BB01'), cdpCacheDevicePort: Buffer.from('Port 1') }],
    ]),
    localPortOf(interfaces),
  )
  const neighbours = mergeNeighbours([lldp, cdp], interfaces)
  t.equal(neighbours.length, 3)
  t.match(neighbours[0], {
    protocol: 'lldp',
    localIfIndex: 49,
    localPort: '1/1/49',
    remoteChassisIdSubtype: 'macAddress',
    remoteChassisId: '02:00:5e:00:aa:01',
    remotePortIdSubtype: 'interfaceName',
    remotePortId: 'Te1/1/1',
    remoteSysName: 'coeur.ecole.example',
  })
  t.ok(neighbours[0]?.remoteAddresses.includes('10.20.0.99'), 'with the address that CDP gave')
  t.match(neighbours[1], {
    remoteChassisIdSubtype: 'networkAddress',
    remoteChassisId: '10.20.0.1',
    remoteSysName: null,
    remoteAddresses: ['10.20.0.2'],
  })
  t.match(neighbours[2], { protocol: 'cdp', localIfIndex: 50, remoteSysName: 'SEP02005E00BB01' })
  t.end()
})

await t.test('VLANs of several tables are each there once, with the first name', (t) => {
  const [fixed, , vtp] = VLAN_TABLES
  const current = VLAN_TABLES.at(-1)
  if (fixed === undefined || vtp === undefined || current === undefined) throw new Error('VLAN tables')
  const vlans = vlansOf(
    vlanRowsOf(
      new Map([
        [fixed, new Map([['10', { dot1qVlanStaticName: Buffer.from('élèves') }]])],
        [
          vtp,
          new Map([
            ['1.10', { vtpVlanType: 1, vtpVlanName: Buffer.from('autre nom') }],
            ['1.1002', { vtpVlanType: 2, vtpVlanName: Buffer.from('fddi-default') }],
          ]),
        ],
        [
          current,
          new Map([
            ['0.20', {}],
            ['0.10', {}],
            ['0.4095', {}],
          ]),
        ],
      ]),
    ),
  )
  t.same(vlans, [
    { vlanId: 10, name: 'élèves' },
    { vlanId: 20, name: null },
  ])
  t.end()
})

await t.test('the chassis that speaks stands for the box, and bare ports are no components', (t) => {
  const entities = entitiesOf(
    new Map([
      ['1', { entPhysicalClass: 11, entPhysicalDescr: Buffer.from('Stack') }],
      [
        '2',
        {
          entPhysicalClass: 3,
          entPhysicalModelName: Buffer.from('ZX-48'),
          entPhysicalSerialNum: Buffer.from('Z001'),
          entPhysicalContainedIn: 1,
        },
      ],
      [
        '3',
        { entPhysicalClass: 3, entPhysicalModelName: Buffer.from('ZX-48'), entPhysicalSerialNum: Buffer.from('Z002') },
      ],
      ['4', { entPhysicalClass: 10, entPhysicalName: Buffer.from('1/1') }],
      [
        '5',
        { entPhysicalClass: 10, entPhysicalName: Buffer.from('SFP 1/2'), entPhysicalSerialNum: Buffer.from('F77') },
      ],
      ['6', { entPhysicalClass: 8, entPhysicalName: Buffer.from('Température') }],
    ]),
  )
  t.equal(findChassis(entities)?.serialNumber, 'Z001')
  t.same(
    componentsOf(entities).map(({ entPhysicalIndex }) => entPhysicalIndex),
    [1, 2, 3, 5],
  )
  t.equal(findChassis([]), null)
  t.end()
})

await t.test('supplies are in percent, and what a printer does not know is null', (t) => {
  const row = (name: string, capacity: number, level: number) => ({
    prtMarkerSuppliesDescription: Buffer.from(name),
    prtMarkerSuppliesMaxCapacity: capacity,
    prtMarkerSuppliesLevel: level,
  })
  const supplies = suppliesOf(
    new Map([
      ['1.1', row('Noir', 12000, 3000)],
      ['1.2', row('Cyan', 100, -3)], // RFC 3805: -3, some remains
      ['1.3', row('Récupérateur', -2, 40)], // capacity unknown
    ]),
  )
  t.same(supplies, [
    { instance: '1.1', description: 'Noir', percentLeft: 25 },
    { instance: '1.2', description: 'Cyan', percentLeft: null },
    { instance: '1.3', description: 'Récupérateur', percentLeft: null },
  ])
  t.end()
})
