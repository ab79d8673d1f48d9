import { createHash } from 'node:crypto'
import t from 'tap'
import { messagesFor } from '../../src/i18n/translator.js'
import type { Messages } from '../../src/i18n/translator.js'
import { listPlugins, loadPlugin } from '../../src/lib/plugins.js'
import type { MapFormat, MapInput } from '../../src/model/map-format.js'
import { fuller } from './samples/fuller.js'
import { inventedBoard } from './samples/invented.js'

/** The same rows the other way round, as another database may give them. */
function reversed(input: MapInput): MapInput {
  return {
    ...input,
    boards: input.boards.toReversed(),
    schools: input.schools.toReversed(),
    buildings: input.buildings.toReversed(),
    schoolParts: input.schoolParts.toReversed(),
    gaps: input.gaps.toReversed(),
    linkLoads: input.linkLoads.toReversed(),
    shortfalls: input.shortfalls.toReversed(),
    views: input.views.map((view) => ({
      ...view,
      gaps: view.gaps.toReversed(),
      linkLoads: view.linkLoads.toReversed(),
    })),
    measures: new Map([...input.measures].reverse()),
    schoolPupils: new Map([...input.schoolPupils].reverse()),
    wanLinks: input.wanLinks.toReversed(),
    pops: input.pops.toReversed(),
    territories: input.territories.toReversed(),
    devices: Object.fromEntries(Object.entries(input.devices).reverse()),
  }
}

const simplified = { ...fuller, drawing: { ...fuller.drawing, merged: true, toleranceM: 200 } }

for (const id of listPlugins('maps/formats')) {
  void t.test(`${id}: the same rows in another order, at another time, are the same bytes`, async (t) => {
    const format = await loadPlugin<MapFormat<Messages>>('maps/formats', id)
    // Pixels are those of the SVG, and take a second: once is enough.
    for (const input of id === 'png' ? [fuller] : [fuller, simplified, inventedBoard()]) {
      const sums = async (rows: MapInput): Promise<unknown> =>
        (await format.render(rows, messagesFor('fr'))).map(({ name, content }) => [
          name,
          createHash('sha256').update(content).digest('hex'),
        ])
      const first = await sums(input)
      t.strictSame(await sums({ ...input }), first, 'again')
      t.strictSame(await sums(reversed(input)), first, 'the other way round')
    }
  })
}
