import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { UserError } from '../../model/errors.js'
import { defineCommand } from '../command.js'
import { EXIT } from '../exit-codes.js'
import { addExample } from '../help.js'
import { flagOption } from '../options.js'

export default defineCommand({
  name: 'init',
  alias: 'initialiser',
  summary: (m) => m.init.summary,
  define: (command, m) => {
    command
      .argument(`[${m.placeholders.file}]`, m.init.fileArgument, 'cartable.yaml')
      .option('--force', m.init.forceOption)
    addExample(command, m)
  },
  run: async ({ m, out, cwd }, [file = 'cartable.yaml'], options) => {
    const { configTemplate } = await import('../../app/config/template.js')
    const { writeFileWhole } = await import('../../lib/files.js')
    const path = resolve(cwd, file)
    if (existsSync(path) && !flagOption(options, 'force')) {
      throw new UserError(m.init.exists(path), m.init.existsHint)
    }
    await writeFileWhole(path, configTemplate(m))
    out.notice(m.cli.written(path))
    out.notice(m.init.next)
    return EXIT.done
  },
})
