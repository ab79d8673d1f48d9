import { Argument } from '#commander'
import type { Messages } from '../../i18n/translator.js'
import { UserError } from '../../model/errors.js'
import { ROW_CLASSES, THING_CLASSES, type FleetClass } from '../../model/fleet.js'
import { defineCommand, type Options } from '../command.js'
import { EXIT } from '../exit-codes.js'
import { addExample } from '../help.js'
import { flagOption, textOption } from '../options.js'
import { reportOptions } from '../shared-options.js'
import { typedCommand } from '../typed-command.js'

const USUAL_DAYS = '30'
/** The devices that are matched are told with the row that they match. */
const CLASSES: readonly FleetClass[] = [...ROW_CLASSES, ...THING_CLASSES.filter((each) => each !== 'matched')]

export default defineCommand({
  name: 'audit',
  alias: 'verifier',
  summary: (m) => m.fleet.summary,
  define: (command, m) => {
    command
      .addArgument(new Argument(`<${m.placeholders.what}>`, m.fleet.whatArgument).choices(['fleet', 'flotte']))
      .option(`--days <${m.placeholders.days}>`, m.fleet.daysOption, USUAL_DAYS)
      .option(
        `--class <${m.placeholders.classes}>`,
        `${m.fleet.classOption} (${m.cli.values(CLASSES.length, CLASSES.join(', '))}; ${m.cli.byDefault(m.fleet.classDefault)})`,
      )
      .option(`--school <${m.placeholders.code}>`, m.fleet.schoolOption)
    reportOptions(command, m)
    addExample(command, m, `${m.language === 'fr' ? 'flotte' : 'fleet'} --class not-seen,elsewhere`)
  },
  run: async (context, _args, options) => {
    const { m, out } = context
    const days = daysOption(options, m)
    const asked = classesOption(options, m)
    const school = textOption(options, 'school') ?? null
    const { runFleetAudit } = await import('../../app/audit.js')
    const { auditNotices, fleetTexts, proofLines, summaryLines } = await import('../../app/fleet-texts.js')
    const { withSession } = await import('../../app/session.js')
    const result = await withSession(context, 'read', (session) => runFleetAudit(session, { days, school }))
    const isForFile = flagOption(options, 'json') || ['out', 'format'].some((name) => textOption(options, name))
    const notices = auditNotices(result, m)
    if (asked === null && !isForFile) {
      await out.print(`${summaryLines(result, m).join('\n')}\n`)
      for (const notice of notices) out.notice(notice)
      const words = m.language === 'fr' ? ['verifier', 'flotte'] : ['audit', 'fleet']
      const config = textOption(options, 'config')
      const global = config === undefined ? [] : ['--config', config]
      out.notice(m.fleet.more(typedCommand(context, [...global, ...words, '--class', 'not-seen'])))
      return EXIT.done
    }
    const { printReport } = await import('../print-report.js')
    const { default: report } = await import('../../reports/fleet-audit.js')
    const wanted = new Set(asked ?? CLASSES)
    await printReport(
      context,
      options,
      report,
      result.findings.filter((finding) => wanted.has(finding.class)),
      fleetTexts(m),
    )
    for (const line of [...proofLines(result.counts, m), ...notices]) out.notice(line)
    return EXIT.done
  },
})

/** @throws UserError */
function daysOption(options: Options, m: Messages): number {
  const text = textOption(options, 'days') ?? USUAL_DAYS
  const days = /^\d{1,5}$/.test(text) ? Number(text) : 0
  if (days < 1 || days > 36_500) throw new UserError(m.fleet.badDays(text), m.fleet.badDaysHint, { usage: true })
  return days
}

/** The classes to list; null when none is asked for. @throws UserError */
function classesOption(options: Options, m: Messages): readonly FleetClass[] | null {
  const text = textOption(options, 'class')
  if (text === undefined) return null
  const named = text.split(',').map((word) => word.trim())
  if (named.includes('all')) return CLASSES
  return named.map((word) => {
    const known = CLASSES.find((each) => each === word)
    if (known === undefined)
      throw new UserError(m.fleet.badClass(word), m.fleet.badClassHint([...CLASSES, 'all'].join(', ')), { usage: true })
    return known
  })
}
