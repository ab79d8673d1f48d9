import t from 'tap'
import type { ReactElement } from 'react'
import { messagesFor, type Messages } from '../../src/i18n/translator.js'
import { LANGUAGES } from '../../src/i18n/language.js'
import { buildingLines } from '../../src/tui/building-card.js'
import { buildingColumns } from '../../src/tui/building-columns.js'
import { deviceLines } from '../../src/tui/device-card.js'
import { deviceColumns } from '../../src/tui/device-columns.js'
import { Frame, TooSmall } from '../../src/tui/frame.js'
import { Help } from '../../src/tui/help.js'
import { hintLine, hintsOf } from '../../src/tui/hints.js'
import { Lines, Spans, type Line } from '../../src/tui/lines.js'
import { Overview } from '../../src/tui/overview.js'
import { concernsOf } from '../../src/tui/overview-panels.js'
import { rowsOf } from '../../src/tui/rows.js'
import { ScanView } from '../../src/tui/scan.js'
import type { ScanState } from '../../src/tui/scan-state.js'
import { FIRST, type World } from '../../src/tui/state.js'
import { firstShown, placed, Table } from '../../src/tui/table.js'
import { building, deviceRow, DOCUMENT, drawn, inventory, NOW, scanRow, widest } from './drawn.js'

// Hours are written in the machine's time zone.
process.env['TZ'] = 'America/Toronto'

const SIZES = [
  { columns: 80, rows: 24 },
  { columns: 200, rows: 50 },
] as const

/** Draws something in both languages at both sizes; it must keep inside the window each time. */
function everywhere(
  t: Tap,
  make: (m: Messages, columns: number, rows: number) => ReactElement,
  check: (text: string, m: Messages, columns: number) => void,
): void {
  for (const language of LANGUAGES) {
    for (const { columns, rows } of SIZES) {
      const m = messagesFor(language)
      const lines = drawn(make(m, columns, rows), columns)
      t.ok(widest(lines) <= columns, `${language}, ${columns} columns: the widest line has ${widest(lines)}`)
      t.ok(lines.length <= rows, `${language}, ${rows} rows: ${lines.length} lines`)
      check(lines.join('\n'), m, columns)
    }
  }
}
type Tap = Pick<typeof t, 'ok'>

const spaces = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ')

t.test('the overview counts devices by status and buildings by level, and says what to look at', (t) => {
  everywhere(
    t,
    (m, columns, rows) => (
      <Overview
        inventory={inventory()}
        concerns={concernsOf(inventory(), m)}
        cursor={0}
        width={columns}
        height={rows}
        now={NOW}
        m={m}
      />
    ),
    (text, m, columns) => {
      t.match(text, new RegExp(`● {2}${m.statuses.answered} +2 `))
      t.match(text, new RegExp(`◐ {2}${m.statuses.partial} +1 `))
      t.match(text, new RegExp(`○ {2}${m.statuses.failed} +1 `))
      t.match(text, new RegExp(`!! +${m.gaps['level-critical']} +1 `))
      t.match(text, new RegExp(`\\+ +${m.gaps['level-ok']} +1 `))
      t.match(text, m.language === 'fr' ? 'ontario-2016, 2025-2026' : 'standard ontario-2016')
      t.match(text, m.reasons['host-up-snmp-silent'].slice(0, 40))
      // Two are read in part or not at all, one building is critical: three things to look at, the first of them chosen.
      t.equal(text.split('\n').filter((line) => /(1 (device|building)|1 (appareil|immeuble)) /.test(line)).length, 3)
      t.match(text, />\s[○◐]/)
      const scan =
        columns === 200
          ? { fr: '254 adresses : 4 lues, 250 sans lecture', en: '254 addresses: 4 read, 250 not read' }
          : { fr: '4 lues sur 254 adresses', en: '4 read out of 254 addresses' }
      t.match(spaces(text), scan[m.language])
      t.equal(text.includes(m.tui.kinds), columns === 200, 'kinds of devices are shown where there is room')
    },
  )
  t.end()
})

