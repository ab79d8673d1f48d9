import type { LinkUse } from '../../model/rows.js'
import type { WanLinkFacts } from '../../model/wan-link.js'
import { defineReport } from '../../model/report.js'
import { SOURCE_COLUMNS, type FromFile } from '../source-columns.js'

/** WAN links, as imported, and how full they were measured to be. */
export default defineReport<WanLinkFacts & LinkUse & FromFile>({
  id: 'wan-links',
  columns: [
    { key: 'id', kind: 'code', inTable: true },
    { key: 'name', kind: 'text', inTable: false },
    { key: 'provider', kind: 'text', inTable: false },
    { key: 'network', kind: 'text', inTable: false },
    { key: 'a', kind: 'code', inTable: true },
    { key: 'b', kind: 'code', inTable: true },
    { key: 'medium', kind: 'word', inTable: true },
    { key: 'capacityDownBps', kind: 'rate', inTable: true },
    { key: 'capacityUpBps', kind: 'rate', inTable: false },
    { key: 'status', kind: 'word', inTable: true },
    { key: 'role', kind: 'word', inTable: true },
    { key: 'monthlyCostCents', kind: 'money', inTable: false },
    { key: 'contractEnd', kind: 'code', inTable: false },
    { key: 'burstDownBps', kind: 'rate', inTable: false },
    { key: 'burstUpBps', kind: 'rate', inTable: false },
    { key: 'source', kind: 'text', inTable: false },
    { key: 'measuredUse', kind: 'ratio', inTable: false },
    { key: 'monthsUntilFull', kind: 'number', inTable: false },
    { key: 'route', kind: 'text', inTable: false },
    ...SOURCE_COLUMNS,
    { key: 'overridden', kind: 'code', inTable: false },
  ],
})
