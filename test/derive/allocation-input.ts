import { readFileSync } from 'node:fs'
import { parse } from '#yaml'
import { NO_FACTS, type AllocationInput } from '../../src/derive/allocation.js'
import { checkRules } from '../../src/derive/rules.js'
import { messagesFor } from '../../src/i18n/translator.js'
import { shipped } from '../../src/lib/paths.js'
import type { AllocationResult } from '../../src/model/allocation.js'
import type { EquipmentRules } from '../../src/model/equipment.js'
import { primary, pupils, school } from './network.js'

/** Schools of `[board, pupils]` by code; null pupils are unknown. */
export type Schools = Readonly<Record<string, readonly [board: string, pupils: number | null]>>

/** What shares an envelope among a few schools of 2018-2019; `more` over it. */
export function allocationInput(
  schools: Schools,
  envelopeCents: number | null,
  rules: EquipmentRules,
  more: Partial<AllocationInput> = {},
): AllocationInput {
  return {
    ...NO_FACTS,
    part: 'equipment',
    schools: Object.entries(schools).map(([code, [board]]) => school(code, primary, board)),
    enrolment: Object.entries(schools).flatMap(([code, [, count]]) => (count === null ? [] : [pupils(code, count)])),
    rules,
    schoolYear: '2018-2019',
    envelopeCents,
    ...more,
  }
}

/** One of the rule files that are shipped, as it is read. */
export function shippedRule(name: string): EquipmentRules {
  const text = readFileSync(shipped('data', 'samples', 'regles', `${name}.yaml`), 'utf8')
  const checked = checkRules(parse(text) as unknown, messagesFor('en'))
  if ('rules' in checked) return checked.rules
  throw new Error(checked.problems.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'))
}

/** School → cents. */
export function amounts(result: AllocationResult): Record<string, number> {
  return Object.fromEntries(result.allocations.map((line) => [line.school, line.amountCents]))
}

/** With ordinary spaces, as a person types them. */
export function plain(text: string | undefined): string | undefined {
  return text?.replace(/[\u00a0\u202f]/g, ' ')
}
