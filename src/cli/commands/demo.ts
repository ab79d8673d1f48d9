import { once } from 'node:events'
import { relative, resolve } from 'node:path'
import type { Messages } from '../../i18n/translator.js'
import { UserError } from '../../model/errors.js'
import { defineCommand } from '../command.js'
import { EXIT } from '../exit-codes.js'
import { addExample } from '../help.js'
import { flagOption, textOption } from '../options.js'
import { scanProgress } from '../scan-progress.js'
import { typedCommand } from '../typed-command.js'
import { tellScan } from '../tell-scan.js'

export default defineCommand({
  name: 'demo',
  alias: 'demonstration',
  summary: (m) => m.demo.summary,
  define: (command, m) => {
    command
      .option(`--out <${m.placeholders.folder}>`, m.demo.outOption, 'cartable-demo')
      .option(`--port <${m.placeholders.number}>`, m.demo.portOption, '16161')
      .option('--keep-running', m.demo.keepRunningOption)
    addExample(command, m, '--keep-running')
  },
  endsCleanly: true,
  run: async (context, _args, options) => {
    const { m, out, env, cwd, signal } = context
    const { runDemo } = await import('../../app/demo.js')
    const folder = resolve(cwd, textOption(options, 'out') ?? 'cartable-demo')
    const port = portOption(textOption(options, 'port') ?? '', m)
    const result = await runDemo(
      folder,
      port,
      { m, env, signal },
      {
        step: (text) => out.notice(text),
        progress: scanProgress({ m, out }),
        scanned: (summary) => {
          out.progress('')
          tellScan({ out, m }, summary)
        },
      },
    )
    try {
      const shown = (path: string): string => relative(cwd, path) || path
      const labelled = (label: string, path: string): Promise<void> =>
        out.print(`  ${m.show.line(label, shown(path))}\n`)
      await out.print(`${m.demo.done}\n`)
      for (const path of result.map) {
        if (path.endsWith('.html')) await labelled(m.demo.mapLabel, path)
        else if (path.endsWith('.geojson')) await labelled(m.demo.geojsonLabel, path)
      }
      await labelled(m.demo.gapsLabel, result.gaps)
      await labelled(m.demo.shortfallsLabel, result.shortfalls)
      await labelled(m.demo.allocationLabel, result.allocation)
      const list = ['--config', shown(result.config), m.demo.listVerb, 'devices']
      out.notice(m.demo.next(typedCommand(context, list)))
      if (flagOption(options, 'keepRunning')) {
        const [first] = result.lab.devices
        out.notice(
          m.demo.running(`snmpwalk -v2c -c ${result.lab.access.community} ${first?.address}:${port} 1.3.6.1.2.1.1`),
        )
        if (!signal.aborted) await once(signal, 'abort')
      }
    } finally {
      await result.lab.close()
    }
    return EXIT.done
  },
})

function portOption(text: string, m: Messages): number {
  const port = /^\d{4,5}$/.test(text) ? Number(text) : 0
  if (port < 1024 || port > 65_535) throw new UserError(m.demo.badPort(text), m.demo.badPortHint, { usage: true })
  return port
}
