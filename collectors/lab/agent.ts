import { element, elements, expectTag, integer, MalformedMessage, octets, oidOf, readInteger, TAG } from './ber.js'
import type { LabAccess, LabDevice } from './device.js'
import { createEngine } from './engine.js'
import { deviceObjects } from './objects.js'
import { expectPdu, parseRequest, respond } from './pdu.js'
import { createView, loopingView, type View } from './view.js'

/** Longest answer, in octets: what fits in one Ethernet frame even through a tunnel. */
export const MAX_RESPONSE_BYTES = 1400

/** What the version 2c wrapping takes around the varbinds, the community apart. */
const WRAPPING_BYTES = 40

/** net-snmp's enterprise number with the top bit set, and the format "octets" (SnmpEngineID, RFC 3411). */
const ENGINE_ID_PREFIX = Buffer.from([0x80, 0x00, 0x1f, 0x88, 0x05])

/** snmpEngineBoots: more than 1, so that a requester with an old clock has something to catch up with. */
const ENGINE_BOOTS = 3

/** One simulated device: a datagram in, the datagram that answers out, or null when it keeps silent. */
export type Agent = (datagram: Buffer) => Buffer | null

/**
 * Makes the agent of a device. Its objects are laid out when the first request comes, so that sixty agents start at once.
 *
 * @param now the clock in milliseconds, for SNMPv3's time window
 */
export function createAgent(device: LabDevice, access: LabAccess, now: () => number = Date.now): Agent {
  const engine = createEngine(
    {
      engineId: Buffer.concat([ENGINE_ID_PREFIX, device.baseMac]),
      boots: ENGINE_BOOTS,
      users: access.users,
      maxBytes: MAX_RESPONSE_BYTES,
    },
    now,
  )
  const community = device.behaviour === 'other-community' ? access.otherCommunity : access.community
  let view: View | null = null
  const see = (): View => (view ??= viewOf(device))

  const answer = (datagram: Buffer): Buffer | null => {
    const [version, name, pdu] = elements(expectTag(elements(datagram)[0], TAG.sequence))
    switch (readInteger(version)) {
      case 1: {
        const given = expectTag(name, TAG.octetString)
        if (!device.versions.includes('2c') || given.toString('utf8') !== community) return null
        const request = parseRequest(expectPdu(pdu?.tag ?? 0), pdu?.content ?? Buffer.alloc(0))
        const reply = respond(request, see(), MAX_RESPONSE_BYTES - WRAPPING_BYTES - given.length)
        return reply === null ? null : element(TAG.sequence, integer(1), octets(given), reply)
      }
      case 3:
        if (!device.versions.includes('3')) return null
        return engine.answer(datagram, (request, room) => respond(request, see(), room))
      default:
        return null
    }
  }

  return (datagram) => {
    if (device.behaviour === 'silent') return null
    try {
      return answer(datagram)
    } catch (error) {
      if (error instanceof MalformedMessage) return null
      throw error
    }
  }
}

function viewOf(device: LabDevice): View {
  if (device.behaviour === 'empty-view') return createView([])
  const view = createView(deviceObjects(device))
  return device.behaviour === 'loops' ? loopingView(view, oidOf(device.loopsIn)) : view
}
