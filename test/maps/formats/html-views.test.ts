import { readFileSync } from 'node:fs'
import t from 'tap'
import { address, artefact, cardText, launch, legend, names, open, rows, said, skip, written } from '../browser.js'
import { inventedBoard } from '../samples/invented.js'
import { inBoards, withViews } from '../samples/views.js'

void t.test('what the page can be asked to show', { skip, timeout: 240_000 }, async (t) => {
  const folder = t.testdir()
  const browser = await launch()
  t.teardown(() => browser.close())
  const board = await written(folder, 'carte.html', withViews(inventedBoard()))
  const province = await written(folder, 'province.html', inBoards(withViews(inventedBoard()), 5))

  await t.test('colours tell the rate per pupil, the equipment missing, the use measured', async (t) => {
    const { page, faults } = await open(browser, board)
    await page.selectOption('#mode', 'pupil')
    // Received by pupils, in kbit/s: 338 (74 pupils, 25 Mbit/s), 347, 433 · 535, 752, 822, 826, 844 · 1042, 1136 · 2392
    // (418, 1 Gbit/s) and 50,000 (40, 2 Gbit/s); without link, without pupils, without capacity.
    t.strictSame(await legend(page), ['p2 3', 'p3 5', 'p4 2', 'p5 2', 'none 3'])
    t.equal(await said(page, '.entry[data-class="p2"] .entry-name'), '250 à 500 kbit/s')
    await page.locator('.entry[data-class="p3"]').click()
    t.equal(await rows(page).count(), 10)
    t.strictSame(await address(page), { mode: 'pupil', hidden: 'p3' })
    await page.screenshot({ path: artefact('map-board-pupil-fr.png') })

    await page.selectOption('#mode', 'equipment')
    t.equal(await page.locator('.entry[aria-pressed="false"]').count(), 0, 'classes of another colour are not hidden')
    // École de l'Érablière, 74 pupils: due 2 + 2 + 25 = 29, there 0 + 1 + 12, missing 2 + 1 + 13 = 16: 55 %, the second class.
    t.match(await said(page, 'tr[data-id="799009"]'), /50 à 75 % manquant\s+74\s+29\s+13\s+16/)

    await page.selectOption('#mode', 'use')
    t.match(await page.locator('#legend-title').innerText(), '95e centile mesuré')
    // Of 17 links every third is measured, the 1st at 0 %, the 2nd (ACC-799004) at 37 %…
    t.match(await said(page, 'tr[data-id="799004"]'), /30 à 50 %\s+231\s+37 %\s+Accès Pavillon du Phare/)
    t.match(await said(page, 'tr[data-id="799010"]'), 'non mesuré', 'grey where nothing is measured')
    await page.locator('tr[data-id="799004"] .pick').click()
    t.match(
      await cardText(page),
      "95e centile mesuré de 37 Mbit/s, soit 37 % de la capacité (30 jours, jusqu'au 2026-11-20)",
    )
    t.strictSame(faults, [])
  })

  await t.test('another standard, a scenario and what changes are shown at once', async (t) => {
    const { page, faults } = await open(browser, board)
    // At 100 kbit/s a pupil, all who have a link, a capacity and pupils have enough.
    await page.selectOption('#profile', 'fcc-2014')
    t.strictSame(await legend(page), ['ok 12', 'unlinked 1', 'unknown 2'])
    t.match(await page.locator('#facts').innerText(), 'fcc-2014')
    t.equal(await page.locator('#roadmap').isVisible(), false, 'the roadmap is of the first standard')
    await page.locator('#compare-before').click()
    t.strictSame(await legend(page), ['critical 3', 'short 2', 'tight 3', 'ok 4', 'unlinked 1', 'unknown 2'])
    await page.locator('#compare-change').click()
    t.strictSame(await legend(page), ['up 8', 'same 7'])
    t.match(await said(page, 'tr[data-id="799009"]'), /Monte\s+Critique\s+Suffisant\s+33 %\s+337 %/)

    // Plan 2030 links the school without link and closes the first short one, École de la Grève.
    await page.selectOption('#scenario', 'scenario')
    t.strictSame(await legend(page), ['up 1', 'closed 1', 'same 13'])
    await page.locator('tr[data-id="799006"] .pick').click()
    t.match(await cardText(page), 'Insuffisant (53 %) → absent')
    await page.screenshot({ path: artefact('map-board-change-fr.png') })
    await page.locator('#compare-after').click()
    t.strictSame(await legend(page), ['critical 3', 'short 1', 'tight 3', 'ok 5', 'unknown 2'])
    t.equal(await page.locator('#kpiBuildings dd').innerText(), '14')
    await page.selectOption('#scenario', '')
    t.equal(await page.locator('#compare').isVisible(), false)
    t.strictSame(faults, [])
  })

  await t.test('with so many upgrades, so many pupils: buildings and links follow the step', async (t) => {
    const { page, faults } = await open(browser, board)
    const told = (): Promise<string> => said(page, '#step-text')
    // 96, 88, 418 and 40 pupils have enough: 642 of 3,051, 21.0 %. Held back by their own access: 231, 187, 144, 133, 121, 74.
    t.equal(await told(), 'Sans rehaussement : 21 % des élèves à la norme')
    await page.locator('#step-more').click()
    await page.locator('#step-more').click()
    // 642 + 231 + 187 = 1,060 of 3,051: 34.7 %.
    t.equal(await told(), 'Avec 2 rehaussements : 34,7 % des élèves, pour 10 000 $')
    t.strictSame(await legend(page), ['critical 2', 'short 1', 'tight 3', 'ok 6', 'unlinked 1', 'unknown 2'])
    t.match(await said(page, 'tr[data-id="799004"]'), /Suffisant\s+palier 1/)
    t.match(await page.locator('#signs').innerText(), 'Lien rehaussé')
    await page.locator('tr[data-id="799004"] .pick').click()
    t.match(await cardText(page), 'porté à 1 Gbit/s')
    t.match(await cardText(page), 'Atteint la norme au palier 1, avec 1 rehaussements en tout')
    await page.screenshot({ path: artefact('map-board-roadmap-fr.png') })
    await page.locator('#step').focus()
    await page.keyboard.press('End')
    t.match(await address(page), { step: '6' })
    t.equal((await page.locator('#step').getAttribute('aria-valuetext'))?.replace(/\s/g, ' '), await told())
    t.strictSame(faults, [])
  })

  await t.test('region, board, building: the place filters all, is in the address, and comes back', async (t) => {
    const { page, faults } = await open(browser, province)
    t.equal(await page.locator('h1').innerText(), '5 organismes')
    const options = await page.locator('#crumb-region option').allInnerTexts()
    t.strictSame(options.slice(0, 3), ['Toutes les régions', 'Bas-Saint-Laurent', 'Côte-Nord'])
    await page.selectOption('#crumb-region', 'Bas-Saint-Laurent')
    t.strictSame(await page.locator('#crumb-board option').allInnerTexts(), [
      'Tous les organismes',
      'Centre de services scolaire numéro 1',
    ])
    // Every fifth building from the first: 799001, 799006, 799011.
    t.equal(await rows(page).count(), 3)
    t.equal(await page.locator('#kpiBuildings dd').innerText(), '3')
    t.strictSame(await legend(page), ['short 1', 'tight 1', 'ok 1'])
    await page.selectOption('#crumb-board', '799000')
    await page.selectOption('#crumb-building', '799006')
    t.equal(await page.locator('#card h2').innerText(), 'École de la Grève')
    t.strictSame(await address(page), { region: 'Bas-Saint-Laurent', board: '799000', chosen: 'building:799006' })
    t.match(await page.title(), 'Centre de services scolaire numéro 1')
    await page.goBack()
    t.equal(await page.locator('#card').isVisible(), false)
    t.equal(await page.locator('#crumb-board').inputValue(), '799000')
    await page.goBack()
    await page.goBack()
    t.equal(await rows(page).count(), 15)
    t.equal(await page.locator('#crumb-region').inputValue(), '')
    await page.goForward()
    t.equal(await rows(page).count(), 3)
    await page.locator('#crumb-all').click()
    t.equal(await rows(page).count(), 15)
    t.strictSame(faults, [])
  })

  await t.test('an address tells the whole view, and no address breaks the page', async (t) => {
    const hash =
      '#region=Estrie&board=797000&mode=pupil&view=nsw-2022&compare=before&hidden=p5&q=ecole&chosen=building:799003&tab=buildings&sort=pupils.up&lang=en&at=48.5,-68.3,9.5'
    const { page, faults } = await open(browser, province, { hash })
    t.equal(await page.locator('html').getAttribute('lang'), 'en-CA')
    t.equal(await page.locator('#crumb-region').inputValue(), 'Estrie')
    t.equal(await page.locator('#profile').inputValue(), 'nsw-2022')
    t.equal(await page.locator('#compare-before').getAttribute('aria-pressed'), 'true')
    t.equal(await page.locator('#search').inputValue(), 'ecole')
    t.equal(await page.locator('#card h2').innerText(), 'Pavillon des Galets')
    t.equal(await page.locator('th[aria-sort="ascending"]').innerText(), 'Pupils')
    // Every fifth building from the third: 799003, whose class is hidden, 799008 (133 pupils) and 799013 (486).
    t.strictSame(await names(page), ['École du Plateau', 'École secondaire du Littoral'])
    t.match(await address(page), { at: '48.5000,-68.3000,9.5', hidden: 'p5', sort: 'pupils.up' })
    for (const garbage of [
      '%',
      '%E0%A4%A',
      '__proto__=1&constructor=2',
      'view=__proto__&mode=constructor&tab=toString&lang=de&sort=__proto__.up&chosen=building:__proto__&region=__proto__',
      'view=scenario&step=-1e99&hidden=%3Cimg%20src=x%20onerror=alert(1)%3E&at=NaN,,9e9&compare=x',
      'step=1e9&board=797000&region=Estrie&chosen=link:%00&q=%E2%80%AE%3Cscript%3E',
      `q=${'x'.repeat(5000)}`,
      'at=1,2&at=91,0,5&sort=.&sort=pupils.sideways&&&==',
    ]) {
      await page.evaluate(`location.hash = ${JSON.stringify(garbage)}`)
      await page.waitForTimeout(50)
      t.ok(await page.locator('#count').isVisible(), garbage.slice(0, 40))
    }
    await page.evaluate('location.hash = ""')
    t.equal(await rows(page).count(), 15)
    t.strictSame(faults, [])
  })

  await t.test('the other language is in the page: texts, numbers, dates, reasons', async (t) => {
    const { page, faults } = await open(browser, board, { hash: '#chosen=building:799014' })
    t.match(await cardText(page), 'effectif inconnu, en tout ou en partie, pour École Centre de formation du Quai')
    t.equal(await page.locator('#language').getAttribute('lang'), 'en')
    await page.locator('#language').click()
    t.match(await cardText(page), 'enrolment unknown, in whole or in part, for École Centre de formation du Quai')
    t.match(await page.locator('#legend').innerText(), 'Sufficient')
    t.equal(await page.locator('#kpiPupils dd').innerText(), '3,051')
    t.equal(await page.locator('.leaflet-control-zoom-in').getAttribute('aria-label'), 'Zoom in')
    t.match(await page.locator('#facts').innerText(), /2026-11-2\d \d\d:05/)
    t.notMatch(await page.locator('body').innerText(), /Immeubles|Niveau|Élèves|Légende/)
    t.match(await address(page), { lang: 'en' })
    await page.goBack()
    t.equal(await page.locator('html').getAttribute('lang'), 'fr-CA')
    t.strictSame(faults, [])
  })

  await t.test('the table goes to a CSV that a spreadsheet of the language opens, formulas made inert', async (t) => {
    const input = inventedBoard()
    const gaps = input.gaps.map((gap) => (gap.building === '799005' ? { ...gap, name: '=HYPERLINK("x";1)' } : gap))
    const file = await written(folder, 'csv.html', withViews({ ...input, gaps }))
    const { page, faults } = await open(browser, file, { hash: '#q=saint-alcide' })
    const saved = async (): Promise<{ name: string; lines: string[] }> => {
      const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#csv').click()])
      const text = readFileSync(await download.path(), 'utf8')
      return { name: download.suggestedFilename(), lines: text.split('\r\n') }
    }
    const french = await saved()
    t.equal(french.name, 'immeubles.csv')
    t.match(french.lines[0], /^\ufeffCode de l'immeuble;Nom;Municipalité;/)
    t.match(french.lines[1], /^799005;"'=HYPERLINK\(""x"";1\)";Saint-Alcide;Les Battures;Bas-Saint-Laurent;799000;/)
    t.match(french.lines[1], ';E799005;Critique;144;144000000;50000000;0,3472;347222;ACC-799005;ACC-799005 DORSALE;')
    t.equal(french.lines.length, 3, 'the rows that are shown')
    await page.locator('#language').click()
    await page.locator('#tab-links').click()
    const english = await saved()
    t.match(english.lines[0], /^\ufeffLink,Name,/)
    t.match(english.lines[1], ',50000000,50000000,144000000,2.88,Critical,')
    t.strictSame(faults, [])
  })
})
