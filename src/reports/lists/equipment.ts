import type { EquipmentLot } from '../../model/equipment.js'
import { defineReport } from '../../model/report.js'
import { SOURCE_COLUMNS, type FromFile } from '../source-columns.js'

/** Equipment, as imported. */
export default defineReport<EquipmentLot & FromFile>({
  id: 'equipment',
  columns: [
    { key: 'school', kind: 'code', inTable: true },
    { key: 'category', kind: 'word', inTable: true },
    { key: 'item', kind: 'text', inTable: true },
    { key: 'quantity', kind: 'number', inTable: true },
    { key: 'unitsEach', kind: 'number', inTable: false },
    { key: 'acquiredOn', kind: 'code', inTable: true },
    { key: 'condition', kind: 'word', inTable: true },
    { key: 'costCents', kind: 'money', inTable: true },
    ...SOURCE_COLUMNS,
  ],
})
