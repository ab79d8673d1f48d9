import { existsSync } from 'node:fs'
import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { Option } from '#commander'
import type { RecordResult } from '../../app/record.js'
import { printable } from '../../lib/text.js'
import { UserError } from '../../model/errors.js'
import type { Reason } from '../../model/outcome.js'
import { defineCommand, type Context, type Options } from '../command.js'
import { EXIT, type ExitCode } from '../exit-codes.js'
import { addExample } from '../help.js'
import { flagOption, textOption } from '../options.js'

/** What of the command line says where the recording goes. */
interface Asked {
  readonly address: string
  /** Null: under the address that stands for the device, which is not known yet. */
  readonly path: string | null
  readonly force: boolean
  readonly json: boolean
}

export default defineCommand({
  name: 'record',
  alias: 'enregistrer',
  summary: (m) => m.recording.summary,
  define: (command, m) => {
    command
      .argument(`<${m.placeholders.address}>`, m.recording.addressArgument)
      .option(`--out <${m.placeholders.file}>`, m.recording.outOption)
      .option('--anonymise', m.recording.anonymiseOption)
      .option(`--key-file <${m.placeholders.file}>`, m.recording.keyFileOption)
      .option(`--subtree <${m.placeholders.oid}...>`, m.recording.subtreeOption)
      .addOption(new Option('--all', m.recording.allOption).conflicts('subtree'))
      .option('--force', m.recording.forceOption)
      .option('--json', m.cli.jsonOption)
    addExample(command, m, '10.20.0.5 --anonymise')
  },
  endsCleanly: true,
  run: async (context, [address = ''], options) => {
    const { m, out, signal } = context
    const asked = await askedOf(context, address, options)
    const subtrees = await subtreesOf(options, context)
    const config = await context.config()
    if (config.credentials.length === 0) throw new UserError(m.scan.noCredentials, m.scan.noCredentialsHint)
    const { resolveCredentials } = await import('../../app/config/credentials.js')
    const { record } = await import('../../app/record.js')
    const { secretHost } = await import('../prompt.js')
    const credentials = await resolveCredentials(await secretHost(context))
    const anonymiseKey = await keyOf(options, context)
    const startedAt = new Date().toISOString()
    const result = await record(config, {
      address,
      credentials,
      subtrees,
      anonymiseKey,
      signal,
      progress: (objects) => out.progress(m.recording.progress(printable(address), m.format.number(objects))),
    })
    out.progress('')
    if ('code' in result) return notRead(context, asked, result)
    const path = await write(context, asked, result)
    if (asked.json) await out.print(`${JSON.stringify(summaryOf(asked, path, result, startedAt))}\n`)
    tell(context, path, result)
    if (signal.aborted) return EXIT.interrupted
    return result.reason === null && (result.anonymised?.changed.length ?? 0) === 0 ? EXIT.done : EXIT.incomplete
  },
})

/** @throws UserError when the address is none, or the file is there already. */
async function askedOf({ m, cwd }: Context, address: string, options: Options): Promise<Asked> {
  if (isIP(address) === 0) {
    throw new UserError(m.recording.badAddress(printable(address)), m.recording.badAddressHint, { usage: true })
  }
  if (textOption(options, 'keyFile') !== undefined && !flagOption(options, 'anonymise')) {
    throw new UserError(m.recording.keyFileAlone, m.recording.keyFileAloneHint, { usage: true })
  }
  const { recordingName } = await import('../../app/replay.js')
  const file = textOption(options, 'out') ?? (flagOption(options, 'anonymise') ? null : recordingName(address))
  const path = file === null ? null : resolve(cwd, file)
  const force = flagOption(options, 'force')
  if (path !== null && !force) refuseExisting(path, m)
  return { address, path, force, json: flagOption(options, 'json') }
}

function refuseExisting(path: string, m: Context['m']): void {
  if (existsSync(path)) throw new UserError(m.recording.exists(printable(path)), m.recording.existsHint)
}

