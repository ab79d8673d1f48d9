import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { withSession } from '../../app/session.js'
import { shipped } from '../../lib/paths.js'
import { UserError } from '../../model/errors.js'
import type { Messages } from '../../i18n/translator.js'
import { defineCommand } from '../command.js'
import { EXIT } from '../exit-codes.js'
import { textOption, yearOption } from '../options.js'

/** Formats by their files, without loading any. */
function formats(): string[] {
  return readdirSync(shipped('dist', 'maps', 'formats'))
    .filter((file) => file.endsWith('.js'))
    .map((file) => file.slice(0, -'.js'.length))
    .sort()
}

function wantedFormats(text: string, m: Messages): string[] {
  const known = formats()
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
      .option('--format <list>', m.results.mapFormatOption, 'geojson,html')
      .option('--out <folder>', m.results.mapOutOption, 'carte')
      .option('--profile <id>', m.cli.profileOption)
      .option('--year <year>', m.cli.yearOption)
      .option('--rules <file>', m.results.rulesOption)
      .addHelpText('after', `\n${m.cli.example('cartable map --format geojson,html --out carte')}`)
  },
  run: async (context, _args, options) => {
    const { m, out, cwd } = context
    const year = yearOption(options, m)
    const wanted = wantedFormats(textOption(options, 'format') ?? '', m)
    const rulesFlag = textOption(options, 'rules')
    const { readRules } = await import('../../app/reference.js')
    const { findShortfalls } = await import('../../app/results.js')
    const { drawMap, mapInput } = await import('../../app/map.js')
    const config = await context.config()
    const hasRules = rulesFlag !== undefined || config.equipment.rules !== undefined
    const rules = hasRules ? await readRules(rulesFlag, config, cwd, m) : null
    await withSession(config, m, false, async (session) => {
      const input = await mapInput(session, {
        profile: textOption(options, 'profile'),
        year,
        shortfalls: (known) => (rules === null ? [] : findShortfalls(session, known, rules, year)),
      })
      const paths = await drawMap(input, wanted, resolve(cwd, textOption(options, 'out') ?? 'carte'), m)
      for (const path of paths) await out.print(`${path}\n`)
    })
    return EXIT.done
  },
})
