import { writeFile } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { loadConfig } from '../../src/app/config/load.js'
import { importFile } from '../../src/app/import.js'
import { overrideRows } from '../../src/app/overrides.js'
import { withSession, type Session } from '../../src/app/session.js'
import { messagesFor } from '../../src/i18n/translator.js'
import { shipped } from '../../src/lib/paths.js'
import type { OverrideRow } from '../../src/model/rows.js'
import { startScan } from '../../src/store/scans.js'
import { writeResults } from '../../src/store/scan-writer.js'
import { cartable, databaseFor, folderFor, type Ran } from './run.js'
import { BLANK_READING } from '../blank.js'

const m = messagesFor('fr')
const folder = await folderFor(t)
const config = join(folder, 'cartable.yaml')
await writeFile(config, 'database: ./a.db\n')

async function inSession<T>(work: (session: Session) => Promise<T>): Promise<T> {
  const env = await databaseFor(['--config', config], undefined)
  const loaded = await loadConfig(config, folder, m.config, env)
  return withSession({ m, env, out: { notice: () => undefined }, config: async () => loaded }, 'write', work)
}

const said = (removedToo = false): Promise<OverrideRow[]> =>
  inSession((session) => overrideRows(session, { removedToo }))
const run = (...args: readonly string[]): Promise<Ran> => cartable(['--config', config, ...args])
const say = (...args: readonly string[]): Promise<Ran> =>
  run('override', ...args, '--why', 'plaque lue', '--who', 'Zébulon Quidam')

/** The invented board's buildings and links, and four boxes that answered one night; two of them have one name. */
await inSession(async (session) => {
  const { signal } = new AbortController()
  for (const [kind, sample] of [
    ['boards', 'commissions.csv'],
    ['schools', 'ecoles.csv'],
    ['pops', 'points-de-presence.csv'],
    ['wan-links', 'liens.csv'],
  ] as const) {
    const file = shipped('data', 'samples', sample)
    await importFile(session, { kind, file, acceptPartial: false, dryRun: false, signal, progress: () => undefined })
  }
  const { db } = session.store
  const at = session.now()
  const id = await startScan(db, { board: '', targets: 'all', at })
  const results = ['sw1', 'clone', 'clone', 'sw4'].map((sysName, i) => ({
    address: `10.20.0.${i + 1}`,
    outcome: {
      status: 'answered' as const,
      value: {
        ...BLANK_READING,
        sysName,
        sysObjectID: '1.3.6.1.4.1.14823.1.2.100',
        vendor: 'HPE Aruba',
        model: '515',
        serialNumber: `SG${i + 1}`,
        kind: 'switch' as const,
        evidence: {},
      },
    },
    credential: null,
    keep: true,
    at,
  }))
  await writeResults(db, { id, board: '' }, results)
})

t.test('what cannot be said is refused with what to do, and nothing is written', async (t) => {
  const refused: readonly (readonly [args: readonly string[], code: number, told: RegExp])[] = [
    [['device', '10.20.0.1', '--kind', 'toaster'], 2, /switch, router/],
    [['device', '10.20.0.1', '--building', '999999'], 1, /999999.*\n.*lister buildings/],
    [['device', '10.99.9.9', '--name', 'x'], 1, /10\.99\.9\.9.*\n.*lister devices/],
    [['device', '10.20.0.1', '--model', ' '], 2, /--model est vide/],
    [['device', 'clone', '--ignore'], 1, /plusieurs appareils\u00a0: 10\.20\.0\.2, 10\.20\.0\.3\n/],
    [['device', '10.20.0.1'], 2, /au moins un champ\n.*--model, --kind/],
    [['device', '--ignore'], 2, /de quoi il s'agit/],
    [['building', '798101', '--model', 'x'], 2, /--model ne va pas.*\n.*--name, --lon/],
    [['building', '798101', '--lon', '-68'], 2, /une des deux coordonnées/],
    [['building', '798101', '--lon', '48.4', '--lat', '-68.5'], 2, /inversés/],
    [['building', '798101', '--lon', '2.35', '--lat', '48.85'], 2, /--lon/],
    [['wan-link', 'FAO-77', '--ignore'], 1, /FAO-77.*\n.*lister wan-links/],
  ]
  for (const [args, code, told] of refused) {
    const ran = await say(...args)
    t.equal(ran.code, code, args.join(' '))
    t.match(ran.err, told, args.join(' '))
    t.equal(ran.out, '')
  }
  const others: readonly (readonly [args: readonly string[], code: number, told: RegExp])[] = [
    [['device', '10.20.0.1', '--model', 'x'], 2, /--why/],
    [['device', '10.20.0.1', '--model', 'x', '--why', ''], 2, /--why est vide/],
    [['remove', '999'], 1, /999/],
    [['remove', 'device', '10.20.0.1', 'colour'], 2, /colour.*\n.*model, kind/],
    [['remove'], 2, /numéros de la liste/],
    [['list', 'devices'], 2, /plus d'arguments/],
  ]
  for (const [args, code, told] of others) {
    const ran = await run('override', ...args)
    t.equal(ran.code, code, args.join(' '))
    t.match(ran.err, told, args.join(' '))
  }
  t.strictSame(await said(), [])
})

t.test('what is read already is accepted and told; the same words twice change nothing', async (t) => {
  const same = await run('override', 'device', '10.20.0.3', '--model', '515', '--why', 'vérifié')
  t.equal(same.code, 0)
  t.match(same.err, /c'est aussi ce qui est lu/)
  const again = await run('override', 'device', '10.20.0.3', '--model', '515', '--why', 'vérifié')
  t.match(again.err, /déjà dit, dans les mêmes mots/)
  t.notMatch(again.err, /Écrit/)
  const [row, ...others] = await said(true).then((all) => all)
  t.match(row, { who: userInfo().username })
  t.strictSame(others, [])
  const asRoot = await cartable(
    ['--config', config, 'override', 'device', '10.20.0.3', '--model', '535', '--why', 'revérifié', '--json'],
    { env: { SUDO_USER: 'technicienne' } },
  )
  t.match(JSON.parse(asRoot.out), [{ read: '515', value: '535', who: 'technicienne' }])
  const all = await said(true)
  t.match(all, [{ holds: false, removedBy: 'technicienne' }, { holds: true }])
})

t.test('what a person writes is inert in a terminal', async (t) => {
  const sign = '\u001b[31mrouge\u202e'
  await run('override', 'device', '10.20.0.4', '--name', sign, '--why', sign, '--who', sign)
  for (const args of [
    ['override', 'list'],
    ['list', 'overrides'],
    ['list', 'devices'],
    ['show', '10.20.0.4'],
  ]) {
    const { out } = await run(...args)
    t.match(out, '\ufffd[31m', args.join(' '))
    t.notMatch(out, /[\u001b\u202e]/, args.join(' '))
  }
})

t.test('the help names every field, verb and kind, and the alias', async (t) => {
  const { out } = await cartable(['corriger', '--help', '--lang', 'fr'])
  for (const word of [
    '--model',
    '--kind',
    '--building',
    '--name',
    '--lon',
    '--ignore',
    '--why',
    'wan-link',
    'retirer',
  ]) {
    t.ok(out.includes(word), word)
  }
  t.match(out, /cartable corriger device 10\.20\.0\.5 --model/)
})
