import type { WanLink } from '../../model/wan-link.js'
import { defineReport } from '../../model/report.js'

/** WAN links, as imported. */
export default defineReport<WanLink>({
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
    { key: 'overridden', kind: 'code', inTable: false },
  ],
})
