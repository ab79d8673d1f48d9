import { basename } from 'node:path'
import { UserError } from '../../model/errors.js'
import type { ImportRow } from '../../model/rows.js'
import type { FactChange } from '../../store/imported.js'
import { countHolders, removeHolders } from '../../store/holders.js'
import { listSources } from '../../store/sources.js'
import { countLost, findStanding, undoneChanges, undoSource } from '../../store/undo.js'
import type { Session } from '../session.js'

/** What is asked: which import, who asks, and whether only to try. */
export interface UndoRequest {
  readonly id: number
  readonly by: string
  readonly dryRun: boolean
}

/** An import that was undone, or would be, and what that does to each fact. */
export interface UndoResult {
  readonly undone: ImportRow
  readonly dryRun: boolean
  readonly changes: readonly FactChange[]
  /** Of how many devices it told who has them: personal information, which goes with it. */
  readonly holders: number
}

/**
 * Takes back what a file brought, in one transaction: what it opened is removed, what it closed holds again. The import
 * stays in the list, marked.
 *
 * @throws UserError when there is no such import, when it is undone already, or when a later one stands on it.
 */
export async function undoImport(session: Session, { id, by, dryRun }: UndoRequest): Promise<UndoResult> {
  const { m, store } = session
  return store.db.transaction().execute(async (tx) => {
    const sources = await listSources(tx)
    const source = sources.find((each) => each.import === id)
    if (source === undefined) throw new UserError(m.importing.noSuchImport(id), m.importing.noSuchImportHint)
    if (source.undoneAt !== null) {
      const when = m.format.dateTime(source.undoneAt)
      throw new UserError(m.importing.undoneAlready(id, when, source.undoneBy ?? ''), m.importing.noSuchImportHint)
    }
    const standing = await findStanding(tx, source)
    const later = sources.find(({ importedAt }) => importedAt === standing)
    if (later !== undefined) {
      const what = m.importing.importOf(later.import, later.kind, basename(later.file))
      throw new UserError(m.importing.stoodOn(id, what), m.importing.stoodOnHint(later.import))
    }
    if ((await countLost(tx, source)) > 0) throw new UserError(m.importing.lost(id), m.importing.lostHint)
    const changes = await undoneChanges(tx, source)
    const holders = await countHolders(tx, { source: id })
    if (!dryRun) {
      await removeHolders(tx, { source: id })
      await undoSource(tx, source, { at: session.now(), by })
    }
    return { undone: source, dryRun, changes, holders }
  })
}
