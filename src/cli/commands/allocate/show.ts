import { resolve } from 'node:path'
import type { ShownRun } from '../../../app/allocation-runs.js'
import type { KeptRun } from '../../../model/allocation-run.js'
import { UserError } from '../../../model/errors.js'
import type { Messages } from '../../../i18n/translator.js'
import { defineCommand, type Context, type Options } from '../../command.js'
import { EXIT } from '../../exit-codes.js'
import { addExample } from '../../help.js'
import { flagOption, textOption } from '../../options.js'
import { reportOptions } from '../../shared-options.js'

/** Characters of a hash that a person compares. */
const SHORT = 12

export default defineCommand({
  name: 'show',
  alias: 'montrer',
  summary: (m) => m.runs.showSummary,
  define: (command, m) => {
    command.argument(`<${m.placeholders.number}>`, m.runs.runArgument)
    command.option('--canonical', m.runs.canonicalOption)
    reportOptions(command, m)
    addExample(command, m, '3')
  },
  run: async (context, [text = ''], options) => {
    const { m, out } = context
    const { showRun } = await import('../../../app/allocation-runs.js')
    const { findRun, runNumber } = await import('../../../app/kept-runs.js')
    const { withSession } = await import('../../../app/session.js')
    const { printReport } = await import('../../print-report.js')
    const { default: report } = await import('../../../reports/allocation.js')
    const number = runNumber(text)
    if (number === null) throw new UserError(m.runs.badRun(text), m.runs.badRunHint, { usage: true })
    return withSession(context, 'read', async (session) => {
      const kept = await findRun(session, number)
      const shown = await showRun(session, kept)
      if (!shown.isIntact) out.notice(m.runs.changed(String(number)))
      if (flagOption(options, 'canonical')) await printCanonical(context, options, kept)
      else if (flagOption(options, 'json') && textOption(options, 'out') === undefined)
        await out.print(`${JSON.stringify(shown, null, 2)}\n`)
      else {
        for (const line of headLines(shown, kept.who, m)) out.notice(line)
        await printReport(context, options, report, shown.rows, {}, { json: [shown] })
        for (const line of inputLines(shown, m)) out.notice(line)
        for (const { message } of shown.problems) out.notice(message)
      }
      return shown.isIntact ? EXIT.done : EXIT.incomplete
    })
  },
})

async function printCanonical({ m, cwd, out }: Context, options: Options, kept: KeptRun): Promise<void> {
  const { canonicalForm } = await import('../../../store/run-digest.js')
  const file = textOption(options, 'out')
  if (file === undefined) return out.print(canonicalForm(kept))
  const { writeFileWhole } = await import('../../../lib/files.js')
  const path = resolve(cwd, file)
  await writeFileWhole(path, canonicalForm(kept))
  out.notice(m.cli.written(path))
}

function headLines(run: ShownRun, who: string, m: Messages): string[] {
  const { runs, format, allocate, results } = m
  const number = String(run.run)
  const list = (numbers: readonly number[]): string => numbers.map(String).join(', ')
  return [
    runs.head(number, format.dateTime(run.at), who),
    ...(run.why === null ? [] : [runs.because(run.why)]),
    results.rulesTitle(run.rules, run.rulesSource),
    allocate.title(run.part, run.schoolYear, run.enrolmentYear, format.money(run.envelopeCents)),
    ...(run.against === null ? [] : [runs.adjusts(String(run.against))]),
    run.isStanding
      ? runs.standing
      : run.adjustedBy.length > 0
        ? runs.adjustedBy(list(run.adjustedBy))
        : runs.notStanding,
  ]
}

/** What it was computed from, and what stands of it. */
function inputLines({ inputs, digest }: ShownRun, { runs }: Messages): string[] {
  const ruleTexts = { gone: runs['rules-gone'], unknown: runs['rules-unknown'], since: runs['input-since'] }
  return [
    runs.inputs,
    ...inputs.map(({ kind, file, sha256, state }) => {
      const names: Readonly<Record<string, string>> = {
        ...{ rules: runs.rulesFile(file), overrides: runs.overrides, run: runs.earlier(file) },
      }
      const name = names[kind] ?? `${kind} ${file}`
      const how = kind !== 'rules' || state === 'same' ? runs[`input-${state}`] : ruleTexts[state]
      return `  ${name} ${sha256.slice(0, SHORT)} — ${how}`
    }),
    runs.digest(digest),
  ]
}
