import type { InterfaceRow } from '../../model/rows.js'
import { defineReport } from '../../model/report.js'

/** Interfaces of every device. */
export default defineReport<InterfaceRow>({
  id: 'interfaces',
  columns: [
    { key: 'managementAddress', kind: 'code', inTable: true },
    { key: 'sysName', kind: 'text', inTable: false },
    { key: 'ifIndex', kind: 'code', inTable: true },
    { key: 'ifName', kind: 'text', inTable: true },
    { key: 'ifDescr', kind: 'text', inTable: false },
    { key: 'ifAlias', kind: 'text', inTable: true },
    { key: 'ifType', kind: 'code', inTable: false },
    { key: 'speedBps', kind: 'rate', inTable: true },
    { key: 'mtu', kind: 'number', inTable: false },
    { key: 'physAddress', kind: 'code', inTable: false },
    { key: 'adminStatus', kind: 'text', inTable: false },
    { key: 'operStatus', kind: 'word', inTable: true },
    { key: 'duplex', kind: 'text', inTable: false },
    { key: 'pvid', kind: 'code', inTable: false },
    { key: 'untaggedVlans', kind: 'code', inTable: false },
    { key: 'taggedVlans', kind: 'code', inTable: false },
    { key: 'lagIfIndex', kind: 'code', inTable: false },
    { key: 'stpState', kind: 'text', inTable: false },
    { key: 'overridden', kind: 'code', inTable: false },
  ],
})
