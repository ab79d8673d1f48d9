import type { BuildingState } from '../app/inventory.js'
import type { Messages } from '../i18n/translator.js'
import type { Span } from './lines.js'
import type { Column } from './table.js'
import { inert } from './text.js'
import { LEVEL_MARKS } from './theme.js'

/** True when pupils of the building itself are not known: its demand is a lower bound. */
export function demandIsLeast({ demandDownBps, reasons }: BuildingState): boolean {
  return demandDownBps !== null && reasons.some(({ code }) => code === 'enrolment-missing')
}

/** True when pupils who share its links are not known: its share is an upper bound. */
export function shareIsMost({ shareDownBps, reasons }: BuildingState): boolean {
  return shareDownBps !== null && reasons.some(({ code }) => code === 'shared-link-incomplete')
}

/** Columns of the list of buildings, the first to go last. */
export function buildingColumns(m: Messages): readonly Column<BuildingState>[] {
  const { headers, format } = m
  const text = (value: string): readonly [Span] => [{ text: inert(value), tone: value === '—' ? 'dim' : undefined }]
  return [
    {
      key: 'mark',
      header: '',
      least: 2,
      most: 2,
      rank: 0,
      cell: ({ level }) => [{ text: LEVEL_MARKS[level].sign, tone: LEVEL_MARKS[level].tone }],
    },
    { key: 'code', header: headers.code, least: 6, most: 6, rank: 0, cell: (row) => text(row.building) },
    { key: 'name', header: headers.name, least: 16, most: 44, rank: 0, cell: (row) => text(row.name) },
    {
      key: 'level',
      header: headers.level,
      least: 11,
      most: 11,
      rank: 0,
      cell: ({ level }) => [{ text: m.gaps[`level-${level}`], tone: LEVEL_MARKS[level].tone }],
    },
    {
      key: 'pupils',
      header: headers.pupils,
      least: 7,
      most: 7,
      right: true,
      rank: 3,
      cell: ({ pupils }) => text(format.number(pupils)),
    },
    {
      key: 'demand',
      header: headers.demandDownBps,
      least: 14,
      most: 14,
      right: true,
      rank: 1,
      cell: (row) => text(`${demandIsLeast(row) ? '≥ ' : ''}${format.rate(row.demandDownBps)}`),
    },
    {
      key: 'share',
      header: headers.shareDownBps,
      least: 14,
      most: 14,
      right: true,
      rank: 1,
      cell: (row) => text(`${shareIsMost(row) ? '≤ ' : ''}${format.rate(row.shareDownBps)}`),
    },
    {
      key: 'bottleneck',
      header: headers.bottleneck,
      least: 10,
      most: 16,
      rank: 4,
      cell: ({ bottleneck }) => text(bottleneck ?? '—'),
    },
    {
      key: 'devices',
      header: headers.devices,
      least: 9,
      most: 9,
      right: true,
      rank: 2,
      cell: ({ answered, failed }) =>
        failed === 0
          ? text(answered === 0 ? '—' : format.number(answered))
          : [{ text: format.number(answered) }, { text: ` ○${format.number(failed)}`, tone: 'bad' }],
    },
    {
      key: 'municipality',
      header: headers.municipality,
      least: 16,
      most: 22,
      rank: 5,
      cell: ({ municipality }) => text(municipality ?? '—'),
    },
  ]
}
