// Puts the page together: one choice at a time, shown by the map, the tables and the card alike.

/** Chooses a building or a link, or nothing; `from` is where: map, table, card or keyboard. */
function choose(item, from) {
  const left = view.selected
  if (item === left && item !== null && from === 'map') return
  view.selected = item
  tip.remove()
  showMatching()
  light()
  markRow(from)
  showCard(from)
  if (item !== null) reveal(item)
  else if (from !== 'map') rowOf.get(left)?.querySelector('.pick')?.focus({ preventScroll: true })
}

view.onChange((what) => {
  if (what !== 'filter') return
  fillSheet(current)
  showMatching()
})

document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && view.selected !== null) choose(null, 'keyboard')
})

map.on('zoomend', resize)
map.on('moveend zoomend resize', drawLabels)
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', repaint)

buildFigures()
buildLegend()
buildTables()
showAll(false)
resize()
badgeGroup.addTo(map)
drawLabels()
document.documentElement.dataset.ready = 'true'
