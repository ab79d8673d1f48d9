import type { EquityRow } from '../model/equity.js'
import { defineReport } from '../model/report.js'

/** What pupils receive, by group: level, rate per pupil and its dispersion, and the part of the worst tenth. */
export default defineReport<EquityRow>({
  id: 'equity',
  columns: [
    { key: 'by', kind: 'word', inTable: true },
    { key: 'group', kind: 'code', inTable: false },
    { key: 'name', kind: 'text', inTable: true },
    { key: 'schools', kind: 'number', inTable: false },
    { key: 'unknownSchools', kind: 'number', inTable: false },
    { key: 'pupils', kind: 'number', inTable: true },
    { key: 'pupilsOk', kind: 'number', inTable: false },
    { key: 'pupilsTight', kind: 'number', inTable: false },
    { key: 'pupilsShort', kind: 'number', inTable: false },
    { key: 'pupilsCritical', kind: 'number', inTable: false },
    { key: 'pupilsUnlinked', kind: 'number', inTable: false },
    { key: 'pupilsUnknown', kind: 'number', inTable: false },
    { key: 'percentAtStandard', kind: 'percent', inTable: true },
    { key: 'ratio', kind: 'ratio', inTable: false },
    { key: 'pupilsMeasured', kind: 'number', inTable: false },
    { key: 'medianBps', kind: 'rate', inTable: true },
    { key: 'p10Bps', kind: 'rate', inTable: false },
    { key: 'p90Bps', kind: 'rate', inTable: false },
    { key: 'p90OverP10', kind: 'ratio', inTable: false },
    { key: 'gini', kind: 'ratio', inTable: true },
    { key: 'theil', kind: 'ratio', inTable: false },
    { key: 'worstPupils', kind: 'number', inTable: false },
    { key: 'percentOfWorst', kind: 'percent', inTable: false },
    { key: 'overRepresentation', kind: 'ratio', inTable: true },
  ],
})