t.test('a scan without an end is under way while addresses come, and broken off when they no longer do', (t) => {
  const open = {
    rows: [scanRow({ endedAt: null, addresses: null })],
    underWay: { read: 40, failed: 2, lastAt: '2026-03-02T11:59:30.000Z' },
  }
  const killed = { ...open, underWay: { read: 40, failed: 2, lastAt: '2026-03-02T06:30:00.000Z' } }
  const m = messagesFor('fr')
  const at = (scans: typeof open): string =>
    drawn(
      <Overview inventory={inventory({ scans })} concerns={[]} cursor={0} width={100} height={20} now={NOW} m={m} />,
      100,
    ).join('\n')
  t.match(spaces(at(open)), "en cours : 40 lues, 2 sans lecture jusqu'ici")
  t.match(at(killed), 'interrompu sans avoir fini; 40 lues gardées')
  t.end()
})

t.test('a board where all is well says so, and an empty one says what to do', (t) => {
  const m = messagesFor('fr')
  const view = (of: ReturnType<typeof inventory>): string =>
    drawn(
      <Overview inventory={of} concerns={concernsOf(of, m)} cursor={0} width={80} height={19} now={NOW} m={m} />,
      80,
    ).join('\n')
  const well = inventory({ devices: [deviceRow()], buildings: [building({ level: 'ok' })] })
  t.match(view(well), /Rien\u00a0: tout répond/)
  const empty = inventory({ devices: [], buildings: [], scans: { rows: [], underWay: null } })
  t.match(view(empty), 'Aucun immeuble importé')
  t.match(view(empty), "rien n'a été balayé")
  t.notMatch(view(empty), /Rien\u00a0: tout répond/)
  t.end()
})

t.test('the list of devices keeps address, name and state at 80 columns, and shows more at 200', (t) => {
  everywhere(
    t,
    (m, columns, rows) => {
      const { nameOf, longest } = rowsOf(inventory(), m)
      const columnsOf = deviceColumns({ m, nameOf, longest })
      return <Table rows={inventory().devices} columns={columnsOf} cursor={1} width={columns} height={rows} />
    },
    (text, m, columns) => {
      t.match(text, /^ {2}● 10\.20\.0\.5 +anse-sw1/m)
      t.match(text, /^> ● 10\.20\.0\.6 +anse-ap1/m)
      t.match(text, /^ {2}◐ 10\.20\.0\.7 +phare-sw1/m)
      t.match(text, m.shortReasons['host-up-snmp-silent'])
      t.equal(text.includes('HPE Aruba'), columns === 200)
      t.equal(text.includes('SG00INV001'), columns === 200)
    },
  )
  t.end()
})

t.test('whatever a device calls itself, its line stays one line and its columns stay where they are', (t) => {
  const names = [
    '\u001b[2J\u001b]0;pris\u0007mal',
    'abc\u202egnp.exe',
    '日本語の学校のスイッチ',
    'e\u0301cole x\u0301\u0302\u0303\u0304',
    'un\ndeux\r\n\ttrois',
    '👩\u200d👩\u200d👧 🇨🇦',
    '\u0000\u0007\u009b31mrouge',
    'sans\u200blargeur\u2028fin',
    'x'.repeat(300),
  ]
  const rows = names.map((sysName, i) => deviceRow({ managementAddress: `10.20.0.${i + 1}`, sysName, model: 'M' }))
  const m = messagesFor('fr')
  const columns = deviceColumns({ m, nameOf: () => '', longest: () => 20 })
  const lines = drawn(<Table rows={rows} columns={columns} cursor={-1} width={80} height={20} />, 80)
  t.equal(lines.length, 20)
  for (const [i, line] of lines.slice(1, names.length + 1).entries()) {
    t.notMatch(line, /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069]/, `name ${i}`)
    // The model stands in the same column of the terminal: wide characters (East Asian, emoji) count for two.
    const before = line.slice(0, line.search(/ M {2}/) + 1)
    const wide = [...before].filter((character) => /[\u3000-\u9fff]|\p{Emoji_Presentation}/u.test(character)).length
    const flags = [...before].filter((character) => /\p{Regional_Indicator}/u.test(character)).length
    t.equal([...before].length + wide - flags, lines[0]?.indexOf('Modèle'), `name ${i}`)
  }
  t.match(lines.join('\n'), /école x\ufffd/)
  t.match(lines.join('\n'), 'un deux trois')
  t.end()
})

