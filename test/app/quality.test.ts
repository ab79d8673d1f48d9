import type { FeatureCollection } from 'geojson'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { drawMap, mapInput } from '../../src/app/map.js'
import { dataQuality } from '../../src/app/quality.js'
import type { Session } from '../../src/app/session.js'
import { reasonTexts } from '../../src/app/texts.js'
import { messagesFor } from '../../src/i18n/translator.js'
import type { Lack } from '../../src/model/quality.js'
import type { Gap } from '../../src/model/records.js'
import { startScan } from '../../src/store/scans.js'
import { writeResults } from '../../src/store/scan-writer.js'
import { BLANK_READING } from '../blank.js'
import { onEachDatabase } from '../databases.js'
import { importDesk } from './desk.js'

/**
 * A board with one school of each lack, in a building of the same number; 911010 is a guest of 911101. `planned` is a link
 * that is not in service yet; what is not said of a school is as it should be.
 */
const SCHOOLS: Readonly<
  Record<string, { readonly without?: Lack; readonly planned?: true; readonly adult?: true; readonly guest?: true }>
> = {
  '911001': {},
  '911002': { without: 'coordinates' },
  '911003': { without: 'enrolment' },
  '911004': { without: 'link' },
  '911005': { without: 'capacity' },
  '911006': { planned: true },
  '911007': { without: 'network' },
  '911008': { without: 'scan' },
  '911009': { adult: true },
  '911010': { without: 'enrolment', guest: true },
}

/** What they lack, and the level of each building: worked out by hand from the table above. */
const LACKING: Readonly<Record<string, readonly Lack[]>> = {
  '911002': ['coordinates'],
  '911003': ['enrolment'],
  '911004': ['link'],
  '911005': ['capacity'],
  '911006': ['link'],
  '911007': ['network'],
  '911008': ['scan'],
  // Its adults are announced, and not counted: the level is that of its young alone.
  '911009': ['enrolment'],
  '911010': ['enrolment'],
}
const LEVELS: Readonly<Record<string, string>> = {
  '911101': 'ok',
  '911102': 'ok',
  '911103': 'unknown',
  '911104': 'unlinked',
  '911105': 'unknown',
  '911106': 'unlinked',
  '911107': 'ok',
  '911108': 'ok',
  '911109': 'ok',
}

const buildingOf = (school: string): string => (school === '911010' ? '911101' : `9111${school.slice(4)}`)
const table = (head: string, rows: readonly string[]): string => `${head}\n${rows.join('\n')}\n`
const rowsOf = (write: (code: string, school: (typeof SCHOOLS)[string]) => string | null): string[] =>
  Object.entries(SCHOOLS).flatMap(([code, school]) => write(code, school) ?? [])

const FILES = {
  schools: table(
    'school,name,building,building_name,preschool,primary,secondary,vocational,adult,board,board_name,lon,lat',
    rowsOf((code, { without, adult }) =>
      [
        ...[code, `École ${code}`, buildingOf(code), `Immeuble ${buildingOf(code)}`, 1, 1, 0, 0, adult ? 1 : 0],
        ...['911000', 'Essai', without === 'coordinates' ? ',' : '-68.2,49.1'],
      ].join(','),
    ),
  ),
  enrolment: table(
    'school,school_year,sector,pupils',
    rowsOf((code, { without }) => (without === 'enrolment' ? null : `${code},2022-2023,youth,10`)),
  ),
  pops: 'id,name,kind,lon,lat\nPOP,Point,pop,-68.3,49.2\n',
  'wan-links': table(
    'id,a,b,status,capacity_mbps',
    rowsOf((code, { without, planned, guest }) =>
      without === 'link' || guest
        ? null
        : `L${code},${buildingOf(code)},POP,${planned ? 'planned' : 'operational'},${without === 'capacity' ? '' : 1000}`,
    ),
  ),
  networks: table(
    'cidr,building',
    rowsOf((code, { without, guest }) =>
      without === 'network' || guest ? null : `10.${Number(code.slice(4))}.0.0/16,${buildingOf(code)}`,
    ),
  ),
} as const

/** A device answers in each network, but in the one where none does; one answers for 911007, which no network tells. */
async function scan({ store }: Session): Promise<void> {
  const at = '2026-11-02T02:00:00.000Z'
  const id = await startScan(store.db, { board: '', targets: 'all', at })
  const results = rowsOf((code, { without, guest }) => (without === 'scan' || guest ? null : code)).map((code) => ({
    address: `10.${Number(code.slice(4))}.0.5`,
    outcome: { status: 'answered', value: { ...BLANK_READING, sysName: code, serialNumber: code } } as const,
    ...{ credential: null, keep: true, at },
  }))
  await writeResults(store.db, { id, board: '' }, results)
}

