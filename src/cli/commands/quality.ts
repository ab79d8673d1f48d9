import { LACKS, type Quality, type SchoolQuality } from '../../model/quality.js'
import { defineCommand, type Context } from '../command.js'
import { EXIT } from '../exit-codes.js'
import { addExample } from '../help.js'
import { flagOption, textOption } from '../options.js'
import { reportOptions } from '../shared-options.js'

/** Codes that a line names; the file has them all. */
const MOST_CODES = 4

export default defineCommand({
  name: 'quality',
  alias: 'qualite',
  summary: (m) => m.quality.summary,
  define: (command, m) => {
    reportOptions(command, m)
    addExample(command, m, `--format csv --out ${m.quality.exampleFile}`)
  },
  run: async (context, _args, options) => {
    const { out } = context
    const { dataQuality } = await import('../../app/quality.js')
    const { withSession } = await import('../../app/session.js')
    const quality = await withSession(context, 'read', dataQuality)
    if (flagOption(options, 'json')) await out.print(`${JSON.stringify(quality, null, 2)}\n`)
    else if (['out', 'format'].some((name) => textOption(options, name))) {
      const { printReport } = await import('../print-report.js')
      const { default: schoolsReport } = await import('../../reports/quality.js')
      await printReport(context, options, schoolsReport, quality.schools)
    } else await printSummary(context, quality)
    return EXIT.done
  },
})

async function printSummary({ m, out }: Context, { kinds, boards, schools }: Quality): Promise<void> {
  const { renderTable } = await import('../../reports/formats/table.js')
  const { boardsReport, kindsReport } = await import('../../reports/quality.js')
  await out.print(`${m.quality.kindsTitle}\n`)
  for await (const piece of renderTable(kindsReport, kinds, {}, m, out)) await out.print(piece)
  await out.print(`\n${m.quality.boardsTitle}\n`)
  for await (const piece of renderTable(boardsReport, boards, {}, m, out)) await out.print(piece)
  const total = boards.reduce((sum, board) => sum + board.schools, 0)
  if (total === 0) return
  await out.print('\n')
  const { number } = m.format
  const tell = async (what: string, some: readonly SchoolQuality[], mend: string): Promise<void> => {
    const codes = some.slice(0, MOST_CODES).map(({ school }) => school)
    const more = some.length > MOST_CODES ? '…' : ''
    await out.print(`${what}\n  ${codes.join(', ')}${more} → ${mend}\n`)
  }
  for (const lack of LACKS) {
    const lacking = schools.filter(({ lacks }) => lacks.includes(lack))
    if (lacking.length === 0) continue
    await tell(m.quality[`lack-${lack}`](number(lacking.length), number(total)), lacking, m.quality[`mend-${lack}`])
  }
  const unknown = schools.filter((school) => school.unknown.length > 0)
  if (unknown.length > 0)
    await tell(m.quality.unknownLevel(number(unknown.length), number(total)), unknown, m.quality.mendUnknown)
  if (schools.length === 0) await out.print(`${m.quality.nothingLacks}\n`)
}
