import fc from 'fast-check'
import t from 'tap'
import { auditFleet, auditOfSchool, type FleetAudit, type FleetAuditInput } from '../../src/derive/fleet-audit.js'
import { natureOfMac, serialKey } from '../../src/derive/fleet-identifiers.js'
import { deriveSeen, type SeenFacts } from '../../src/derive/fleet-seen.js'
import {
  FLEET_STATUSES,
  ROW_CLASSES,
  THING_CLASSES,
  type FleetFinding,
  type FleetRow,
  type SeenThing,
} from '../../src/model/fleet.js'
import type { SeenDevice, SeenNeighbour } from '../../src/model/seen.js'

const NOW = '2026-11-23T12:00:00.000Z'

function row(line: number, change: Partial<FleetRow>): FleetRow {
  return {
    ...{ serial: null, mac: [], assetTag: null, name: null, model: null, os: null, osVersion: null },
    ...{ lastContact: null, school: null, status: 'active', file: 'parc.csv', line, toldAt: NOW },
    ...change,
  }
}

/** A device by its address, with its own serial and the MACs of its interfaces. */
function thing(
  address: string,
  serial: string | null,
  macs: readonly string[],
  change: Partial<SeenThing> = {},
): SeenThing {
  return {
    ...{ id: address, managementAddress: address, sysName: null, vendor: null, model: null, building: '911101' },
    ...{ lastSeen: NOW, isGone: false, isIgnored: false, isPlacedByHand: false, heardAt: null },
    serials: serial === null ? [] : [{ value: serial, from: { kind: 'device', object: 'entPhysicalSerialNum.1' } }],
    macs: macs.map((value, i) => ({ value, from: { kind: 'interface', name: `eth${i}` } })),
    ...change,
  }
}

const PAIRS = [
  { school: '911001', building: '911101' },
  { school: '911002', building: '911102' },
  { school: '911002', building: '911103' },
]

function audit(
  rows: readonly FleetRow[],
  things: readonly SeenThing[],
  change: Partial<FleetAuditInput> = {},
): FleetAudit {
  return auditFleet({ rows, things, schoolBuildings: PAIRS, now: NOW, days: 30, ...change })
}

/** `line: class, reasons`, or the address for a device that no row tells. */
function told({ findings }: FleetAudit): string[] {
  return findings.map(({ line, managementAddress, class: of, reasons }) => {
    const codes = reasons.map(({ code }) => code).filter((code) => code !== 'last-seen')
    return `${line ?? managementAddress}: ${of}, ${codes.join(' ')}`
  })
}

const M1 = 'a0:b1:c2:00:00:01'
const M2 = 'a0:b1:c2:00:00:02'
const M3 = 'a0:b1:c2:00:00:03'

t.test('placeholders are no serial numbers, and some MAC addresses are no device', (t) => {
  const placeholders = ['', ' ', '0', '000000', 'N/A', 'n/a', 'To be filled by O.E.M.', 'System Serial Number']
  for (const text of [...placeholders, 'Default string', 'None', 'XXXXXXX', '----', '........', 'Not Specified'])
    t.equal(serialKey(text), null, text)
  t.equal(serialKey(null), null)
  t.equal(serialKey(' sg10fao101 '), 'SG10FAO101')
  t.equal(serialKey('1834FAO-0401'), '1834FAO-0401')
  // The second bit of the first octet: given by software. The first: a group of receivers (IEEE 802-2014, 8.2).
  t.equal(natureOfMac('00:1a:2b:3c:4d:5e'), 'maker')
  for (const mac of ['02:1a:2b:3c:4d:5e', 'da:a1:19:00:00:01', '06:00:00:00:00:02'])
    t.equal(natureOfMac(mac), 'local', mac)
  for (const mac of ['00:00:00:00:00:00', 'ff:ff:ff:ff:ff:ff', '01:00:5e:00:00:01', '02:00:00:00:00:00'])
    t.equal(natureOfMac(mac), 'none', mac)
  t.end()
})

