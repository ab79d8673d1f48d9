import { createReadStream, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse'
import { parse as parseAll } from 'csv-parse/sync'
import t from 'tap'
import { messagesFor } from '../../src/i18n/translator.js'
import boards from '../../src/ingest/boards.js'
import { readInput } from '../../src/ingest/reading/read.js'
import schools from '../../src/ingest/schools.js'
import { packageRoot } from '../../src/lib/paths.js'
import { readAll } from './read-all.js'

const real = join(process.env['CARTABLE_SHARED'] ?? join(packageRoot, '..', 'shared'), 'real')
const schoolsFile = join(real, 'pps_public_ecole.csv')
const boardsFile = join(real, 'pps_public_ssocial_cs.csv')
const skip = existsSync(schoolsFile) ? false : `no real files in ${real}`

void t.test("the ministry's schools file is taken as it is, the many-to-many kept", { skip }, async (t) => {
  const { rows, problems, summary } = await readAll(schools, schoolsFile)
  t.strictSame(problems, [])
  t.strictSame(summary.notices, [])
  t.equal(rows.length, 5462)
  t.equal(new Set(rows.map(({ row }) => row.school.code)).size, 2777)
  t.equal(new Set(rows.map(({ row }) => row.building.code)).size, 3607)
  t.equal(new Set(rows.map(({ row }) => row.school.board)).size, 72)

  // What a plain CSV reader sees, cell by cell.
  const plain: Record<string, string>[] = parseAll(readFileSync(schoolsFile), { bom: true, columns: true })
  const seen = rows.map(({ row: { school, building, pair, boardName, boardLanguage } }) => ({
    CD_ORGNS: school.code,
    NOM_OFFCL_ORGNS: school.name,
    CD_IMM: building.code,
    NOM_IMM: building.name,
    PRESC: pair.orders.preschool ? '1' : '0',
    PRIM: pair.orders.primary ? '1' : '0',
    SEC: pair.orders.secondary ? '1' : '0',
    FORM_PRO: pair.orders.vocational ? '1' : '0',
    ADULTE: pair.orders.adult ? '1' : '0',
    CD_CS: school.board,
    NOM_CS: boardName ?? '',
    TYPE_CS: boardLanguage ?? '',
    NOM_MUNCP_GDUNO_IMM: building.municipality ?? '',
    NOM_MRC: building.mrc ?? '',
    NOM_REG_ADM: building.region ?? '',
    COORD_X_LL84_IMM: building.coordinates?.[0],
    COORD_Y_LL84_IMM: building.coordinates?.[1],
  }))
  const wrong = seen.filter((row, i) =>
    Object.entries(row).some(([header, value]) => {
      const cell = plain[i]?.[header]?.trim()
      return typeof value === 'number' ? Number(cell) !== value : cell !== value
    }),
  )
  t.strictSame(wrong, [])
})

void t.test("the ministry's boards file is taken as it is", { skip }, async (t) => {
  const { rows, problems, summary } = await readAll(boards, boardsFile)
  t.strictSame(problems, [])
  t.strictSame(summary.notices, [])
  t.equal(rows.length, 72)
  const count = (language: string): number => rows.filter(({ row }) => row.language === language).length
  t.strictSame([count('Franco'), count('Anglo'), count('Statut')], [60, 9, 3])
})

void t.test('checking the schools file costs less than twice its bare parsing', { skip }, async (t) => {
  const bare = async (): Promise<void> => {
    let records = 0
    for await (const _ of createReadStream(schoolsFile).pipe(parse({ bom: true }))) records++
    if (records !== 5463) throw new Error(`${records} records`)
  }
  const checked = async (): Promise<void> => {
    for await (const _ of readInput(schools, schoolsFile, messagesFor('fr')).batches) continue
  }
  const best = { bare: Infinity, checked: Infinity }
  for (let turn = 0; turn < 5; turn++) {
    for (const [name, run] of [
      ['bare', bare],
      ['checked', checked],
    ] as const) {
      const start = performance.now()
      await run()
      best[name] = Math.min(best[name], performance.now() - start)
    }
  }
  const ratio = best.checked / best.bare
  t.comment(`checked ${best.checked.toFixed(0)} ms, bare ${best.bare.toFixed(0)} ms, ratio ${ratio.toFixed(2)}`)
  t.ok(ratio < 2)
})
