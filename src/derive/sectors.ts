import type { Sector } from '../model/organisation.js'
import type { Messages } from '../i18n/translator.js'

/** Sectors by name, in the user's language: `formation générale des adultes, formation professionnelle`. */
export function sectorList(sectors: readonly Sector[], { gaps }: Messages): string {
  return sectors.map((sector) => gaps[`sector-${sector}`]).join(', ')
}