t.test('a row is seen up to the last instant of its days, and not seen a millisecond later', (t) => {
  // 30 days before 2026-11-23T12:00 is 2026-10-24T12:00, in UTC.
  const at = (lastSeen: string): FleetAudit =>
    audit([row(2, { serial: 'ABC1234' })], [thing('10.0.0.1', 'ABC1234', [], { lastSeen })])
  t.equal(at('2026-10-24T12:00:00.000Z').findings[0]?.class, 'seen')
  t.equal(at('2026-10-24T11:59:59.999Z').findings[0]?.class, 'not-seen')
  t.match(at('2026-10-24T11:59:59.999Z').findings[0]?.reasons.at(-1), { code: 'last-seen', about: [/^2026/, '30'] })
  t.end()
})

t.test('elsewhere is a building that is none of the school’s; a place unknown accuses nobody', (t) => {
  const classOf = (school: string | null, building: string | null): string | undefined =>
    told(audit([row(2, { serial: 'ABC1234', school })], [thing('10.0.0.1', 'ABC1234', [], { building })]))[0]
  t.equal(classOf('911001', '911101'), '2: seen, serial-of-device in-building')
  t.equal(classOf('911001', '911103'), '2: elsewhere, serial-of-device in-other-building')
  t.equal(classOf('911002', '911103'), '2: seen, serial-of-device in-building')
  t.equal(classOf('911001', null), '2: seen, serial-of-device building-unknown')
  t.equal(classOf('911009', '911101'), '2: seen, serial-of-device school-without-building')
  t.equal(classOf(null, '911101'), '2: seen, serial-of-device in-building')
  t.end()
})

t.test('a status other than active is alive when seen, wherever it is, and idle when not', (t) => {
  const rows = FLEET_STATUSES.map((status, i) => row(i + 2, { serial: `ABC123${i}`, status, school: '911002' }))
  const seen = audit(
    rows,
    rows.map(({ serial }, i) => thing(`10.0.0.${i}`, serial, [])),
  )
  t.strictSame(
    seen.findings.map((finding) => finding.class),
    ['elsewhere', 'alive', 'alive', 'alive', 'alive', 'alive'],
  )
  t.strictSame(
    audit(rows, []).findings.map((finding) => finding.class),
    ['not-seen', 'idle', 'idle', 'idle', 'idle', 'idle'],
  )
  t.end()
})

t.test('a serial comes before a MAC, and their disagreement is told', (t) => {
  const a = thing('10.0.0.1', 'SERIALA', [M1])
  const b = thing('10.0.0.2', 'SERIALB', [M2])
  t.strictSame(told(audit([row(2, { serial: 'seriala', mac: [M2] })], [a, b])), [
    '2: seen, serial-of-device mac-elsewhere in-building',
    '10.0.0.2: possible, may-be in-building',
  ])
  t.strictSame(told(audit([row(2, { serial: 'SERIALA', mac: [M1] })], [a, b])), [
    '2: seen, serial-of-device mac-agrees in-building',
    '10.0.0.2: unknown, not-in-inventory in-building',
  ])
  // The serial of nobody, with a MAC that is there: the MAC tells, and what the device says of its serial is told.
  t.strictSame(told(audit([row(2, { serial: 'SERIALC', mac: [M2] })], [b])), [
    '2: seen, mac-of-interface serial-differs in-building',
  ])
  t.end()
})

t.test('a placeholder matches nothing, even a device that tells the same one', (t) => {
  const things = [thing('10.0.0.1', 'To be filled by O.E.M.', ['00:00:00:00:00:00']), thing('10.0.0.2', null, [M2])]
  const rows = [
    row(2, { serial: 'To be filled by O.E.M.', mac: ['00:00:00:00:00:00'], assetTag: 'T1' }),
    row(3, { serial: 'To be filled by O.E.M.', assetTag: 'T2' }),
    row(4, { serial: 'N/A', mac: ['02:00:00:00:00:00', M2] }),
  ]
  t.strictSame(told(audit(rows, things)), [
    '2: unidentified, nothing-to-match placeholder-serial placeholder-mac',
    '3: unidentified, nothing-to-match placeholder-serial',
    '4: seen, mac-of-interface placeholder-serial placeholder-mac in-building',
    '10.0.0.1: unknown, not-in-inventory in-building',
  ])
  t.end()
})

