import type { Gap } from '../model/records.js'
import { defineReport } from '../model/report.js'

/** Bandwidth of every building: demand, share, bottleneck, level, what would close the gap. */
export default defineReport<Gap>({
  id: 'gaps',
  columns: [
    { key: 'building', kind: 'code', inTable: true },
    { key: 'name', kind: 'text', inTable: true },
    { key: 'board', kind: 'code', inTable: false },
    { key: 'region', kind: 'text', inTable: false },
    { key: 'schools', kind: 'code', inTable: false },
    { key: 'pupils', kind: 'number', inTable: true },
    { key: 'schoolYear', kind: 'code', inTable: false },
    { key: 'profile', kind: 'code', inTable: false },
    { key: 'demandDownBps', kind: 'rate', inTable: true },
    { key: 'demandUpBps', kind: 'rate', inTable: false },
    { key: 'shareDownBps', kind: 'rate', inTable: true },
    { key: 'shareUpBps', kind: 'rate', inTable: false },
    { key: 'ratio', kind: 'ratio', inTable: false },
    { key: 'level', kind: 'level', inTable: true },
    { key: 'bpsPerPupil', kind: 'rate', inTable: false },
    { key: 'path', kind: 'code', inTable: false },
    { key: 'bottleneck', kind: 'code', inTable: true },
    { key: 'oversubscription', kind: 'ratio', inTable: false },
    { key: 'measuredUse', kind: 'ratio', inTable: false },
    { key: 'monthsUntilFull', kind: 'number', inTable: false },
    { key: 'singlePointOfFailure', kind: 'yes-no', inTable: false },
    { key: 'incomplete', kind: 'yes-no', inTable: false },
    { key: 'estimated', kind: 'yes-no', inTable: false },
    { key: 'reasons', kind: 'text', inTable: false },
    { key: 'closing', kind: 'text', inTable: false },
    { key: 'overridden', kind: 'code', inTable: false },
  ],
})
