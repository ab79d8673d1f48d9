import fc from 'fast-check'
import t from 'tap'
import { endOfBlackout, inBlackout } from '../../../src/app/scan/blackout.js'
import { AddressSet } from '../../../src/app/scan/address-set.js'
import { lanesOf } from '../../../src/app/scan/network-limits.js'
import { readTargets, withFiles } from '../../../src/app/scan/read-targets.js'
import { common, subtracted } from '../../../src/lib/address-ranges.js'
import { locator } from '../../../src/app/locate.js'
import {
  addressesOf,
  countAddresses,
  parseExclusions,
  parseTargets,
  targetsOf,
  withoutExcluded,
} from '../../../src/app/scan/targets.js'
import { messagesFor } from '../../../src/i18n/translator.js'

const m = messagesFor('en').scan
const expand = (text: string): string[] => [...addressesOf(parseTargets(text, m))]

t.test('addresses, ranges and networks become addresses, each once, in order', (t) => {
  t.strictSame(expand('10.0.0.5'), ['10.0.0.5'])
  t.strictSame(expand('10.0.0.3-10.0.0.5, 10.0.0.4'), ['10.0.0.3', '10.0.0.4', '10.0.0.5'])
  t.strictSame(expand('10.0.0.0/30'), ['10.0.0.1', '10.0.0.2'], "a network's own and broadcast addresses are no hosts")
  t.strictSame(expand('10.0.0.0/31'), ['10.0.0.0', '10.0.0.1'])
  t.strictSame(expand('10.0.0.0/30 10.0.0.2-10.0.0.4'), ['10.0.0.1', '10.0.0.2', '10.0.0.3', '10.0.0.4'])
  t.strictSame(expand('2001:db8::1 10.0.0.1'), ['10.0.0.1', '2001:db8::1'])
  t.strictSame(expand('10.0.0.250-10.0.1.2').length, 9)
  t.equal(countAddresses(parseTargets('10.0.0.0/16', m)), 65_534)
  t.equal(countAddresses(parseTargets('10.0.0.0/24 10.0.0.0/30 10.0.0.9', m)), 254, 'nested networks count once')
  t.end()
})

t.test('an address written one by one is named, inside a range too', (t) => {
  const named = [...targetsOf(parseTargets('10.0.0.0/29 10.0.0.3', m))].filter(({ named }) => named)
  t.strictSame(named, [{ address: '10.0.0.3', named: true }])
  t.end()
})

t.test('what is no target is told, with an example', (t) => {
  for (const bad of ['10.1', '10.0.0.256', '10.0.0.0/33', '10.0.0.5-10.0.0.1', 'x;rm', '--help', '10.0.0.1-::1']) {
    t.throws(() => parseTargets(bad, m), { name: 'UserError', usage: true, message: /neither an address/ }, bad)
  }
  t.throws(() => parseTargets(' , ', m), { usage: true, message: /Nothing to scan/ }, 'an empty list is no success')
  t.throws(() => parseTargets('2001:db8::/32', m), { message: /more than 16 million/ })
  t.end()
})

t.test('no address is lost or given twice, however ranges overlap', (t) => {
  const byte = fc.integer({ min: 0, max: 255 })
  fc.assert(
    fc.property(fc.array(fc.tuple(byte, byte), { minLength: 1, maxLength: 6 }), (pairs) => {
      const ranges = pairs.map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)
      const wanted = new Set(ranges.flatMap(([a, b]) => Array.from({ length: b - a + 1 }, (_, i) => `10.0.0.${a + i}`)))
      const found = expand(ranges.map(([a, b]) => `10.0.0.${a}-10.0.0.${b}`).join(','))
      return found.length === wanted.size && found.every((address) => wanted.has(address))
    }),
  )
  t.end()
})

