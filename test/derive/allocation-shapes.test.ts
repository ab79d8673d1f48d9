import t from 'tap'
import { scaleCents } from '../../src/derive/allocation/fixed.js'
import { deriveAllocation } from '../../src/derive/allocation.js'
import { messagesFor } from '../../src/i18n/translator.js'
import type { Board } from '../../src/model/organisation.js'
import { allocationInput, amounts, plain, shippedRule, type Schools } from './allocation-input.js'
import { building, pair, primary } from './network.js'
import { rulesOf } from './rules-of.js'

// The shapes that the ministry has used, by the rule files that are shipped, each worked out by hand.

const french = messagesFor('fr')
const english = messagesFor('en')

t.test("measure 50670: 29.00 a pupil, of which 66.6 %, on last year's 30 September", (t) => {
  // 29.00 × 70 × 66.6 % = 1,351.98; × 3 = 57.942 → 57.94; × 31 = 598.734 → 598.73. In all 2,008.65.
  const schools: Schools = { A: ['1', 70], B: ['1', 3], C: ['2', 31], D: ['2', 0] }
  const asked = allocationInput(schools, null, shippedRule('mesure-50670'), { schoolYear: '2019-2020' })
  const result = deriveAllocation(asked, french)
  t.same(amounts(result), { A: 135_198, B: 5_794, C: 59_873, D: 0 })
  t.match(result, { enrolmentYear: '2018-2019', envelopeCents: 200_865, unallocatedCents: 0, dueCents: 200_865 })
  t.equal(plain(result.allocations[0]?.because), 'Par élève : 29,00 $ × 70 élèves × 66,6 % = 1 351,98 $.')
  const rich = deriveAllocation({ ...asked, envelopeCents: 300_000 }, french)
  t.match(rich, { envelopeCents: 300_000, unallocatedCents: 99_135 })
  t.same(amounts(rich), amounts(result), 'what is left is to nobody')
  // 1,000.00 for 2,008.65 due, through boards: 1,409.92 and 598.73 make 70,192.41… and 29,807.58… cents: the cent left goes
  // to the larger fraction, that of board 2.
  const poor = deriveAllocation({ ...asked, envelopeCents: 100_000 }, english)
  t.equal(poor.stages[0]?.sumCents, 100_000)
  t.equal(poor.allocations[2]?.amountCents, 29_808)
  t.same(
    ['1', '2'].map((own) =>
      poor.allocations.filter((line) => line.board === own).reduce((sum, line) => sum + line.amountCents, 0),
    ),
    [70_192, 29_808],
  )
  t.match(poor.allocations[2]?.because, 'Fixed amounts, $2,008.65 in all, exceed the $1,000.00 to share')
  t.end()
})

t.test('measure 30811: an envelope by weighted pupils, factors multiplied', (t) => {
  const schools: Schools = { A: ['1', 100], B: ['1', 50], C: ['2', 200], D: ['3', 10] }
  const board = (code: string, language: Board['language']): Board => ({
    code,
    name: code,
    language,
    municipality: null,
  })
  const result = deriveAllocation(
    allocationInput(schools, 140_000_000, shippedRule('mesure-30811'), {
      boards: [board('1', 'Franco'), board('2', 'Anglo'), board('3', 'Statut')],
      buildings: [
        building('b1', { region: 'Bas-Saint-Laurent', coordinates: [-68, 48] }),
        building('b2', { region: 'Côte-Nord', coordinates: [-67, 50] }),
      ],
      schoolBuildings: [pair('A', 'b1'), pair('B', 'b2'), pair('C', 'b1'), pair('D', 'b1')],
      pops: [{ id: 'P', name: 'P', network: null, kind: 'pop', coordinates: [-68.1, 48] }],
      deprivation: [
        ...(['2016-2017', '2017-2018', '2019-2020'] as const).map((schoolYear, i) => ({
          ...{ school: 'A', schoolYear, level: 'primary' as const, imse: 1, imseDecile: [3, 10, 1][i] ?? null },
          ...{ sfr: 1, sfrDecile: 1, pupils: 100 },
        })),
      ],
    }),
    french,
  )
  // A: 100 × 1.3, the decile of 2017-2018, the last that 2018-2019 knows. B: 50 × 1.15 × 1.1 × 1.25 = 79.0625.
  // C: 200. D: 10 × 1.25 × 1.2 = 15. In all 424.0625.
  // Boards: 209.0625 → 69,019,896.8…, 200 → 66,028,002.9…, 15 → 4,952,100.2…: whole parts
  // make 139,999,998, and the two cents left go to boards 2 and 1.
  // Board 1: A has 130 of 209.0625 of 69,019,897: 42,918,202.06; B 26,101,694.94, which gets the cent.
  t.same(amounts(result), { A: 42_918_202, B: 26_101_695, C: 66_028_003, D: 4_952_100 })
  t.match(
    plain(result.allocations[1]?.because),
    "50 élèves × 1,15 (Côte-Nord) × 1,1 (à plus de 50 km d'un point de présence) × 1,25 (au plus 60 élèves) = 79,0625 sur 209,0625 pondérés",
  )
  t.same(
    result.problems.map(({ kind, message }) => `${kind} ${plain(message)}`),
    [
      "note 3 écoles sans décile de défavorisation connu : leur effectif compte sans ce facteur. Importez l'indice (cartable importer deprivation …).",
    ],
  )
  t.end()
})

