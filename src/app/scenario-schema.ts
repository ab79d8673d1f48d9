import * as z from '#zod'
import type { Messages } from '../i18n/translator.js'
import { isSchoolYear } from '../model/school-year.js'
import { LINK_STATUSES, MEDIA } from '../model/wan-link.js'

/** Québec with a margin, in degrees. */
const EXTENT = { west: -80, east: -57, south: 44.9, north: 63 } as const

const ORDERS = ['preschool', 'primary', 'secondary', 'vocational', 'adult'] as const

/** The shape of a scenario's file, with messages in the user's language. */
export function scenarioSchema(m: Messages) {
  const code = z
    .string({ error: (issue) => (issue.input === undefined ? undefined : m.config.codeUnquoted) })
    .regex(/^\d{6}$/, m.config.codeShape)
  const id = z.string({ error: (issue) => (issue.input === undefined ? undefined : m.scenario.idText) }).min(1)
  const pupils = z.int().min(0).max(100_000)
  const mbps = z.number().min(0).max(1e6)
  const day = z.string().refine(isDay, { error: m.scenario.badDay })
  const coordinates = z
    .array(z.number())
    .refine(
      ([lon = 0, lat = 0, ...more]) =>
        more.length === 0 && lon >= EXTENT.west && lon <= EXTENT.east && lat >= EXTENT.south && lat <= EXTENT.north,
      { error: m.scenario.badCoordinates },
    )
    .transform(([lon = 0, lat = 0]) => [lon, lat] as const)
  return z.strictObject({
    name: z.string().min(1).optional(),
    year: z.string().refine(isSchoolYear, { error: m.scenario.badYear }).optional(),
    growth: z.number().positive().max(10).default(1),
    pupils: z
      .record(code, pupils, { error: ({ code: issue }) => (issue === 'invalid_key' ? m.config.codeShape : undefined) })
      .default({}),
    inServiceOn: day.optional(),
    planned: z
      .union([z.literal(true), z.array(z.union([id, z.strictObject({ link: id, on: day })]))], {
        error: m.scenario.badPlanned,
      })
      .default([]),
    links: z
      .array(
        z.strictObject({
          id,
          a: id.optional(),
          b: id.optional(),
          capacityMbps: mbps.optional(),
          capacityDownMbps: mbps.optional(),
          capacityUpMbps: mbps.optional(),
          medium: z.enum(MEDIA).optional(),
          role: z.enum(['primary', 'backup']).optional(),
          status: z.enum(LINK_STATUSES).optional(),
        }),
      )
      .default([]),
    closed: z.array(z.strictObject({ school: code, pupilsTo: code.optional() })).default([]),
    opened: z
      .array(
        z.strictObject({
          school: z.strictObject({
            code,
            name: z.string().min(1),
            board: code,
            orders: z.array(z.enum(ORDERS)).min(1),
          }),
          building: z.union(
            [
              code,
              z.strictObject({
                code,
                coordinates,
                name: z.string().min(1).optional(),
                municipality: z.string().min(1).optional(),
                region: z.string().min(1).optional(),
              }),
            ],
            { error: m.scenario.badBuilding },
          ),
          pupils,
        }),
      )
      .default([]),
  })
}

export type ScenarioFile = z.output<ReturnType<typeof scenarioSchema>>

/** True for a day that there is, `2027-09-01`. */
function isDay(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text)
  )
}
