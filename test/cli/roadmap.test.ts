import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { boardFor } from './board.js'
import { cartable } from './run.js'

const PRICES = `bandwidth:
  prices:
    - { toMbps: 100, cost: 1500 }
    - { toMbps: 1000, cost: 5000, perKm: 12000 }
`

t.test('the links to raise are ranked, with what they bring and cost', async (t) => {
  const { folder } = await boardFor(t)
  const ran = (...args: readonly string[]) => cartable(args, { cwd: folder })
  const { out, err, code } = await ran('rehaussements')
  t.equal(code, 0)
  t.match(out, /^ +1 +718 +— +1 +— +836 +56\s%\n {2}porter FAO-00 de 1\sGbit\/s à 10\sGbit\/s$/m)
  t.match(err, /Sans prix dans la configuration/)
  t.match(err, /Avec 7 liens haussés, 97\s% des élèves connus ont ce que la norme demande \(8\s% aujourd'hui\)/)

  await t.test('by prices, the cheap one of a village comes before the long ones', async (t) => {
    await writeFile(join(folder, 'prix.yaml'), `${PRICES}    - { toMbps: 10000, cost: 12000, perKm: 12000 }\n`)
    const priced = await ran('roadmap', '--json', '--config', 'prix.yaml')
    const rows = JSON.parse(priced.out) as Record<string, unknown>[]
    t.match(rows[1], {
      step: 2,
      upgrades: [{ link: 'FAO-09', fromBps: 10e6, toBps: 100e6 }],
      buildings: ['798109'],
      pupils: 27,
      costCents: 150_000,
      upgradesTotal: 2,
    })
    const total = rows.reduce((sum, { costCents }) => sum + Number(costCents), 0)
    t.equal(rows.at(-1)?.['costTotalCents'], total)
    t.match(
      (await ran('roadmap', '--format', 'csv', '--config', 'prix.yaml')).out,
      /^step,buildings,pupils,cost_cents,/,
    )
  })

  await t.test('what has no price, and a standard without demand, are told with what to do', async (t) => {
    await writeFile(join(folder, 'prix.yaml'), PRICES)
    const short = await ran('roadmap', '--config', 'prix.yaml', '--lang', 'en')
    t.equal(short.code, 1)
    t.match(short.err, /No price of the configuration goes up to 10\sGbit\/s\nAdd to bandwidth\.prices/)
    t.match((await ran('roadmap', '--profile', 'giga')).err, /classe des débits.*\n.*--profile/)
  })

  await t.test('until a share of the pupils is reached', async (t) => {
    // 836 of 1,482 are 56 %, 1,096 are 74 %.
    const { out, err } = await ran('roadmap', '--until', '57', '--json')
    t.equal((JSON.parse(out) as unknown[]).length, 2)
    t.match(err, /Avec 2 liens haussés, 74\s%/)
    t.match(err, /Étapes laissées de côté par le budget ou la part demandée\s: 4/)
    t.match((await ran('roadmap', '--until', '56,2', '--json')).err, /Avec 1 lien haussé, 56\s%/)
    const wrong = await ran('roadmap', '--until', '101')
    t.equal(wrong.code, 2)
    t.match(wrong.err, /«\s101\s» n'est pas une part/)
  })

  await t.test('a file of costs wins over prices; a budget keeps what fits it, link by link', async (t) => {
    await writeFile(join(folder, 'prix.yaml'), `${PRICES}    - { toMbps: 10000, cost: 12000, perKm: 12000 }\n`)
    // FAO-00 lifts 718 pupils, FAO-09 lifts 27.
    await writeFile(
      join(folder, 'couts.csv'),
      'lien;vers_mbps;coût\nFAO-00;10000;25 000,50 $\nFAO-09;100;1500\nX;100;1\n',
    )
    const costed = (...args: readonly string[]) =>
      ran('roadmap', '--costs', 'couts.csv', '--config', 'prix.yaml', '--json', ...args)
    const { out, err } = await costed('--budget', '26500.50')
    const rows = JSON.parse(out) as Record<string, unknown>[]
    t.match(rows, [
      { step: 1, pupils: 718, costCents: 2_500_050, buildings: Array },
      { step: 2, pupils: 27, costCents: 150_000, costTotalCents: 2_650_050 },
    ])
    t.equal(rows.length, 2)
    t.match(err, /couts\.csv\s: liens que la base n'a pas, laissés de côté\s: X\./)
    t.match(err, /Avec 2 liens haussés, pour 26\s500,50\s\$, 58\s%/)
    // One cent less, and the best step is too dear: those behind FAO-00 need it, FAO-09 does not.
    const less = JSON.parse((await costed('--budget', '25000.49')).out) as { upgrades: { link: string }[] }[]
    t.strictSame(
      less.map(({ upgrades }) => upgrades.map(({ link }) => link)),
      [['FAO-09']],
    )
    t.match((await costed('--budget', '1')).err, /Aucune étape ne tient dans ce budget/)
    t.match((await ran('roadmap', '--budget', '5')).err, /Un budget demande des coûts.*\n.*--costs/)
  })

  await t.test('a file of costs is refused whole, with every line that is wrong', async (t) => {
    await writeFile(
      join(folder, 'couts.csv'),
      'lien;vers_mbps;coût\nFAO-00;10000;\n;100;5\nFAO-01;100;5\nFAO-01;100;6\n',
    )
    const { code, err } = await ran('roadmap', '--costs', 'couts.csv')
    t.equal(code, 1)
    t.match(err, /couts\.csv:2: coût: .*\n.*couts\.csv:3: lien: .*\n.*couts\.csv:5: /)
    await writeFile(join(folder, 'couts.csv'), 'link,to_mbps,cost\nFAO-00,10000,5\n')
    t.match((await ran('roadmap', '--costs', 'couts.csv')).err, /ce que coûte de porter FAO-\d\d à .*\n.*--costs/)
  })

  await t.test('kilometres are those of the route, where one was imported', async (t) => {
    // 0.1 degree of latitude is 11.1195 km (2π × 6371.0088 / 3600): there and back, then 718 pupils for 12,000 + 22.239 × 12,000 dollars.
    const route = { type: 'LineString', coordinates: [[-68.2, 49.2], [-68.2, 49.3], [-68.2, 49.2]] } // prettier-ignore
    const row = `FAO-00,798113,POP-BCO,1000,operational,"${JSON.stringify(route).replaceAll('"', '""')}"`
    await writeFile(join(folder, 'lien.csv'), `id,a,b,capacity_mbps,status,geometry\n${row}\n`)
    t.equal((await ran('import', 'wan-links', 'lien.csv')).code, 0)
    const { out } = await ran('roadmap', '--config', 'prix.yaml', '--json')
    const step = (JSON.parse(out) as { costCents: number; upgrades: { link: string }[] }[]).find(({ upgrades }) =>
      upgrades.some(({ link }) => link === 'FAO-00'),
    )
    t.equal(step?.upgrades.length, 1)
    t.ok(Math.abs((step?.costCents ?? 0) - (12_000 + 22.239 * 12_000) * 100) < 1000, `${step?.costCents}`)
  })
})
