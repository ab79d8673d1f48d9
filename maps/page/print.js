// On paper: one page, light colours, the whole of the chosen place, and as much of the table as fits, as on screen.

let beforePrinting = null

addEventListener('beforeprint', () => {
  beforePrinting = { center: map.getCenter(), zoom: map.getZoom(), chosenTheme }
  document.documentElement.classList.add('printing')
  chosenTheme = 'light'
  framing()
  map.invalidateSize({ animate: false, pan: false })
  framePlace(false)
  repaint()
})

addEventListener('afterprint', () => {
  document.documentElement.classList.remove('printing')
  if (beforePrinting === null) return
  chosenTheme = beforePrinting.chosenTheme
  framing()
  map.invalidateSize({ animate: false, pan: false })
  map.setView(beforePrinting.center, beforePrinting.zoom, { animate: false })
  repaint()
})
