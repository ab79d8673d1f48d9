import {
  type Element,
  type Oid,
  element,
  elements,
  expectTag,
  firstElement,
  integer,
  MalformedMessage,
  octets,
  oidOf,
  readInteger,
  TAG,
} from './ber.js'
import { expectPdu, parseRequest, refuse, report, type Request } from './pdu.js'
import {
  AUTH,
  authenticationCode,
  decrypt,
  encrypt,
  type EngineClock,
  isAuthentic,
  type LabUser,
  type LocalizedKeys,
  localize,
} from './usm.js'

/** What an engine counts and reports (SNMP-USER-BASED-SM-MIB, RFC 3414). */
const USM_STATS = {
  unsupportedSecLevels: oidOf('1.3.6.1.6.3.15.1.1.1.0'), // usmStatsUnsupportedSecLevels
  notInTimeWindows: oidOf('1.3.6.1.6.3.15.1.1.2.0'), // usmStatsNotInTimeWindows
  unknownUserNames: oidOf('1.3.6.1.6.3.15.1.1.3.0'), // usmStatsUnknownUserNames
  unknownEngineIds: oidOf('1.3.6.1.6.3.15.1.1.4.0'), // usmStatsUnknownEngineIDs
  wrongDigests: oidOf('1.3.6.1.6.3.15.1.1.5.0'), // usmStatsWrongDigests
  decryptionErrors: oidOf('1.3.6.1.6.3.15.1.1.6.0'), // usmStatsDecryptionErrors
} as const satisfies Record<string, Oid>

type Statistic = keyof typeof USM_STATS

const FLAG = { auth: 0x01, priv: 0x02, reportable: 0x04 } as const
const USM = 3
/** Seconds that a message may be late or early (RFC 3414, 2.2.3). */
const TIME_WINDOW_S = 150
/** What the version 3 wrapping takes at most around the varbinds: headers, USM parameters with a SHA-512 code, scope. */
const WRAPPING_BYTES = 220

interface Incoming {
  readonly message: Buffer
  readonly msgId: number
  readonly maxSize: number
  readonly flags: number
  readonly engineId: Buffer
  readonly clock: EngineClock
  readonly userName: string
  readonly code: Buffer
  readonly salt: Buffer
  readonly data: Element
}

interface Security {
  readonly user: LabUser | null
  readonly keys: LocalizedKeys
  readonly auth: boolean
  readonly priv: boolean
}

const NOBODY: Security = { user: null, keys: { auth: null, priv: null }, auth: false, priv: false }

/** An authoritative SNMPv3 engine with the User-based Security Model: one a device. */
export interface Engine {
  /** The datagram that answers, or null when there is nothing to say. `handle` gives the response PDU for a room in octets. */
  answer(message: Buffer, handle: (request: Request, room: number) => Buffer | null): Buffer | null
}

/**
 * @param startedAt milliseconds since the epoch, from which `engineTime` counts
 * @param now the clock, an argument so that a test can be late
 * @see RFC 3414, 3.2, for the order of the checks
 */
