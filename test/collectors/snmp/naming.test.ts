import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import t from 'tap'
import {
  findBySysDescr,
  findBySysObjectID,
  isAnonymous,
  loadProfiles,
} from '../../../collectors/snmp/naming/choose-profile.js'
import type { Profile } from '../../../collectors/snmp/naming/define-profile.js'
import { Facts } from '../../../collectors/snmp/naming/facts.js'
import type { Signs } from '../../../collectors/snmp/naming/kind.js'
import { nameDevice } from '../../../collectors/snmp/naming/name-device.js'
import { findProductName } from '../../../collectors/snmp/naming/product-names.js'
import { bridgeScalars, dot1dBasePortTable } from '../../../collectors/snmp/readers/bridge.js'
import { cdpCacheTable } from '../../../collectors/snmp/readers/cdp.js'
import { entPhysicalTable } from '../../../collectors/snmp/readers/components.js'
import { hrDeviceTable } from '../../../collectors/snmp/readers/host.js'
import { dot3StatsTable, ifTable, ifXTable } from '../../../collectors/snmp/readers/interfaces.js'
import {
  lldpLocalScalars,
  lldpLocPortTable,
  lldpRemManAddrTable,
  lldpRemTable,
} from '../../../collectors/snmp/readers/lldp.js'
import { prtGeneralTable, prtMarkerSuppliesTable } from '../../../collectors/snmp/readers/printer.js'
import { systemScalars } from '../../../collectors/snmp/readers/system.js'
import { upsScalars } from '../../../collectors/snmp/readers/ups.js'
import { VLAN_TABLES } from '../../../collectors/snmp/readers/vlans.js'
import { serialOrNull } from '../../../collectors/snmp/wire/serial.js'
import { sharedPath, skipWithout } from '../../shared.js'

const NO_SIGNS: Signs = { isPrinter: false, isUps: false, bridgePorts: null, ethernetPorts: 0 }
const profiles = await loadProfiles()

/** Names a device from facts alone, with the profile that they choose. */
function name(known: Readonly<Record<string, string>>, signs = NO_SIGNS) {
  const facts = new Facts()
  for (const [fact, value] of Object.entries(known)) facts.set(fact, value, fact.startsWith('sys') ? fact : `${fact}.1`)
  const { sysObjectID = null, sysDescr = null } = known
  const named = findBySysObjectID(profiles, sysObjectID)
  const profile: Profile | null =
    named !== null && !isAnonymous(sysObjectID) ? named : (findBySysDescr(profiles, sysDescr) ?? named)
  return nameDevice(facts, profile, signs)
}

await t.test('a maker’s own way of writing sysDescr gives model and version', (t) => {
  // Written after the forms that the makers’ MIBs and manuals show; the numbers are invented.
  const cases: readonly (readonly [Record<string, string>, Record<string, unknown>])[] = [
    [
      {
        sysObjectID: '1.3.6.1.4.1.9.1.634',
        sysDescr:
          'Cisco IOS Software, C3560 Software (C3560-IPBASE-M), Version 12.2(58)SE2, RELEASE SOFTWARE (fc1)\nCopyright',
        entPhysicalModelName: 'WS-C3560-24PS-S',
        entPhysicalSerialNum: 'CAT1100X0AB',
      },
      {
        vendor: 'Cisco',
        model: 'WS-C3560-24PS-S',
        osVersion: '12.2(58)SE2',
        serialNumber: 'CAT1100X0AB',
        kind: 'switch',
      },
    ],
    [
      {
        sysObjectID: '1.3.6.1.4.1.11.2.3.7.11.161',
        sysDescr: 'HP J9776A 2530-24G Switch, revision YA.15.10.0003, ROM YA.15.09 (/ws/swbuildm)',
      },
      { vendor: 'HPE', model: '2530-24G J9776A', osVersion: 'YA.15.10.0003', kind: 'switch' },
    ],
    [
      {
        sysObjectID: '1.3.6.1.4.1.1916.2.167',
        sysDescr: 'ExtremeXOS (X440-24p) version 15.3.1.4 v1531b4 by release-manager',
      },
      { vendor: 'Extreme Networks', model: 'X440-24p', osVersion: '15.3.1.4', osName: 'ExtremeXOS', kind: 'switch' },
    ],
    [
      {
        sysObjectID: '1.3.6.1.4.1.641.2.71106629',
        sysDescr: 'Lexmark MS610dn version NH41.PRA.N423 kernel 3.0.0 All-N-1',
      },
      { vendor: 'Lexmark', model: 'MS610dn', osVersion: 'NH41.PRA.N423', kind: 'printer' },
    ],
    [
      { sysObjectID: '1.3.6.1.4.1.8072.3.2.10', sysDescr: 'Linux srv-ecole 6.1.0-18-amd64 #1 SMP Debian x86_64' },
      { vendor: 'Linux', model: null, osName: 'Linux', osVersion: '6.1.0-18-amd64', kind: 'server' },
    ],
    [
      {
        sysObjectID: '1.3.6.1.4.1.311.1.1.3.1.2',
        sysDescr:
          'Hardware: Intel64 Family 6 Model 85 Stepping 7 AT/AT COMPATIBLE - Software: Windows Version 6.3 (Build 17763 Multiprocessor Free)',
      },
      { vendor: 'Microsoft', model: null, osName: 'Windows', osVersion: '6.3.17763', kind: 'server' },
    ],
    [
      { sysObjectID: '1.3.6.1.4.1.8072.3.2.10', sysDescr: 'USW-24-PoE, 6.5.59.14777, Linux 3.6.5' },
      { vendor: 'Ubiquiti', model: 'USW-24-PoE', osVersion: '6.5.59.14777', kind: 'switch' },
    ],
    [
      {
        sysObjectID: '1.3.6.1.4.1.368.1.1',
        sysDescr: '; AXIS P3245-LVE; Network Camera; 10.12.111; Aug 01 2022 10:00; 7C3; 1;',
      },
      { vendor: 'Axis', model: 'P3245-LVE', osVersion: '10.12.111', kind: 'camera' },
    ],
    [
      {
        sysObjectID: '1.3.6.1.4.1.318.1.3.27',
        sysDescr:
          'APC Web/SNMP Management Card (MB:v4.1.0 PF:v6.8.2 PN:apc_hw05_aos_682.bin AF1:v6.8.2 AN1:apc_hw05_sumx_682.bin MN:AP9630 HR:08 SN: ZA1234567890 MD:05/15/2014)',
        upsBasicIdentModel: 'Smart-UPS 1500',
        upsAdvIdentSerialNumber: 'AS1234567890',
      },
      {
        vendor: 'APC',
        model: 'Smart-UPS 1500',
        osVersion: 'AOS v6.8.2 / App v6.8.2',
        serialNumber: 'AS1234567890',
        kind: 'power',
      },
    ],
  ]
  for (const [known, expected] of cases) t.match(name(known), expected, known.sysDescr ?? '')
  t.end()
})

