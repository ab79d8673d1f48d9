import type { CommandGroup } from '../command.js'
import { addExample } from '../help.js'
import accountability from './report/accountability.js'
import combo from './report/combo.js'
import renewal from './report/renewal.js'
import shortfalls from './report/shortfalls.js'

export default {
  name: 'report',
  alias: 'rapport',
  summary: (m) => m.report.summary,
  commands: [combo, shortfalls, renewal, accountability],
  define: (group, m) =>
    addExample(
      group,
      m,
      `${m.language === 'fr' ? shortfalls.alias : shortfalls.name} --out ${m.report.shortfallsFile}`,
    ),
} satisfies CommandGroup
