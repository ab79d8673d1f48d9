import { Option } from '#commander'
import type { AllocationEquity } from '../../derive/allocation-changes.js'
import type { Messages } from '../../i18n/translator.js'
import type { AllocationResult } from '../../model/allocation.js'
import { ALLOCATION_BY } from '../../model/allocation-totals.js'
import { ALLOCATION_PARTS } from '../../model/equipment.js'
import { UserError } from '../../model/errors.js'
import { isSchoolYear } from '../../model/school-year.js'
import { defineCommand, type Options } from '../command.js'
import { EXIT } from '../exit-codes.js'
import { addExample } from '../help.js'
import { centsOption, textOption, yearOption } from '../options.js'
import { reportOptions } from '../shared-options.js'
import freeze from './allocate/freeze.js'
import { changeLines, sumLines, titleOf } from './allocate/lines.js'
import runs from './allocate/runs.js'
import show from './allocate/show.js'

export default defineCommand({
  name: 'allocate',
  alias: 'repartir',
  summary: (m) => m.results.allocateSummary,
  commands: [freeze, runs, show],
  define: (command, m) => {
    command
      .option(`--envelope <${m.placeholders.dollars}>`, m.allocate.envelopeOption)
      .addOption(
        new Option(`--part <${m.placeholders.what}>`, m.allocate.partOption)
          .choices(ALLOCATION_PARTS)
          .default('equipment'),
      )
      .option(`--rules <${m.placeholders.file}>`, m.results.rulesOption)
      .option(`--year <${m.placeholders.year}>`, m.cli.yearOption)
      .addOption(
        new Option(`--by <${m.placeholders.what}>`, m.allocate.byOption).choices(ALLOCATION_BY).default('school'),
      )
      .option(`--compare <${m.placeholders.before}>`, m.allocate.compareOption)
      .addOption(
        new Option(`--what-if <${m.placeholders.change}>`, m.allocate.whatIfOption).argParser(
          (change, before: readonly string[] = []) => [...before, change],
        ),
      )
    reportOptions(command, m)
    addExample(command, m, '--envelope 100000 --rules regles-combo.yaml')
  },
  run: async (context, _args, options) => {
    const { m, cwd, out } = context
    const asked = askedOf(options, m)
    const { readKnown } = await import('../../app/known.js')
    const { withSession } = await import('../../app/session.js')
    const { printReport } = await import('../print-report.js')
    const { readRules } = await import('../../app/reference.js')
    const { allocate, allocationBefore, totalsBy } = await import('../../app/allocate.js')
    const { unknownCategories } = await import('../../app/rule-categories.js')
    const { allocationChanges, allocationEquity, changeSums } = await import('../../derive/allocation-changes.js')
    const config = await context.config()
    const { compare, whatIf, by, ...what } = asked
    const rulesFlag = textOption(options, 'rules')
    const file = await readRules(rulesFlag, config, cwd, m)
    const rules = whatIf.length === 0 ? file : await readRules(rulesFlag, config, cwd, m, whatIf)
    return withSession(context, 'read', async (session) => {
      const known = await readKnown(session.store.db)
      const result = await allocate(session, known, { ...what, rules })
      const { allocations } = result
      // All that can fail comes before the first line is printed.
      const other = { what: compare ?? null, cwd }
      const isCompared = compare !== undefined || whatIf.length > 0
      const first = { ...what, year: result.schoolYear, rules: file }
      const before = isCompared ? await allocationBefore(session, known, first, other) : null
      const categories = await unknownCategories(session, known, rules.rules)
      out.notice(m.results.rulesTitle(rules.rules.id, rules.rules.source))
      out.notice(titleOf(result, m))
      if (before !== null) {
        const changes = allocationChanges(before.lines, allocations)
        out.notice(m.allocate.compared(before.name, afterName(asked, result, rules.rules.id)))
        const { default: changesReport } = await import('../../reports/allocation-changes.js')
        await printReport(context, options, changesReport, changes)
        for (const line of changeLines(changeSums(changes), m)) out.notice(line)
        out.notice(equityLine(allocationEquity(before.lines), m, 'equityBefore'))
      } else if (by === 'school') {
        const { default: allocationReport } = await import('../../reports/allocation.js')
        await printReport(context, options, allocationReport, allocations)
      } else {
        const { default: totalsReport } = await import('../../reports/allocation-totals.js')
        await printReport(context, options, totalsReport, totalsBy(known, allocations, by, m))
      }
      for (const line of sumLines(result, m)) out.notice(line)
      out.notice(equityLine(allocationEquity(allocations), m))
      if (categories !== null) out.notice(categories)
      for (const { message } of result.problems) out.notice(message)
      out.notice(m.runs.provisional)
      return result.problems.some(({ kind }) => kind !== 'note') ? EXIT.incomplete : EXIT.done
    })
  },
})

/** What the flags say. @throws UserError when they do not go together. */
function askedOf(options: Options, m: Messages) {
  const whatIf = Array.isArray(options['whatIf']) ? options['whatIf'].map(String) : []
  const compare = textOption(options, 'compare')
  const by = ALLOCATION_BY.find((each) => each === options['by']) ?? 'school'
  if (by !== 'school' && (compare !== undefined || whatIf.length > 0)) {
    throw new UserError(m.allocate.byWithCompare, null, { usage: true })
  }
  return {
    part: ALLOCATION_PARTS.find((each) => each === options['part']) ?? 'equipment',
    envelopeCents: centsOption(options, 'envelope', m) ?? null,
    year: yearOption(options, m),
    ...{ compare, whatIf, by },
  }
}

/** What the second side of a comparison is: the changes to the rule, else what differs from the first side. */
function afterName(
  { compare, whatIf }: Pick<ReturnType<typeof askedOf>, 'compare' | 'whatIf'>,
  { schoolYear }: AllocationResult,
  rules: string,
): string {
  if (whatIf.length > 0) return whatIf.join(', ')
  return compare !== undefined && isSchoolYear(compare) ? schoolYear : rules
}

function equityLine(
  { meanCents, worstTenthCents, gini }: AllocationEquity,
  { allocate, format }: Messages,
  side: 'equity' | 'equityBefore' = 'equity',
): string {
  return allocate[side](format.money(meanCents), format.money(worstTenthCents), format.number(gini, 2))
}