t.test('ranges are subtracted, met and put apart as sets of their addresses are', (t) => {
  const byte = fc.integer({ min: 0, max: 255 })
  const list = fc.array(fc.tuple(byte, byte), { maxLength: 6 })
  const written = (pairs: readonly (readonly [number, number])[]): string =>
    pairs.map(([a, b]) => `10.0.0.${Math.min(a, b)}-10.0.0.${Math.max(a, b)}`).join(',')
  // The oracle: every address in a set of its own.
  const brute = (pairs: readonly (readonly [number, number])[]): Set<string> =>
    new Set(
      pairs.flatMap(([a, b]) => Array.from({ length: Math.abs(b - a) + 1 }, (_, i) => `10.0.0.${Math.min(a, b) + i}`)),
    )
  const inOrder = (addresses: Iterable<string>): string[] =>
    [...addresses].sort((a, b) => Number(a.split('.')[3]) - Number(b.split('.')[3]))
  fc.assert(
    fc.property(list, list, fc.array(byte, { maxLength: 4 }), (asked, excluded, names) => {
      const from = parseExclusions(written(asked), m)
      const without = parseExclusions(written(excluded), m)
      const [all, out] = [brute(asked), brute(excluded)]
      const left = inOrder([...all].filter((address) => !out.has(address)))
      const both = inOrder([...all].filter((address) => out.has(address)))
      const gone = [...addressesOf(subtracted(from, without))]
      const named = names.map((last) => `10.0.0.${last}`)
      const targets = named.length + asked.length === 0 ? [] : parseTargets(`${written(asked)} ${named.join(' ')}`, m)
      const kept = [...targetsOf(withoutExcluded(targets, without))]
      const wanted = inOrder(new Set([...all, ...named].filter((address) => !out.has(address))))
      const set = new AddressSet(from)
      for (const address of both) set.add(address)
      return (
        gone.join() === left.join() &&
        [...addressesOf(common(from, without))].join() === both.join() &&
        kept.map(({ address }) => address).join() === wanted.join() &&
        kept.every((target) => target.named === named.includes(target.address)) &&
        [...all, '10.0.1.0', '::1', 'x'].every((address) => set.has(address) === both.includes(address))
      )
    }),
  )
  t.end()
})

t.test('what is excluded is not asked: a whole network, its own address too', (t) => {
  const left = (targets: string, excluded: string): string[] => [
    ...addressesOf(withoutExcluded(parseTargets(targets, m), parseExclusions(excluded, m))),
  ]
  t.strictSame(left('10.0.0.0/29 10.0.0.8', '10.0.0.3 10.0.0.5-10.0.0.6'), [
    '10.0.0.1',
    '10.0.0.2',
    '10.0.0.4',
    '10.0.0.8',
  ])
  t.strictSame(left('10.0.0.7-10.0.0.12', '10.0.0.8/30'), ['10.0.0.7', '10.0.0.12'])
  t.strictSame(left('10.0.0.7', ''), ['10.0.0.7'])
  t.throws(() => parseExclusions('ecole.example', m), { usage: true, message: /To exclude: "ecole.example"/ })
  t.end()
})

t.test('a host name is asked at its first address, and one without is told', async (t) => {
  const find = async (name: string): Promise<string> => {
    if (name === 'sw-1.ecole.example') return '10.0.0.9'
    throw Object.assign(new Error('no'), { code: 'ENOTFOUND' })
  }
  const ranges = await readTargets('10.0.0.1-10.0.0.2, sw-1.ecole.example', m, find)
  t.strictSame(
    [...targetsOf(ranges)].filter(({ named }) => named),
    [{ address: '10.0.0.9', named: true }],
  )
  t.equal(countAddresses(ranges), 3)
  await t.rejects(readTargets('sw-2.ecole.example', m, find), { usage: true, message: /sw-2.ecole.example.*ENOTFOUND/ })
  for (const bad of ['10.1', '--help', 'x;rm', '-f', '10.0.0.256', '10.0.0.0/33']) {
    await t.rejects(readTargets(bad, m, find), { usage: true, message: /neither an address/ }, bad)
  }
  t.equal((await readTargets('localhost', m))[0]?.named, true, "the system's own names too")
})

