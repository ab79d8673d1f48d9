import type { BundleKind } from '../../model/bundle.js'
import type { SchoolRow, WanLinkRow } from '../../model/input-kind.js'
import type { Board, Building, Network } from '../../model/organisation.js'
import type { IngestTexts } from './define-input.js'

/**
 * What a bundle may speak of: its own board, the schools that it tells, and the buildings that it has told. Whoever makes
 * a bundle can say nothing of another board's schools.
 */
export class BoardOnly {
  readonly #board: string
  readonly #texts: IngestTexts
  readonly #schools = new Set<string>()
  readonly #buildings = new Set<string>()

  constructor(board: string, texts: IngestTexts) {
    this.#board = board
    this.#texts = texts
  }

  /** What is wrong with a row, its files being read in the order of BUNDLE_KINDS; null when it may be taken. */
  faultOf(kind: BundleKind, row: unknown): { readonly column: string; readonly message: string } | null {
    switch (kind) {
      case 'boards':
        return this.#fault((row as Board).code === this.#board, 'code', (row as Board).code)
      case 'buildings':
        this.#buildings.add((row as Building).code)
        return null
      case 'schools': {
        const { school } = row as SchoolRow
        this.#schools.add(school.code)
        return this.#fault(school.board === this.#board, 'board', school.board)
      }
      case 'shares':
      case 'enrolment':
      case 'equipment':
      case 'spending':
      case 'fleet': {
        const { school } = row as { readonly school: string | null }
        return this.#fault(school === null || this.#schools.has(school), 'school', school ?? '')
      }
      case 'networks': {
        const { building } = row as Network
        return this.#fault(building === null || this.#buildings.has(building), 'building', building ?? '')
      }
      case 'wan-links': {
        const { a } = row as WanLinkRow
        return this.#fault(this.#buildings.has(a), 'a', a)
      }
      case 'pops':
        return null
    }
  }

  #fault(isOwn: boolean, column: string, value: string): { readonly column: string; readonly message: string } | null {
    return isOwn ? null : { column, message: this.#texts.bundleForeign(value) }
  }
}
