import type { PurchaseLine } from '../model/purchase.js'
import { defineReport } from '../model/report.js'

/** What to buy for each school, item by item. */
export default defineReport<PurchaseLine>({
  id: 'purchase-lines',
  columns: [
    { key: 'school', kind: 'code', inTable: true },
    { key: 'name', kind: 'text', inTable: true },
    { key: 'board', kind: 'code', inTable: false },
    { key: 'category', kind: 'word', inTable: false },
    { key: 'item', kind: 'text', inTable: true },
    { key: 'quantity', kind: 'number', inTable: true },
    { key: 'unitsEach', kind: 'number', inTable: false },
    { key: 'units', kind: 'number', inTable: true },
    { key: 'priceCents', kind: 'money', inTable: false },
    { key: 'costCents', kind: 'money', inTable: true },
  ],
})
