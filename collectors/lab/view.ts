import { type Oid, compareOids, element, objectIdentifier, TAG } from './ber.js'

/** One instance of an object: the object type's identifier, the instance's index below it, and the value as BER. */
export interface LabObject {
  readonly object: string
  readonly index: Oid
  readonly value: Buffer
}

/** What an agent lets be seen. Each answer is a whole varbind as BER, ready to be put in a response. */
export interface View {
  /** The varbind of this very instance, or the one that says noSuchObject or noSuchInstance. */
  get(oid: Oid): Varbind
  /** The first varbind after this identifier, or the one that says endOfMibView. */
  next(oid: Oid): Varbind
}

export interface Varbind {
  readonly oid: Oid
  readonly encoded: Buffer
  /** True when there is nothing after: a repeater has no more to give. */
  readonly end: boolean
}

interface Instance {
  readonly oid: Oid
  readonly value: Buffer
}

/** A view over instances given in any order. Two of the same identifier are a mistake of the description: it throws. */
export function createView(objects: readonly LabObject[]): View {
  const types = new Set(objects.map((one) => one.object))
  const instances: Instance[] = objects.map((one) => ({
    oid: [...one.object.split('.').map(Number), ...one.index],
    value: one.value,
  }))
  instances.sort((a, b) => compareOids(a.oid, b.oid))
  instances.forEach(({ oid }, at) => {
    const before = instances[at - 1]
    if (before !== undefined && compareOids(before.oid, oid) === 0) throw new Error(`Twice the same: ${oid.join('.')}`)
  })
  return {
    get(oid) {
      const found = instances[firstFrom(instances, oid)]
      if (found !== undefined && compareOids(found.oid, oid) === 0) return varbind(found)
      return exception(oid, hasType(types, oid) ? TAG.noSuchInstance : TAG.noSuchObject)
    },
    next(oid) {
      const from = firstFrom(instances, oid)
      const there = instances[from]
      const found = there !== undefined && compareOids(there.oid, oid) === 0 ? instances[from + 1] : there
      return found === undefined ? exception(oid, TAG.endOfMibView) : varbind(found)
    },
  }
}

/**
 * A view whose table never ends: after the last instance of a column of `table` comes its first one again, as some
 * agents do. `table` is the identifier of a table's entry (ifXEntry, for instance); one more sub-identifier is a column.
 */
export function loopingView(view: View, table: Oid): View {
  const columnLength = table.length + 1
  return {
    get: (oid) => view.get(oid),
    next(oid) {
      const column = oid.slice(0, columnLength)
      const found = view.next(oid)
      const inTable = oid.length > columnLength && startsWith(oid, table)
      return inTable && !startsWith(found.oid, column) ? view.next(column) : found
    },
  }
}

function startsWith(oid: Oid, prefix: Oid): boolean {
  return prefix.every((part, at) => oid[at] === part)
}

/** Position of the first instance that does not come before `oid`. */
function firstFrom(instances: readonly Instance[], oid: Oid): number {
  let low = 0
  let high = instances.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const instance = instances[middle]
    if (instance !== undefined && compareOids(instance.oid, oid) < 0) low = middle + 1
    else high = middle
  }
  return low
}

function hasType(types: ReadonlySet<string>, oid: Oid): boolean {
  return oid.some((_, at) => types.has(oid.slice(0, at + 1).join('.')))
}

function varbind(instance: Instance): Varbind {
  const encoded = element(TAG.sequence, objectIdentifier(instance.oid), instance.value)
  return { oid: instance.oid, encoded, end: false }
}

function exception(oid: Oid, tag: number): Varbind {
  return { oid, encoded: element(TAG.sequence, objectIdentifier(oid), element(tag)), end: tag === TAG.endOfMibView }
}
