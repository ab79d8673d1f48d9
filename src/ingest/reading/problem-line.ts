import { printable } from '../../lib/text.js'
import type { Problem } from '../../model/problem.js'
import { shown } from './shown.js'

/** A problem as one line, `file:line: column: message`: the form that editors and terminals make a link of. */
export function problemLine(problem: Problem): string {
  const place = `${printable(problem.file)}:${problem.line}: `
  return problem.column === null ? place + problem.message : `${place}${shown(problem.column)}: ${problem.message}`
}
