import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { parse } from '#yaml'
import { EXPORTS } from '../../src/app/exports.js'
import { EXPORT_FORMATS } from '../../src/cli/commands/export.js'
import { shipped } from '../../src/lib/paths.js'
import type { Link, LinkRow } from '../../src/model/link.js'
import { demoFor } from './board.js'
import { cartable, run } from './run.js'

interface Description {
  readonly devices: readonly { readonly name: string; readonly address: string }[]
  readonly links: readonly (readonly [string, string])[]
  readonly heard: readonly { readonly at: string; readonly sysName: string; readonly portDescr: string }[]
}

interface Told {
  readonly address: string
  readonly status: string
  readonly neighbours?: readonly { readonly localPort: string }[]
}

/** `phare-sw1 Te1/1/1` → its name and port. */
function split(end: string): readonly [name: string, port: string] {
  const [name = '', ...port] = end.split(' ')
  return [name, port.join(' ')]
}

/**
 * The links that must be found, from the list of cables and from which neighbours each device was expected to show: a
 * cable that both ends show is confirmed, one that one end shows is one-sided, and one that none shows is not known.
 */
async function wanted(): Promise<string[]> {
  const board = parse(await readFile(shipped('data', 'samples', 'lab', 'board.yaml'), 'utf8')) as Description
  const { devices } = JSON.parse(await readFile(shipped('data', 'samples', 'attendu.json'), 'utf8')) as {
    devices: readonly Told[]
  }
  const addressOf = new Map(board.devices.map(({ name, address }) => [name, address]))
  const toldAt = new Map(devices.map((each) => [each.address, each]))
  const shows = (end: string): boolean => {
    const [name, port] = split(end)
    return toldAt.get(addressOf.get(name) ?? '')?.neighbours?.some(({ localPort }) => localPort === port) === true
  }
  const isRead = (end: string): boolean => {
    const status = toldAt.get(addressOf.get(split(end)[0]) ?? '')?.status
    return status === 'answered' || status === 'partial'
  }
  const cables = board.links.flatMap(([one, other]) => {
    if (!shows(one) && !shows(other)) return []
    const ends = [one, other].map((end) => (isRead(end) ? end : `${split(end)[0]} (unknown)`)).sort()
    return [`${ends.join(' – ')} ${shows(one) && shows(other) ? 'confirmed' : 'one-sided'}`]
  })
  const heard = board.heard.map(({ at, sysName }) => `${[at, `${sysName} (unknown)`].sort().join(' – ')} one-sided`)
  return [...cables, ...heard].sort()
}

