import { join } from 'node:path'
import { forEachLimited } from '../lib/concurrency.js'
import { writeFileWhole } from '../lib/files.js'
import { loadPlugin } from '../lib/plugins.js'
import type { Messages } from '../i18n/translator.js'
import type { DeprivationFact } from '../model/deprivation.js'
import {
  PLAIN_DRAWING,
  type MapDrawing,
  type MapFormat,
  type MapInput,
  type MapView,
  type OutputFile,
} from '../model/map-format.js'
import { SECTORS } from '../model/organisation.js'
import type { EquipmentRules } from '../model/equipment.js'
import type { BandwidthProfile } from '../model/profile.js'
import { devicesByBuilding } from './device-counts.js'
import { lastSchoolYear, readKnown, type Known } from './known.js'
import { measureLinks } from './link-measures.js'
import { allProfiles, readProfile } from './reference.js'
import { findGapsBy, type GapsBy } from './results.js'
import { planRoadmap } from './roadmap.js'
import { findShortfalls } from './shortfalls.js'
import { readScenarios, type Supposed } from './scenario.js'
import { listTerritories } from '../store/territories.js'
import { knownPupils, ordersBySchool } from '../derive/enrolment.js'
import { publicInput, tellsSectors } from '../derive/publication.js'
import { splitSchools } from '../derive/split.js'
import { findWithheld, withOtherCounts, type Assumption } from '../derive/suppression.js'
import { listDeprivationFacts } from '../store/deprivation.js'
import { metadataOf } from '../../maps/metadata.js'
import type { Publication } from '../model/publication.js'
import type { Session } from './session.js'

/** What is asked of a map. */
export interface AskedMap {
  readonly profile?: string | undefined
  readonly year?: string | undefined
  /** Scenarios' files, from the folder `cwd`. */
  readonly scenarios?: readonly string[]
  readonly cwd?: string
  /** What equipment is compared with; without rules, no shortfall is drawn. */
  readonly rules?: EquipmentRules | null
  /** Plainly, when it is not told. */
  readonly drawing?: MapDrawing | undefined
}

/** What a map is drawn from, derived from what is in the database; of a public one, what may be published. */
export async function mapInput(session: Session, asked: AskedMap): Promise<MapInput> {
  const known = await readKnown(session.store.db)
  if (asked.drawing?.isPublic !== true) return derivedMap(session, known, asked)
  const facts = await listDeprivationFacts(session.store.db)
  const year = asked.year ?? lastSchoolYear(known.enrolment)
  const withheld = findWithheld(known, year, facts.filter(isWithheldFact))
  const by = (assumption: Assumption): Promise<MapInput> =>
    derivedMap(session, withOtherCounts(known, withheld, assumption), asked)
  return publicInput({ least: await by('least'), most: await by('most'), mixed: await by('mixed') }, withheld, {
    tellsSectors: asked.rules ? tellsSectors(asked.rules) : false,
  })
}

/** A row of the deprivation index without any figure: the ministry withholds it, for fewer than 30 pupils. */
function isWithheldFact({ imse, imseDecile, sfr, sfrDecile, pupils }: DeprivationFact): boolean {
  return [imse, imseDecile, sfr, sfrDecile, pupils].every((figure) => figure === null)
}

