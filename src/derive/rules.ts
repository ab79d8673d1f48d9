import { z } from '#zod'
import type {
  AllocationRule,
  AllocationStep,
  CategoryRule,
  EquipmentRules,
  ProrataWeights,
} from '../model/equipment.js'
import { SECTORS } from '../model/organisation.js'
import { isSchoolYear } from '../model/school-year.js'
import type { Messages } from '../i18n/translator.js'

/** What is wrong at one place of a rule file. `path` leads to the place; the reader of the file finds its line. */
export interface RuleProblem {
  readonly path: readonly (string | number)[]
  /** In the user's language: what is expected, what came, what to do. */
  readonly message: string
}

/** Problems that the types alone cannot see; each is a text of the catalogue. */
type Custom = 'cents' | 'school-year' | 'stages' | 'steps' | 'no-category'

function custom(problem: Custom) {
  return { params: { problem } }
}

const CENTS = 100

function isWholeCents(dollars: number): boolean {
  return Math.abs(dollars * CENTS - Math.round(dollars * CENTS)) < 1e-6
}

/** A category whose rule says no more than floor, ratio and life. */
const PLAIN_CATEGORY: Omit<CategoryRule, 'floor' | 'perPupils' | 'lifeYears'> = {
  ...{ sectors: null, rounding: 'up', minimum: null, maximum: null, items: null, conditions: ['good'] },
  ...{ counts: ['lots'], scannedKinds: [], buildings: 'pupils', unitCostCents: null },
}

const NO_WEIGHTS: ProrataWeights = { deprivation: null, remoteness: null, smallSchool: null, specialStatus: null }

const schoolYear = z.string().refine(isSchoolYear, custom('school-year'))

const category = z
  .strictObject({
    floor: z.number().int().min(0),
    perPupils: z.number().positive(),
    lifeYears: z.number().int().positive(),
  })
  .transform((rule): CategoryRule => ({ ...PLAIN_CATEGORY, ...rule }))

const floorStep = z
  .strictObject({ floorPerSchool: z.number().min(0).refine(isWholeCents, custom('cents')) })
  .transform((step): AllocationStep => ({
    kind: 'floor-per-school',
    cents: Math.round(step.floorPerSchool * CENTS),
    ministrySharePercent: 100,
  }))

const prorataStep = z
  .strictObject({ prorata: z.strictObject({ by: z.literal('pupils') }) })
  .transform(({ prorata }): AllocationStep => ({ kind: 'prorata', ...prorata, percent: 100, weights: NO_WEIGHTS }))

function endsInProrata(steps: readonly AllocationStep[]): boolean {
  return steps.findIndex(({ kind }) => kind === 'prorata') === steps.length - 1
}

function endsAtSchools(stages: readonly string[]): boolean {
  return ['school', 'board,school'].includes(stages.join(','))
}

const rulesFile = z
  .strictObject({
    id: z.string().min(1),
    source: z.string().min(1),
    schoolYear,
    eligible: z.strictObject({ sectors: z.array(z.enum(SECTORS)).min(1), excludeVocationalOnly: z.boolean() }),
    categories: z
      .record(z.string().regex(/^[a-z]+(-[a-z]+)*$/), category)
      .refine((categories) => Object.keys(categories).length > 0, custom('no-category')),
    progression: z.record(schoolYear, z.number().min(0).max(1)),
    allocation: z
      .strictObject({
        stages: z.array(z.enum(['board', 'school'])).refine(endsAtSchools, custom('stages')),
        steps: z.array(z.union([floorStep, prorataStep])).refine(endsInProrata, custom('steps')),
      })
      .transform(({ stages, steps }): AllocationRule => ({
        ...{ stages, steps, beyond: 'cut', unspent: 'ignore' },
        limits: { maximumPerSchoolCents: null, maximumPerPupilCents: null, minimumUsefulCents: null },
      })),
  })
  .transform((rules): EquipmentRules => ({ ...rules, version: null, enrolment: 'current', training: null }))

type Issue = z.core.$ZodIssue

function messageOf(issue: Issue, { rules, format }: Messages): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? rules['missing']
        : rules['type'](issue.expected === 'int' ? 'integer' : issue.expected)
    case 'unrecognized_keys':
      return rules['unknown-keys'](issue.keys.join(', '))
    case 'invalid_value':
      return issue.input === undefined ? rules['missing'] : rules['one-of'](issue.values.map(String).join(', '))
    case 'too_small':
      if (issue.origin === 'string' || issue.origin === 'array') return rules['empty']
      return rules[issue.inclusive ? 'at-least' : 'more-than'](format.number(Number(issue.minimum)))
    case 'too_big':
      return rules['at-most'](format.number(Number(issue.maximum)))
    case 'invalid_union':
      return rules['step']
    case 'invalid_key':
      return rules[issue.path[0] === 'categories' ? 'category-name' : 'school-year']
    case 'custom':
      return rules[(issue.params as { readonly problem: Custom }).problem]
    case 'invalid_format':
    case 'invalid_element':
    case 'not_multiple_of':
    default:
      return rules['invalid']
  }
}

/** The issues of the kind of step that was meant (its key is there), else the one that says what a step is. */
function meant(issue: Issue): readonly Issue[] {
  if (issue.code !== 'invalid_union') return [issue]
  const inside = issue.errors.find((branch) => branch.every((one) => one.path.length > 0 && one.input !== undefined))
  return inside?.map((one) => ({ ...one, path: [...issue.path, ...one.path] })) ?? [issue]
}

/**
 * Checks what a rule file holds, once parsed. Money is dollars in the file and whole cents in the rules; all problems
 * are gathered, in the order of the file's description.
 */
export function checkRules(
  value: unknown,
  messages: Messages,
): { readonly rules: EquipmentRules } | { readonly problems: readonly RuleProblem[] } {
  const checked = rulesFile.safeParse(value, { reportInput: true })
  if (checked.success) return { rules: checked.data }
  const problems = checked.error.issues.flatMap(meant).map((issue) => ({
    path: issue.path.map((key) => (typeof key === 'number' ? key : String(key))),
    message: messageOf(issue, messages),
  }))
  return { problems }
}
