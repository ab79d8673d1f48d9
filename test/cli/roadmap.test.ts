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
  t.match(err, /Liens haussés en tout\s: 7\. Élèves connus qui ont ce que la norme demande\s: 97\s%/)

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
})
