import type { Messages } from '../../../src/i18n/translator.js'
import type { MapInput } from '../../../src/model/map-format.js'
import { escapedXml } from '../../xml.js'

/**
 * What the file is, from where, and under which terms, in the words of Dublin Core.
 *
 * @see DCMI Metadata Terms
 */
export function metadataOf(input: MapInput, { mapFiles: t, language }: Messages): string {
  const terms: readonly (readonly [string, string])[] = [
    ['title', t.title],
    ['description', t.description(input.profile, input.schoolYear ?? '—')],
    ['source', t.source],
    ['rights', t.licence],
    ['created', input.generatedAt],
    ['language', language],
    ['creator', 'cartable'],
  ]
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<metadata xmlns:dcterms="http://purl.org/dc/terms/">',
    ...terms.map(([name, text]) => `<dcterms:${name}>${escapedXml(text)}</dcterms:${name}>`),
    '</metadata>',
    '',
  ].join('\n')
}
