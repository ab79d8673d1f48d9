import { Writable } from 'node:stream'
import type { WriteStream } from 'node:tty'
import t from 'tap'
import { messagesFor } from '../../src/i18n/translator.js'
import { ago, lasting } from '../../src/tui/ago.js'
import { holdStderr } from '../../src/tui/hold-stderr.js'
import { Screen } from '../../src/tui/screen.js'

/** A terminal of 20 × 4 that keeps what it is sent, and takes it when it is let. */
class Slow extends Writable {
  readonly isTTY = true
  columns = 20
  rows = 4
  sent: string[] = []
  #taken: (() => void) | null = null
  isSlow = false

  constructor() {
    super({ highWaterMark: 1 })
  }

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.sent.push(chunk.toString())
    if (this.isSlow) this.#taken = done
    else done()
  }

  take(): void {
    const taken = this.#taken
    this.#taken = null
    taken?.()
  }
}

const later = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

t.test('only the lines that differ are painted, each at its place', async (t) => {
  const terminal = new Slow()
  const screen = new Screen(terminal as unknown as WriteStream)
  screen.write('before it is open')
  t.strictSame(terminal.sent, [])
  screen.enter()
  await later()
  t.match(terminal.sent.join(''), /^\u001b\[\?1049h\u001b\[\?25l/)
  screen.write('a\nb\nc')
  await later()
  terminal.sent = []
  screen.write('a\nB\nc')
  await later()
  t.equal(terminal.sent.join(''), '\u001b[2;1H\u001b[0m\u001b[KB\u001b[0m')
  terminal.sent = []
  screen.write('a\nB\nc')
  await later()
  t.strictSame(terminal.sent, [], 'the same frame costs nothing')
  screen.write('a')
  await later()
  t.equal(
    terminal.sent.join(''),
    '\u001b[2;1H\u001b[0m\u001b[K\u001b[3;1H\u001b[0m\u001b[K\u001b[0m',
    'lines that go are erased',
  )
  terminal.sent = []
  screen.write('1\n2\n3\n4\n5')
  await later()
  t.notMatch(terminal.sent.join(''), '5', 'a frame is never higher than the screen')
  terminal.sent = []
  screen.repaint()
  await later()
  t.match(terminal.sent.join(''), /2J[\s\S]*1[\s\S]*2[\s\S]*3[\s\S]*4/)
})

t.test('a slow terminal gets the newest frame, not all of them', async (t) => {
  const terminal = new Slow()
  const screen = new Screen(terminal as unknown as WriteStream)
  screen.enter()
  await later()
  terminal.isSlow = true
  terminal.sent = []
  for (const frame of ['one', 'two', 'three', 'four']) screen.write(frame)
  for (let i = 0; i < 4; i++) {
    await later()
    terminal.take()
  }
  await later()
  const text = terminal.sent.join('')
  t.match(text, /four/)
  t.notMatch(text, /two|three/)
})

t.test('a new size paints everything again', async (t) => {
  const terminal = new Slow()
  const screen = new Screen(terminal as unknown as WriteStream)
  screen.enter()
  screen.write('a\nb')
  await later()
  terminal.sent = []
  let told = 0
  screen.on('resize', () => told++)
  terminal.columns = 10
  terminal.emit('resize')
  screen.write('a\nb')
  await later()
  t.equal(told, 1)
  t.equal(screen.columns, 10)
  t.match(terminal.sent.join(''), /2J[\s\S]*1;1H[\s\S]*a[\s\S]*2;1H[\s\S]*b/)
})

t.test('what a library says on the error output waits for the end', (t) => {
  const terminal = new Slow()
  const release = holdStderr(terminal as unknown as NodeJS.WriteStream)
  terminal.write('warning\n')
  t.strictSame(terminal.sent, [])
  release()
  t.strictSame(terminal.sent, ['warning\n'])
  t.end()
})

t.test('lengths of time are told in the unit that fits', (t) => {
  const fr = messagesFor('fr')
  const en = messagesFor('en')
  const now = Date.parse('2026-03-02T12:00:00.000Z')
  t.equal(ago('2026-03-02T11:59:40.000Z', now, fr), "à l'instant")
  t.equal(ago('2026-03-02T11:15:00.000Z', now, fr), 'il y a 45 min')
  t.equal(ago('2026-03-02T06:00:00.000Z', now, en), '6 h ago')
  t.equal(ago('2026-03-01T06:00:00.000Z', now, fr), 'il y a 30 h')
  t.equal(ago('2026-02-23T12:00:00.000Z', now, fr), 'il y a 7 jours')
  t.equal(ago('2026-02-23T12:00:00.000Z', now, en), '7 days ago')
  t.equal(lasting(3700), '4 s')
  t.equal(lasting(185_000), '3 min 05 s')
  t.equal(lasting(7_800_000), '2 h 10 min')
  t.end()
})
