import { resolve } from 'node:path'
import type { Roadmap } from '../../app/roadmap.js'
import type { Messages } from '../../i18n/translator.js'
import type { RoadmapRow } from '../../model/roadmap.js'
import { defineCommand } from '../command.js'
import { EXIT } from '../exit-codes.js'
import { addExample } from '../help.js'
import { centsOption, percentOption, textOption, yearOption } from '../options.js'
import { profileOption, reportOptions, scenarioOption } from '../shared-options.js'
import { someOf } from '../some-of.js'

export default defineCommand({
  name: 'roadmap',
  alias: 'rehaussements',
  summary: (m) => m.roadmap.summary,
  define: (command, m) => {
    command
      .addOption(profileOption(m))
      .option(`--year <${m.placeholders.year}>`, m.cli.yearOption)
      .addOption(scenarioOption(m))
      .option(`--costs <${m.placeholders.file}>`, m.roadmap.costsOption)
      .option(`--budget <${m.placeholders.dollars}>`, m.roadmap.budgetOption)
      .option(`--until <${m.placeholders.percent}>`, m.roadmap.untilOption)
    reportOptions(command, m)
    addExample(command, m, '--until 90 --format csv --out roadmap.csv')
  },
  run: async (context, _args, options) => {
    const { m, cwd } = context
    const file = textOption(options, 'costs')
    const scenario = textOption(options, 'scenario')
    const asked = {
      profile: textOption(options, 'profile'),
      year: yearOption(options, m),
      costs: file === undefined ? undefined : resolve(cwd, file),
      budgetCents: centsOption(options, 'budget', m),
      untilPercent: percentOption(options, 'until', m),
    }
    const { readKnown } = await import('../../app/known.js')
    const { withSession } = await import('../../app/session.js')
    const { printReport } = await import('../print-report.js')
    const { default: roadmapReport } = await import('../../reports/roadmap.js')
    const { planRoadmap } = await import('../../app/roadmap.js')
    const { readScenario } = await import('../../app/scenario.js')
    const { raiseTexts } = await import('../../app/texts.js')
    await withSession(context, 'read', async (session) => {
      const known = await readKnown(session.store.db)
      const supposed =
        scenario === undefined ? null : await readScenario({ file: scenario, cwd, year: asked.year }, known, m)
      const plan = await planRoadmap(session, supposed?.after ?? known, {
        ...asked,
        year: supposed?.schoolYear ?? asked.year,
      })
      const { notice } = context.out
      if (supposed !== null) notice(m.scenario.roadmapTitle(supposed.scenario.name))
      notice(m.results.gapsTitle(plan.profile.id, plan.profile.source, plan.schoolYear ?? '—'))
      if (!plan.isPriced) notice(m.roadmap.noPrices)
      if (plan.unknownLinks.length > 0) notice(m.roadmap.unknownLinks(file ?? '', someOf(plan.unknownLinks)))
      await printReport(context, options, roadmapReport, plan.rows, {
        upgrades: ({ upgrades }) => raiseTexts(upgrades, m).join(' ; '),
      })
      for (const line of conclusions(plan, m)) notice(line)
    })
    return EXIT.done
  },
})

/** What to remember of a roadmap, and what it leaves out. */
function conclusions({ rows, percentBefore, leftOut, unmeasured, left }: Roadmap, m: Messages): string[] {
  const { number, percent, money } = m.format
  const last = rows.at(-1)
  const nothing = leftOut > 0 ? m.roadmap.nothingKept : m.roadmap.nothing
  const total = (row: RoadmapRow): string =>
    m.roadmap.total(
      number(row.upgradesTotal),
      percent(row.percent / 100),
      percent((percentBefore ?? 0) / 100),
      row.costTotalCents === null ? null : money(row.costTotalCents),
    )
  return [
    last === undefined ? nothing : total(last),
    ...(leftOut > 0 ? [m.roadmap.leftOut(number(leftOut))] : []),
    ...(unmeasured.length > 0 ? [m.roadmap.unmeasured(someOf(unmeasured))] : []),
    ...(left.buildings > 0 ? [m.roadmap.left(number(left.buildings), number(left.pupils))] : []),
  ]
}
