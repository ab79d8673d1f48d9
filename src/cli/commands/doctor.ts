import { isIP } from 'node:net'
import type { Config } from '../../app/config/load.js'
import type { Finding } from '../../app/doctor/finding.js'
import { UserError } from '../../model/errors.js'
import { defineCommand, type Context } from '../command.js'
import { EXIT } from '../exit-codes.js'
import { addExample } from '../help.js'
import { flagOption, textOption } from '../options.js'

export default defineCommand({
  name: 'doctor',
  alias: 'diagnostic',
  summary: (m) => m.doctor.summary,
  define: (command, m) => {
    command.option(`--device <${m.placeholders.address}>`, m.doctor.deviceOption).option('--json', m.cli.jsonOption)
    addExample(command, m, '--device 10.20.0.5')
  },
  endsCleanly: true,
  run: async (context, _args, options) => {
    const { m, out, signal } = context
    const address = textOption(options, 'device') ?? null
    if (address !== null && isIP(address) === 0) {
      throw new UserError(m.credentials.badAddress(address), m.credentials.badAddressHint, { usage: true })
    }
    out.progress(m.doctor.looking)
    const findings = await examine(context, address)
    out.progress('')
    if (signal.aborted) return EXIT.interrupted
    const count = (status: Finding['status']): number => findings.filter((each) => each.status === status).length
    const failures = count('failure')
    if (flagOption(options, 'json')) await out.print(`${JSON.stringify(findings)}\n`)
    else {
      const { renderFindings } = await import('../findings.js')
      const shown = findings.map(({ status, what, mend }) => ({ mark: status, what, mend }))
      await out.print(renderFindings(shown, out, m))
      const warnings = m.format.number(count('warning'))
      out.notice(failures > 0 ? m.doctor.wouldFail(m.format.number(failures), warnings) : m.doctor.wouldRun(warnings))
    }
    return failures > 0 ? EXIT.failed : EXIT.done
  },
})

/** A configuration that is wrong is a finding like another, and the machine is looked at all the same. */
async function examine(context: Context, address: string | null): Promise<Finding[]> {
  const { m, env, signal, streams } = context
  const { checkMachine, checkUp, sorted } = await import('../../app/doctor/checkup.js')
  const { explain } = await import('../../app/explain.js')
  const { vaultKeyPrompts } = await import('../prompt.js')
  const machine = { env, m, now: new Date(), onTerminal: streams.stdout.isTTY === true }
  let config: Config
  try {
    config = await context.config()
  } catch (error) {
    const told = explain(error, null, m)
    if (told === null) throw error
    const wrong: Finding = { id: 'configuration', status: 'failure', what: told.message, mend: told.hint }
    return sorted([...(await checkMachine(machine)), wrong])
  }
  return checkUp({ ...machine, config, address, signal, ...vaultKeyPrompts(context) })
}
