import { Box, Text, type TextProps } from 'ink'
import type { ReactNode } from 'react'
import { TONES, useColour, type Tone } from './theme.js'

/** A piece of a line, in one tone. The text is inert: whoever makes it sees to that. */
export interface Span {
  readonly text: string
  readonly tone?: Tone | undefined
  readonly bold?: boolean | undefined
}

/** One line of the screen. */
export type Line = readonly Span[]

/**
 * Pieces of a line side by side; a line too long for its place is cut with an ellipsis. On the chosen row they are all
 * drawn alike, so as to be read on its background.
 */
export function Spans({ line, chosen = false }: { readonly line: Line; readonly chosen?: boolean }): ReactNode {
  const colour = useColour()
  return (
    <Text wrap="truncate">
      {line.map(({ text, tone, bold }, i) => (
        <Text key={i} {...styleOf(tone, bold === true, chosen, colour)}>
          {text}
        </Text>
      ))}
    </Text>
  )
}

function styleOf(tone: Tone | undefined, bold: boolean, chosen: boolean, colour: boolean): Partial<TextProps> {
  if (chosen) return colour ? { color: 'black' } : { bold: true }
  return { bold, ...(tone === undefined ? {} : TONES[tone](colour)) }
}

/** Lines one under the other, in a place of a fixed size: those from `from` on that fit. */
export function Lines({
  lines,
  width,
  height,
  from = 0,
}: {
  readonly lines: readonly Line[]
  readonly width: number
  readonly height: number
  readonly from?: number
}): ReactNode {
  return (
    <Box flexDirection="column" width={width} height={height} flexShrink={0}>
      {lines.slice(from, from + height).map((line, i) => (
        <Box key={i} width={width} height={1} flexShrink={0}>
          {line.length === 0 ? null : <Spans line={line} />}
        </Box>
      ))}
    </Box>
  )
}
