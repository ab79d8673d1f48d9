import { Box } from 'ink'
import type { ReactNode } from 'react'
import type { Messages } from '../i18n/translator.js'
import { LEVELS } from '../model/records.js'
import { Lines, type Line } from './lines.js'
import { LEVEL_MARKS, STATUS_MARKS } from './theme.js'

/** Every key, and what the marks mean. */
export function Help({
  width,
  height,
  m,
}: {
  readonly width: number
  readonly height: number
  readonly m: Messages
}): ReactNode {
  return (
    <Box paddingLeft={1} width={width} height={height} flexShrink={0}>
      <Lines lines={helpLines(m)} width={width - 2} height={height} />
    </Box>
  )
}

function helpLines(m: Messages): Line[] {
  const { tui } = m
  const keys: readonly (readonly [string, string])[] = [
    ['1 2 3 4', tui.helpViews],
    ['↑ ↓', tui.helpMove],
    [tui.keyPages, tui.doPage],
    [tui.keyEnds, tui.doEnds],
    [tui.keyEnter, tui.helpOpen],
    ['← →', tui.helpPrevious],
    ['/', tui.helpFilter],
    [tui.keyEscape, tui.helpBack],
    ['s', tui.helpSort],
    ['d', tui.helpDevices],
    ['r', tui.helpReload],
    ['x', tui.helpStop],
    ['Ctrl-Z', tui.helpSuspend],
    ['q', tui.helpQuit],
  ]
  const marks = (['answered', 'partial', 'failed'] as const).map((status) => ({
    ...STATUS_MARKS[status],
    word: m.statuses[status],
  }))
  const levels = LEVELS.map((level) => ({ ...LEVEL_MARKS[level], word: m.gaps[`level-${level}`] }))
  const legend = (entries: readonly { sign: string; tone: Line[number]['tone']; word: string }[]): Line => [
    { text: '  ' },
    ...entries.flatMap(({ sign, tone, word }): Line => [
      { text: sign.trim(), tone, bold: true },
      { text: ` ${word}  ` },
    ]),
  ]
  return [
    [{ text: tui.helpTitle, bold: true }],
    ...keys.map(([key, does]): Line => [{ text: `  ${key.padEnd(18)}`, bold: true, tone: 'accent' }, { text: does }]),
    [],
    [{ text: tui.helpMarks, bold: true }],
    legend(marks),
    legend(levels),
  ]
}
