import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import * as yaml from '#yaml'
import { loadProfiles } from '../../../collectors/snmp/naming/choose-profile.js'
import { entPhysicalTable } from '../../../collectors/snmp/readers/components.js'
import { hrDeviceTable } from '../../../collectors/snmp/readers/host.js'
import { prtGeneralTable } from '../../../collectors/snmp/readers/printer.js'
import { closeSnmp, readDevice } from '../../../collectors/snmp.js'
import { shipped } from '../../../src/lib/paths.js'
import { Secret } from '../../../src/model/secret.js'
import { Objects, oid, response, startAgent, type Leaf } from './udp-agent.js'

/** A device as its maker's MIB and manuals describe it, and what it must be named. */
interface Fixture {
  readonly family: string
  readonly sysObjectID: string
  readonly sysDescr: string
  /** `MIB::object`, with its index unless it is `.0`. */
  readonly objects?: Readonly<Record<string, string | number>>
  readonly is: Readonly<Record<string, unknown>>
}

const folder = shipped('test', 'fixtures', 'snmp', 'families')
const fixtures = readdirSync(folder).flatMap(
  (file) => yaml.parse(readFileSync(join(folder, file), 'utf8')) as readonly Fixture[],
)
const profiles = await loadProfiles()
const standard: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(entPhysicalTable.columns).map(([name, at]) => [`ENTITY-MIB::${name}`, at])),
  'HOST-RESOURCES-MIB::hrDeviceDescr': hrDeviceTable.columns.hrDeviceDescr,
  'Printer-MIB::prtGeneralSerialNumber': prtGeneralTable.columns.prtGeneralSerialNumber,
}
const PRINTER = '1.3.6.1.2.1.25.3.1.5' // HOST-RESOURCES-TYPES::hrDevicePrinter

const objectIdentifier = (dotted: string): Leaf => ({ tag: 0x06, bytes: oid(dotted).subarray(2) })

/** What the device answers, by OID. */
function answersOf({ family, sysObjectID, sysDescr, objects = {} }: Fixture): Record<string, Leaf> {
  const own = profiles.find(({ id }) => id === family)?.objects ?? {}
  const answers: Record<string, Leaf> = {
    '1.3.6.1.2.1.1.1.0': sysDescr,
    '1.3.6.1.2.1.1.2.0': objectIdentifier(sysObjectID),
  }
  for (const [written, value] of Object.entries(objects)) {
    const [, name = '', index = '.0'] = /^(.+?::[\w-]+)((?:\.\d+)*)$/.exec(written) ?? []
    const at = own[name] ?? standard[name]
    if (at === undefined) throw new Error(`${family} does not ask for ${name}`)
    answers[`${at}${index === '' ? '.0' : index}`] = value
    if (name.endsWith('::hrDeviceDescr'))
      answers[`${hrDeviceTable.columns.hrDeviceType}${index}`] = objectIdentifier(PRINTER)
  }
  return answers
}

t.teardown(() => closeSnmp())

await t.test('a device of each family is read over UDP and named', async (t) => {
  for (const fixture of fixtures) {
    const objects = new Objects(answersOf(fixture))
    const agent = await startAgent((_bytes, request) =>
      request === null ? null : response(request, objects.answer(request)),
    )
    const { outcome } = await readDevice(
      agent.address,
      [{ name: 'lecture', version: '2c', community: new Secret('ecole'), networks: null }],
      { port: agent.port, timeoutMs: 5000, retries: 2, perDevice: 1, maxRowsPerTable: 1000, maxMsPerDevice: 60_000 },
      new AbortController().signal,
    )
    await agent.close()
    const reading = outcome.status === 'answered' ? outcome.value : null
    const told = Object.keys(fixture.is).map((field) => [field, reading === null ? null : Reflect.get(reading, field)])
    t.equal(outcome.status, 'answered', fixture.family)
    t.strictSame(Object.fromEntries(told), fixture.is, `${fixture.family}: ${fixture.sysDescr}`)
  }
})

t.test('every family that no recording proves has a device here', (t) => {
  const described = new Set(fixtures.map(({ family }) => family))
  const missing = profiles.filter(({ id, proof }) => proof !== 'recorded' && !described.has(id))
  t.same(
    missing.map(({ id }) => id),
    [],
  )
  t.end()
})
