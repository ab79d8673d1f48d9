import { defineReport } from '../model/report.js'
import type { BoardQuality, KindQuality, SchoolQuality } from '../model/quality.js'

/** Kinds of files: what is known of each, and since when. */
export const kindsReport = defineReport<KindQuality>({
  id: 'quality-kinds',
  columns: [
    { key: 'kind', kind: 'code', inTable: true },
    { key: 'facts', kind: 'number', inTable: true },
    { key: 'importedAt', kind: 'date', inTable: true },
    { key: 'days', kind: 'number', inTable: true },
    { key: 'orphans', kind: 'number', inTable: true },
  ],
})

/** Boards: how many of their schools lack what. */
export const boardsReport = defineReport<BoardQuality>({
  id: 'quality-boards',
  columns: [
    { key: 'board', kind: 'code', inTable: true },
    { key: 'name', kind: 'text', inTable: false },
    { key: 'schools', kind: 'number', inTable: true },
    { key: 'complete', kind: 'percent', inTable: true },
    { key: 'coordinates', kind: 'number', inTable: true },
    { key: 'enrolment', kind: 'number', inTable: true },
    { key: 'link', kind: 'number', inTable: true },
    { key: 'capacity', kind: 'number', inTable: false },
    { key: 'network', kind: 'number', inTable: true },
    { key: 'scan', kind: 'number', inTable: true },
    { key: 'unknown', kind: 'number', inTable: true },
  ],
})

/** Schools that lack something. */
export default defineReport<SchoolQuality>({
  id: 'quality',
  columns: [
    { key: 'school', kind: 'code', inTable: true },
    { key: 'name', kind: 'text', inTable: true },
    { key: 'board', kind: 'code', inTable: true },
    { key: 'lacks', kind: 'word', inTable: true },
    { key: 'buildings', kind: 'text', inTable: false },
    { key: 'unknown', kind: 'text', inTable: false },
  ],
})