t.test('a serial that two makers share is told apart by the MAC, else by the model, else not at all', (t) => {
  const ups = thing('10.0.0.1', 'AS10023', [M1], { vendor: 'APC', model: 'Smart-UPS 1500' })
  const projector = thing('10.0.0.2', 'AS10023', [M2], { vendor: 'Epson', model: 'EB-992F' })
  t.strictSame(
    told(audit([row(2, { serial: 'AS10023', model: 'APC Smart-UPS 1500' })], [ups, projector])).slice(0, 1),
    ['2: seen, serial-of-device maker-agrees in-building'],
  )
  t.equal(
    audit([row(2, { serial: 'AS10023', model: 'Epson EB-992F' })], [ups, projector]).findings[0]?.managementAddress,
    '10.0.0.2',
  )
  t.equal(
    audit([row(2, { serial: 'AS10023', mac: [M2] })], [ups, projector]).findings[0]?.managementAddress,
    '10.0.0.2',
  )
  t.strictSame(told(audit([row(2, { serial: 'AS10023' })], [ups, projector])), [
    '2: ambiguous, several',
    '10.0.0.1: possible, may-be in-building',
    '10.0.0.2: possible, may-be in-building',
  ])
  t.end()
})

t.test('a short serial needs the model or the MAC to agree', (t) => {
  const ups = thing('10.0.0.1', '10023', [M1], { vendor: 'APC', model: 'Smart-UPS 1500' })
  t.equal(told(audit([row(2, { serial: '10023', model: 'iPad' })], [ups]))[0], '2: ambiguous, short-serial')
  t.equal(told(audit([row(2, { serial: '10023' })], [ups]))[0], '2: ambiguous, short-serial')
  t.equal(
    told(audit([row(2, { serial: '10023', model: 'APC' })], [ups]))[0],
    '2: seen, serial-of-device maker-agrees in-building',
  )
  t.equal(
    told(audit([row(2, { serial: '10023', mac: [M1] })], [ups]))[0],
    '2: seen, serial-of-device mac-agrees in-building',
  )
  t.end()
})

t.test('a MAC that two devices have tells neither', (t) => {
  const things = [thing('10.0.0.1', null, [M1]), thing('10.0.0.2', null, [M1])]
  t.equal(told(audit([row(2, { mac: [M1] })], things))[0], '2: ambiguous, several')
  t.equal(
    told(audit([row(2, { mac: [M1] })], [{ ...thing('10.0.0.1', null, [M1]), isGone: true }, ...things.slice(1)]))[0],
    '2: seen, mac-of-interface in-building',
  )
  t.end()
})

t.test('an adapter’s MAC on rows of different serials makes no duplicate, and no match', (t) => {
  const rows = [2, 3, 4].map((line) => row(line, { serial: `CHROME${line}`, mac: [M1] }))
  const dock = thing('10.0.0.1', null, [M1])
  t.strictSame(told(audit([...rows, row(5, { mac: [M1] })], [dock])), [
    '2: not-seen, serial-not-seen shared-mac',
    '3: not-seen, serial-not-seen shared-mac',
    '4: not-seen, serial-not-seen shared-mac',
    '5: unidentified, nothing-to-match shared-mac',
    '10.0.0.1: unknown, not-in-inventory in-building',
  ])
  t.end()
})

t.test('of rows about one device the one told last is kept, the first of its file', (t) => {
  const device = thing('10.0.0.1', 'ABC1234', [M1, M2])
  const rows = [
    row(2, { serial: 'ABC1234', toldAt: '2026-10-01T00:00:00.000Z', school: '911002' }),
    row(3, { serial: 'abc1234', status: 'retired' }),
    row(4, { mac: [M2] }),
    row(5, { mac: [M1, M3] }),
    row(6, { mac: [M3] }),
  ]
  const result = audit(rows, [device])
  t.strictSame(told(result), [
    '2: duplicated, same-serial serial-of-device in-other-building',
    '3: alive, status serial-of-device in-building',
    '4: duplicated, same-device mac-of-interface in-building',
    '5: duplicated, same-device mac-of-interface in-building',
    '6: duplicated, same-device mac-not-seen',
  ])
  t.match(result.findings[0]?.reasons[0], { code: 'same-serial', about: ['parc.csv', '3', 'retired', ''] })
  t.strictSame(result.counts.things, { matched: 1, possible: 0, unknown: 0, past: 0, ignored: 0 })
  t.end()
})

