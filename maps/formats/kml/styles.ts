import { LEVELS, type Level } from '../../../src/model/records.js'
import { PAINTS } from '../../palette.js'

/** The page's shapes as signs of text, which need no picture. */
export const SIGNS: Readonly<Record<Level | 'pop', string>> = {
  critical: '▼',
  short: '◆',
  tight: '■',
  ok: '●',
  unlinked: '✖',
  unknown: '○',
  pop: '⬢',
}

/** A colour as KML writes it: opacity, blue, green, red. */
function abgr(hex: string, opacity = 'ff'): string {
  const [, red, green, blue] = /^#(..)(..)(..)$/.exec(hex) ?? []
  return `${opacity}${blue}${green}${red}`
}

/** On the ground of an aerial picture, what is dark or white needs another colour than on the page. */
const ON_GROUND: Readonly<Record<Level | 'pop', string>> = {
  critical: '#ff5a66',
  short: PAINTS.short.fill,
  tight: PAINTS.tight.fill,
  ok: '#6db6f2',
  unlinked: '#ffffff',
  unknown: '#d5dade',
  pop: '#ffffff',
}

const WIDTHS: Readonly<Record<Level, number>> = { critical: 4, short: 3.5, tight: 3, ok: 2, unlinked: 2, unknown: 1.5 }

function placeStyle(level: Level | 'pop'): string {
  const label = `<LabelStyle><color>${abgr(ON_GROUND[level])}</color><scale>0.8</scale></LabelStyle>`
  return `<Style id="place-${level}"><IconStyle><scale>0</scale></IconStyle>${label}</Style>`
}

function lineStyle(level: Level): string {
  const line = `<LineStyle><color>${abgr(ON_GROUND[level], 'e6')}</color><width>${WIDTHS[level]}</width></LineStyle>`
  return `<Style id="line-${level}">${line}</Style>`
}

function areaStyle(level: Level): string {
  const line = `<LineStyle><color>${abgr('#ffffff', 'b3')}</color><width>1.5</width></LineStyle>`
  const fill = `<PolyStyle><color>${abgr(PAINTS[level].fill, '40')}</color></PolyStyle>`
  return `<Style id="area-${level}">${line}${fill}</Style>`
}

/** The styles that placemarks name: `place-`, `line-` and `area-`, then the level; and `place-pop`. */
export function stylesOf(): readonly string[] {
  return [...LEVELS.map(placeStyle), placeStyle('pop'), ...LEVELS.map(lineStyle), ...LEVELS.map(areaStyle)]
}
