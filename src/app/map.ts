import { join } from 'node:path'
import { writeFileWhole } from '../lib/files.js'
import { loadPlugin } from '../lib/plugins.js'
import type { Messages } from '../i18n/translator.js'
import { PLAIN_DRAWING, type MapFormat, type MapInput } from '../model/map-format.js'
import { SECTORS } from '../model/organisation.js'
import type { Shortfall } from '../model/records.js'
import { devicesByBuilding } from './device-counts.js'
import { readKnown, type Known } from './known.js'
import { findGaps } from './results.js'
import { listTerritories } from '../store/territories.js'
import { knownPupils, ordersBySchool } from '../derive/enrolment.js'
import { splitSchools } from '../derive/split.js'
import type { Session } from './session.js'

/** What a map is drawn from, derived from what is in the database. `shortfalls` is empty without equipment rules. */
export async function mapInput(
  session: Session,
  asked: {
    readonly profile?: string | undefined
    readonly year?: string | undefined
    readonly shortfalls: (known: Known) => readonly Shortfall[]
  },
): Promise<MapInput> {
  const known = await readKnown(session.store.db)
  const { gaps, linkLoads, profile, schoolYear } = await findGaps(session, known, asked)
  return {
    ...known,
    schoolParts: splitSchools(known.schoolBuildings, new Map(known.buildings.map((b) => [b.code, b.areaM2]))),
    schoolPupils: pupilsBySchool(known, schoolYear),
    gaps,
    linkLoads,
    views: [],
    roadmap: [],
    measures: new Map(),
    shortfalls: asked.shortfalls(known),
    territories: await listTerritories(session.store.db),
    devices: await devicesByBuilding(session),
    profile: profile.id,
    schoolYear,
    drawing: PLAIN_DRAWING,
    tiles: session.config.map.tiles,
    generatedAt: session.now(),
  }
}

function pupilsBySchool(known: Known, schoolYear: string | null): MapInput['schoolPupils'] {
  const orders = ordersBySchool(known.schools, known.schoolBuildings)
  const counted = knownPupils({ ...known, orders, schoolYear, sectors: SECTORS })
  return new Map([...counted].map(([school, { pupils }]) => [school, pupils]))
}

/** Draws a map in some formats into a folder; every file is checked before the first is written. Gives their paths. */
export async function drawMap(
  input: MapInput,
  formats: readonly string[],
  folder: string,
  m: Messages,
): Promise<string[]> {
  const files = []
  for (const id of formats) {
    const format = await loadPlugin<MapFormat<Messages>>('maps/formats', id)
    files.push(...(await format.render(input, m)))
  }
  const paths: string[] = []
  for (const { name, content } of files) {
    const path = join(folder, name)
    await writeFileWhole(path, content)
    paths.push(path)
  }
  return paths
}
