import t from 'tap'
import fc from 'fast-check'
import { countFleet, type FleetCountInput } from '../../src/derive/fleet-count.js'
import type { CategoryRule } from '../../src/model/equipment.js'
import { FLEET_STATUSES, type FleetRow, type SeenThing } from '../../src/model/fleet.js'
import { school } from './network.js'
import { categoryOf, rulesOf } from './rules-of.js'

const NOW = '2026-11-23T12:00:00.000Z'
const [M1, M2, M3, DOCK] = ['a0:b1:c2:00:00:01', 'a0:b1:c2:00:00:02', 'a0:b1:c2:00:00:03', 'a0:b1:c2:00:00:0d']

function row(serial: string | null, mac: readonly string[] = [], change: Partial<FleetRow> = {}): FleetRow {
  return {
    ...{ serial, mac, assetTag: null, name: null, model: null, os: null, osVersion: null, lastContact: null },
    ...{ school: 'A', status: 'active', file: 'parc.csv', line: 2, toldAt: NOW },
    ...change,
  }
}

/** A device seen, of the kind that its name begins with. */
function thing(
  id: string,
  serial: string | null,
  macs: readonly string[] = [],
  change: Partial<SeenThing> = {},
): SeenThing {
  return {
    ...{ id, managementAddress: null, sysName: null, vendor: null, model: null, building: 'A1' },
    ...{ lastSeen: NOW, isGone: false, isIgnored: false, isPlacedByHand: false, heardAt: null },
    serials: serial === null ? [] : [{ value: serial, from: { kind: 'device', object: 'entPhysicalSerialNum.1' } }],
    macs: macs.map((value, i) => ({ value, from: { kind: 'interface', name: `eth${i}` } })),
    ...change,
  }
}

const plain = categoryOf({ floor: 0, perPupils: 5, lifeYears: 5 })
const both: CategoryRule = { ...plain, counts: ['lots', 'fleet', 'scanned'], scannedKinds: ['av'] }

function input(more: Partial<FleetCountInput>, categories: Record<string, CategoryRule> = { flotte: both }) {
  return {
    ...{ rules: { ...rulesOf(), categories }, rows: [], things: [], since: '2026-01-01T00:00:00.000Z' },
    schools: [school('A'), school('B'), school('C')],
    schoolBuildings: [
      { school: 'A', building: 'A1' },
      { school: 'B', building: 'BC' },
      { school: 'C', building: 'BC' },
      { school: '?', building: 'A1' },
    ],
    kindOf: ({ id }: SeenThing) =>
      id.startsWith('av') ? ('av' as const) : id.startsWith('heard') ? null : ('switch' as const),
    ...more,
  } satisfies FleetCountInput
}

/** `flotte A fleet 2`, and what is to be known. */
function told(asked: FleetCountInput): string[] {
  const { fleet, scanned, doubts } = countFleet(asked)
  const lines = (source: string, counts: ReadonlyMap<string, ReadonlyMap<string, number>>): string[] =>
    [...counts].flatMap(([category, schools]) =>
      [...schools].map(([code, count]) => `${category} ${code} ${source} ${count}`),
    )
  return [
    ...lines('fleet', fleet),
    ...lines('scanned', scanned),
    ...[...doubts].map(([code, count]) => `${code} ${count}`),
  ].sort()
}

t.test('active rows of a known school count, and what is left out is told', (t) => {
  const rows = [
    row('AAAAAA1'),
    row('AAAAAA2', [M1], { school: 'B' }),
    row(null, [M2]),
    row('N/A', []),
    row(null, ['ff:ff:ff:ff:ff:ff']),
    row('AAAAAA3', [], { school: null }),
    row('AAAAAA4', [], { school: 'Z' }),
    ...FLEET_STATUSES.filter((status) => status !== 'active').map((status, i) => row(`BBBBBB${i}`, [], { status })),
  ]
  t.same(told(input({ rows })), [
    'flotte A fleet 4',
    'flotte B fleet 1',
    'no-identifier 2',
    'no-school 1',
    'unknown-school 1',
  ])
  t.same(told(input({ rows }, { flotte: plain })), [], 'a rule that names lots alone counts none, and tells nothing')
  t.end()
})

