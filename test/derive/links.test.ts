import t from 'tap'
import fc from 'fast-check'
import { deriveLinks } from '../../src/derive/links.js'
import type { Link, LinkDevice, LinkPort, SeenNeighbour } from '../../src/model/link.js'
import { BLANK_NEIGHBOUR } from '../blank.js'

const NIGHT = '2026-11-23T02:00:00.000Z'

function port(ifIndex: number, change: Partial<LinkPort> = {}): LinkPort {
  return {
    ifIndex,
    ifName: `Gi1/0/${ifIndex}`,
    ifDescr: `GigabitEthernet1/0/${ifIndex}`,
    ifAlias: null,
    ifType: 6,
    speedBps: 1_000_000_000,
    physAddress: null,
    operStatus: 'up',
    duplex: 'full',
    ...change,
  }
}

/** Device n: 10.0.0.n, chassis 02:00:00:00:00:nn, sw<n>, ports Gi1/0/1 to Gi1/0/4. */
function device(n: number, neighbours: readonly SeenNeighbour[], change: Partial<LinkDevice> = {}): LinkDevice {
  return {
    identity: `serial:9:S${n}`,
    board: '798000',
    managementAddress: `10.0.0.${n}`,
    addresses: [`10.0.0.${n}`],
    chassisMac: chassis(n),
    serialNumber: `S${n}`,
    sysName: `sw${n}`,
    vendor: null,
    model: null,
    kind: 'switch',
    lastSeen: NIGHT,
    interfaces: [1, 2, 3, 4].map((ifIndex) => port(ifIndex)),
    neighbours,
    ...change,
  }
}

function chassis(n: number): string {
  return `02:00:00:00:00:${n.toString(16).padStart(2, '0')}`
}

/** At port `local`, what device n says of itself by LLDP: chassis MAC, and its port `remote` by name. */
function hears(local: number, n: number, remote: number, change: Partial<SeenNeighbour> = {}): SeenNeighbour {
  return {
    ...BLANK_NEIGHBOUR,
    localIfIndex: local,
    localPort: `Gi1/0/${local}`,
    remoteChassisIdSubtype: 'macAddress',
    remoteChassisId: chassis(n),
    remotePortIdSubtype: 'interfaceName',
    remotePortId: `Gi1/0/${remote}`,
    remoteSysName: `sw${n}`,
    firstSeen: NIGHT,
    ...change,
  }
}

/** `sw1 Gi1/0/1 – sw2 Gi1/0/2 confirmed: port-unmatched` */
function told({ a, b, confidence, conflicts }: Link): string {
  const end = (each: Link['a']): string => `${each.sysName ?? each.chassisId ?? '?'} ${each.ifName ?? '?'}`
  const codes = conflicts.map(({ code }) => code).join(' ')
  return `${end(a)} – ${end(b)} ${confidence}${codes === '' ? '' : `: ${codes}`}`
}

t.test('a cable that both ends tell is one link, confirmed; one that one end tells is one-sided', (t) => {
  const both = deriveLinks([device(1, [hears(1, 2, 3)]), device(2, [hears(3, 1, 1)])])
  t.strictSame(both.map(told), ['sw1 Gi1/0/1 – sw2 Gi1/0/3 confirmed'])
  t.match(both[0], {
    a: { managementAddress: '10.0.0.1', ifIndex: 1 },
    b: { managementAddress: '10.0.0.2', ifIndex: 3 },
    evidence: [{ protocol: 'lldp', side: 'both', when: NIGHT }],
    speedBps: 1_000_000_000,
    firstSeen: NIGHT,
    lastSeen: NIGHT,
  })
  const one = deriveLinks([device(1, []), device(2, [hears(3, 1, 1)])])
  t.strictSame(one.map(told), ['sw1 Gi1/0/1 – sw2 Gi1/0/3 one-sided'])
  t.match(one[0], { evidence: [{ protocol: 'lldp', side: 'b' }] })
  t.end()
})

