import type { Messages } from '../i18n/translator.js'
import type { Link, LinkConflict, LinkEnd } from '../model/link.js'
import { linkDeviceName, linkEndName, linkPortName } from '../model/link-name.js'
import { block, labelled, type Shown } from './show-lines.js'

/** Conflicts that are about a port; the others are about the device at the end. */
const OF_PORT: ReadonlySet<LinkConflict['code']> = new Set(['several-on-port', 'far-side-differs', 'port-differs'])

function conflictText({ code, end, about }: LinkConflict, link: Link, m: Messages): string {
  if (code === 'speed-differs') {
    const speeds = [link.a, link.b].map((each) => `${linkDeviceName(each)} ${m.format.rate(each.speedBps)}`)
    return m.links[code]('', speeds.join(', '))
  }
  const where = end === null ? '' : OF_PORT.has(code) ? linkEndName(link[end]) : linkDeviceName(link[end])
  return m.links[code](where, about)
}

/** A link with its ends, who says so, and what does not fit. */
export function showLink(link: Link, m: Messages): Shown {
  const { a, b } = link
  const end = (each: LinkEnd): string => {
    const port = linkPortName(each)
    const address = each.managementAddress ?? m.links.notOurs
    return [`${linkDeviceName(each)} (${address})`, port === null ? null : m.links.port(port)]
      .filter((part) => part !== null)
      .join(', ')
  }
  const told = ({ managementAddress, ifIndex, ...each }: LinkEnd): string | null => {
    if (managementAddress !== null && ifIndex !== null) return null
    const parts = [
      each.chassisId === null ? null : m.links.chassis(each.chassisId),
      each.portId === null ? null : m.links.toldPort(each.portId),
      each.portDescr,
      ...each.toldAddresses.filter((address) => address !== each.chassisId),
    ]
    return [...new Set(parts.filter((part) => part !== null))].join(', ')
  }
  return {
    record: link,
    text: [
      ...labelled(m, [
        [m.show.link, link.id],
        [m.links.end('A'), end(a)],
        [m.links.told, told(a)],
        [m.links.end('B'), end(b)],
        [m.links.told, told(b)],
        [m.links.confidence, m.words[`confidence-${link.confidence}`]],
        [m.links.speed, link.speedBps === null ? null : m.format.rate(link.speedBps)],
      ]),
      ...block(
        m,
        m.links.evidence,
        link.evidence.map(({ protocol, side, when }) => {
          const at = m.format.dateTime(when)
          const name = protocol.toUpperCase()
          return side === 'both' ? m.links.both(name, at) : m.links.oneEnd(name, linkDeviceName(link[side]), at)
        }),
      ),
      ...block(
        m,
        m.links.conflicts,
        link.conflicts.map((conflict) => conflictText(conflict, link, m)),
      ),
      m.show.seen(m.format.dateTime(link.firstSeen), m.format.dateTime(link.lastSeen)),
    ],
  }
}

/** The widest that a column is padded to: a longer name pushes its own line alone. */
const WIDEST = 30

/** The links of a device, a line for each port with what is at the other end, and what does not fit below it. */
export function deviceLinkLines(links: readonly Link[], managementAddress: string, m: Messages): string[] {
  const rows = links.map((link) => {
    const isA = link.a.managementAddress === managementAddress
    const near = isA ? link.a : link.b
    return {
      link,
      port: linkPortName(near) ?? '?',
      ifIndex: near.ifIndex ?? Infinity,
      far: linkEndName(isA ? link.b : link.a),
    }
  })
  rows.sort((one, other) => one.ifIndex - other.ifIndex || (one.port < other.port ? -1 : 1))
  const widthOf = (texts: readonly string[]): number =>
    Math.min(WIDEST, Math.max(0, ...texts.map(({ length }) => length)))
  const portWidth = widthOf(rows.map(({ port }) => port))
  const farWidth = widthOf(rows.map(({ far }) => far))
  return rows.flatMap(({ link, port, far }) => [
    `${port.padEnd(portWidth)} → ${far.padEnd(farWidth)}  ${[
      m.words[`confidence-${link.confidence}`],
      ...(link.speedBps === null ? [] : [m.format.rate(link.speedBps)]),
      link.id,
    ].join(', ')}`,
    ...link.conflicts.map((conflict) => `  ! ${conflictText(conflict, link, m)}`),
  ])
}
