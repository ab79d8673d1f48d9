import type { Messages } from '../src/i18n/translator.js'
import { printable } from '../src/lib/text.js'
import type { MapInput } from '../src/model/map-format.js'

/** Whom the map is about: the one board that has buildings on it, or how many. */
export function subject(input: MapInput, { map, format }: Messages): string {
  const drawn = new Set(input.gaps.map(({ board }) => board))
  const boards = input.boards.filter(({ code }) => drawn.has(code))
  if (boards.length === 1) return boards.map(({ name }) => printable(name)).join()
  return boards.length === 0 ? map.province : map.severalBoards.replace('{0}', format.number(boards.length))
}
