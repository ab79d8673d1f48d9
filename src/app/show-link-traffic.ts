import type { Messages } from '../i18n/translator.js'
import { groupedBy } from '../lib/group.js'
import type { TrafficRow } from '../model/rows.js'
import type { WanLink } from '../model/wan-link.js'
import { devicesAtLink } from '../store/wan-interfaces.js'
import type { Session } from './session.js'
import { trafficRows } from './traffic-rows.js'

/** What is measured of a wide-area link: for each interface at an end of it, the last day that is well measured, else the latest. */
export async function linkTraffic(session: Session, link: string): Promise<readonly TrafficRow[]> {
  const ids = await devicesAtLink(session.store.db, link)
  if (ids.length === 0) return []
  const rows: TrafficRow[] = []
  for await (const row of trafficRows(session, 'kept', ids)) if (row.link === link) rows.push(row)
  const byPort = groupedBy(rows, ({ managementAddress, ifIndex }) => `${managementAddress} ${ifIndex}`)
  return [...byPort.values()].flatMap((days) => days.find(({ sufficient }) => sufficient) ?? days[0] ?? [])
}

/** What `show` says of it: where it is measured, and each direction beside the link's nominal capacity. */
export function linkTrafficLines(
  rows: readonly TrafficRow[],
  { capacityDownBps, capacityUpBps }: WanLink,
  m: Messages,
): string[] {
  const { sample, format } = m
  const beside = (bps: number | null, capacity: number | null): string =>
    bps === null || !capacity
      ? format.rate(bps)
      : sample.ofCapacity(format.rate(bps), format.percent(bps / capacity), format.rate(capacity))
  return rows.flatMap((row) => {
    const { linkEnd, day, samples, expected } = row
    const end = linkEnd === null ? '' : m.links.end(linkEnd.toUpperCase())
    const lines = [
      sample.at([row.sysName, row.managementAddress].filter((each) => each !== null).join(', '), row.port, end),
    ]
    if (day === null) return [...lines, sample.notYet]
    const isMean = samples === 0
    const [received, sent] = isMean ? [row.meanInBps, row.meanOutBps] : [row.p95InBps, row.p95OutBps]
    // At A, towards the school, what is received flows down.
    const flows =
      linkEnd === null
        ? sample.receivesAndSends(format.rate(received), format.rate(sent))
        : sample.downAndUp(
            beside(linkEnd === 'a' ? received : sent, capacityDownBps),
            beside(linkEnd === 'a' ? sent : received, capacityUpBps),
          )
    const counted = [format.number(samples), format.number(expected ?? 0)] as const
    lines.push(isMean ? sample.linkDayMean(day, flows) : sample.linkDay(day, flows, ...counted))
    if (!isMean && !row.sufficient) lines.push(sample.tooFew)
    return lines
  })
}
