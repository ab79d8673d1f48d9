import type { Messages } from '../../src/i18n/translator.js'
import { LEVELS } from '../../src/model/records.js'
import { levelName } from '../level-name.js'
import { GROUND } from '../palette.js'
import type { Scene } from '../scene/scene.js'
import { element, symbol, text } from './draw.js'
import { wrapped } from './font.js'
import { linkStroke, type LinkKind } from './layers.js'
import { FRAME, SHEET, type View } from './sheet.js'

const LEFT = FRAME.left + FRAME.width + 22
const RIGHT = SHEET.width - SHEET.margin
const TEXT = LEFT + 34

/** A column of lines, from the top of the map down. */
class Column {
  readonly parts: string[] = []
  y: number = FRAME.top + 14

  heading(words: string): void {
    for (const line of wrapped(words, 13, RIGHT - LEFT, 600)) {
      this.parts.push(text([LEFT, this.y], line, { size: 13, weight: 600 }))
      this.y += 17
    }
    this.y += 6
  }

  row(mark: (y: number) => string, words: string, end?: string): void {
    this.parts.push(mark(this.y - 4), text([TEXT, this.y], words, { size: 12 }))
    if (end !== undefined) this.parts.push(text([RIGHT, this.y], end, { size: 12, weight: 600, anchor: 'end' }))
    this.y += 17
  }

  note(words: string): void {
    for (const line of wrapped(words, 10, RIGHT - TEXT)) {
      this.parts.push(text([TEXT, this.y - 4], line, { size: 10, fill: GROUND.soft }))
      this.y += 13
    }
    this.y += 2
  }

  space(): void {
    this.y += 16
  }
}

const SAMPLES: readonly (readonly [LinkKind, 'legendLink' | 'legendOverload' | 'legendBackup' | 'legendPlanned'])[] = [
  ['link', 'legendLink'],
  ['narrow', 'legendOverload'],
  ['backup', 'legendBackup'],
  ['planned', 'legendPlanned'],
]

/** Levels with how many buildings are drawn of each, the sizes, the lines: what is on the map and nothing else. */
export function legend(scene: Scene, radiusOf: (pupils: number) => number, m: Messages): string[] {
  const { map, mapFiles, format } = m
  const { buildings, wanLinks, territories, pops } = scene
  const column = new Column()
  column.heading(map['legend-level'])
  for (const level of LEVELS) {
    const count = buildings.features.filter(({ properties }) => properties.level === level).length
    const name = (level.charAt(0).toUpperCase() + level.slice(1)) as Capitalize<typeof level>
    column.row((y) => symbol([LEFT + 12, y], level, 6), levelName(level, m), format.number(count))
    column.note(map[`range${name}`])
  }
  if (buildings.unlocated.length > 0) column.note(mapFiles.unlocated(format.number(buildings.unlocated.length)))
  column.space()
  column.heading(map.legendSize)
  for (const pupils of [50, 500, 1000])
    column.row((y) => symbol([LEFT + 12, y], 'ok', radiusOf(pupils)), mapFiles.pupils(format.number(pupils)))
  column.space()
  if (wanLinks.features.length + pops.features.length + territories.features.length > 0) column.heading(map.legend)
  if (wanLinks.features.length > 0) for (const [kind, words] of SAMPLES) line(column, kind, map[words])
  if (pops.features.length > 0) column.row((y) => symbol([LEFT + 12, y], 'pop', 5), map.legendPop)
  if (territories.features.length > 0)
    column.row(
      (y) =>
        element('rect', {
          x: LEFT,
          y: y - 5,
          width: 24,
          height: 10,
          fill: 'none',
          stroke: GROUND.border,
          'stroke-width': 1,
        }),
      map.legendTerritory,
    )
  return column.parts
}

function line(column: Column, kind: LinkKind, words: string): void {
  const [first = '', ...others] = wrapped(words, 12, RIGHT - TEXT)
  column.row((y) => element('path', { d: `M${LEFT} ${y}H${LEFT + 24}`, ...linkStroke(kind, 2.5) }), first)
  for (const other of others) column.row(() => '', other)
}

/** A round distance, and how long it is on the sheet: the longest of 1, 2, 5, 10… km under 160 units. */
export function scaleBar({ unitsPerMetre }: View, { format }: Messages): string {
  const longest = 160 / unitsPerMetre / 1000
  const decade = 10 ** Math.floor(Math.log10(longest))
  const km = [5, 2, 1].map((step) => step * decade).find((step) => step <= longest) ?? decade
  const length = km * 1000 * unitsPerMetre
  const [x, y] = [FRAME.left + 16, FRAME.top + FRAME.height - 16]
  const half = length / 2
  const bar = (from: number, fill: string): string =>
    element('rect', { x: x + from, y, width: half, height: 4, fill, stroke: GROUND.ink, 'stroke-width': 0.7 })
  const label = { size: 10, halo: true } as const
  return [
    bar(0, GROUND.ink),
    bar(half, GROUND.halo),
    text([x, y - 5], format.number(0), { ...label, anchor: 'middle' }),
    text([x + length, y - 5], `${format.number(km)}\u00a0km`, { ...label, anchor: 'middle' }),
  ].join('\n')
}
