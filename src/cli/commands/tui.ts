import { UserError } from '../../model/errors.js'
import { defineCommand } from '../command.js'
import { EXIT } from '../exit-codes.js'
import { addExample } from '../help.js'

export default defineCommand({
  name: 'tui',
  alias: 'interface',
  summary: (m) => m.tui.summary,
  define: (command, m) => addExample(command, m),
  endsCleanly: true,
  run: async (context) => {
    const { m, out, env, signal } = context
    if (!process.stdin.isTTY || !process.stdout.isTTY) {
      throw new UserError(m.tui.noTerminal, m.tui.noTerminalHint, { usage: true })
    }
    if (env['TERM'] === 'dumb') throw new UserError(m.tui.dumbTerminal, m.tui.noTerminalHint, { usage: true })
    const config = await context.config()
    // React's checks for developers would double the time of every frame.
    process.env['NODE_ENV'] ??= 'production'
    const { runInterface } = await import('../../tui/run.js')
    await runInterface({ m, env, config, signal, colour: out.colour })
    return EXIT.done
  },
})
