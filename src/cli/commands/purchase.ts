import type { CommandGroup } from '../command.js'
import { addExample } from '../help.js'
import plan from './purchase/plan.js'

export default {
  name: 'purchase',
  alias: 'achats',
  summary: (m) => m.purchase.summary,
  commands: [plan],
  define: (group, m) =>
    addExample(group, m, `${m.language === 'fr' ? plan.alias : plan.name} --envelope 100000 --rules regles-combo.yaml`),
} satisfies CommandGroup
