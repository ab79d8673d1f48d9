import { defineCommand } from '../../command.js'
import { EXIT } from '../../exit-codes.js'
import { addExample } from '../../help.js'
import { reportOptions } from '../../shared-options.js'

export default defineCommand({
  name: 'list',
  alias: 'lister',
  summary: (m) => m.credentials.listSummary,
  define: (command, m) => {
    reportOptions(command, m)
    addExample(command, m)
  },
  run: async (context, _args, options) => {
    const { m, out } = context
    const { listSecrets } = await import('../../../app/vault/list.js')
    const { default: report } = await import('../../../reports/vault/secrets.js')
    const { printReport } = await import('../../print-report.js')
    const { secretHost } = await import('../../prompt.js')
    const { rows, missing } = await listSecrets(await secretHost(context))
    await printReport(context, options, report, rows, {
      networks: ({ networks }) => networks?.join(', ') ?? m.credentials.everywhere,
      usedBy: ({ usedBy }) => (usedBy.length === 0 ? m.credentials.unused : usedBy.join(', ')),
    })
    for (const name of missing) out.notice(m.credentials.missing(name))
    return EXIT.done
  },
})
