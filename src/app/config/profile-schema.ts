import * as z from '#zod'
import type { Messages } from '../../i18n/translator.js'
import type { BandwidthProfile } from '../../model/profile.js'
import { shippedProfiles } from '../shipped-profiles.js'

/** What a map calls the view of a scenario: no standard may be called so. */
const TAKEN = ['scenario']

/** The standards that a configuration adds to those that are shipped, in the same words; what is absent is null. */
export function profilesSchema(m: Messages['config']) {
  const mbps = z.number().positive().max(1e6)
  const bands = z
    .array(z.strictObject({ fromPupils: z.int().min(0), mbpsPerUser: mbps }))
    .superRefine((rows, context) => {
      rows.forEach(({ fromPupils }, index) => {
        const before = rows[index - 1]
        if (before === undefined || before.fromPupils < fromPupils) return
        context.addIssue({ code: 'custom', path: [index, 'fromPupils'], message: m.bandsRise(before.fromPupils) })
      })
    })
  const minimum = z.strictObject({ down: mbps, up: mbps })
  const classes = z
    .strictObject({ goodAboveMbps: mbps, moderateFromMbps: mbps })
    .refine((each) => each.moderateFromMbps <= each.goodAboveMbps, {
      error: m.classesOrder,
      path: ['moderateFromMbps'],
    })
  const profile = z
    .strictObject({
      id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, m.profileId),
      source: z.string().refine((text) => text.trim() !== '', { error: m.profileSource }),
      sizeOf: z.enum(['board', 'school']).default('school'),
      down: bands.default([]),
      up: bands.optional(),
      schoolMinimum: z.strictObject({ primary: minimum, secondary: minimum }).optional(),
      boardMinimumDownMbps: mbps.optional(),
      classes: classes.optional(),
    })
    .superRefine((each, context) => {
      if (each.classes === undefined && each.schoolMinimum === undefined && each.down.length === 0) {
        context.addIssue({ code: 'custom', path: ['id'], message: m.profileEmpty })
      }
      if (each.classes !== undefined && (each.schoolMinimum !== undefined || each.down.length > 0)) {
        context.addIssue({ code: 'custom', path: ['classes'], message: m.profileBoth })
      }
    })
    .transform(({ up, schoolMinimum, boardMinimumDownMbps, classes, ...each }): BandwidthProfile => ({
      ...each,
      up: up === undefined || up.length === 0 ? null : up,
      schoolMinimum: schoolMinimum ?? null,
      boardMinimumDownMbps: boardMinimumDownMbps ?? null,
      classes: classes ?? null,
    }))
  return z
    .array(profile)
    .default([])
    .superRefine((profiles, context) => {
      const taken = new Set(profiles.length === 0 ? [] : [...TAKEN, ...shippedProfiles().map(({ id }) => id)])
      profiles.forEach(({ id }, index) => {
        if (taken.has(id)) context.addIssue({ code: 'custom', path: [index, 'id'], message: m.profileTwice(id) })
        taken.add(id)
      })
    })
}
