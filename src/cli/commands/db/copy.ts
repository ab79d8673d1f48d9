import { defineCommand, type Context } from '../../command.js'
import { EXIT } from '../../exit-codes.js'
import { addExample } from '../../help.js'
import { flagOption } from '../../options.js'
import { configuredPlace, transferListener } from './places.js'

export default defineCommand({
  name: 'copy',
  alias: 'copier',
  summary: (m) => m.db.copySummary,
  define: (command, m) => {
    command
      .argument(`<${m.placeholders.source}>`, m.db.fromArgument)
      .argument(`<${m.placeholders.destination}>`, m.db.toArgument)
      .option('--json', m.cli.jsonOption)
    addExample(command, m, './cartable.db postgres://cartable@localhost/cartable')
  },
  endsCleanly: true,
  run: async (context, [from = '', to = ''], options) => {
    const { m, out } = context
    const { copyDatabase } = await import('../../../app/database/transfer.js')
    const source = await namedPlace(context, from)
    const destination = await namedPlace(context, to)
    const tables = await copyDatabase(source, destination, m, transferListener(context))
    out.progress('')
    if (flagOption(options, 'json')) {
      await out.print(`${JSON.stringify({ from: source.database, to: destination.database, tables })}\n`)
      return EXIT.done
    }
    const { renderTable } = await import('../../../reports/formats/table.js')
    const { default: report } = await import('../../../reports/copied-tables.js')
    const filled = tables.filter(({ rows }) => rows > 0)
    for await (const piece of renderTable(report, filled, {}, m, out)) await out.print(piece)
    const rows = tables.reduce((sum, each) => sum + each.rows, 0)
    out.notice(m.db.copied(m.format.number(rows), m.format.number(tables.length), destination.database))
    return EXIT.done
  },
})

/** A database named on the command line: the configured one comes with its password. */
async function namedPlace(context: Context, written: string) {
  const { databasePlace } = await import('../../../app/config/load.js')
  const database = databasePlace(written, context.cwd, context.m.config)
  const configured = await configuredPlace(context)
  if (database === configured.database) return configured
  const { environmentSecret } = await import('../../../app/config/environment.js')
  return { database, password: environmentSecret(context.env, 'PGPASSWORD')?.reveal() ?? null }
}
