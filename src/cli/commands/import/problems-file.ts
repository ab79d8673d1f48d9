import { basename, resolve } from 'node:path'
import type { Problem } from '../../../model/problem.js'
import type { Context, Options } from '../../command.js'
import { textOption } from '../../options.js'

/**
 * Writes the problems where `--problems` says, as a spreadsheet of the person's language opens it: UTF-8 with its mark,
 * and in French `;` between cells. A file without problems gives its headers alone.
 */
export async function writeProblems(
  { m, out, cwd }: Context,
  options: Options,
  problems: readonly Problem[],
): Promise<void> {
  const file = textOption(options, 'problems')
  if (file === undefined) return
  const { writeFileWhole } = await import('../../../lib/files.js')
  const { problemsForm, renderCsv } = await import('../../../reports/formats/csv.js')
  const { default: report } = await import('../../../reports/problems.js')
  const path = resolve(cwd, file)
  await writeFileWhole(path, renderCsv(report, problems, { file: ({ file }) => basename(file) }, problemsForm(m)))
  out.notice(m.cli.written(path))
}