t.test('rows alike are duplicates by their asset tag, never by a name that any tablet may have', (t) => {
  const rows = [2, 3].map((line) => row(line, { name: 'iPad' }))
  const tagged = [4, 5].map((line) => row(line, { name: 'iPad', assetTag: 'T1' }))
  t.strictSame(
    told(audit([...rows, ...tagged], [])).map((text) => text.split(',')[0]),
    ['2: unidentified', '3: unidentified', '4: unidentified', '5: duplicated'],
  )
  t.end()
})

t.test('two members of a stack are two rows, and one device', (t) => {
  const component = { kind: 'component', object: 'entPhysicalSerialNum.2001', class: 'chassis' } as const
  const own = thing('10.0.0.1', 'MEMBER1', [M1])
  const stack = { ...own, serials: [...own.serials, { value: 'MEMBER2', from: component }] }
  const result = audit(
    [row(2, { serial: 'MEMBER1' }), row(3, { serial: 'MEMBER2' }), row(4, { serial: 'member2' })],
    [stack],
  )
  t.strictSame(told(result), [
    '2: seen, serial-of-device in-building',
    '3: seen, serial-of-component in-building',
    '4: duplicated, same-serial serial-of-component in-building',
  ])
  t.equal(result.counts.things.matched, 1)
  t.end()
})

t.test('a school where nothing was seen is said to be silent: nobody may have looked there', (t) => {
  const result = audit(
    [row(2, { serial: 'ABC1234', school: '911002' }), row(3, { serial: 'ABC1235', school: '911001' })],
    [thing('10.0.0.1', null, [])],
  )
  t.strictSame(told(result).slice(0, 2), ['2: not-seen, serial-not-seen school-silent', '3: not-seen, serial-not-seen'])
  t.end()
})

t.test('what no row tells is unknown while it is there, and past once it is not', (t) => {
  const lastSeen = '2026-01-01T00:00:00.000Z'
  const things = [
    thing('10.0.0.1', 'ABC1', []),
    thing('10.0.0.2', 'ABC2', [], { lastSeen }),
    thing('10.0.0.3', 'ABC3', [], { isGone: true }),
  ]
  t.strictSame(
    audit([], things).findings.map((finding) => finding.class),
    ['unknown', 'past', 'past'],
  )
  t.end()
})

t.test('what a person leaves out is told apart while no row tells it, and a place given by hand is said to be', (t) => {
  const things = [
    thing('10.0.0.1', 'ABC1234', [], { isIgnored: true, isPlacedByHand: true }),
    thing('10.0.0.2', 'ABC1235', [], { isIgnored: true }),
  ]
  t.strictSame(told(audit([row(2, { serial: 'ABC1234', school: '911001' })], things)), [
    '2: seen, serial-of-device in-building building-said',
    '10.0.0.2: ignored, not-in-inventory in-building',
  ])
  t.end()
})

function device(id: number, change: Partial<SeenDevice> = {}): SeenDevice {
  const managementAddress = `10.0.0.${id}`
  return {
    ...{
      id,
      board: '',
      managementAddress,
      addresses: [managementAddress],
      sysName: `sw${id}`,
      vendor: null,
      model: null,
    },
    ...{
      serialNumber: null,
      serialObject: null,
      chassisMac: null,
      lastSeen: NOW,
      isWhole: true,
      isGone: false,
      saidBuilding: null,
      saidName: null,
      isIgnored: false,
    },
    ...change,
  }
}

function neighbour(by: number, change: Partial<SeenNeighbour>): SeenNeighbour {
  const none = { subtype: null, value: null }
  return {
    ...{ device: by, protocol: 'lldp', port: '1', since: '2026-11-01T00:00:00.000Z', sysName: null, addresses: [] },
    ...{ chassisId: none, portId: none },
    ...change,
  }
}

function seen(facts: Partial<SeenFacts>): SeenThing[] {
  return deriveSeen({
    ...{ devices: [], components: [], interfaces: [], neighbours: [] },
    buildingOf: ({ id }) => `91110${id}`,
    ...facts,
  })
}

