import t from 'tap'
import { messagesFor } from '../../src/i18n/translator.js'
import { App } from '../../src/tui/app.js'
import type { Port, ScanOrder } from '../../src/tui/port.js'
import { deviceRow, DOCUMENT, inventory, linesOf, mounted, NOW, scanRow, widest, type Instance } from './drawn.js'

process.env['TZ'] = 'America/Toronto'
const m = messagesFor('fr')

/** A program that answers with invented data at once, and notes what it was asked. */
function port(change: Partial<Port> = {}): Port {
  return {
    load: async () => inventory(),
    scans: async () => inventory().scans,
    device: async () => DOCUMENT,
    plan: async () => ({
      written: '10.20.0.0/24',
      tooLarge: [],
      addresses: 254,
      networks: 1,
      credentials: [{ name: 'lecture', version: '2c', networks: null }],
      packetsPerSecond: 500,
      blackout: null,
    }),
    scan: () => new Promise(() => undefined),
    explain: (error) => (error instanceof TypeError ? null : { message: String((error as Error).message), hint: null }),
    fail: () => undefined,
    suspend: () => undefined,
    repaint: () => undefined,
    now: () => NOW,
    ...change,
  }
}

/** Only what never comes takes this long. */
const PATIENCE_MS = 60_000
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

interface Opened {
  readonly instance: Instance
  screen(): readonly string[]
  /** Types, and waits until the screen says something. */
  until(wanted: RegExp, ...typed: readonly string[]): Promise<string>
}

async function opened(
  t: { teardown(work: () => void): unknown },
  of: Port,
  { width = 80, height = 24, signal = new AbortController().signal } = {},
): Promise<Opened> {
  const instance = mounted(
    <App
      port={of}
      database="/var/lib/cartable/cartable.db"
      board="Essai"
      colour={true}
      signal={signal}
      width={width}
      height={height}
      notice={null}
      m={m}
    />,
    width,
  )
  t.teardown(() => instance.unmount())
  const screen = (): readonly string[] => linesOf(instance.lastFrame() ?? '')
  return {
    instance,
    screen,
    until: async (wanted, ...typed) => {
      for (const text of typed) {
        instance.stdin.write(text)
        await pause(5)
      }
      const end = Date.now() + PATIENCE_MS
      while (Date.now() < end) {
        if (wanted.test(screen().join('\n'))) return screen().join('\n')
        await pause(10)
      }
      throw new Error(`Waited in vain for ${String(wanted)}:\n${screen().join('\n')}`)
    },
  }
}

t.test('every view fills the window exactly, and goes nowhere beyond it', async (t) => {
  for (const [width, height] of [
    [80, 24],
    [200, 50],
    [60, 16],
    [139, 30],
    [140, 30],
  ] as const) {
    const { until, screen } = await opened(t, port(), { width, height })
    await until(/À regarder/)
    for (const [key, wanted] of [
      ['2', /anse-sw1/],
      ['\r', /Numéro de série/],
      ['3', /711004/],
      ['4', /254 adresses/],
      ['?', /Signes|Touches/],
    ] as const) {
      await until(wanted, key)
      t.equal(screen().length, height, `${width} × ${height}: ${key}`)
      t.ok(widest(screen()) <= width, `${width} × ${height}: ${key}`)
      t.match(screen().at(-1), /\S/, 'keys are on the last line')
    }
  }
})

t.test('what was chosen stays chosen when the database is read again', async (t) => {
  let devices = inventory().devices
  const { until } = await opened(t, port({ load: async () => inventory({ devices }) }))
  await until(/À regarder/)
  await until(/> ● 10\.20\.0\.6/, '2', 'j')
  devices = [deviceRow({ managementAddress: '10.20.0.1', sysName: 'nouveau' }), ...devices]
  const screen = await until(/nouveau/, 'r')
  t.match(screen, /> ● 10\.20\.0\.6/)
})

t.test('a scan goes on while other views are looked at, and is stopped before the interface is left', async (t) => {
  const orders: ScanOrder[] = []
  const { until } = await opened(
    t,
    port({
      scan: (order) => {
        orders.push(order)
        return new Promise((resolve) => {
          order.signal.addEventListener('abort', () =>
            resolve({
              summary: {
                scan: 13,
                startedAt: '2026-03-02T12:00:00.000Z',
                endedAt: '2026-03-02T12:00:10.000Z',
                addresses: 254,
                answered: 1,
                partial: 0,
                failed: 253,
                byReason: { cancelled: 253 },
                devicesNew: 0,
                devicesChanged: 0,
                devicesMissing: 0,
                changes: {},
                packetsSent: 10,
                bytesSent: 1000,
              },
              unread: 0,
            }),
          )
        })
      },
    }),
  )
  await until(/Entrée lancer/, '4')
  await until(/Interroger 254 adresses avec lecture\?/, '\r')
  await until(/Balayage en cours/, 'p', '\r', 'o')
  t.match(orders, [{ ping: true }], 'p, in answer to the question, was a no')
  orders[0]?.progress({
    asked: 127,
    addresses: 254,
    answered: 1,
    partial: 0,
    failed: 126,
    byReason: { 'no-answer': 126 },
    packetsSent: 10,
    latest: [],
  })
  await until(/\[1 Aperçu\][\s\S]*4 Balayage 50\u00a0%/, '1')
  await until(/L'arrêter et quitter\?/, 'q')
  t.equal(orders[0]?.signal.aborted, false)
  await until(/\[1 Aperçu\]/, 'n')
  await until(/Balayage arrêté[\s\S]*1 adresse interrogée/, '4', 'x', 'o')
  t.equal(orders[0]?.signal.aborted, true)
})

t.test('a database that cannot be read is told; what was read before stays on the screen', async (t) => {
  let broken = true
  const { until } = await opened(
    t,
    port({
      load: async () => {
        if (broken) throw new Error('La base est verrouillée')
        return inventory()
      },
    }),
  )
  await until(/La base est verrouillée/)
  broken = false
  await until(/À regarder/, 'r')
  broken = true
  t.match(await until(/La base est verrouillée/, 'r'), /À regarder/)
})

t.test('our own fault ends the interface', async (t) => {
  const faults: unknown[] = []
  await opened(
    t,
    port({
      load: async () => {
        throw new TypeError('boum')
      },
      fail: (error) => faults.push(error),
    }),
  )
  for (const end = Date.now() + PATIENCE_MS; faults.length === 0 && Date.now() < end;) await pause(5)
  t.match(faults, [{ message: 'boum' }])
})

t.test('without a database it says how to begin, and where the board is known from', async (t) => {
  const { until } = await opened(t, port({ load: async () => null, scans: async () => null }))
  t.match(await until(/Aucune base de données/), /cartable {2}Essai[\s\S]*\/var\/lib\/cartable\/cartable\.db/)
  for (const key of ['\r', 'j', '2', '\r', '/', 'x', '\u001b', '3', 'd', 's']) await until(/./, key)
})

t.test('a scan started elsewhere is told, and followed', async (t) => {
  const rows = [scanRow({ endedAt: null, addresses: null })]
  const underWay = { read: 12, failed: 3, lastAt: '2026-03-02T11:59:50.000Z' }
  const { until } = await opened(t, port({ load: async () => inventory({ scans: { rows, underWay } }) }))
  await until(/Un autre balayage semble en cours[\s\S]*en cours\u00a0: 12 lues, 3 sans lecture/, '4')
})
