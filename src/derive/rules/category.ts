import { z } from '#zod'
import { DEVICE_KINDS } from '../../model/device.js'
import { COUNT_SOURCES, RATIO_ORDERS, type CategoryRule } from '../../model/equipment.js'
import { SECTORS } from '../../model/organisation.js'
import { custom, money } from './values.js'

const ratio = z.number().positive()
const byOrder = z
  .strictObject(Object.fromEntries(RATIO_ORDERS.map((order) => [order, ratio.optional()])))
  .refine((orders) => Object.keys(orders).length > 0, custom('orders'))
  .transform((orders): CategoryRule['perPupils'] => orders)

const units = z.number().int().min(0)

/** What is due of one category; what the file does not say is as plain as can be. */
export const category = z
  .strictObject({
    floor: units,
    perPupils: z.union([ratio, byOrder]),
    lifeYears: z.number().int().positive(),
    sectors: z.array(z.enum(SECTORS)).min(1).nullable().default(null),
    rounding: z.enum(['up', 'nearest', 'down']).default('up'),
    minimum: units.nullable().default(null),
    maximum: units.nullable().default(null),
    items: z.record(z.string().min(1), z.number().int().positive()).nullable().default(null),
    conditions: z
      .array(z.enum(['good', 'broken']))
      .min(1)
      .default(['good']),
    counts: z.array(z.enum(COUNT_SOURCES)).min(1).default(['lots']),
    scannedKinds: z.array(z.enum(DEVICE_KINDS)).default([]),
    buildings: z.enum(['pupils', 'largest']).default('pupils'),
    unitCost: money.nullable().default(null),
  })
  .refine(({ floor, maximum }) => maximum === null || floor <= maximum, {
    ...custom('floor-above-maximum'),
    path: ['floor'],
  })
  .refine(({ minimum, maximum }) => maximum === null || minimum === null || minimum <= maximum, {
    ...custom('minimum-above-maximum'),
    path: ['minimum'],
  })
  .refine(({ counts, scannedKinds }) => counts.includes('scanned') === scannedKinds.length > 0, {
    ...custom('no-scanned-kinds'),
    path: ['scannedKinds'],
  })
  .transform(({ unitCost, ...rule }): CategoryRule => ({ ...rule, unitCostCents: unitCost }))
