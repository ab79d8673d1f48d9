import type { LinkGraph } from '../../model/link.js'

/** One document: `{ schema: 'cartable/links/1', devices, links }`, in the words of the records. */
export function* renderLinksJson({ devices, links }: LinkGraph): Generator<string> {
  yield '{"schema":"cartable/links/1",\n"devices":['
  yield* rows(devices)
  yield '],\n"links":['
  yield* rows(links)
  yield ']}\n'
}

function* rows(items: readonly object[]): Generator<string> {
  let separator = '\n'
  for (const item of items) {
    yield `${separator}${JSON.stringify(item)}`
    separator = ',\n'
  }
  if (items.length > 0) yield '\n'
}