async function subtreesOf(options: Options, { m }: Context): Promise<readonly string[] | null> {
  const { ALL_SUBTREES } = await import('../../app/record.js')
  if (flagOption(options, 'all')) return ALL_SUBTREES
  const { subtree } = options
  if (!Array.isArray(subtree)) return null
  const { parseOid } = await import('../../../collectors/snmp/replay/snmprec.js')
  return subtree.map(String).map((text) => {
    const oid = parseOid(text)
    if (oid === null) throw new UserError(m.recording.badOid(printable(text)), m.recording.badOidHint, { usage: true })
    return oid
  })
}

/** The key of the replacements: a file's, made when it is not there, else one for this recording alone. */
async function keyOf(options: Options, { cwd, env, m }: Context): Promise<Buffer | null> {
  if (!flagOption(options, 'anonymise')) return null
  const { anonymiseKey } = await import('../../app/record-key.js')
  const file = textOption(options, 'keyFile')
  return anonymiseKey(file === undefined ? null : resolve(cwd, file), env, m)
}

async function write({ m, cwd }: Context, { path, address, force }: Asked, result: RecordResult): Promise<string> {
  const { recordingText } = await import('../../app/record.js')
  const { recordingName } = await import('../../app/replay.js')
  const { writeFilePrivately } = await import('../../lib/files.js')
  const whole = path ?? resolve(cwd, recordingName(result.anonymised?.address ?? address))
  if (!force) refuseExisting(whole, m)
  await writeFilePrivately(whole, recordingText(result.recording))
  return whole
}

async function notRead({ m, out, signal }: Context, { address, json }: Asked, reason: Reason): Promise<ExitCode> {
  if (json) {
    await out.print(`${JSON.stringify({ address, file: null, status: 'failed', reasonCode: reason.code })}\n`)
  }
  out.notice(m.cli.failure(m.recording.notRead(printable(address), m.reasons[reason.code])))
  return signal.aborted ? EXIT.interrupted : EXIT.failed
}

function summaryOf({ address }: Asked, file: string, result: RecordResult, startedAt: string) {
  const { recording, reason, credential, reading, anonymised, packetsSent, bytesSent } = result
  const { vendor, model, osName, osVersion, kind, interfaces, neighbours, vlans } = reading
  const [status, reasonCode, during] =
    reason === null ? (['answered', null, null] as const) : (['partial', reason.code, reason.during] as const)
  const read = { vendor, model, osName, osVersion, kind }
  const counts = { interfaces: interfaces.length, neighbours: neighbours.length, vlans: vlans.length }
  const times = { startedAt, endedAt: new Date().toISOString() }
  const recorded = { objects: recording.varbinds.length, anonymised: anonymised !== null }
  const readDifferently = anonymised?.changed ?? []
  const cost = { packetsSent, bytesSent }
  return {
    address,
    file,
    status,
    reasonCode,
    during,
    credential,
    ...recorded,
    readDifferently,
    ...read,
    ...counts,
    ...cost,
    ...times,
  }
}

/** What was recorded, for people. */
function tell({ m, out, signal }: Context, path: string, result: RecordResult): void {
  const { recording, reason, reading, anonymised } = result
  const named = [reading.vendor, reading.model, reading.osVersion].filter((word) => word !== null).map(printable)
  out.notice(m.recording.recorded(m.format.number(recording.varbinds.length), printable(path)))
  out.notice(m.recording.readAs(named.length === 0 ? m.recording.unnamed : named.join(' ')))
  if (signal.aborted) out.notice(m.recording.interrupted)
  else if (reason !== null) {
    out.notice(m.recording.partial(m.reasons[reason.code], reason.during === null ? null : printable(reason.during)))
  }
  if (anonymised === null) return out.notice(m.recording.holdsNames)
  out.notice(m.recording.lookFirst)
  if (anonymised.changed.length > 0) out.notice(m.recording.readDifferently(anonymised.changed.join(', ')))
}
