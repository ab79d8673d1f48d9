import t from 'tap'
import type { Link, LinkEnd, LinkGraph } from '../../src/model/link.js'
import { renderDot } from '../../src/reports/graphs/dot.js'
import { renderGraphml } from '../../src/reports/graphs/graphml.js'
import { renderLinksJson } from '../../src/reports/graphs/json.js'
import { folderFor, run } from '../cli/run.js'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Everything that a device may put in its name against XML, DOT, terminals and readers. */
const HOSTILE = 'a"><x y=\'&lt;\' ]]>\\N\\" {b|c} <br/>\u0000\u0007\u001b[31m\u202egpj\ud800 é€😀'
/** The same, as it must be read back: nothing but the controls, the reordering and the half character are gone. */
const READ = 'a"><x y=\'&lt;\' ]]>\\N\\" {b|c} <br/>[31mgpj\ufffd é€😀'

function end(change: Partial<LinkEnd>): LinkEnd {
  return {
    managementAddress: null,
    sysName: null,
    ifIndex: null,
    ifName: null,
    portIdSubtype: null,
    portId: null,
    portDescr: null,
    chassisIdSubtype: null,
    chassisId: null,
    toldAddresses: [],
    speedBps: null,
    duplex: null,
    ...change,
  }
}

function link(id: string, a: LinkEnd, b: LinkEnd, change: Partial<Link> = {}): Link {
  const at = '2026-11-23T02:00:00.000Z'
  return {
    id,
    board: '798000',
    a,
    b,
    confidence: 'confirmed',
    evidence: [{ protocol: 'lldp', side: 'both', when: at }],
    speedBps: 10_000_000_000,
    conflicts: [],
    firstSeen: at,
    lastSeen: at,
    ...change,
  }
}

const sw1 = { managementAddress: '10.0.0.1', sysName: HOSTILE }
const sw2 = { managementAddress: '10.0.0.2', sysName: 'sw2' }
const unknown = { chassisId: '02:00:00:00:00:99', portId: 'P1', sysName: 'TEL' }

/** Two cables between sw1 and sw2, a telephone heard at two ports, a device without a link. */
const graph: LinkGraph = {
  devices: ['10.0.0.1', '10.0.0.2', '10.0.0.3'].map((managementAddress, i) => ({
    board: '798000',
    managementAddress,
    sysName: [HOSTILE, 'sw2', null][i] ?? null,
    kind: 'switch',
    vendor: null,
    model: i === 0 ? `modèle ${HOSTILE}` : null,
    building: i === 2 ? null : '798101',
  })),
  links: [
    link('L00000001', end({ ...sw1, ifName: HOSTILE }), end({ ...sw2, ifName: '1/1/1' })),
    link('L00000002', end({ ...sw1, ifName: '1/1/2' }), end({ ...sw2, ifName: '1/1/2' })),
    link('L00000003', end({ ...sw1, ifName: '1/1/3' }), end(unknown), { confidence: 'one-sided', speedBps: null }),
    link('L00000004', end({ ...sw2, ifName: '1/1/3' }), end(unknown), { confidence: 'ambiguous' }),
  ],
}

t.test('the JSON document holds every device and link as they are', (t) => {
  const text = [...renderLinksJson(graph)].join('')
  t.strictSame(JSON.parse(text), { schema: 'cartable/links/1', ...graph })
  t.strictSame(JSON.parse([...renderLinksJson({ devices: [], links: [] })].join('')), {
    schema: 'cartable/links/1',
    devices: [],
    links: [],
  })
  t.end()
})

