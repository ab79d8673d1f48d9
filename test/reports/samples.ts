import type { Language } from '../../src/i18n/language.js'
import { messagesFor } from '../../src/i18n/translator.js'
import type { AccountabilityRow, Allocation, AllocationResult } from '../../src/model/allocation.js'
import type { AllocationRule, EquipmentRules } from '../../src/model/equipment.js'
import type { Shortfall } from '../../src/model/records.js'
import type { RenewalRow } from '../../src/model/renewal.js'
import type { ReportDocument } from '../../src/model/report-document.js'
import { accountabilityDocument } from '../../src/reports/documents/accountability.js'
import { comboDocument } from '../../src/reports/documents/combo.js'
import type { RuledBasis } from '../../src/reports/documents/parts.js'
import { renewalDocument } from '../../src/reports/documents/renewal.js'
import { shortfallsDocument } from '../../src/reports/documents/shortfalls.js'
import { rulesOf } from '../derive/rules-of.js'

/** Invented boards and schools; the last name does what a name may: a formula, a cell's end, HTML, a bidi override. */
const BOARDS = [
  ['798000', 'Centre de services scolaire du Fleuve-aux-Outardes'],
  ['799000', 'Commission scolaire Trois-Lacs & Vallée'],
] as const
const SCHOOLS = [
  { school: '798001', name: 'École du Cap-aux-Eiders', board: '798000' },
  { school: '798002', name: "École de l'Anse-aux-Salicornes", board: '798000' },
  { school: '799001', name: 'École des Deux-Brumes', board: '799000' },
  { school: '799002', name: '=CMD("x")|<b>École</b>\u202e *A1*', board: '799000' },
] as const
const [first, second, third, fourth] = SCHOOLS

const EQUIPMENT: AllocationRule = {
  stages: ['board', 'school'],
  beyond: 'cut',
  steps: [
    { kind: 'reserve', cents: null, percent: 2 },
    { kind: 'floor-per-school', cents: 500_000, ministrySharePercent: 100 },
    {
      ...{ kind: 'sliding-scale', per: 'building', ministrySharePercent: 66.6 },
      bands: [
        { upTo: 60, baseCents: 0, perPupilCents: 55_100, above: 0 },
        { upTo: 159, baseCents: 3_303_700, perPupilCents: -33_037, above: 60 },
      ],
    },
    {
      ...{ kind: 'prorata', by: 'pupils', percent: 100 },
      weights: {
        deprivation: { index: 'imse', deciles: { '9': 1.2, '10': 1.3 } },
        remoteness: { regions: { 'Nord-du-Québec': 1.5 }, beyondKm: [{ km: 100, factor: 1.2 }] },
        smallSchool: { upTo: 60, factor: 1.25 },
        specialStatus: 1.2,
      },
    },
  ],
  limits: { maximumPerSchoolCents: 5_000_000, maximumPerPupilCents: null, minimumUsefulCents: 50_000 },
  unspent: 'keep',
}
const TRAINING: AllocationRule = {
  stages: ['school'],
  beyond: 'cut',
  steps: [
    {
      kind: 'prorata',
      by: 'need',
      percent: 100,
      weights: { deprivation: null, remoteness: null, smallSchool: null, specialStatus: null },
    },
  ],
  limits: { maximumPerSchoolCents: null, maximumPerPupilCents: null, minimumUsefulCents: null },
  unspent: 'ignore',
}

const rules: EquipmentRules = {
  ...rulesOf({
    id: 'combo-essai',
    source: 'Règle inventée pour les essais',
    schoolYear: '2022-2023',
    categories: {
      robotique: { floor: 1, perPupils: 100, lifeYears: 5 },
      flotte: { floor: 10, perPupils: 5, lifeYears: 5 },
    },
    progression: { '2021-2022': 0.75, '2022-2023': 1 },
  }),
  version: '2022-09',
  allocation: EQUIPMENT,
  training: TRAINING,
}

const basis: RuledBasis = {
  rules,
  files: [
    { kind: 'rules', file: 'regles.yaml', sha256: 'a1'.repeat(32) },
    { kind: 'enrolment', file: 'effectif.csv', sha256: 'b2'.repeat(32) },
  ],
  boards: new Map(BOARDS),
  schools: new Map(SCHOOLS.map(({ school, name, board }) => [school, { name, board }])),
  only: null,
}

