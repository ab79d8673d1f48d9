import { Box, Text } from 'ink'
import type { ReactNode } from 'react'
import type { Messages } from '../i18n/translator.js'
import { hintLine, type Hint } from './hints.js'
import { Spans, type Line } from './lines.js'
import { FRAME_ROWS, LEAST } from './sizes.js'
import { VIEWS, type View } from './state.js'
import { inert } from './text.js'

/** What stands around every view. */
export interface FrameProps {
  readonly view: View
  /** What follows each view's name: how many, how far. */
  readonly counts: Readonly<Partial<Record<View, string>>>
  readonly board: string | null
  /** Date and time, as they are shown. */
  readonly clock: string
  readonly status: Line
  readonly hints: readonly Hint[]
  readonly width: number
  readonly height: number
  readonly m: Messages
  readonly children: ReactNode
}

/** The whole screen: title, views, body, status, keys. */
export function Frame(props: FrameProps): ReactNode {
  const { view, counts, board, clock, status, hints, width, height, m, children } = props
  return (
    <Box flexDirection="column" width={width} height={height}>
      <Title board={board} clock={clock} width={width} />
      <Tabs view={view} counts={counts} width={width} m={m} />
      <Rule width={width} />
      <Box width={width} height={height - FRAME_ROWS} flexShrink={0} overflow="hidden">
        {children}
      </Box>
      <OneLine line={status} width={width} />
      <OneLine line={hintLine(hints, width)} width={width} />
    </Box>
  )
}

function OneLine({ line, width }: { readonly line: Line; readonly width: number }): ReactNode {
  return (
    <Box width={width} height={1} flexShrink={0}>
      {line.length === 0 ? null : <Spans line={line} />}
    </Box>
  )
}

function Title({ board, clock, width }: Pick<FrameProps, 'board' | 'clock' | 'width'>): ReactNode {
  return (
    <Box width={width} height={1} flexShrink={0}>
      <Box flexGrow={1} flexShrink={1} width={1}>
        <Spans line={[{ text: ' cartable', bold: true }, { text: board === null ? '' : `  ${inert(board)}` }]} />
      </Box>
      <Box flexShrink={0} paddingLeft={2}>
        <Spans line={[{ text: `${inert(clock)} `, tone: 'dim' }]} />
      </Box>
    </Box>
  )
}

/** The views by their number; the one that is open stands between brackets. */
function Tabs({ view, counts, width, m }: Pick<FrameProps, 'view' | 'counts' | 'width' | 'm'>): ReactNode {
  const line = VIEWS.flatMap((each, i): Line => {
    const count = counts[each]
    const name = `${i + 1} ${m.tui[`view-${each}`]}`
    const told: Line = count === undefined ? [] : [{ text: ` ${count}`, tone: each === 'scan' ? 'accent' : 'dim' }]
    return each === view
      ? [
          { text: '[', tone: 'accent' },
          { text: name, bold: true, tone: 'accent' },
          ...told,
          { text: ']  ', tone: 'accent' },
        ]
      : [{ text: ` ${name}` }, ...told, { text: '   ' }]
  })
  return <OneLine line={line} width={width} />
}

function Rule({ width }: { readonly width: number }): ReactNode {
  return <OneLine line={[{ text: '─'.repeat(width), tone: 'dim' }]} width={width} />
}

/** What is shown instead of the interface in a window too small for it. */
export function TooSmall({ width, height, m }: Pick<FrameProps, 'width' | 'height' | 'm'>): ReactNode {
  const { number } = m.format
  return (
    <Box flexDirection="column" width={width} height={height} overflow="hidden">
      <Text wrap="wrap">{m.tui.tooSmall(number(width), number(height))}</Text>
      <Text wrap="wrap">{m.tui.tooSmallHint(number(LEAST.columns), number(LEAST.rows))}</Text>
    </Box>
  )
}
