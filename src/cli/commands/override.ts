import { Argument, Option } from '#commander'
import type { OverrideResult, RemovalRequest } from '../../app/overrides.js'
import { DEVICE_KINDS } from '../../model/device.js'
import { UserError } from '../../model/errors.js'
import { OVERRIDE_FIELDS, OVERRIDE_NOUNS, type OverrideField, type OverrideNoun } from '../../model/override.js'
import type { OverrideRow } from '../../model/rows.js'
import type { Messages } from '../../i18n/translator.js'
import { defineCommand, type Context, type Options } from '../command.js'
import { EXIT } from '../exit-codes.js'
import { addExample } from '../help.js'
import { flagOption, textOption } from '../options.js'
import { personName } from '../person.js'

/** What the first word may be beside a noun, in both languages. */
const VERBS = { list: 'list', lister: 'list', remove: 'remove', retirer: 'remove' } as const
type Verb = (typeof VERBS)[keyof typeof VERBS]

/** Flags of the fields, as they are written; a position takes two. */
const FLAGS: Readonly<Record<OverrideField, readonly string[]>> = {
  model: ['model'],
  kind: ['kind'],
  building: ['building'],
  name: ['name'],
  coordinates: ['lon', 'lat'],
  ignore: ['ignore'],
}
const OTHERS: Readonly<Record<OverrideNoun | Verb, readonly string[]>> = {
  device: ['why', 'who', 'dryRun', 'json'],
  building: ['why', 'who', 'dryRun', 'json'],
  link: ['why', 'who', 'dryRun', 'json'],
  'wan-link': ['why', 'who', 'dryRun', 'json'],
  list: ['all', 'json'],
  remove: ['who', 'dryRun', 'json'],
}

function isNoun(word: string): word is OverrideNoun {
  return OVERRIDE_NOUNS.some((noun) => noun === word)
}

const written = (flag: string): string => `--${flag === 'dryRun' ? 'dry-run' : flag}`

/** Refuses an option that says nothing of what is asked, and a value without a word in it. @throws UserError */
function checkOptions(what: OverrideNoun | Verb, options: Options, m: Messages): void {
  const fields = isNoun(what) ? OVERRIDE_FIELDS[what].flatMap((field) => FLAGS[field]) : []
  const fit = [...fields, ...OTHERS[what]]
  const all = new Set([...Object.values(FLAGS), ...Object.values(OTHERS)].flat())
  for (const flag of all) {
    const value = options[flag]
    if (value === undefined) continue
    if (!fit.includes(flag)) {
      const hint = m.overrides.fieldsHint(what, fit.map(written).join(', '))
      throw new UserError(m.overrides.optionUnfit(written(flag), what), hint, { usage: true })
    }
    if (typeof value === 'string' && value.trim() === '') {
      throw new UserError(m.overrides.emptyOption(written(flag)), m.overrides.emptyHint, { usage: true })
    }
  }
}

async function say(context: Context, noun: OverrideNoun, words: readonly string[], options: Options): Promise<void> {
  const { m, out, env } = context
  const [thing, ...more] = words
  if (thing === undefined) throw new UserError(m.overrides.thingMissing(noun), m.cli.usageHint, { usage: true })
  if (more.length > 0) {
    throw new UserError(m.overrides.oneThing(more.join(' ')), m.overrides.oneThingHint, { usage: true })
  }
  const why = textOption(options, 'why')?.trim()
  const { coordinatesValue, override } = await import('../../app/overrides.js')
  const { withSession } = await import('../../app/session.js')
  const lon = textOption(options, 'lon')
  const lat = textOption(options, 'lat')
  const given: Partial<Record<OverrideField, string | undefined>> = {
    model: textOption(options, 'model')?.trim(),
    kind: textOption(options, 'kind'),
    building: textOption(options, 'building')?.trim(),
    name: textOption(options, 'name')?.trim(),
    coordinates: lon === undefined && lat === undefined ? undefined : coordinatesValue(lon, lat, m),
    ignore: flagOption(options, 'ignore') ? 'true' : undefined,
  }
  const fields = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
  if (Object.keys(fields).length === 0) {
    const flags = OVERRIDE_FIELDS[noun].flatMap((field) => FLAGS[field]).map(written)
    throw new UserError(m.overrides.nothingToSay, m.overrides.fieldsHint(noun, flags.join(', ')), { usage: true })
  }
  if (why === undefined) throw new UserError(m.overrides.whyMissing, m.overrides.whyHint, { usage: true })
  const dryRun = flagOption(options, 'dryRun')
  await withSession(context, 'read', async (session) => {
    const who = personName(textOption(options, 'who'), env, m)
    const result = await override(session, { noun, thing, fields, why, who, dryRun })
    await printChanges(context, options, result.said)
    tell(context, result)
    const isNew = result.said.length > result.before.length
    if (dryRun || isNew) out.notice(dryRun ? m.overrides.tried : m.overrides.written)
  })
}

