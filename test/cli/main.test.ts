import t from 'tap'
import { createProgram } from '../../src/cli/program.js'
import { messagesFor } from '../../src/i18n/translator.js'
import { boardFor, sample } from './board.js'
import { cartable, cartableProcess, type Ran } from './run.js'

const rules = ['--rules', sample('regles-combo.yaml')]

/** Each command with work that is short, or a mistake that it tells: nothing that is printed is of the moment. */
const LINES: readonly (readonly string[])[] = [
  [],
  ['--version'],
  ['help', 'list'],
  ['completion', 'bash'],
  ['init'],
  ['import', 'schools', sample('ecoles.csv')],
  ['quality'],
  ['list', 'schools'],
  ['show', '798001'],
  ['changes'],
  ['gaps', '--format', 'csv'],
  ['roadmap'],
  ['sharing'],
  ['equity'],
  ['shortfalls', ...rules],
  ['allocate', '--envelope', '100000', ...rules],
  ['purchase', 'plan', '--envelope', '100000', ...rules],
  ['report', 'combo', '--envelope', '100000', ...rules],
  ['map', '--out', 'carte'],
  ['export', 'links'],
  ['override', 'list'],
  ['audit', 'fleet'],
  ['db', 'check'],
  ['credentials', 'list'],
  ['schedule', '--cron'],
  ['scan', '--targets', '127.0.0.1'],
  ['sample'],
  ['record', 'sw1'],
  ['doctor', '--device', 'sw1'],
  ['demo', '--port', '1'],
  ['tui'],
]

t.test('each command starts in a process of its own, and does there what it does in the tests’', async (t) => {
  const { commands } = createProgram(messagesFor('en'), () => undefined)
  for (const command of commands)
    t.ok(
      LINES.some(([name]) => name === command.name()),
      `${command.name()} is among them`,
    )
  const [here, apart] = [await boardFor(t), await boardFor(t)]
  const inPlace = ({ code, out, err }: Ran, folder: string): Ran => ({
    code,
    out: out.replaceAll(folder, '.'),
    err: err.replaceAll(folder, '.'),
  })
  for (const args of LINES) {
    const mine = inPlace(await cartable(args, { cwd: here.folder }), here.folder)
    t.strictSame(inPlace(await cartableProcess(args, { cwd: apart.folder }), apart.folder), mine, args.join(' '))
    t.notMatch(mine.err, /\n\s+at /, 'no stack')
  }
})
