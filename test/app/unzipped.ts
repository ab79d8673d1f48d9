import type { Test } from 'tap'
import { inMemory, openZip } from '../../src/ingest/reading/packed.js'
import { messagesFor } from '../../src/i18n/translator.js'

/** The texts in a zip archive, by name. */
export async function unzipped(t: Test, archive: Buffer): Promise<Map<string, string>> {
  const zip = await openZip(archive, messagesFor('en').ingest)
  t.teardown(() => zip.close())
  const texts = new Map<string, string>()
  for (const entry of zip.entries)
    texts.set(entry.fileName, (await inMemory(zip.open(entry), 1024 ** 2, 'too large')).toString('utf8'))
  return texts
}