t.test('several cables between the same two devices are several links', (t) => {
  const links = deriveLinks([device(1, [hears(1, 2, 3), hears(2, 2, 4)]), device(2, [hears(3, 1, 1), hears(4, 1, 2)])])
  t.strictSame(links.map(told), ['sw1 Gi1/0/1 – sw2 Gi1/0/3 confirmed', 'sw1 Gi1/0/2 – sw2 Gi1/0/4 confirmed'])
  t.end()
})

t.test('a port is matched by the subtype of its id: name, alias, MAC, local, or its description', (t) => {
  const ports = [
    port(1, { ifName: '1/1/1', ifDescr: 'Slot 1 port 1', ifAlias: 'vers sw1', physAddress: '02:00:00:00:02:01' }),
    port(2, { ifName: '1/1/2', ifDescr: 'Slot 1 port 2', physAddress: '02:00:00:00:02:02' }),
  ]
  const at = (change: Partial<SeenNeighbour>): (number | null)[] =>
    deriveLinks([device(1, [hears(1, 2, 9, change)]), device(2, [], { interfaces: ports })]).map(({ b }) => b.ifIndex)
  t.strictSame(at({ remotePortId: '1/1/1' }), [1])
  t.strictSame(at({ remotePortIdSubtype: 'interfaceAlias', remotePortId: 'vers sw1' }), [1])
  t.strictSame(at({ remotePortIdSubtype: 'macAddress', remotePortId: '02:00:00:00:02:02' }), [2])
  t.strictSame(at({ remotePortIdSubtype: 'local', remotePortId: '17', remotePortDescr: 'Slot 1 port 2' }), [2])
  t.strictSame(at({ remotePortIdSubtype: 'local', remotePortId: '2' }), [2], 'a bare number is an ifIndex')
  t.strictSame(
    at({ remotePortIdSubtype: 'local', remotePortId: '2', remotePortDescr: 'B' }),
    [null],
    'not if it is described otherwise',
  )
  t.strictSame(at({ remotePortId: 'port-42' }), [null])
  const [unmatched] = deriveLinks([device(1, [hears(1, 2, 9)]), device(2, [], { interfaces: ports })])
  t.match(unmatched, { confidence: 'one-sided', conflicts: [{ code: 'port-unmatched', end: 'b', about: 'Gi1/0/9' }] })
  t.end()
})

t.test('a MAC that several ports share names none of them, but the one physical port among interfaces', (t) => {
  const shared = '02:00:00:00:00:02'
  const by = (types: readonly number[]): (number | null)[] =>
    deriveLinks([
      device(1, [hears(1, 2, 9, { remotePortIdSubtype: 'macAddress', remotePortId: shared })]),
      device(2, [], { interfaces: types.map((ifType, i) => port(i + 1, { ifType, physAddress: shared })) }),
    ]).map(({ b }) => b.ifIndex)
  t.strictSame(by([6, 6]), [null])
  t.strictSame(by([136, 6, 161]), [2], 'a VLAN interface and an aggregate carry the MAC of a port')
  t.end()
})

t.test('GigabitEthernet1/0/3, as CDP writes it, is Gi1/0/3', (t) => {
  const cdp = (local: number, n: number, remote: number): SeenNeighbour =>
    hears(local, n, remote, {
      protocol: 'cdp',
      remoteChassisIdSubtype: 'local',
      remoteChassisId: `sw${n}.cssfo.example`,
      remoteSysName: `sw${n}.cssfo.example`,
      remotePortId: `GigabitEthernet1/0/${remote}`,
      remoteAddresses: [`10.0.0.${n}`],
    })
  const interfaces = [port(3, { ifDescr: 'Uplink' })]
  const links = deriveLinks([device(1, [cdp(1, 2, 3)]), device(2, [cdp(3, 1, 1)], { interfaces })])
  t.strictSame(links.map(told), ['sw1 Gi1/0/1 – sw2 Gi1/0/3 confirmed'])
  t.match(links[0], { evidence: [{ protocol: 'cdp', side: 'both' }] })
  t.end()
})

