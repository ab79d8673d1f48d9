import type { CatalogueItem } from '../../model/equipment.js'
import { defineReport } from '../../model/report.js'
import { SOURCE_COLUMNS, type FromFile } from '../source-columns.js'

/** Items that schools may choose. */
export default defineReport<CatalogueItem & FromFile>({
  id: 'catalogue',
  columns: [
    { key: 'category', kind: 'word', inTable: true },
    { key: 'item', kind: 'text', inTable: true },
    { key: 'unitsEach', kind: 'number', inTable: true },
    { key: 'priceCents', kind: 'money', inTable: true },
    ...SOURCE_COLUMNS,
  ],
})
