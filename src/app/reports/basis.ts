import { basename } from 'node:path'
import { byCode } from '../../lib/text.js'
import type { EquipmentRules } from '../../model/equipment.js'
import type { Basis, InputFile, RuledBasis } from '../../reports/documents/parts.js'
import { listSources } from '../../store/sources.js'
import { checkBoard, readKnown, type Known } from '../known.js'
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

/** What is known, and the files that it comes from: of each name and kind, the last one imported. */
interface Ground {
  readonly known: Known
  readonly basis: Basis
}

/** @throws UserError for a board that is not known. */
export async function readGround(
  session: Session,
  { board: only = null }: { readonly board?: string | null | undefined },
  kinds: readonly string[],
): Promise<Ground> {
  const { store, m } = session
  const known = await readKnown(store.db)
  checkBoard(known, only, m)
  const basis = {
    only,
    files: await importedFiles(session, kinds),
    boards: new Map(known.boards.map(({ code, name }) => [code, name])),
    schools: new Map(known.schools.map(({ code, name, board }) => [code, { name, board }])),
  }
  return { known, basis }
}

interface RuledGround {
  readonly known: Known
  readonly basis: RuledBasis
  readonly file: RulesFile
}

/**
 * The same with a rule, whose file is the first.
 *
 * @param kindsOf the kinds of imports that a report by this rule reads.
 * @throws UserError also for a rule that is not there or wrong.
 */
export async function readRuledGround(
  session: Session,
  asked: AskedReport,
  kindsOf: (rules: EquipmentRules) => readonly string[],
): Promise<RuledGround> {
  const file = await readRules(asked.rules, session.config, asked.cwd, session.m)
  const { rules, sha256 } = file
  const { known, basis } = await readGround(session, asked, kindsOf(rules))
  const files = [{ kind: 'rules', file: basename(file.file), sha256 }, ...basis.files]
  return { known, basis: { ...basis, rules, files }, file }
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