t.test('measure 15510: the published scale, and where it is discontinuous', (t) => {
  const rules = shippedRule('mesure-15510')
  const step = rules.allocation.steps[1]
  if (step?.kind !== 'sliding-scale') throw new Error('no scale')
  const at = (count: number): number => scaleCents(count, step.bands)
  // 551 × 60 = 33,060.00; 33,037.00 − 330.37 × 1 = 32,706.63; × 40 = 13,214.80 → 19,822.20; × 99 = 32,706.63 → 330.37.
  t.same([0, 1, 60, 61, 100, 159, 160, 1000].map(at), [0, 55_100, 3_306_000, 3_270_663, 1_982_220, 33_037, 0, 0])
  t.equal(
    at(60) - at(61),
    35_337,
    'from 60 to 61 pupils, 353.37 less: the line begins at 33,037.00, 23.00 below 551 × 60',
  )
  t.equal(at(61) - at(62), 33_037, 'afterwards 330.37 less for each')
  t.equal(at(159) - at(160), 33_037, 'and the line reaches 0.00 at 160 by itself')

  // Board 1: a school alone in its building; board 2: two that share one, 40 and 60 pupils; board 3: one of 100 pupils over
  // two buildings, 55 and 45; board 4: one that no file puts anywhere.
  const schools: Schools = { A: ['1', 61], B: ['2', 40], C: ['2', 60], D: ['3', 100], E: ['4', 159] }
  const schoolBuildings = [
    ...[pair('A', 'b1'), pair('B', 'b2'), pair('C', 'b2')],
    ...[pair('D', 'b3', primary, 0.55), pair('D', 'b4', primary, 0.45)],
  ]
  const result = deriveAllocation(allocationInput(schools, null, rules, { schoolBuildings }), french)
  t.same(amounts(result), {
    A: 60_100_000 + 3_270_663,
    // 19,822.20 × 40 ÷ 100 = 7,928.88; 601,000.00 × 40 ÷ 100 = 240,400.00.
    B: 24_040_000 + 792_888,
    C: 36_060_000 + 1_189_332,
    // 551 × 55 = 30,305.00 and 551 × 45 = 24,795.00.
    D: 60_100_000 + 3_030_500 + 2_479_500,
    E: 60_100_000 + 33_037,
  })
  t.equal(
    plain(result.allocations[1]?.because),
    "Base de l'organisme 2 : 601 000,00 $, dont 240 400,00 $ ici (40 élèves sur 100). Barème de l'immeuble b2, 100 élèves : 33 037,00 $ − 330,37 $ × (100 − 60) = 19 822,20 $, dont 7 928,88 $ à cette école. Montant : 248 328,88 $.",
  )
  t.same(
    result.problems.map(({ message }) => plain(message)),
    ['1 école sans immeuble connu : le barème la compte comme un immeuble à elle seule.'],
  )
  t.end()
})

