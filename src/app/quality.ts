import { boardQualities, schoolQualities } from '../derive/quality.js'
import type { Quality } from '../model/quality.js'
import { knownByKind } from '../store/kinds-known.js'
import { listNetworks } from '../store/organisation.js'
import { devicesByBuilding } from './device-counts.js'
import { IMPORT_KINDS } from './import-facts.js'
import { readKnown } from './known.js'
import { findGaps } from './results.js'
import { scopeOf, type Session } from './session.js'

const DAY_MS = 86_400_000

/** How complete, how old and how consistent what was imported is, and which school lacks what. */
export async function dataQuality(session: Session): Promise<Quality> {
  const { config, store } = session
  const known = await readKnown(store.db)
  const networks = [...(await listNetworks(store.db, scopeOf(config))), ...config.networks]
  const devices = Object.entries(await devicesByBuilding(session))
  const schools = schoolQualities({
    ...known,
    pairs: known.schoolBuildings,
    gaps: (await findGaps(session, known, {})).gaps,
    networked: new Set(networks.flatMap(({ building }) => building ?? [])),
    scanned: new Set(devices.flatMap(([building, { answered }]) => (answered > 0 ? [building] : []))),
  })
  return {
    kinds: await kindQualities(session),
    boards: boardQualities(known.boards, schools),
    schools: schools.filter(({ lacks, unknown }) => lacks.length + unknown.length > 0),
  }
}

async function kindQualities({ store, now }: Session): Promise<Quality['kinds']> {
  const known = new Map((await knownByKind(store.db)).map((row) => [row.kind, row]))
  const at = Date.parse(now())
  return [...new Set([...IMPORT_KINDS, ...known.keys()])].sort().map((kind) => {
    const { facts = 0, orphans = 0, importedAt = null } = known.get(kind) ?? {}
    const days = importedAt === null ? null : Math.max(0, Math.floor((at - Date.parse(importedAt)) / DAY_MS))
    return { kind, facts, importedAt, days, orphans }
  })
}
