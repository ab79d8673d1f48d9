import { z } from '#zod'
import type { AllocationRule, EquipmentRules } from '../model/equipment.js'
import { SECTORS } from '../model/organisation.js'
import type { Messages } from '../i18n/translator.js'
import { allocationRule } from './rules/allocation-rule.js'
import { category } from './rules/category.js'
import { STEP_KEYS } from './rules/steps.js'
import { custom, schoolYear, type Custom } from './rules/values.js'

/** What is wrong at one place of a rule file. `path` leads to the place; the reader of the file finds its line. */
export interface RuleProblem {
  readonly path: readonly (string | number)[]
  /** In the user's language: what is expected, what came, what to do. */
  readonly message: string
}

function sharesByNeed(rule: AllocationRule | null): boolean {
  return rule?.steps.some((step) => step.kind === 'prorata' && step.by === 'need') ?? false
}

const rulesFile = z
  .strictObject({
    id: z.string().min(1),
    version: z.string().min(1).nullable().default(null),
    source: z.string().min(1),
    schoolYear,
    enrolment: z.enum(['current', 'previous']).default('current'),
    eligible: z.strictObject({ sectors: z.array(z.enum(SECTORS)).min(1), excludeVocationalOnly: z.boolean() }),
    categories: z
      .record(z.string().regex(/^[a-z]+(-[a-z]+)*$/), category)
      .refine((categories) => Object.keys(categories).length > 0, custom('no-category')),
    progression: z.record(schoolYear, z.number().min(0).max(1)),
    allocation: allocationRule,
    training: allocationRule.nullable().default(null),
  })
  .superRefine(({ categories, allocation, training }, context) => {
    if (!sharesByNeed(allocation) && !sharesByNeed(training)) return
    for (const [name, { unitCostCents }] of Object.entries(categories)) {
      if (unitCostCents === null)
        context.addIssue({ code: 'custom', path: ['categories', name], ...custom('need-without-cost') })
    }
  })
  .transform((rules): EquipmentRules => rules)

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
      return rules[issue.path.at(-1) === 'perPupils' ? 'ratio' : 'step'](STEP_KEYS.join(', '))
    case 'invalid_key':
      return keyMessage(issue.path, rules)
    case 'custom':
      return rules[(issue.params as { readonly problem: Custom }).problem]
    case 'invalid_format':
    case 'invalid_element':
    case 'not_multiple_of':
    default:
      return rules['invalid']
  }
}

function keyMessage(path: readonly PropertyKey[], rules: Messages['rules']): string {
  if (path[0] === 'progression') return rules['school-year']
  if (path.includes('deciles')) return rules['decile']
  return path.includes('items') || path.includes('regions') ? rules['empty'] : rules['category-name']
}

/** The issues of what was meant: of the step whose key is there, or of the shape that came; else the one that says what there is. */
function meant(issue: Issue): readonly Issue[] {
  if (issue.code !== 'invalid_union') return [issue]
  const { input } = issue
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return [issue]
  const key = STEP_KEYS.findIndex((each) => Object.hasOwn(input, each))
  const isRatio = issue.path.at(-1) === 'perPupils'
  const inside = isRatio ? issue.errors.at(-1) : key < 0 ? undefined : issue.errors[key]
  return inside?.map((one) => ({ ...one, path: [...issue.path, ...one.path] })).flatMap(meant) ?? [issue]
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