await t.test('a device that no profile knows is named by the general rules, each with its evidence', (t) => {
  const found = name({
    sysObjectID: '1.3.6.1.4.1.99999.1',
    sysDescr: 'Managed switch, firmware 2.4.1',
    entPhysicalModelName: 'ZX-48P',
    entPhysicalMfgName: 'Réseaux Zed',
    entPhysicalSerialNum: 'Z0012345',
  })
  t.same(found, {
    vendor: 'Réseaux Zed',
    model: 'ZX-48P',
    osName: null,
    osVersion: '2.4.1',
    serialNumber: 'Z0012345',
    kind: 'switch',
    evidence: {
      vendor: 'entPhysicalMfgName.1',
      model: 'entPhysicalModelName.1',
      osVersion: found.evidence.osVersion,
      serialNumber: 'entPhysicalSerialNum.1',
      kind: found.evidence.kind,
    },
  })
  t.match(found.evidence.osVersion, /^sysDescr: /)
  t.end()
})

await t.test('prose gives no model, and a maker’s kernel is not the version of its box', (t) => {
  t.match(name({ sysDescr: 'Switch of the gymnasium, second floor, ask Marie' }), {
    vendor: null,
    model: null,
    osVersion: null,
  })
  t.match(
    name({
      sysObjectID: '1.3.6.1.4.1.2634.1.24',
      sysDescr: 'Linux console 5.4.0 #1 Thu Dec 1 11:45:15 PST 2022 armv7l',
    }),
    {
      vendor: 'WTI',
      osVersion: null,
    },
  )
  t.match(name({ sysObjectID: '1.3.6.1.4.1.8072.3.2.10', sysDescr: 'Alta AP6 2.2w' }), {
    vendor: 'Alta',
    model: 'AP6',
    osVersion: '2.2w',
    kind: 'access-point',
  })
  t.end()
})

await t.test('what only printers and only UPS have decides their kind', (t) => {
  t.equal(name({ sysDescr: 'Print server' }, { ...NO_SIGNS, isPrinter: true }).kind, 'printer')
  t.equal(name({ sysDescr: 'SNMP card' }, { ...NO_SIGNS, isUps: true }).kind, 'power')
  t.equal(name({ sysDescr: 'Unit 7' }, { ...NO_SIGNS, bridgePorts: 26, ethernetPorts: 26 }).kind, 'switch')
  t.equal(name({ sysDescr: 'Unit 7' }).kind, 'unknown')
  t.end()
})

