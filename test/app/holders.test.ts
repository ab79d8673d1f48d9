import { vacuumDatabase } from '../../src/app/database/vacuum.js'
import { forgetHolders } from '../../src/app/imports/forget.js'
import { listHeldFleet } from '../../src/store/holders.js'
import { onEachDatabase } from '../databases.js'
import { importDesk, SCHOOLS, type ImportDesk } from './desk.js'

const HEAD = 'serial,name,school,user name,email,phone\n'
const keepPersonal = true

/** Who has each device, as `serial school: user email phone`. */
const holders = ({ ask }: ImportDesk): Promise<string[]> =>
  ask(async ({ store }) =>
    (await listHeldFleet(store.db, null)).map(
      ({ serial, school, holder }) =>
        `${serial} ${school}: ${holder === null ? '-' : [holder.user, holder.email, holder.phone].join(' ').trim()}`,
    ),
  )

onEachDatabase('who has a device follows its row, and the last file that says so', async (t, database) => {
  const desk = await importDesk(t, database)
  const { take } = desk
  await take('schools', SCHOOLS)
  const first = `${HEAD}S1,a,911001,Zoé,z@x.invalid,1\nS2,b,911001,Marc,,\nS3,c,911002,,,\nS3,c,911002,Ève,,\n`
  t.match(await take('fleet', first, { keepPersonal }), { outcome: 'taken', added: 4, holders: { kept: 3, erased: 0 } })
  t.strictSame(await holders(desk), [
    'S1 911001: Zoé z@x.invalid 1',
    'S2 911001: Marc',
    'S3 911002: -',
    // Rows alike are told apart by their order, as in the fleet itself.
    'S3 911002: Ève',
  ])
  t.match(await take('fleet', first, { keepPersonal }), { outcome: 'unchanged', holders: { kept: 0, erased: 0 } })

  // S1 goes to another school, S2 has nobody any more, and S4 is new; 911002's other rows are no longer told.
  const next = `${HEAD}S1,a,911002,Zoé,z@x.invalid,1\nS2,b,911001,,,\nS4,d,911001,Jo,,\n`
  t.match(await take('fleet', next, { keepPersonal }), {
    outcome: 'taken',
    added: 2,
    removed: 3,
    holders: { kept: 2, erased: 3 },
  })
  t.strictSame(await holders(desk), ['S2 911001: -', 'S1 911002: Zoé z@x.invalid 1', 'S4 911001: Jo'])

  // A dry run and a file that is refused leave it; a mere change of a name is told.
  const changed = next.replace('Jo,', 'Jo Lefictif,')
  t.match(await take('fleet', changed, { keepPersonal, dryRun: true }), { outcome: 'dry-run', holders: { kept: 1 } })
  t.match(await take('fleet', next, { dryRun: true }), { outcome: 'dry-run', holders: { kept: 0, erased: 2 } })
  t.match(await take('fleet', changed.replace('911001', '999999')), { outcome: 'refused' })
  t.match(await holders(desk), ['S2 911001: -', /Zoé/, 'S4 911001: Jo'])
  const { import: id, ...last } = await take('fleet', changed, { keepPersonal })
  t.match(last, { outcome: 'taken', added: 0, unchanged: 3, holders: { kept: 1 } })
  t.match(await holders(desk), ['S2 911001: -', /Zoé/, 'S4 911001: Jo Lefictif'])
  t.match(await desk.undo(id), { holders: 2 })
  // Nothing brings back what it had taken the place of.
  t.strictSame(await holders(desk), ['S2 911001: -', 'S1 911002: -', 'S4 911001: -'])
})

onEachDatabase('it is erased by a fleet without it, by undoing, on request and in time', async (t, database) => {
  const desk = await importDesk(t, database)
  const { take, undo, ask } = desk
  await take('schools', SCHOOLS)
  const fleet = `${HEAD}S1,a,911001,Zoé,z@x.invalid,1\n`
  const [kept, none] = [['S1 911001: Zoé z@x.invalid 1'], ['S1 911001: -']]
  await take('fleet', fleet)
  t.strictSame(await holders(desk), none, 'nothing is kept unless it is asked')

  const { import: id } = await take('fleet', fleet, { keepPersonal })
  t.strictSame(await holders(desk), kept)
  t.match(await undo(id, { dryRun: true }), { holders: 1, changes: [] })
  t.strictSame(await holders(desk), kept)
  t.match(await undo(id), { holders: 1 })
  t.strictSame(await holders(desk), none, 'undone')

  await take('fleet', fleet, { keepPersonal })
  t.match(await take('fleet', fleet), { outcome: 'taken', unchanged: 1, holders: { kept: 0, erased: 1 } })
  t.strictSame(await holders(desk), none, 'the same fleet without it')

  await take('fleet', fleet, { keepPersonal })
  const later = (days: number, isTried = false) =>
    ask((session) => {
      const now = (): string => new Date(Date.parse(session.now()) + days * 86_400_000).toISOString()
      return vacuumDatabase({ ...session, now }, isTried)
    })
  t.match(await later(399), { removed: { holders: 0 } })
  t.match(await later(401, true), { removed: { holders: 1 } })
  t.strictSame(await holders(desk), kept)
  t.match(await later(401), { removed: { holders: 1 } })
  t.strictSame(await holders(desk), none, 'in time')

  await take('fleet', fleet, { keepPersonal })
  t.equal(await ask((session) => forgetHolders(session, true)), 1)
  t.equal(await ask((session) => forgetHolders(session, false)), 1)
  t.strictSame(await holders(desk), none, 'on request')
})