t.test('devices seen count where a building holds one school, by kind, while they are there', (t) => {
  const things = [
    thing('av1', 'AAAAAA1'),
    thing('av2', null, [M1]),
    thing('switch', 'AAAAAA2'),
    thing('heard', null, [M2]),
    thing('av3', 'AAAAAA3', [], { building: 'BC' }),
    thing('av4', 'AAAAAA4', [], { building: null }),
    thing('av5', 'AAAAAA5', [], { building: 'unheard of' }),
    thing('av6', 'AAAAAA6', [], { isGone: true }),
    thing('av7', 'AAAAAA7', [], { isIgnored: true }),
    thing('av8', 'AAAAAA8', [], { lastSeen: '2025-12-31T23:59:59.999Z' }),
  ]
  t.same(told(input({ things })), ['flotte A scanned 2', 'no-place 2', 'shared-building 1'])
  t.same(told(input({ things }, { flotte: { ...both, counts: ['lots', 'fleet'] } })), [])
  t.end()
})

t.test('the same device counts once, in the inventory and on the network', (t) => {
  const at = (rows: readonly FleetRow[], things: readonly SeenThing[] = []): string[] => told(input({ rows, things }))
  t.same(at([row('AAAAAA1'), row(' aaaaaa1 ', [], { line: 3 })]), ['flotte A fleet 1', 'repeated 1'])
  t.same(at([row('AAAAAA1', [M1]), row(null, [M1])]), ['flotte A fleet 1', 'repeated 1'])
  t.same(at([row('AAAAAA1')], [thing('av', 'AAAAAA1')]), ['flotte A fleet 1'])
  t.same(at([row(null, [M1])], [thing('av', 'AAAAAA1', [M1])]), ['flotte A fleet 1'])
  // Two rows of one device, by serial and by MAC: only the scan knows that they are one.
  t.same(at([row('AAAAAA1'), row(null, [M1])], [thing('av', 'AAAAAA1', [M1])]), ['flotte A fleet 1', 'repeated 1'])
  // M2 brings A's row and C's together, which share nothing.
  t.same(at([row(null, [M1]), row(null, [M3]), row(null, [M1, M2]), row(null, [M2, M3])]), [
    'flotte A fleet 1',
    'repeated 3',
  ])
  t.same(at([row('AAAAAA1'), row('AAAAAA1', [], { school: 'B', toldAt: '2026-11-24T12:00:00.000Z' })]), [
    'flotte B fleet 1',
    'repeated 1',
  ])
  // The inventory has the serial number of a part, or another one beside the same MAC.
  const part = {
    value: 'PPPPPP1',
    from: { kind: 'component', object: 'entPhysicalSerialNum.2', class: 'module' } as const,
  }
  const whole = thing('av', 'AAAAAA1')
  t.same(at([row('PPPPPP1')], [{ ...whole, serials: [...whole.serials, part] }]), ['flotte A fleet 1'])
  t.same(at([row('TYPED-WRONG', [M1])], [thing('av', 'AAAAAA1', [M1])]), ['flotte A fleet 1'])
  t.same(at([row(null, [], { assetTag: 'T1' }), row(null, [], { assetTag: 'T1' })]), [
    'flotte A fleet 1',
    'no-identifier 1',
    'repeated 1',
  ])
  t.end()
})

t.test('an adapter that devices share makes them one no more than a short number of two makers', (t) => {
  const docked = [row('AAAAAA1', [DOCK]), row('AAAAAA2', [DOCK])]
  t.same(told(input({ rows: docked })), ['flotte A fleet 2'])
  t.same(told(input({ rows: [...docked, row(null, [DOCK])] })), ['ambiguous 1', 'flotte A fleet 2'])
  t.same(told(input({ rows: [row('12', [], { model: 'Epson EB' }), row('12', [], { model: 'APC Smart' })] })), [
    'flotte A fleet 2',
  ])
  t.same(told(input({ rows: [row('12', [], { model: 'Epson EB' }), row('12', [], { model: 'EPSON eb' })] })), [
    'flotte A fleet 1',
    'repeated 1',
  ])
  t.end()
})

