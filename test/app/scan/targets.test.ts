import fc from 'fast-check'
import t from 'tap'
import { inBlackout } from '../../../src/app/scan/blackout.js'
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
