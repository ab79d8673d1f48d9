import { existsSync } from 'node:fs'
import { chmod, copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startLab, type Lab } from '../../collectors/lab/lab.js'
import { ping } from '../../collectors/ping.js'
import type { Messages } from '../i18n/translator.js'
import { shipped } from '../lib/paths.js'
import { writeFileWhole } from '../lib/files.js'
import { Interrupted, UserError } from '../model/errors.js'
import type { ScanSummary } from '../model/records.js'
import allocationReport from '../reports/allocation.js'
import { renderCsv } from '../reports/formats/csv.js'
import gapsReport from '../reports/gaps.js'
import shortfallsReport from '../reports/shortfalls.js'
import { allocate } from './allocate.js'
import { resolveCredentials } from './config/credentials.js'
import { loadConfig } from './config/load.js'
import { importFile } from './import.js'
import type { ImportKindId } from './import-facts.js'
import { readKnown } from './known.js'
import { drawMap, mapInput } from './map.js'
import { readRules } from './reference.js'
import { findGaps } from './results.js'
import { scan } from './scan.js'
import type { ScanProgress } from './scan/request.js'
import { withSession, type Session } from './session.js'
import { findShortfalls } from './shortfalls.js'
import { parseTargets } from './scan/targets.js'
import { gapTexts } from './texts.js'

/** The envelope that the demonstration shares among the invented schools: 100,000.00 $. */
const ENVELOPE_CENTS = 10_000_000

/** The invented board's files, in the order in which they lean on each other. */
const FILES: readonly (readonly [kind: ImportKindId, file: string])[] = [
  ['boards', 'commissions.csv'],
  ['schools', 'ecoles.csv'],
  ['enrolment', 'effectif.csv'],
  ['pops', 'points-de-presence.csv'],
  ['wan-links', 'liens.csv'],
  ['networks', 'reseaux.csv'],
  ['equipment', 'equipement.csv'],
  ['spending', 'depenses.csv'],
  ['fleet', 'parc.csv'],
]

/** What the demonstration tells as it goes. */
export interface DemoListener {
  step(text: string): void
  progress(done: ScanProgress): void
  scanned(summary: ScanSummary): void
}

/** What the demonstration made: every file's path. */
export interface DemoResult {
  readonly lab: Lab
  readonly config: string
  readonly map: readonly string[]
  readonly gaps: string
  readonly shortfalls: string
  readonly allocation: string
}

/**
 * The whole job on a simulated board that answers on loopback: scan, import, derive, draw. The lab still runs when this
 * returns: the caller closes it.
 *
 * @throws EADDRINUSE when the port is taken; UserError when something shipped is wrong.
 */
export async function runDemo(
  folder: string,
  port: number,
  { m, env, signal }: { readonly m: Messages; readonly env: NodeJS.ProcessEnv; readonly signal: AbortSignal },
  listener: DemoListener,
): Promise<DemoResult> {
  const lab = await startLab({ port })
  try {
    const configPath = await writeDemoConfig(folder, lab, m)
    const config = await loadConfig(configPath, folder, m.config)
    const outputs = await withSession(
      { m, env, out: { notice: listener.step }, config: async () => config },
      'write',
      async (session) => {
        listener.step(m.demo.importing)
        for (const [kind, file] of FILES) {
          const { outcome, problems } = await importFile(session, {
            kind,
            file: shipped('data', 'samples', file),
            acceptPartial: false,
            dryRun: false,
            signal,
            progress: () => undefined,
          })
          if (outcome !== 'taken') throw new Error(`The sample ${file} was ${outcome}: ${JSON.stringify(problems[0])}`)
        }
        listener.step(m.demo.scanning(m.format.number(lab.devices.length)))
        const canPing = (await ping('127.0.0.1', { timeoutMs: 1000, env })).status === 'alive'
        if (!canPing) listener.step(m.demo.withoutPing)
        const written = lab.devices.map(({ address }) => address).join(' ')
        const { summary } = await scan(session, {
          ranges: parseTargets(written, m.scan),
          written,
          credentials: await resolveCredentials({ config, env, m }),
          ping: canPing,
          signal,
          progress: (done) => listener.progress(done),
        })
        listener.scanned(summary)
        if (signal.aborted) throw new Interrupted()
        listener.step(m.demo.deriving)
        return derive(session, folder, m)
      },
    )
    return { lab, config: configPath, ...outputs }
  } catch (error) {
    await lab.close()
    throw error
  }
}

