import type { CommandGroup } from '../command.js'
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
  actions: [copy, migrate, check, backup, restore, vacuum],
  example: check,
} satisfies CommandGroup
