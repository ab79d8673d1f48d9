import { Argument, Option } from '#commander'
import { access } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { ImportResult } from '../../app/import.js'
import { IMPORT_IDS, type ImportId } from '../../app/import-facts.js'
import { ENCODINGS, type Encoding } from '../../model/encoding.js'
import type { Messages } from '../../i18n/translator.js'
import { printable } from '../../lib/text.js'
import { UserError } from '../../model/errors.js'
import type { ColumnMapping } from '../../model/input-kind.js'
import type { FactChange } from '../../store/imported.js'
import { defineCommand, type Context, type Options } from '../command.js'
import { EXIT, type ExitCode } from '../exit-codes.js'
import { addExample } from '../help.js'
import { flagOption, textOption } from '../options.js'
import { writeProblems } from './import/problems-file.js'
import { MOST_CHANGES, printFacts } from './import/fact-table.js'
import all from './import/all.js'
import forget from './import/forget.js'
import list from './import/list.js'
import { tellImport } from './import/tell.js'
import undo from './import/undo.js'

export default defineCommand({
  name: 'import',
  alias: 'importer',
  summary: (m) => m.importing.summary,
  commands: [all, list, undo, forget],
  define: (command, m) => {
    command
      .addArgument(new Argument(`<${m.placeholders.kind}>`, m.importing.kindArgument).choices(IMPORT_IDS))
      .argument(`<${m.placeholders.file}>`, m.importing.fileArgument)
      .addOption(new Option(`--encoding <${m.placeholders.encoding}>`, m.importing.encodingOption).choices(ENCODINGS))
      .option(`--sheet <${m.placeholders.name}>`, m.importing.sheetOption)
      .option('--accept-partial', m.importing.acceptPartialOption)
      .option('--keep-personal', m.importing.keepPersonalOption)
      .option(`--problems <${m.placeholders.file}>`, m.importing.problemsOption)
      .option('--dry-run', m.importing.dryRunOption)
      .option(`--map <${m.placeholders.mapping}>`, m.importing.mapOption, addMapping, [])
      .option('--json', m.cli.jsonOption)
    addExample(command, m, 'schools pps_public_ecole.csv')
  },
  endsCleanly: true,
  run: async (context, [kind = '', file = ''], options) => {
    const { m, out, cwd, signal } = context
    const dryRun = flagOption(options, 'dryRun')
    const keepPersonal = flagOption(options, 'keepPersonal')
    if (keepPersonal && kind !== 'fleet')
      throw new UserError(m.importing.personalOfFleet(kind), m.importing.personalOfFleetHint, { usage: true })
    const map = mappingOptions(options, m)
    const { importFile } = await import('../../app/import.js')
    const { withSession } = await import('../../app/session.js')
    const path = resolve(cwd, file)
    // Before the database is opened: a slip of the pen must not leave an empty one.
    await access(path)
    const asJson = flagOption(options, 'json')
    const changes: FactChange[] = []
    const result = await withSession(context, dryRun ? 'try' : 'write', (session) =>
      importFile(session, {
        kind: kind as ImportId,
        file: path,
        acceptPartial: flagOption(options, 'acceptPartial'),
        dryRun,
        keepPersonal,
        reading: {
          encoding: (textOption(options, 'encoding') as Encoding | undefined) ?? null,
          sheet: textOption(options, 'sheet') ?? null,
        },
        watch: (change) => {
          if (change === null) changes.length = 0
          else if (asJson || changes.length < MOST_CHANGES) changes.push(change)
        },
        map,
        signal,
        progress: (rows) => out.progress(m.importing.progress(m.format.number(rows))),
      }),
    )
    out.progress('')
    await writeProblems(context, options, result.problems)
    if (asJson) await out.print(`${JSON.stringify(dryRun ? { ...result, changes } : result)}\n`)
    else {
      const { added, changed, removed } = result
      if (dryRun) await printFacts(context, changes, added + changed + removed)
      await tellImport(context, result)
      if (result.outcome === 'refused' && result.rows === 0) await tellLikelyKind(context, result, file)
    }
    return exitCode(result)
  },
})

/** Names the kind whose headers the file has, when it is another. */
async function tellLikelyKind({ m, out }: Context, result: ImportResult, file: string): Promise<void> {
  const { likelyKind } = await import('../../app/imports/all.js')
  const kind = await likelyKind({ m }, result.file)
  if (kind !== null && kind !== result.kind) out.notice(m.importing.looksLike(kind, file))
}

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
