import { basename } from 'node:path'
import { byCode } from '../../lib/text.js'
import { UserError } from '../../model/errors.js'
import type { EquipmentRules } from '../../model/equipment.js'
import type { Basis, InputFile } from '../../reports/documents/parts.js'
import { listSources } from '../../store/sources.js'
import { readKnown, type Known } from '../known.js'
import { readRules, type RulesFile } from '../reference.js'
import type { Session } from '../session.js'

/** What every report is asked with. */
export interface AskedReport {
  readonly cwd: string
  /** The rule file; the configuration's otherwise. */
  readonly rules: string | undefined
  readonly year: string | undefined
  /** A code: the report keeps to that board. */
  readonly board: string | undefined
}

/** What a report starts from. */
export interface Ground {
  readonly known: Known
  readonly basis: Basis
  readonly file: RulesFile
}

/**
 * The rule, what is known, and the files that both come from: of each name and kind, the last one imported.
 *
 * @param kindsOf the kinds of imports that a report by this rule reads.
 * @throws UserError for a rule that is not there or wrong, and for a board that no known school is of.
 */
export async function readGround(
  session: Session,
  asked: AskedReport,
  kindsOf: (rules: EquipmentRules) => readonly string[],
): Promise<Ground> {
  const { config, store, m } = session
  const file = await readRules(asked.rules, config, asked.cwd, m)
  const { rules, sha256 } = file
  const known = await readKnown(store.db)
  const { board: only = null } = asked
  if (only !== null && !known.schools.some(({ board }) => board === only)) {
    throw new UserError(m.report.unknownBoard(only), m.report.unknownBoardHint, { usage: true })
  }
  const basis = {
    ...{ rules, only },
    files: [{ kind: 'rules', file: basename(file.file), sha256 }, ...(await importedFiles(session, kindsOf(rules)))],
    boards: new Map(known.boards.map(({ code, name }) => [code, name])),
    schools: new Map(known.schools.map(({ code, name, board }) => [code, { name, board }])),
  }
  return { known, basis, file }
}

async function importedFiles({ store }: Session, kinds: readonly string[]): Promise<InputFile[]> {
  const newest = new Map<string, InputFile>()
  for (const { kind, file, sha256, undoneAt } of await listSources(store.db)) {
    const key = `${kinds.indexOf(kind)} ${basename(file)}`
    if (!kinds.includes(kind) || undoneAt !== null || newest.has(key)) continue
    newest.set(key, { kind, file: basename(file), sha256 })
  }
  return [...newest].sort(([a], [b]) => byCode(a, b)).map(([, file]) => file)
}
