import { z } from '#zod'
import type { AllocationRule, AllocationStep } from '../../model/equipment.js'
import { step } from './steps.js'
import { custom, money } from './values.js'

function endsAtSchools(stages: readonly string[]): boolean {
  return ['school', 'board,school'].includes(stages.join(','))
}

/** A reserve first (one at most), then fixed amounts, then what divides the rest. */
function inOrder(steps: readonly AllocationStep[]): boolean {
  const ranks = steps.map(({ kind }) => (kind === 'reserve' ? 0 : kind === 'prorata' ? 2 : 1))
  return ranks.every((rank, i) => i === 0 || (rank > 0 && rank >= (ranks[i - 1] ?? 0)))
}

function givesSomething(steps: readonly AllocationStep[]): boolean {
  return steps.some(({ kind }) => kind !== 'reserve')
}

const TEN_THOUSANDTHS = 10_000

function atMostAll(steps: readonly AllocationStep[]): boolean {
  const parts = steps.map((each) => (each.kind === 'prorata' ? Math.round(each.percent * TEN_THOUSANDTHS) : 0))
  return parts.reduce((total, part) => total + part, 0) <= 100 * TEN_THOUSANDTHS
}

const limit = money.nullable().default(null)

/** How an envelope comes down to schools: the same for equipment and for training. */
export const allocationRule = z
  .strictObject({
    stages: z.array(z.enum(['board', 'school'])).refine(endsAtSchools, custom('stages')),
    beyond: z.enum(['cut', 'refuse']).default('cut'),
    unspent: z.enum(['keep', 'recover', 'ignore']).default('ignore'),
    limits: z.strictObject({ maximumPerSchool: limit, maximumPerPupil: limit, minimumUseful: limit }).prefault({}),
    steps: z
      .array(step)
      .refine(givesSomething, custom('no-step'))
      .refine(inOrder, custom('step-order'))
      .refine(atMostAll, custom('percents')),
  })
  .transform(({ limits, ...rule }): AllocationRule => ({
    ...rule,
    limits: {
      maximumPerSchoolCents: limits.maximumPerSchool,
      maximumPerPupilCents: limits.maximumPerPupil,
      minimumUsefulCents: limits.minimumUseful,
    },
  }))
