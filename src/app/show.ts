import type { Messages } from '../i18n/translator.js'
import { printable } from '../lib/text.js'
import type { DeviceDocument } from '../model/device.js'
import type { Link } from '../model/link.js'
import type { Gap, Shortfall } from '../model/records.js'
import { deviceDocuments } from '../store/device-documents.js'
import { findDeviceIds } from '../store/devices.js'
import type { ImportedTable } from '../store/imported.js'
import { countSightings, type SightingCounts } from '../store/sightings.js'
import { findSource } from '../store/sources.js'
import type { OverrideNoun } from '../model/override.js'
import type { OverrideRow } from '../model/rows.js'
import { readKnown, type Known } from './known.js'
import { devicesByBuilding } from './device-counts.js'
import { findLink, linksOfDevice } from './links.js'
import { overrideRows } from './overrides.js'
import { changeText, whoText } from './override-texts.js'
import { readRules } from './reference.js'
import { findGaps, findShortfalls } from './results.js'
import { scopeOf, sessionLocator, type Session } from './session.js'
import { showSilentAddress } from './show-address.js'
import { block, labelled, type Shown } from './show-lines.js'
import { partLines } from './show-parts.js'
import { networkLines } from './show-network.js'
import { deviceLinkLines, showLink } from './show-link.js'
import { linkTraffic, linkTrafficLines } from './show-link-traffic.js'
import { closingTexts, reasonTexts } from './texts.js'
import { measuredInterfaces, trafficLines, type MeasuredInterface } from './traffic-rows.js'

/**
 * Finds a device (address, serial, name), an address that scans keep, a school, a building, a WAN link (code) or a link
 * (id); null when it is none of these. What people ignore is shown too, with figures as they would be if it were counted; the text says that it is not.
 */
export async function showThing(session: Session, thing: string): Promise<Shown | null> {
  const { db } = session.store
  const [device] = await findDeviceIds(db, thing, scopeOf(session.config))
  if (device !== undefined) return showDevice(session, device)
  const shown =
    (await showSilentAddress(session, thing)) ??
    (await showImported(session, await readKnown(db), thing)) ??
    (await showImported(session, await readKnown(db, 'all'), thing))
  if (shown !== null) return shown
  const link = await findLink(session, thing)
  if (link === null) return null
  const { record, text } = showLink(link, session.m)
  const said = await saidOf(session, 'link', link.id)
  return { record: { ...record, overrides: said.rows }, text: [...text, ...said.lines] }
}

async function showImported(session: Session, known: Known, thing: string): Promise<Shown | null> {
  return (
    (await showSchool(session, known, thing)) ??
    (await showBuilding(session, known, thing)) ??
    (await showWanLink(session, known, thing))
  )
}

/** What people say of one thing, as lines: which field, over what, when, who and why. */
async function saidOf(session: Session, noun: OverrideNoun, subject: string) {
  const { m } = session
  const rows = await overrideRows(session, { noun, subject })
  const isIgnored = rows.some(({ field }) => field === 'ignore')
  const lines = rows.map((row) => `${changeText(row, m)} (${whoText(row, m)})`)
  return { rows, lines: [...(isIgnored ? [m.overrides.shownIgnored] : []), ...block(m, m.overrides.saidTitle, lines)] }
}

/** The sign after a value that a person said; the block of what people say tells what it means. */
function signed(rows: readonly OverrideRow[], field: OverrideRow['field'], value: string): string {
  return rows.some((row) => row.field === field) ? `${value} *` : value
}

async function sourceLine(session: Session, table: ImportedTable, key: string): Promise<string[]> {
  const { m, store } = session
  const source = await findSource(store.db, table, key)
  if (source === null) return []
  return [m.show.source(printable(source.file), m.format.number(source.line), m.format.dateTime(source.importedAt))]
}

async function showDevice(session: Session, id: number): Promise<Shown | null> {
  const { m, store } = session
  for await (const device of deviceDocuments(store.db, await sessionLocator(session), { board: null, ids: [id] })) {
    const links = await linksOfDevice(session, id, device.managementAddress)
    const said = await saidOf(session, 'device', String(id))
    const sightings = await countSightings(store.db, id)
    const traffic = (await measuredInterfaces(session, [id])).get(id) ?? []
    const record = { ...device, links, traffic, sightings, overrides: said.rows }
    return { record, text: deviceText({ device, links, traffic, sightings, said }, m) }
  }
  return null
}

/** Where a field comes from: the profile of a family, or the object read (a pattern that follows it is left out). */
function evidenceText(rule: string, m: Messages): string {
  const [, profile] = /^profile (.+)$/.exec(rule) ?? []
  return profile === undefined ? m.show.evidence(rule.split(': ')[0] ?? rule) : m.show.profileEvidence(profile)
}

