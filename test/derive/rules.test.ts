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
    [
      '[youth, adult]',
      '[jeunes]',
      'eligible.sectors.0: unknown value; choose among: preschool, youth, adult, vocational',
    ],
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

const everything = `
id: tout
version: '2018-09'
source: essai
schoolYear: '2018-2019'
enrolment: previous
eligible: { sectors: [youth], excludeVocationalOnly: true }
categories:
  flotte: { floor: 10, perPupils: { primary: 5, secondary: 4 }, lifeYears: 5, rounding: nearest, minimum: 5, maximum: 400,
            items: { 'Chariot de 24 tablettes': 24 }, conditions: [good], sectors: [youth], counts: [lots, fleet, scanned],
            scannedKinds: [printer], buildings: largest, unitCost: 450.00 }
progression: { '2018-2019': 0.25 }
allocation:
  stages: [board, school]
  beyond: refuse
  unspent: recover
  limits: { maximumPerSchool: 50000, maximumPerPupil: 400, minimumUseful: 500 }
  steps:
    - { reserve: { percent: 2 } }
    - { basePerBoard: 601000, ministryShare: 66.6 }
    - { floorPerSchool: 5000.00 }
    - { perPupil: 29.00, ministryShare: 66.6 }
    - { slidingScale: { per: building, bands: [ { upTo: 60, perPupil: 551 }, { upTo: 159, base: 33037, perPupil: -330.37, above: 60 } ] } }
    - { prorata: { by: pupils, percent: 60, weights: { deprivation: { index: imse, deciles: { 8: 1.1, 10: 1.3 } },
        remoteness: { regions: { Nord-du-Québec: 1.5 }, beyondKm: [ { km: 100, factor: 1.2 } ] },
        smallSchool: { upTo: 60, factor: 1.25 }, specialStatus: 1.2 } } }
    - { prorata: { by: need, percent: 40 } }
training: { stages: [school], steps: [ { prorata: { by: pupils } } ] }
`

function everythingWith(before: string, after: string, messages = english): string[] {
  const text = everything.replace(before, after)
  if (text === everything) throw new Error(`${before} is not there`)
  const checked = checkRules(parse(text) as unknown, messages)
  return 'rules' in checked ? [] : checked.problems.map(({ path, message }) => `${path.join('.')}: ${message}`)
}

await t.test('every block and key is read, dollars as cents', async (t) => {
  const checked = checkRules(parse(everything) as unknown, english)
  t.match(checked, {
    rules: {
      ...{ version: '2018-09', enrolment: 'previous' },
      categories: {
        flotte: {
          ...{ perPupils: { primary: 5, secondary: 4 }, rounding: 'nearest', minimum: 5, maximum: 400 },
          ...{ items: { 'Chariot de 24 tablettes': 24 }, scannedKinds: ['printer'], buildings: 'largest' },
          unitCostCents: 45_000,
        },
      },
      allocation: {
        ...{ beyond: 'refuse', unspent: 'recover' },
        limits: { maximumPerSchoolCents: 5_000_000, maximumPerPupilCents: 40_000, minimumUsefulCents: 50_000 },
        steps: [
          { kind: 'reserve', cents: null, percent: 2 },
          { kind: 'base-per-board', cents: 60_100_000, ministrySharePercent: 66.6 },
          { kind: 'floor-per-school', cents: 500_000, ministrySharePercent: 100 },
          { kind: 'per-pupil', cents: 2_900, ministrySharePercent: 66.6 },
          {
            kind: 'sliding-scale',
            per: 'building',
            bands: [
              { upTo: 60, baseCents: 0, perPupilCents: 55_100, above: 0 },
              { upTo: 159, baseCents: 3_303_700, perPupilCents: -33_037, above: 60 },
            ],
          },
          { kind: 'prorata', by: 'pupils', percent: 60, weights: { deprivation: { deciles: { 8: 1.1, 10: 1.3 } } } },
          { kind: 'prorata', by: 'need', percent: 40, weights: { deprivation: null, specialStatus: null } },
        ],
      },
      training: { stages: ['school'], unspent: 'ignore', limits: { minimumUsefulCents: null } },
    },
  })
})

