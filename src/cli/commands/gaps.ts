import { defineCommand } from '../command.js'
import { EXIT } from '../exit-codes.js'
import { addExample } from '../help.js'
import { textOption, yearOption } from '../options.js'
import { profileOption, reportOptions } from '../shared-options.js'

export default defineCommand({
  name: 'gaps',
  alias: 'ecarts',
  summary: (m) => m.results.gapsSummary,
  define: (command, m) => {
    command.addOption(profileOption(m)).option(`--year <${m.placeholders.year}>`, m.cli.yearOption)
    reportOptions(command, m)
    addExample(command, m, '--profile ontario-2016')
  },
  run: async (context, _args, options) => {
    const { m } = context
    const year = yearOption(options, m)
    const { readKnown } = await import('../../app/known.js')
    const { withSession } = await import('../../app/session.js')
    const { printReport } = await import('../print-report.js')
    const { default: gapsReport } = await import('../../reports/gaps.js')
    const { findGaps } = await import('../../app/results.js')
    const { gapTexts } = await import('../../app/texts.js')
    await withSession(context, 'read', async (session) => {
      const known = await readKnown(session.store.db)
      const { gaps, profile, schoolYear } = await findGaps(session, known, {
        profile: textOption(options, 'profile'),
        year,
      })
      context.out.notice(m.results.gapsTitle(profile.id, profile.source, schoolYear ?? '—'))
      await printReport(context, options, gapsReport, gaps, gapTexts(m))
    })
    return EXIT.done
  },
})
