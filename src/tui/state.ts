import type { Level } from '../model/records.js'
import type { Press } from './keys.js'

export const VIEWS = ['overview', 'devices', 'buildings', 'scan'] as const
export type View = (typeof VIEWS)[number]

/** A part of the rows that another view counts, chosen there: kept apart from what is typed. */
export type Facet =
  | { readonly of: 'reason'; readonly value: string }
  | { readonly of: 'level'; readonly value: Level }
  | { readonly of: 'building'; readonly value: string }

export const SORTS = ['address', 'name', 'status', 'building'] as const
export type Sort = (typeof SORTS)[number]

/** Where the person is in one list. */
export interface Place {
  readonly cursor: number
  readonly query: string
  readonly facet: Facet | null
  /** The card is what the keys move in. */
  readonly card: boolean
  /** First line of the card that is shown. */
  readonly scroll: number
}

/** Everything that keys change. */
export interface Ui {
  readonly view: View
  readonly places: Readonly<Record<View, Place>>
  readonly typing: boolean
  readonly help: boolean
  readonly asking: 'start' | 'stop' | 'quit' | null
  readonly ping: boolean
  readonly sort: Sort
}

/** What keys are pressed in: sizes, and what is under the cursor. */
export interface World {
  /** Rows of the view's list. */
  readonly count: number
  /** Rows, or lines of the card, in a page. */
  readonly page: number
  readonly cardLines: number
  /** What Enter opens on the overview. */
  readonly facet: Facet | null
  /** The building under the cursor. */
  readonly building: string | null
  readonly scan: 'idle' | 'running' | 'stopping'
  /** Whether there is something to scan. */
  readonly canStart: boolean
  readonly yes: readonly Press[]
}

/** What a key asks for beyond the screen. */
export type Effect = 'quit' | 'reload' | 'start' | 'stop' | 'suspend' | 'repaint'

const HERE: Place = { cursor: 0, query: '', facet: null, card: false, scroll: 0 }

export const FIRST: Ui = {
  view: 'overview',
  places: { overview: HERE, devices: HERE, buildings: HERE, scan: HERE },
  typing: false,
  help: false,
  asking: null,
  ping: true,
  sort: 'address',
}

type Step = readonly [Ui, Effect | null]

/** A view's place, changed. */
export function at(ui: Ui, view: View, change: Partial<Place>): Ui {
  return { ...ui, places: { ...ui.places, [view]: { ...ui.places[view], ...change } } }
}

/** What a key does. */
export function press(ui: Ui, key: Press, world: World): Step {
  if (key === 'ctrl-l') return [ui, 'repaint']
  if (key === 'ctrl-z') return [ui, 'suspend']
  if (ui.asking !== null) return answer(ui, ui.asking, key, world)
  if (key === 'ctrl-c')
    return world.scan === 'running' ? [{ ...ui, typing: false, asking: 'stop' }, null] : quit(ui, world)
  if (ui.typing) return [type(ui, key, world), null]
  if (ui.help) return [{ ...ui, help: false }, null]
  return command(ui, key, world)
}

function quit(ui: Ui, world: World): Step {
  return world.scan === 'idle' ? [ui, 'quit'] : [{ ...ui, asking: 'quit' }, null]
}

function answer(ui: Ui, asking: NonNullable<Ui['asking']>, key: Press, { yes }: World): Step {
  const asked = { ...ui, asking: null }
  // Enter agrees to nothing: it takes the letter, or, to stop, Ctrl-C a second time.
  const agreed = yes.includes(key.toLowerCase()) || (key === 'ctrl-c' && asking !== 'start')
  if (agreed) return [asked, asking]
  return [asked, null]
}

/** A key while the filter is typed. Arrows still move in the list. */
function type(ui: Ui, key: Press, world: World): Ui {
  const { view } = ui
  const { query } = ui.places[view]
  const filtered = (text: string): Ui => at(ui, view, { query: text, cursor: 0, card: false, scroll: 0 })
  if (key === 'enter') return { ...ui, typing: false }
  if (key === 'escape') return { ...filtered(''), typing: false }
  if (key === 'backspace') return query === '' ? { ...ui, typing: false } : filtered([...query].slice(0, -1).join(''))
  if (key === 'ctrl-u') return filtered('')
  if (key === 'up' || key === 'down' || key === 'pageup' || key === 'pagedown') return move(ui, key, world)
  return [...key].length === 1 ? filtered(query + key) : ui
}

