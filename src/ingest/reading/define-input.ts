import type { Messages } from '../../i18n/translator.js'
import type { InputKind } from '../../model/input-kind.js'

/** What a kind of file may say. */
export type IngestTexts = Messages['ingest']

/** Types a kind of file by its own columns: `cells.school` is known, a misspelt column is an error. */
export function defineInput<Row, Name extends string>(
  kind: InputKind<Row, IngestTexts, Name>,
): InputKind<Row, IngestTexts, Name> {
  return kind
}