t.test(
  'GraphML: keys are declared once with their type, ids are names, and the elements are in the order of its schema',
  (t) => {
    const text = [...renderGraphml(graph)].join('')
    const declared = [
      ...text.matchAll(/<key id="(\w+)" for="(node|edge)" attr.name="(\w+)" attr.type="(string|long|boolean)"\/>/g),
    ]
    const used = new Set([...text.matchAll(/<data key="(\w+)">/g)].map(([, key]) => key))
    t.strictSame(
      [...used].filter((key) => !declared.some(([, id]) => id === key)),
      [],
    )
    t.equal(new Set(declared.map(([, id]) => id)).size, declared.length)
    const order = [...text.matchAll(/<(key|graph|node|edge)[ >]/g)].map(([, name]) => name).join(' ')
    t.match(order, /^(key )+graph( node)+( edge)+$/)
    const ids = [...text.matchAll(/<(?:node|edge) id="([^"]+)"/g)].map(([, id = '']) => id)
    t.equal(new Set(ids).size, ids.length)
    t.ok(ids.every((id) => /^[A-Za-z][\w.-]*$/.test(id)))
    t.equal(ids.length, 3 + 1 + 4, 'a telephone heard at two ports is one node')
    t.notMatch(text, /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\ufffe\uffff]/)
    t.end()
  },
)

const noNetworkx =
  (await run('python3', ['-c', 'import networkx'])).code === 0 ? false : 'networkx is not installed (python3-networkx)'

t.test('networkx reads the GraphML: types, parallel cables and hostile names', { skip: noNetworkx }, async (t) => {
  const file = join(await folderFor(t), 'links.graphml')
  await writeFile(file, renderGraphml(graph))
  const script = `
import json, sys, networkx
g = networkx.read_graphml(sys.argv[1], force_multigraph=True)
print(json.dumps({"directed": g.is_directed(), "nodes": list(g.nodes(data=True)), "edges": list(g.edges(keys=True, data=True))}))`
  const { code, out, err } = await run('python3', ['-c', script, file])
  t.equal(code, 0, err)
  const read = JSON.parse(out) as {
    directed: boolean
    nodes: [string, Record<string, unknown>][]
    edges: [string, string, string, Record<string, unknown>][]
  }
  t.equal(read.directed, false)
  t.strictSame(
    read.nodes.map(([, { label, ours }]) => [label, ours]),
    [
      [READ, true],
      ['sw2', true],
      ['10.0.0.3', true],
      ['TEL', false],
    ],
  )
  t.strictSame(read.edges.map(([, , key, { speed_bps, a_port }]) => [key, speed_bps, a_port]).sort(), [
    ['L00000001', 10_000_000_000, READ],
    ['L00000002', 10_000_000_000, '1/1/2'],
    ['L00000003', undefined, '1/1/3'],
    ['L00000004', 10_000_000_000, '1/1/3'],
  ])
})

const noDot = (await run('dot', ['-V'])).code === 0 ? false : 'graphviz is not installed'

t.test('Graphviz draws the DOT, and reads back the names as they are', { skip: noDot }, async (t) => {
  const file = join(await folderFor(t), 'links.dot')
  await writeFile(
    file,
    renderDot(graph, (code) => `${code} ${HOSTILE}`),
  )
  const { code, out, err } = await run('dot', ['-Tjson0', file])
  t.equal(code, 0)
  t.equal(err, '')
  interface Drawn {
    objects: { name: string; label: string; style?: string }[]
    edges: { id: string; taillabel: string; headlabel: string; style: string }[]
  }
  const drawn = JSON.parse(out) as Drawn
  const escaped = READ.replaceAll('\\', '\\\\').replaceAll('&', '&amp;')
  const nodes = drawn.objects.filter(({ name }) => /^[du]-/.test(name))
  t.strictSame(
    nodes.map(({ label }) => label),
    [`${escaped}\\n10.0.0.1\\nmodèle ${escaped}`, 'sw2\\n10.0.0.2', 'TEL'],
    'a device without a link is not drawn',
  )
  t.strictSame(
    drawn.edges.map(({ id, taillabel, style }) => [id, taillabel, style]),
    [
      ['L00000001', escaped, 'solid'],
      ['L00000002', '1/1/2', 'solid'],
      ['L00000003', '1/1/3', 'dashed'],
      ['L00000004', '1/1/3', 'dotted'],
    ],
  )
  const svg = await run('dot', ['-Tsvg', file])
  t.equal(svg.code, 0, svg.err)
  t.match(svg.out, '&lt;br/&gt;', 'markup in a name is text in the picture')
  t.match(svg.out, '&amp;lt;', 'and so is what looks like an entity')
})