t.test('files of targets may stand among them', async (t) => {
  const folder = t.testdir({ 'a b.txt': '10.0.0.1 # the gym\n10.0.0.2', 'c.txt': '10.0.1.0/30\n' })
  t.strictSame((await withFiles('@a b.txt', folder)).split(/\s+/), ['10.0.0.1', '10.0.0.2'])
  t.strictSame(expand(await withFiles('10.0.2.1,@c.txt', folder)), ['10.0.1.1', '10.0.1.2', '10.0.2.1'])
  await t.rejects(withFiles('@absent.txt', folder), { code: 'ENOENT' })
})

t.test('each address is swept within the limit of the longest prefix that holds it', (t) => {
  const limits = [
    { cidr: '10.0.0.0/24', packetsPerSecond: 20 },
    { cidr: '10.0.0.64/26', packetsPerSecond: 5 },
    { cidr: '10.0.0.128/25', packetsPerSecond: null },
  ]
  const lanes = lanesOf(parseTargets('10.0.0.60-10.0.0.66 10.0.0.200 10.0.9.9', m), limits, (addresses) => addresses)
  t.strictSame(
    lanes.map(({ addresses, perSecond, within }) => [[...addresses], perSecond, within]),
    [
      [['10.0.0.64', '10.0.0.65', '10.0.0.66'], 5, '10.0.0.64'],
      [['10.0.0.60', '10.0.0.61', '10.0.0.62', '10.0.0.63'], 20, '10.0.0.60'],
      [['10.0.0.200', '10.0.9.9'], null, null],
    ],
  )
  t.end()
})

t.test('the longest prefix that names a building wins', (t) => {
  const locate = locator([
    { board: '', cidr: '10.0.0.0/8', building: '798100' },
    { board: '', cidr: '10.20.0.0/16', building: '798101' },
    { board: '', cidr: '10.20.9.0/24', building: null },
    { board: '', cidr: '2001:db8::/32', building: '798106' },
  ])
  t.equal(locate('10.1.2.3', ''), '798100')
  t.equal(locate('10.20.9.3', ''), '798101', 'a network without a building says nothing')
  t.equal(locate('2001:DB8:0::5', ''), '798106')
  t.equal(locate('192.168.0.1', ''), null)
  t.equal(locate('not an address', ''), null)
  t.end()
})

t.test('the end of blackout hours is the first minute after them', (t) => {
  const at = (day: number, hour: number, minute: number, second = 0): Date =>
    new Date(2026, 10, day, hour, minute, second)
  t.strictSame(endOfBlackout('07:30-16:30', at(23, 9, 0, 12)), at(23, 16, 30))
  t.strictSame(endOfBlackout('07:30-16:30', at(22, 9, 0)), at(22, 9, 0), 'Sunday: there are none')
  t.strictSame(endOfBlackout('22:00-06:00', at(27, 23, 59, 59)), at(28, 6, 0), 'Friday night')
  t.end()
})

t.test('blackout hours hold on school days only, and may pass midnight', (t) => {
  const at = (day: number, hour: number, minute: number): Date => new Date(2026, 10, day, hour, minute)
  t.equal(inBlackout('07:30-16:30', at(23, 7, 29)), false, 'Monday, before')
  t.equal(inBlackout('07:30-16:30', at(23, 7, 30)), true)
  t.equal(inBlackout('07:30-16:30', at(23, 16, 30)), false)
  t.equal(inBlackout('07:30-16:30', at(22, 10, 0)), false, 'Sunday')
  t.equal(inBlackout('22:00-06:00', at(27, 23, 0)), true, 'Friday night')
  t.equal(inBlackout('22:00-06:00', at(28, 5, 0)), true, 'which ends on Saturday morning')
  t.equal(inBlackout('22:00-06:00', at(29, 5, 0)), false, 'Saturday night began on no school day')
  t.end()
})