await t.test('placeholder serial numbers are none', (t) => {
  const placeholders = [
    '',
    'N/A',
    'n/a',
    '0',
    '0000000000',
    'FFFFFFFFFFFF',
    'xxxx',
    'To be filled by O.E.M.',
    'Not Specified',
    'unknown',
    '<private>',
    'redacted',
    '"none"',
    'System MAC: a8-f7-e0-00-00-01',
    '1234567890',
  ]
  for (const one of placeholders) t.equal(serialOrNull(one), null, one)
  for (const one of ['CAT0912N0CU', '01882810230169', '5CG1234ABC', '0505571100']) t.equal(serialOrNull(one), one)
  t.equal(serialOrNull('"CN10K00000"'), 'CN10K00000')
  t.end()
})

await t.test('the longest sysObjectID prefix wins, whole sub-identifiers only', (t) => {
  t.equal(findBySysObjectID(profiles, '1.3.6.1.4.1.9.6.1.94.24.5')?.id, 'cisco-small-business')
  t.equal(findBySysObjectID(profiles, '1.3.6.1.4.1.9.1.1208')?.id, 'cisco-ios')
  t.equal(findBySysObjectID(profiles, '1.3.6.1.4.1.91.1'), null)
  const prefixes = profiles.flatMap(({ sysObjectIDs }) => sysObjectIDs)
  t.equal(new Set(prefixes).size, prefixes.length, 'no two profiles claim the same prefix')
  t.end()
})

await t.test('the maker’s own name for a sysObjectID is found', async (t) => {
  t.equal(await findProductName('1.3.6.1.4.1.9.1.615'), 'catalyst3560G24TS')
  t.equal(await findProductName('1.3.6.1.4.1.9.1'), null)
})

// ---- Every OID against its MIB

const mibs = sharedPath('mibs')
const hasTranslate = spawnSync('snmptranslate', ['-V']).error === undefined
const skip = skipWithout(mibs) || (hasTranslate ? false : 'apt-get install snmp')

/** `MIB::object` → OID, for everything that the collector asks for. */
function everyObject(): Map<string, string> {
  const objects = new Map<string, string>()
  const tables = [
    ifTable,
    ifXTable,
    dot3StatsTable,
    entPhysicalTable,
    lldpLocPortTable,
    lldpRemTable,
    lldpRemManAddrTable,
    cdpCacheTable,
    dot1dBasePortTable,
    prtGeneralTable,
    prtMarkerSuppliesTable,
    hrDeviceTable,
    ...VLAN_TABLES.map(({ table }) => table),
  ]
  for (const table of tables) {
    const module = table.name.split('::')[0] ?? ''
    objects.set(table.name, table.entry)
    for (const [column, oid] of Object.entries<string>(table.columns)) objects.set(`${module}::${column}`, oid)
  }
  const scalars = {
    'SNMPv2-MIB': systemScalars,
    'BRIDGE-MIB': bridgeScalars,
    'LLDP-MIB': lldpLocalScalars,
    'UPS-MIB': upsScalars,
  }
  for (const [module, group] of Object.entries(scalars)) {
    for (const [object, oid] of Object.entries<string>(group))
      objects.set(`${module}::${object}`, oid.replace(/\.0$/, ''))
  }
  for (const { objects: own = {} } of profiles)
    for (const [object, oid] of Object.entries(own)) objects.set(object, oid)
  return objects
}

/** Folders of each module: some names are used by two makers, so each is tried. */
function moduleFolders(): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const file of readdirSync(mibs, { recursive: true, withFileTypes: true })) {
    if (!file.isFile()) continue
    const path = join(file.parentPath, file.name)
    const module = /^\s*([A-Za-z][\w-]*)\s+DEFINITIONS/m.exec(readFileSync(path, 'latin1'))?.[1]
    if (module !== undefined) found.set(module, [...(found.get(module) ?? []), dirname(path)])
  }
  return found
}

await t.test('every OID is what its MIB says', { skip }, (t) => {
  const objects = everyObject()
  const folders = moduleFolders()
  const everywhere = [...new Set([...folders.values()].flat())]
  const byModule = new Map<string, string[]>()
  for (const object of objects.keys()) {
    const module = object.split('::')[0] ?? ''
    byModule.set(module, [...(byModule.get(module) ?? []), object])
  }
  t.ok(objects.size > 250)
  for (const [module, names] of byModule) {
    const answers = (folders.get(module) ?? []).map((folder) => {
      const others = everywhere.filter((other) => folders.get(module)?.includes(other) !== true)
      const args = ['-M', [folder, ...others].join(':'), '-m', module, '-On', '-Ln', '-Pe', ...names]
      return spawnSync('snmptranslate', args, { encoding: 'utf8' })
        .stdout.split('\n')
        .filter((line) => line !== '')
    })
    const wrong = names.filter((one, i) => !answers.some((lines) => lines[i] === `.${objects.get(one)}`))
    t.same(wrong, [], module)
  }
  t.end()
})
