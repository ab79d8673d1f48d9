import type { Db } from '../../src/store/database.js'
import type { ImportedFact, ImportedTable } from '../../src/store/imported.js'
import { ImportedWriter } from '../../src/store/imported-writer.js'

/** Writes facts as an import does: in one transaction, put in their table at its end. */
export async function writeFacts(
  db: Db,
  table: ImportedTable,
  { source, at }: { readonly source: number; readonly at: string },
  facts: readonly ImportedFact[],
): Promise<ImportedWriter> {
  return db.transaction().execute(async (tx) => {
    const writer = new ImportedWriter(tx, table, source, at)
    await writer.write(facts)
    await writer.settle()
    return writer
  })
}
