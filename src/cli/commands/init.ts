import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { configTemplate } from '../../app/config/template.js'
import { writeFileWhole } from '../../lib/files.js'
import { UserError } from '../../model/errors.js'
import { defineCommand } from '../command.js'
import { EXIT } from '../exit-codes.js'
import { flagOption } from '../options.js'

export default defineCommand({
  name: 'init',
  alias: 'initialiser',
  summary: (m) => m.init.summary,
  define: (command, m) => {
    command
      .argument('[file]', m.init.fileArgument, 'cartable.yaml')
      .option('--force', m.init.forceOption)
      .addHelpText('after', `\n${m.cli.example('cartable init')}`)
  },
  run: async ({ m, out, cwd }, [file = 'cartable.yaml'], options) => {
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