/** What is worth knowing of what was just said. */
function tell({ m, out }: Context, { said, before, schoolsLeftOut }: OverrideResult): void {
  for (const { field, read, value } of said) {
    const name = m.overrides[`field-${field}`]
    if (before.includes(field)) out.notice(m.overrides.already(name))
    else if (read === value) out.notice(m.overrides.sameAsRead(name))
  }
  if (schoolsLeftOut.length > 0) out.notice(m.overrides.schoolsLeftOut(schoolsLeftOut.join(', ')))
}

async function printChanges({ m, out }: Context, options: Options, rows: readonly OverrideRow[]): Promise<void> {
  if (flagOption(options, 'json')) return out.print(`${JSON.stringify(rows, null, 2)}\n`)
  const { changeText, thingText } = await import('../../app/override-texts.js')
  for (const row of rows) await out.print(`${m.overrides.of(thingText(row, m), changeText(row, m))}\n`)
}

function removalOf(words: readonly string[], m: Messages): RemovalRequest {
  const [first = '', thing, field, ...more] = words
  if (words.length > 0 && words.every((word) => /^\d{1,15}$/.test(word))) return { ids: words.map(Number) }
  if (!isNoun(first) || thing === undefined || more.length > 0) {
    throw new UserError(m.overrides.removeWhat, m.overrides.noSuchHint, { usage: true })
  }
  const known: readonly string[] = OVERRIDE_FIELDS[first]
  if (field !== undefined && !known.includes(field)) {
    const hint = m.overrides.fieldsHint(first, known.join(', '))
    throw new UserError(m.overrides.unknownField(field, first), hint, { usage: true })
  }
  return { noun: first, thing, field: (field as OverrideField | undefined) ?? null }
}

async function remove(context: Context, words: readonly string[], options: Options): Promise<void> {
  const { m, out, env } = context
  const request = removalOf(words, m)
  const { removeSaid } = await import('../../app/overrides.js')
  const { withSession } = await import('../../app/session.js')
  const dryRun = flagOption(options, 'dryRun')
  await withSession(context, 'read', async (session) => {
    const who = personName(textOption(options, 'who'), env, m)
    await printChanges(context, options, await removeSaid(session, request, { who, dryRun }))
    out.notice(dryRun ? m.overrides.tried : m.overrides.removed)
  })
}

async function list(context: Context, words: readonly string[], options: Options): Promise<void> {
  const { m, out } = context
  if (words.length > 0) throw new UserError(m.cli.excessArguments, m.cli.usageHint, { usage: true })
  const { overrideRows } = await import('../../app/overrides.js')
  const { overrideLines } = await import('../../app/override-texts.js')
  const { withSession } = await import('../../app/session.js')
  await withSession(context, 'read', async (session) => {
    const rows = await overrideRows(session, { removedToo: flagOption(options, 'all') })
    if (flagOption(options, 'json')) return out.print(`${JSON.stringify(rows, null, 2)}\n`)
    if (rows.length === 0) out.notice(m.overrides.none)
    for (const line of overrideLines(rows, m)) await out.print(`${line}\n`)
  })
}

export default defineCommand({
  name: 'override',
  alias: 'corriger',
  summary: (m) => m.overrides.summary,
  define: (command, m) => {
    const words = [...OVERRIDE_NOUNS, ...Object.keys(VERBS)]
    command
      .usage(m.overrides.usage)
      .addArgument(new Argument(`<${m.placeholders.what}>`, m.overrides.verbArgument).choices(words))
      .argument(`[${m.placeholders.thing}...]`, m.overrides.thingArgument)
      .option(`--model <${m.placeholders.text}>`, m.overrides.modelOption)
      .addOption(new Option(`--kind <${m.placeholders.kind}>`, m.overrides.kindOption).choices(DEVICE_KINDS))
      .option(`--building <${m.placeholders.code}>`, m.overrides.buildingOption)
      .option(`--name <${m.placeholders.text}>`, m.overrides.nameOption)
      .option(`--lon <${m.placeholders.degrees}>`, m.overrides.lonOption)
      .option(`--lat <${m.placeholders.degrees}>`, m.overrides.latOption)
      .option('--ignore', m.overrides.ignoreOption)
      .option(`--why <${m.placeholders.text}>`, m.overrides.whyOption)
      .option(`--who <${m.placeholders.text}>`, m.overrides.whoOption)
      .option('--all', m.overrides.allOption)
      .option('--json', m.cli.jsonOption)
      .option('--dry-run', m.overrides.dryRunOption)
    addExample(command, m, m.overrides.example)
  },
  run: async (context, [what = '', ...words], options) => {
    const asked = isNoun(what) ? what : VERBS[what as keyof typeof VERBS]
    checkOptions(asked, options, context.m)
    if (asked === 'list') await list(context, words, options)
    else if (asked === 'remove') await remove(context, words, options)
    else await say(context, asked, words, options)
    return EXIT.done
  },
})
