import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { startLab, type Lab } from '../../collectors/lab/lab.js'
import { minutesLeft } from '../../src/app/doctor/configuration.js'
import { FINDING_IDS, type Finding } from '../../src/app/doctor/finding.js'
import { nodeFinding } from '../../src/app/doctor/program.js'
import { messagesFor } from '../../src/i18n/translator.js'
import { shipped } from '../../src/lib/paths.js'
import { cartable, cartablePath, folderFor, run } from './run.js'
import { apart, finds, MONTREAL, skip, wardFor } from './ward.js'

const lab: Lab = await startLab({ port: 0 })
t.teardown(() => lab.close())

t.test('a sound installation is told so, and nothing is made or changed by looking', { skip }, async (t) => {
  const ward = await wardFor(t, lab.port)
  const before = await readdir(ward.folder)
  const fresh = await ward.doctor(['--device', '127.98.1.1'], MONTREAL)
  t.equal(fresh.code, 0, fresh.out)
  t.strictSame(await readdir(ward.folder), before, 'no database was made')
  t.match(fresh.out, /✓ bon +La base .*a\.db n'existe pas encore/)
  t.match(fresh.out, /✓ bon +lecture \(SNMP v2c\)\u00a0: fonctionne; eiders-sw1 a répondu/)
  t.match(fresh.out, /! à voir +fping n'est pas installé[\s\S]*→ «\u00a0apt-get install fping/)
  t.match(fresh.err, /Le balayage de nuit se ferait\. 2 points à voir\.\n$/)
  for (const line of fresh.out.split('\n')) t.ok(line.length <= 80 || !line.trim().includes(' '), line)

  await cartable(['balayer', '--targets', '127.98.1.1', '--no-ping'], { cwd: ward.folder })
  const files = await readdir(ward.folder)
  const bytes = await readFile(join(ward.folder, 'a.db'))
  const { fr, en, code } = await ward.examine(['--device', '127.98.1.1'])
  t.equal(code, 0)
  t.strictSame(await readdir(ward.folder), files)
  t.ok(bytes.equals(await readFile(join(ward.folder, 'a.db'))))
  const ids = fr.map(({ id }) => id)
  t.strictSame(
    en.map(({ id, status }) => [id, status]),
    fr.map(({ id, status }) => [id, status]),
  )
  for (const id of [
    'node',
    'clock',
    'targets',
    'credential',
    'device',
    'vault',
    'ping',
    'udp',
    'disk',
    'schema',
    'integrity',
  ]) {
    t.ok(ids.includes(id as Finding['id']), id)
  }
  t.strictSame(
    ids,
    FINDING_IDS.filter((id) => ids.includes(id)),
    'in the promised order',
  )
  t.ok(fr.every(({ what, status, mend }) => what !== '' && (status === 'ok') === (mend === null)))
  t.ok(fr.filter(({ what }, i) => what === en[i]?.what).length <= 1, 'each is said in its language (Node.js 20 alike)')
})

t.test('a configuration that is absent, wrong, or open to changes', { skip }, async (t) => {
  const ward = await wardFor(t, lab.port)
  await finds(t, ward, 'configuration', 'ok', { fr: /Configuration valide/, en: /Configuration valid/ })
  await chmod(join(ward.folder, 'cartable.yaml'), 0o666)
  await finds(t, ward, 'configuration-mode', 'warning', {
    fr: /peut être changée/,
    en: /can be changed/,
    mend: /chmod go-w/,
  })
  await ward.configure({ scan: 'scan: { prot: 161 }' })
  await finds(t, ward, 'configuration', 'failure', { fr: /cartable\.yaml:5:9.*clé inconnue/, en: /5:9: unknown key/ })
  const empty = await folderFor(t, 'file')
  const ran = await cartable(['doctor', '--json', '--lang', 'en'], { cwd: empty })
  t.equal(ran.code, 1)
  t.match(
    (JSON.parse(ran.out) as Finding[]).filter(({ status }) => status === 'failure').map(({ what }) => what),
    [/There is no cartable\.yaml/, /no network/, /No SNMP credential/],
  )
  const badAddress = await ward.doctor(['--device', 'sw1'])
  t.equal(badAddress.code, 2)
})

t.test('nothing to scan, or no hour to scan in', { skip }, async (t) => {
  const ward = await wardFor(t, lab.port)
  await ward.configure({ networks: '' })
  await finds(t, ward, 'targets', 'failure', { fr: /Rien à balayer/, en: /Nothing to scan/, mend: /networks/ })
  await cartable(['import', 'schools', shipped('data', 'samples', 'ecoles.csv')], { cwd: ward.folder })
  await writeFile(join(ward.folder, 'reseaux.csv'), 'cidr,building,role\n10.98.0.0/28,798101,lan\n')
  const imported = await cartable(['import', 'networks', 'reseaux.csv'], { cwd: ward.folder })
  t.equal(imported.code, 0, imported.err)
  await finds(t, ward, 'targets', 'ok', { fr: /1 réseau, 14 adresses/, en: /1 network, 14 addresses/ })
  await ward.configure({ networks: 'networks: [{ cidr: 10.0.0.0/28 }, { cidr: "2001:db8::/32" }]' })
  await finds(t, ward, 'network-too-large', 'warning', { fr: /2001:db8::\/32 compte plus/, en: /holds more than/ })
  const blackout = (hours: string): Promise<void> =>
    ward.configure({ scan: `scan: { port: ${lab.port}, blackout: "${hours}" }` })
  await blackout('00:00-23:55')
  await finds(t, ward, 'blackout', 'failure', { fr: /ne laisse que 5 minutes/, en: /leave only 5 minutes/ })
  await blackout('07:30-16:30')
  await finds(t, ward, 'blackout', 'ok', { fr: /il reste 15 h/, en: /15 h are left/ })
  await finds(
    t,
    ward,
    'time-zone',
    'warning',
    { fr: /fuseau horaire est UTC/, en: /time zone is UTC/, mend: /America\/Montreal/ },
    { env: { TZ: 'UTC' } },
  )
})

t.test('what the configuration names of wide-area interfaces, and no scan has seen', { skip }, async (t) => {
  const ward = await wardFor(t, lab.port)
  const named = (...entries: readonly string[]): Promise<void> =>
    ward.configure({ rest: `wan: { interfaces: [${entries.map((each) => `{ ${each} }`).join(', ')}] }` })
  await named('device: eiders-sw1, ifName: 1/1/48')
  const before = await ward.examine()
  t.notOk(
    before.fr.some(({ id }) => id === 'wan'),
    'before a scan, nothing is known',
  )
  await cartable(['balayer', '--targets', '127.98.1.1', '--no-ping'], { cwd: ward.folder })
  const bytes = await readFile(join(ward.folder, 'a.db'))
  await finds(t, ward, 'wan', 'ok', { fr: /nomme 1 interface, et l'inventaire l'a/, en: /1 interface, and .* has it/ })

  // By its serial number too; in another case.
  await named(
    'device: sg10fao101, ifName: 1/1/48',
    'device: 127.98.1.1, ifName: 1/1/99',
    'device: 127.98.1.9, ifName: wan1',
  )
  const said = {
    fr: /1\/1\/99 de 127\.98\.1\.1, qui n'a pas de port/,
    en: /1\/1\/99 of 127\.98\.1\.1, which has no port/,
  }
  await finds(t, ward, 'wan', 'warning', { ...said, mend: /lister interfaces.*list interfaces/s })
  const absent = {
    fr: /wan1 de 127\.98\.1\.9, et l'inventaire n'a pas/,
    en: /wan1 of 127\.98\.1\.9, and the inventory/,
  }
  await finds(t, ward, 'wan', 'warning', { ...absent, mend: /lister devices.*list devices/s })
  const { fr } = await ward.examine()
  t.equal(fr.filter(({ id }) => id === 'wan').length, 2, 'what is there is not told among what is not')

  await named('device: eiders-sw1, ifName: 1/1/48, link: L-000000')
  const link = {
    fr: /nomme le lien L-000000, qui n'est pas importé/,
    en: /names the link L-000000, which is not imported/,
  }
  await finds(t, ward, 'wan', 'warning', { ...link, mend: /lister wan-links/ })
  t.ok(bytes.equals(await readFile(join(ward.folder, 'a.db'))), 'nothing was written')
})

t.test('ping that is missing or has no right, and no UDP', { skip }, async (t) => {
  const ward = await wardFor(t, lab.port)
  const none = join(ward.folder, 'none')
  await mkdir(none)
  await finds(t, ward, 'ping', 'failure', { fr: /ne peut pas servir/, en: /cannot be used/ }, { env: { PATH: none } })
  await writeFile(join(none, 'ping'), '#!/bin/sh\necho "ping: socket: Operation not permitted" >&2\nexit 2\n', {
    mode: 0o755,
  })
  await finds(
    t,
    ward,
    'ping',
    'failure',
    { fr: /Operation not permitted/, en: /Operation not permitted/, mend: /setcap/ },
    { env: { PATH: none } },
  )
  await writeFile(join(ward.bin, 'fping'), '#!/bin/sh\necho "fping: Version 5.1"\n', { mode: 0o755 })
  await finds(t, ward, 'fping', 'ok', { fr: /fping 5\.1 est là/, en: /fping 5\.1 is there/ })
})

t.test('in a network without loopback, UDP is said not to work', { skip: apart }, async (t) => {
  const { folder } = await wardFor(t, lab.port)
  const command = ['--user', '--map-root-user', '--net', process.execPath, cartablePath, 'doctor', '--json']
  const ran = await run('unshare', command, { cwd: folder })
  t.equal(ran.code, 1)
  const udp = (JSON.parse(ran.out) as Finding[]).find(({ id }) => id === 'udp')
  t.match(udp, { status: 'failure', what: /Aucune prise UDP/, mend: /pare-feu/ })
})

t.test('what systemd says of the timer and the clock, and the locale', { skip }, async (t) => {
  const ward = await wardFor(t, lab.port)
  const says = (program: string, lines: string): Promise<void> =>
    writeFile(join(ward.bin, program), `#!/bin/sh\n/bin/cat <<'END'\n${lines}\nEND\n`, { mode: 0o755 })
  await says('systemctl', '')
  await finds(t, ward, 'timer', 'warning', { fr: /Aucune minuterie/, en: /No systemd timer/ })
  const timer = (state: string, at: string): Promise<void> =>
    says('systemctl', `Id=cartable-scan.timer\nActiveState=${state}\nNextElapseUSecRealtime=@${Date.parse(at) / 1000}`)
  await timer('inactive', '2027-01-06T06:00:00Z')
  await finds(t, ward, 'timer', 'warning', {
    fr: /est arrêtée/,
    en: /is stopped/,
    mend: /enable --now cartable-scan\.timer/,
  })
  // Wednesday 6 January 2027, 01:00 then 12:00 in Montréal.
  await timer('active', '2027-01-06T06:00:00Z')
  const next = { fr: /prochain balayage 2027-01-06 01/, en: /next scan 2027-01-06 01:00/ }
  await finds(t, ward, 'timer', 'ok', next, { env: MONTREAL })
  await ward.configure({ scan: `scan: { port: ${lab.port}, blackout: "07:30-16:30" }` })
  await timer('active', '2027-01-06T17:00:00Z')
  const quiet = { fr: /dans la plage sans balayage/, en: /in the blackout hours/, mend: /OnCalendar/ }
  await finds(t, ward, 'timer', 'failure', quiet, { env: MONTREAL })
  await ward.configure({})
  await says('timedatectl', 'no')
  await timer('active', '2027-01-06T06:00:00Z')
  await finds(t, ward, 'time-synchronized', 'warning', { fr: /pas synchronisée/, en: /not synchronized/ })
  await says('timedatectl', 'yes')
  await finds(t, ward, 'time-synchronized', 'ok', { fr: /synchronisée/, en: /synchronized/ })
  await finds(
    t,
    ward,
    'terminal',
    'warning',
    { fr: /fr_CA\.ISO-8859-1 n'est pas en UTF-8/, en: /not in UTF-8/ },
    { env: { LANG: 'fr_CA.ISO-8859-1' } },
  )
  await ward.configure({ rest: 'bandwidth: { profile: perso }\nequipment: { rules: ./absentes.yaml }' })
  await finds(t, ward, 'profile', 'warning', { fr: /perso/, en: /perso/ })
  await finds(t, ward, 'rules', 'warning', { fr: /absentes\.yaml/, en: /absentes\.yaml/ })
})

t.test('a Node.js that is too old is told by number, not by text', (t) => {
  const m = messagesFor('en')
  for (const version of ['20.19.0', '20.20.2', '22.3.1', '100.0.0'])
    t.equal(nodeFinding(version, '20.19', m).status, 'ok', version)
  for (const version of ['20.18.9', '20.9.0', '18.20.0', '9.11.2'])
    t.equal(nodeFinding(version, '20.19', m).status, 'failure', version)
  t.end()
})

t.test('what blackout leaves of a day is counted in minutes, past midnight too', (t) => {
  t.equal(minutesLeft('07:30-16:30'), 15 * 60)
  t.equal(minutesLeft('22:00-06:00'), 16 * 60)
  t.equal(minutesLeft('08:00-07:59'), 1)
  t.equal(minutesLeft('08:00-08:00'), 24 * 60, 'a range without length forbids nothing')
  t.end()
})
