import { mkdtemp, readFile, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startLab } from '../../collectors/lab/lab.js'
import type { Language } from '../../src/i18n/language.js'
import { shipped } from '../../src/lib/paths.js'
import { playGuide } from './guide.js'
import type { Run } from './rules.js'
import { beginSession, installLauncher } from './session.js'

/** Who a guide is for: its file in each language. */
const GUIDES = [
  { id: 'technician', fr: 'guide-technicien.md', en: 'technician.md' },
  { id: 'planner', fr: 'guide-planificateur.md', en: 'planner.md' },
  { id: 'support', fr: 'guide-soutien.md', en: 'support.md' },
  { id: 'budget', fr: 'guide-budget.md', en: 'budget.md' },
] as const

/** Times are written as in Québec, whatever the machine. */
const TIME_ZONE = 'America/Toronto'

/** Every guide, played for real against the simulated board; by path in docs/. */
export async function playGuides(): Promise<Map<string, string>> {
  process.env['TZ'] = TIME_ZONE
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'cartable-docs-')))
  const lab = await startLab({ port: 0 })
  try {
    const run: Run = { folder, port: lab.port, startedAt: new Date() }
    const user = lab.access.users.find(({ auth, priv }) => auth?.protocol === 'sha256' && priv !== null)
    const settings = {
      bin: await installLauncher(folder),
      secrets: {
        SECRET_LECTURE: lab.access.community,
        SECRET_AUTH: user?.auth?.key ?? '',
        SECRET_PRIV: user?.priv?.key ?? '',
        ADDRESSES: lab.devices.map(({ address }) => address).join('\n'),
      },
    }
    const pages = new Map<string, string>()
    const play = async (guide: (typeof GUIDES)[number], language: Language): Promise<void> => {
      const template = await readFile(shipped('scripts', 'docs', 'guides', `${guide.id}.${language}.md`), 'utf8')
      const session = await beginSession(`${guide.id}-${language}`, language, run, settings)
      pages.set(`${language}/${guide[language]}`, await playGuide(template, language, session))
    }
    const [technician, ...others] = GUIDES
    // The support team works on what the technicians' scan found: theirs come first.
    await Promise.all([play(technician, 'fr'), play(technician, 'en')])
    for (const guide of others) await Promise.all([play(guide, 'fr'), play(guide, 'en')])
    return pages
  } finally {
    await lab.close()
    await rm(folder, { recursive: true, force: true })
  }
}
