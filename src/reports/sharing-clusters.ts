import { defineReport } from '../model/report.js'
import type { SharingCluster } from '../model/sharing.js'

/** Buildings to connect that one extension of a network would serve together. */
export default defineReport<SharingCluster>({
  id: 'sharing-clusters',
  columns: [
    { key: 'cluster', kind: 'number', inTable: true },
    { key: 'placeKind', kind: 'word', inTable: true },
    { key: 'place', kind: 'code', inTable: true },
    { key: 'placeName', kind: 'text', inTable: false },
    { key: 'placeBoard', kind: 'code', inTable: true },
    { key: 'boards', kind: 'code', inTable: false },
    { key: 'pupils', kind: 'number', inTable: true },
    { key: 'unknownPupils', kind: 'number', inTable: false },
    { key: 'demandDownBps', kind: 'rate', inTable: true },
    { key: 'treeKm', kind: 'number', inTable: true },
    { key: 'pupilsPerKm', kind: 'number', inTable: true },
    { key: 'hull', kind: 'text', inTable: false },
    { key: 'buildings', kind: 'code', inTable: true, below: true },
  ],
})
