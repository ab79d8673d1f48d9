import { Option } from '#commander'
import type { Frozen } from '../../../app/allocation-runs.js'
import { ALLOCATION_PARTS } from '../../../model/equipment.js'
import { UserError } from '../../../model/errors.js'
import type { Messages } from '../../../i18n/translator.js'
import { defineCommand, type Options } from '../../command.js'
import { EXIT } from '../../exit-codes.js'
import { addExample } from '../../help.js'
import { centsOption, flagOption, textOption, yearOption } from '../../options.js'
import { personName } from '../../person.js'
import { reportOptions } from '../../shared-options.js'
import { changeLines, problemLines, sumLines, tableOf, titleOf } from './lines.js'

export default defineCommand({
  name: 'freeze',
  alias: 'figer',
  summary: (m) => m.runs.freezeSummary,
  define: (command, m) => {
    command
      .option(`--envelope <${m.placeholders.dollars}>`, m.allocate.envelopeOption)
      .addOption(new Option(`--part <${m.placeholders.what}>`, m.allocate.partOption).choices(ALLOCATION_PARTS))
      .option(`--rules <${m.placeholders.file}>`, m.results.rulesOption)
      .option(`--year <${m.placeholders.year}>`, m.cli.yearOption)
      .option(`--against <${m.placeholders.number}>`, m.runs.againstOption)
      .option(`--why <${m.placeholders.text}>`, m.runs.whyOption)
      .option(`--who <${m.placeholders.text}>`, m.runs.whoOption)
      .option('--dry-run', m.runs.dryRunOption)
    reportOptions(command, m)
    addExample(command, m, m.runs.freezeExample)
  },
  run: async (context, _args, options) => {
    const { m, cwd, env, out } = context
    const { freeze } = await import('../../../app/allocation-runs.js')
    const { runNumber } = await import('../../../app/kept-runs.js')
    const { readRules } = await import('../../../app/reference.js')
    const { withSession } = await import('../../../app/session.js')
    const { printReport } = await import('../../print-report.js')
    const asked = askedOf(options, m, runNumber)
    const rules = await readRules(textOption(options, 'rules'), await context.config(), cwd, m)
    return withSession(context, 'read', async (session) => {
      const who = personName(textOption(options, 'who'), env, m)
      const frozen = await freeze(session, { ...asked, rules, who })
      const { result, changes } = frozen
      out.notice(m.results.rulesTitle(rules.rules.id, rules.rules.source))
      out.notice(titleOf(result, m))
      if (changes === null) {
        const { default: report } = await import('../../../reports/allocation.js')
        await printReport(context, options, report, result.allocations, {}, tableOf(result.allocations))
      } else {
        const { changeSums } = await import('../../../derive/allocation-changes.js')
        const { default: report } = await import('../../../reports/allocation-changes.js')
        out.notice(m.runs.adjusts(String(asked.against)))
        await printReport(context, options, report, changes)
        for (const line of changeLines(changeSums(changes), m)) out.notice(line)
      }
      for (const line of sumLines(result, m)) out.notice(line)
      for (const line of problemLines(result.problems, m)) out.notice(line)
      for (const line of frozenLines(frozen, asked.against, m)) out.notice(line)
      return result.problems.some(({ kind }) => kind !== 'note') ? EXIT.incomplete : EXIT.done
    })
  },
})

/** What the flags say. @throws UserError */
function askedOf(options: Options, m: Messages, runNumber: (text: string) => number | null) {
  for (const name of ['why', 'who'])
    if (textOption(options, name)?.trim() === '')
      throw new UserError(m.overrides.emptyOption(`--${name}`), m.runs.emptyHint, { usage: true })
  const text = textOption(options, 'against')
  const against = text === undefined ? null : runNumber(text)
  if (text !== undefined && against === null)
    throw new UserError(m.runs.badRun(text), m.runs.badRunHint, { usage: true })
  return {
    part: ALLOCATION_PARTS.find((each) => each === options['part']),
    envelopeCents: centsOption(options, 'envelope', m) ?? null,
    year: yearOption(options, m),
    why: textOption(options, 'why')?.trim() ?? null,
    dryRun: flagOption(options, 'dryRun'),
    against,
  }
}

/** What became of it: its number, what it takes the place of, and whether it says anything new. */
function frozenLines({ run, digest, alike, replaces }: Frozen, against: number | null, { runs }: Messages): string[] {
  const last = alike.at(-1)
  return [
    ...(last === undefined ? [] : [runs.sameAs(String(last))]),
    run === null ? runs.tried : runs.frozen(String(run), digest.slice(0, 12)),
    ...(run === null || replaces === null || replaces === last
      ? []
      : [replaces === against ? runs.adjusted(String(replaces)) : runs.replaces(String(replaces))]),
  ]
}