/** The level of each building on the map, and its reasons in words. */
async function mapped(session: Session, folder: string) {
  const input = await mapInput(session, {})
  await drawMap(input, ['geojson'], folder, session.m)
  const { features } = JSON.parse(await readFile(join(folder, 'buildings.geojson'), 'utf8')) as FeatureCollection
  return {
    gaps: input.gaps,
    features: features.map(({ properties }) => properties as Pick<Gap, 'building' | 'level' | 'reasons'>),
  }
}

onEachDatabase(
  'what quality says that a school lacks is what the map and the gaps give as the reason of its level',
  async (t, database) => {
    const { folder, take, ask } = await importDesk(t, database)
    for (const kind of ['schools', 'enrolment', 'networks'] as const)
      t.match(await take(kind, FILES[kind]), { outcome: 'taken' }, kind)
    const before = await ask(dataQuality)
    t.equal(before.schools.filter(({ lacks }) => lacks.includes('link')).length, 10, 'nobody said anything of links')
    t.equal(before.boards[0]?.unknown, 10, 'and no level is known')

    for (const kind of ['pops', 'wan-links'] as const)
      t.match(await take(kind, FILES[kind]), { outcome: 'taken' }, kind)
    await ask(scan)
    const { schools, boards } = await ask(dataQuality)
    const lacking = Object.fromEntries(schools.map(({ school, lacks }) => [school, lacks]))
    // Where no network is told, no device can be said to be.
    t.strictSame(lacking, { ...LACKING, '911007': ['network', 'scan'] })
    t.match(boards, [{ schools: 10, complete: 10, enrolment: 3, link: 2, capacity: 1, network: 1, unknown: 2 }])

    const { gaps, features } = await ask((session) => mapped(session, folder))
    t.strictSame(Object.fromEntries(gaps.map(({ building, level }) => [building, level])), LEVELS)
    t.strictSame(
      schools.flatMap(({ unknown }) => unknown),
      features.filter(({ level }) => level === 'unknown').map(({ building }) => building),
      'the same buildings are unknown here and on the map',
    )
    t.strictSame(
      schools.filter(({ unknown }) => unknown.length > 0).map(({ school }) => school),
      ['911003', '911005'],
    )

    const command = {
      coordinates: 'schools',
      enrolment: 'enrolment',
      link: 'wan-links',
      capacity: 'wan-links',
    } as const
    for (const { building, reasons } of gaps) {
      const lacks = schools.filter(({ school }) => buildingOf(school) === building).flatMap((each) => each.lacks)
      const told = lacks.flatMap((lack) => (lack in command ? [command[lack as keyof typeof command]] : []))
      const said = (words: string): unknown[] =>
        [...words.matchAll(/cartable import(?:er)? ([\w-]+)/g)].map(([, kind]) => kind)
      t.strictSame(said(reasonTexts({ reasons }, messagesFor('fr')).join('\n')), told, `${building}, in French`)
      t.strictSame(said(reasonTexts({ reasons }, messagesFor('en')).join('\n')), told, `${building}, in English`)
    }
  },
)

onEachDatabase(
  'quality says since when each kind of file is known, and of which boards nothing is',
  async (t, database) => {
    const { take, ask, undo } = await importDesk(t, database)
    await take('schools', FILES.schools)
    await take('boards', 'code,name\n911000,Essai\n912000,Autre\n')
    const { import: networks } = await take('networks', FILES.networks)
    const { boards, kinds } = await ask(dataQuality)
    const none = { coordinates: 0, enrolment: 0, link: 0, capacity: 0, network: 0, scan: 0, unknown: 0 }
    t.strictSame(boards[1], { board: '912000', name: 'Autre', schools: 0, complete: 0, ...none })
    const kind = (name: string) => kinds.find((each) => each.kind === name)
    t.match(kind('networks'), { facts: 8, days: 0, orphans: 0, importedAt: /^2026-11-/ })
    t.match(kind('fleet'), { facts: 0, days: null, importedAt: null })
    await undo(networks)
    const after = await ask(dataQuality)
    t.match(
      after.kinds.find((each) => each.kind === 'networks'),
      { facts: 0, importedAt: null },
    )
  },
)
