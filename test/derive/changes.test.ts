import t from 'tap'
import { deriveChanges } from '../../src/derive/changes.js'
import type { DeviceState } from '../../src/model/change.js'
import type { Component, Interface, Neighbour } from '../../src/model/device.js'
import { BLANK_INTERFACE, BLANK_NEIGHBOUR, BLANK_READING } from '../blank.js'

const STATE: DeviceState = { ...BLANK_READING, sysName: 'sw-biblio', sysDescr: 'ArubaOS-CX 9.1', osVersion: '9.1' }

/** What is told, as kind, part, before, after. */
function told(before: Partial<DeviceState>, after: Partial<DeviceState>): unknown[] {
  return deriveChanges({ ...STATE, ...before }, { ...STATE, ...after }).map((each) => [
    each.kind,
    each.subject,
    each.before,
    each.after,
  ])
}

function chassis(entPhysicalIndex: number, serialNumber: string | null, more: Partial<Component> = {}) {
  return { entPhysicalIndex, class: 'chassis', name: `Unit ${entPhysicalIndex}`, serialNumber, ...more }
}

function port(ifIndex: number, more: Partial<Interface> = {}): Interface {
  const usual = { ifIndex, ifName: `1/1/${ifIndex}`, ifType: 6, speedBps: 1e9 } as const
  return { ...BLANK_INTERFACE, ...usual, adminStatus: 'up', operStatus: 'up', ...more }
}

function seen(localIfIndex: number, remoteSysName: string | null, more: Partial<Neighbour> = {}): Neighbour {
  return { ...BLANK_NEIGHBOUR, localIfIndex, localPort: `p${localIfIndex}`, remoteSysName, ...more }
}

t.test('a name and a version that differ are told; what is told for the first time is not', (t) => {
  t.strictSame(told({}, {}), [])
  t.strictSame(told({}, { sysName: 'sw-gymnase' }), [['renamed', null, 'sw-biblio', 'sw-gymnase']])
  t.strictSame(told({}, { osVersion: '9.2', sysDescr: 'ArubaOS-CX 9.2' }), [['upgraded', null, '9.1', '9.2']])
  t.strictSame(told({ osVersion: null }, {}), [], 'a version that was not read before')
  t.strictSame(told({}, { osVersion: null }), [], 'nor one that is no longer told')
  t.strictSame(
    told(
      { evidence: { osVersion: 'sysDescr: /CX (.*)/' }, osVersion: 'ArubaOS-CX 9.1' },
      { evidence: { osVersion: 'entPhysicalSoftwareRev.1' } },
    ),
    [],
    'the same text read by another rule is the same version',
  )
  t.end()
})

t.test('members of a stack are told by their serial, wherever they stand', (t) => {
  const stack = { components: [chassis(1, 'A'), chassis(2, 'B')] }
  t.strictSame(told(stack, { components: [chassis(1, 'A')] }), [['member-lost', 'Unit 2', 'B', null]])
  t.strictSame(told({ components: [chassis(1, 'A')] }, stack), [['member-added', 'Unit 2', null, 'B']])
  t.strictSame(told(stack, { components: [chassis(1, 'B'), chassis(2, 'A')] }), [], 'renumbered')
  t.strictSame(told(stack, { components: [chassis(1, 'A'), chassis(2, 'C')] }), [['replaced', 'Unit 2', 'B', 'C']])
  t.strictSame(
    told(stack, { components: [chassis(1, 'A'), chassis(3, 'C')] }),
    [
      ['member-lost', 'Unit 2', 'B', null],
      ['member-added', 'Unit 3', null, 'C'],
    ],
    'in another place, nothing says that one came for the other',
  )
  t.strictSame(told({ components: [] }, stack), [], 'components that were not read before')
  t.strictSame(told({ components: [chassis(1, 'A'), chassis(2, null)] }, stack), [], 'nor a serial')
  t.strictSame(told(stack, { components: [chassis(1, 'A'), chassis(2, null)] }), [], 'nor a serial that is not told')
  const fan = chassis(3, 'F', { class: 'fan' })
  t.strictSame(told(stack, { components: [...stack.components, fan] }), [], 'a fan is no member')
  t.end()
})

