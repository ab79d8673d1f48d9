import type { Known } from '../../app/known.js'
import type { GapsBy } from '../../app/results.js'
import type { Session } from '../../app/session.js'
import type { BandwidthProfile } from '../../model/profile.js'
import type { StandardTotal } from '../../model/comparison.js'
import type { Messages } from '../../i18n/translator.js'
import { UserError } from '../../model/errors.js'
import { defineCommand, type Context, type Options } from '../command.js'
import { EXIT } from '../exit-codes.js'
import { addExample } from '../help.js'
import { textOption, yearOption } from '../options.js'
import { profileOption, reportOptions, scenarioOption } from '../shared-options.js'

/** What is asked of the session's database. */
interface Asked {
  readonly context: Context
  readonly options: Options
  readonly session: Session
  readonly known: Known
  readonly year: string | undefined
  readonly profiles: readonly BandwidthProfile[]
}

export default defineCommand({
  name: 'gaps',
  alias: 'ecarts',
  summary: (m) => m.results.gapsSummary,
  define: (command, m) => {
    command
      .addOption(profileOption(m, 'several'))
      .option(`--year <${m.placeholders.year}>`, m.cli.yearOption)
      .addOption(scenarioOption(m))
      .option(`--compare-year <${m.placeholders.year}>`, m.scenario.compareYearOption)
    reportOptions(command, m)
    addExample(command, m, '--profile ontario-2016,dfe-2022,nsw-2022')
  },
  run: async (context, _args, options) => {
    const { m } = context
    const year = yearOption(options, m)
    const otherYear = yearOption(options, m, 'compareYear')
    const scenario = textOption(options, 'scenario')
    const { readKnown } = await import('../../app/known.js')
    const { readProfiles } = await import('../../app/reference.js')
    const { withSession } = await import('../../app/session.js')
    if (scenario !== undefined && otherYear !== undefined) {
      throw new UserError(m.scenario.oneComparison, m.scenario.oneComparisonHint, { usage: true })
    }
    const compares = scenario !== undefined || otherYear !== undefined
    await withSession(context, 'read', async (session) => {
      const profiles = readProfiles(textOption(options, 'profile'), session.config, m)
      if (compares && profiles.length > 1) {
        throw new UserError(m.scenario.oneStandard, m.scenario.oneStandardHint, { usage: true })
      }
      const asked = { context, options, session, known: await readKnown(session.store.db), year, profiles }
      if (scenario !== undefined) return printScenario(asked, scenario)
      if (otherYear !== undefined) return printOtherYear(asked, otherYear)
      return profiles.length > 1 ? printStandards(asked) : printGaps(asked)
    })
    return EXIT.done
  },
})

async function printGaps({ context, options, session, known, year, profiles }: Asked): Promise<void> {
  const { m, out } = context
  const { default: gapsReport } = await import('../../reports/gaps.js')
  const { findGaps } = await import('../../app/results.js')
  const { gapTexts } = await import('../../app/texts.js')
  const { printReport } = await import('../print-report.js')
  const { gaps, profile, schoolYear } = await findGaps(session, known, { profile: profiles[0]?.id, year })
  out.notice(m.results.gapsTitle(profile.id, profile.source, schoolYear ?? '—'))
  await printReport(context, options, gapsReport, gaps, gapTexts(m))
}

/** One row a building by several standards, then how many have what each of them asks for. */
async function printStandards({ context, options, session, known, year, profiles }: Asked): Promise<void> {
  const { m, out } = context
  const { asColumns, comparedGaps, comparedTable } = await import('../../reports/compared-gaps.js')
  const { compareStandards, totalOf } = await import('../../derive/gap-changes.js')
  const { findGapsBy } = await import('../../app/results.js')
  const { printReport } = await import('../print-report.js')
  const results = await findGapsBy(session, known, { profiles, year })
  for (const each of results) tellStandard(each, context)
  const rows = compareStandards(results.map(({ gaps }) => gaps))
  const ids = profiles.map(({ id }) => id)
  const table = comparedTable(ids, ({ ratio, level }) =>
    [...(ratio === null ? [] : [m.format.percent(ratio)]), m.gaps[`level-${level}`]].join('\u00a0'),
  )
  await printReport(context, options, comparedGaps(ids), rows.map(asColumns), {}, { table, json: rows })
  for (const { profile, gaps } of results) out.notice(totalText(profile.id, totalOf(gaps), m))
}

function tellStandard({ profile, schoolYear }: GapsBy, { m, out }: Context): void {
  out.notice(m.results.gapsTitle(profile.id, profile.source, schoolYear ?? '—'))
}

async function printScenario({ context, options, session, known, year, profiles }: Asked, file: string): Promise<void> {
  const { m, cwd } = context
  const { readScenario } = await import('../../app/scenario.js')
  const { findGaps } = await import('../../app/results.js')
  const supposed = await readScenario({ file, cwd, year }, known, m)
  const profile = profiles[0]?.id
  const before = await findGaps(session, known, { profile, year })
  const after = await findGaps(session, supposed.after, { profile, year: supposed.schoolYear ?? undefined })
  const title = m.scenario.title(supposed.scenario.name, after.schoolYear ?? '—')
  await printChanges({ context, options, before, after, title })
}

async function printOtherYear(
  { context, options, session, known, year, profiles }: Asked,
  other: string,
): Promise<void> {
  const { findGaps } = await import('../../app/results.js')
  const profile = profiles[0]?.id
  const before = await findGaps(session, known, { profile, year })
  const after = await findGaps(session, known, { profile, year: other })
  await printChanges({ context, options, before, after, title: context.m.scenario.yearTitle(other) })
}

/** Two states of the network, and what the print of their difference is told with. */
interface Change extends Pick<Asked, 'context' | 'options'> {
  readonly before: GapsBy
  readonly after: GapsBy
  readonly title: string
}

/** The buildings that differ, then who gains and who loses, and how many have what the standard asks for. */
async function printChanges({ context, options, before, after, title }: Change): Promise<void> {
  const { m, out } = context
  const { default: report } = await import('../../reports/gap-changes.js')
  const { deriveGapChanges, totalOf } = await import('../../derive/gap-changes.js')
  const { GAP_CHANGES } = await import('../../model/comparison.js')
  const { printReport } = await import('../print-report.js')
  tellStandard(before, context)
  out.notice(title)
  const changes = deriveGapChanges(before.gaps, after.gaps)
  if (changes.length === 0) out.notice(m.scenario.nothing)
  await printReport(context, options, report, changes)
  for (const kind of GAP_CHANGES) {
    const same = changes.filter(({ change }) => change === kind)
    if (same.length === 0) continue
    const pupils = same.reduce(
      (sum, each) => sum + ((kind === 'empties' ? each.pupilsBefore : each.pupilsAfter) ?? 0),
      0,
    )
    out.notice(m.scenario.count(m.scenario[`count-${kind}`], m.format.number(same.length), m.format.number(pupils, 0)))
  }
  out.notice(totalText(m.scenario.before, totalOf(before.gaps), m))
  out.notice(totalText(m.scenario.after, totalOf(after.gaps), m))
}

function totalText(what: string, { buildings, buildingsOk, pupils, pupilsOk }: StandardTotal, m: Messages): string {
  const { number, percent } = m.format
  const part = pupils === 0 ? null : pupilsOk / pupils
  return m.scenario.total(
    what,
    ...([number(buildingsOk), number(buildings), number(pupilsOk, 0), number(pupils, 0), percent(part)] as const),
  )
}