t.test('a neighbour that is told by LLDP and by CDP is one link with both evidences', (t) => {
  const cdp = hears(1, 2, 3, {
    protocol: 'cdp',
    remoteChassisIdSubtype: 'local',
    remoteChassisId: 'sw2(S2)',
    remotePortId: 'GigabitEthernet1/0/3',
  })
  const links = deriveLinks([device(1, [hears(1, 2, 3), cdp]), device(2, [hears(3, 1, 1)])])
  t.strictSame(
    links.map(({ evidence }) => evidence.map(({ protocol, side }) => `${protocol}:${side}`)),
    [['lldp:both', 'cdp:a']],
  )
  t.end()
})

t.test('a neighbour that is not ours keeps what was told of it', (t) => {
  const telephone = hears(4, 99, 1, {
    remoteChassisIdSubtype: 'networkAddress',
    remoteChassisId: '10.9.9.9',
    remotePortIdSubtype: 'local',
    remotePortId: 'P1',
    remoteSysName: 'TEL-2010',
  })
  const [link] = deriveLinks([device(1, [telephone])])
  t.match(link, {
    confidence: 'one-sided',
    b: { managementAddress: null, sysName: 'TEL-2010', ifIndex: null, chassisId: '10.9.9.9', portId: 'P1' },
    conflicts: [],
  })
  t.end()
})

t.test('a name is no identity: copied names join nothing, and a name alone leaves a doubt', (t) => {
  const nameOnly = { remoteChassisIdSubtype: 'local', remoteChassisId: 'sw2', remoteSysName: 'sw2' } as const
  t.strictSame(deriveLinks([device(1, [hears(1, 2, 3, nameOnly)]), device(2, [])]).map(told), [
    'sw1 Gi1/0/1 – sw2 Gi1/0/3 ambiguous: name-only',
  ])
  const clones = [device(2, []), device(3, [], { sysName: 'sw2' })]
  t.strictSame(deriveLinks([device(1, [hears(1, 2, 3, nameOnly)]), ...clones]).map(told), [
    'sw1 Gi1/0/1 – sw2 ? ambiguous: device-ambiguous',
  ])
  t.strictSame(
    deriveLinks([device(1, [hears(1, 77, 3, { remoteSysName: 'sw2' })]), device(2, [])]).map(
      ({ b }) => b.managementAddress,
    ),
    [null],
    'a box with another chassis MAC that bears the name of sw2 is not sw2',
  )
  const answered = deriveLinks([
    device(1, [hears(1, 2, 3, nameOnly)]),
    device(2, [hears(3, 1, 1)]),
    device(3, [], { sysName: 'sw2' }),
  ])
  t.strictSame(answered.map(told), ['sw1 Gi1/0/1 – sw2 Gi1/0/3 confirmed'], 'but one of the two answers')
  t.end()
})

t.test(
  'a chassis MAC that two devices have leaves a doubt, unless one of them answers or has the address told',
  (t) => {
    const clones = (neighbours: readonly SeenNeighbour[] = []): LinkDevice[] => [
      device(2, neighbours, { sysName: null }),
      device(3, [], { chassisMac: chassis(2), sysName: null }),
    ]
    t.match(deriveLinks([device(1, [hears(1, 2, 3)]), ...clones()]), [
      { confidence: 'ambiguous', conflicts: [{ code: 'device-ambiguous', about: '10.0.0.2, 10.0.0.3' }] },
    ])
    t.match(deriveLinks([device(1, [hears(1, 2, 3, { remoteAddresses: ['10.0.0.3'] })]), ...clones()]), [
      { confidence: 'one-sided', b: { managementAddress: '10.0.0.3' } },
    ])
    t.match(deriveLinks([device(1, [hears(1, 2, 3)]), ...clones([hears(3, 1, 1)])]), [
      { confidence: 'confirmed', b: { managementAddress: '10.0.0.2' } },
    ])
    t.end()
  },
)

