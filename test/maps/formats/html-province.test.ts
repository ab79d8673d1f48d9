import t from 'tap'
import { address, artefact, launch, legend, open, rows, said, skip, written } from '../browser.js'
import { randomProvince } from '../samples/invented.js'
import { inBoards, withViews } from '../samples/views.js'

void t.test('the page of a whole province', { skip, timeout: 240_000 }, async (t) => {
  const folder = t.testdir()
  const browser = await launch()
  t.teardown(() => browser.close())
  const input = withViews(inBoards(randomProvince(3607), 72))
  const province = await written(folder, 'province.html', input)
  const counted = (gaps: typeof input.gaps): Record<string, number> => {
    const counts: Record<string, number> = {}
    for (const { level } of gaps) counts[level] = (counts[level] ?? 0) + 1
    return counts
  }
  const shown = async (page: Parameters<typeof legend>[0]): Promise<Record<string, number>> =>
    Object.fromEntries((await legend(page)).map((entry) => [entry.split(' ')[0], Number(entry.split(' ')[1])]))

  await t.test('opens, counts, searches, and tells far buildings as rings', async (t) => {
    const { page, faults } = await open(browser, province)
    t.strictSame(await shown(page), counted(input.gaps))
    t.equal(await said(page, '#tab-buildings .tab-count'), '3 607')
    t.ok((await rows(page).count()) < 200, 'rows come when they are reached')
    t.match(await said(page, '#sheet-buildings .more:visible'), 'Rangées qui suivent : 3 567')
    await page.screenshot({ path: artefact('map-province-fr.png') })

    await page.fill('#search', '700123')
    t.equal(await rows(page).count(), 1)
    await rows(page).first().locator('.pick').click()
    t.match(await page.locator('#card h2').innerText(), 'École numéro 123')
    await page.fill('#search', '')
    t.ok(await page.locator('tr[data-id="700123"]').isVisible(), 'the chosen row stays in view')
    await page.locator('tr[data-id="700123"] .pick').focus()
    await page.keyboard.press('End')
    t.match(await page.evaluate('document.activeElement.closest("tr").ariaRowIndex'), '3608')
    await page.keyboard.press('Home')
    t.match(await page.evaluate('document.activeElement.closest("tr").ariaRowIndex'), '2')
    t.strictSame(faults, [])
  })

  await t.test('another standard, a region, a board: all follow, and a ring opens', async (t) => {
    const { page, faults } = await open(browser, province)
    await page.selectOption('#profile', 'nsw-2022')
    const view = input.views.find(({ id }) => id === 'nsw-2022')
    t.strictSame(await shown(page), counted(view?.gaps ?? []))
    await page.selectOption('#crumb-region', 'Estrie')
    t.strictSame(await shown(page), counted((view?.gaps ?? []).filter(({ region }) => region === 'Estrie')))
    const boards = new Set(input.gaps.filter(({ region }) => region === 'Estrie').map(({ board }) => board))
    t.equal(await page.locator('#crumb-board option').count(), boards.size + 1)
    await page.selectOption('#crumb-board', '797000')
    const own = (view?.gaps ?? []).filter(({ board }) => board === '797000')
    t.equal(await said(page, '#kpiBuildings dd'), String(own.length))
    t.strictSame(await shown(page), counted(own))
    t.strictSame(await address(page), { region: 'Estrie', board: '797000', view: 'nsw-2022' })
    await page.screenshot({ path: artefact('map-province-board-fr.png') })

    await page.locator('#crumb-all').click()
    await page.waitForTimeout(800)
    const box = await page.locator('#map').boundingBox()
    if (box === null) throw new Error('the page has a map')
    // A ring stands somewhere on a grid finer than rings are wide.
    const scale = (): Promise<string> => said(page, '.leaflet-control-scale-line')
    const before = await scale()
    search: for (let y = 60; y < box.height - 40; y += 25) {
      for (let x = 80; x < box.width - 40; x += 25) {
        await page.mouse.move(box.x + x, box.y + y)
        await page.waitForTimeout(20)
        if ((await page.locator('.tip b').count()) === 0) continue
        if (!/^\d+ immeubles$/.test(await said(page, '.tip b'))) continue
        await page.mouse.click(box.x + x, box.y + y)
        break search
      }
    }
    await page.waitForTimeout(800)
    t.not(await scale(), before, 'a press on a ring goes nearer')
    t.match(Object.keys(await address(page)).join(), 'at', 'and the address tells where')
    t.strictSame(faults, [])
  })
})
