import { Argument } from '#commander'
import { readFile } from 'node:fs/promises'
import { shipped } from '../../lib/paths.js'
import { defineCommand } from '../command.js'
import { EXIT } from '../exit-codes.js'
import { addExample } from '../help.js'

/** The script of each shell, under the name that the shell looks for. */
const SCRIPTS = { bash: 'cartable.bash', zsh: '_cartable', fish: 'cartable.fish' } as const

export default defineCommand({
  name: 'completion',
  alias: 'completer',
  summary: (m) => m.completion.summary,
  define: (command, m) => {
    command.addArgument(
      new Argument(`<${m.placeholders.shell}>`, m.completion.shellArgument).choices(Object.keys(SCRIPTS)),
    )
    addExample(command, m, 'bash > ~/.local/share/bash-completion/completions/cartable')
  },
  run: async ({ out }, [shell = '']) => {
    await out.print(await readFile(shipped('packaging', 'completion', SCRIPTS[shell as keyof typeof SCRIPTS]), 'utf8'))
    return EXIT.done
  },
})
