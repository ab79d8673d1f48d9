import t from 'tap'
import type { MapInput } from '../../../src/model/map-format.js'
import { artefact, cardText, columnTexts, launch, legend, names, open, rows, skip, written } from '../browser.js'
import { inventedBoard } from '../samples/invented.js'
import { twoSchools } from '../samples/two-schools.js'

void t.test("a board's page in a browser", { skip, timeout: 240_000 }, async (t) => {
  const folder = t.testdir()
  const browser = await launch()
  t.teardown(() => browser.close())
  const board = await written(folder, 'carte.html', inventedBoard())

  await t.test('the page counts what the input holds, asks for nothing and complains of nothing', async (t) => {
    const { page, faults } = await open(browser, board)
    // Counted on the sample by eye, access against pupils: 25/74, 50/144, 100/231 · 100/187, 100/133 · 750/912, 100/121,
    // 410/486 · 96, 88, 418 and 40 pupils served in full · one without link · one without pupils, one without capacity.
    t.strictSame(await legend(page), ['critical 3', 'short 2', 'tight 3', 'ok 4', 'unlinked 1', 'unknown 2'])
    t.equal(await rows(page).count(), 15)
    t.equal(await page.locator('#tab-links .tab-count').innerText(), '17')
    t.equal(await page.locator('#kpiPupils dd').innerText(), '3\u00a0051')
    t.match(await page.locator('#note').innerText(), 'École du Portage')
    t.equal(await page.locator('html').getAttribute('lang'), 'fr-CA')
    t.match(await page.title(), 'Centre de services scolaire des Battures')
    t.equal(new URL(page.url()).hash, '', 'nothing is asked, nothing is in the address')
    // The same thirteen ratios by tenths, worked out: 25/74 = 0.34, 50/144 = 0.35, 100/231 = 0.43, 0.53, 0.75, 0.82,
    // 0.83, 0.84 and four at 1 or over; one without link, one without pupils and one without capacity have none.
    const bins = await page.locator('.bin').allInnerTexts()
    t.strictSame(
      bins.map((text) => Number(/\d+$/.exec(text.trim())?.[0])),
      [0, 0, 0, 2, 1, 1, 0, 1, 3, 0, 4],
    )
    t.match(await page.locator('#histogram-note').innerText(), /3$/)
    await page.screenshot({ path: artefact('map-board-fr.png') })

    // Search ignores accents and case, the legend hides a class, and the counts follow.
    await page.fill('#search', 'ERABLIERE')
    t.strictSame(await names(page), ['École de l’Érablière'])
    t.equal(await page.locator('#count').innerText(), '1 sur 15')
    t.strictSame(await legend(page), ['critical 1', 'short 0', 'tight 0', 'ok 0', 'unlinked 0', 'unknown 0'])
    await page.fill('#search', 'baie des sternes secondaire')
    t.equal(await rows(page).count(), 1)
    await page.fill('#search', 'zzz')
    t.ok(await page.locator('.empty').first().isVisible())
    await page.fill('#search', '')
    await page.locator('.entry[data-class="critical"]').click()
    t.equal(await rows(page).count(), 12)
    t.equal(await page.locator('.entry[data-class="critical"]').getAttribute('aria-pressed'), 'false')
    await page.locator('.entry[data-class="critical"]').click()

    // Columns sort both ways, and what is not known stays last.
    t.strictSame((await columnTexts(page, 2)).slice(0, 3), ['Critique', 'Critique', 'Critique'], 'worst first')
    const header = page.locator('#sheet-buildings thead th').nth(2)
    await header.locator('button').click()
    t.equal(await header.getAttribute('aria-sort'), 'descending')
    const falling = await columnTexts(page, 3)
    t.strictSame([falling[0], falling[1], falling.at(-1)], ['912', '486', '—'])
    await header.locator('button').press('Enter')
    t.equal(await header.getAttribute('aria-sort'), 'ascending')
    const rising = await columnTexts(page, 3)
    t.strictSame([rising[0], rising[1], rising.at(-1)], ['40', '58', '—'])
    t.strictSame(faults, [])
  })

  await t.test('a press on a row shows its card, with the figures worked out by hand', async (t) => {
    const { page, faults } = await open(browser, board)
    await page.locator('tr[data-id="799005"] .pick').click()
    const text = await cardText(page)
    // 144 pupils at 1 Mbit/s; 50 Mbit/s of access: 34.7 %, 347 kbit/s a pupil, 144 ÷ 50 = 2.88.
    for (const words of [
      'Pavillon de la Rive',
      'Critique',
      'Reçoit 34 %',
      '144 Mbit/s',
      '50 Mbit/s',
      '347 kbit/s',
      '× 2,88',
      'École Pavillon de la Rive (E799005) : 144 élèves',
      // Fleet: 10 + ⌈144 ÷ 5⌉ = 39 due, ⌊144 ÷ 6⌋ = 24 in service. Robots: 1 + 2 due, 1 there.
      "Flotte d'appareils : 15 à ajouter (24 sur 39 en service)",
      'Robotique : 2 à ajouter (1 sur 3 en service)',
      '6 avec lecture, 2 sans lecture',
      'Porter Accès Pavillon de la Rive de 50 Mbit/s à 1 Gbit/s',
      'Effectif de 2018-2019',
    ]) {
      t.ok(text.includes(words), words)
    }
    t.match(text, /Réseau collectif des Battures · Cuivre · 50 Mbit\/s · charge de 288 % goulot/, 'the path is told')
    t.equal(await page.locator('tr[aria-current]').getAttribute('data-id'), '799005')
    await page.screenshot({ path: artefact('map-board-card-fr.png') })
    // Along the path to the link's own card, and back to nothing.
    await page.locator('#card .inline').first().click()
    t.match(await cardText(page), 'On lui demande 288 % de sa capacité.')
    await page.locator('#card .close').click()
    t.equal(await page.locator('#card').isVisible(), false)

    // Saint-Elme has one building, and its name stands 11 pixels above it.
    await page.locator('.whole').click()
    await page.waitForTimeout(600)
    const label = await page.locator('.label', { hasText: 'Saint-Elme' }).boundingBox()
    if (label === null) throw new Error('Saint-Elme is on the map')
    const [x, y] = [label.x + label.width / 2, label.y + label.height + 11]
    await page.mouse.move(x, y)
    await page.locator('.tip').waitFor()
    t.match(await page.locator('.tip').innerText(), 'École de la Savane')
    await page.mouse.click(x, y)
    t.equal(await page.locator('#card h2').innerText(), 'École de la Savane')
    t.equal(await page.locator('tr[aria-current]').getAttribute('data-id'), '799012')
    t.ok(await page.locator('tr[aria-current]').isVisible())
    t.strictSame(faults, [])
  })

  await t.test('what a person corrected is told on the card and in the table', async (t) => {
    const input = inventedBoard()
    const buildings = input.buildings.map((building) =>
      building.code === '799005' ? { ...building, overridden: ['name', 'coordinates'] } : building,
    )
    const file = await written(folder, 'corrected.html', { ...input, buildings })
    const { page, faults } = await open(browser, file, { hash: '#chosen=building:799005' })
    t.match(await cardText(page), /Corrigé le nom, la position/i)
    t.match(await page.locator('tr[data-id="799005"] .under').innerText(), / · corrigé$/)
    t.notMatch(await page.locator('tr[data-id="799001"] .under').innerText(), /corrigé/)
    t.strictSame(faults, [])
  })

  await t.test('territories, places unknown, a split school, and no equipment rules', async (t) => {
    const { page, faults } = await open(browser, await written(folder, 'two.html', { ...twoSchools, shortfalls: [] }))
    t.equal(await page.locator('#kpiEquipment').count(), 0)
    t.equal(await page.locator('#sheet-buildings thead th').count(), 6)
    t.equal(await page.locator('#mode option[value="equipment"]').count(), 0)
    await page.locator('tr[data-id="799002"] .pick').click()
    // 0.25 of 102 pupils, and all of the 100 of the other.
    t.match(await cardText(page), 'École des Galets (799101) : 25,5 élèves ici, sur 102')
    t.match(await cardText(page), 'École du Phare (799102) : 100 élèves')
    t.match(await cardText(page), 'élèves de École des Galets répartis également', 'a reason tells names, not codes')
    await page.locator('#tab-territories').click()
    t.match(
      await page.locator('#sheet-territories tbody').innerText(),
      /Battures\s+799000\s+Insuffisant\s+Français\s+202/,
    )
    t.strictSame(faults, [])
  })

  await t.test('nothing at all is still a page; so is one where all figures are withheld', async (t) => {
    const nothing = { gaps: [], wanLinks: [], pops: [], territories: [], shortfalls: [] }
    const empty = await open(browser, await written(folder, 'empty.html', { ...twoSchools, ...nothing }))
    t.equal(await rows(empty.page).count(), 0)
    t.equal(await empty.page.locator('h1').innerText(), 'Québec')
    const input = inventedBoard()
    const none = { pupils: null, demandDownBps: null, shareDownBps: null, ratio: null, bpsPerPupil: null }
    const withheld: MapInput = {
      ...input,
      gaps: input.gaps.map((gap) => ({ ...gap, ...none, level: 'unknown', path: [], bottleneck: null, closing: [] })),
      linkLoads: [],
      schoolPupils: new Map(),
      shortfalls: [],
      drawing: { ...input.drawing, isPublic: true },
    }
    const { page, faults } = await open(browser, await written(folder, 'withheld.html', withheld), {
      hash: '#chosen=building:799005',
    })
    t.strictSame(await legend(page), ['unknown 15'])
    t.match(await cardText(page), 'Il manque une donnée pour conclure.')
    t.notMatch(await cardText(page), 'défaillance')
    await page.selectOption('#mode', 'pupil')
    t.strictSame(await legend(page), ['none 15'])
    t.strictSame([...empty.faults, ...faults], [])
  })
})
