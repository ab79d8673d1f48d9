import { z } from '#zod'
import { isSchoolYear } from '../../model/school-year.js'

/** Problems that the types alone cannot see; each is a text of the catalogue. */
export type Custom =
  | 'cents'
  | 'decimals'
  | 'school-year'
  | 'stages'
  | 'no-category'
  | 'no-step'
  | 'step-order'
  | 'percents'
  | 'one-of-two'
  | 'bands'
  | 'km'
  | 'orders'
  | 'floor-above-maximum'
  | 'minimum-above-maximum'
  | 'no-scanned-kinds'
  | 'need-without-cost'
  | 'no-weight'

/** What `refine` takes for one of them. */
export function custom(problem: Custom) {
  return { params: { problem } }
}

const CENTS = 100

/** The largest amounts that a rule may name: sums over a province then stay exact. */
const MOST_DOLLARS = 100_000_000
const MOST_DOLLARS_PER_PUPIL = 100_000

function hasDecimals(value: number, most: number): boolean {
  const scaled = value * 10 ** most
  return Math.abs(scaled - Math.round(scaled)) < 1e-6
}

/** Dollars in the file, whole cents in the rule. */
function dollars(least: number, most: number) {
  return z
    .number()
    .min(least)
    .max(most)
    .refine((value) => hasDecimals(value, 2), custom('cents'))
    .transform((value) => Math.round(value * CENTS))
}

export const money = dollars(0, MOST_DOLLARS)
export const moneyPerPupil = dollars(0, MOST_DOLLARS_PER_PUPIL)
export const signedMoney = dollars(-MOST_DOLLARS, MOST_DOLLARS)
export const signedMoneyPerPupil = dollars(-MOST_DOLLARS_PER_PUPIL, MOST_DOLLARS_PER_PUPIL)

/** More than 0, at most 100, in ten-thousandths at the finest. */
export const percent = z
  .number()
  .positive()
  .max(100)
  .refine((value) => hasDecimals(value, 4), custom('decimals'))

/** A factor on a school's pupils. */
export const factor = z
  .number()
  .positive()
  .max(10)
  .refine((value) => hasDecimals(value, 4), custom('decimals'))

export const schoolYear = z.string().refine(isSchoolYear, custom('school-year'))
