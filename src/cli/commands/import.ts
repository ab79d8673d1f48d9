import { Argument } from '#commander'
import { access } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { ImportResult } from '../../app/import.js'
import { IMPORT_KINDS, type ImportKindId } from '../../app/import-facts.js'
import type { Messages } from '../../i18n/translator.js'
import { printable } from '../../lib/text.js'
import { UserError } from '../../model/errors.js'
import type { ColumnMapping } from '../../model/input-kind.js'
import { defineCommand, type Context, type Options } from '../command.js'
import { EXIT, type ExitCode } from '../exit-codes.js'
import { addExample } from '../help.js'
import { flagOption } from '../options.js'

/** Problems shown on a terminal; all of them with --json. */
const MOST_SHOWN = 50

export default defineCommand({
  name: 'import',
  alias: 'importer',
  summary: (m) => m.importing.summary,
  define: (command, m) => {
    command
      .addArgument(new Argument(`<${m.placeholders.kind}>`, m.importing.kindArgument).choices(IMPORT_KINDS))
      .argument(`<${m.placeholders.file}>`, m.importing.fileArgument)
      .option('--accept-partial', m.importing.acceptPartialOption)
      .option('--dry-run', m.importing.dryRunOption)
      .option(`--map <${m.placeholders.mapping}>`, m.importing.mapOption, addMapping, [])
      .option('--json', m.cli.jsonOption)
    addExample(command, m, 'schools pps_public_ecole.csv')
  },
  endsCleanly: true,
  run: async (context, [kind = '', file = ''], options) => {
    const { m, out, cwd, signal } = context
    const dryRun = flagOption(options, 'dryRun')
    const map = mappingOptions(options, m)
    const { importFile } = await import('../../app/import.js')
    const { withSession } = await import('../../app/session.js')
    const path = resolve(cwd, file)
    // Before the database is opened: a slip of the pen must not leave an empty one.
    await access(path)
    const result = await withSession(context, dryRun ? 'try' : 'write', (session) =>
      importFile(session, {
        kind: kind as ImportKindId,
        file: path,
        acceptPartial: flagOption(options, 'acceptPartial'),
        dryRun,
        map,
        signal,
        progress: (rows) => out.progress(m.importing.progress(m.format.number(rows))),
      }),
    )
    out.progress('')
    if (flagOption(options, 'json')) await out.print(`${JSON.stringify(result)}\n`)
    else await tell(context, result)
    return exitCode(result)
  },
})

const addMapping = (text: string, before: readonly string[]): readonly string[] => [...before, text]

/** `--map column=field`, as often as given; a header may hold a `=`. @throws UserError */
function mappingOptions({ map }: Options, m: Messages): ColumnMapping[] {
  return (Array.isArray(map) ? map : []).map((text) => {
    const at = String(text).lastIndexOf('=')
    const [column, field] = [
      String(text).slice(0, at).trim(),
      String(text)
        .slice(at + 1)
        .trim(),
    ]
    if (at < 1 || column === '' || field === '')
      throw new UserError(m.ingest.mapForm(printable(String(text))), m.ingest.mapFormHint, { usage: true })
    return { column, field }
  })
}

function exitCode({ outcome, problems }: ImportResult): ExitCode {
  if (outcome === 'refused') return EXIT.failed
  return problems.length > 0 ? EXIT.incomplete : EXIT.done
}

async function tell({ out, m }: Context, result: ImportResult): Promise<void> {
  const { problemLine } = await import('../../ingest/reading/problem-line.js')
  for (const notice of result.notices) out.notice(problemLine(notice))
  for (const problem of result.problems.slice(0, MOST_SHOWN)) out.notice(problemLine(problem))
  const { format } = m
  if (result.problems.length > MOST_SHOWN) {
    out.notice(m.importing.moreProblems(format.number(result.problems.length - MOST_SHOWN)))
  }
  out.notice(outcomeText(result, m))
  if (result.outcome === 'refused') out.notice(m.importing.refusedHint)
  else {
    out.notice(
      m.importing.facts(
        format.number(result.added),
        format.number(result.changed),
        format.number(result.removed),
        format.number(result.unchanged),
      ),
    )
    if (result.refreshed > 0) out.notice(m.importing.refreshed(format.number(result.refreshed)))
  }
}

function outcomeText({ outcome, kind, rows, refusedRows, problems }: ImportResult, m: Messages): string {
  const count = m.format.number(rows)
  switch (outcome) {
    case 'taken':
      return m.importing.taken(kind, count)
    case 'partly-taken':
      return m.importing.partlyTaken(kind, count, m.format.number(refusedRows))
    case 'unchanged':
      return m.importing.unchanged(kind, count)
    case 'refused':
      return m.importing.refused(kind, m.format.number(problems.length))
    case 'dry-run':
      return m.importing.dryRun(kind, count)
  }
}
