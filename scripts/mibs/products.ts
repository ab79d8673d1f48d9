import type { Definition } from './modules.js'

const ENTERPRISES = '1.3.6.1.4.1.'
/** Modules and branches where makers register what sysObjectID may be. */
const REGISTER =
  /product|sysobj|(?:^|[-_])oids?(?:$|[-_])|-root-|models?$|platform|registration|^(?:reg|hardware|switch(?:es)?|routers?)$/i
/** Modules that register parts (entPhysicalVendorType), and what a register holds beside products. */
const PARTS = /vendor-?type|condition|boards|generic|bgp|vrrp|-l4-|atm-/i
const NO_PRODUCT =
  /mibs?$|groups?\d*$|objects$|traps?$|traps?prefix|notif|conformance|compliances?$|modules?$|capabilit|experiment|reserved|unused|^common|common$|alarm|error|event|subsystem|logid|ipv?6$|products?$|productid$|status$|config$|control$|info$|agent$|admin$|mgmt$|systems?$|family$/i
/** Branches of a product register that tell a part of what a product is, or something else. */
const NO_REGISTER = /(?<!products)mibs?$|slot|line$|quantity|media|chassis|cond|midplane|backplane|module$|mautype/i
/** So many bare nodes with digits in their names, side by side, are products. */
const MANY = 12

/**
 * sysObjectIDs that a module names: bare nodes of a branch where a maker registers products. The first module of an OID
 * wins.
 */
export function findProducts(definitions: readonly Definition[]): Definition[] {
  const names = new Map(definitions.map(({ module, oid, name }) => [`${module} ${oid}`, name]))
  const anywhere = new Map(definitions.map(({ oid, name }) => [oid, name]))
  const nodes = definitions.filter(({ oid, macro, module }) => {
    const isNode = macro === 'OBJECT IDENTIFIER' || macro === 'OBJECT-IDENTITY'
    return isNode && oid.startsWith(ENTERPRISES) && !PARTS.test(module)
  })
  const inner = new Set(definitions.map(({ oid }) => parentOf(oid)))
  const digits = countBy(
    nodes.filter(({ name, oid }) => /\d/.test(name) && !inner.has(oid)).map(({ oid }) => parentOf(oid)),
  )
  const found = new Map<string, Definition>()
  for (const node of nodes) {
    const above = parentOf(node.oid)
    const parent = names.get(`${node.module} ${above}`) ?? anywhere.get(above) ?? ''
    const isRegistered = [parent, anywhere.get(parentOf(above)) ?? '', node.module].some((name) => REGISTER.test(name))
    const isOne = isRegistered ? !inner.has(node.oid) || /\d/.test(node.name) : (digits.get(above) ?? 0) >= MANY
    if (isOne && !found.has(node.oid) && isProduct(node) && !NO_REGISTER.test(parent)) found.set(node.oid, node)
  }
  return [...found.values()]
}

/** No more than an enterprise's own node, and no branch. */
function isProduct({ oid, name }: Definition): boolean {
  return oid.split('.').length > 7 && !NO_PRODUCT.test(name) && (/\d/.test(name) || /[A-Z]/.test(name))
}

function countBy(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

function parentOf(oid: string): string {
  return oid.slice(0, oid.lastIndexOf('.'))
}