t.test('the cabling of the demonstration is found as it was laid, and can be listed, shown and exported', async (t) => {
  const { folder, config } = await demoFor(t)
  const asked = (...args: readonly string[]): ReturnType<typeof cartable> =>
    cartable(['--config', config, ...args], { cwd: folder })
  const rows = JSON.parse((await asked('list', 'links', '--json')).out) as LinkRow[]

  await t.test('each cable that somebody shows is one link, with the confidence of who shows it', async (t) => {
    const found = rows.map((row) => {
      const b = row.bAddress === null ? `${row.bDevice} (unknown)` : `${row.bDevice} ${row.bPort}`
      return `${[`${row.aDevice} ${row.aPort}`, b].sort().join(' – ')} ${row.confidence}`
    })
    const expected = await wanted()
    t.strictSame(found.sort(), expected)
    // Counted by hand in board.yaml and attendu.json.
    t.equal(expected.length, 32)
    t.ok(expected.includes('phare-sw1 Te1/1/1 – phare-sw2 1/1/49 confirmed'))
    t.ok(expected.includes('dune-sw1 Gi1/0/48 – dune-sw3 24 confirmed'))
    t.ok(expected.includes('TEL-ADM-2010 (unknown) – adm-sw1 Gi1/0/10 one-sided'))
    t.strictSame(
      rows.filter(({ conflicts }) => conflicts.length > 0),
      [],
      'nothing contradicts itself there',
    )
    t.match(
      rows.find(({ aDevice, bDevice }) => aDevice === 'dune-sw1' && bDevice === 'dune-sw2'),
      { speedBps: 1_000_000_000, evidence: ['lldp:both'] },
      'a 10 Gbit/s port towards one of 1 Gbit/s',
    )
  })

  await t.test('the table fits 80 columns in both languages', async (t) => {
    for (const language of ['fr', 'en']) {
      const { out } = await asked('list', 'links', '--lang', language)
      const lines = out.trimEnd().split('\n')
      t.equal(lines.length, rows.length + 1)
      t.ok(lines.every((line) => line.length <= 80))
      t.match(lines.join('\n'), language === 'fr' ? /confirmé[\s\S]*unilatéral/ : /confirmed[\s\S]*one-sided/)
    }
  })

  await t.test('a link is shown by its id, in capitals or not, with both ends and who says so', async (t) => {
    const row = rows.find(({ aDevice, bDevice }) => aDevice === 'phare-sw1' && bDevice === 'phare-sw2')
    const id = row?.id ?? ''
    const { out, code } = await asked('show', id.toLowerCase(), '--lang', 'en')
    t.equal(code, 0)
    t.match(
      out,
      `Link: ${id}\nEnd A: phare-sw1 (127.98.3.1), port Te1/1/1\nEnd B: phare-sw2 (127.98.3.2), port 1/1/49\n`,
    )
    t.match(out, /Confidence: confirmed\nSpeed: 10.Gbit\/s\nWho says so:\n {2}LLDP, both ends, on 20/)
    const link = JSON.parse((await asked('show', id, '--json')).out) as Link
    t.match(link, { id, board: '798000', confidence: 'confirmed', a: { ifIndex: 57 }, b: { ifName: '1/1/49' } })
    const unknown = await asked('show', 'L00000000')
    t.equal(unknown.code, 1)
    t.match(unknown.err, 'L00000000')
  })

  await t.test("a device's card draws its ports with what is at the other end", async (t) => {
    const { out } = await asked('show', 'phare-sw1')
    t.match(out, /^Liens.:$/m)
    t.match(out, /^ {2}Te1\/1\/1 {2}→ phare-sw2 1\/1\/49 +confirmé, 10.Gbit\/s, L[0-9a-z]{8}$/m)
    t.match(out, /^ {2}Gi1\/0\/10 → TEL-PHARE-1110 SW PORT +unilatéral, 1.Gbit\/s, L[0-9a-z]{8}$/m)
    const { links } = JSON.parse((await asked('show', 'phare-sw1', '--json')).out) as { links: Link[] }
    t.equal(links.length, 4)
  })

  await t.test('exports: JSON is the same links, and other programs read GraphML and DOT', async (t) => {
    const { out } = await asked('export', 'links')
    const document = JSON.parse(out) as { schema: string; devices: object[]; links: Link[] }
    t.equal(document.schema, 'cartable/links/1')
    t.strictSame(
      document.links.map(({ id }) => id),
      rows.map(({ id }) => id),
    )
    const again = await asked('export', 'links', '--format', 'json', '--out', 'liens.json')
    t.match(again.err, 'liens.json')
    t.equal(await readFile(join(folder, 'liens.json'), 'utf8'), out)
    const graphml = await asked('export', 'links', '--format', 'graphml')
    t.equal([...graphml.out.matchAll(/<edge /g)].length, rows.length)
    const dot = await asked('export', 'links', '--format', 'dot', '--out', 'liens.dot')
    t.equal(dot.code, 0, dot.err)
    const noDot = (await run('dot', ['-V'])).code === 0 ? false : 'graphviz is not installed'
    await t.test('Graphviz draws every link and names every building', { skip: noDot }, async (t) => {
      const svg = await run('dot', ['-Tsvg', join(folder, 'liens.dot')])
      t.equal(svg.err, '')
      t.equal([...svg.out.matchAll(/class="edge"/g)].length, rows.length)
      t.match(svg.out, '798103')
    })
  })

  await t.test('a form that an export does not have is refused, with those that it has', async (t) => {
    const wrong = await asked('export', 'devices', '--format', 'dot', '--lang', 'en')
    t.equal(wrong.code, 2)
    t.match(wrong.err, /"export devices" has no form dot[\s\S]*jsonl/)
  })
})

t.test('help tells the exports and forms that there are', (t) => {
  t.strictSame(
    // The bundle is bytes, and goes to a file: src/app/bundle.ts makes it.
    {
      ...Object.fromEntries(Object.entries(EXPORTS).map(([what, forms]) => [what, Object.keys(forms)])),
      bundle: ['zip'],
    },
    EXPORT_FORMATS,
  )
  t.end()
})
