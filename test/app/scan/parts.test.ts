import t from 'tap'
import { Boxes } from '../../../src/app/scan/boxes.js'
import { Crawl } from '../../../src/app/scan/crawl.js'
import { steadyClock } from '../../../src/app/scan/steady-clock.js'
import { parseTargets } from '../../../src/app/scan/targets.js'
import { messagesFor } from '../../../src/i18n/translator.js'
import { addressText } from '../../../src/lib/cidr.js'
import type { Glimpse } from '../../../src/model/reading.js'
import { BLANK_READING } from '../../blank.js'

const glimpse = (sysName: string | null, chassisMac: string | null): Glimpse => ({
  sysName,
  sysObjectID: '1.3.6.1.4.1.9.1.1208',
  chassisMac,
})
const owns = async (): Promise<null> => null
const withAddresses = (...addresses: readonly string[]) => ({
  ...BLANK_READING,
  addresses: addresses.map((address) => ({ address, prefixLength: null, ifIndex: null })),
})

t.test('a box with many addresses is known again', async (t) => {
  const boxes = new Boxes()
  const router = glimpse('rtr-tadoussac', 'aa:bb:cc:00:00:01')
  const first = await boxes.meet('10.20.0.1', router, owns)
  if (!('done' in first)) return t.fail('it was never read')

  let other: unknown = null
  const waiting = boxes.meet('10.20.1.1', router, owns).then((met) => (other = met))
  await Promise.resolve()
  t.equal(other, null, 'another of its addresses waits while it is being read')
  first.done(withAddresses('10.20.0.1', '10.20.1.1', '10.20.2.1'))
  await waiting
  t.strictSame(other, { readAt: '10.20.0.1' }, 'by its chassis MAC')

  t.match(
    await boxes.meet('10.20.2.1', glimpse('rtr-tadoussac', null), owns),
    { done: Function },
    'a clone without its MAC',
  )
  t.match(
    await boxes.meet('10.20.2.1', glimpse('autre', 'aa:bb:cc:00:00:01'), owns),
    { done: Function },
    'another name',
  )
})

t.test('without a chassis MAC, the address table and the name together tell a box', async (t) => {
  const boxes = new Boxes()
  const firewall = glimpse('pare-feu', null)
  const met = await boxes.meet('10.20.0.254', firewall, owns)
  if ('done' in met) met.done(withAddresses('10.20.0.254', '10.20.9.254'))
  t.strictSame(await boxes.meet('10.20.9.254', firewall, owns), { readAt: '10.20.0.254' })
  t.match(
    await boxes.meet('10.20.9.253', firewall, owns),
    { done: Function },
    'a cloned name at an address that is not its own',
  )
  t.match(
    await boxes.meet('10.20.9.254', glimpse(null, null), owns),
    { done: Function },
    'no name corroborates nothing',
  )
})

t.test('a box without chassis MAC is asked whether it is where its like is being read', async (t) => {
  const boxes = new Boxes()
  const box = glimpse('serveur', null)
  const [first, clone] = [
    await boxes.meet('10.0.0.1', box, owns),
    await boxes.meet('10.0.0.9', box, async (addresses) => {
      t.strictSame(addresses, ['10.0.0.1'])
      return null
    }),
  ]
  t.ok('done' in clone, 'a clone says no, and does not wait')
  const second = boxes.meet('10.0.0.2', box, async () => '10.0.0.1')
  if ('done' in first) first.done(withAddresses('10.0.0.1', '10.0.0.2'))
  t.strictSame(await second, { readAt: '10.0.0.1' })
})

t.test('a box whose reading failed is read at its next address', async (t) => {
  const boxes = new Boxes()
  const box = glimpse('sw', 'aa:bb:cc:00:00:02')
  const met = await boxes.meet('10.0.0.1', box, owns)
  const next = boxes.meet('10.0.0.2', box, owns)
  const last = boxes.meet('10.0.0.3', box, owns)
  if ('done' in met) met.done(null)
  const second = await next
  if (!('done' in second)) return t.fail('nobody had read it')
  second.done(withAddresses())
  t.strictSame(await last, { readAt: '10.0.0.2' }, 'and only there')
})

t.test('a crawl asks each address that is named, once, within the networks', (t) => {
  const range = (text: string) => parseTargets(text, messagesFor('fr').scan)
  const crawl = new Crawl(['10.0.0.0/16'], range('10.0.0.1, 10.0.9.0/24'))
  const hear = (by: string, remoteAddresses: readonly string[], resolved: readonly string[] = []): void =>
    crawl.hear(by, {
      neighbours: [{ remoteAddresses }],
      addressSightings: resolved.map((address) => ({ address })),
    })
  const next = () => crawl.next().map(({ first, named }) => [addressText(first), named])

  hear('10.0.0.1', ['10.0.0.2', '192.0.2.1', '10.0.9.7', 'fe80::1', 'pas une adresse'], ['10.0.0.3', '10.0.0.2'])
  t.strictSame(next(), [
    ['10.0.0.2', true],
    ['10.0.0.3', false],
  ])
  hear('10.0.0.2', ['10.0.0.1', '10.0.0.4'], ['10.0.0.3'])
  t.strictSame(next(), [['10.0.0.4', true]])
  t.strictSame(next(), [], 'and ends')
  t.strictSame(
    ['10.0.0.1', '10.0.0.3', '10.0.0.4'].map((each) => crawl.namedBy(each)),
    [null, '10.0.0.1', '10.0.0.2'],
  )
  t.end()
})

t.test('a clock that jumps moves no instant back', async (t) => {
  let machine = '2026-11-30T02:00:00.000Z'
  let elapsed = 5000
  const clock = steadyClock(
    () => machine,
    '2026-11-30T03:00:00.000Z',
    () => elapsed,
  )
  t.equal(clock(), '2026-11-30T03:00:00.001Z', 'the machine was set back since the last scan')
  machine = '2020-01-01T00:00:00.000Z'
  elapsed += 90_000.7
  t.equal(clock(), '2026-11-30T03:01:30.001Z', 'and again while it is used')
  t.equal(
    steadyClock(
      () => '2026-12-01T00:00:00.000Z',
      null,
      () => 0,
    )(),
    '2026-12-01T00:00:00.000Z',
  )
})
