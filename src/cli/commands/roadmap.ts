import { defineCommand } from '../command.js'
import { EXIT } from '../exit-codes.js'
import { addExample } from '../help.js'
import { textOption, yearOption } from '../options.js'
import { profileOption, reportOptions, scenarioOption } from '../shared-options.js'

export default defineCommand({
  name: 'roadmap',
  alias: 'rehaussements',
  summary: (m) => m.roadmap.summary,
  define: (command, m) => {
    command
      .addOption(profileOption(m))
      .option(`--year <${m.placeholders.year}>`, m.cli.yearOption)
      .addOption(scenarioOption(m))
    reportOptions(command, m)
    addExample(command, m, '--format csv --out roadmap.csv')
  },
  run: async (context, _args, options) => {
    const { m } = context
    const year = yearOption(options, m)
    const { readKnown } = await import('../../app/known.js')
    const { withSession } = await import('../../app/session.js')
    const { printReport } = await import('../print-report.js')
    const { default: roadmapReport } = await import('../../reports/roadmap.js')
    const { planRoadmap } = await import('../../app/roadmap.js')
    const { raiseTexts } = await import('../../app/texts.js')
    await withSession(context, 'read', async (session) => {
      const known = await readKnown(session.store.db)
      const file = textOption(options, 'scenario')
      const { readScenario } = await import('../../app/scenario.js')
      const supposed = file === undefined ? null : await readScenario({ file, cwd: context.cwd, year }, known, m)
      const { rows, profile, schoolYear, left } = await planRoadmap(session, supposed?.known ?? known, {
        profile: textOption(options, 'profile'),
        year: supposed?.schoolYear ?? year,
      })
      const { notice } = context.out
      if (supposed !== null) notice(m.scenario.roadmapTitle(supposed.scenario.name))
      notice(m.results.gapsTitle(profile.id, profile.source, schoolYear ?? '—'))
      if (session.config.bandwidth.prices.length === 0) notice(m.roadmap.noPrices)
      await printReport(context, options, roadmapReport, rows, {
        upgrades: ({ upgrades }) => raiseTexts(upgrades, m).join(' ; '),
      })
      const last = rows.at(-1)
      if (last === undefined) notice(m.roadmap.nothing)
      else notice(m.roadmap.total(m.format.number(last.upgradesTotal), m.format.percent(last.percent / 100)))
      if (left.buildings > 0) {
        notice(m.roadmap.left(m.format.number(left.buildings), m.format.number(left.pupils)))
      }
    })
    return EXIT.done
  },
})
