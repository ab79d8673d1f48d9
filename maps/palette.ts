import type { Level } from '../src/model/records.js'

/** A symbol's colours, as the page has them in the light (`maps/page/tokens.css`): six hexadecimal digits after `#`. */
export interface Paint {
  readonly fill: string
  readonly edge: string
}

export const PAINTS: Readonly<Record<Level | 'pop', Paint>> = {
  critical: { fill: '#b3202c', edge: '#7f121c' },
  short: { fill: '#ee8a35', edge: '#9c4f0d' },
  tight: { fill: '#f6d04d', edge: '#826500' },
  ok: { fill: '#2f7fc2', edge: '#1b5a90' },
  unlinked: { fill: '#1b2430', edge: '#1b2430' },
  unknown: { fill: '#ffffff', edge: '#68727d' },
  pop: { fill: '#33404e', edge: '#1b2430' },
}

/** The page's other colours that pictures use. */
export const GROUND = {
  ink: '#1b2430',
  soft: '#55606e',
  rule: '#e0ddd6',
  /** Around Québec's outline: water or another land, which no file here tells apart. */
  elsewhere: '#e6eaec',
  land: '#fbfaf7',
  shore: '#b4bec5',
  border: '#7d8894',
  halo: '#ffffff',
  link: '#7c8b99',
  faint: '#8a949d',
} as const
