import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { loadConfig } from '../../src/app/config/load.js'
import type { Finding, Patient } from '../../src/app/doctor/finding.js'
import { checkFping } from '../../src/app/doctor/network.js'
import { checkCredentials, checkVault } from '../../src/app/doctor/secrets.js'
import { checkTimer } from '../../src/app/doctor/timer.js'
import { messagesFor } from '../../src/i18n/translator.js'

/** A machine whose programs are those that the test puts there. */
async function machineOf(t: Test) {
  const folder = await mkdtemp(join(tmpdir(), 'cartable-doctor-'))
  t.teardown(() => rm(folder, { recursive: true, force: true }))
  const patient = async (yaml: string, language: 'fr' | 'en' = 'en', env: NodeJS.ProcessEnv = {}): Promise<Patient> => {
    const m = messagesFor(language)
    const path = join(folder, 'cartable.yaml')
    await writeFile(path, yaml)
    const config = await loadConfig(path, folder, m.config)
    const signal = new AbortController().signal
    return { config, m, env: { PATH: folder, ...env }, now: new Date(), onTerminal: false, address: null, signal }
  }
  const program = (name: string, script: string): Promise<void> =>
    writeFile(join(folder, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 })
  return { folder, patient, program }
}

const told = (findings: readonly Finding[]): string[] => findings.map(({ id, status }) => `${id}: ${status}`)

t.test('fping that is there without the right to send is told', async (t) => {
  const { patient, program } = await machineOf(t)
  await program('fping', '[ "$1" = --version ] && echo "fping: Version 5.1"')
  const [mute] = await checkFping(await patient(''))
  t.match(mute, { status: 'warning', what: /fping 5\.1 is there, but has no right/, mend: /setcap/ })
  await program('fping', 'echo "fping: Version 5.1"')
  t.strictSame(told(await checkFping(await patient(''))), ['fping: ok'])
})

t.test(
  'the timer of the scan is not taken for that of the samples, which are told where interfaces are named',
  async (t) => {
    const { patient, program } = await machineOf(t)
    const unit = (verb: string, state: string, at: number): string =>
      `Id=cartable-${verb}.timer\nActiveState=${state}\nNextElapseUSecRealtime=@${at}\n`
    const wan = 'wan: { aliasPattern: RISQ }'
    const systemd = (...units: readonly string[]): Promise<void> =>
      program('systemctl', `/bin/cat <<'END'\n${units.join('\n')}\nEND`)
    await systemd(unit('sample', 'active', 1_798_761_600), unit('scan', 'active', 1_799_216_000))
    const [scan, sample] = await checkTimer(await patient(wan))
    t.match(
      [scan, sample],
      [
        { id: 'timer', status: 'ok', what: /cartable-scan\.timer: next scan 2027-01-06/ },
        { id: 'sample-timer', status: 'ok' },
      ],
    )
    await systemd(unit('scan', 'active', 1_799_216_000))
    t.strictSame(told(await checkTimer(await patient(''))), ['timer: ok'])
    const [, missing] = await checkTimer(await patient(wan, 'fr'))
    t.match(missing, { id: 'sample-timer', status: 'warning', what: /cartable mesurer/, mend: /planifier --install/ })
    await systemd(unit('sample', 'inactive', 0))
    const [none, stopped] = await checkTimer(await patient(wan))
    t.match(
      [none, stopped],
      [
        { status: 'warning', mend: /schedule --install/ },
        { status: 'warning', mend: /enable --now cartable-sample\.timer/ },
      ],
    )
  },
)

t.test('a secret that systemd gives to a service alone is not taken for absent', async (t) => {
  const { folder, patient } = await machineOf(t)
  const yaml = [
    'credentials:',
    '  - { name: a, version: 2c, community: { file: /run/credentials/cartable-scan.service/snmp_c } }',
    '  - { name: b, version: 2c, community: { vault: c } }',
    'vault: { key: { file: /run/credentials/cartable-scan.service/key } }',
  ].join('\n')
  for (const language of ['fr', 'en'] as const) {
    const findings = await checkCredentials(await patient(yaml, language))
    t.strictSame(told(findings), ['credential: warning', 'credential: warning'])
    t.match(findings[0], { status: 'warning', what: /cartable-scan\.service/, mend: /systemd-run .*LoadCredential=/ })
    const [vault] = await checkVault(await patient(yaml, language))
    t.match(vault, { id: 'vault', status: 'warning', what: /acces\.coffre/, mend: /systemd-run/ })
  }
  // In a service of ours, whichever: what systemd gave it.
  await writeFile(join(folder, 'snmp_c'), 'brume\n', { mode: 0o440 })
  const [given] = await checkCredentials(await patient(yaml, 'en', { CREDENTIALS_DIRECTORY: folder }))
  t.match(given, { status: 'ok', what: /secrets can be read/ })
  const [lacking] = await checkCredentials(
    await patient(yaml.replace('snmp_c', 'snmp_x'), 'en', { CREDENTIALS_DIRECTORY: folder }),
  )
  t.match(lacking, { status: 'failure', what: /absent or empty/ })
})
