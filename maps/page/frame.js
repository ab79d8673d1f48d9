// Where the map looks: at the chosen place, at the chosen thing, or where the reader or the address moved it.

/** Until when a move is the page's own: such a place needs no telling in the address. */
let framingUntil = 0
const framing = () => (framingUntil = performance.now() + 700)

function frameOn(bounds, options) {
  if (!bounds.isValid()) return
  framing()
  map.fitBounds(bounds, { animate: !reducedMotion, ...options })
}

function paddings() {
  const wide = map.getSize().x > 560
  const side = wide ? 70 : 28
  return { paddingTopLeft: [side, 44], paddingBottomRight: [side, 44] }
}

const boundsOf = (items) =>
  L.latLngBounds(items.filter(({ place }) => place !== null).map(({ place }) => swapped(place)))

/** The buildings of the chosen place; without one, all that is on the map. */
function framePlace(animate = !reducedMotion) {
  const here = state.region === null && state.board === null ? [...buildings, ...pops] : placed
  const bounds = boundsOf(here)
  frameOn(bounds.isValid() ? bounds : land.getBounds(), { ...paddings(), maxZoom: 13, animate })
}

/** Brings the chosen thing into the part of the map that the card does not cover, nearer when it was far. */
function reveal(item, animate = !reducedMotion) {
  const bounds = item.type === 'building' ? boundsOf([item]) : L.latLngBounds((item.lines ?? []).flat().map(swapped))
  if (!bounds.isValid()) return
  const covered = map.getSize().x > 560 ? 350 : 40
  const padding = { paddingTopLeft: [60, 60], paddingBottomRight: [covered, 60], animate }
  if (map.getZoom() < NEAR_ENOUGH) frameOn(bounds, { ...padding, maxZoom: 10 })
  else {
    framing()
    map.panInside(bounds.getCenter(), padding)
  }
}

/** Goes where a new state looks, if it looks elsewhere than the one before. */
function follow(before, from) {
  if (from === 'address' && state.at !== null) {
    map.setView([state.at.lat, state.at.lon], state.at.zoom, { animate: false })
  } else if (state.chosen !== before.chosen && state.chosen !== null) reveal(state.chosen)
  else if (state.region !== before.region || state.board !== before.board) framePlace()
  else if (from === 'address' && before.at !== null) framePlace(false)
}

map.on('moveend', () => {
  const { lat, lng } = map.getCenter()
  state.at = performance.now() < framingUntil ? null : { lat, lon: lng, zoom: map.getZoom() }
  writeAddressSoon()
})
