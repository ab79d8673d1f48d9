import { basename } from 'node:path'
import { defineCommand } from '../../command.js'
import { EXIT } from '../../exit-codes.js'
import { addExample } from '../../help.js'
import { flagOption, textOption } from '../../options.js'
import { reportOptions } from '../../shared-options.js'

export default defineCommand({
  name: 'list',
  alias: 'liste',
  summary: (m) => m.importing.listSummary,
  define: (command, m) => {
    reportOptions(command, m)
    addExample(command, m)
  },
  run: async (context, _args, options) => {
    const { m, out } = context
    const { withSession } = await import('../../../app/session.js')
    const { listSources } = await import('../../../store/sources.js')
    const { printReport } = await import('../../print-report.js')
    const { default: report } = await import('../../../reports/imports.js')
    const rows = await withSession(context, 'read', ({ store }) => listSources(store.db))
    const isForFile = flagOption(options, 'json') || ['out', 'format'].some((name) => textOption(options, name))
    await printReport(
      context,
      options,
      report,
      rows,
      isForFile
        ? {}
        : {
            file: ({ file }) => basename(file),
            importedAt: ({ importedAt }) => m.format.dateTime(importedAt).slice(0, 'yyyy-mm-dd'.length),
            sha256: ({ sha256 }) => sha256.slice(0, 8),
          },
    )
    if (isForFile) return EXIT.done
    for (const { import: id, undoneAt, undoneBy } of rows)
      if (undoneAt !== null) out.notice(m.importing.undoneAlready(id, m.format.dateTime(undoneAt), undoneBy ?? ''))
    return EXIT.done
  },
})
