import type { Equity } from '../../app/equity.js'
import type { Messages } from '../../i18n/translator.js'
import { EQUITY_BY, type EquityBy } from '../../model/equity.js'
import { UserError } from '../../model/errors.js'
import { defineCommand } from '../command.js'
import { EXIT } from '../exit-codes.js'
import { addExample } from '../help.js'
import { flagOption, textOption, yearOption } from '../options.js'
import { ListedOption, profileOption, reportOptions } from '../shared-options.js'

const BY_DEFAULT = 'region,language,decile,size,remoteness'

/** @throws UserError naming the criteria that there are. */
function criteria(text: string, m: Messages): readonly EquityBy[] {
  return text.split(',').map((each) => {
    const by = EQUITY_BY.find((known) => known === each.trim())
    if (by === undefined)
      throw new UserError(m.equity.unknownBy(each.trim()), m.equity.unknownByHint(EQUITY_BY.join(', ')), {
        usage: true,
      })
    return by
  })
}

export default defineCommand({
  name: 'equity',
  alias: 'equite',
  summary: (m) => m.equity.summary,
  define: (command, m) => {
    command
      .addOption(profileOption(m))
      .option(`--year <${m.placeholders.year}>`, m.cli.yearOption)
      .addOption(
        new ListedOption(`--by <${m.placeholders.list}>`, m.equity.byOption, () => EQUITY_BY).default(BY_DEFAULT),
      )
      .option('--worst', m.equity.worstOption)
    reportOptions(command, m)
    addExample(command, m, '--by board,decile --format csv --out equity.csv')
  },
  run: async (context, _args, options) => {
    const { m } = context
    const asked = {
      profile: textOption(options, 'profile'),
      year: yearOption(options, m),
      by: criteria(textOption(options, 'by') ?? BY_DEFAULT, m),
    }
    const { readKnown } = await import('../../app/known.js')
    const { withSession } = await import('../../app/session.js')
    const { findEquity } = await import('../../app/equity.js')
    const { printReport } = await import('../print-report.js')
    await withSession(context, 'read', async (session) => {
      const found = await findEquity(session, await readKnown(session.store.db), asked)
      const { notice } = context.out
      notice(m.results.gapsTitle(found.profile.id, found.profile.source, found.schoolYear ?? '—'))
      if (flagOption(options, 'worst')) {
        const { default: worstReport } = await import('../../reports/equity-worst.js')
        await printReport(context, options, worstReport, found.worst)
      } else {
        const { default: equityReport } = await import('../../reports/equity.js')
        await printReport(context, options, equityReport, found.rows)
      }
      for (const line of conclusions(found, m)) notice(line)
    })
    return EXIT.done
  },
})

function conclusions({ rows: [all], profile }: Equity, m: Messages): string[] {
  if (all === undefined) return []
  const { number, percent, rate } = m.format
  const { percentAtStandard: at } = all
  return [
    m.equity.total(percent(at === null ? null : at / 100), number(all.pupils), rate(all.medianBps), rate(all.p10Bps)),
    m.equity.spread(number(all.gini, 2), number(all.theil, 2), number(all.p90OverP10)),
    m.equity.apart(number(all.pupilsUnlinked), number(all.pupilsUnknown), number(all.unknownSchools)),
    ...(profile.classes === null ? [m.equity.capped] : []),
    m.equity.bands,
  ]
}
