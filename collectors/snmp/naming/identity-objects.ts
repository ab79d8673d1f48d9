import { readFile } from 'node:fs/promises'
import { shipped } from '../../../src/lib/paths.js'
import type { Agent } from '../wire/agent.js'
import { findPresent } from '../wire/presence.js'
import { serialOrNull } from '../wire/serial.js'
import type { Fact } from './facts.js'
import { readObjects } from './objects.js'

/** What an identity object may tell of a device. */
export type IdentityField = 'model' | 'version' | 'serial'

interface IdentityObject {
  readonly oid: string
  readonly field: IdentityField
  /** Its `MIB::object`. */
  readonly object: string
}

/** Objects asked for in one go, and branches tried first where a maker has more. */
const ASKED = 12
const BRANCHES = 24
/** A branch: the three arcs below the enterprise number tell a maker's MIBs apart. */
const BRANCH_ARCS = 10

let loaded: Promise<ReadonlyMap<string, readonly IdentityObject[]>> | null = null

/** True when the maker's MIB is among those that the objects come from. */
export async function isKnownMaker(enterprise: string): Promise<boolean> {
  loaded ??= load()
  return (await loaded).has(enterprise)
}

/**
 * What a maker's own objects say of a device whose family has no profile, or whose profile found nothing: objects whose
 * name in the maker's MIB tells what they hold, the likeliest first (data/reference/identity-objects.tsv). A text that
 * is not well formed is left out. `enterprise` is the number below 1.3.6.1.4.1.
 */
export async function readIdentity(
  agent: Agent,
  { enterprise, sysObjectID }: { readonly enterprise: string; readonly sysObjectID: string },
  missing: readonly IdentityField[],
): Promise<Map<IdentityField, Fact>> {
  loaded ??= load()
  const known = (await loaded).get(enterprise) ?? []
  const wanted = nearest(
    known.filter(({ field }) => missing.includes(field)),
    sysObjectID,
  )
  const asked = share(await narrow(agent, wanted), missing)
  const instances = await readObjects(agent, Object.fromEntries(asked.map(({ oid }) => [oid, oid])))
  const found = new Map<IdentityField, Fact>()
  for (const { oid, field, object } of asked) {
    const instance = instances.get(oid)
    const value = instance === undefined ? null : wellFormed(field, instance.text)
    if (value === null || instance === undefined || found.has(field)) continue
    const name = object.slice(object.indexOf('::') + 2)
    found.set(field, { value, evidence: instance.index === '' ? name : `${name}.${instance.index}` })
  }
  return found
}

async function load(): Promise<ReadonlyMap<string, readonly IdentityObject[]>> {
  const rows = (await readFile(shipped('data', 'reference', 'identity-objects.tsv'), 'utf8')).split('\n').slice(1)
  const byEnterprise = new Map<string, IdentityObject[]>()
  for (const row of rows) {
    const [oid = '', field, object = ''] = row.split('\t')
    if (field !== 'model' && field !== 'version' && field !== 'serial') continue
    const enterprise = oid.split('.')[6] ?? ''
    const objects = byEnterprise.get(enterprise) ?? []
    byEnterprise.set(enterprise, [...objects, { oid, field, object }])
  }
  return byEnterprise
}

/** Those that share most arcs with the sysObjectID first: a maker's product lines have branches of their own. */
function nearest(objects: readonly IdentityObject[], sysObjectID: string): IdentityObject[] {
  const arcs = sysObjectID.split('.')
  const ranked = objects.map((object) => {
    const differs = object.oid.split('.').findIndex((arc, i) => arc !== arcs[i])
    return { object, shared: differs === -1 ? arcs.length : differs }
  })
  return ranked.sort((a, b) => b.shared - a.shared).map(({ object }) => object)
}

/** Where a maker has many, those of the branches that the agent implements. */
async function narrow(agent: Agent, objects: readonly IdentityObject[]): Promise<readonly IdentityObject[]> {
  if (objects.length <= ASKED || agent.over) return objects
  const branchOf = ({ oid }: IdentityObject): string => oid.split('.').slice(0, BRANCH_ARCS).join('.')
  const branches = [...new Set(objects.map(branchOf))].slice(0, BRANCHES)
  const present = await findPresent(agent, branches)
  return objects.filter((object) => present.has(branchOf(object)))
}

/** A dozen objects in all, every missing field with its share. */
function share(objects: readonly IdentityObject[], missing: readonly IdentityField[]): IdentityObject[] {
  const each = Math.floor(ASKED / Math.max(1, missing.length))
  return missing.flatMap((field) => objects.filter((object) => object.field === field).slice(0, each))
}

const SHAPES: Readonly<Record<IdentityField, (text: string) => boolean>> = {
  // A few words, with a letter; an address, a file or a sentence is no model.
  model: (text) =>
    /[a-z]/i.test(text) && text.length <= 50 && !/[@\n]|:\/\/|\.\w{2,4}$/.test(text) && countWords(text) <= 6,
  // `5.12`, `v2.1.0`, `R06`, `12.2(55)SE`: a number with its parts, or one short word with a digit.
  version: (text) =>
    /\d/.test(text) && text.length <= 50 && (/\d[._]\d/.test(text) || /^[a-z]{0,3}\d\S{0,12}$/i.test(text)),
  serial: (text) => serialOrNull(text) !== null && /\d/.test(text) && /^[\w./:+-]{4,40}$/.test(text),
}
const NOTHING = /^(?:n\/?a|none|null|unknown|<.*>|not[ -].*|undefined|default|0+(?:\.0+)*|x+)$/i

function wellFormed(field: IdentityField, text: string): string | null {
  const value = text.replace(/\s+/g, ' ').trim()
  return value.length > 1 && !NOTHING.test(value) && SHAPES[field](value) ? value : null
}

function countWords(text: string): number {
  return text.split(' ').length
}
