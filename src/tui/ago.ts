import type { Messages } from '../i18n/translator.js'

const MINUTE_MS = 60_000

/** How long ago an instant was, in the largest unit that fits: `il y a 6 h`. */
export function ago(iso: string, now: number, m: Messages): string {
  const minutes = Math.floor((now - Date.parse(iso)) / MINUTE_MS)
  if (minutes < 1) return m.tui.justNow
  if (minutes < 60) return m.tui.ago(m.format.number(minutes), 'minute')
  if (minutes < 48 * 60) return m.tui.ago(m.format.number(Math.floor(minutes / 60)), 'hour')
  return m.tui.ago(m.format.number(Math.floor(minutes / (24 * 60))), 'day')
}

/** A length of time: `45 s`, `3 min 05 s`, `2 h 10 min`. */
export function lasting(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000))
  const two = (n: number): string => String(n).padStart(2, '0')
  if (seconds < 60) return `${seconds} s`
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${two(seconds % 60)} s`
  return `${Math.floor(seconds / 3600)} h ${two(Math.floor(seconds / 60) % 60)} min`
}
