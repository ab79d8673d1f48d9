import type { FactChangeRow } from '../../../reports/fact-changes.js'
import type { FactChange } from '../../../store/imported.js'
import type { Context } from '../../command.js'

/** Changes that a table shows; all of them with --json. */
export const MOST_CHANGES = 20

/** Shows the first of the changes of facts as a table, and says how many more there are. */
export async function printFacts({ m, out }: Context, changes: readonly FactChange[], total: number): Promise<void> {
  if (total === 0) return
  const { factRow } = await import('../../../app/imports/fact-rows.js')
  const { default: report } = await import('../../../reports/fact-changes.js')
  const { renderTable } = await import('../../../reports/formats/table.js')
  const words: Readonly<Record<string, string>> = m.words
  const texts = {
    what: ({ what }: FactChangeRow) => words[`what-${what}`] ?? what,
    fact: ({ fact }: FactChangeRow) => words[`fact-${fact}`] ?? fact,
  }
  for await (const piece of renderTable(report, changes.slice(0, MOST_CHANGES).map(factRow), texts, m, out))
    await out.print(piece)
  if (total > MOST_CHANGES) out.notice(m.importing.moreFacts(m.format.number(total - MOST_CHANGES)))
}
