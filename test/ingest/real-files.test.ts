import { readFileSync } from 'node:fs'
import { parse as parseAll } from 'csv-parse/sync'
import t from 'tap'
import boards from '../../src/ingest/boards.js'
import schools from '../../src/ingest/schools.js'
import { readAll } from './read-all.js'
import { sharedPath, skipWithout } from '../shared.js'

const schoolsFile = sharedPath('real', 'pps_public_ecole.csv')
const boardsFile = sharedPath('real', 'pps_public_ssocial_cs.csv')
const skip = skipWithout(schoolsFile)

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
