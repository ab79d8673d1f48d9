import type { LineString, MultiLineString } from 'geojson'
import type { Messages } from '../i18n/translator.js'
import type { LinkMeasure } from '../model/traffic.js'
import { measureLinks } from './link-measures.js'
import { findGaps } from './results.js'
import type { Known } from './known.js'
import { provenanceLines, provenanceOf } from './provenance.js'
import type { Session } from './session.js'
import { block, labelled, type Shown } from './show-lines.js'
import { linkTraffic, linkTrafficLines } from './show-link-traffic.js'
import { saidOf, signed } from './show-said.js'
import { useText } from './texts.js'

/** A wide-area link with all that its file tells, what it carries and what is measured of it; null when it is none. */
export async function showWanLink(session: Session, known: Known, id: string): Promise<Shown | null> {
  const { m } = session
  const link = known.wanLinks.find((each) => each.id === id)
  if (link === undefined) return null
  const { linkLoads } = await findGaps(session, known, {})
  const load = linkLoads.find((each) => each.link === id) ?? null
  const traffic = await linkTraffic(session, id)
  const measure = (await measureLinks(session.store.db, [link])).get(id) ?? null
  const both = (down: number | null, up: number | null): string => `↓ ${m.format.rate(down)}, ↑ ${m.format.rate(up)}`
  const said = await saidOf(session, 'wan-link', id)
  const importedFrom = (await provenanceOf(session, 'wan_link', { link: id }))(id)
  const route = link.route === null ? null : (JSON.parse(link.route) as LineString | MultiLineString)
  const burst = link.burstDownBps ?? link.burstUpBps
  return {
    record: { ...link, route, importedFrom, load, traffic, measure, overrides: said.rows },
    text: [
      ...labelled(m, [
        [m.show.link, `${link.id} ${signed(said.rows, 'name', link.name ?? '')}`.trim()],
        [m.show.ends, `${link.a} → ${link.b}`],
        [m.show.provider, [link.provider, link.network].filter((each) => each !== null).join(', ')],
        [m.show.medium, link.medium === null ? null : m.words[`medium-${link.medium}`]],
        [m.show.capacity, both(link.capacityDownBps, link.capacityUpBps)],
        [m.show.burst, burst === null ? null : both(link.burstDownBps, link.burstUpBps)],
        [m.show.status, m.words[`status-${link.status}`]],
        [m.show.role, m.words[`role-${link.role}`]],
        [m.show.monthlyCost, link.monthlyCostCents === null ? null : m.format.money(link.monthlyCostCents)],
        [m.show.contractEnd, link.contractEnd],
        [m.show.saidBy, link.source],
        [m.show.route, route === null ? null : m.show.routePoints(m.format.number(pointsOf(route)))],
        [m.show.demand, m.format.rate(load?.demandDownBps ?? null)],
        [m.show.load, m.format.percent(load?.load ?? null)],
        ...measureLabels(measure, m),
      ]),
      ...block(m, m.sample.title, linkTrafficLines(traffic, link, m)),
      ...said.lines,
      ...provenanceLines(m, [['wan_link', [importedFrom]]]),
    ],
  }
}

function measureLabels(measure: LinkMeasure | null, m: Messages): [string, string | null][] {
  if (measure === null) return []
  const { days, since, until, use, headroomBps, monthsUntilFull } = measure
  return [
    [m.show.measuredUse, useText(use, monthsUntilFull, m)],
    [m.show.headroom, headroomBps === null ? null : m.format.rate(headroomBps)],
    [m.show.measuredDays, m.show.measuredOver(m.format.number(days), since, until)],
  ]
}

function pointsOf(route: LineString | MultiLineString): number {
  return route.type === 'LineString' ? route.coordinates.length : route.coordinates.flat().length
}
