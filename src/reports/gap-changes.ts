import type { GapChange } from '../model/comparison.js'
import { defineReport } from '../model/report.js'

/** Buildings whose bandwidth differs between two states: what is, and what a scenario or another year would have. */
export default defineReport<GapChange>({
  id: 'gap-changes',
  columns: [
    { key: 'building', kind: 'code', inTable: true },
    { key: 'name', kind: 'text', inTable: true },
    { key: 'board', kind: 'code', inTable: false },
    { key: 'region', kind: 'text', inTable: false },
    { key: 'profile', kind: 'code', inTable: false },
    { key: 'pupilsBefore', kind: 'number', inTable: false },
    { key: 'pupilsAfter', kind: 'number', inTable: true },
    { key: 'demandDownBpsBefore', kind: 'rate', inTable: false },
    { key: 'demandDownBpsAfter', kind: 'rate', inTable: false },
    { key: 'shareDownBpsBefore', kind: 'rate', inTable: false },
    { key: 'shareDownBpsAfter', kind: 'rate', inTable: false },
    { key: 'levelBefore', kind: 'level', inTable: true },
    { key: 'ratioBefore', kind: 'ratio', inTable: true },
    { key: 'levelAfter', kind: 'level', inTable: true },
    { key: 'ratioAfter', kind: 'ratio', inTable: true },
    { key: 'change', kind: 'word', inTable: true },
    { key: 'bottleneckBefore', kind: 'code', inTable: false },
    { key: 'bottleneckAfter', kind: 'code', inTable: false },
  ],
})
