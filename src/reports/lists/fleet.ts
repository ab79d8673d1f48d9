import type { FleetRow } from '../../model/fleet.js'
import { defineReport } from '../../model/report.js'

/** The fleet's inventory, as imported. */
export default defineReport<FleetRow>({
  id: 'fleet',
  columns: [
    { key: 'serial', kind: 'code', inTable: true },
    { key: 'mac', kind: 'code', inTable: false },
    { key: 'assetTag', kind: 'code', inTable: false },
    { key: 'name', kind: 'text', inTable: true },
    { key: 'model', kind: 'text', inTable: true },
    { key: 'os', kind: 'text', inTable: false },
    { key: 'osVersion', kind: 'text', inTable: false },
    { key: 'lastContact', kind: 'code', inTable: false },
    { key: 'school', kind: 'code', inTable: true },
    { key: 'status', kind: 'word', inTable: true },
    { key: 'file', kind: 'text', inTable: false },
    { key: 'line', kind: 'code', inTable: false },
    { key: 'toldAt', kind: 'date', inTable: false },
  ],
})
