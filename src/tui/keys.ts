import type { Key } from 'ink'

/** A key as the interface knows it: a name of several letters, or the one character that was typed. */
export type Press = string

const BY_CHARACTER: Readonly<Record<string, Press>> = {
  '\r': 'enter',
  '\n': 'enter',
  '\t': 'tab',
  '\b': 'backspace',
  '\u007f': 'backspace',
  '\u0003': 'ctrl-c',
  '\u000c': 'ctrl-l',
  '\u0015': 'ctrl-u',
  '\u001a': 'ctrl-z',
}

function special(key: Key): Press | null {
  if (key.upArrow) return 'up'
  if (key.downArrow) return 'down'
  if (key.leftArrow) return 'left'
  if (key.rightArrow) return 'right'
  if (key.pageUp) return 'pageup'
  if (key.pageDown) return 'pagedown'
  if (key.home) return 'home'
  if (key.end) return 'end'
  if (key.return) return 'enter'
  if (key.tab) return key.shift ? 'shift-tab' : 'tab'
  if (key.backspace || key.delete) return 'backspace'
  return key.escape ? 'escape' : null
}

/**
 * What was pressed. Keys struck fast, or pasted, come together over a slow line: they are told apart. A key struck right
 * after Escape comes as that key with Alt held.
 */
export function pressesOf(input: string, key: Key): Press[] {
  const named = special(key)
  // Escape struck twice comes as one sequence.
  if (named === 'escape' && input === '\u001b') return ['escape', 'escape']
  if (named !== null) return [named]
  if (key.ctrl) return input.length === 1 ? [`ctrl-${input}`] : []
  const typed = [...input].flatMap((character): Press[] => {
    const press = BY_CHARACTER[character]
    if (press !== undefined) return [press]
    return character < ' ' || (character >= '\u007f' && character <= '\u009f') ? [] : [character]
  })
  // What is left of a sequence that no key of ours sends (a function key, an answer of the terminal) is not typing.
  if (/^[[O]./.test(input)) return []
  return key.meta ? ['escape', ...typed] : typed
}
