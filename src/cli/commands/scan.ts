import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { resolveCredentials } from '../../app/config/credentials.js'
import type { Config } from '../../app/config/load.js'
import { withSession, type Session } from '../../app/session.js'
import { countAddresses, parseTargets } from '../../app/targets.js'
import type { Messages } from '../../i18n/translator.js'
import { UserError } from '../../model/errors.js'
import type { ScanSummary } from '../../model/records.js'
import { defineCommand, type Context } from '../command.js'
import { EXIT, type ExitCode } from '../exit-codes.js'
import { flagOption, textOption } from '../options.js'

export default defineCommand({
  name: 'scan',
  alias: 'balayer',
  summary: (m) => m.scan.summary,
  define: (command, m) => {
    command
      .option('--targets <list>', m.scan.targetsOption)
      .option('--no-ping', m.scan.noPingOption)
      .option('--dry-run', m.scan.dryRunOption)
      .option('--json', m.cli.jsonOption)
      .addHelpText('after', `\n${m.cli.example('cartable scan --targets 10.20.0.0/24')}`)
  },
  run: async (context, _args, options) => {
    const { m, out, env, cwd, signal } = context
    const config = await context.config()
    if (config.credentials.length === 0) throw new UserError(m.scan.noCredentials, m.scan.noCredentialsHint)
    const { scan } = await import('../../app/scan.js')
    return withSession(config, m, true, async (session) => {
      const written = await targetsText(textOption(options, 'targets'), cwd, config, session, m)
      const ranges = parseTargets(written, m.scan)
      if (flagOption(options, 'dryRun')) {
        const names = config.credentials.map(({ name }) => name).join(', ')
        out.notice(m.scan.wouldAsk(m.format.number(countAddresses(ranges)), names))
        return EXIT.done
      }
      const credentials = resolveCredentials(config, env, m.config)
      const summary = await scan(session, {
        ranges,
        written,
        credentials,
        ping: options['ping'] !== false,
        signal,
        progress: ({ asked, addresses, answered, failed }) => {
          const [a = '', b = '', c = '', d = ''] = [asked, addresses, answered, failed].map((n) => m.format.number(n))
          out.progress(m.scan.progress(a, b, c, d))
        },
      })
      out.progress('')
      if (flagOption(options, 'json')) await out.print(`${JSON.stringify(summary)}\n`)
      else tellScan(context, summary)
      if (signal.aborted) out.notice(m.scan.interrupted)
      return exitCode(summary, signal)
    })
  },
})

function exitCode({ partial, failed }: ScanSummary, signal: AbortSignal): ExitCode {
  if (signal.aborted) return EXIT.interrupted
  return partial + failed > 0 ? EXIT.incomplete : EXIT.done
}

/** `--targets`, a file of them (`@file`), else every network that the configuration or an import names. */
async function targetsText(
  flag: string | undefined,
  cwd: string,
  config: Config,
  session: Session,
  m: Messages,
): Promise<string> {
  if (flag?.startsWith('@') === true) {
    const lines = (await readFile(resolve(cwd, flag.slice(1)), 'utf8')).split(/\r?\n/)
    return lines.map((line) => line.replace(/#.*/, '')).join(' ')
  }
  if (flag !== undefined) return flag
  const { listNetworks } = await import('../../store/organisation.js')
  const networks = [...config.networks, ...(await listNetworks(session.store.db))].map(({ cidr }) => cidr)
  if (networks.length === 0) throw new UserError(m.scan.noTargets, m.scan.noTargetsHint, { usage: true })
  return [...new Set(networks)].join(' ')
}

/** What a scan found, for people. */
export function tellScan({ out, m }: Pick<Context, 'out' | 'm'>, summary: ScanSummary): void {
  const { number } = m.format
  const seconds = (Date.parse(summary.endedAt) - Date.parse(summary.startedAt)) / 1000
  out.notice(m.scan.done(number(summary.addresses), number(seconds)))
  out.notice(m.scan.read(number(summary.answered + summary.partial), number(summary.partial)))
  for (const [code, count] of Object.entries(summary.byReason)) {
    out.notice(m.scan.reason(count, m.reasons[code as keyof typeof m.reasons] ?? code))
  }
  out.notice(m.scan.devices(number(summary.devicesNew), number(summary.devicesChanged), number(summary.devicesMissing)))
  out.notice(m.scan.sent(number(summary.packetsSent), number(summary.bytesSent / 1000, 0)))
}
