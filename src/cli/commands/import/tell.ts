import type { ImportResult } from '../../../app/import.js'
import type { Messages } from '../../../i18n/translator.js'
import type { Context } from '../../command.js'

/** Problems shown on a terminal; all of them with --json. */
const MOST_SHOWN = 50

/** Tells what became of a file, with what is wrong in it. `name` is what it is called: its kind, where it is the only one. */
export async function tellImport({ out, m }: Context, result: ImportResult, name: string = result.kind): Promise<void> {
  const { problemLine } = await import('../../../ingest/reading/problem-line.js')
  for (const notice of result.notices.slice(0, MOST_SHOWN)) out.notice(problemLine(notice))
  if (result.notices.length > MOST_SHOWN)
    out.notice(m.importing.moreProblems(m.format.number(result.notices.length - MOST_SHOWN)))
  for (const problem of result.problems.slice(0, MOST_SHOWN)) out.notice(problemLine(problem))
  const { format } = m
  if (result.problems.length > MOST_SHOWN) {
    out.notice(m.importing.moreProblems(format.number(result.problems.length - MOST_SHOWN)))
  }
  out.notice(outcomeText(name, result, m))
  if (result.outcome === 'refused') out.notice(refusedHint(result, m))
  else {
    out.notice(
      m.importing.facts(
        format.number(result.added),
        format.number(result.changed),
        format.number(result.removed),
        format.number(result.unchanged),
      ),
    )
    const { kept, erased } = result.holders
    if (kept > 0) out.notice(m.importing.holdersKept(format.number(kept)))
    if (erased > 0) out.notice(m.importing.holdersErased(format.number(erased)))
    if (result.refreshed > 0) out.notice(m.importing.refreshed(format.number(result.refreshed)))
  }
}

function refusedHint({ kind, rows }: ImportResult, m: Messages): string {
  if (kind === 'bundle') return m.bundles.refusedHint
  return rows === 0 ? m.importing.refusedWholeHint : m.importing.refusedHint
}

function outcomeText(name: string, { outcome, rows, refusedRows, problems }: ImportResult, m: Messages): string {
  const count = m.format.number(rows)
  switch (outcome) {
    case 'taken':
      return m.importing.taken(name, count)
    case 'partly-taken':
      return m.importing.partlyTaken(name, count, m.format.number(refusedRows))
    case 'unchanged':
      return m.importing.unchanged(name, count)
    case 'refused':
      return m.importing.refused(name, m.format.number(problems.length))
    case 'dry-run':
      return m.importing.dryRun(name, count)
  }
}
