import type { Messages } from '../i18n/translator.js'
import { printable } from '../lib/text.js'
import type { Change } from '../model/change.js'

/** A change in words, without the device: `version 9.1 → 9.2`. */
export function eventText({ kind, subject, before, after }: Change, { changes: m, format }: Messages): string {
  const [what, was, is] = [subject ?? '', before ?? '', after ?? '']
  const told = (value: string | null): string => value ?? '—'
  const rate = (value: string | null): string => format.rate(value === null ? null : Number(value))
  switch (kind) {
    case 'appeared':
      return m.appeared(is)
    case 'returned':
      return m.returned(format.dateTime(before))
    case 'vanished':
      return m.vanished(format.dateTime(before))
    case 'replaced':
      return m.replaced(told(before), told(after), what)
    case 'moved':
      return m.moved(told(before), told(after))
    case 'address-changed':
      return m.addressChanged(told(before), told(after))
    case 'renamed':
      return m.renamed(told(before), told(after))
    case 'upgraded':
      return m.upgraded(told(before), told(after))
    case 'member-lost':
      return m.memberLost(was, what)
    case 'member-added':
      return m.memberAdded(is, what)
    case 'neighbour-lost':
      return m.neighbourLost(what, told(before))
    case 'neighbour-found':
      return m.neighbourFound(what, told(after))
    case 'interface-down':
      return m.interfaceDown(what)
    case 'interface-up':
      return m.interfaceUp(what)
    case 'wan-link-down':
      return m.wanLinkDown(what)
    case 'wan-link-up':
      return m.wanLinkUp(what)
    case 'speed-changed':
      return m.speedChanged(what, rate(before), rate(after))
    case 'vlans-changed':
      return m.vlansChanged(was, is)
  }
}

/** A line in so many columns, made safe for a terminal. */
export function fitted(line: string, columns: number): string {
  const text = printable(line)
  return text.length <= columns ? text : `${text.slice(0, columns - 1)}…`
}
