import type { Messages } from '../i18n/translator.js'
import type { DeviceDocument } from '../model/device.js'
import type { Link } from '../model/link.js'
import { deviceDocuments } from '../store/device-documents.js'
import { countSightings, type SightingCounts } from '../store/sightings.js'
import { linksOfDevice } from './links.js'
import { sessionLocator, type Session } from './session.js'
import { fleetLines, fleetRowsOfDevice, type HeldRow } from './show-fleet.js'
import { block, labelled, type Shown } from './show-lines.js'
import { deviceLinkLines } from './show-link.js'
import { networkLines } from './show-network.js'
import { partLines } from './show-parts.js'
import { saidOf, signed } from './show-said.js'
import { measuredInterfaces, trafficLines, type MeasuredInterface } from './traffic-rows.js'

/** A device by its number in the database, and the rows of the inventory that have its serial number or its MAC. */
export async function showDevice(session: Session, id: number): Promise<Shown | null> {
  const { m, store } = session
  for await (const device of deviceDocuments(store.db, await sessionLocator(session), { board: null, ids: [id] })) {
    const links = await linksOfDevice(session, id, device.managementAddress)
    const said = await saidOf(session, 'device', String(id))
    const sightings = await countSightings(store.db, id)
    const traffic = (await measuredInterfaces(session, [id])).get(id) ?? []
    const fleet = await fleetRowsOfDevice(session, device)
    const record = { ...device, links, traffic, sightings, overrides: said.rows, fleet }
    return { record, text: deviceText({ device, links, traffic, sightings, said, fleet }, m) }
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
  readonly said: Awaited<ReturnType<typeof saidOf>>
  readonly fleet: readonly HeldRow[]
}

function deviceText({ device, links, traffic, sightings, said, fleet }: KnownDevice, m: Messages): string[] {
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
    ...fleetLines(fleet, m),
  ]
}