await t.test('each mistake of a block is named at its place', async (t) => {
  for (const [before, after, problem] of [
    ["version: '2018-09'", 'version: 2018', 'version: a text (in quotes) is expected here'],
    ['enrolment: previous', 'enrolment: last', 'enrolment: unknown value; choose among: current, previous'],
    [
      'primary: 5',
      'primaire: 5',
      'categories.flotte.perPupils: unknown key: primaire. Check the spelling or remove it.',
    ],
    ['primary: 5', 'primary: 0', 'categories.flotte.perPupils.primary: must be more than 0'],
    [
      '{ primary: 5, secondary: 4 }',
      '[5]',
      'categories.flotte.perPupils: is pupils for one unit, or a group by order of teaching: { primary: 5, secondary: 4 }',
    ],
    [
      '{ primary: 5, secondary: 4 }',
      '{}',
      'categories.flotte.perPupils: at least one order of teaching is needed, for instance { primary: 5 }',
    ],
    [
      'floor: 10',
      'floor: 401',
      "categories.flotte.floor: the floor is above the category's maximum: no school can have it",
    ],
    ['minimum: 5', 'minimum: 500', "categories.flotte.minimum: the minimum is above the category's maximum"],
    [
      'counts: [lots, fleet, scanned]',
      'counts: [lots]',
      'categories.flotte.scannedKinds: scannedKinds says which scanned devices count: it goes with "scanned" in counts, and never without',
    ],
    [
      'unitCost: 450.00',
      'unitCost: 450.005',
      'categories.flotte.unitCost: is an amount in dollars, with at most two decimals',
    ],
    [
      ', unitCost: 450.00',
      '',
      'categories.flotte: a step shares by need (by: need): the category must tell its unitCost, in dollars',
    ],
    ['beyond: refuse', 'beyond: stop', 'allocation.beyond: unknown value; choose among: cut, refuse'],
    ['unspent: recover', 'unspent: lose', 'allocation.unspent: unknown value; choose among: keep, recover, ignore'],
    [
      'minimumUseful: 500',
      'minimumUsefull: 500',
      'allocation.limits: unknown key: minimumUsefull. Check the spelling or remove it.',
    ],
    [
      '{ percent: 2 }',
      '{ percent: 2, amount: 3 }',
      'allocation.steps.0.reserve: a reserve is { amount: dollars } or { percent: percentage }, one of the two',
    ],
    ['{ percent: 2 }', '{ percent: 101 }', 'allocation.steps.0.reserve.percent: must be at most 100'],
    [
      'ministryShare: 66.6',
      'ministryShare: 66.66666',
      'allocation.steps.1.ministryShare: has too many decimals: four at most',
    ],
    [
      '{ reserve: { percent: 2 } }',
      '{ prorata: { by: pupils, percent: 1 } }',
      'allocation.steps: steps come in this order: one reserve at most, fixed amounts, then prorata',
    ],
    [
      'upTo: 60, perPupil: 551',
      'upTo: 159, perPupil: 551',
      'allocation.steps.4.slidingScale.bands: bands go from the smallest upTo to the largest, each once',
    ],
    ['percent: 60', 'percent: 60.5', 'allocation.steps: the parts of prorata come to more than 100% in all'],
    ['8: 1.1', '11: 1.1', 'allocation.steps.5.prorata.weights.deprivation.deciles.11: a decile is from 1 to 10'],
    ['8: 1.1', '8: 11', 'allocation.steps.5.prorata.weights.deprivation.deciles.8: must be at most 10'],
    [
      '{ km: 100, factor: 1.2 }',
      '{ km: 100, factor: 1.2 }, { km: 50, factor: 1.3 }',
      'allocation.steps.5.prorata.weights.remoteness.beyondKm: distances go from the shortest to the longest, each once',
    ],
    [
      '{ floorPerSchool: 5000.00 }',
      '{ floorPerSchool: 5000.00, perSchool: 1 }',
      'allocation.steps.2: unknown key: perSchool. Check the spelling or remove it.',
    ],
    [
      '[ { prorata: { by: pupils } } ]',
      '[ { reserve: { amount: 5 } } ]',
      'training.steps: at least one step must give to schools, for instance { prorata: { by: pupils } }',
    ],
  ] as const) {
    const found = everythingWith(before, after)
    t.ok(found.includes(problem), `${problem} — ${found.join(' | ')}`)
    const inFrench = everythingWith(before, after, french)
    t.equal(inFrench.length, found.length)
    t.ok(
      inFrench.every((text) => !found.includes(text)),
      inFrench.join(' | '),
    )
  }
})
