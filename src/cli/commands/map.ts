import { resolve } from 'node:path'
import { listPlugins } from '../../lib/plugins.js'
import { UserError } from '../../model/errors.js'
import type { Messages } from '../../i18n/translator.js'
import { defineCommand } from '../command.js'
import { EXIT } from '../exit-codes.js'
import { addExample } from '../help.js'
import { textOption, yearOption } from '../options.js'
import { ListedOption, profileOption, scenarioFiles, scenarioOption } from '../shared-options.js'

const mapFormats = (): string[] => listPlugins('maps/formats')

function wantedFormats(text: string, m: Messages): string[] {
  const known = mapFormats()
  const wanted = text.split(',').map((each) => each.trim())
  const unknown = wanted.find((each) => !known.includes(each))
  if (unknown === undefined) return wanted
  throw new UserError(m.results.unknownFormat(unknown), m.results.unknownFormatHint(known.join(', ')), { usage: true })
}

export default defineCommand({
  name: 'map',
  alias: 'carte',
  summary: (m) => m.results.mapSummary,
  define: (command, m) => {
    command
      .addOption(
        new ListedOption(`--format <${m.placeholders.list}>`, m.results.mapFormatOption, mapFormats).default(
          'geojson,html',
        ),
      )
      .option(`--out <${m.placeholders.folder}>`, m.results.mapOutOption, m.results.mapFolder)
      .addOption(profileOption(m))
      .option(`--year <${m.placeholders.year}>`, m.cli.yearOption)
      .addOption(scenarioOption(m, 'several'))
      .option(`--rules <${m.placeholders.file}>`, m.results.rulesOption)
    addExample(command, m, `--format geojson,html --out ${m.results.mapFolder}`)
  },
  run: async (context, _args, options) => {
    const { m, out, cwd } = context
    const year = yearOption(options, m)
    const wanted = wantedFormats(textOption(options, 'format') ?? '', m)
    const rulesFlag = textOption(options, 'rules')
    const { readRules } = await import('../../app/reference.js')
    const { findShortfalls } = await import('../../app/results.js')
    const { withSession } = await import('../../app/session.js')
    const { drawMap, mapInput } = await import('../../app/map.js')
    const config = await context.config()
    const hasRules = rulesFlag !== undefined || config.equipment.rules !== undefined
    const rules = hasRules ? await readRules(rulesFlag, config, cwd, m) : null
    await withSession(context, 'read', async (session) => {
      const input = await mapInput(session, {
        profile: textOption(options, 'profile'),
        year,
        scenarios: scenarioFiles(options),
        cwd,
        shortfalls: (known) => (rules === null ? [] : findShortfalls(session, known, rules, year)),
      })
      const paths = await drawMap(input, wanted, resolve(cwd, textOption(options, 'out') ?? m.results.mapFolder), m)
      for (const path of paths) await out.print(`${path}\n`)
    })
    return EXIT.done
  },
})
