import { mutatedFiles } from '../../soak/mutated-files.js'
import type { ImportKindId } from '../../src/app/import-facts.js'
import { onEachDatabase } from '../databases.js'
import { importDesk } from './desk.js'

const FILES = 120
const SCHOOLS = Array.from({ length: 40 }, (_, i) => `9110${i + 10},École,9111${i + 10},E,1,1,0,0,0,911000,Essai`)
const HEADER = 'school,name,building,building_name,preschool,primary,secondary,vocational,adult,board,board_name'

onEachDatabase('a damaged file is taken as it says, or leaves the database as it was', async (t, database) => {
  const { take, facts } = await importDesk(t, database)
  await take('schools', [HEADER, ...SCHOOLS].join('\n'))
  const outcomes = new Map<string, number>()
  let before = await facts()
  let file = 0
  for (const { name, kind, content } of mutatedFiles(FILES, 1608)) {
    // Formats come round: each is taken both ways.
    const acceptPartial = Math.floor(file / 3) % 2 === 0
    const what = `file ${file++} (${name})`
    const { outcome, added, changed, problems } = await take(kind.id as ImportKindId, content, { acceptPartial })
    const after = await facts()
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
    if (outcome === 'taken' || outcome === 'partly-taken') {
      const count = (all: typeof after): number => Object.values(all).reduce((sum, { length }) => sum + length, 0)
      t.equal(count(after) - count(before), added + changed, `${what}: ${outcome}`)
    } else {
      t.strictSame(after, before, `${what}: ${outcome}`)
      if (outcome === 'refused') t.ok(problems.length > 0, `${what}: what is wrong is told`)
    }
    before = after
  }
  t.ok((outcomes.get('partly-taken') ?? 0) > 2 && (outcomes.get('refused') ?? 0) > 20, JSON.stringify([...outcomes]))
})
