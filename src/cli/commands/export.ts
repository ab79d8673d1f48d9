import { Argument, Option } from '#commander'
import { resolve } from 'node:path'
import { defineCommand } from '../command.js'
import { EXIT } from '../exit-codes.js'
import { addExample } from '../help.js'
import { flagOption, textOption } from '../options.js'

async function* lines(documents: AsyncIterable<unknown>): AsyncGenerator<string> {
  for await (const document of documents) yield `${JSON.stringify(document)}\n`
}

export default defineCommand({
  name: 'export',
  alias: 'exporter',
  summary: (m) => m.lists.exportSummary,
  define: (command, m) => {
    command
      .addArgument(new Argument(`<${m.placeholders.what}>`, m.lists.exportArgument).choices(['devices']))
      .addOption(
        new Option(`--format <${m.placeholders.form}>`, m.cli.formatOption).choices(['jsonl']).default('jsonl'),
      )
      .option(`--out <${m.placeholders.file}>`, m.cli.outOption)
      .option('--all', m.overrides.viewAllOption)
    addExample(command, m, `devices --format jsonl --out ${m.lists.exportFile}`)
  },
  run: async (context, _args, options) => {
    const { m, out, cwd } = context
    const { scopeOf, sessionLocator, withSession } = await import('../../app/session.js')
    const { writeFileWhole } = await import('../../lib/files.js')
    const { deviceDocuments } = await import('../../store/devices.js')
    await withSession(context, 'read', async (session) => {
      const documents = lines(
        deviceDocuments(session.store.db, await sessionLocator(session), {
          board: scopeOf(session.config),
          view: flagOption(options, 'all') ? 'all' : 'kept',
        }),
      )
      const file = textOption(options, 'out')
      if (file === undefined) for await (const line of documents) await out.print(line)
      else {
        const path = resolve(cwd, file)
        await writeFileWhole(path, documents)
        out.notice(m.cli.written(path))
      }
    })
    return EXIT.done
  },
})
