// The map itself, what lies under everything, and symbols drawn on a canvas.

/** Under this zoom a single building is lost among the others. */
const FAR_ZOOM = 8
const reducedMotion = matchMedia('(prefers-reduced-motion: reduce)').matches
let palette = readPalette()

/** Leaflet's canvas draws circles; this marker draws its level's shape, a halo first so that it stands out. */
const ShapeMarker = L.CircleMarker.extend({
  /** The ring around the chosen one is outside the circle: it must be cleared with it. */
  _updateBounds() {
    const reach = L.point(this._radius + 12, this._radius + 12)
    this._pxBounds = L.bounds(this._point.subtract(reach), this._point.add(reach))
  },
  _updatePath() {
    const renderer = this._renderer
    if (!renderer._drawing || this._empty()) return
    const { level, focus } = this.options
    const { fill, edge } = palette[level]
    const ctx = renderer._ctx
    const shape = new Path2D(shapeOf(level, this._radius))
    ctx.save()
    ctx.translate(this._point.x, this._point.y)
    ctx.lineJoin = 'round'
    if (focus) {
      ctx.beginPath()
      ctx.arc(0, 0, this._radius + 7, 0, 2 * Math.PI)
      ctx.strokeStyle = palette.halo
      ctx.lineWidth = 6
      ctx.stroke()
      ctx.strokeStyle = palette.lit
      ctx.lineWidth = 3
      ctx.stroke()
    }
    ctx.strokeStyle = palette.halo
    ctx.lineWidth = level === 'unknown' ? 5 : Math.min(3.5, this._radius * 0.7)
    ctx.stroke(shape)
    ctx.fillStyle = level === 'unknown' ? palette.halo : fill
    ctx.fill(shape)
    ctx.strokeStyle = edge
    ctx.lineWidth = level === 'unknown' ? 2 : 1
    ctx.stroke(shape)
    ctx.restore()
  },
})

const map = L.map('map', {
  preferCanvas: true,
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
const linkRenderer = L.canvas({ pane: 'overlayPane', padding: 0.3 })
const land = L.polygon(latLngs(data.outline), { renderer: baseRenderer, pane: 'base', interactive: false, weight: 1 })
const areas = territories
  .filter((territory) => territory.place)
  .map((territory) => ({
    territory,
    layer: L.polygon(latLngs(territory.place), { renderer: baseRenderer, pane: 'base', interactive: false }),
  }))

function styleBase() {
  land.setStyle({ color: palette.shore, fillColor: palette.land, fillOpacity: 1 })
  for (const { territory, layer } of areas) {
    layer.setStyle({
      color: palette.border,
      weight: 1.25,
      dashArray: '2 4',
      fillColor: palette[territory.level].fill,
      fillOpacity: territory.level === 'unknown' ? 0 : 0.07,
    })
  }
}

land.addTo(map)
for (const { layer } of areas) layer.addTo(map)
styleBase()