t.test('another serial in the same place is a replacement, and no member lost and found', (t) => {
  const alone = (serialNumber: string) => ({ serialNumber, components: [chassis(1, serialNumber)] })
  t.strictSame(told(alone('A'), alone('B')), [['replaced', null, 'A', 'B']], 'the chassis, told once')
  t.strictSame(told({ components: [chassis(1, 'A')] }, { components: [chassis(1, 'A'), chassis(2, 'B')] }), [
    ['member-added', 'Unit 2', null, 'B'],
  ])

  const evidence = { serialNumber: 'OLD-CISCO-CHASSIS-MIB::chassisId' }
  t.strictSame(
    told({ serialNumber: 'A', evidence }, { serialNumber: 'B', evidence }),
    [['replaced', null, 'A', 'B']],
    'a box without components, or a supervisor',
  )
  t.strictSame(
    told({ serialNumber: 'A', evidence }, { serialNumber: 'B', evidence: { serialNumber: 'entPhysicalSerialNum.1' } }),
    [],
    'another rule reads another number of the same box',
  )
  t.strictSame(told({ serialNumber: 'A', evidence }, { serialNumber: null, evidence }), [], 'no longer told')
  const { components } = { components: [chassis(1, 'A'), chassis(2, 'B')] }
  t.strictSame(
    told({ serialNumber: 'A', evidence, components }, { serialNumber: 'B', evidence, components }),
    [],
    'another member is the master of the stack',
  )
  t.strictSame(
    told(
      { serialNumber: 'A', evidence, components },
      { serialNumber: 'C', evidence, components: [chassis(1, 'C'), chassis(2, 'B')] },
    ),
    [['replaced', 'Unit 1', 'A', 'C']],
    'the master itself, told once',
  )
  t.end()
})

t.test('a port that leads out of its building is told as its link', (t) => {
  const [up, down] = [{ interfaces: [port(1)] }, { interfaces: [port(1, { operStatus: 'down' })] }]
  const wan = (ifIndex: number) => (ifIndex === 1 ? 'L-711004' : null)
  t.match(deriveChanges({ ...STATE, ...up }, { ...STATE, ...down }, wan), [
    { kind: 'wan-link-down', subject: 'L-711004', before: 'up', after: 'down' },
  ])
  t.match(deriveChanges({ ...STATE, ...down }, { ...STATE, ...up }, wan), [
    { kind: 'wan-link-up', subject: 'L-711004', before: 'down', after: 'up' },
  ])
  t.end()
})

t.test('a port is told when it leads somewhere, is of an aggregate, or has a name; a PC’s never is', (t) => {
  const down = { operStatus: 'down' } as const
  const event = [['interface-down', '1/1/1', 'up', 'down']]
  t.strictSame(told({ interfaces: [port(1)] }, { interfaces: [port(1, down)] }), [], 'a PC goes to sleep')
  const alias = { ifAlias: 'vers le cœur' }
  t.strictSame(told({ interfaces: [port(1, alias)] }, { interfaces: [port(1, { ...alias, ...down })] }), event)
  t.strictSame(
    told({ interfaces: [port(1, { ifAlias: ' ' })] }, { interfaces: [port(1, { ifAlias: ' ', ...down })] }),
    [],
  )
  t.strictSame(
    told({ interfaces: [port(1)], neighbours: [seen(1, 'coeur')] }, { interfaces: [port(1, down)] }),
    [['neighbour-lost', '1/1/1', 'coeur', null], ...event],
    'it had a neighbour',
  )
  t.strictSame(
    told({ interfaces: [port(1, down)] }, { interfaces: [port(1)], neighbours: [seen(1, 'coeur')] }),
    [
      ['neighbour-found', '1/1/1', null, 'coeur'],
      ['interface-up', '1/1/1', 'down', 'up'],
    ],
    'it has one now',
  )
  const members = (status: Interface['operStatus']) => [
    port(1, { lagIfIndex: 100, operStatus: status }),
    port(100, { ifType: 54, ifName: 'lag1', operStatus: status === 'up' ? 'up' : 'lowerLayerDown' }),
  ]
  t.strictSame(told({ interfaces: members('up') }, { interfaces: members('down') }), [
    ...event,
    ['interface-down', 'lag1', 'up', 'lowerLayerDown'],
  ])
  t.strictSame(
    told(
      { interfaces: [port(9, { ifType: 161, ifName: null, ifDescr: 'trk1' })] },
      { interfaces: [port(9, { ifType: 161, ifName: null, ifDescr: 'trk1', ...down })] },
    ),
    [['interface-down', 'trk1', 'up', 'down']],
    'ieee8023adLag(161)',
  )
  t.end()
})