/** All that is drawn from what is known. A public map calls it again with other counts: whatever is told must come from `known`. */
async function derivedMap(session: Session, imported: Known, asked: AskedMap): Promise<MapInput> {
  const { scenarios: files = [], cwd = session.config.folder, year } = asked
  const { before: known, supposed } = await readScenarios({ files, cwd, year }, imported, session.m)
  const measures = await measureLinks(session.store.db, known.wanLinks)
  const [main, ...others] = await findGapsBy(session, known, {
    profiles: mainFirst(session, asked.profile),
    year,
    measures,
  })
  if (main === undefined) throw new Error('no result by the map\u2019s standard')
  const { gaps, linkLoads, profile, schoolYear } = main
  return {
    ...known,
    schoolParts: splitSchools(known.schoolBuildings, new Map(known.buildings.map((b) => [b.code, b.areaM2]))),
    schoolPupils: pupilsBySchool(known, schoolYear),
    gaps,
    linkLoads,
    views: [
      ...(await scenarioViews(session, supposed, profile, measures)),
      ...others.map((each) => viewOf(each, 'profile', each.profile.id, null)),
    ],
    roadmap: profile.classes === null ? (await planRoadmap(session, known, { profile: profile.id, year })).rows : [],
    measures,
    shortfalls: asked.rules ? (await findShortfalls(session, imported, asked.rules, year)).shortfalls : [],
    territories: await listTerritories(session.store.db),
    devices: await devicesByBuilding(session),
    profile: profile.id,
    schoolYear,
    drawing: asked.drawing ?? PLAIN_DRAWING,
    tiles: session.config.map.tiles,
    generatedAt: session.now(),
  }
}

/** The standard of the map, then all others that there are. */
function mainFirst({ config, m }: Session, asked: string | undefined): readonly BandwidthProfile[] {
  const main = readProfile(asked ?? config.bandwidth.profile, config, m)
  return [main, ...allProfiles(config).filter(({ id }) => id !== main.id)]
}

function viewOf(
  { gaps, linkLoads, profile, schoolYear }: GapsBy,
  kind: MapView['kind'],
  id: string,
  label: string | null,
): MapView {
  return { kind, id, label, profile: profile.id, schoolYear, gaps, linkLoads }
}

/** What scenarios would make of it, by the map's standard: `scenario`, `scenario-2`… */
async function scenarioViews(
  session: Session,
  supposed: readonly Supposed[],
  profile: BandwidthProfile,
  measures: MapInput['measures'],
): Promise<readonly MapView[]> {
  const views: MapView[] = []
  for (const { scenario, known, schoolYear } of supposed) {
    const results = await findGapsBy(session, known, { profiles: [profile], year: schoolYear ?? undefined, measures })
    const id = views.length === 0 ? 'scenario' : `scenario-${views.length + 1}`
    views.push(...results.map((each) => viewOf(each, 'scenario', id, scenario.name)))
  }
  return views
}

function pupilsBySchool(known: Known, schoolYear: string | null): MapInput['schoolPupils'] {
  const orders = ordersBySchool(known.schools, known.schoolBuildings)
  const counted = knownPupils({ ...known, orders, schoolYear, sectors: SECTORS })
  return new Map([...counted].map(([school, { pupils }]) => [school, pupils]))
}

/** The files of a map in some formats, every one checked; of a public one, what an open data portal is told of them too. */
export async function renderMap(
  input: MapInput,
  formats: readonly string[],
  m: Messages,
  publication: Publication = {},
): Promise<readonly OutputFile[]> {
  // By name: several formats have the same data dictionary beside them.
  const files = new Map<string, OutputFile['content']>()
  for (const id of formats) {
    const format = await loadPlugin<MapFormat<Messages>>('maps/formats', id)
    for (const { name, content } of await format.render(input, m)) files.set(name, content)
  }
  const written = [...files].map(([name, content]) => ({ name, content }))
  return input.drawing.isPublic ? [...written, metadataOf(input, written, publication, m)] : written
}

/** Files that wait for the disk at the same time. */
const WRITTEN_AT_ONCE = 4

/** Writes a map's files into a folder. Gives their paths. */
export async function writeMap(files: readonly OutputFile[], folder: string): Promise<string[]> {
  await forEachLimited(files, WRITTEN_AT_ONCE, ({ name, content }) => writeFileWhole(join(folder, name), content))
  return files.map(({ name }) => join(folder, name))
}

/** Draws a map in some formats into a folder; every file is checked before the first is written. Gives their paths. */
export async function drawMap(
  input: MapInput,
  formats: readonly string[],
  folder: string,
  m: Messages,
): Promise<string[]> {
  return writeMap(await renderMap(input, formats, m), folder)
}