/** All that `show` tells of a device. */
interface KnownDevice {
  readonly device: DeviceDocument
  readonly links: readonly Link[]
  readonly traffic: readonly MeasuredInterface[]
  readonly sightings: SightingCounts
  readonly said: { readonly rows: readonly OverrideRow[]; readonly lines: readonly string[] }
}

function deviceText({ device, links, traffic, sightings, said }: KnownDevice, m: Messages): string[] {
  const told = (value: string | null, field: string): string | null => {
    const rule = device.evidence[field]
    if (value !== null && said.rows.some((row) => row.field === field)) return `${value} *`
    return value === null || rule === undefined ? value : `${value} ${evidenceText(rule, m)}`
  }
  const status = m.statuses[device.status]
  const reason = device.reasonCode === null ? '' : ` (${m.reasons[device.reasonCode as keyof typeof m.reasons]})`
  const up = device.interfaces.filter(({ operStatus }) => operStatus === 'up').length
  return [
    ...labelled(m, [
      [m.show.device, `${signed(said.rows, 'name', device.sysName ?? '')} ${device.managementAddress}`.trim()],
      [m.show.vendor, told(device.vendor, 'vendor')],
      [m.show.model, told(device.model, 'model')],
      [m.show.version, told([device.osName, device.osVersion].filter((each) => each !== null).join(' '), 'osVersion')],
      [m.show.serial, told(device.serialNumber, 'serialNumber')],
      [m.show.kind, told(m.words[`kind-${device.kind}`], 'kind')],
      [m.show.building, told(device.building, 'building')],
      [m.show.status, `${status}${reason}`],
      [m.show.addresses, device.scannedAddresses.join(', ')],
    ]),
    m.show.seen(m.format.dateTime(device.firstSeen), m.format.dateTime(device.lastSeen)),
    ...said.lines,
    ...block(
      m,
      m.show.components,
      device.components
        .filter(({ serialNumber }) => serialNumber !== null)
        .map(({ name, descr, modelName, serialNumber }) =>
          [name ?? descr, modelName, serialNumber].filter((each) => each !== null).join(' · '),
        ),
    ),
    ...(device.interfaces.length === 0
      ? []
      : [m.show.interfaces(m.format.number(device.interfaces.length), m.format.number(up))]),
    ...labelled(m, [
      [
        m.show.vlans,
        device.vlans.map(({ vlanId, name }) => (name === null ? `${vlanId}` : `${vlanId} ${name}`)).join(', '),
      ],
    ]),
    ...networkLines(device, sightings, m),
    ...block(m, m.links.title, deviceLinkLines(links, device.managementAddress, m)),
    ...block(m, m.sample.title, trafficLines(traffic, m)),
    ...block(
      m,
      m.show.supplies,
      device.supplies.map(({ description, percentLeft }) =>
        m.show.line(description, m.format.percent(percentLeft === null ? null : percentLeft / 100)),
      ),
    ),
    ...partLines(device, m),
  ]
}

async function showSchool(session: Session, known: Known, code: string): Promise<Shown | null> {
  const { m } = session
  const school = known.schools.find((each) => each.code === code)
  if (school === undefined) return null
  const pairs = known.schoolBuildings.filter((pair) => pair.school === code)
  const enrolment = known.enrolment.filter((row) => row.school === code)
  const board = known.boards.find((each) => each.code === school.board)
  const marked = known.buildings
    .filter((building) => pairs.some((pair) => pair.building === building.code))
    .map(({ code: building, name, overridden = [] }) => ({
      building,
      name: `${name}${overridden.includes('name') ? ' *' : ''}${overridden.includes('ignore') ? ' ×' : ''}`,
      overridden,
    }))
  const nameOf = new Map(marked.map(({ building, name }) => [building, name]))
  const { gaps } = await findGaps(session, known, {})
  const levelOf = new Map(gaps.map(({ building, level }) => [building, level]))
  const buildings = pairs.map((pair) => ({ ...pair, level: levelOf.get(pair.building) ?? 'unknown' }))
  const shortfalls = await shortfallsOf(session, known, code)
  return {
    record: { ...school, buildings, enrolment, shortfalls },
    text: [
      ...labelled(m, [
        [m.show.school, `${school.code} ${school.name}`],
        [m.show.board, `${school.board} ${board?.name ?? ''}`.trim()],
      ]),
      ...block(
        m,
        m.show.buildings,
        buildings.map(({ building, share, level }) => {
          const part = share === null ? '' : ` (${m.format.percent(share)})`
          return m.show.line(`${building} ${nameOf.get(building) ?? ''}`.trim() + part, m.gaps[`level-${level}`])
        }),
      ),
      ...(marked.some(({ overridden }) => overridden.includes('name')) ? [m.overrides.legendSaid] : []),
      ...(marked.some(({ overridden }) => overridden.includes('ignore')) ? [m.overrides.legendIgnored] : []),
      ...block(
        m,
        m.show.enrolment,
        enrolment.map(({ schoolYear, sector, pupils }) =>
          m.show.line(`${schoolYear}, ${m.gaps[`sector-${sector}`]}`, m.format.number(pupils)),
        ),
      ),
      ...block(
        m,
        m.show.shortfalls,
        (shortfalls ?? []).map(({ category, because }) =>
          m.show.line(m.words[`category-${category}` as keyof Messages['words']] ?? category, because),
        ),
      ),
      ...(await sourceLine(session, 'school', code)),
    ],
  }
}

