import { UserError } from '../../model/errors.js'
import { defineCommand } from '../command.js'
import { EXIT } from '../exit-codes.js'
import { addExample } from '../help.js'
import { flagOption } from '../options.js'

export default defineCommand({
  name: 'show',
  alias: 'montrer',
  summary: (m) => m.show.summary,
  define: (command, m) => {
    command
      .argument(`<${m.placeholders.thing}>`, m.show.thingArgument)
      .option('--history', m.changes.historyOption)
      .option('--json', m.cli.jsonOption)
    addExample(command, m, '10.20.0.5')
  },
  run: async (context, [thing = ''], options) => {
    const { m, out } = context
    const { withSession } = await import('../../app/session.js')
    const isHistory = flagOption(options, 'history')
    await withSession(context, 'read', async (session) => {
      const shown = isHistory
        ? await (await import('../../app/show-history.js')).showHistory(session, thing)
        : await (await import('../../app/show.js')).showThing(session, thing)
      if (shown === null && isHistory) {
        throw new UserError(m.changes.historyOfDevices(thing), m.changes.historyOfDevicesHint)
      }
      if (shown === null) throw new UserError(m.show.notFound(thing), m.show.notFoundHint)
      if (flagOption(options, 'json')) await out.print(`${JSON.stringify(shown.record, null, 2)}\n`)
      else await out.print(`${shown.text.join('\n')}\n`)
    })
    return EXIT.done
  },
})
