import { defineReport } from '../model/report.js'
import type { SharingRow } from '../model/sharing.js'

/** The nearest places that could serve buildings without a link, or whose access is too narrow. */
export default defineReport<SharingRow>({
  id: 'sharing',
  columns: [
    { key: 'building', kind: 'code', inTable: true },
    { key: 'name', kind: 'text', inTable: true },
    { key: 'board', kind: 'code', inTable: false },
    { key: 'region', kind: 'text', inTable: false },
    { key: 'pupils', kind: 'number', inTable: true },
    { key: 'level', kind: 'level', inTable: false },
    { key: 'demandDownBps', kind: 'rate', inTable: false },
    { key: 'arrivingDownBps', kind: 'rate', inTable: false },
    { key: 'rank', kind: 'number', inTable: false },
    { key: 'placeKind', kind: 'word', inTable: true },
    { key: 'place', kind: 'code', inTable: true },
    { key: 'placeName', kind: 'text', inTable: false },
    { key: 'placeBoard', kind: 'code', inTable: true },
    { key: 'otherBoard', kind: 'yes-no', inTable: false },
    { key: 'lon', kind: 'number', inTable: false },
    { key: 'lat', kind: 'number', inTable: false },
    { key: 'distanceKm', kind: 'number', inTable: true },
    { key: 'isStraight', kind: 'yes-no', inTable: false },
    { key: 'popKm', kind: 'number', inTable: false },
    { key: 'spareDownBps', kind: 'rate', inTable: false },
    { key: 'spareUpBps', kind: 'rate', inTable: false },
    { key: 'wouldGetDownBps', kind: 'rate', inTable: true },
    { key: 'wouldGetUpBps', kind: 'rate', inTable: false },
    { key: 'wouldLevel', kind: 'level', inTable: false },
    { key: 'incomplete', kind: 'yes-no', inTable: false },
  ],
})