t.test('the list of buildings gives the level in words, and bounds as such', (t) => {
  const rows = [
    building({ reasons: [{ code: 'shared-link-incomplete', about: ['L-0'] }], incomplete: true }),
    building({ building: '711005', reasons: [{ code: 'enrolment-missing', about: ['711001'] }], incomplete: true }),
    building({ building: '711006', level: 'unlinked', demandDownBps: null, shareDownBps: null }),
  ]
  everywhere(
    t,
    (m, columns, height) => (
      <Table rows={rows} columns={buildingColumns(m)} cursor={0} width={columns} height={height} />
    ),
    (text, m) => {
      const lines = spaces(text).split('\n')
      t.match(lines[1], new RegExp(`!! 711004 .*${m.gaps['level-critical']}.* 200 Mbit/s +≤ 50 Mbit/s`))
      t.match(lines[2], /711005 .* ≥ 200 Mbit\/s +50 Mbit\/s/)
      t.match(lines[3], new RegExp(`× +711006 .*${m.gaps['level-unlinked']}.* — `))
      t.match(lines[1], /3 ○1( |$)/)
    },
  )
  t.end()
})

function card(lines: readonly Line[], columns: number): string {
  return drawn(<Lines lines={lines} width={columns} height={60} />, columns).join('\n')
}

t.test('the card of a device shows what was read, section by section', (t) => {
  for (const language of LANGUAGES) {
    const m = messagesFor(language)
    const row = deviceRow()
    const lines = deviceLines({ row, document: DOCUMENT, isReading: false, building: '711004 Anse' }, 78, m)
    const text = spaces(card(lines, 78))
    t.match(text, /^anse-sw1 {2}10\.20\.0\.5$/m)
    t.match(text, new RegExp(`^${m.show.serial} +SG00INV001$`, 'm'))
    t.match(text, new RegExp(`^${m.show.building} +711004 Anse$`, 'm'))
    t.match(text, /10\.20\.0\.5, 10\.20\.9\.5/)
    t.match(text, /^ {2}1\/1\/1 +anse-ap1 +eth0 +LLDP$/m)
    t.match(text, /^ {2}1\/1\/1 +● \S+ +1 Gbit\/s +vers la borne$/m)
    t.match(text, /^ {2}1\/1\/2 +○ /m)
    t.match(text, '10 pupitres, 20')
    t.ok(widest(text.split('\n')) <= 78)
  }
  t.end()
})

