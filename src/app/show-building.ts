import type { Messages } from '../i18n/translator.js'
import type { Gap } from '../model/records.js'
import { listNetworks } from '../store/organisation.js'
import { devicesByBuilding } from './device-counts.js'
import type { Known } from './known.js'
import { provenanceLines, provenanceOf } from './provenance.js'
import { findGaps } from './results.js'
import { scopeOf, type Session } from './session.js'
import { block, labelled, type Shown } from './show-lines.js'
import { establishmentText, networkText } from './show-organisation.js'
import { saidOf, signed } from './show-said.js'
import { closingTexts, reasonTexts, useText } from './texts.js'

/** A building with who is in it, its networks and links, and its bandwidth; null when it is none. */
export async function showBuilding(session: Session, known: Known, code: string): Promise<Shown | null> {
  const { m, store, config } = session
  const building = known.buildings.find((each) => each.code === code)
  if (building === undefined) return null
  const { gaps } = await findGaps(session, known, {})
  const gap = gaps.find((each) => each.building === code) ?? null
  const devices = (await devicesByBuilding(session))[code] ?? { answered: 0, failed: 0 }
  const nameOf = new Map(known.schools.map((school) => [school.code, school.name]))
  const schools = known.schoolBuildings.filter((pair) => pair.building === code).map(({ school }) => school)
  const said = await saidOf(session, 'building', code)
  const links = known.wanLinks.filter(({ a, b }) => a === code || b === code).map(({ id }) => id)
  const importedFrom = (await provenanceOf(session, 'building', { code }))(code)
  const networkFrom = await provenanceOf(session, 'network', { building: code })
  const networks = (await listNetworks(store.db, scopeOf(config)))
    .filter((network) => network.building === code)
    .map((network) => ({ ...network, importedFrom: networkFrom(network.board, network.cidr) }))
  const establishmentFrom = await provenanceOf(session, 'establishment', { building: code })
  const establishments = known.establishments
    .filter((each) => each.building === code)
    .map((each) => ({ ...each, importedFrom: establishmentFrom(each.code, code) }))
  return {
    record: { ...building, importedFrom, schools, establishments, networks, links, devices, gap, overrides: said.rows },
    text: [
      ...labelled(m, [
        [m.show.building, `${building.code} ${signed(said.rows, 'name', building.name)}`],
        [m.show.municipality, building.municipality],
        [m.show.area, building.areaM2 === null ? null : `${m.format.number(building.areaM2, 0)} m²`],
      ]),
      ...said.lines,
      ...block(
        m,
        m.show.schools,
        schools.map((school) => `${school} ${nameOf.get(school) ?? ''}`),
      ),
      ...block(
        m,
        m.show.establishments,
        establishments.map((each) => establishmentText(each, m)),
      ),
      ...(gap === null ? [] : gapLines(gap, m)),
      ...labelled(m, [[m.show.links, links.join(', ')]]),
      ...block(
        m,
        m.show.networks,
        networks.map((each) => networkText(each, m)),
      ),
      m.show.devices(m.format.number(devices.answered), m.format.number(devices.failed)),
      ...provenanceLines(m, [
        ['building', [importedFrom]],
        ['establishment', establishments.map((each) => each.importedFrom)],
        ['network', networks.map((each) => each.importedFrom)],
      ]),
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
      [m.show.measuredUse, useText(gap.measuredUse, gap.monthsUntilFull, m)],
    ]),
    ...block(m, m.show.why, reasonTexts(gap, m)),
    ...block(m, m.show.closing, closingTexts(gap, m)),
  ]
}
