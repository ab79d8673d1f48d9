import type { FleetFinding } from '../model/fleet.js'
import { defineReport } from '../model/report.js'

/** Each row of the inventory, and each device that no row tells, with its class and why. */
export default defineReport<FleetFinding>({
  id: 'fleet-audit',
  columns: [
    { key: 'class', kind: 'word', inTable: true },
    { key: 'serial', kind: 'code', inTable: true },
    { key: 'mac', kind: 'code', inTable: false },
    { key: 'assetTag', kind: 'code', inTable: false },
    { key: 'name', kind: 'text', inTable: true },
    { key: 'model', kind: 'text', inTable: false },
    { key: 'school', kind: 'code', inTable: true },
    { key: 'status', kind: 'word', inTable: false },
    { key: 'lastContact', kind: 'code', inTable: false },
    { key: 'file', kind: 'text', inTable: false },
    { key: 'line', kind: 'code', inTable: true },
    { key: 'managementAddress', kind: 'code', inTable: false },
    { key: 'sysName', kind: 'text', inTable: false },
    { key: 'building', kind: 'code', inTable: false },
    { key: 'lastSeen', kind: 'date', inTable: false },
    { key: 'matchedBy', kind: 'code', inTable: false },
    { key: 'reasons', kind: 'text', inTable: true, below: true },
  ],
})
