import { UserError } from '../../model/errors.js'
import type { UnknownRate } from '../../model/traffic.js'
import { defineCommand, type Context } from '../command.js'
import { EXIT } from '../exit-codes.js'
import { addExample } from '../help.js'
import { flagOption } from '../options.js'
import type { SampleSummary } from '../../app/sample.js'

export default defineCommand({
  name: 'sample',
  alias: 'mesurer',
  summary: (m) => m.sample.summary,
  define: (command, m) => {
    command.option('--json', m.cli.jsonOption)
    addExample(command, m, '--json')
  },
  endsCleanly: true,
  run: async (context, _args, options) => {
    const { m, out, signal } = context
    const config = await context.config()
    if (config.credentials.length === 0) throw new UserError(m.scan.noCredentials, m.scan.noCredentialsHint)
    const { resolveCredentials } = await import('../../app/config/credentials.js')
    const { sampleTraffic } = await import('../../app/sample.js')
    const { withSession } = await import('../../app/session.js')
    const { secretHost } = await import('../prompt.js')
    const credentials = await resolveCredentials(await secretHost(context))
    const summary = await withSession(context, 'read', (session) => sampleTraffic(session, { credentials, signal }))
    if (flagOption(options, 'json')) await out.print(`${JSON.stringify(summary)}\n`)
    else tell(context, summary)
    if (signal.aborted) return EXIT.interrupted
    return summary.silent.length > 0 ? EXIT.incomplete : EXIT.done
  },
})

function tell({ out, m }: Pick<Context, 'out' | 'm'>, summary: SampleSummary): void {
  const { sample, format } = m
  const { interfaces, devices, read, rates } = summary
  summary.unmatched.forEach((named) => out.notice(sample.unmatched(named)))
  summary.unknownLinks.forEach((id) => out.notice(sample.unknownLink(id)))
  if (interfaces === 0) {
    out.notice(sample.none)
    out.notice(sample.noneHint)
    return
  }
  const [all, of, known, rated] = [interfaces, devices, read, rates].map((count) => format.number(count))
  out.notice(sample.done(all ?? '', of ?? '', known ?? '', rated ?? ''))
  for (const [why, count] of Object.entries(summary.unknown)) {
    out.notice(sample.noRate(format.number(count), sample[`unknown-${why as UnknownRate}`]))
  }
  summary.silent.forEach((address) => out.notice(sample.silent(address)))
  summary.days.forEach((day) => out.notice(sample.summarised(day)))
}