t.test('a scale that falls below zero gives nothing, and the base of a board without pupils is shared equally', (t) => {
  const scale = { slidingScale: { per: 'school', bands: [{ upTo: 500, base: 100, perPupil: -1 }] } }
  const rules = rulesOf({ allocation: { stages: ['school'], steps: [{ basePerBoard: 0.01 }, scale] } })
  const result = deriveAllocation(allocationInput({ A: ['1', 0], B: ['1', 0], C: ['2', 300] }, null, rules), english)
  t.same(amounts(result), { A: 10_001, B: 10_000, C: 1 })
  t.equal(
    result.allocations[0]?.because,
    'Base of board 1: $0.01, of which $0.01 here (equally among 2 schools without pupils). Scale, 0 pupils: $100.00 − $1.00 × 0 = $100.00. Amount: $100.01.',
  )
  t.end()
})

t.test('the combo: a reserve, floors, the rest by pupils, and what a cap leaves over goes to who has room', (t) => {
  // 30,000.00 less 2 % (600.00): 29,400.00. Floors: 15,000.00. The rest, 14,400.00, by 100 pupils: 10,080.00, 2,880.00 and
  // 1,440.00. Caps of 400.00 a pupil: 28,000.00, 8,000.00, 4,000.00. C gives 6,440.00 − 4,000.00 = 2,440.00 back, to A and B
  // by 70 and 20: 1,897.78 and 542.22. B is then at 8,422.22 and gives 422.22 back to A: 15,080.00 + 1,897.78 + 422.22.
  const rules = shippedRule('combo-numerique')
  const result = deriveAllocation(
    allocationInput({ A: ['1', 70], B: ['1', 20], C: ['2', 10] }, 3_000_000, rules),
    french,
  )
  t.same(amounts(result), { A: 1_740_000, B: 800_000, C: 400_000 })
  t.match(result, { reserveCents: 60_000, unallocatedCents: 0, dueCents: 1_500_000 })
  t.same(result.steps, [
    { kind: 'reserve', sumCents: 60_000 },
    { kind: 'floor-per-school', sumCents: 1_500_000 },
    { kind: 'prorata', sumCents: 1_440_000 },
  ])
  t.same(
    result.allocations.map(({ floorCents, prorataCents, adjustmentCents }) => [
      floorCents,
      prorataCents,
      adjustmentCents,
    ]),
    [
      [500_000, 1_008_000, 232_000],
      [500_000, 288_000, 12_000],
      [500_000, 144_000, -244_000],
    ],
  )
  t.match(plain(result.allocations[2]?.because), /Plafond de 4 000,00 \$ : 2 440,00 \$ de moins/)
  t.match(
    plain(result.allocations[0]?.because),
    /De ce que les plafonds laissent : 2 320,00 \$ de plus\. Montant : 17 400,00 \$/,
  )
  const all = deriveAllocation(allocationInput({ A: ['1', 10], B: ['2', 1] }, 10_000_000, rules), french)
  t.same(amounts(all), { A: 400_000, B: 0 }, 'B could have 400.00 at most, less than the useful minimum of 500.00')
  t.equal(all.unallocatedCents, 10_000_000 - 200_000 - 400_000, 'when nobody has room the rest is to nobody')
  const training = deriveAllocation(
    allocationInput({ A: ['1', 1], B: ['2', 2] }, 100, rules, { part: 'training' }),
    english,
  )
  t.match(training, { part: 'training', stages: [{ stage: 'board', sumCents: 100 }, { stage: 'school' }] })
  t.same(amounts(training), { A: 33, B: 67 })
  t.end()
})