t.test('a device that the inventory says is not in use does not count, though scans see it', (t) => {
  const asked = { rows: [row('AAAAAA1', [], { status: 'retired' as const })], things: [thing('av', 'AAAAAA1')] }
  t.same(told(input(asked)), ['not-active 1'])
  t.same(told(input(asked, { flotte: { ...both, counts: ['scanned'] } })), ['flotte A scanned 1'])
  t.end()
})

t.test('a device that two categories would count is in the first of them', (t) => {
  const asked = { rows: [row('AAAAAA1'), row('AAAAAA2')], things: [thing('av1', 'AAAAAA1'), thing('av2', 'CCCCCC1')] }
  const scans: CategoryRule = { ...both, counts: ['scanned'] }
  const fleet: CategoryRule = { ...both, counts: ['fleet'] }
  t.same(told(input(asked, { screens: scans, flotte: fleet, more: both })), ['flotte A fleet 1', 'screens A scanned 2'])
  t.end()
})

/** A device as it is, and all that files and scans tell of it. */
const anyDevice = fc.record({
  inSchool: fc.constantFrom('A', 'B', 'C'),
  /** What each row of it holds. */
  rows: fc.array(fc.constantFrom('serial', 'mac', 'both', 'SERIAL '), { maxLength: 4 }),
  seen: fc.constantFrom(null, 'serial', 'mac', 'both'),
  docked: fc.boolean(),
})

function copies(
  devices: readonly { inSchool: string; rows: readonly string[]; seen: string | null; docked: boolean }[],
  withDocks: boolean,
) {
  const rows: FleetRow[] = []
  const things: SeenThing[] = []
  devices.forEach(({ inSchool, rows: own, seen, docked }, i) => {
    const [serial, mac] = [`SERIAL-${i}`, `a0:b1:c2:00:01:${String(i).padStart(2, '0')}`]
    const serialIn = (what: string): string | null =>
      what === 'mac' ? null : what === 'both' || what === 'serial' ? serial : `  ${serial.toLowerCase()} `
    const macIn = (what: string): string[] => (what === 'mac' || what === 'both' ? [mac] : [])
    // Where one says the serial number and another the MAC, somebody must say both, or nobody could know that they are one.
    const linked = own.length > 0 || seen !== null ? [...own, 'both'] : []
    for (const what of linked)
      rows.push(
        row(serialIn(what), [...macIn(what), ...(withDocks && docked ? [DOCK] : [])], {
          school: inSchool,
          line: rows.length,
        }),
      )
    if (seen !== null) things.push(thing(`av${i}`, serialIn(seen), macIn(seen)))
  })
  return { rows, things }
}

function total(asked: FleetCountInput): number {
  const { fleet, scanned } = countFleet(asked)
  return [...fleet.values(), ...scanned.values()].flatMap((schools) => [...schools.values()]).reduce((a, b) => a + b, 0)
}

t.test('whatever the duplicates, no device counts twice, and none is lost', (t) => {
  const shuffled = fc.array(anyDevice, { maxLength: 8 }).chain((devices) => {
    const { rows, things } = copies(devices, false)
    const order = <T>(list: readonly T[]) => fc.shuffledSubarray([...list], { minLength: list.length })
    return fc.record({ devices: fc.constant(devices), rows: order(rows), things: order(things) })
  })
  fc.assert(
    fc.property(shuffled, ({ devices, rows, things }) => {
      const counted = countFleet(input({ rows, things }))
      const really = new Map<string, number>()
      for (const { inSchool, rows: own, seen } of devices)
        if (own.length > 0 || seen !== null) really.set(inSchool, (really.get(inSchool) ?? 0) + 1)
      t.same(new Map([...(counted.fleet.get('flotte') ?? [])].sort()), new Map([...really].sort()))
      t.equal(counted.scanned.size, 0)
    }),
    { numRuns: 100 },
  )
  fc.assert(
    fc.property(fc.array(anyDevice, { maxLength: 8 }), (devices) => {
      const asked = copies(devices, true)
      return total(input(asked)) <= devices.length && total(input({ things: asked.things })) <= devices.length
    }),
    { numRuns: 100 },
  )
  t.end()
})
