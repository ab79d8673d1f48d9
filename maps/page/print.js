// On paper: one page, light colours, the whole map, and as much of the table as fits, in the order on screen.

let before = null

addEventListener('beforeprint', () => {
  before = { center: map.getCenter(), zoom: map.getZoom() }
  document.documentElement.classList.add('printing')
  map.invalidateSize({ animate: false, pan: false })
  repaint()
  showAll(false)
  drawLabels()
})

addEventListener('afterprint', () => {
  document.documentElement.classList.remove('printing')
  map.invalidateSize({ animate: false, pan: false })
  repaint()
  if (before !== null) map.setView(before.center, before.zoom, { animate: false })
})
