import { resolve } from 'node:path'
import { UserError } from '../../model/errors.js'
import { defineCommand } from '../command.js'
import { EXIT } from '../exit-codes.js'
import { addExample } from '../help.js'
import { flagOption, textOption } from '../options.js'
import { scanProgress } from '../scan-progress.js'
import { tellScan } from '../tell-scan.js'

export default defineCommand({
  name: 'scan',
  alias: 'balayer',
  summary: (m) => m.scan.summary,
  define: (command, m) => {
    command
      .option(`--targets <${m.placeholders.list}>`, m.scan.targetsOption)
      .option(`--exclude <${m.placeholders.list}>`, m.scan.excludeOption)
      .option('--no-ping', m.scan.noPingOption)
      .option('--crawl', m.scan.crawlOption)
      .option('--resume', m.scan.resumeOption)
      .option('--wait', m.scan.waitOption)
      .option(`--replay <${m.placeholders.folder}>`, m.recording.replayOption)
      .option('--endpoints', m.scan.endpointsOption)
      .option('--dry-run', m.scan.dryRunOption)
      .option('--json', m.cli.jsonOption)
    addExample(command, m, '--targets 10.20.0.0/24')
  },
  endsCleanly: true,
  run: async (context, _args, options) => {
    const { m, out, cwd, signal } = context
    const recordings = textOption(options, 'replay')
    if (recordings !== undefined) {
      const { replayScan } = await import('../replay-scan.js')
      return replayScan(context, resolve(cwd, recordings), options)
    }
    const config = await context.config()
    if (config.credentials.length === 0) throw new UserError(m.scan.noCredentials, m.scan.noCredentialsHint)
    const { resolveCredentials } = await import('../../app/config/credentials.js')
    const { scan } = await import('../../app/scan.js')
    const { withSession } = await import('../../app/session.js')
    const { secretHost } = await import('../prompt.js')
    const { askedFor } = await import('../scan-request.js')
    const dryRun = flagOption(options, 'dryRun')
    const credentials = await resolveCredentials(await secretHost(context))
    return withSession(context, dryRun ? 'try' : 'write', async (session) => {
      const asked = await askedFor(context, session, options)
      if (asked === null) {
        out.notice(m.scan.nothingToResume)
        return EXIT.done
      }
      if (dryRun) {
        const { leftToAsk } = await import('../../app/scan/exclusions.js')
        const { countAddresses } = await import('../../app/scan/targets.js')
        const names = config.credentials.map(({ name }) => name).join(', ')
        const left = countAddresses(await leftToAsk(session, asked.ranges, asked.excluded))
        out.notice(m.scan.wouldAsk(m.format.number(left), names))
        return EXIT.done
      }
      const { summary, unread } = await scan(session, {
        ...asked,
        credentials,
        wait: flagOption(options, 'wait'),
        waiting: (until) => out.notice(m.scan.waiting(m.format.dateTime(until.toISOString()))),
        signal,
        progress: scanProgress(context),
      })
      out.progress('')
      if (flagOption(options, 'json')) await out.print(`${JSON.stringify(summary)}\n`)
      else tellScan(context, summary)
      if (signal.aborted) out.notice(m.scan.interrupted)
      if (signal.aborted) return EXIT.interrupted
      return unread > 0 ? EXIT.incomplete : EXIT.done
    })
  },
})
