import type { Board } from '../../model/organisation.js'
import { choicesOf } from './choices.js'

/** The ministry's TYPE_CS, and other ways to say it. */
export const boardLanguages = choicesOf<NonNullable<Board['language']>>({
  Franco: ['francophone', 'french'],
  Anglo: ['anglophone', 'english'],
  Statut: ['statut particulier', 'special status', 'particulier', 'particulière'],
})
