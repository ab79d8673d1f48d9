import type { DeviceKind } from '../../../src/model/device.js'
import type { Profile } from './define-profile.js'
import type { Enterprise } from './enterprises.js'
import type { Facts } from './facts.js'
import { KIND_WORDS, SURE_KINDS, SYSTEMS } from './grammar.js'

/** What the tables of a device betray of its use. */
export interface Signs {
  readonly isPrinter: boolean
  readonly isUps: boolean
  /** Ports that BRIDGE-MIB counts; null when the device has none. */
  readonly bridgePorts: number | null
  /** Interfaces of type ethernetCsmacd(6). */
  readonly ethernetPorts: number
}

export interface Kind {
  readonly value: DeviceKind
  readonly evidence: string
}

/** Five bridged ports or more: a switch. Fewer, and it may be an access point, a phone or a server with bridges. */
const SWITCH_PORTS = 5
/** So many Ethernet ports are a switch's, even when it has no BRIDGE-MIB. */
const MANY_PORTS = 8
const LAYER_3 = 0x04

/** What a device is for: the tables that only one use has, its profile, its own words, its maker, then its ports. */
export function findKind(
  facts: Facts,
  profile: Profile | null,
  enterprise: Enterprise | null,
  signs: Signs,
): Kind | null {
  if (signs.isPrinter) return { value: 'printer', evidence: 'prtGeneralTable' }
  const own = profile === null ? null : profileKind(facts, profile)
  if (own !== null) return own
  if (signs.isUps) return { value: 'power', evidence: 'upsIdent' }
  const sysDescr = facts.get('sysDescr')?.value ?? ''
  const isSystem = SYSTEMS.some(({ match }) => match.test(sysDescr))
  const words = isSystem ? undefined : KIND_WORDS.find(({ match }) => match.test(sysDescr))
  const said = words === undefined ? null : { value: words.kind, evidence: `sysDescr: ${words.match.source}` }
  if (said !== null && SURE_KINDS.has(said.value)) return said
  if (enterprise !== null && enterprise.kind !== null) return { value: enterprise.kind, evidence: 'sysObjectID' }
  if (said !== null) return said
  if (isSystem) return { value: 'server', evidence: 'sysDescr' }
  return kindByPorts(facts, signs)
}

/** Many Ethernet ports: a switch. A few, and sysServices says that it forwards packets: a router (RFC 3418, layer 3). */
function kindByPorts(facts: Facts, { bridgePorts, ethernetPorts }: Signs): Kind | null {
  const isBridge = (bridgePorts ?? 0) >= SWITCH_PORTS && ethernetPorts >= SWITCH_PORTS
  if (isBridge) return { value: 'switch', evidence: 'dot1dBaseNumPorts' }
  if (ethernetPorts >= MANY_PORTS) return { value: 'switch', evidence: 'ifType' }
  const forwards = (Number(facts.get('sysServices')?.value ?? 0) & LAYER_3) !== 0
  return forwards && ethernetPorts >= 2 ? { value: 'router', evidence: 'sysServices' } : null
}

function profileKind(facts: Facts, profile: Profile): Kind | null {
  const evidence = `profile ${profile.id}`
  if (typeof profile.kind === 'string') return { value: profile.kind, evidence }
  for (const rule of profile.kind) {
    if (typeof rule === 'string') return { value: rule, evidence }
    const found = facts.apply(rule)
    if (found !== null) return { value: rule.kind, evidence: found.evidence }
  }
  return null
}