t.test('a telephone heard by LLDP and by CDP is one thing, found by the MAC in its name', (t) => {
  const things = seen({
    devices: [device(1)],
    neighbours: [
      neighbour(1, {
        chassisId: { subtype: 'networkAddress', value: '10.0.9.9' },
        portId: { subtype: 'macAddress', value: 'a0:b1:c2:00:00:09' },
        sysName: 'poste 2010',
      }),
      neighbour(1, {
        protocol: 'cdp',
        chassisId: { subtype: 'local', value: 'SEPA0B1C2000009' },
        sysName: 'SEPA0B1C2000009',
      }),
      neighbour(1, { port: '2', chassisId: { subtype: 'macAddress', value: M1 } }),
    ],
  })
  t.match(things, [
    { id: 'device 1', heardAt: null },
    {
      managementAddress: '10.0.9.9',
      building: '911101',
      heardAt: { protocol: 'lldp', port: '1', by: '10.0.0.1 (sw1)' },
    },
    { managementAddress: null, sysName: null, heardAt: { port: '2' } },
  ])
  t.equal(things.length, 3)
  const found = audit([row(2, { mac: ['a0:b1:c2:00:00:09'] }), row(3, { mac: [M1] })], things)
  t.strictSame(told(found), [
    '2: seen, mac-heard in-building',
    '3: seen, mac-heard in-building',
    '10.0.0.1: unknown, not-in-inventory in-building',
  ])
  t.end()
})

t.test('a neighbour that is a known device is no second one, and keeps it seen while it is heard', (t) => {
  const old = '2026-09-01T00:00:00.000Z'
  const things = seen({
    devices: [
      device(1),
      device(2, { lastSeen: old }),
      device(3, { lastSeen: old, chassisMac: M3 }),
      device(4, { lastSeen: old, isWhole: false, saidName: 'atelier' }),
    ],
    interfaces: [{ device: 2, name: 'eth0', mac: M2 }],
    neighbours: [
      neighbour(1, { portId: { subtype: 'macAddress', value: M2 } }),
      neighbour(1, { chassisId: { subtype: 'macAddress', value: M3 }, port: '3' }),
      // Its neighbours hear the name that was read, whatever people call it.
      neighbour(1, { sysName: 'SW4', port: '4' }),
      neighbour(4, { addresses: ['10.0.0.2'], since: '2026-08-01T00:00:00.000Z' }),
    ],
  })
  t.strictSame(
    things.map(({ id, lastSeen }) => [id, lastSeen]),
    [1, 2, 3, 4].map((id) => [`device ${id}`, NOW]),
  )
  t.end()
})

t.test('what a device that was replaced heard is forgotten, and its address is the other box’s', (t) => {
  const things = seen({
    devices: [device(1, { isGone: true }), device(2, { addresses: ['10.0.0.1'], sysName: 'sw1' })],
    neighbours: [
      neighbour(1, { chassisId: { subtype: 'macAddress', value: M1 } }),
      neighbour(2, { addresses: ['10.0.0.1'] }),
    ],
  })
  t.strictSame(
    things.map(({ id }) => id),
    ['device 1', 'device 2'],
  )
  t.end()
})

/** Few values, so that rows and devices meet, clash and repeat each other often. */
const serials = fc.constantFrom(null, 'AAAAAA1', 'aaaaaa1', 'BBBBBB2', 'CCCCCC3', '12', 'N/A', '0')
const macs = fc.constantFrom(M1, M2, M3, '02:00:00:00:00:00', '02:1a:2b:3c:4d:5e', 'ff:ff:ff:ff:ff:ff')
const words = fc.constantFrom(null, 'APC', 'Epson EB', 'APC Smart')
const instants = fc.constantFrom(NOW, '2026-11-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z')
const rowsOf = fc.array(
  fc.record({
    ...{ serial: serials, mac: fc.uniqueArray(macs, { maxLength: 3 }), model: words, toldAt: instants },
    assetTag: fc.constantFrom(null, 'T1'),
    school: fc.constantFrom(null, '911001', '911002', '911009'),
    status: fc.constantFrom(...FLEET_STATUSES),
  }),
  { maxLength: 12 },
)
const thingsOf = fc.array(
  fc.record({
    ...{ serial: serials, part: serials, macs: fc.uniqueArray(macs, { maxLength: 3 }), vendor: words },
    ...{
      lastSeen: instants,
      isGone: fc.boolean(),
      isIgnored: fc.boolean(),
      building: fc.constantFrom(null, '911101', '911103'),
    },
  }),
  { maxLength: 8 },
)

