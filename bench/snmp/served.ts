import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { packageRoot, shipped } from '../../src/lib/paths.js'
import { Secret } from '../../src/model/secret.js'

/** Devices that another process answers for, on loopback. */
export interface Served {
  readonly by: string
  readonly devices: readonly string[]
  readonly port: number
  readonly community: Secret
  close(): Promise<void>
}

const SHARED = process.env['CARTABLE_SHARED'] ?? join(packageRoot, '..', 'shared')
export const RECORDINGS = join(SHARED, 'corpus', 'snmprec')
export const RESPONDER = join(SHARED, 'agents', 'agents.cc')
const PORT = 16_161

/** The recordings beside the project where a compiler is there, else the simulated school board. */
export async function serveDevices(): Promise<Served> {
  const hasRecordings = existsSync(RECORDINGS) && existsSync(RESPONDER)
  return hasRecordings && spawnSync('g++', ['--version']).status === 0 ? serveRecordings() : serveLab()
}

async function serveRecordings(): Promise<Served> {
  const folder = await mkdtemp(join(tmpdir(), 'cartable-bench-'))
  const program = join(folder, 'agents')
  const { status, stderr } = spawnSync('g++', ['-O2', '-std=c++17', '-o', program, RESPONDER], { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  // `name@context` is what a device says in another context: no device of its own.
  const files = readdirSync(RECORDINGS).filter((name) => name.endsWith('.snmprec') && !name.includes('@'))
  const list = join(folder, 'list')
  await writeFile(list, files.map((name) => `${join(RECORDINGS, name)}\n`).join(''))
  const child = spawn(program, ['--list', list, '--port', String(PORT), '--base', '127.4.0.0'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  await said(child, 'addresses')
  return {
    by: `${files.length} recordings`,
    devices: files.map((_, i) => `127.4.${i >> 8}.${i & 255}`),
    port: PORT,
    community: new Secret('public'),
    close: async () => {
      await ended(child)
      await rm(folder, { recursive: true })
    },
  }
}

async function serveLab(): Promise<Served> {
  const module = pathToFileURL(shipped('dist', 'collectors', 'lab', 'lab.js')).href
  const script = `import { startLab } from ${JSON.stringify(module)}
    const { access, devices, port } = await startLab({ port: 0 })
    const addresses = devices.filter(({ versions }) => versions.includes('2c')).map(({ address }) => address)
    process.stderr.write(JSON.stringify({ addresses, port, community: access.community }) + '\\n')`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'ignore', 'pipe'] })
  const { addresses, port, community } = JSON.parse(await said(child, '\n')) as {
    readonly addresses: string[]
    readonly port: number
    readonly community: string
  }
  return {
    by: 'the simulated school board',
    devices: addresses,
    port,
    community: new Secret(community),
    close: () => ended(child),
  }
}

/** What a program wrote on its error output, once that holds `word`. */
export async function said(child: ChildProcess, word: string): Promise<string> {
  let text = ''
  for await (const chunk of child.stderr ?? []) {
    text += String(chunk)
    if (text.includes(word)) break
  }
  if (!text.includes(word)) throw new Error(`the agents did not start: ${text}`)
  return text
}

async function ended(child: ChildProcess): Promise<void> {
  child.kill()
  await once(child, 'exit')
}
