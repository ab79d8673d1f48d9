import { basename, resolve } from 'node:path'
import { defineCommand } from '../../command.js'
import { EXIT } from '../../exit-codes.js'
import { addExample } from '../../help.js'
import { flagOption } from '../../options.js'
import { writeProblems } from './problems-file.js'
import { tellImport } from './tell.js'

export default defineCommand({
  name: 'all',
  alias: 'tout',
  summary: (m) => m.importing.allSummary,
  define: (command, m) => {
    command
      .argument(`<${m.placeholders.folder}>`, m.importing.allArgument)
      .option('--accept-partial', m.importing.acceptPartialOption)
      .option(`--problems <${m.placeholders.file}>`, m.importing.problemsOption)
      .option('--dry-run', m.importing.dryRunOption)
      .option('--json', m.cli.jsonOption)
    addExample(command, m, `${m.placeholders.folder} --dry-run`)
  },
  endsCleanly: true,
  run: async (context, [folder = ''], options) => {
    const { m, out, cwd, signal } = context
    const dryRun = flagOption(options, 'dryRun')
    const asJson = flagOption(options, 'json')
    const { importFolder, planFolder } = await import('../../../app/imports/all.js')
    const { withSession } = await import('../../../app/session.js')
    // Before the database is opened: a slip of the pen must not leave an empty one.
    const plan = await planFolder({ m }, resolve(cwd, folder))
    if (!asJson) {
      const { renderTable } = await import('../../../reports/formats/table.js')
      const { default: report } = await import('../../../reports/import-plan.js')
      const rows = plan.map((each) => ({ ...each, file: basename(each.file) }))
      for await (const piece of renderTable(report, rows, {}, m, out)) await out.print(piece)
      // The table has no room for a long reason.
      for (const { file, kind, why } of rows) if (kind === null) out.notice(m.importing.leftAside(file, why))
    }
    const { results } = await withSession(context, dryRun ? 'try' : 'write', (session) =>
      importFolder(session, plan, {
        ...{ dryRun, signal, acceptPartial: flagOption(options, 'acceptPartial') },
        progress: (file, rows) => out.progress(`${basename(file)} : ${m.importing.progress(m.format.number(rows))}`),
      }),
    )
    out.progress('')
    await writeProblems(
      context,
      options,
      results.flatMap(({ problems }) => problems),
    )
    const known = plan.filter(({ kind }) => kind !== null)
    const isRefused = results.some(({ outcome }) => outcome === 'refused')
    if (asJson) await out.print(`${JSON.stringify({ plan, results })}\n`)
    else {
      for (const result of results) await tellImport(context, result, `${basename(result.file)} (${result.kind})`)
      const left = known.slice(results.length).map(({ file }) => basename(file))
      if (left.length > 0) out.notice(m.importing.notBegun(left.join(', ')))
    }
    if (isRefused) return EXIT.failed
    const isPartial = results.some(({ problems }) => problems.length > 0)
    return known.length < plan.length || isPartial ? EXIT.incomplete : EXIT.done
  },
})
