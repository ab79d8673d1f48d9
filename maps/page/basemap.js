// The map itself, and what lies under everything: land, territories, tiles where the configuration names a server.

/** Under this zoom a single building is lost among the others. */
const FAR_ZOOM = 8
const reducedMotion = matchMedia('(prefers-reduced-motion: reduce)').matches
let palette = readPalette()

const map = L.map('map', {
  zoomControl: false,
  attributionControl: false,
  minZoom: 4,
  maxZoom: 16,
  zoomSnap: 0.25,
  zoomDelta: 1,
  wheelPxPerZoomLevel: 90,
  zoomAnimation: !reducedMotion,
  fadeAnimation: !reducedMotion,
  markerZoomAnimation: !reducedMotion,
  inertia: !reducedMotion,
})

const swapped = ([lon, lat]) => [lat, lon]
const latLngs = (polygons) => polygons.map((rings) => rings.map((ring) => ring.map(swapped)))

map.createPane('base').style.zIndex = 200
const baseRenderer = L.canvas({ pane: 'base', padding: 0.3 })
const baseOptions = { renderer: baseRenderer, pane: 'base', interactive: false }
const land = L.polygon(latLngs(data.outline), { ...baseOptions, weight: 1 })
const areas = territories
  .filter((territory) => territory.place !== null)
  .map((territory) => ({ territory, layer: L.polygon(latLngs(territory.place), baseOptions) }))

function styleBase() {
  land.setStyle({ color: palette.shore, fillColor: palette.land, fillOpacity: data.tiles === null ? 1 : 0 })
  for (const { territory, layer } of areas) {
    const level = shownView().territoryLevels[territory.i]
    const chosen = state.board === territory.board
    layer.setStyle({
      color: chosen ? palette.accent : palette.border,
      weight: chosen ? 2.5 : 1.25,
      dashArray: chosen ? null : '2 4',
      fillColor: palette.symbols[level].fill,
      fillOpacity: level === 'unknown' || state.mode !== 'level' ? 0 : 0.07,
    })
  }
}

if (data.tiles !== null) L.tileLayer(data.tiles.url, { pane: 'base', maxZoom: 19, zIndex: 0 }).addTo(map)
land.addTo(map)
for (const { layer } of areas) layer.addTo(map)

/** Where things come from, as text: Leaflet's own control would write it as HTML. */
const credit = h('div', { class: 'credit' })
const Credit = L.Control.extend({ options: { position: 'bottomright' }, onAdd: () => credit })

function showCredit() {
  credit.textContent = [t('outlineSource'), data.tiles?.attribution].filter(Boolean).join(' · ')
}
