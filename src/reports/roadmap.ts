import type { RoadmapRow } from '../model/roadmap.js'
import { defineReport } from '../model/report.js'

/** Upgrades of wide-area links, ranked by the pupils that they bring to the standard for a dollar. */
export default defineReport<RoadmapRow>({
  id: 'roadmap',
  columns: [
    { key: 'step', kind: 'number', inTable: true },
    { key: 'buildings', kind: 'code', inTable: false },
    { key: 'pupils', kind: 'number', inTable: true },
    { key: 'costCents', kind: 'money', inTable: true },
    { key: 'upgradesTotal', kind: 'number', inTable: true },
    { key: 'costTotalCents', kind: 'money', inTable: true },
    { key: 'pupilsTotal', kind: 'number', inTable: true },
    { key: 'percent', kind: 'percent', inTable: true },
    { key: 'upgrades', kind: 'text', inTable: true, below: true },
  ],
})
