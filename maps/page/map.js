// Links, POPs and buildings on the map; hovering, choosing, the chosen building's path.

const markers = new Map()
const lines = new Map()

function radiusOf(item) {
  const size = Math.max(4.5, Math.min(10, 4 + Math.sqrt(item.pupils ?? 0) / 4.5))
  const zoom = map.getZoom() ?? 8
  const many = buildings.length > 400
  return size * (many ? Math.max(0.4, Math.min(1, (zoom - 3) / 6)) : Math.max(0.75, Math.min(1, (zoom - 3) / 4)))
}

/** From 10 Mbit/s (1 px) to 100 Gbit/s (5 px), by powers of ten; unknown is thin. */
function widthOfLink({ capacity_down_bps: bps }) {
  return bps === null || bps <= 0 ? 1 : Math.max(1, Math.min(5, Math.log10(bps) - 6))
}

function dashOf(link) {
  if (!inService(link)) return '5 6'
  return link.role === 'backup' ? '1 6' : null
}

/** Thousands of links seen from afar are a backdrop, not the subject. */
const crowded = () => wanLinks.length > 400 && (map.getZoom() ?? 0) < FAR_ZOOM

function styleOfLink(link) {
  const hot = overloaded(link)
  return {
    color: hot ? palette[link.level].edge : inService(link) ? palette.link : palette.faint,
    weight: widthOfLink(link) * (crowded() ? 0.5 : 1),
    dashArray: dashOf(link),
    opacity: crowded() ? 0.45 : 1,
    lineCap: 'round',
  }
}

for (const link of [...wanLinks].sort((a, b) => severity(a) - severity(b))) {
  if (!link.place) continue
  const line = L.polyline(link.place.map(swapped), { renderer: linkRenderer, ...styleOfLink(link) })
  line.item = link
  lines.set(link.id, line)
}

/** A narrow link carries its level's shape at its middle; too many would hide the buildings. */
const badges = [...lines.values()]
  .filter(({ item }) => overloaded(item))
  .map((line) => {
    const [a, b] = line.getLatLngs()
    const badge = new ShapeMarker([(a.lat + b.lat) / 2, (a.lng + b.lng) / 2], {
      level: line.item.level,
      radius: 4,
      interactive: false,
    })
    return badge
  })

const linkGroup = L.featureGroup([...lines.values()]).addTo(map)
const badgeGroup = L.layerGroup()
const highlight = L.layerGroup().addTo(map)
const popGroup = L.featureGroup(
  pops
    .filter((pop) => pop.place)
    .map((pop) => {
      const marker = new ShapeMarker(swapped(pop.place), { level: 'pop', radius: 7 })
      marker.item = pop
      return marker
    }),
).addTo(map)
const buildingGroup = L.featureGroup().addTo(map)
for (const item of [...buildings].sort((a, b) => severity(a) - severity(b))) {
  if (!item.place) continue
  const marker = new ShapeMarker(swapped(item.place), { level: item.level, radius: radiusOf(item) })
  marker.item = item
  markers.set(item.building, marker)
  buildingGroup.addLayer(marker)
}

/** In the order of drawing, those that the search and the legend let through. */
function showMatching() {
  for (const marker of markers.values()) {
    const wanted = view.lets(marker.item) || view.selected === marker.item
    if (wanted !== buildingGroup.hasLayer(marker)) {
      if (wanted) buildingGroup.addLayer(marker)
      else buildingGroup.removeLayer(marker)
    }
  }
}

const located = [...markers.values()]
const everything = located.length + popGroup.getLayers().length > 0 ? [buildingGroup, popGroup] : [land]
const wholeBounds = everything.reduce((bounds, group) => bounds.extend(group.getBounds()), L.latLngBounds([]))

function showAll(animate = true) {
  const wide = map.getSize().x > 560
  map.fitBounds(wholeBounds, {
    paddingTopLeft: [wide ? 70 : 28, 44],
    paddingBottomRight: [wide ? 70 : 28, 44],
    maxZoom: 13,
    animate: animate && !reducedMotion,
  })
}

