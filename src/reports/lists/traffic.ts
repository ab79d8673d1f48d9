import type { TrafficRow } from '../../model/rows.js'
import { defineReport } from '../../model/report.js'

/** Measured traffic of interfaces that lead out of their building, a row a day. *In* is what the interface receives. */
export default defineReport<TrafficRow>({
  id: 'traffic',
  columns: [
    { key: 'managementAddress', kind: 'code', inTable: true },
    { key: 'sysName', kind: 'text', inTable: false },
    { key: 'ifIndex', kind: 'code', inTable: false },
    { key: 'port', kind: 'text', inTable: true },
    { key: 'ifAlias', kind: 'text', inTable: false },
    { key: 'link', kind: 'code', inTable: true },
    { key: 'linkEnd', kind: 'code', inTable: false },
    { key: 'confidence', kind: 'word', inTable: true },
    { key: 'evidence', kind: 'text', inTable: false },
    { key: 'day', kind: 'code', inTable: true },
    { key: 'samples', kind: 'number', inTable: true },
    { key: 'expected', kind: 'number', inTable: false },
    { key: 'sufficient', kind: 'yes-no', inTable: true },
    { key: 'p95InBps', kind: 'rate', inTable: true },
    { key: 'p95OutBps', kind: 'rate', inTable: true },
    { key: 'maxInBps', kind: 'rate', inTable: false },
    { key: 'maxOutBps', kind: 'rate', inTable: false },
    { key: 'meanInBps', kind: 'rate', inTable: false },
    { key: 'meanOutBps', kind: 'rate', inTable: false },
    { key: 'measuredSeconds', kind: 'number', inTable: false },
    { key: 'overridden', kind: 'code', inTable: false },
  ],
})
