import { createContext, useContext } from 'react'
import type { TextProps } from 'ink'
import type { Status } from '../model/outcome.js'
import type { Level } from '../model/records.js'

/** What a colour means; words or marks always say it too. */
export type Tone = 'good' | 'warn' | 'bad' | 'dim' | 'accent'

/** Whether colours may be used: false under NO_COLOR. */
export const ColourContext = createContext(true)

export function useColour(): boolean {
  return useContext(ColourContext)
}

/** How a tone is drawn, with and without colour. Only the 8 colours that every terminal has. */
export const TONES: Readonly<Record<Tone, (colour: boolean) => Pick<TextProps, 'color' | 'dimColor' | 'bold'>>> = {
  good: (colour) => (colour ? { color: 'green' } : {}),
  warn: (colour) => (colour ? { color: 'yellow' } : {}),
  bad: (colour) => (colour ? { color: 'red' } : { bold: true }),
  dim: () => ({ dimColor: true }),
  accent: (colour) => (colour ? { color: 'cyan' } : {}),
}

/** A sign of two columns at most, and its tone. */
export interface Mark {
  readonly sign: string
  readonly tone: Tone | undefined
}

/** Signs for what reading a device came to: full, half, empty. */
export const STATUS_MARKS: Readonly<Record<Status, Mark>> = {
  answered: { sign: '●', tone: 'good' },
  partial: { sign: '◐', tone: 'warn' },
  failed: { sign: '○', tone: 'bad' },
}

/** Statuses as they are sorted: what needs a look first. */
export const STATUS_ORDER: readonly string[] = ['failed', 'partial', 'answered'] satisfies readonly Status[]

/** Signs for levels of bandwidth. */
export const LEVEL_MARKS: Readonly<Record<Level, Mark>> = {
  critical: { sign: '!!', tone: 'bad' },
  short: { sign: '! ', tone: 'warn' },
  tight: { sign: '~ ', tone: 'warn' },
  ok: { sign: '+ ', tone: 'good' },
  unlinked: { sign: '× ', tone: 'bad' },
  unknown: { sign: '? ', tone: 'dim' },
}

/** The sign of a status as the database holds it; one of ours that is not known passes for a failure. */
export function statusMark(status: string): Mark {
  return STATUS_MARKS[status as Status] ?? STATUS_MARKS.failed
}
