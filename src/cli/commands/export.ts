import { Argument, Option } from '#commander'
import { resolve } from 'node:path'
import { UserError } from '../../model/errors.js'
import { defineCommand, type Context } from '../command.js'
import { EXIT, type ExitCode } from '../exit-codes.js'
import { addExample } from '../help.js'
import { flagOption, textOption } from '../options.js'

/** What can be exported, and in which forms: the first is the default. `src/app/exports.ts` writes them. */
export const EXPORT_FORMATS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  devices: ['jsonl'],
  links: ['json', 'graphml', 'dot'],
  bundle: ['zip'],
}

export default defineCommand({
  name: 'export',
  alias: 'exporter',
  summary: (m) => m.lists.exportSummary,
  define: (command, m) => {
    const forms = [...new Set(Object.values(EXPORT_FORMATS).flat())]
    const byDefault = Object.entries(EXPORT_FORMATS).map(([what, [form]]) => m.lists.exportDefault(what, form))
    command
      .addArgument(
        new Argument(`<${m.placeholders.what}>`, m.lists.exportArgument).choices(Object.keys(EXPORT_FORMATS)),
      )
      .addOption(
        new Option(`--format <${m.placeholders.form}>`, m.cli.formatOption)
          .choices(forms)
          .default(undefined, byDefault.join(', ')),
      )
      .option(`--out <${m.placeholders.file}>`, m.cli.outOption)
      .option('--all', m.overrides.viewAllOption)
    addExample(command, m, `links --format graphml --out ${m.lists.exportFile}`)
  },
  run: async (context, [what = ''], options) => {
    const { m, out, cwd } = context
    const forms = EXPORT_FORMATS[what] ?? ['']
    const form = textOption(options, 'format') ?? forms[0]
    if (!forms.includes(form)) {
      throw new UserError(m.lists.exportNoForm(what, form), m.lists.exportNoFormHint(forms.join(', ')), { usage: true })
    }
    if (what === 'bundle') return exportBundle(context, textOption(options, 'out'))
    const { EXPORTS } = await import('../../app/exports.js')
    const { withSession } = await import('../../app/session.js')
    const { writeFileWhole } = await import('../../lib/files.js')
    const render = EXPORTS[what]?.[form]
    const view = flagOption(options, 'all') ? 'all' : 'kept'
    if (render === undefined) throw new Error(`export ${what} has no form ${form}`)
    await withSession(context, 'read', async (session) => {
      const file = textOption(options, 'out')
      if (file === undefined) {
        for await (const piece of render(session, view)) await out.print(piece)
        return
      }
      const path = resolve(cwd, file)
      await writeFileWhole(path, render(session, view))
      out.notice(m.cli.written(path))
    })
    return EXIT.done
  },
})

/** Writes the board's bundle, and tells what is in it. */
async function exportBundle(context: Context, file: string | undefined): Promise<ExitCode> {
  const { m, out, cwd } = context
  if (file === undefined)
    throw new UserError(m.bundles.needsOut, m.bundles.needsOutHint(m.bundles.file), { usage: true })
  const { makeBundle } = await import('../../app/bundle.js')
  const { withSession } = await import('../../app/session.js')
  const { writeFileWhole } = await import('../../lib/files.js')
  const { content, manifest, unidentified, strayed } = await withSession(context, 'read', makeBundle)
  const path = resolve(cwd, file)
  await writeFileWhole(path, content)
  const { number } = m.format
  out.notice(m.bundles.packed(manifest.board.code, manifest.board.name))
  for (const { kind, rows } of manifest.files) out.notice(m.bundles.part(kind, number(rows)))
  if (unidentified > 0) out.notice(m.bundles.unidentified(number(unidentified)))
  if (strayed > 0) out.notice(m.bundles.strayed(number(strayed)))
  out.notice(m.bundles.private)
  out.notice(m.cli.written(path))
  return EXIT.done
}
