import type { Component } from '../../../src/model/device.js'
import { defineTable, type Rows } from '../wire/table.js'
import { integer } from '../wire/value.js'

/** ENTITY-STATE-MIB, RFC 4268. Index: entPhysicalIndex. */
export const entStateTable = defineTable('ENTITY-STATE-MIB::entStateEntry', '1.3.6.1.2.1.131.1.1.1', {
  entStateOper: 3,
})

/** EntityOperState by number; `unknown` (1) is as good as not told. */
const STATES = [null, null, 'disabled', 'enabled', 'testing'] as const

/** The components with the state of those that tell one. */
export function withStates(components: readonly Component[], rows: Rows<'entStateOper'>): Component[] {
  return components.map((component) => {
    const row = rows.get(String(component.entPhysicalIndex))
    return { ...component, operState: STATES[integer(row?.entStateOper) ?? 0] ?? null }
  })
}
