import type { CommandGroup } from '../command.js'
import { addExample } from '../help.js'
import backup from './db/backup.js'
import check from './db/check.js'
import copy from './db/copy.js'
import migrate from './db/migrate.js'
import restore from './db/restore.js'
import vacuum from './db/vacuum.js'

export default {
  name: 'db',
  alias: 'base',
  summary: (m) => m.db.summary,
  commands: [copy, migrate, check, backup, restore, vacuum],
  define: (group, m) => addExample(group, m, m.language === 'fr' ? check.alias : check.name),
} satisfies CommandGroup
