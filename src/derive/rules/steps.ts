import { z } from '#zod'
import type { AllocationStep, ProrataWeights, ScaleBand } from '../../model/equipment.js'
import { custom, factor, money, moneyPerPupil, percent, signedMoney, signedMoneyPerPupil } from './values.js'

/** The key that says what a step is, in the order of the union below. */
export const STEP_KEYS = ['reserve', 'floorPerSchool', 'perPupil', 'basePerBoard', 'slidingScale', 'prorata'] as const

const ministryShare = percent.default(100)

const reserve = z
  .strictObject({
    reserve: z
      .strictObject({ amount: money.optional(), percent: percent.optional() })
      .refine((value) => (value.amount === undefined) !== (value.percent === undefined), custom('one-of-two')),
  })
  .transform(({ reserve: { amount = null, percent: part = null } }): AllocationStep => ({
    kind: 'reserve',
    cents: amount,
    percent: part,
  }))

const floorPerSchool = z.strictObject({ floorPerSchool: money, ministryShare }).transform((step): AllocationStep => ({
  kind: 'floor-per-school',
  cents: step.floorPerSchool,
  ministrySharePercent: step.ministryShare,
}))

const perPupil = z.strictObject({ perPupil: moneyPerPupil, ministryShare }).transform((step): AllocationStep => ({
  kind: 'per-pupil',
  cents: step.perPupil,
  ministrySharePercent: step.ministryShare,
}))

const basePerBoard = z.strictObject({ basePerBoard: money, ministryShare }).transform((step): AllocationStep => ({
  kind: 'base-per-board',
  cents: step.basePerBoard,
  ministrySharePercent: step.ministryShare,
}))

const band = z
  .strictObject({
    upTo: z.number().int().positive(),
    base: signedMoney.default(0),
    perPupil: signedMoneyPerPupil.default(0),
    above: z.number().int().min(0).default(0),
  })
  .transform(({ upTo, base, perPupil: rate, above }): ScaleBand => ({
    ...{ upTo, baseCents: base, perPupilCents: rate, above },
  }))

function rises(values: readonly number[]): boolean {
  return values.every((value, i) => i === 0 || value > (values[i - 1] ?? 0))
}

const slidingScale = z
  .strictObject({
    slidingScale: z.strictObject({
      per: z.enum(['building', 'school']),
      bands: z
        .array(band)
        .min(1)
        .refine((bands) => rises(bands.map(({ upTo }) => upTo)), custom('bands')),
    }),
    ministryShare,
  })
  .transform((step): AllocationStep => ({
    kind: 'sliding-scale',
    ...step.slidingScale,
    ministrySharePercent: step.ministryShare,
  }))

const weights = z
  .strictObject({
    deprivation: z
      .strictObject({
        index: z.enum(['imse', 'sfr']),
        deciles: z
          .record(z.string().regex(/^([1-9]|10)$/), factor)
          .refine((deciles) => Object.keys(deciles).length > 0, custom('no-weight')),
      })
      .nullable()
      .default(null),
    remoteness: z
      .strictObject({
        regions: z.record(z.string().min(1), factor).default({}),
        beyondKm: z
          .array(z.strictObject({ km: z.number().positive(), factor }))
          .refine((bands) => rises(bands.map(({ km }) => km)), custom('km'))
          .default([]),
      })
      .refine(({ regions, beyondKm }) => Object.keys(regions).length + beyondKm.length > 0, custom('no-weight'))
      .nullable()
      .default(null),
    smallSchool: z.strictObject({ upTo: z.number().int().positive(), factor }).nullable().default(null),
    specialStatus: factor.nullable().default(null),
  })
  .transform((value): ProrataWeights => value)

const NO_WEIGHTS: ProrataWeights = { deprivation: null, remoteness: null, smallSchool: null, specialStatus: null }

const prorata = z
  .strictObject({
    prorata: z.strictObject({
      by: z.enum(['pupils', 'need']),
      percent: percent.default(100),
      weights: weights.default(NO_WEIGHTS),
    }),
  })
  .transform((step): AllocationStep => ({ kind: 'prorata', ...step.prorata }))

/** One block of a rule: its key says which. */
export const step = z.union([reserve, floorPerSchool, perPupil, basePerBoard, slidingScale, prorata])
