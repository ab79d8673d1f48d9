import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import t from 'tap'
import { findIdentityObjects } from '../../scripts/mibs/identity.js'
import { readModules } from '../../scripts/mibs/modules.js'
import { findProducts } from '../../scripts/mibs/products.js'
import { shipped } from '../../src/lib/paths.js'
import { sharedPath, skipWithout } from '../shared.js'

// Two invented modules; what they define is worked out by hand below.
const ROOT = `ECOLE-SMI DEFINITIONS ::= BEGIN
IMPORTS enterprises FROM SNMPv2-SMI;
ecole OBJECT IDENTIFIER ::= { enterprises 99999 } -- "not a string
ecoleProducts OBJECT IDENTIFIER ::= { ecole 1 }
tableau24 OBJECT IDENTIFIER ::= { ecoleProducts 24 }
tableau48P OBJECT IDENTIFIER ::= { ecoleProducts hidden(7) 48 }
END`
const OBJECTS = `ECOLE-SYS-MIB DEFINITIONS ::= BEGIN
IMPORTS OBJECT-TYPE FROM SNMPv2-SMI DisplayString, TEXTUAL-CONVENTION FROM SNMPv2-TC ecole FROM ECOLE-SMI;
Label ::= TEXTUAL-CONVENTION STATUS current DESCRIPTION "A ::= { b 1 } -- label" SYNTAX OCTET STRING (SIZE (0..9))
ecoleSys OBJECT IDENTIFIER ::= { ecole 2 }
sysModelName OBJECT-TYPE SYNTAX Label MAX-ACCESS read-only STATUS current DESCRIPTION "x" ::= { ecoleSys 1 }
sysSoftwareVersion OBJECT-TYPE SYNTAX Label MAX-ACCESS read-only STATUS current DESCRIPTION "x" ::= { ecoleSys 2 }
sysSerialNumber OBJECT-TYPE SYNTAX Label ACCESS read-only STATUS mandatory DESCRIPTION "x" ::= { ecoleSys 3 }
sysHardwareVersion OBJECT-TYPE SYNTAX Label MAX-ACCESS read-only STATUS current DESCRIPTION "x" ::= { ecoleSys 4 }
sysFanSerialNumber OBJECT-TYPE SYNTAX Label MAX-ACCESS read-only STATUS current DESCRIPTION "x" ::= { ecoleSys 5 }
sysVersionNumber OBJECT-TYPE SYNTAX INTEGER { a(1) } MAX-ACCESS read-only STATUS current DESCRIPTION "x" ::= { ecoleSys 6 }
sysSmtpServer OBJECT-TYPE SYNTAX Label MAX-ACCESS read-only STATUS current DESCRIPTION "x" ::= { ecoleSys 7 }
END`

const folder = t.testdir({ 'a.mib': OBJECTS, sub: { 'b.my': ROOT } })
const definitions = readModules(folder)

await t.test('modules are read with their places in the tree and the base type of what they hold', (t) => {
  const oids = new Map(definitions.map(({ name, oid }) => [name, oid]))
  t.equal(oids.get('ecole'), '1.3.6.1.4.1.99999')
  t.equal(oids.get('sysSerialNumber'), '1.3.6.1.4.1.99999.2.3')
  t.equal(oids.get('tableau48P'), '1.3.6.1.4.1.99999.1.7.48')
  t.match(
    definitions.find(({ name }) => name === 'sysModelName'),
    { syntax: 'OCTET STRING', access: 'read-only', isColumn: false },
  )
  t.end()
})

await t.test('objects that tell what a box is are found by name; parts, hardware and servers are none', (t) => {
  const found = findIdentityObjects(definitions).map(({ definition, field }) => `${field} ${definition.name}`)
  t.same(found.sort(), ['model sysModelName', 'serial sysSerialNumber', 'version sysSoftwareVersion'])
  t.end()
})

await t.test('products are the leaves of a register', (t) => {
  t.same(
    findProducts(definitions)
      .map(({ name }) => name)
      .sort(),
    ['tableau24', 'tableau48P'],
  )
  t.end()
})

await t.test('a folder without modules gives nothing', (t) => {
  const empty = join(t.testdirName, 'empty')
  mkdirSync(empty, { recursive: true })
  writeFileSync(join(empty, 'notes.txt'), 'No module here')
  t.same(readModules(empty), [])
  t.end()
})

const mibs = sharedPath('mibs')
const hasTranslate = spawnSync('snmptranslate', ['-V']).error === undefined
const skip = skipWithout(mibs) || (hasTranslate ? false : 'apt-get install snmp')

await t.test('rows of the shipped table are what snmptranslate says of them', { skip }, (t) => {
  const rows = readFileSync(shipped('data', 'reference', 'identity-objects.tsv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
  const chosen = ['STEELHEAD-MIB', 'SPAGENT-MIB', 'SOCOMECUPS-MIB', 'TEL2N-MIB', 'ACS-MIB', 'LCOS-SX-MIB', 'XIRRUS-MIB']
  const files = readdirSync(mibs, { recursive: true, withFileTypes: true }).filter((file) => file.isFile())
  const folders = [...new Set(files.map((file) => file.parentPath))]
  for (const module of chosen) {
    const own = rows.map((row) => row.split('\t')).filter(([, , object]) => object?.startsWith(`${module}::`) === true)
    t.ok(own.length > 0, module)
    const file = files.find(({ name }) => name.replace(/\..*$/, '') === module)
    const first = file === undefined ? [] : [dirname(join(file.parentPath, file.name))]
    const args = ['-M', [...first, ...folders].join(':'), '-m', module, '-On', '-Ln', '-Pe']
    const { stdout } = spawnSync('snmptranslate', [...args, ...own.map(([, , object]) => object ?? '')], {
      encoding: 'utf8',
    })
    t.same(
      stdout.trim().split(/\s+/),
      own.map(([oid]) => `.${oid}`),
      module,
    )
  }
  t.end()
})
