import { isIP } from 'node:net'
import { UserError } from '../../../model/errors.js'
import { defineCommand } from '../../command.js'
import { EXIT } from '../../exit-codes.js'
import { addExample } from '../../help.js'
import { flagOption } from '../../options.js'

const MARKS = { works: 'ok', ready: 'ok', 'out-of-scope': 'none', 'no-secret': 'failure', failed: 'failure' } as const

export default defineCommand({
  name: 'test',
  alias: 'tester',
  summary: (m) => m.credentials.testSummary,
  define: (command, m) => {
    command.argument(`[${m.placeholders.address}]`, m.credentials.addressArgument).option('--json', m.cli.jsonOption)
    addExample(command, m, '10.20.0.5')
  },
  endsCleanly: true,
  run: async (context, [address], options) => {
    const { m, out, signal } = context
    if (address !== undefined && isIP(address) === 0) {
      throw new UserError(m.credentials.badAddress(address), m.credentials.badAddressHint, { usage: true })
    }
    const { tryCredentials } = await import('../../../app/vault/try.js')
    const { tellTrial } = await import('../../../app/vault/trial-words.js')
    const { renderFindings } = await import('../../findings.js')
    const { secretHost } = await import('../../prompt.js')
    const host = await secretHost(context)
    if (host.config.credentials.length === 0) throw new UserError(m.scan.noCredentials, m.scan.noCredentialsHint)
    const trials = await tryCredentials(host, address ?? null, signal)
    if (signal.aborted) return EXIT.interrupted
    if (flagOption(options, 'json')) await out.print(`${JSON.stringify(trials)}\n`)
    else
      await out.print(
        renderFindings(
          trials.map((trial) => ({ mark: MARKS[trial.status], ...tellTrial(trial, m) })),
          out,
          m,
        ),
      )
    const isWell = ({ status }: (typeof trials)[number]): boolean => status === 'works' || status === 'ready'
    // One that works is enough to read a device; without one, every secret has to be there.
    return (address === undefined ? trials.every(isWell) : trials.some(isWell)) ? EXIT.done : EXIT.failed
  },
})
