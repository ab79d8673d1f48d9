import t from 'tap'
import { parse } from '#yaml'
import { messagesFor } from '../../src/i18n/translator.js'
import { checkRules } from '../../src/derive/rules.js'

const english = messagesFor('en')
const french = messagesFor('fr')

const combo = `
id: combo-2018
source: Plan d'action numérique 2018, mesure 29 ; montants à confirmer par les règles budgétaires
schoolYear: "2018-2019"
eligible: { sectors: [youth, adult], excludeVocationalOnly: true }
categories:
  robotique:           { floor: 1, perPupils: 100, lifeYears: 5 }
  laboratoire-creatif: { floor: 1, perPupils: 300, lifeYears: 5 }
  flotte:              { floor: 10, perPupils: 5, lifeYears: 5 }
progression: { "2018-2019": 0, "2019-2020": 0.25, "2020-2021": 0.5, "2021-2022": 0.75, "2022-2023": 1 }
allocation:
  stages: [school]
  steps:
    - { floorPerSchool: 5000.00 }
    - { prorata: { by: pupils } }
`

/** Path and message of each problem of the combo's rule with one piece of text replaced. */
function problemsWith(before: string, after: string, messages = english): string[] {
  const checked = checkRules(parse(combo.replace(before, after)) as unknown, messages)
  return 'rules' in checked ? [] : checked.problems.map(({ path, message }) => `${path.join('.')}: ${message}`)
}

await t.test("the combo's rule file is accepted, dollars become cents", async (t) => {
  const checked = checkRules(parse(combo) as unknown, french)
  t.match(checked, {
    rules: {
      id: 'combo-2018',
      categories: { flotte: { floor: 10, perPupils: 5, lifeYears: 5 } },
      progression: { '2019-2020': 0.25 },
      allocation: {
        stages: ['school'],
        steps: [
          { kind: 'floor-per-school', cents: 500_000 },
          { kind: 'prorata', by: 'pupils' },
        ],
      },
    },
  })
  t.same(problemsWith('[school]', '[board, school]'), [])
  t.same(problemsWith('5000.00', '19.99'), [], 'binary dust is not a fraction of a cent')
})

await t.test('each mistake is named at its place, in words', async (t) => {
  for (const [before, after, problem] of [
    ['id: combo-2018', '', 'id: a required value is missing here'],
    ['id: combo-2018', 'id: 2018', 'id: a text (in quotes) is expected here'],
    ['id: combo-2018', 'id: ""', 'id: cannot be empty'],
    ['lifeYears: 5 }', 'lifeYear: 5 }', 'categories.robotique.lifeYears: a required value is missing here'],
    ['floor: 10,', 'floor: 10.5,', 'categories.flotte.floor: a whole number is expected here'],
    ['floor: 10,', 'floor: -1,', 'categories.flotte.floor: must be at least 0'],
    ['perPupils: 5,', 'perPupils: 0,', 'categories.flotte.perPupils: must be more than 0'],
    ['0.25', '25', 'progression.2019-2020: must be at most 1'],
    ['[youth, adult]', '[jeunes]', 'eligible.sectors.0: unknown value; choose among: preschool, youth, adult, vocational'],
    ['[youth, adult]', '[]', 'eligible.sectors: cannot be empty'],
    [
      'excludeVocationalOnly: true',
      'excludeVocationalOnly: oui',
      'eligible.excludeVocationalOnly: true or false is expected here',
    ],
    ['[school]', '[school, board]', 'allocation.stages: stages are [school], or [board, school]'],
    ['[school]', 'school', 'allocation.stages: a list is expected here'],
    ['5000.00', '0.005', 'allocation.steps.0.floorPerSchool: is an amount in dollars, with at most two decimals'],
    ['by: pupils', 'by: surface', 'allocation.steps.1.prorata.by: unknown value; choose among: pupils, need'],
  ] as const) {
    t.ok(problemsWith(before, after).includes(problem), `${problem} — ${problemsWith(before, after).join(' | ')}`)
  }
  t.match(problemsWith('lifeYears: 5 }', 'lifeYear: 5 }').join('\n'), /categories\.robotique: unknown key: lifeYear/)
  t.match(
    problemsWith('"2018-2019"', '"2018-2020"').join('\n'),
    /schoolYear: a school year is written like "2018-2019"/,
  )
  t.match(problemsWith('"2019-2020": 0.25', 'demain: 0.25').join('\n'), /progression\.demain: a school year is written/)
  // Equipment files are folded to this writing: another one would find no equipment at all.
  t.match(
    problemsWith('robotique:', 'Robotique:').join('\n'),
    /categories\.Robotique: a category is written in lower case/,
  )
  t.same(problemsWith('    - { prorata: { by: pupils } }', ''), [], 'amounts that divide nothing are a rule too')
  t.match(problemsWith('{ floorPerSchool: 5000.00 }', '{ forfait: 12 }').join('\n'), /steps\.0: a step is/)
  t.match(problemsWith('{ floorPerSchool: 5000.00 }', '12').join('\n'), /steps\.0: a step is/)
})

await t.test('all the problems come at once, in French too', async (t) => {
  t.same(checkRules({ id: 1 }, french), {
    problems: [
      { path: ['id'], message: 'un texte (entre guillemets) est attendu ici' },
      ...['source', 'schoolYear', 'eligible', 'categories', 'progression', 'allocation'].map((key) => ({
        path: [key],
        message: 'il manque ici une valeur obligatoire',
      })),
    ],
  })
  t.same(problemsWith('floor: 10,', 'floor: -1,', french), ['categories.flotte.floor: doit être au moins 0'])
})

await t.test('something else than a rule file is refused', async (t) => {
  for (const value of [null, undefined, 'combo', [], 12]) t.ok('problems' in checkRules(value, french))
})