function command(ui: Ui, key: Press, world: World): Step {
  const { view } = ui
  const place = ui.places[view]
  const index = VIEWS.indexOf(view)
  const isList = view === 'devices' || view === 'buildings'
  const go = (to: number): Step => [{ ...ui, view: VIEWS[(to + VIEWS.length) % VIEWS.length] ?? view }, null]
  if (/^[1-4]$/.test(key)) return go(Number(key) - 1)
  switch (key) {
    case 'q':
      return quit(ui, world)
    case '?':
      return [{ ...ui, help: true }, null]
    case 'r':
      return [ui, 'reload']
    case 'tab':
      return go(index + 1)
    case 'shift-tab':
      return go(index - 1)
    case '/':
      return isList ? [{ ...at(ui, view, { card: false }), typing: true }, null] : [ui, null]
    case 's': {
      if (view !== 'devices') return [ui, null]
      const sort = SORTS[(SORTS.indexOf(ui.sort) + 1) % SORTS.length] ?? 'address'
      return [{ ...at(ui, view, { cursor: 0, scroll: 0 }), sort }, null]
    }
    case 'd':
      return view === 'buildings' && world.building !== null
        ? [open(ui, 'devices', { of: 'building', value: world.building }), null]
        : [ui, null]
    case 'p':
      return view === 'scan' && world.scan === 'idle' ? [{ ...ui, ping: !ui.ping }, null] : [ui, null]
    case 'x':
      return world.scan === 'running' ? [{ ...ui, asking: 'stop' }, null] : [ui, null]
    case 'enter':
      return [enter(ui, world), null]
    case 'escape':
      return [back(ui, place), null]
    default:
      return [move(ui, key, world), null]
  }
}

/** Shows, in a view, the part that was chosen in another. */
function open(ui: Ui, view: View, facet: Facet): Ui {
  return { ...at(ui, view, { ...HERE, facet }), view }
}

function enter(ui: Ui, world: World): Ui {
  if (ui.view === 'overview') {
    if (world.facet === null) return ui
    return open(ui, world.facet.of === 'level' ? 'buildings' : 'devices', world.facet)
  }
  if (ui.view === 'scan') return world.scan === 'idle' && world.canStart ? { ...ui, asking: 'start' } : ui
  return world.count === 0 ? ui : at(ui, ui.view, { card: true })
}

/** One step back: out of the card, then out of the filter, then to the overview. */
function back(ui: Ui, { card, query, facet }: Place): Ui {
  if (card) return at(ui, ui.view, { card: false, scroll: 0 })
  if (query !== '') return at(ui, ui.view, { query: '', cursor: 0 })
  if (facet !== null) return at(ui, ui.view, { facet: null, cursor: 0 })
  return { ...ui, view: 'overview' }
}

/** How far a key moves; null for a key that moves nothing. */
function distance(key: Press, page: number): number | null {
  switch (key) {
    case 'up':
    case 'k':
      return -1
    case 'down':
    case 'j':
      return 1
    case 'pageup':
      return -page
    case 'pagedown':
    case ' ':
      return page
    case 'home':
    case 'g':
      return -Infinity
    case 'end':
    case 'G':
      return Infinity
    default:
      return null
  }
}

function move(ui: Ui, key: Press, { count, page, cardLines }: World): Ui {
  const { view } = ui
  const { card, cursor, scroll } = ui.places[view]
  const clamp = (value: number, last: number): number => Math.max(0, Math.min(value, last))
  if (card && (key === 'left' || key === 'right')) {
    return at(ui, view, { cursor: clamp(cursor + (key === 'left' ? -1 : 1), count - 1), scroll: 0 })
  }
  const by = distance(key, Math.max(1, page - 1))
  if (by === null) return ui
  if (card) return at(ui, view, { scroll: clamp(scroll + by, cardLines - page) })
  return at(ui, view, { cursor: clamp(cursor + by, count - 1), scroll: 0 })
}
