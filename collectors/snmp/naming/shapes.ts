import type { Agent } from '../wire/agent.js'
import { indexBelow } from '../wire/oid.js'
import { serialOrNull } from '../wire/serial.js'
import { isAbsent, text, valueOf } from '../wire/value.js'
import type { Fact } from './facts.js'
import type { IdentityField } from './identity-objects.js'

/** A maker's MIB begins with what identifies the device: so much of it is looked at, in so many requests. */
const REQUESTS = 3
const REPETITIONS = 20

interface Said {
  readonly oid: string
  /** The group of a scalar, or the entry of a column: the OID without object and instance. */
  readonly group: string
  readonly text: string
}

const VERSION = /^(?:v|r|ver\.? ?|version:? )?\d{1,4}(?:\.\d{1,5}){1,4}(?:[-_ .(][\w()+.-]*){0,3}$/i
/** A reading has one decimal more often than a version. */
const READING = /^\d+\.\d$/
const ADDRESS = /^(?:0|127|\d{2,3})(?:\.\d{1,3}){3}$/
const MODEL = /^(?!.*\d{6})[A-Z]{1,6}-[A-Z0-9]+(?:-[A-Z0-9]+)*$/
const SERIAL = /^(?=.*\d.*\d.*\d.*\d)(?=.*[A-Z]|.{8})[A-Z0-9]{6,20}$/
/** Twelve hexadecimal digits are a MAC address; eight that begin with a year are a date. */
const NO_SERIAL = /^(?:[0-9A-F]{12}|20\d{6})$/

/**
 * What can be told of a device whose maker's MIB is not known: a text at the beginning of its branch is the version or
 * the serial number when it alone has that shape there, the model when the sysDescr holds it too or it stands with the
 * version. Two texts of one shape tell nothing.
 */
export async function readShapes(
  agent: Agent,
  { branch, sysDescr }: { readonly branch: string; readonly sysDescr: string },
  missing: readonly IdentityField[],
): Promise<Map<IdentityField, Fact>> {
  const texts = await readTexts(agent, branch)
  const version = onlyVersion(texts, sysDescr)
  const model = repeated(texts, sysDescr) ?? (version === null ? null : only(besides(texts, version), MODEL))
  const stands = version ?? model
  const serial =
    stands === null
      ? null
      : only(
          besides(texts, stands).filter((said) => said !== model && !NO_SERIAL.test(said.text)),
          SERIAL,
        )
  const found = new Map<IdentityField, Fact>()
  for (const [field, said] of Object.entries({ model, version, serial }) as [IdentityField, Said | null][]) {
    if (said !== null && missing.includes(field) && (field !== 'serial' || serialOrNull(said.text) !== null)) {
      found.set(field, { value: said.text, evidence: `${said.oid}: alone of its shape` })
    }
  }
  return found
}

async function readTexts(agent: Agent, branch: string): Promise<Said[]> {
  const texts: Said[] = []
  let from = branch
  for (let request = 0; request < REQUESTS && !agent.over; request++) {
    const answer = await agent.ask({ kind: 'getBulk', oids: [from], repetitions: REPETITIONS })
    const varbinds = 'varbinds' in answer ? (answer.varbinds[0] ?? []) : []
    for (const varbind of varbinds) {
      if (isAbsent(varbind) || indexBelow(varbind.oid, branch) === null) return texts
      const value = valueOf(varbind)
      const said = Buffer.isBuffer(value) ? text(value) : null
      const group = varbind.oid.split('.').slice(0, -2).join('.')
      if (said !== null && said.length > 2) texts.push({ oid: varbind.oid, group, text: said })
    }
    const last = varbinds.at(-1)?.oid
    if (last === undefined || last === from) break
    from = last
  }
  return texts
}

function onlyVersion(texts: readonly Said[], sysDescr: string): Said | null {
  const versions = texts.filter(
    (said) => VERSION.test(said.text) && !ADDRESS.test(said.text) && !READING.test(said.text),
  )
  const inDescr = versions.filter((said) => sysDescr.includes(said.text))
  const long = versions.filter((said) => /\d\.\d+\.\d/.test(said.text))
  return [versions, inDescr, long].map(alone).find((said) => said !== null) ?? null
}

/** A product's name that the sysDescr holds as a word. */
function repeated(texts: readonly Said[], sysDescr: string): Said | null {
  const words = sysDescr.split(/[\s,;:()]+/)
  return alone(texts.filter((said) => /^(?=.*[A-Z])(?=.*\d)[\w+/-]{4,}$/.test(said.text) && words.includes(said.text)))
}

function besides(texts: readonly Said[], stands: Said): Said[] {
  return texts.filter((said) => said.group === stands.group && said.text !== stands.text)
}

function only(texts: readonly Said[], shape: RegExp): Said | null {
  return alone(texts.filter((said) => shape.test(said.text)))
}

/** The text, when all say the same. */
function alone(texts: readonly Said[]): Said | null {
  return new Set(texts.map((said) => said.text)).size === 1 ? (texts[0] ?? null) : null
}
