import * as z from '#zod'
import { readCidr } from '../../ingest/reading/values.js'
import { listPlugins } from '../../lib/plugins.js'
import { isExclusion } from '../scan/targets.js'
import { profilesSchema } from './profile-schema.js'
import { AUTH_PROTOCOLS, PRIV_PROTOCOLS } from '../../model/credential.js'
import { FREQUENCIES, LICENCES } from '../../model/publication.js'
import type { Messages } from '../../i18n/translator.js'

// One document is checked a run: compiling checks would cost more than it saves.
z.config({ jitless: true })

/** The configuration's shape, with messages in the user's language. Everything is optional but what a command needs. */
export function configSchema(m: Messages['config']) {
  const code = z
    .string({ error: (issue) => (issue.input === undefined ? undefined : m.codeUnquoted) })
    .regex(/^\d{6}$/, m.codeShape)
  const cidr = z.string().transform((text, context) => {
    const reading = readCidr(text)
    if (reading.fault === null) return reading.cidr
    const message = reading.fault === 'form' ? m.badCidr(text) : m.cidrBits(text, reading.right)
    context.addIssue({ code: 'custom', message })
    return z.NEVER
  })
  const secret = z.union(
    [
      z.strictObject({ env: z.string().min(1) }),
      z.strictObject({ file: z.string().min(1) }),
      z.strictObject({ vault: z.string().min(1) }),
    ],
    { error: m.literalSecret },
  )
  const name = z.string().min(1)
  const scope = z.array(cidr).min(1).optional()
  const community = z.strictObject({
    name,
    version: z.union([
      z.union([z.literal('1'), z.literal(1)]).transform(() => '1' as const),
      z.union([z.literal('2c'), z.literal('2'), z.literal(2)]).transform(() => '2c' as const),
    ]),
    community: secret,
    networks: scope,
  })
  const privProtocol = z
    .enum(PRIV_PROTOCOLS, {
      error: ({ input }) => (typeof input === 'string' ? privMistake(input, m) : undefined),
    })
    .default('aes')
  const usm = z.strictObject({
    name,
    version: z.union([z.literal('3'), z.literal(3)]).transform(() => '3' as const),
    user: z.string().min(1),
    level: z.enum(['noAuthNoPriv', 'authNoPriv', 'authPriv']).default('authPriv'),
    auth: z.strictObject({ protocol: z.enum(AUTH_PROTOCOLS).default('sha256'), key: secret }).optional(),
    priv: z.strictObject({ protocol: privProtocol, key: secret }).optional(),
    context: z.string().default(''),
    networks: scope,
  })
  const credential = z
    .discriminatedUnion('version', [community, usm], { error: m.credentialVersion })
    .superRefine((value, context) => {
      if (value.version !== '3') return
      if (value.level !== 'noAuthNoPriv' && value.auth === undefined) {
        context.addIssue({ code: 'custom', path: ['auth'], message: m.authNeeded(value.level) })
      }
      if (value.level === 'authPriv' && value.priv === undefined) {
        context.addIssue({ code: 'custom', path: ['priv'], message: m.privNeeded })
      }
    })
  const kinds = listPlugins('src/ingest')
  const mapping = z.record(z.string().min(1), z.string().min(1))
  const rate = z.int().min(1)
  const exclusion = z.string().refine((text) => text.startsWith('@') || isExclusion(text), { error: m.badExclusion })
  const network = z.strictObject({
    cidr,
    building: code.optional(),
    role: z.enum(['lan', 'wifi', 'management', 'wan']).optional(),
    packetsPerSecond: rate.optional(),
  })
  return z.strictObject({
    board: z.strictObject({ code, name: z.string().min(1).optional() }).optional(),
    language: z.enum(['fr', 'en']).optional(),
    database: z
      .union([z.string().min(1), z.strictObject({ url: z.string().regex(/^postgres(ql)?:/i), password: secret })], {
        error: m.databaseShape,
      })
      .optional(),
    networks: z
      .array(network)
      .default([])
      .superRefine((networks, context) => {
        const first = new Map<string, number>()
        networks.forEach(({ cidr: text }, index) => {
          if (!first.has(text)) first.set(text, index)
          else context.addIssue({ code: 'custom', path: [index, 'cidr'], message: m.cidrTwice(text) })
        })
      }),
    credentials: z
      .array(credential)
      .default([])
      .superRefine((credentials, context) => {
        const names = credentials.map((each) => each.name)
        names.forEach((each, index) => {
          if (names.indexOf(each) < index) {
            context.addIssue({ code: 'custom', path: [index, 'name'], message: m.credentialTwice(each) })
          }
        })
      }),
    vault: z
      .strictObject({
        file: z.string().min(1).default('./acces.coffre'),
        key: z.strictObject({ file: z.string().min(1) }).optional(),
      })
      .prefault({}),
    scan: z
      .strictObject({
        port: z.int().min(1).max(65535).default(161),
        packetsPerSecond: rate.default(500),
        packetsPerSecondPerNetwork: rate.optional(),
        jitter: z.number().min(0).max(1).default(0.1),
        exclude: z.array(exclusion).default([]),
        perDevice: z.int().min(1).max(8).default(1),
        maxSecondsPerDevice: z.int().min(1).max(86_400).default(300),
        credentialOrder: z.enum(['version', 'configured']).default('version'),
        maxCredentialTries: z.int().min(1).optional(),
        timeoutMs: z.int().min(50).max(60_000).default(1500),
        retries: z.int().min(0).max(10).default(1),
        devicesAtOnce: z.int().min(1).max(5000).default(64),
        acceptOtherSource: z.boolean().default(false),
        endpoints: z.boolean().default(false),
        missesBeforeVanished: z.int().min(1).max(100).default(3),
        blackout: z
          .string()
          .regex(/^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$/, m.badBlackout)
          .optional(),
      })
      .prefault({}),
    history: z.strictObject({ keepDays: z.int().min(1).max(36_500).default(400) }).prefault({}),
    wan: z
      .strictObject({
        interfaces: z
          .array(
            z.strictObject({
              device: z.string().min(1),
              ifName: z.string().min(1),
              link: z.string().min(1).optional(),
            }),
          )
          .default([]),
        aliasPattern: z.string().min(1).refine(isPattern, m.badPattern).optional(),
      })
      .prefault({}),
    bandwidth: z
      .strictObject({
        profile: z.string().min(1).default('ontario-2016'),
        usersPerPupil: z.number().positive().max(100).default(1),
        prices: z
          .array(
            z.strictObject({
              toMbps: z.number().positive().max(1e6),
              cost: z.number().min(0).max(1e9),
              perKm: z.number().min(0).max(1e7).default(0),
            }),
          )
          .default([]),
        profiles: profilesSchema(m),
      })
      .prefault({}),
    equipment: z.strictObject({ rules: z.string().min(1).optional() }).prefault({}),
    publication: z
      .strictObject({
        organisation: z.string().min(1).optional(),
        contact: z.string().min(1).optional(),
        email: z.email(m.badEmail).optional(),
        frequency: z.enum(FREQUENCIES).optional(),
        title: z.string().min(1).optional(),
        licence: z.enum(LICENCES).default('cc-by'),
      })
      .prefault({}),
    map: z
      .strictObject({
        tiles: z
          .strictObject({ url: z.string().refine(isTileUrl, m.badTileUrl), attribution: z.string().min(1) })
          .optional(),
      })
      .prefault({}),
    import: z
      .strictObject({
        mappings: z.partialRecord(z.enum(kinds), mapping).prefault({}),
      })
      .prefault({}),
  })
}

/** An https address, without credentials, that names each tile by `{z}`, `{x}` and `{y}` and by nothing else. */
function isTileUrl(text: string): boolean {
  const bare = text.replace(/\{[zxy]\}/g, '0')
  if (!['{z}', '{x}', '{y}'].every((part) => text.includes(part)) || /[{}\s'";,*]/.test(bare)) return false
  if (!URL.canParse(bare)) return false
  const { protocol, username, password, hostname } = new URL(bare)
  return protocol === 'https:' && username === '' && password === '' && text.startsWith(`https://${hostname}`)
}

function isPattern(text: string): boolean {
  try {
    return new RegExp(text, 'iu').source !== ''
  } catch {
    return false
  }
}

/** What to write instead of a cipher that cannot be spoken, or that says too little; undefined leaves the usual list. */
function privMistake(written: string, m: Messages['config']): string | undefined {
  const plain = written.toLowerCase().replace(/[^a-z0-9]/g, '')
  if (/^(?:aes)?256c?$/.test(plain)) return m.privDerivation(written)
  return /^(?:aes192|192|3des|des3|tripledes)/.test(plain) ? m.privUnknown(written) : undefined
}

export type ConfigValue = z.output<ReturnType<typeof configSchema>>