t.test('whatever the rows and the devices, each is in exactly one class, and the counts add up', (t) => {
  fc.assert(
    fc.property(rowsOf, thingsOf, (someRows, someThings) => {
      const rows = someRows.map((change, i) => row(i + 2, change))
      const things = someThings.map(({ serial, part, macs: own, ...change }, i) => {
        const base = thing(`10.0.0.${i}`, serial, own, change)
        const from = { kind: 'component', object: 'entPhysicalSerialNum.9', class: 'module' } as const
        return part === null ? base : { ...base, serials: [...base.serials, { value: part, from }] }
      })
      const result = audit(rows, things)
      const lines = result.findings.flatMap(({ line }) => (line === null ? [] : [line]))
      const addresses = result.findings.filter(({ line }) => line === null).map((each) => each.managementAddress)
      const matched = new Set(
        result.findings.flatMap((each) => (each.line === null ? [] : (each.managementAddress ?? []))),
      )
      const total = (counts: object): number => Object.values(counts).reduce((a: number, b: number) => a + b, 0)
      return (
        JSON.stringify(lines) === JSON.stringify(rows.map(({ line }) => line)) &&
        new Set([...addresses, ...matched]).size === things.length &&
        addresses.length + matched.size === things.length &&
        total(result.counts.rows) === rows.length &&
        total(result.counts.things) === things.length &&
        result.findings.every(isJustified(rows, things)) &&
        result.findings.every(isTheOnlyHolder(things))
      )
    }),
    { numRuns: 2000 },
  )
  t.end()
})

/** What a class promises, checked by brute force against the rows and things themselves. */
function isJustified(rows: readonly FleetRow[], things: readonly SeenThing[]): (finding: FleetFinding) => boolean {
  return ({ class: of, line, managementAddress, status, serial, mac, lastSeen }) => {
    const at = things.find((each) => each.managementAddress === managementAddress)
    const shares = (other: FleetRow): boolean =>
      other.line !== line &&
      ((serialKey(serial) !== null && serialKey(other.serial) === serialKey(serial)) ||
        other.mac.some((each) => mac.includes(each)) ||
        other.assetTag !== null || // rows alike
        at !== undefined)
    if (of === 'duplicated') return rows.some(shares)
    if (line === null) return ['possible', 'unknown', 'past', 'ignored'].includes(of)
    const isRecent = lastSeen !== null && Date.parse(NOW) - Date.parse(lastSeen) <= 30 * 86_400_000
    if (of === 'seen' || of === 'elsewhere') return isRecent && status === 'active'
    if (of === 'alive') return isRecent && status !== 'active'
    if (of === 'not-seen') return !isRecent && status === 'active'
    if (of === 'idle') return !isRecent && status !== 'active'
    return at === undefined
  }
}

/** A long serial that one device alone has for its own, and that is there, is that device, whatever else the row says. */
function isTheOnlyHolder(things: readonly SeenThing[]): (finding: FleetFinding) => boolean {
  return ({ line, serial, managementAddress, matchedBy }) => {
    const key = serialKey(serial)
    const holders = things.filter(
      (each) =>
        !each.isGone &&
        key !== null &&
        each.serials[0]?.from.kind === 'device' &&
        serialKey(each.serials[0].value) === key,
    )
    if (line === null || key === null || key.length < 6 || holders.length !== 1) return true
    return managementAddress === holders[0]?.managementAddress && matchedBy === 'serial'
  }
}

t.test('a school’s part has its rows and what is in its buildings, and adds up by itself', (t) => {
  const rows = [row(2, { serial: 'AAAAAA1', school: '911001' }), row(3, { serial: 'BBBBBB2', school: '911002' })]
  const things = [
    thing('10.0.0.1', 'AAAAAA1', [], { building: '911102' }),
    thing('10.0.0.2', 'BBBBBB2', [], { building: '911102' }),
    thing('10.0.0.3', 'CCCCCC3', [], { building: '911103' }),
    thing('10.0.0.4', 'DDDDDD4', []),
  ]
  const part = auditOfSchool(audit(rows, things), '911002', new Set(['911102', '911103']))
  t.strictSame(told(part), ['3: seen, serial-of-device in-building', '10.0.0.3: unknown, not-in-inventory in-building'])
  const zeros = (classes: readonly string[]): object => Object.fromEntries(classes.map((each) => [each, 0]))
  t.strictSame(part.counts, {
    rows: { ...zeros(ROW_CLASSES), seen: 1 },
    things: { ...zeros(THING_CLASSES), matched: 2, unknown: 1 },
  })
  t.end()
})