/** Pupils, floor, scale, prorata, adjustment and carried sum, in cents. */
const ALLOCATED = [
  [first, 188, 500_000, 0, 1_234_567, 0, 12_345],
  [second, 42, 500_000, 1_541_257, 300_001, -50_000, 0],
  [third, 1188, 500_000, 0, 4_600_000, -100_000, 0],
  [fourth, 0, 500_000, 0, 0, 0, 1],
] as const

function equipmentResult(language: Language): AllocationResult {
  const { format } = messagesFor(language)
  const allocations = ALLOCATED.map(([of, pupils, floor, scale, prorata, adjustment, carried]): Allocation => {
    const amountCents = floor + scale + prorata + adjustment
    return {
      ...of,
      pupils,
      floorCents: floor + scale,
      prorataCents: prorata,
      adjustmentCents: adjustment,
      amountCents,
      carriedCents: carried,
      shares: [
        { step: 1, kind: 'floor-per-school', cents: floor },
        { step: 2, kind: 'sliding-scale', cents: scale },
        { step: 3, kind: 'prorata', cents: prorata },
      ],
      because: `${format.money(floor)} + ${format.money(scale)} + ${format.money(prorata)} = ${format.money(amountCents)}`,
    }
  })
  return {
    ...{ part: 'equipment', schoolYear: '2022-2023', enrolmentYear: '2021-2022', allocations },
    ...{
      envelopeCents: 9_721_250,
      dueCents: 3_541_257,
      reserveCents: 194_425,
      unallocatedCents: 1_000,
      recoveredCents: 0,
    },
    problems: [{ school: '799002', kind: 'partial', message: 'Essai' }],
    stages: [],
    steps: [],
  }
}

function combo(language: Language, only: string | null = null): ReportDocument {
  const equipment = equipmentResult(language)
  const shares = [100_001, 100_000, 99_999]
  const training: AllocationResult = {
    ...equipment,
    ...{ part: 'training', envelopeCents: 300_000, reserveCents: 0, unallocatedCents: 0, problems: [] },
    allocations: equipment.allocations.slice(0, 3).map((row, i) => ({ ...row, amountCents: shares[i] ?? 0 })),
  }
  return comboDocument({ ...{ ...basis, only }, equipment, training, frozen: null }, messagesFor(language))
}

/** Pupils, target, in service, past life, broken. */
const HELD = [
  [first, 'robotique', 188, 3, 2, 1, 0],
  [first, 'flotte', 188, 48, 36, 12, 2],
  [second, 'robotique', 42, 2, 2, 0, 0],
  [second, 'flotte', 42, 19, 24, 0, 0],
  [third, 'robotique', 1188, 13, 0, 0, 1],
  [third, 'flotte', 1188, 248, 150, 60, 0],
  [fourth, 'robotique', null, null, 1, 0, 0],
  [fourth, 'flotte', null, null, 0, 0, 0],
] as const

const COST = { robotique: 120_050, flotte: null } as const

