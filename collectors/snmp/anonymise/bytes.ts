import type { Holds } from './columns.js'
import { LENGTHS } from './indexes.js'
import type { AddressKind, Secrets } from './secrets.js'
import { replaceStrict, replaceText } from './texts.js'

const KINDS: readonly AddressKind[] = ['ip6', 'mac', 'ip4']
/** Longer values that are no text are sets of ports or tables, where four bytes may be alike by chance. */
const LONGEST_WITH_IP4 = 64
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** An octet string with stand-ins for what is private in it. */
export function replaceBytes(bytes: Buffer, holds: Holds, secrets: Secrets): Buffer {
  if (bytes.length === 0) return bytes
  const whole = wholeAddress(bytes, holds, secrets)
  if (whole !== null) return joined(bytes, whole.at, secrets.standIn(whole.kind, part(bytes, whole)))
  const encoding = encodingOf(bytes)
  if (encoding !== null) return Buffer.from(replaceText(bytes.toString(encoding), holds, secrets), encoding)
  if (holds === 'bits') return bytes
  if (holds === 'serial') return secrets.standIns.bytes(bytes)
  const strict = Buffer.from(replaceStrict(bytes.toString('latin1'), secrets), 'latin1')
  return withinBytes(strict, secrets)
}

interface Found {
  readonly kind: AddressKind
  readonly at: number
}

const part = (bytes: Buffer, { kind, at }: Found): Buffer => bytes.subarray(at, at + LENGTHS[kind])

/** Where a value is one address: after a family (IANA) or a priority (a bridge's), or with nothing else. */
export function wholeAddress(bytes: Buffer, holds: Holds, secrets: Secrets): Found | null {
  const { length } = bytes
  const isText = encodingOf(bytes) !== null
  if (holds === 'bits') return null
  if (length === 6 && (!isText || holds === 'address' || secrets.has('mac', bytes))) return { kind: 'mac', at: 0 }
  if (holds === 'address') {
    if (length === 8) return { kind: 'mac', at: 2 }
    if (length === 4 || length === 16) return { kind: length === 4 ? 'ip4' : 'ip6', at: 0 }
  }
  // An LLDP id of subtype networkAddress (IEEE 802.1AB): its family, then the address.
  if (length === 5 && bytes[0] === 1 && !isText) return { kind: 'ip4', at: 1 }
  if (length === 17 && bytes[0] === 2 && !isText) return { kind: 'ip6', at: 1 }
  return null
}

/** Known addresses wherever they stand among other bytes. */
function withinBytes(bytes: Buffer, secrets: Secrets): Buffer {
  const out = Buffer.from(bytes)
  for (let at = 0; at < bytes.length; at++) {
    for (const kind of KINDS) {
      if (kind === 'ip4' && bytes.length > LONGEST_WITH_IP4) continue
      const piece = part(bytes, { kind, at })
      if (piece.length !== LENGTHS[kind] || !secrets.has(kind, piece)) continue
      secrets.standIn(kind, piece).copy(out, at)
      at += piece.length - 1
      break
    }
  }
  return out
}

/** How bytes are text, as `text` of the readers decodes it; null when they are not. Ends with NULs still are. */
export function encodingOf(bytes: Buffer): 'utf8' | 'latin1' | null {
  let last = bytes.length
  while (last > 0 && bytes[last - 1] === 0) last--
  const body = bytes.subarray(0, last)
  if (
    body.length === 0 ||
    body.some((byte) => (byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 13) || byte === 0x7f)
  ) {
    return null
  }
  try {
    utf8.decode(body)
    return 'utf8'
  } catch {
    const accented = body.filter((byte) => byte >= 0x80)
    return accented.every((byte) => byte >= 0xa0) && accented.length * 3 < body.length ? 'latin1' : null
  }
}

function joined(bytes: Buffer, at: number, piece: Buffer): Buffer {
  return Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at + piece.length)])
}