t.test('the address that is told may be another device’s: said, and the chassis id wins', (t) => {
  const [link] = deriveLinks([
    device(1, [hears(1, 2, 3, { remoteAddresses: ['10.0.0.3'] })]),
    device(2, []),
    device(3, []),
  ])
  t.match(link, {
    b: { managementAddress: '10.0.0.2' },
    confidence: 'ambiguous',
    conflicts: [{ code: 'identity-differs', end: 'b', about: 'sw3' }],
  })
  t.end()
})

t.test('two neighbours on one port are two doubtful links; on an aggregate or a radio they are two links', (t) => {
  const hub = [hears(1, 2, 3), hears(1, 3, 3)]
  t.strictSame(deriveLinks([device(1, hub), device(2, []), device(3, [])]).map(told), [
    'sw1 Gi1/0/1 – sw2 Gi1/0/3 ambiguous: several-on-port',
    'sw1 Gi1/0/1 – sw3 Gi1/0/3 ambiguous: several-on-port',
  ])
  const radio = { interfaces: [port(1, { ifType: 71, ifName: 'wifi0' })] }
  t.strictSame(
    deriveLinks([device(1, hub, radio), device(2, []), device(3, [])]).map(({ confidence }) => confidence),
    ['one-sided', 'one-sided'],
  )
  t.end()
})

t.test('a device that says another neighbour of the port that is told is believed on its own port', (t) => {
  const links = deriveLinks([device(1, [hears(1, 2, 3)]), device(2, [hears(3, 3, 4)]), device(3, [hears(4, 2, 3)])])
  t.strictSame(links.map(told), [
    'sw1 Gi1/0/1 – sw2 Gi1/0/3 ambiguous: far-side-differs',
    'sw2 Gi1/0/3 – sw3 Gi1/0/4 confirmed',
  ])
  t.match(links[0], { conflicts: [{ end: 'b', about: 'sw3 Gi1/0/4' }] })
  t.end()
})

t.test('two ends that agree on the cable but not on a port are one doubtful link', (t) => {
  const links = deriveLinks([device(1, [hears(1, 2, 4)]), device(2, [hears(3, 1, 1)])])
  t.strictSame(links.map(told), ['sw1 Gi1/0/1 – sw2 Gi1/0/3 ambiguous: port-differs'])
  t.match(links[0], { conflicts: [{ code: 'port-differs', end: 'b', about: 'Gi1/0/4' }] })
  t.end()
})

t.test('ends that tell no port that can be matched: one cable is confirmed, two are paired in order', (t) => {
  const mute = { remotePortIdSubtype: 'local', remotePortId: '?' } as const
  t.strictSame(deriveLinks([device(1, [hears(1, 2, 0, mute)]), device(2, [hears(3, 1, 0, mute)])]).map(told), [
    'sw1 Gi1/0/1 – sw2 Gi1/0/3 confirmed',
  ])
  const two = deriveLinks([
    device(1, [hears(1, 2, 0, mute), hears(2, 2, 0, mute)]),
    device(2, [hears(3, 1, 0, mute), hears(4, 1, 0, mute)]),
  ])
  t.strictSame(two.map(told), [
    'sw1 Gi1/0/1 – sw2 Gi1/0/3 ambiguous: paired-in-order',
    'sw1 Gi1/0/2 – sw2 Gi1/0/4 ambiguous: paired-in-order',
  ])
  t.end()
})

