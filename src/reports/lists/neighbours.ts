import type { NeighbourRow } from '../../model/rows.js'
import { defineReport } from '../../model/report.js'

/** What every device sees at the other end of its ports. */
export default defineReport<NeighbourRow>({
  id: 'neighbours',
  columns: [
    { key: 'managementAddress', kind: 'code', inTable: true },
    { key: 'sysName', kind: 'text', inTable: true },
    { key: 'protocol', kind: 'code', inTable: true },
    { key: 'localIfIndex', kind: 'code', inTable: false },
    { key: 'localPort', kind: 'text', inTable: true },
    { key: 'remoteSysName', kind: 'text', inTable: true },
    { key: 'remotePortId', kind: 'text', inTable: true },
    { key: 'remotePortDescr', kind: 'text', inTable: false },
    { key: 'remotePortIdSubtype', kind: 'text', inTable: false },
    { key: 'remoteChassisId', kind: 'code', inTable: false },
    { key: 'remoteChassisIdSubtype', kind: 'text', inTable: false },
    { key: 'remoteDescr', kind: 'text', inTable: false },
    { key: 'remoteCapabilities', kind: 'code', inTable: false },
    { key: 'remoteAddresses', kind: 'code', inTable: false },
    { key: 'overridden', kind: 'code', inTable: false },
  ],
})
