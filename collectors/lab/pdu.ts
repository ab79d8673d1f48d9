import {
  element,
  elements,
  expectTag,
  integer,
  MalformedMessage,
  objectIdentifier,
  type Oid,
  readInteger,
  readOid,
  TAG,
} from './ber.js'
import type { View } from './view.js'

/** Kinds of PDU (RFC 3416, 3). */
export const PDU = {
  get: 0xa0,
  getNext: 0xa1,
  response: 0xa2,
  set: 0xa3,
  getBulk: 0xa5,
  report: 0xa8,
} as const

/** Error status (RFC 3416, 3). */
const ERROR = { noError: 0, tooBig: 1, authorizationError: 16, notWritable: 17 } as const

/** A request: in a GETBULK, `first` is non-repeaters and `second` max-repetitions; elsewhere error status and index. */
export interface Request {
  readonly kind: number
  readonly requestId: number
  readonly first: number
  readonly second: number
  readonly oids: readonly Oid[]
}

export function parseRequest(kind: number, content: Buffer): Request {
  const [requestId, first, second, list] = elements(content)
  const oids = elements(expectTag(list, TAG.sequence)).map((one) => {
    const [name] = elements(expectTag(one, TAG.sequence))
    return readOid(name)
  })
  return { kind, requestId: readInteger(requestId), first: readInteger(first), second: readInteger(second), oids }
}

/**
 * The response PDU to a request, its varbinds taking at most `room` octets; null for a PDU that agents do not answer.
 *
 * A GETBULK gives as many varbinds as there is room for; anything else that is too long is `tooBig`, without varbinds.
 *
 * @see RFC 3416, 4.2
 */
export function respond(request: Request, view: View, room: number): Buffer | null {
  switch (request.kind) {
    case PDU.get:
      return whole(
        request,
        request.oids.map((oid) => view.get(oid).encoded),
        room,
      )
    case PDU.getNext:
      return whole(
        request,
        request.oids.map((oid) => view.next(oid).encoded),
        room,
      )
    case PDU.getBulk:
      return bulk(request, view, room)
    case PDU.set:
      return response(request, ERROR.notWritable, 1, request.oids.map(unset))
    default:
      return null
  }
}

/** The response to a user who is known, but asks with less security than is required of him (RFC 3415). */
export function refuse(request: Request): Buffer {
  return response(request, ERROR.authorizationError, 0, request.oids.map(unset))
}

/** A report of one counter (RFC 3414, 3.2). `requestId` is 0 when the request could not be read. */
export function report(requestId: number, counter: Oid, count: number): Buffer {
  const varbind = element(TAG.sequence, objectIdentifier(counter), integer(count, TAG.counter32))
  return pdu(PDU.report, requestId, 0, 0, [varbind])
}

function whole(request: Request, varbinds: readonly Buffer[], room: number): Buffer {
  const size = varbinds.reduce((sum, one) => sum + one.length, 0)
  return size > room ? response(request, ERROR.tooBig, 0, []) : response(request, ERROR.noError, 0, varbinds)
}

function bulk(request: Request, view: View, room: number): Buffer {
  const nonRepeaters = Math.min(Math.max(request.first, 0), request.oids.length)
  const repetitions = Math.max(request.second, 0)
  const varbinds: Buffer[] = []
  let left = room
  const take = (oid: Oid): { readonly oid: Oid; readonly end: boolean } | null => {
    const found = view.next(oid)
    if (found.encoded.length > left) return null
    left -= found.encoded.length
    varbinds.push(found.encoded)
    return found
  }
  const full = (): Buffer =>
    varbinds.length === 0 ? response(request, ERROR.tooBig, 0, []) : response(request, ERROR.noError, 0, varbinds)
  for (const oid of request.oids.slice(0, nonRepeaters)) if (take(oid) === null) return full()
  let row = request.oids.slice(nonRepeaters)
  for (let repetition = 0; repetition < repetitions && row.length > 0; repetition++) {
    const nextRow: Oid[] = []
    let ended = true
    for (const oid of row) {
      const found = take(oid)
      if (found === null) return full()
      nextRow.push(found.oid)
      ended &&= found.end
    }
    if (ended) break
    row = nextRow
  }
  return response(request, ERROR.noError, 0, varbinds)
}

function unset(oid: Oid): Buffer {
  return element(TAG.sequence, objectIdentifier(oid), element(TAG.null))
}

function response(request: Request, status: number, index: number, varbinds: readonly Buffer[]): Buffer {
  return pdu(PDU.response, request.requestId, status, index, varbinds)
}

function pdu(kind: number, requestId: number, first: number, second: number, varbinds: readonly Buffer[]): Buffer {
  return element(kind, integer(requestId), integer(first), integer(second), element(TAG.sequence, ...varbinds))
}

/** Throws `MalformedMessage` unless the tag is that of a PDU. */
export function expectPdu(tag: number): number {
  if (tag < 0xa0 || tag > 0xa8) throw new MalformedMessage(`Not a PDU: ${tag}`)
  return tag
}
