import { resolve } from 'node:path'
import type { Sharing } from '../../app/sharing.js'
import type { Messages } from '../../i18n/translator.js'
import { sum } from '../../lib/group.js'
import type { Context, Options } from '../command.js'
import { defineCommand } from '../command.js'
import { EXIT } from '../exit-codes.js'
import { addExample } from '../help.js'
import { flagOption, kmOption, textOption, yearOption } from '../options.js'
import { profileOption, reportOptions } from '../shared-options.js'
import { someOf } from '../some-of.js'

const WITHIN_KM = 15
const JOIN_KM = 5

export default defineCommand({
  name: 'sharing',
  alias: 'partage',
  summary: (m) => m.sharing.summary,
  define: (command, m) => {
    command
      .addOption(profileOption(m))
      .option(`--year <${m.placeholders.year}>`, m.cli.yearOption)
      .option(`--within <${m.placeholders.km}>`, m.sharing.withinOption, String(WITHIN_KM))
      .option('--clusters', m.sharing.clustersOption)
      .option(`--join <${m.placeholders.km}>`, m.sharing.joinOption, String(JOIN_KM))
    reportOptions(command, m, ['geojson'])
    addExample(command, m, '--within 20 --clusters')
  },
  run: async (context, _args, options) => {
    const { m } = context
    const asked = {
      profile: textOption(options, 'profile'),
      year: yearOption(options, m),
      withinKm: kmOption(options, 'within', m) ?? WITHIN_KM,
      joinKm: kmOption(options, 'join', m) ?? JOIN_KM,
    }
    const { readKnown } = await import('../../app/known.js')
    const { withSession } = await import('../../app/session.js')
    const { findSharing } = await import('../../app/sharing.js')
    const { placesOf } = await import('../../derive/spans.js')
    const { printReport } = await import('../print-report.js')
    await withSession(context, 'read', async (session) => {
      const known = await readKnown(session.store.db)
      const found = await findSharing(session, known, asked)
      const { notice } = context.out
      notice(m.results.gapsTitle(found.profile.id, found.profile.source, found.schoolYear ?? '—'))
      if (textOption(options, 'format') === 'geojson' && !flagOption(options, 'json')) {
        const { sharingGeoJson } = await import('../../app/sharing-map.js')
        const places = placesOf(known)
        await printText(
          context,
          options,
          sharingGeoJson(found, (building) => places.get(building) ?? null),
        )
      } else if (flagOption(options, 'clusters')) {
        const { default: clustersReport } = await import('../../reports/sharing-clusters.js')
        await printReport(context, options, clustersReport, found.clusters, {
          hull: ({ hull }) => JSON.stringify(hull),
        })
      } else {
        const { default: sharingReport } = await import('../../reports/sharing.js')
        await printReport(context, options, sharingReport, found.rows)
      }
      for (const line of conclusions(found, asked.withinKm, m)) notice(line)
    })
    return EXIT.done
  },
})

async function printText({ out, cwd, m }: Context, options: Options, text: string): Promise<void> {
  const file = textOption(options, 'out')
  if (file === undefined) return out.print(text)
  const { writeFileWhole } = await import('../../lib/files.js')
  const path = resolve(cwd, file)
  await writeFileWhole(path, text)
  out.notice(m.cli.written(path))
}

/** How many are in need, and who finds no answer. */
function conclusions({ rows, clusters, alone, nowhere, needy }: Sharing, withinKm: number, m: Messages): string[] {
  const { number } = m.format
  if (needy.buildings === 0) return [m.sharing.none]
  const found = new Set(rows.map(({ building }) => building)).size
  const grouped = sum(clusters.map(({ buildings }) => buildings.length))
  const pupils = sum(clusters.map((cluster) => cluster.pupils))
  return [
    m.sharing.total(number(needy.buildings), number(needy.pupils), number(found), number(needy.served)),
    m.sharing.clusters(number(clusters.length), number(grouped), number(pupils)),
    ...(alone.length > 0 ? [m.sharing.alone(number(withinKm), someOf(alone))] : []),
    ...(nowhere.length > 0 ? [m.sharing.nowhere(someOf(nowhere))] : []),
    m.sharing.straight,
  ]
}
