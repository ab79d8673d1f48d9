// Writes data/reference/sysobjectids.tsv and identity-objects.tsv from the makers' MIB modules:
// `node dist/scripts/mib-tables.js FOLDER`, where FOLDER holds the modules, at any depth. Facts only are taken: names and numbers.
import { writeFileSync } from 'node:fs'
import { shipped } from '../src/lib/paths.js'
import { findIdentityObjects } from './mibs/identity.js'
import { readModules } from './mibs/modules.js'
import { findProducts } from './mibs/products.js'

const [folder] = process.argv.slice(2)
if (folder === undefined) throw new Error('usage: node dist/scripts/mib-tables.js FOLDER')
const definitions = readModules(folder)

write('sysobjectids.tsv', 'sysObjectID\tmodule\tname', [
  ...findProducts(definitions).map(({ oid, module, name }) => [oid, module, name]),
])
write('identity-objects.tsv', 'oid\tfield\tobject', [
  ...findIdentityObjects(definitions).map(({ definition, field }) => [
    definition.oid,
    field,
    `${definition.module}::${definition.name}`,
  ]),
])

/** Rows by enterprise; within one, those of identity objects keep their order, the likeliest first. */
function write(file: string, head: string, rows: readonly string[][]): void {
  const enterprise = ([oid = '']: string[]): number => Number(oid.split('.')[6])
  const sorted = [...rows].sort((a, b) => enterprise(a) - enterprise(b))
  writeFileSync(shipped('data', 'reference', file), `${[head, ...sorted.map((row) => row.join('\t'))].join('\n')}\n`)
  process.stdout.write(`${file}: ${rows.length}\n`)
}