async function derive(session: Session, folder: string, m: Messages): Promise<Omit<DemoResult, 'lab' | 'config'>> {
  const known = await readKnown(session.store.db)
  const file = await readRules(undefined, session.config, folder, m)
  const { gaps } = await findGaps(session, known, {})
  const { shortfalls } = await findShortfalls(session, known, file.rules, undefined)
  const asked = { rules: file, part: 'equipment', envelopeCents: ENVELOPE_CENTS } as const
  const { allocations } = await allocate(session, known, asked)
  const paths = {
    gaps: join(folder, m.demo.gapsFile),
    shortfalls: join(folder, m.demo.shortfallsFile),
    allocation: join(folder, m.demo.allocationFile),
  }
  await writeFileWhole(paths.gaps, renderCsv(gapsReport, gaps, gapTexts(m)))
  await writeFileWhole(paths.shortfalls, renderCsv(shortfallsReport, shortfalls, {}))
  await writeFileWhole(paths.allocation, renderCsv(allocationReport, allocations, {}))
  const input = await mapInput(session, { rules: file.rules })
  const map = await drawMap(input, ['geojson', 'html'], join(folder, m.demo.mapFolder), m)
  return { ...paths, map }
}

/** The first line of a demonstration's configuration, in any language: what says that a folder may be written over. */
const MARK = '# cartable demo'

/**
 * Writes the demonstration's configuration and access files, and clears the database of the time before.
 *
 * @throws UserError when the folder holds a configuration or a database that no demonstration made.
 */
async function writeDemoConfig(folder: string, lab: Lab, m: Messages): Promise<string> {
  await mkdir(folder, { recursive: true })
  const existing = await readFile(join(folder, 'cartable.yaml'), 'utf8').catch(() => null)
  const hasDatabase = existsSync(join(folder, 'cartable.db'))
  if (existing === null ? hasDatabase : !existing.startsWith(MARK)) {
    throw new UserError(m.demo.notADemo(folder), m.demo.notADemoHint)
  }
  for (const end of ['', '-wal', '-shm']) await rm(join(folder, `cartable.db${end}`), { force: true })
  const user = lab.access.users.find(({ auth, priv }) => auth?.protocol === 'sha256' && priv !== null)
  if (!user?.auth || !user.priv) throw new Error('The lab has no authPriv user')
  const secrets = {
    'acces-communaute': lab.access.community,
    'acces-v3-auth': user.auth.key,
    'acces-v3-priv': user.priv.key,
  }
  for (const [name, value] of Object.entries(secrets)) {
    await writeFile(join(folder, name), `${value}\n`, { mode: 0o600 })
    await chmod(join(folder, name), 0o600)
  }
  await copyFile(shipped('data', 'samples', 'regles-combo.yaml'), join(folder, 'regles-combo.yaml'))
  const path = join(folder, 'cartable.yaml')
  await writeFileWhole(
    path,
    `${MARK}
# ${m.demo.configAbout}
board: { code: "798000", name: Centre de services scolaire du Fleuve-aux-Outardes }
database: ./cartable.db
credentials:
  - name: v3
    version: 3
    user: ${user.name}
    level: authPriv
    auth: { protocol: ${user.auth.protocol}, key: { file: ./acces-v3-auth } }
    priv: { protocol: ${user.priv.protocol}, key: { file: ./acces-v3-priv } }
  - { name: lecture, version: 2c, community: { file: ./acces-communaute } }
scan: { port: ${lab.port} }
bandwidth: { profile: ontario-2016 }
equipment: { rules: ./regles-combo.yaml }
`,
  )
  return path
}