t.test('an aggregate that hears its neighbour gives way to the member that the other end tells', (t) => {
  const interfaces = [port(1), port(2), port(9, { ifName: 'Po1', ifDescr: 'Port-channel1', ifType: 161 })]
  const onPo1 = { localIfIndex: 9, localPort: 'Po1' }
  const links = deriveLinks([
    device(1, [hears(9, 2, 3, onPo1), hears(9, 2, 4, onPo1)], { interfaces }),
    device(2, [hears(3, 1, 1), hears(4, 1, 2)]),
  ])
  t.strictSame(links.map(told), ['sw1 Gi1/0/1 – sw2 Gi1/0/3 confirmed', 'sw1 Gi1/0/2 – sw2 Gi1/0/4 confirmed'])
  const alsoOnMember = deriveLinks([device(1, [hears(9, 2, 3, onPo1), hears(1, 2, 3)], { interfaces }), device(2, [])])
  t.strictSame(alsoOnMember.map(told), ['sw1 Gi1/0/1 – sw2 Gi1/0/3 one-sided'])
  t.end()
})

t.test('a device that hears itself has a loop: between two ports, or beyond one', (t) => {
  const loop = deriveLinks([device(1, [hears(1, 1, 2), hears(2, 1, 1)])])
  t.strictSame(loop.map(told), ['sw1 Gi1/0/1 – sw1 Gi1/0/2 confirmed: loop'])
  t.strictSame(deriveLinks([device(1, [hears(1, 1, 1)])]).map(told), ['sw1 Gi1/0/1 – sw1 Gi1/0/1 one-sided: loop'])
  t.end()
})

t.test('the speed is that of the slower end; a difference in speed, duplex or name is told and doubts nothing', (t) => {
  const slow = { interfaces: [port(3, { speedBps: 100_000_000, duplex: 'half' })], sysName: 'ancien-nom' }
  const [link] = deriveLinks([device(1, [hears(1, 2, 3)]), device(2, [hears(3, 1, 1)], slow)])
  t.match(link, { confidence: 'confirmed', speedBps: 100_000_000 })
  t.strictSame(
    link?.conflicts.map(({ code }) => code),
    ['name-differs', 'speed-differs', 'duplex-differs'],
  )
  const down = { interfaces: [port(3, { speedBps: 10_000_000_000, operStatus: 'down' })] }
  t.match(deriveLinks([device(1, [hears(1, 2, 3)]), device(2, [], down)]), [{ speedBps: 1_000_000_000, conflicts: [] }])
  t.end()
})

t.test('boards are apart: the same address and the same name in another board are another device', (t) => {
  const here = device(1, [hears(1, 2, 3, { remoteChassisIdSubtype: 'networkAddress', remoteChassisId: '10.0.0.2' })])
  t.match(deriveLinks([here, device(2, [], { board: '799000' })]), [
    { board: '798000', b: { managementAddress: null } },
  ])
  t.end()
})

t.test('a link keeps its id whichever end is read first, when one falls silent, and when addresses change', (t) => {
  const one = device(1, [hears(1, 2, 3)])
  const other = device(2, [hears(3, 1, 1)])
  const ids = [
    [one, other],
    [one],
    [other],
    [one, device(2, [])],
    [device(1, []), other],
    [{ ...one, managementAddress: '10.0.7.7', addresses: ['10.0.7.7'], identity: 'mac:x' }, other],
  ].map((devices) => deriveLinks(devices).map(({ id }) => id))
  t.equal(new Set(ids.flat()).size, 1, JSON.stringify(ids))
  t.match(ids[0]?.[0], /^L[0-9a-z]{8}$/)
  const moved = deriveLinks([device(1, [hears(2, 2, 3)]), other])
  t.notSame(moved[0]?.id, ids[0]?.[0], 'another port is another link')
  t.end()
})

// ---- Random boards, against the cables that they were made from ----

type PortId = 'interfaceName' | 'macAddress' | 'interfaceAlias' | 'local' | 'mute'

interface Box {
  readonly ports: number
  readonly portId: PortId
  readonly chassisId: 'macAddress' | 'networkAddress'
  /** It sends LLDP; it shows what it hears; it is one of ours. */
  readonly sends: boolean
  readonly shows: boolean
  readonly ours: boolean
  readonly clonedName: boolean
}

