import type { CommandGroup } from '../command.js'
import { addExample } from '../help.js'
import add from './credentials/add.js'
import list from './credentials/list.js'
import remove from './credentials/remove.js'
import rotate from './credentials/rotate.js'
import test from './credentials/test.js'

const credentials: CommandGroup = {
  name: 'credentials',
  alias: 'acces',
  summary: (m) => m.credentials.summary,
  commands: [add, list, test, remove, rotate],
  define: (command, m) => {
    addExample(command, m, `${m.language === 'fr' ? add.alias : add.name} lecture`)
  },
}

export default credentials
