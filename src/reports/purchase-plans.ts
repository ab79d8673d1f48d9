import type { PurchasePlan } from '../model/purchase.js'
import { defineReport } from '../model/report.js'

/** What each school's basket costs, and what it covers of what is missing. */
export default defineReport<PurchasePlan>({
  id: 'purchase-plans',
  columns: [
    { key: 'school', kind: 'code', inTable: true },
    { key: 'name', kind: 'text', inTable: true },
    { key: 'board', kind: 'code', inTable: false },
    { key: 'amountCents', kind: 'money', inTable: true },
    { key: 'costCents', kind: 'money', inTable: true },
    { key: 'leftCents', kind: 'money', inTable: false },
    { key: 'shortfall', kind: 'number', inTable: true },
    { key: 'left', kind: 'number', inTable: true },
    { key: 'percent', kind: 'percent', inTable: false },
    { key: 'gap', kind: 'percent', inTable: false },
  ],
})