const tip = L.tooltip({ direction: 'top', offset: [0, -8], className: 'tip', opacity: 1 })
function tipFor(item) {
  if (item.kind !== undefined) return h('div', {}, h('b', {}, item.name), h('div', {}, t(`kind-${item.kind}`)))
  const title = item.building === undefined ? linkName(item.id) : item.name
  const figure = item.building === undefined ? rate(item.capacity_down_bps) : sentenceOf(item)
  const level = h('div', { class: 'tip-level' }, symbol(item.level), `${levelName(item.level)}`)
  return h('div', {}, h('b', {}, title), level, h('div', {}, figure))
}

for (const group of [linkGroup, popGroup, buildingGroup]) {
  group.on('mouseover', (event) => tip.setContent(tipFor(event.layer.item)).setLatLng(event.latlng).addTo(map))
  group.on('mouseout', () => tip.remove())
}
for (const group of [linkGroup, buildingGroup]) {
  group.on('click', (event) => {
    L.DomEvent.stopPropagation(event)
    choose(event.layer.item, 'map')
  })
}
map.on('click', () => choose(null, 'map'))

/** The way of the chosen building to its POP, its bottleneck in its level's colour; or the chosen link. */
function light() {
  highlight.clearLayers()
  for (const marker of markers.values()) marker.options.focus = marker.item === view.selected
  const chosen = view.selected
  if (chosen === null) return
  const path = chosen.building === undefined ? [chosen.id] : chosen.path
  for (const id of path) {
    const line = lines.get(id)
    if (line === undefined) continue
    const narrow = id === chosen.bottleneck
    const weight = widthOfLink(line.item) + 3
    for (const style of [
      { color: palette.halo, weight: weight + 4 },
      { color: narrow ? palette.critical.fill : palette.lit, weight },
    ]) {
      highlight.addLayer(L.polyline(line.getLatLngs(), { renderer: linkRenderer, interactive: false, ...style }))
    }
  }
  markers.get(chosen.building)?.bringToFront()
}

/** Brings the chosen thing into the part of the map that the card does not cover, nearer when it was far. */
function reveal(item) {
  const target = item.building === undefined ? lines.get(item.id) : markers.get(item.building)
  if (target === undefined) return
  const covered = map.getSize().x > 560 ? 340 : 40
  const padding = { paddingTopLeft: [60, 60], paddingBottomRight: [covered, 60], animate: !reducedMotion }
  const bounds = target.getBounds?.() ?? L.latLngBounds([target.getLatLng()])
  if (map.getZoom() < FAR_ZOOM) map.fitBounds(bounds, { ...padding, maxZoom: FAR_ZOOM + 1 })
  else map.panInside(bounds.getCenter(), padding)
}

function resize() {
  for (const line of lines.values()) line.setStyle(styleOfLink(line.item))
  for (const marker of markers.values()) marker.setRadius(radiusOf(marker.item))
  const room = badges.length <= 60 || map.getZoom() >= 9
  for (const badge of badges) {
    if (room) badgeGroup.addLayer(badge)
    else badgeGroup.removeLayer(badge)
  }
}

/** After a change of colour scheme, everything is drawn again in the new colours. */
function repaint() {
  palette = readPalette()
  styleBase()
  for (const line of lines.values()) line.setStyle(styleOfLink(line.item))
  for (const group of [buildingGroup, popGroup, badgeGroup]) group.eachLayer((layer) => layer.redraw())
  light()
}

const WholeView = L.Control.extend({
  options: { position: 'topleft' },
  onAdd() {
    const button = h(
      'button',
      { type: 'button', class: 'whole', title: t('wholeView'), 'aria-label': t('wholeView') },
      '⤢',
    )
    L.DomEvent.disableClickPropagation(button)
    button.addEventListener('click', () => showAll())
    return button
  },
})

L.control.zoom({ zoomInTitle: t('zoomIn'), zoomOutTitle: t('zoomOut') }).addTo(map)
map.addControl(new WholeView())
L.control.scale({ imperial: false, position: 'bottomleft', maxWidth: 120 }).addTo(map)
L.control.attribution({ prefix: false }).addAttribution(t('outlineSource')).addTo(map)
map.getContainer().setAttribute('aria-label', t('mapLabel'))
map.getContainer().setAttribute('role', 'application')
