import type { MapInput } from '../../../src/model/map-format.js'
import { twoSchools } from './two-schools.js'

/** What the file of L1 tells: two parts, a repeated position, decimals past the sixth. */
const route = JSON.stringify({
  type: 'MultiLineString',
  coordinates: [
    [
      [-68.2, 48.4],
      [-68.2, 48.4],
      [-68.24, 48.43333333],
    ],
    [
      [-68.25, 48.44],
      [-68.3, 48.45],
    ],
  ],
})

/**
 * The two schools with all that a map may have: a route, a measured link, and a scenario in which the narrow link has
 * been raised.
 */
export const fuller: MapInput = {
  ...twoSchools,
  wanLinks: twoSchools.wanLinks.map((link) => (link.id === 'L1' ? { ...link, route } : link)),
  measures: new Map([
    [
      'L1',
      {
        link: 'L1',
        since: '2026-08-01',
        until: '2026-11-22',
        days: 110,
        p95DownBps: 640_000_000.4,
        p95UpBps: 120_000_000,
        use: 0.64,
        headroomBps: 360_000_000,
        monthsUntilFull: 14.26,
      },
    ],
  ]),
  views: [
    {
      kind: 'profile',
      id: 'fcc-2014',
      label: null,
      profile: 'fcc-2014',
      schoolYear: '2018-2019',
      gaps: twoSchools.gaps.map((gap) => ({ ...gap, profile: 'fcc-2014' })),
      linkLoads: [],
    },
    {
      kind: 'scenario',
      id: 'scenario',
      label: 'Fibre au Phare | 2027',
      profile: 'ontario-2016',
      schoolYear: '2018-2019',
      gaps: twoSchools.gaps.map((gap) => (gap.level === 'critical' ? { ...gap, level: 'ok', ratio: 1 } : gap)),
      linkLoads: [{ link: 'L2', demandDownBps: 125_500_000, demandUpBps: null, load: 0.1255, level: 'ok' }],
    },
  ],
}
