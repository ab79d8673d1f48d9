import { boardQualities, schoolQualities } from '../derive/quality.js'
import type { Quality } from '../model/quality.js'
import { knownByKind } from '../store/kinds-known.js'
import {
  listBoards,
  listBuildings,
  listEnrolment,
  listNetworks,
  listSchoolBuildings,
  listSchools,
  listWanLinks,
} from '../store/organisation.js'
import { devicesByBuilding } from './device-counts.js'
import { IMPORT_KINDS } from './import-facts.js'
import { scopeOf, type Session } from './session.js'

const DAY_MS = 86_400_000

/** How complete, how old and how consistent what was imported is, and which school lacks what. */
export async function dataQuality(session: Session): Promise<Quality> {
  const { config, store } = session
  const { db } = store
  const pairs = await listSchoolBuildings(db)
  const boards = await listBoards(db)
  const links = (await listWanLinks(db)).filter(({ status }) => status === 'operational')
  const networks = [...(await listNetworks(db, scopeOf(config))), ...config.networks]
  const devices = Object.entries(await devicesByBuilding(session))
  const schools = schoolQualities({
    ...{ boards, pairs },
    schools: await listSchools(db, pairs),
    enrolment: await listEnrolment(db),
    located: new Set(
      (await listBuildings(db)).flatMap(({ code, coordinates }) => (coordinates === null ? [] : [code])),
    ),
    linked: new Set(links.flatMap(({ a, b }) => [a, b])),
    networked: new Set(networks.flatMap(({ building }) => building ?? [])),
    scanned: new Set(devices.flatMap(([building, { answered }]) => (answered > 0 ? [building] : []))),
  })
  return {
    kinds: await kindQualities(session),
    boards: boardQualities(boards, schools),
    schools: schools.filter(({ lacks }) => lacks.length > 0),
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