t.test('a port that a person shuts, and a state that says nothing, are no news', (t) => {
  const named = (more: Partial<Interface>): Partial<DeviceState> => ({
    interfaces: [port(1, { ifAlias: 'coeur', ...more })],
  })
  t.strictSame(told(named({}), named({ adminStatus: 'down', operStatus: 'down' })), [])
  t.strictSame(told(named({ adminStatus: 'down', operStatus: 'down' }), named({})), [])
  t.strictSame(told(named({}), named({ operStatus: 'unknown' })), [])
  t.strictSame(told(named({ operStatus: null }), named({ operStatus: 'down' })), [])
  t.strictSame(told({ interfaces: [] }, named({ operStatus: 'down' })), [], 'a port that is new')
  t.strictSame(told(named({ speedBps: 1e10 }), named({})), [['speed-changed', '1/1/1', '10000000000', '1000000000']])
  t.strictSame(told(named({ speedBps: 1e10 }), named({ speedBps: 0 })), [], '0 is not known')
  t.strictSame(
    told(named({ speedBps: 1e10 }), named({ operStatus: 'down', speedBps: 1e7 })),
    [['interface-down', '1/1/1', 'up', 'down']],
    'the speed of a port that is down says nothing',
  )
  t.end()
})

t.test('a neighbour is the same by its chassis or its name, whatever protocol tells it', (t) => {
  const mac = { remoteChassisId: '02:00:00:00:00:01' }
  const cdp = { protocol: 'cdp', remoteChassisId: null } as const
  t.strictSame(told({ neighbours: [seen(1, 'coeur', mac)] }, { neighbours: [seen(1, 'noyau', mac)] }), [], 'renamed')
  t.strictSame(
    told(
      { neighbours: [seen(1, 'coeur', mac), seen(1, 'COEUR.ecole.test', cdp)] },
      { neighbours: [seen(1, 'COEUR.ecole.test', cdp)] },
    ),
    [],
    'over CDP alone',
  )
  t.strictSame(
    told({ neighbours: [seen(1, 'COEUR.ecole.test', cdp), seen(1, 'coeur', mac)] }, {}),
    [['neighbour-lost', 'p1', 'coeur', null]],
    'one that two protocols told is lost once',
  )
  t.strictSame(told({ neighbours: [seen(1, 'a')] }, { neighbours: [seen(2, 'a')] }), [
    ['neighbour-lost', 'p1', 'a', null],
    ['neighbour-found', 'p2', null, 'a'],
  ])
  t.strictSame(told({ neighbours: [seen(1, '10.0.0.1')] }, { neighbours: [seen(1, '10.0.0.2')] }).length, 2)
  const nameless = seen(1, null, { remoteAddresses: ['10.0.0.9'] })
  t.strictSame(
    told(
      { neighbours: [nameless] },
      { neighbours: [seen(1, null, { remoteAddresses: ['10.0.0.9'], remotePortId: 'x' })] },
    ),
    [],
  )
  t.end()
})

t.test('VLANs that come and go are one change, as runs; a table that is not told is none', (t) => {
  const vlans = (...ids: readonly number[]): Partial<DeviceState> => ({ vlans: ids.map((vlanId) => ({ vlanId })) })
  t.strictSame(told(vlans(1, 10, 11, 12, 40), vlans(50, 40, 1)), [['vlans-changed', null, '10-12', '50']])
  t.strictSame(told(vlans(1), vlans(1, 2)), [['vlans-changed', null, null, '2']])
  t.strictSame(told(vlans(1, 2), vlans(2, 1)), [])
  t.strictSame(told(vlans(), vlans(1, 2)), [])
  t.strictSame(told(vlans(1, 2), vlans()), [])
  t.end()
})
