import type { Messages } from '../i18n/translator.js'
import type { Line } from './lines.js'
import type { Ui, World } from './state.js'

/** A key and what it does here. */
export type Hint = readonly [key: string, does: string]

/** Keys that do something at this moment, the most useful first; help and the way out come last and always fit. */
export function hintsOf(ui: Ui, world: World, m: Messages): readonly Hint[] {
  const { tui } = m
  const place = ui.places[ui.view]
  if (ui.asking !== null)
    return [
      [tui.keyYes, tui.doYes],
      [tui.keyNo, tui.doNo],
    ]
  if (ui.typing)
    return [
      [tui.keyEnter, tui.doKeep],
      [tui.keyEscape, tui.doClear],
      ['↑↓', tui.doMove],
    ]
  if (ui.help) return [[tui.keyEscape, tui.doBack]]
  const ends: readonly Hint[] = [
    ['?', tui.doHelp],
    ['q', tui.doQuit],
  ]
  const stop: readonly Hint[] = world.scan === 'running' ? [['x', tui.doStop]] : []
  if (place.card) return [['↑↓', tui.doScroll], ['←→', tui.doPrevious], [tui.keyEscape, tui.doBack], ...stop, ...ends]
  const back: readonly Hint[] = place.query !== '' || place.facet !== null ? [[tui.keyEscape, tui.doClear]] : []
  const views: readonly Hint[] = [['1-4', tui.doViews]]
  const some = (hints: readonly Hint[]): readonly Hint[] => (world.count === 0 ? [] : hints)
  switch (ui.view) {
    case 'overview':
      return [
        ...some([
          ['↑↓', tui.doMove],
          [tui.keyEnter, tui.doLook],
        ]),
        ...stop,
        ['r', tui.doReload],
        ...views,
        ...ends,
      ]
    case 'devices':
    case 'buildings':
      return [
        ...some([
          ['↑↓', tui.doMove],
          [tui.keyEnter, tui.doOpen],
        ]),
        ...(world.count === 0 && place.query === '' ? [] : ([['/', tui.doFilter]] satisfies readonly Hint[])),
        ...stop,
        ...back,
        ...some([ui.view === 'devices' ? ['s', tui.doSort] : ['d', tui.doDevices]]),
        ...views,
        ...ends,
      ]
    case 'scan':
      return [
        ...(world.scan === 'idle' && world.canStart
          ? ([
              [tui.keyEnter, tui.doStart],
              ['p', tui.doPing],
            ] satisfies readonly Hint[])
          : []),
        ...stop,
        ...views,
        ...ends,
      ]
  }
}

/** The keys on one line; those in the middle give way when there is no room. */
export function hintLine(hints: readonly Hint[], width: number): Line {
  const lengthOf = (some: readonly Hint[]): number =>
    some.reduce((sum, [key, does]) => sum + key.length + does.length + 3, 0) + 1
  const kept = [...hints]
  while (kept.length > 2 && lengthOf(kept) > width) kept.splice(kept.length - 3, 1)
  return [
    { text: ' ' },
    ...kept.flatMap(([key, does]): Line => [{ text: key, bold: true, tone: 'accent' }, { text: ` ${does}  ` }]),
  ]
}