t.test('interactive boards: unspent money is shared with the envelope and taken off who holds it', (t) => {
  // 10,000.00 + 1,000.00 + 4,000.00 = 15,000.00 by 50, 30 and 20 pupils: 7,500.00, 4,500.00, 3,000.00. C holds 4,000.00, more
  // than its share: it keeps them and leaves. 11,000.00 by 50 and 30: 6,875.00 and 4,125.00, less the 1,000.00 that A holds.
  const schools: Schools = { A: ['1', 50], B: ['2', 30], C: ['2', 20] }
  const unspent = new Map([
    ['A', 100_000],
    ['C', 400_000],
    ['Z', 5_000],
  ])
  const rules = shippedRule('tableaux-interactifs')
  const result = deriveAllocation(allocationInput(schools, 1_000_000, rules, { unspent }), french)
  t.same(amounts(result), { A: 587_500, B: 412_500, C: 0 })
  t.match(result, { recoveredCents: 100_000, unallocatedCents: 0 })
  t.same(
    result.allocations.map(({ carriedCents }) => carriedCents),
    [100_000, 0, 400_000],
    'what they hold stays with them: with the amount, it is their share',
  )
  t.match(
    plain(result.allocations[0]?.because),
    /Sa part est de 6 875,00 \$, dont elle détient déjà 1 000,00 \$ d'une enveloppe antérieure\. Montant : 5 875,00 \$\.$/,
  )
  t.equal(
    plain(result.allocations[2]?.because),
    "Elle détient encore 4 000,00 $ d'une enveloppe antérieure, plus que sa part de 3 000,00 $ : elle les garde, ne reçoit rien et ne prend pas part à la répartition.",
  )
  t.match(result.problems, [{ school: null, kind: 'note', message: /1 école hors de la répartition détient 50,00/ }])
  const kept = { ...rules, allocation: { ...rules.allocation, unspent: 'keep' as const } }
  const keeping = deriveAllocation(allocationInput(schools, 1_000_000, kept, { unspent }), french)
  t.same(amounts(keeping), { A: 500_000, B: 300_000, C: 200_000 })
  t.match(keeping, { recoveredCents: 0, allocations: [{ carriedCents: 100_000 }, { carriedCents: 0 }] })
  t.end()
})

t.test('the smallest amounts below the useful minimum leave first, as long as one is', (t) => {
  const rules = (minimumUseful: number) =>
    rulesOf({ allocation: { stages: ['school'], limits: { minimumUseful }, steps: [{ prorata: { by: 'pupils' } }] } })
  // 1,000.00 by 80, 11 and 9: 800, 110, 90. Below 115.00, C leaves: 1,000 × 11 ÷ 91 = 120.88, and B is no longer below.
  const schools: Schools = { A: ['1', 80], B: ['1', 11], C: ['1', 9], D: ['1', 0] }
  const result = deriveAllocation(allocationInput(schools, 100_000, rules(115)), english)
  t.same(amounts(result), { A: 87_912, B: 12_088, C: 0, D: 0 })
  t.equal(
    result.allocations[2]?.because,
    'Its share would be $90.00, less than the useful minimum of $115.00: it gets nothing, and the others share it.',
  )
  // Of equal amounts the last code leaves first: 100.00 by three, at least 50.00.
  const equal = deriveAllocation(allocationInput({ A: ['1', 5], B: ['1', 5], C: ['1', 5] }, 10_000, rules(50)), english)
  t.same(amounts(equal), { A: 5_000, B: 5_000, C: 0 })
  const nobody = deriveAllocation(allocationInput({ A: ['1', 5], B: ['1', 5] }, 10_000, rules(150)), english)
  t.match(nobody, { unallocatedCents: 10_000, allocations: [{ amountCents: 0 }, { amountCents: 0 }] })
  t.end()
})

t.test('parts of the rest by pupils and by need, and what nobody lacks is not shared', (t) => {
  // 1,000.00: 60 % by pupils (10 and 30), 30 % by need (100.00 and 200.00), 10 % to nobody.
  const steps = [{ prorata: { by: 'pupils', percent: 60 } }, { prorata: { by: 'need', percent: 30 } }]
  const rules = rulesOf({
    categories: { flotte: { floor: 1, perPupils: 5, lifeYears: 5, unitCost: 450 } },
    allocation: { stages: ['school'], steps },
  })
  const schools: Schools = { A: ['1', 10], B: ['1', 30] }
  const needCents = new Map([
    ['A', 10_000],
    ['B', 20_000],
  ])
  const result = deriveAllocation(allocationInput(schools, 100_000, rules, { needCents }), french)
  t.same(amounts(result), { A: 15_000 + 10_000, B: 45_000 + 20_000 })
  t.equal(result.unallocatedCents, 10_000)
  t.match(
    plain(result.allocations[0]?.because),
    /Prorata : 100,00 \$, soit besoin de 100,00 \$ sur 300,00 \$, du reste de 300,00 \$ \(30 %\)/,
  )
  const nobody = deriveAllocation(allocationInput(schools, 100_000, rules), english)
  t.same(amounts(nobody), { A: 15_000, B: 45_000 })
  t.equal(nobody.unallocatedCents, 40_000)
  t.match(nobody.problems, [{ kind: 'note', message: /No school lacks anything/ }])
  t.end()
})
