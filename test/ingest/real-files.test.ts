import { readdirSync, readFileSync } from 'node:fs'
import type { FeatureCollection } from 'geojson'
import { parse as parseAll } from 'csv-parse/sync'
import t from 'tap'
import boards from '../../src/ingest/boards.js'
import schools from '../../src/ingest/schools.js'
import territories from '../../src/ingest/territories.js'
import { readHeader } from '../../src/ingest/reading/header.js'
import { messagesFor } from '../../src/i18n/translator.js'
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

void t.test("the ministry's ten territories are taken as they are, shapes and all", { skip }, (t) => {
  const folder = sharedPath('real', 'territories')
  const texts = messagesFor('fr').ingest
  const problems: unknown[] = []
  const read = readdirSync(folder).map((file) => {
    const { features } = JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as FeatureCollection
    t.equal(features.length, 1)
    const geometry = features[0]?.geometry
    const properties: Readonly<Record<string, unknown>> = features[0]?.properties ?? {}
    const { header, unknown } = readHeader(territories, [...Object.keys(properties), 'geometry'], texts)
    t.strictSame(unknown, [])
    const cells = Object.fromEntries(territories.columns.map(({ name }) => [name, '']))
    for (const { name, written } of header?.columns ?? [])
      cells[name] = written === 'geometry' ? JSON.stringify(geometry) : String(properties[written])
    const row = territories.parse(cells as never, (problem) => problems.push(problem), texts)
    t.same(JSON.parse(row?.geometry ?? 'null'), geometry, 'no position is lost')
    return [row?.board, row?.language]
  })
  t.strictSame(problems, [])
  t.strictSame(
    read.map(([board]) => `${board}.geojson`),
    readdirSync(folder),
  )
  const boardsOf = (language: string): unknown => read.filter((row) => row[1] === language).map(([board]) => board)
  t.strictSame(boardsOf('Anglo'), ['881000', '885000'])
  t.strictSame(boardsOf('Statut'), ['689000'])
  t.end()
})