t.test('the card of a silent address says why, and that nothing was read', (t) => {
  const m = messagesFor('fr')
  const [, , , silent] = inventory().devices
  if (silent === undefined) throw new Error('no device')
  const lines = (isReading: boolean): string =>
    card(deviceLines({ row: silent, document: null, isReading, building: null }, 78, m), 78)
  t.match(lines(false), /\(sans nom\) {2}10\.20\.0\.8/)
  t.match(lines(false), /l'hôte répond au ping mais pas en SNMP/)
  t.match(lines(false), "Rien n'a jamais été lu à cette adresse.")
  t.match(lines(true), 'Lecture…')
  const known = deviceRow({ status: 'failed', reasonCode: 'no-answer' })
  const text = card(deviceLines({ row: known, document: DOCUMENT, isReading: false, building: null }, 78, m), 78)
  t.match(text, 'Ce qui suit vient de la dernière lecture réussie.')
  t.end()
})

t.test('the card of a building gives its figures, its schools and what would close the gap', (t) => {
  for (const language of LANGUAGES) {
    const m = messagesFor(language)
    const text = spaces(card(buildingLines(building(), 78, m), 78))
    t.match(text, new RegExp(`^!! ${m.gaps['level-critical']}$`, 'm'))
    t.match(text, /L-1 → L-0/)
    t.match(text, /711001 École de l’Anse-aux-Outardes/)
    t.match(text, spaces(m.tui.singlePoint))
    t.match(text, language === 'fr' ? 'porter L-1 de 50 Mbit/s à 1 Gbit/s' : 'raise L-1 from 50 Mbit/s to 1 Gbit/s')
  }
  t.end()
})

const PLAN = {
  written: '10.20.0.0/24 10.20.9.0/24',
  tooLarge: [],
  addresses: 508,
  networks: 2,
  credentials: [
    { name: 'v3', version: '3', networks: null },
    { name: 'lecture', version: '2c', networks: ['10.20.9.0/24'] },
  ],
  packetsPerSecond: 500,
  blackout: null,
} as const

function scanText(scan: Partial<ScanState>, columns: number, rows: number, m: Messages): ReactElement {
  const state: ScanState = { plan: PLAN, running: null, ended: null, ...scan }
  const { scans } = inventory()
  return <ScanView scan={state} scans={scans} ping={true} width={columns} height={rows} now={NOW} m={m} />
}

t.test('before a scan, its view says what would be asked, with which credentials, and no secret', (t) => {
  everywhere(
    t,
    (m, columns, rows) => scanText({}, columns, rows, m),
    (text, m) => {
      t.match(spaces(text), m.language === 'fr' ? '508 adresses, dans 2 réseaux' : '508 addresses, in 2 networks')
      t.match(text, /v3 \(v3\), lecture \(v2c, .*10\.20\.9\.0\/24/)
    },
  )
  t.end()
})

t.test('while a scan runs, its view counts by status and by reason, with pace and time left', (t) => {
  const progress = {
    asked: 127,
    addresses: 508,
    answered: 40,
    partial: 1,
    failed: 87,
    byReason: { 'no-answer': 80, 'port-closed': 7, 'agent-loop': 1 },
    packetsSent: 900,
  }
  const running = {
    startedAt: NOW - 20_000,
    addresses: 508,
    progress,
    latest: [{ address: '10.20.0.5', name: 'anse-sw1\u001b[31m', what: 'HPE Aruba 6200F', status: 'answered' }],
    isStopping: false,
  }
  everywhere(
    t,
    (m, columns, rows) => scanText({ running }, columns, rows, m),
    (text, m) => {
      const plain = spaces(text)
      t.match(plain, /█░/)
      // 127 of 508 are a quarter; in 20 s that is 6.35 a second, so 381 ÷ 6.35 = 60 s are left.
      t.match(plain, /25 ?%/)
      t.match(plain, m.language === 'fr' ? '6,4 adresses par seconde' : '6.4 addresses a second')
      t.match(plain, '1 min 00 s')
      t.match(plain, new RegExp(`● +39 +${m.statuses.answered}`))
      t.match(plain, new RegExp(`◐ +1 +${m.statuses.partial}`))
      t.match(plain, new RegExp(`80 +${spaces(m.reasons['no-answer']).slice(0, 20)}`))
      t.match(plain, /● {2}10\.20\.0\.5 {2}anse-sw1\ufffd/)
    },
  )
  t.end()
})

t.test('after a scan, its view says what it found; after a failure, what to do', (t) => {
  const summary = {
    scan: 13,
    startedAt: '2026-03-02T11:50:00.000Z',
    endedAt: '2026-03-02T11:52:00.000Z',
    addresses: 508,
    answered: 39,
    partial: 1,
    failed: 468,
    byReason: { 'no-answer': 368, cancelled: 100, 'agent-loop': 1 },
    devicesNew: 2,
    devicesChanged: 1,
    devicesMissing: 0,
    changes: {},
    packetsSent: 900,
    bytesSent: 90_000,
  }
  everywhere(
    t,
    (m, columns, rows) => scanText({ ended: { summary, isWhole: false } }, columns, rows, m),
    (text, m) => {
      t.match(text, m.tui.stopped)
      t.match(spaces(text), m.language === 'fr' ? '408 adresses interrogées en 120 s' : '408 addresses asked in 120 s')
      t.match(spaces(text), m.language === 'fr' ? '2 appareils nouveaux, 1 changé' : '2 new devices, 1 changed')
    },
  )
  everywhere(
    t,
    (m, columns, rows) =>
      scanText({ plan: { message: m.scan.noCredentials, hint: m.scan.noCredentialsHint } }, columns, rows, m),
    (text, m) => t.match(text, m.scan.noCredentials),
  )
  t.end()
})

const WORLD: World = {
  count: 4,
  page: 18,
  cardLines: 0,
  facet: null,
  building: null,
  scan: 'idle',
  canStart: true,
  yes: ['y', 'o'],
}

t.test('the frame always shows the views, and the keys that do something', (t) => {
  for (const view of ['overview', 'devices', 'buildings', 'scan'] as const) {
    everywhere(
      t,
      (m, columns, rows) => (
        <Frame
          view={view}
          counts={{ devices: '1 234', scan: '43 %' }}
          board={'Centre de services scolaire au nom vraiment très long, comme il y en a\u001b[31m'}
          clock="2026-03-02 07 h 00"
          status={[]}
          hints={hintsOf({ ...FIRST, view }, { ...WORLD, scan: 'running' }, m)}
          width={columns}
          height={rows}
          m={m}
        >
          {null}
        </Frame>
      ),
      (text, m) => {
        const lines = text.split('\n')
        t.match(lines[0], /2026-03-02 07 h 00/)
        t.match(lines[1], new RegExp(`\\[\\d ${m.tui[`view-${view}`]}`))
        t.match(lines.at(-1), new RegExp(`x ${m.tui.doStop} .*\\? ${m.tui.doHelp} +q ${m.tui.doQuit}`))
      },
    )
  }
  t.end()
})

t.test('where keys do not all fit, help and the way out stay', (t) => {
  for (const language of LANGUAGES) {
    const m = messagesFor(language)
    const hints = hintsOf({ ...FIRST, view: 'devices' }, WORLD, m)
    const [line = ''] = drawn(<Spans line={hintLine(hints, 40)} />, 80)
    t.ok(line.length <= 40, line)
    t.match(line, new RegExp(`\\? ${m.tui.doHelp} +q ${m.tui.doQuit}`))
  }
  t.end()
})

t.test('help fits the smallest usual window, in both languages', (t) => {
  everywhere(
    t,
    (m, columns, rows) => <Help width={columns} height={rows - 5} m={m} />,
    (text, m) => {
      t.match(text, m.tui.helpQuit)
      t.match(text, m.gaps['level-unknown'])
      t.notMatch(text.split('\n').slice(-4).join('\n'), '…')
    },
  )
  t.end()
})

t.test('a window too small is told its size and the size it takes', (t) => {
  const text = drawn(<TooSmall width={40} height={10} m={messagesFor('en')} />, 40).join(' ')
  t.match(text, /40 × 10.*60 × 16/)
  t.end()
})

t.test('columns give way by rank, and never exceed the width', (t) => {
  const m = messagesFor('fr')
  const columns = deviceColumns({ m, nameOf: () => '', longest: () => 40 })
  for (let width = 60; width <= 260; width++) {
    const places = placed(columns, width)
    const sum = 2 + places.reduce((total, { width: wide }) => total + wide, 0) + places.length - 1
    if (sum > width || !places.some(({ column }) => column.key === 'state')) t.fail(`${width}: ${sum}`)
  }
  t.end()
})

t.test('the chosen row is always among those drawn', (t) => {
  for (const count of [0, 1, 5, 18, 19, 1000]) {
    for (let cursor = 0; cursor < count; cursor++) {
      const from = firstShown(cursor, count, 18)
      if (cursor < from || cursor >= from + 18 || from < 0) t.fail(`${cursor} of ${count}`)
    }
  }
  t.pass('every place of lists of 0 to 1,000 rows')
  t.end()
})
