import { defineCommand } from '../../command.js'
import { EXIT } from '../../exit-codes.js'
import { addExample } from '../../help.js'
import { flagOption } from '../../options.js'
import { configuredPlace } from './places.js'

export default defineCommand({
  name: 'check',
  alias: 'verifier',
  summary: (m) => m.db.checkSummary,
  define: (command, m) => {
    command.option('--json', m.cli.jsonOption)
    addExample(command, m)
  },
  run: async (context, _args, options) => {
    const { m, out } = context
    const { checkDatabase, mustExist } = await import('../../../app/database/check.js')
    const place = await configuredPlace(context)
    mustExist(place)
    const check = await checkDatabase(place, m)
    if (flagOption(options, 'json')) await out.print(`${JSON.stringify(check)}\n`)
    else if (check.problems.length > 0) {
      for (const problem of check.problems) await out.print(`✗ ${problem}\n`)
      if (check.problems.some((each) => each !== m.db.olderSchema && each !== m.db.nothingThere))
        out.notice(m.db.unsound)
    } else {
      const rows = check.tables.reduce((sum, table) => sum + table.rows, 0)
      await out.print(`✓ ${m.db.sound(m.format.number(rows), check.schema ?? '')}\n`)
    }
    return check.problems.length > 0 ? EXIT.failed : EXIT.done
  },
})