/** A school's equipment by category against the configuration's rules; null when it names none. */
async function shortfallsOf(session: Session, known: Known, school: string): Promise<readonly Shortfall[] | null> {
  const { config, m } = session
  if (config.equipment.rules === undefined) return null
  const rules = await readRules(undefined, config, config.folder, m)
  return findShortfalls(session, known, rules, undefined).filter((each) => each.school === school)
}

async function showBuilding(session: Session, known: Known, code: string): Promise<Shown | null> {
  const { m } = session
  const building = known.buildings.find((each) => each.code === code)
  if (building === undefined) return null
  const { gaps } = await findGaps(session, known, {})
  const gap = gaps.find((each) => each.building === code) ?? null
  const devices = (await devicesByBuilding(session))[code] ?? { answered: 0, failed: 0 }
  const nameOf = new Map(known.schools.map((school) => [school.code, school.name]))
  const schools = known.schoolBuildings.filter((pair) => pair.building === code).map(({ school }) => school)
  const said = await saidOf(session, 'building', code)
  return {
    record: { ...building, schools, devices, gap, overrides: said.rows },
    text: [
      ...labelled(m, [
        [m.show.building, `${building.code} ${signed(said.rows, 'name', building.name)}`],
        [m.show.municipality, building.municipality],
      ]),
      ...said.lines,
      ...block(
        m,
        m.show.schools,
        schools.map((school) => `${school} ${nameOf.get(school) ?? ''}`),
      ),
      ...(gap === null ? [] : gapLines(gap, m)),
      m.show.devices(m.format.number(devices.answered), m.format.number(devices.failed)),
      ...(await sourceLine(session, 'building', code)),
    ],
  }
}

function gapLines(gap: Gap, m: Messages): string[] {
  return [
    ...labelled(m, [
      [m.show.demand, m.format.rate(gap.demandDownBps)],
      [m.show.share, m.format.rate(gap.shareDownBps)],
      [m.show.level, m.gaps[`level-${gap.level}`]],
      [m.show.path, gap.path.join(' → ')],
      [m.show.bottleneck, gap.bottleneck],
    ]),
    ...block(m, m.show.why, reasonTexts(gap, m)),
    ...block(m, m.show.closing, closingTexts(gap, m)),
  ]
}

async function showWanLink(session: Session, known: Known, id: string): Promise<Shown | null> {
  const { m } = session
  const link = known.wanLinks.find((each) => each.id === id)
  if (link === undefined) return null
  const { linkLoads } = await findGaps(session, known, {})
  const load = linkLoads.find((each) => each.link === id) ?? null
  const traffic = await linkTraffic(session, id)
  const said = await saidOf(session, 'wan-link', id)
  return {
    record: { ...link, load, traffic, overrides: said.rows },
    text: [
      ...labelled(m, [
        [m.show.link, `${link.id} ${signed(said.rows, 'name', link.name ?? '')}`.trim()],
        [m.show.ends, `${link.a} → ${link.b}`],
        [m.show.provider, [link.provider, link.network].filter((each) => each !== null).join(', ')],
        [m.show.medium, link.medium === null ? null : m.words[`medium-${link.medium}`]],
        [m.show.capacity, `↓ ${m.format.rate(link.capacityDownBps)}, ↑ ${m.format.rate(link.capacityUpBps)}`],
        [m.show.status, m.words[`status-${link.status}`]],
        [m.show.role, m.words[`role-${link.role}`]],
        [m.show.demand, m.format.rate(load?.demandDownBps ?? null)],
        [m.show.load, m.format.percent(load?.load ?? null)],
      ]),
      ...block(m, m.sample.title, linkTrafficLines(traffic, link, m)),
      ...said.lines,
      ...(await sourceLine(session, 'wan_link', id)),
    ],
  }
}