export function createEngine(
  options: {
    readonly engineId: Buffer
    readonly boots: number
    readonly users: readonly LabUser[]
    readonly maxBytes: number
  },
  now: () => number = Date.now,
): Engine {
  const startedAt = now()
  const counters = new Map<Statistic, number>()
  const keysByUser = new Map<string, LocalizedKeys>()
  const clock = (): EngineClock => ({ boots: options.boots, time: Math.floor((now() - startedAt) / 1000) + 1 })

  const keysOf = (user: LabUser): LocalizedKeys => {
    const keys = keysByUser.get(user.name) ?? localize(user, options.engineId)
    keysByUser.set(user.name, keys)
    return keys
  }

  const complain = (incoming: Incoming, statistic: Statistic, security: Security): Buffer | null => {
    const count = (counters.get(statistic) ?? 0) + 1
    counters.set(statistic, count)
    if ((incoming.flags & FLAG.reportable) === 0) return null
    const scoped = scope(report(plainRequestId(incoming), USM_STATS[statistic], count))
    return wrap(incoming, security, scoped)
  }

  const scope = (pdu: Buffer): Buffer => element(TAG.sequence, octets(options.engineId), octets(''), pdu)

  const wrap = (incoming: Incoming, security: Security, scoped: Buffer): Buffer => {
    const { user, keys } = security
    const time = clock()
    const secret = security.priv && keys.priv !== null ? encrypt(keys.priv, time, scoped) : null
    const protocol = security.auth ? (user?.auth?.protocol ?? null) : null
    const flags = (protocol === null ? 0 : FLAG.auth) | (secret === null ? 0 : FLAG.priv)
    const build = (code: Buffer): Buffer =>
      element(
        TAG.sequence,
        integer(3),
        element(
          TAG.sequence,
          integer(incoming.msgId),
          integer(options.maxBytes),
          octets(Buffer.from([flags])),
          integer(USM),
        ),
        octets(
          element(
            TAG.sequence,
            octets(options.engineId),
            integer(time.boots),
            integer(time.time),
            octets(user?.name ?? incoming.userName),
            octets(code),
            octets(secret?.salt ?? ''),
          ),
        ),
        secret === null ? scoped : octets(secret.cipher),
      )
    if (protocol === null || keys.auth === null) return build(Buffer.alloc(0))
    const blank = build(Buffer.alloc(AUTH[protocol].codeBytes))
    return build(authenticationCode(protocol, keys.auth, blank))
  }

  /** Who asks, and how safely; or the report that says what is wrong. */
  const authenticate = (incoming: Incoming): Security | { readonly reply: Buffer | null } => {
    if (!incoming.engineId.equals(options.engineId)) return { reply: complain(incoming, 'unknownEngineIds', NOBODY) }
    const user = options.users.find((one) => one.name === incoming.userName)
    if (user === undefined) return { reply: complain(incoming, 'unknownUserNames', NOBODY) }
    const security: Security = {
      user,
      keys: keysOf(user),
      auth: (incoming.flags & FLAG.auth) !== 0,
      priv: (incoming.flags & FLAG.priv) !== 0,
    }
    const { auth, priv } = security.keys
    if ((security.auth && auth === null) || (security.priv && priv === null) || (security.priv && !security.auth))
      return { reply: complain(incoming, 'unsupportedSecLevels', NOBODY) }
    if (!security.auth || user.auth === null || auth === null) return security
    if (!isAuthentic(user.auth.protocol, auth, incoming.message, incoming.code))
      return { reply: complain(incoming, 'wrongDigests', NOBODY) }
    const here = clock()
    const late = Math.abs(here.time - incoming.clock.time) > TIME_WINDOW_S || here.boots !== incoming.clock.boots
    return late ? { reply: complain(incoming, 'notInTimeWindows', { ...security, priv: false }) } : security
  }

  return {
    answer(message, handle) {
      const incoming = parse(message)
      const security = authenticate(incoming)
      if ('reply' in security) return security.reply
      const request = readRequest(incoming, security)
      if (request === null) return complain(incoming, 'decryptionErrors', NOBODY)
      const room = Math.min(options.maxBytes, incoming.maxSize) - WRAPPING_BYTES
      const pdu = isSafeEnough(security) ? handle(request, room) : refuse(request)
      return pdu === null ? null : wrap(incoming, security, scope(pdu))
    },
  }
}

/** A user who has a key must use it: the lab asks of each the level that its description gives. */
function isSafeEnough({ user, auth, priv }: Security): boolean {
  return (user?.auth === null || auth) && (user?.priv === null || priv)
}

function parse(message: Buffer): Incoming {
  const [, header, parameters, data] = elements(expectTag(elements(message)[0], TAG.sequence))
  const [msgId, maxSize, flags, model] = elements(expectTag(header, TAG.sequence))
  if (readInteger(model) !== USM) throw new MalformedMessage('Not the User-based Security Model')
  const usm = expectTag(elements(expectTag(parameters, TAG.octetString))[0], TAG.sequence)
  const [engineId, boots, time, userName, code, salt] = elements(usm)
  if (data === undefined) throw new MalformedMessage('No scoped PDU')
  return {
    message,
    msgId: readInteger(msgId),
    maxSize: readInteger(maxSize),
    flags: expectTag(flags, TAG.octetString)[0] ?? 0,
    engineId: expectTag(engineId, TAG.octetString),
    clock: { boots: readInteger(boots), time: readInteger(time) },
    userName: expectTag(userName, TAG.octetString).toString('utf8'),
    code: expectTag(code, TAG.octetString),
    salt: expectTag(salt, TAG.octetString),
    data,
  }
}

/** The request inside, or null when it cannot be deciphered (a wrong key gives noise, and noise is seldom BER). */
function readRequest(incoming: Incoming, security: Security): Request | null {
  if (!security.priv) return scopedRequest(expectTag(incoming.data, TAG.sequence))
  const { priv } = security.keys
  const cipher = expectTag(incoming.data, TAG.octetString)
  const plain = priv === null ? null : decrypt(priv, incoming.clock, incoming.salt, cipher)
  if (plain === null) return null
  try {
    return scopedRequest(expectTag(firstElement(plain), TAG.sequence))
  } catch (error) {
    if (error instanceof MalformedMessage) return null
    throw error
  }
}

function scopedRequest(content: Buffer): Request {
  const [, , pdu] = elements(content)
  if (pdu === undefined) throw new MalformedMessage('No PDU')
  return parseRequest(expectPdu(pdu.tag), pdu.content)
}

/** The request id of a message that was not enciphered, else 0: what a report must carry (RFC 3414, 3.2). */
function plainRequestId(incoming: Incoming): number {
  return incoming.data.tag === TAG.sequence ? scopedRequest(incoming.data.content).requestId : 0
}