function shortfalls(language: Language, only: string | null = null): ReportDocument {
  const rows = HELD.map(([of, category, pupils, target, inService, pastLife, broken]): Shortfall => {
    const shortfall = target === null ? null : Math.max(0, target - inService)
    const cost = COST[category]
    return {
      ...of,
      ...{ category, schoolYear: '2022-2023', pupils, target, inService, pastLife, broken, shortfall },
      percent: target === null ? null : (inService / target) * 100,
      pupilsPerDevice: pupils === null || inService === 0 ? null : pupils / inService,
      costCents: shortfall === null || cost === null ? null : shortfall * cost,
      because: `${target ?? '?'} − ${inService} = ${shortfall ?? '?'}`,
    }
  })
  const none = { unknownSchools: 0, pastLife: 13, broken: 2, pupilsPerDevice: 5.75, costCents: null }
  const totals = [
    ['798000', 'robotique', 5, 4, 1],
    ['798000', 'flotte', 67, 60, 12],
    ['799000', 'robotique', 13, 1, 13],
    ['799000', 'flotte', 248, 150, 98],
  ] as const
  return shortfallsDocument(
    {
      ...{ ...basis, only },
      schoolYear: '2022-2023',
      rows,
      totals: totals.map(([code, category, target, inService, shortfall]) => ({
        ...{ by: 'board', code, name: new Map(BOARDS).get(code) ?? '', board: null, category, schoolYear: '2022-2023' },
        ...{ ...none, schools: 2, pupils: 230, target, inService, shortfall },
        percent: ((target - shortfall) / target) * 100,
      })),
      trend: (['2021-2022', '2022-2023'] as const).map((schoolYear, i) => ({
        ...{ ...none, schoolYear, category: 'flotte', schools: 4, pupils: 1400 + i, target: 240 + i * 75 },
        ...{ inService: 210, shortfall: 60 + i * 50, percent: 75 - i * 10 },
      })),
      problems: [
        { school: '799002', kind: 'out', message: messagesFor(language).report.noEnrolment('2022-2023') },
        { school: null, kind: 'note', message: messagesFor(language).report.unknownSchool('797001', 'flotte', '24') },
      ],
    },
    messagesFor(language),
  )
}

function renewal(language: Language, only: string | null = null): ReportDocument {
  const rows: RenewalRow[] = [
    { ...first, category: 'flotte', schoolYear: '2021-2022', overdue: true, units: 12, costCents: 936_000 },
    { ...first, category: 'flotte', schoolYear: '2024-2025', overdue: false, units: 24, costCents: 1_284_000 },
    { ...second, category: 'flotte', schoolYear: '2024-2025', overdue: false, units: 24, costCents: null },
    { ...third, category: 'robotique', schoolYear: '2023-2024', overdue: false, units: 6, costCents: 720_300 },
    { ...fourth, category: 'robotique', schoolYear: null, overdue: false, units: 1, costCents: 120_050 },
  ]
  const m = messagesFor(language)
  return renewalDocument({ ...{ ...basis, only }, asOf: '2022-09-30', rows, problems: [] }, m)
}

function accountability(language: Language, only: string | null = null): ReportDocument {
  const rows = [
    [first, 'equipment', 1_734_567, 12_345, 1_500_000],
    [second, 'equipment', 2_291_258, 0, 2_300_000],
    [third, 'equipment', 5_000_000, 0, 0],
    [third, 'training', 99_999, 0, 33_333],
  ] as const
  const m = messagesFor(language)
  return accountabilityDocument(
    {
      ...{ ...basis, only },
      schoolYear: '2022-2023',
      runs: [
        {
          ...{
            run: 3,
            at: '2022-10-15T13:00:00.000Z',
            who: 'Aline Tremblay',
            why: 'séance du conseil',
            part: 'equipment',
          },
          ...{ rules: 'combo-essai', rulesVersion: '2022-09', rulesSource: 'Règle inventée pour les essais' },
          ...{ schoolYear: '2022-2023', enrolmentYear: '2021-2022', envelopeCents: 9_721_250, reserveCents: 194_425 },
          ...{ unallocatedCents: 1_000, recoveredCents: 0, sumCents: 9_525_825, schools: 4, against: null, inputs: [] },
          digest: 'c3'.repeat(32),
        },
      ],
      rows: rows.map(([of, part, allocatedCents, carriedCents, spentCents]): AccountabilityRow => {
        const given = allocatedCents + carriedCents
        const left = { unspentCents: given - spentCents, percent: (spentCents / given) * 100 }
        return { ...of, schoolYear: '2022-2023', part, allocatedCents, carriedCents, spentCents, ...left }
      }),
      categories: [
        {
          ...first,
          schoolYear: '2022-2023',
          part: 'equipment',
          category: 'flotte',
          spentCents: 1_500_000,
          percent: 100,
        },
        { ...third, schoolYear: '2022-2023', part: 'training', category: null, spentCents: 33_333, percent: 100 },
      ],
      problems: [],
    },
    m,
  )
}

/** Each report, of all boards or of one. */
export const REPORTS = { combo, shortfalls, renewal, accountability } as const
