import { Option } from '#commander'
import type { Known } from '../../app/known.js'
import type { Session } from '../../app/session.js'
import type { Only } from '../../app/shortfalls.js'
import type { Messages } from '../../i18n/translator.js'
import { UserError } from '../../model/errors.js'
import type { EquipmentRules } from '../../model/equipment.js'
import type { Report } from '../../model/report.js'
import { SHORTFALL_BY, type ShortfallBy } from '../../model/shortfall-totals.js'
import { defineCommand, type Context, type Options } from '../command.js'
import { EXIT } from '../exit-codes.js'
import { addExample } from '../help.js'
import { flagOption, textOption, yearOption } from '../options.js'
import { reportOptions } from '../shared-options.js'

/** @throws UserError for two options that ask for different things. */
function assertOneThing(options: Options, { shortfalls }: Messages): void {
  const apart = [
    ['trend', 'renewal'],
    ['trend', 'year'],
    ['renewal', 'by'],
  ] as const
  for (const [a, b] of apart)
    if (options[a] !== undefined && options[b] !== undefined)
      throw new UserError(shortfalls.apart(`--${a}`, `--${b}`), shortfalls.apartHint, { usage: true })
}

export default defineCommand({
  name: 'shortfalls',
  alias: 'manques',
  summary: (m) => m.results.shortfallsSummary,
  define: (command, m) => {
    command
      .option(`--rules <${m.placeholders.file}>`, m.results.rulesOption)
      .option(`--year <${m.placeholders.year}>`, m.cli.yearOption)
      .addOption(new Option(`--by <${m.placeholders.form}>`, m.shortfalls.byOption).choices([...SHORTFALL_BY]))
      .option(`--category <${m.placeholders.name}>`, m.shortfalls.categoryOption)
      .option(`--board <${m.placeholders.code}>`, m.shortfalls.boardOption)
      .option('--trend', m.shortfalls.trendOption)
      .option('--renewal', m.shortfalls.renewalOption)
    reportOptions(command, m)
    addExample(command, m, '--rules regles-combo.yaml --by board')
  },
  run: async (context, _args, options) => {
    const { m, cwd, out } = context
    assertOneThing(options, m)
    const year = yearOption(options, m)
    const by = SHORTFALL_BY.find((each) => each === textOption(options, 'by')) ?? null
    const only = { board: textOption(options, 'board'), category: textOption(options, 'category') }
    const { readKnown } = await import('../../app/known.js')
    const { withSession } = await import('../../app/session.js')
    const { readRules } = await import('../../app/reference.js')
    const { rules } = await readRules(textOption(options, 'rules'), await context.config(), cwd, m)
    await withSession(context, 'read', async (session) => {
      const asked = { session, known: await readKnown(session.store.db), rules, year, by, only }
      out.notice(m.results.rulesTitle(rules.id, rules.source))
      const lines = flagOption(options, 'renewal')
        ? await printRenewal(context, options, asked)
        : flagOption(options, 'trend')
          ? await printTrend(context, options, asked)
          : await printShortfalls(context, options, asked)
      for (const line of lines) out.notice(line)
    })
    return EXIT.done
  },
})

interface Asked {
  readonly session: Session
  readonly known: Known
  readonly rules: EquipmentRules
  readonly year: string | undefined
  readonly by: ShortfallBy | null
  readonly only: Only
}

/** Prints the rows of a year; gives the lines that follow them. */
async function printShortfalls(context: Context, options: Options, asked: Asked): Promise<readonly string[]> {
  const { session, known, rules, year, by, only } = asked
  const { m, out } = context
  const { findShortfalls } = await import('../../app/shortfalls.js')
  const { printReport } = await import('../print-report.js')
  const { totalLines } = await import('../shortfall-lines.js')
  const { shortfalls, schoolYear, enrolmentYear, notes } = await findShortfalls(session, known, rules, year, only)
  out.notice(m.shortfalls.year(schoolYear, enrolmentYear))
  if (by === null || by === 'school') {
    const { default: report } = await import('../../reports/shortfalls.js')
    await printReport(context, options, report, shortfalls)
  } else {
    const { deriveShortfallTotals } = await import('../../derive/shortfall-totals.js')
    const { default: report } = await import('../../reports/shortfall-totals.js')
    const rows = deriveShortfallTotals({ ...known, rules, shortfalls }, by, m)
    await printReport(context, options, report, rows, {}, { table: { report: inPlaces(report, asked), texts: {} } })
  }
  return [...totalLines(shortfalls, m), ...notes]
}

async function printTrend(context: Context, options: Options, asked: Asked): Promise<readonly string[]> {
  const { session, known, rules, by, only } = asked
  const { findTrend } = await import('../../app/shortfalls.js')
  const { deriveShortfallTrend } = await import('../../derive/shortfall-trend.js')
  const { printReport } = await import('../print-report.js')
  const { default: report } = await import('../../reports/shortfall-trend.js')
  const { shortfalls, notes } = await findTrend(session, known, rules, only)
  const rows = deriveShortfallTrend({ ...known, rules, shortfalls }, by, context.m)
  await printReport(context, options, report, rows, {}, { table: { report: inPlaces(report, asked), texts: {} } })
  return notes
}

async function printRenewal(context: Context, options: Options, asked: Asked): Promise<readonly string[]> {
  const { session, known, rules, year, only } = asked
  const { m, out } = context
  const { countDay, findRenewal } = await import('../../app/shortfalls.js')
  const { printReport } = await import('../print-report.js')
  const { default: report } = await import('../../reports/renewal.js')
  const { renewalLine } = await import('../shortfall-lines.js')
  const asOf = countDay(session, known, rules, year)
  const { rows, notes } = findRenewal(session, known, rules, asOf, only)
  out.notice(m.shortfalls.renewalAsOf(asOf))
  await printReport(context, options, report, rows)
  return [renewalLine(rows, m), ...notes]
}

/**
 * In the table, what tells a place: the code of a building or school, as names repeat; no name for all of them together; no
 * category where there is but the one that was asked for.
 */
function inPlaces<Row>(report: Report<Row>, { by, only }: Asked): Report<Row> {
  const shown = new Map([
    ['code', by === 'building' || by === 'school'],
    ['name', by !== null],
    ['category', only.category === undefined],
  ])
  return {
    ...report,
    columns: report.columns.map((column) => ({ ...column, inTable: shown.get(column.key) ?? column.inTable })),
  }
}