interface Board {
  readonly boxes: readonly Box[]
  readonly cables: readonly (readonly [box: number, port: number, box2: number, port2: number])[]
  readonly order: readonly number[]
}

const box: fc.Arbitrary<Box> = fc.record({
  ports: fc.integer({ min: 1, max: 6 }),
  portId: fc.constantFrom('interfaceName', 'macAddress', 'interfaceAlias', 'local', 'mute'),
  chassisId: fc.constantFrom('macAddress', 'networkAddress'),
  sends: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, fc.constant(false)),
  shows: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, fc.constant(false)),
  ours: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, fc.constant(false)),
  clonedName: fc.boolean(),
})

/** Boxes, and cables between ports drawn at random: no port has two, and none goes from a box to itself. */
const board: fc.Arbitrary<Board> = fc
  .tuple(fc.array(box, { minLength: 2, maxLength: 7 }), fc.array(fc.nat(), { minLength: 60, maxLength: 60 }))
  .map(([boxes, draws]) => {
    const free = boxes.flatMap(({ ports }, at) => Array.from({ length: ports }, (_, i) => [at, i + 1] as const))
    const cables: [number, number, number, number][] = []
    for (const [i, draw] of draws.slice(0, 12).entries()) {
      const one = free.splice(draw % Math.max(1, free.length), 1)[0]
      const at = (draws[i + 12] ?? 0) % Math.max(1, free.length)
      const other = free[at]
      if (one === undefined || other === undefined || one[0] === other[0]) continue
      free.splice(at, 1)
      cables.push([...one, ...other])
    }
    return { boxes, cables, order: draws.slice(24) }
  })

const portMac = (n: number, ifIndex: number): string =>
  `02:00:00:00:${n.toString(16).padStart(2, '0')}:${ifIndex.toString(16).padStart(2, '0')}`

