import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Test } from 'tap'
import type { Finding } from '../../src/app/doctor/finding.js'
import { writeCheapVault } from './cheap-vault.js'
import { cartable, cartableProcess, folderFor, run, type Ran } from './run.js'

const ping = (await run('sh', ['-c', 'command -v ping'])).out.trim()
/** Why nothing can be looked at here, or false. */
export const skip = ping === '' ? 'apt-get install iputils-ping' : false

/** A sound configuration: one network, one credential in the vault; agents are asked at this port. */
const soundFor = (port: number) => ({
  database: 'database: ./a.db',
  networks: 'networks: [{ cidr: 127.98.1.0/24 }]',
  credentials: 'credentials: [{ name: lecture, version: 2c, community: { vault: lecture } }]',
  vault: 'vault: { key: { file: ./acces.cle } }',
  scan: `scan: { port: ${port}, timeoutMs: 1500, retries: 0 }`,
  rest: '',
})

/** Hours that are told are those of Montréal. */
export const MONTREAL = { TZ: 'America/Montreal' }

type Parts = ReturnType<typeof soundFor>

/** A folder where the doctor is called. */
export interface Ward {
  readonly folder: string
  /** The only programs that the doctor finds: `ping`, and what a test puts there. */
  readonly bin: string
  configure(parts: Partial<Parts>): Promise<void>
  /** Calls it in the tests' own process, or in one of its own where `env` says a time zone. */
  doctor(args?: readonly string[], env?: NodeJS.ProcessEnv): Promise<Ran>
  /** The findings in both languages, and the exit code, the same for both. */
  examine(
    args?: readonly string[],
    env?: NodeJS.ProcessEnv,
  ): Promise<{ fr: Finding[]; en: Finding[]; code: number | null }>
}

/** A sound installation in a folder of the test's own. */
export async function wardFor(t: Test, port = 161): Promise<Ward> {
  const sound = soundFor(port)
  const folder = await folderFor(t, 'file')
  const bin = join(folder, 'bin')
  await mkdir(bin)
  await symlink(ping, join(bin, 'ping'))
  const configure = (parts: Partial<Parts>): Promise<void> =>
    writeFile(join(folder, 'cartable.yaml'), `${Object.values({ ...sound, ...parts }).join('\n')}\n`)
  await configure({})
  await writeCheapVault(folder, { lecture: 'outardes-lecture' })
  const doctor = (args: readonly string[] = [], env: NodeJS.ProcessEnv = {}): Promise<Ran> =>
    (env['TZ'] === undefined ? cartable : cartableProcess)(['diagnostic', ...args], {
      cwd: folder,
      env: { PATH: bin, ...env },
    })
  return {
    folder,
    bin,
    configure,
    doctor,
    examine: async (args = [], env = {}) => {
      const [fr, en] = await Promise.all(
        ['fr', 'en'].map((language) => doctor([...args, '--json', '--lang', language], env)),
      )
      t.equal(fr?.code, en?.code)
      t.notMatch(`${fr?.err ?? ''}${en?.err ?? ''}`, /\n\s+at /)
      return {
        fr: JSON.parse(fr?.out ?? '') as Finding[],
        en: JSON.parse(en?.out ?? '') as Finding[],
        code: fr?.code ?? null,
      }
    },
  }
}

/** Expects one finding in both languages, its status, its words, what to do, and the exit code. */
export async function finds(
  t: Test,
  ward: Ward,
  id: string,
  status: Finding['status'],
  said: { readonly fr: RegExp; readonly en: RegExp; readonly mend?: RegExp },
  { args = [], env = {} }: { args?: readonly string[]; env?: NodeJS.ProcessEnv } = {},
): Promise<void> {
  const { fr, en, code } = await ward.examine(args, env)
  const [french, english] = [fr, en].map((all) => all.filter((each) => each.id === id && each.status === status))
  t.ok(
    french?.some(({ what }) => said.fr.test(what)),
    `${id} in French: ${JSON.stringify(fr.filter((each) => each.id === id))}`,
  )
  t.ok(
    english?.some(({ what }) => said.en.test(what)),
    `${id} in English: ${JSON.stringify(en.filter((each) => each.id === id))}`,
  )
  if (status !== 'ok') {
    for (const { mend } of [...(french ?? []), ...(english ?? [])]) t.ok((mend ?? '').length > 10, 'it says what to do')
    t.match([...(french ?? []), ...(english ?? [])].map(({ mend }) => mend).join(), said.mend ?? /./)
  }
  t.equal(
    code,
    status === 'failure' ? 1 : 0,
    `exit code; failures: ${JSON.stringify(fr.filter((each) => each.status === 'failure'))}`,
  )
  if (status !== 'failure')
    t.strictSame(
      fr.filter((each) => each.status === 'failure'),
      [],
    )
}

const namespaces = await run('unshare', ['--user', '--map-root-user', '--mount', '--net', 'true'])
/** Why nothing can be looked at in namespaces of its own, or false. */
export const apart = namespaces.code === 0 ? skip : 'namespaces are not allowed here'
