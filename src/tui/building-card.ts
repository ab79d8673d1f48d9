import type { BuildingState } from '../app/inventory.js'
import { closingTexts, reasonTexts } from '../app/texts.js'
import type { Messages } from '../i18n/translator.js'
import { demandIsLeast, shareIsMost } from './building-columns.js'
import { fieldLines, section } from './card.js'
import type { Line } from './lines.js'
import { inert, wrapped } from './text.js'
import { LEVEL_MARKS } from './theme.js'

/** A building's bandwidth with its reasons, its schools and its devices, as lines to scroll through. */
export function buildingLines(state: BuildingState, width: number, m: Messages): Line[] {
  const { sign, tone } = LEVEL_MARKS[state.level]
  const { number, rate, percent } = m.format
  const bullets = (texts: readonly string[]): Line[] =>
    texts.flatMap((text) =>
      wrapped(inert(text), width - 4).map((line, i): Line => [
        { text: i === 0 ? '  · ' : '    ', tone: 'dim' },
        { text: line },
      ]),
    )
  const pupils = number(state.pupils) + (state.estimated ? ` (${m.tui.estimated})` : '')
  const least = demandIsLeast(state) ? `${m.tui.atLeast} ` : ''
  const most = shareIsMost(state) ? `${m.tui.atMost} ` : ''
  return [
    [{ text: inert(state.name), bold: true }, { text: `  ${inert(state.building)}` }],
    [{ text: `${sign.trim()} ${m.gaps[`level-${state.level}`]}`, tone }],
    [],
    ...fieldLines(
      [
        [m.show.municipality, state.municipality],
        [m.headers.pupils, state.pupils === null ? null : least + pupils],
        [m.show.demand, state.demandDownBps === null ? null : least + rate(state.demandDownBps)],
        [m.show.share, state.shareDownBps === null ? null : most + rate(state.shareDownBps)],
        [m.tui.ratio, state.ratio === null ? null : percent(state.ratio), tone],
        [m.show.path, state.path.join(' → ')],
        [m.show.bottleneck, state.bottleneck],
        [m.tui.devices, m.tui.answering(number(state.answered), number(state.failed))],
      ],
      width,
    ),
    ...section(m.show.schools, bullets(state.schools.map((code, i) => `${code} ${state.schoolNames[i] ?? ''}`))),
    ...section(
      m.show.why,
      bullets([...reasonTexts(state, m), ...(state.singlePointOfFailure ? [m.tui.singlePoint] : [])]),
    ),
    ...section(m.show.closing, bullets(closingTexts(state, m))),
  ]
}
