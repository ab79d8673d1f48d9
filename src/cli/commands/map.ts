import { resolve } from 'node:path'
import { listPlugins } from '../../lib/plugins.js'
import { UserError } from '../../model/errors.js'
import type { MapDrawing, MapInput, OutputFile } from '../../model/map-format.js'
import { NEEDED, type Publication } from '../../model/publication.js'
import type { Messages } from '../../i18n/translator.js'
import { filterWords, readFilter, type TypedFilter } from '../../app/map-filter.js'
import { defineCommand, type Options } from '../command.js'
import { EXIT } from '../exit-codes.js'
import { addExample } from '../help.js'
import { flagOption, textOption, yearOption } from '../options.js'
import type { Output } from '../output.js'
import { ListedOption, profileOption, scenarioFiles, scenarioOption } from '../shared-options.js'

const mapFormats = (): string[] => listPlugins('maps/formats')

function wantedFormats(text: string, m: Messages): string[] {
  const known = mapFormats()
  const wanted = text.split(',').map((each) => each.trim())
  const unknown = wanted.find((each) => !known.includes(each))
  if (unknown === undefined) return wanted
  throw new UserError(m.results.unknownFormat(unknown), m.results.unknownFormatHint(known.join(', ')), { usage: true })
}

function drawingOf(options: Options, { mapCommand: t }: Messages): MapDrawing {
  const text = textOption(options, 'simplify')
  const toleranceM = text === undefined ? null : Number(text.replace(',', '.'))
  if (text === '' || (toleranceM !== null && !(toleranceM > 0 && toleranceM <= 100_000))) {
    throw new UserError(t.badMetres(text ?? ''), t.badMetresHint, { usage: true })
  }
  return { isPublic: flagOption(options, 'public'), merged: flagOption(options, 'merge'), toleranceM }
}

const FILTERS = ['board', 'region', 'level', 'order', 'bbox'] as const satisfies readonly (keyof TypedFilter)[]

function typedFilter(options: Options): TypedFilter {
  const [board, region, level, order, bbox] = FILTERS.map((name) => textOption(options, name))
  return { board, region, level, order, bbox }
}

/** @throws UserError when no building is left. */
function assertDrawn(drawn: MapInput, whole: MapInput, typed: TypedFilter, { mapCommand: t, format }: Messages): void {
  const asked = FILTERS.flatMap((name) => (typed[name] === undefined ? [] : [`--${name} ${typed[name]}`]))
  if (drawn.gaps.length > 0 || asked.length === 0) return
  throw new UserError(t.nothingDrawn(format.number(whole.gaps.length)), t.nothingDrawnHint(asked.join(', ')))
}

/** What is drawn, and of a public map, what is not told, for the person. */
function tell(drawn: MapInput, whole: MapInput, by: Publication, { out, m }: { out: Output; m: Messages }): void {
  const { mapCommand: t, format, publication } = m
  const count = (list: readonly unknown[]): string => format.number(list.length)
  const { gaps, wanLinks, pops, territories, linkLoads } = drawn
  if (gaps.length < whole.gaps.length) {
    const counts = { links: count(wanLinks), pops: count(pops), territories: count(territories) }
    out.notice(t.drawn({ buildings: count(gaps), of: count(whole.gaps), ...counts }))
  }
  if (!drawn.drawing.isPublic) return
  const isWithheld = ({ suppressed }: { readonly suppressed?: boolean }): boolean => suppressed === true
  const [buildings, links] = [gaps.filter(isWithheld), linkLoads.filter(isWithheld)]
  if (buildings.length + links.length > 0) out.notice(t.withheld(count(buildings), count(links)))
  const lacks = NEEDED.filter((key) => by[key] === undefined)
  if (lacks.length > 0) out.notice(t.metadataLacks(publication.fileName, lacks.join(', ')))
}

async function list(files: readonly OutputFile[], { out, m }: { out: Output; m: Messages }): Promise<void> {
  out.notice(m.mapCommand.wouldWrite(m.format.number(files.length)))
  const sizes = files.map(({ content }) => m.format.bytes(Buffer.byteLength(content)))
  const width = Math.max(...files.map(({ name }) => name.length))
  for (const [i, { name }] of files.entries()) await out.print(`${name.padEnd(width)}  ${sizes[i] ?? ''}\n`)
}

export default defineCommand({
  name: 'map',
  alias: 'carte',
  summary: (m) => m.results.mapSummary,
  define: (command, m) => {
    const { mapCommand: t, placeholders: p } = m
    command
      .addOption(
        new ListedOption(`--format <${p.list}>`, m.results.mapFormatOption, mapFormats).default('geojson,html'),
      )
      .option(`--out <${p.folder}>`, m.results.mapOutOption, m.results.mapFolder)
      .option('--public', t.publicOption)
      .addOption(profileOption(m))
      .option(`--year <${p.year}>`, m.cli.yearOption)
      .addOption(scenarioOption(m, 'several'))
      .option(`--rules <${p.file}>`, m.results.rulesOption)
      .option(`--board <${p.codes}>`, t.boardOption)
      .option(`--region <${p.names}>`, t.regionOption)
      .addOption(new ListedOption(`--level <${p.levels}>`, t.levelOption, () => filterWords(m).levels))
      .addOption(new ListedOption(`--order <${p.orders}>`, t.orderOption, () => filterWords(m).orders))
      .option(`--bbox <${p.box}>`, t.bboxOption)
      .option('--merge', t.mergeOption)
      .option(`--simplify <${p.metres}>`, t.simplifyOption)
      .option('--dry-run', t.dryRunOption)
    addExample(command, m, `--format geojson,html --out ${m.results.mapFolder}`)
  },
  run: async (context, _args, options) => {
    const { m, out, cwd } = context
    const year = yearOption(options, m)
    const wanted = wantedFormats(textOption(options, 'format') ?? '', m)
    const drawing = drawingOf(options, m)
    const typed = typedFilter(options)
    const rulesFlag = textOption(options, 'rules')
    const { readRules } = await import('../../app/reference.js')
    const { withSession } = await import('../../app/session.js')
    const { mapInput, renderMap, writeMap } = await import('../../app/map.js')
    const { filteredMap } = await import('../../derive/map-filter.js')
    const config = await context.config()
    const hasRules = rulesFlag !== undefined || config.equipment.rules !== undefined
    const rules = hasRules ? (await readRules(rulesFlag, config, cwd, m)).rules : null
    await withSession(context, 'read', async (session) => {
      const whole = await mapInput(session, {
        profile: textOption(options, 'profile'),
        year,
        scenarios: scenarioFiles(options),
        cwd,
        rules,
        drawing,
      })
      const input = filteredMap(whole, readFilter(typed, whole, m))
      assertDrawn(input, whole, typed, m)
      const files = await renderMap(input, wanted, m, config.publication)
      tell(input, whole, config.publication, context)
      if (flagOption(options, 'dryRun')) return list(files, context)
      const paths = await writeMap(files, resolve(cwd, textOption(options, 'out') ?? m.results.mapFolder))
      for (const path of paths) await out.print(`${path}\n`)
    })
    return EXIT.done
  },
})
