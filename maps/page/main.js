// Puts the page together: one state, shown by the map, the legend, the tables and the card alike.

/** Shows the state: all of it, as little is dear. `from` says where the reader changed it. */
function show(before, from) {
  const spoke = state.language !== language
  if (spoke) speak(state.language)
  select()
  if (spoke || from === 'start') {
    showTexts()
    labelControls()
  }
  if (byId('search').value !== state.query) byId('search').value = state.query
  showHead()
  showCrumbs()
  showControls()
  showRoadmap()
  showFigures()
  showLegend()
  showTabs()
  showTable(from)
  showNote()
  showCard(before, from)
  styleBase()
  if (from === 'start') return
  tip.remove()
  scene.draw()
  drawLabels()
  follow(before, from)
}

/** After a change of colour scheme, everything is drawn again in the new colours. */
function repaint() {
  applyTheme()
  palette = readPalette()
  stamps.clear()
  styleBase()
  showHistogram()
  scene.draw()
}

const WholeView = L.Control.extend({
  options: { position: 'topleft' },
  onAdd() {
    const whole = button({ class: 'whole' }, '⤢', () => framePlace())
    L.DomEvent.disableClickPropagation(whole)
    return whole
  },
})

/** Leaflet's own buttons, in the language of the page. */
function labelControls() {
  for (const [selector, key] of [
    ['.leaflet-control-zoom-in', 'zoomIn'],
    ['.leaflet-control-zoom-out', 'zoomOut'],
    ['.whole', 'wholeView'],
  ]) {
    const element = document.querySelector(selector)
    element.title = t(key)
    element.setAttribute('aria-label', t(key))
  }
  map.getContainer().setAttribute('aria-label', t('mapLabel'))
}

L.control.zoom().addTo(map)
map.addControl(new WholeView())
map.addControl(new Credit())
L.control.scale({ imperial: false, position: 'bottomleft', maxWidth: 120 }).addTo(map)
map.getContainer().setAttribute('role', 'application')

document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && state.chosen !== null) closeCard('keyboard')
})

const atStart = state
state = stateOf(location.hash)
buildControls()
buildRoadmap()
buildLegend()
buildTables()
show(atStart, 'start')
if (state.at !== null) map.setView([state.at.lat, state.at.lon], state.at.zoom, { animate: false })
else {
  framePlace(false)
  if (state.chosen !== null) reveal(state.chosen, false)
}
scene.addTo(map)
map.on('moveend zoomend resize', drawLabels)
drawLabels()
watchPointer()
prepareSearch()
document.documentElement.dataset.ready = 'true'