function shuffled<T>(items: readonly T[], order: readonly number[]): T[] {
  return items
    .map((item, i) => ({ item, key: ((order[i % order.length] ?? 0) * 31 + i * 7919) % 1009 }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item)
}

/** What the devices of a board would show. */
function devicesOf({ boxes, cables }: Board): LinkDevice[] {
  const says = (n: number, ifIndex: number, to: number): SeenNeighbour => {
    const { portId, chassisId, clonedName } = boxes[n] as Box
    return hears(to, n, ifIndex, {
      remoteChassisIdSubtype: chassisId,
      remoteChassisId: chassisId === 'macAddress' ? portMac(n, 0) : `10.0.0.${n}`,
      remotePortIdSubtype: portId === 'mute' ? 'local' : portId,
      remotePortId: {
        interfaceName: `Gi1/0/${ifIndex}`,
        macAddress: portMac(n, ifIndex),
        interfaceAlias: `prise ${ifIndex}`,
        local: `Gi1/0/${ifIndex}`,
        mute: 'x',
      }[portId],
      remoteSysName: clonedName && chassisId === 'macAddress' ? 'copie' : `sw${n}`,
    })
  }
  return boxes.flatMap((each, n) => {
    if (!each.ours) return []
    const ends = cables.flatMap(([b1, p1, b2, p2]) => [
      ...(b1 === n ? [{ local: p1, far: b2, farPort: p2 }] : []),
      ...(b2 === n ? [{ local: p2, far: b1, farPort: p1 }] : []),
    ])
    const heard = ends.filter(({ far }) => each.shows && boxes[far]?.sends === true)
    return [
      device(
        n,
        heard.map(({ local, far, farPort }) => says(far, farPort, local)),
        {
          chassisMac: portMac(n, 0),
          sysName: each.clonedName && each.chassisId === 'macAddress' ? 'copie' : `sw${n}`,
          interfaces: Array.from({ length: each.ports }, (_, i) =>
            port(i + 1, { ifAlias: `prise ${i + 1}`, physAddress: portMac(n, i + 1) }),
          ),
        },
      ),
    ]
  })
}

/** The links that must be found, from the cables themselves: `n.port–n.port confidence`, `?` for what nobody tells. */
function wanted({ boxes, cables }: Board): string[] {
  const of = (n: number): Box => boxes[n] as Box
  const isTold = (by: number, of2: number): boolean => of(by).ours && of(by).shows && of(of2).sends
  return cables
    .flatMap(([b1, p1, b2, p2]) => {
      const [byOne, byOther] = [isTold(b1, b2), isTold(b2, b1)]
      if (!byOne && !byOther) return []
      const end = (n: number, at: number, speaks: boolean): string => {
        if (!of(n).ours) return '?'
        return `${n}.${speaks || of(n).portId !== 'mute' ? at : '?'}`
      }
      const ends = [end(b1, p1, byOne), end(b2, p2, byOther)].sort()
      return [`${ends.join('–')} ${byOne && byOther ? 'confirmed' : 'one-sided'}`]
    })
    .sort()
}

function found(links: readonly Link[]): string[] {
  const end = ({ managementAddress, ifIndex }: Link['a']): string =>
    managementAddress === null ? '?' : `${managementAddress.split('.')[3]}.${ifIndex ?? '?'}`
  return links.map(({ a, b, confidence }) => `${[end(a), end(b)].sort().join('–')} ${confidence}`).sort()
}

/** Two boxes with several cables, neither of which tells its ports: nobody can say which port goes where. */
function isUndecidable({ boxes, cables }: Board): boolean {
  const mute = cables.filter(([b1, , b2]) => boxes[b1]?.portId === 'mute' && boxes[b2]?.portId === 'mute')
  const pairs = mute.map(([b1, , b2]) => [b1, b2].sort().join(' '))
  return new Set(pairs).size < pairs.length
}

t.test('on random boards, each cable that somebody tells is one link, with the confidence of who tells it', (t) => {
  let boards = 0
  let cables = 0
  fc.assert(
    fc.property(board, (made) => {
      const links = deriveLinks(devicesOf(made))
      const expected = wanted(made)
      if (isUndecidable(made)) return links.length === expected.length
      boards++
      cables += expected.length
      return JSON.stringify(found(links)) === JSON.stringify(expected)
    }),
    { numRuns: 400, seed: 3 },
  )
  t.ok(boards > 250 && cables > 600, `${boards} boards, ${cables} links`)
  t.end()
})

t.test('neither the order of devices nor that of neighbours changes anything', (t) => {
  fc.assert(
    fc.property(board, (made) => {
      const devices = devicesOf(made)
      const other = shuffled(devices, made.order).map((each) => ({
        ...each,
        neighbours: shuffled(each.neighbours, [...made.order].reverse()),
        interfaces: shuffled(each.interfaces, made.order),
      }))
      return JSON.stringify(deriveLinks(devices)) === JSON.stringify(deriveLinks(other))
    }),
    { numRuns: 300, seed: 5 },
  )
  t.end()
})

/** Anything at all, true or not, in a handful of values that collide. */
const nonsense: fc.Arbitrary<LinkDevice[]> = fc
  .array(
    fc.record({
      chassisMac: fc.constantFrom(null, chassis(1), chassis(2), chassis(3)),
      sysName: fc.constantFrom(null, 'sw1', 'sw2', ''),
      types: fc.array(fc.constantFrom(6, 161, 71, 136), { maxLength: 4 }),
      rows: fc.array(
        fc.record({
          localIfIndex: fc.constantFrom(null, 1, 2, 3, 9),
          localPort: fc.constantFrom(null, 'Gi1/0/1', 'Po1'),
          protocol: fc.constantFrom('lldp', 'cdp'),
          remoteChassisIdSubtype: fc.constantFrom(null, 'macAddress', 'networkAddress', 'local'),
          remoteChassisId: fc.constantFrom(null, chassis(1), chassis(2), '10.0.0.1', 'sw2', 'x(S1)'),
          remotePortIdSubtype: fc.constantFrom(null, 'interfaceName', 'macAddress', 'local'),
          remotePortId: fc.constantFrom(null, 'Gi1/0/1', 'Gi1/0/2', 'Gi1/0/3', '2', chassis(1)),
          remotePortDescr: fc.constantFrom(null, 'GigabitEthernet1/0/2'),
          remoteSysName: fc.constantFrom(null, 'sw1', 'sw2', 'SW2.cssfo.example'),
          remoteAddresses: fc.subarray(['10.0.0.1', '10.0.0.2']),
        }),
        { maxLength: 8 },
      ),
    }),
    { maxLength: 4 },
  )
  .map((made) =>
    made.map(({ chassisMac, sysName, types, rows }, i) =>
      device(
        i + 1,
        rows.map((row): SeenNeighbour => ({ ...BLANK_NEIGHBOUR, ...row, firstSeen: NIGHT }) as SeenNeighbour),
        { chassisMac, sysName, interfaces: types.map((ifType, at) => port(at + 1, { ifType })) },
      ),
    ),
  )

t.test('whatever devices say, every neighbour is in some link, ids are unique, and order changes nothing', (t) => {
  fc.assert(
    fc.property(nonsense, fc.array(fc.nat(), { minLength: 5, maxLength: 5 }), (devices, order) => {
      const links = deriveLinks(devices)
      const rows = devices.reduce((n, { neighbours }) => n + neighbours.length, 0)
      const speakers = new Set(
        devices.filter(({ neighbours }) => neighbours.length > 0).map(({ managementAddress }) => managementAddress),
      )
      const inLinks = new Set(links.flatMap(({ a, b }) => [a.managementAddress, b.managementAddress]))
      const other = shuffled(devices, order).map((each) => ({ ...each, neighbours: shuffled(each.neighbours, order) }))
      return (
        links.length <= rows &&
        [...speakers].every((address) => inLinks.has(address)) &&
        new Set(links.map(({ id }) => id)).size === links.length &&
        links.every(({ a }) => a.managementAddress !== null) &&
        JSON.stringify(deriveLinks(other)) === JSON.stringify(links)
      )
    }),
    { numRuns: 400, seed: 7 },
  )
  t.end()
})

t.test('30,000 devices take seconds, and one device that tells 20,000 rows of another does too', (t) => {
  const mac = (n: number): string =>
    `02:00:${[n >> 24, n >> 16, n >> 8, n].map((part) => (part & 255).toString(16).padStart(2, '0')).join(':')}`
  const province = Array.from({ length: 30_000 }, (_, n): LinkDevice => {
    const up = (n - 1) >> 1
    const towards = (local: number, far: number, remote: number): SeenNeighbour =>
      hears(local, 0, remote, { remoteChassisId: mac(far), remoteSysName: 'commutateur' })
    return device(
      1,
      [
        ...(n === 0 ? [] : [towards(1, up, 2 + ((n - 1) & 1))]),
        ...[0, 1].flatMap((side) => (2 * n + 1 + side < 30_000 ? [towards(2 + side, 2 * n + 1 + side, 1)] : [])),
      ],
      {
        identity: `mac:${mac(n)}`,
        chassisMac: mac(n),
        sysName: 'commutateur',
        managementAddress: `10.${n >> 16}.${(n >> 8) & 255}.${n & 255}`,
        addresses: [],
      },
    )
  })
  const start = performance.now()
  const links = deriveLinks(province)
  const seconds = (performance.now() - start) / 1000
  t.equal(links.length, 29_999)
  t.ok(links.every(({ confidence }) => confidence === 'confirmed'))
  t.ok(seconds < 60, `${seconds.toFixed(1)} s`)
  const hostile = Array.from({ length: 20_000 }, (_, i) => hears(1 + (i % 4), 2, i, { remotePortId: `x${i}` }))
  const again = performance.now()
  t.equal(deriveLinks([device(1, hostile), device(2, [])]).length, 4)
  t.ok(performance.now() - again < 20_000)
  t.end()
})
