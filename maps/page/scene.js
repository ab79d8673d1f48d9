// Links, points of presence and buildings on one canvas, drawn whole after each change: thousands take a few milliseconds.

const fontFamily = getComputedStyle(document.body).fontFamily

function radiusOf(item) {
  const pupils = toldRecord(item).pupils ?? 0
  const size = Math.max(4.5, Math.min(10, 4 + Math.sqrt(pupils) / 4.5))
  const zoom = map.getZoom()
  const many = shown.length > 400
  return size * (many ? Math.max(0.4, Math.min(1, (zoom - 3) / 6)) : Math.max(0.75, Math.min(1, (zoom - 3) / 4)))
}

/** From 10 Mbit/s (1 px) to 100 Gbit/s (5 px), by powers of ten; unknown is thin. */
function widthOfLink(link) {
  const bps = raised.get(link) ?? link.down
  return bps === null || bps <= 0 ? 1 : Math.max(1, Math.min(5, Math.log10(bps) - 6))
}

function dashOf(link) {
  if (!inService(link)) return [5, 6]
  return link.role === 'backup' ? [0.5, 5] : []
}

/** Thousands of links seen from afar are a backdrop, not the subject. */
const crowded = () => links.length > 400 && map.getZoom() < FAR_ZOOM

function styleOfLink(link) {
  const hot = overloaded(link)
  const far = crowded()
  return {
    color: hot ? palette.symbols[linkRecordOf(link).level].edge : inService(link) ? palette.link : palette.faint,
    width: Math.round(widthOfLink(link) * (far ? 0.5 : 1) * 2) / 2 || 0.5,
    dash: far ? [] : dashOf(link),
    hot,
  }
}

/** One drawing of a symbol for each size and sharpness, stamped wherever it stands. */
const stamps = new Map()
function stampOf(name, radius, scale) {
  const r = Math.round(radius * 2) / 2
  const key = `${name} ${r} ${scale}`
  if (!stamps.has(key)) stamps.set(key, drawnStamp(name, r, scale))
  return stamps.get(key)
}

function drawnStamp(name, r, scale) {
  const half = Math.ceil(r * 1.3 + 4)
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 2 * half * scale
  const ctx = canvas.getContext('2d')
  ctx.scale(scale, scale)
  ctx.translate(half, half)
  ctx.lineJoin = 'round'
  const { fill, edge } = palette.symbols[name]
  const hollow = HOLLOW.has(name)
  const shape = new Path2D(shapeOf(name, r))
  ctx.strokeStyle = palette.halo
  ctx.lineWidth = hollow ? 5 : Math.min(3.5, r * 0.7)
  ctx.stroke(shape)
  ctx.fillStyle = hollow ? palette.halo : fill
  ctx.fill(shape)
  ctx.strokeStyle = edge
  ctx.lineWidth = hollow ? 2 : 1
  ctx.stroke(shape)
  return { canvas, half }
}

/** Leaflet moves this canvas with the map; what is on it is ours. */
const SceneLayer = L.Renderer.extend({
  options: { padding: 0.3 },
  _initContainer() {
    this._container = document.createElement('canvas')
    this._container.setAttribute('aria-hidden', 'true')
    this._ctx = this._container.getContext('2d')
  },
  _destroyContainer() {
    this._container.remove()
  },
  _updatePaths() {},
  _update() {
    if (this._map._animatingZoom && this._bounds) return
    L.Renderer.prototype._update.call(this)
    const canvas = this._container
    const size = this._bounds.getSize()
    this._scale = Math.min(2, Math.max(1, devicePixelRatio))
    L.DomUtil.setPosition(canvas, this._bounds.min)
    canvas.width = this._scale * size.x
    canvas.height = this._scale * size.y
    canvas.style.width = `${size.x}px`
    canvas.style.height = `${size.y}px`
    this.draw()
  },
  /** Layer coordinates of a place of the world. */
  at(world) {
    const scale = 2 ** this._map.getZoom()
    const origin = this._map.getPixelOrigin()
    return { x: world.x * scale - origin.x, y: world.y * scale - origin.y }
  },
  sees({ x, y }, margin = 40) {
    const { min, max } = this._bounds
    return x > min.x - margin && y > min.y - margin && x < max.x + margin && y < max.y + margin
  },
  draw() {
    if (!this._bounds) return
    gather()
    const ctx = this._ctx
    const { min } = this._bounds
    ctx.setTransform(this._scale, 0, 0, this._scale, -min.x * this._scale, -min.y * this._scale)
    ctx.clearRect(min.x, min.y, this._container.width, this._container.height)
    ctx.lineCap = 'round'
    ctx.lineJoin = 'round'
    this.targets = []
    this._drawLinks(ctx)
    this._light(ctx)
    this._drawBadges(ctx)
    for (const pop of pops) this._stamp(ctx, pop, 'pop', crowded() ? 4 : 7)
    for (const item of drawnAlone) this._stamp(ctx, item, classById(item.group).symbol, radiusOf(item))
    for (const cluster of clusters) {
      const at = this.at(cluster.world)
      if (!this.sees(at)) continue
      drawCluster(ctx, cluster, at)
      this.targets.push({ ...at, r: radiusOfCluster(cluster), item: cluster })
    }
    this._drawChosen(ctx)
  },
  _stamp(ctx, item, name, radius) {
    if (item.world === null) return
    const at = this.at(item.world)
    if (!this.sees(at)) return
    const { canvas, half } = stampOf(name, radius, this._scale)
    ctx.drawImage(canvas, at.x - half, at.y - half, 2 * half, 2 * half)
    this.targets.push({ ...at, r: radius, item })
  },
  _trace(ctx, link) {
    for (const line of link.worlds) {
      line.forEach((world, i) => {
        const { x, y } = this.at(world)
        if (i === 0) ctx.moveTo(x, y)
        else ctx.lineTo(x, y)
      })
    }
  },
  /** One stroke for all links of a kind, the narrow ones last. */
  _drawLinks(ctx) {
    if (clusters.length > 0 && crowded()) return this._drawBundles(ctx)
    const kinds = new Map()
    const filtered = state.region !== null || state.board !== null || state.query !== ''
    for (const link of links) {
      if (link.worlds === null) continue
      const aside = filtered && ![link.a, link.b].some((end) => shownSet.has(buildingByCode.get(end)))
      if (aside && crowded()) continue
      const style = styleOfLink(link)
      const key = `${style.hot && !aside ? 1 : 0} ${style.color} ${style.width} ${style.dash} ${aside}`
      if (!kinds.has(key)) kinds.set(key, { ...style, aside, links: [] })
      kinds.get(key).links.push(link)
    }
    for (const [, kind] of [...kinds].sort(([a], [b]) => (a < b ? -1 : 1))) {
      ctx.beginPath()
      for (const link of kind.links) this._trace(ctx, link)
      ctx.globalAlpha = kind.aside ? 0.25 : 1
      ctx.strokeStyle = kind.color
      ctx.lineWidth = kind.width
      ctx.setLineDash(kind.dash)
      ctx.stroke()
    }
    ctx.globalAlpha = 1
    ctx.setLineDash([])
  },
  /** From afar, links between the same rings are one line, the wider the more there are. */
  _drawBundles(ctx) {
    const bundles = new Map()
    const ends = (code) => {
      const building = buildingByCode.get(code)
      if (building === undefined) return popById.get(code)
      return clusterOfItem.get(building) ?? (shownSet.has(building) ? building : undefined)
    }
    for (const link of links) {
      const [a, b] = [ends(link.a), ends(link.b)]
      if (a === undefined || b === undefined || a === b || !a.world || !b.world || !inService(link)) continue
      if (!bundles.has(a)) bundles.set(a, new Map())
      const from = bundles.get(a)
      from.set(b, (from.get(b) ?? 0) + 1)
    }
    ctx.strokeStyle = palette.link
    ctx.globalAlpha = 0.7
    for (const [a, from] of bundles) {
      for (const [b, count] of from) {
        const [start, end] = [this.at(a.world), this.at(b.world)]
        ctx.beginPath()
        ctx.moveTo(start.x, start.y)
        ctx.lineTo(end.x, end.y)
        ctx.lineWidth = Math.min(4, 0.6 + 0.4 * Math.log2(count))
        ctx.stroke()
      }
    }
    ctx.globalAlpha = 1
  },
  _strand(ctx, link, color, extra) {
    if (link.worlds === null) return
    const width = widthOfLink(link) + 3
    for (const [stroke, lineWidth] of [
      [palette.halo, width + extra + 4],
      [color, width + extra],
    ]) {
      ctx.beginPath()
      this._trace(ctx, link)
      ctx.strokeStyle = stroke
      ctx.lineWidth = lineWidth
      ctx.stroke()
    }
  },
  /** Links that the roadmap raises; the chosen building's way to its POP, its narrow point in another colour. */
  _light(ctx) {
    for (const link of raised.keys()) this._strand(ctx, link, palette.accent, crowded() ? -3 : -1)
    const { chosen } = state
    if (chosen === null) return
    const record = chosen.type === 'building' ? toldRecord(chosen) : null
    for (const link of record === null ? [chosen] : record.path) {
      const narrow = record !== null && link === record.bottleneck && !record.lifted
      this._strand(ctx, link, narrow ? palette.symbols.critical.fill : palette.lit, 0)
    }
  },
  /** A narrow link carries its level's shape at its middle; too many would hide the buildings. */
  _drawBadges(ctx) {
    const hot = links.filter((link) => link.worlds !== null && overloaded(link))
    if (hot.length > 60 && this._map.getZoom() < 9) return
    for (const link of hot) {
      const at = this.at(middleOf(link))
      if (!this.sees(at)) continue
      const { canvas, half } = stampOf(linkRecordOf(link).level, 4, this._scale)
      ctx.drawImage(canvas, at.x - half, at.y - half, 2 * half, 2 * half)
    }
  },
  _drawChosen(ctx) {
    const { chosen } = state
    if (chosen === null || chosen.type !== 'building' || chosen.world === null) return
    const radius = radiusOf(chosen)
    const { x, y } = this.at(chosen.world)
    for (const [stroke, width] of [
      [palette.halo, 6],
      [palette.lit, 3],
    ]) {
      ctx.beginPath()
      ctx.arc(x, y, radius + 7, 0, 2 * Math.PI)
      ctx.strokeStyle = stroke
      ctx.lineWidth = width
      ctx.stroke()
    }
    const group = chosen.group ?? mode().classOf(chosen, toldRecord(chosen))
    this._stamp(ctx, chosen, classById(group)?.symbol ?? 'unknown', radius)
  },
  /** What is under a point of the container: a building, a cluster or a POP, else a link; or null. */
  hit(point, reach = 4) {
    const { x, y } = this._map.containerPointToLayerPoint(point)
    let best = null
    let nearest = Infinity
    for (const target of this.targets ?? []) {
      const distance = Math.hypot(target.x - x, target.y - y)
      if (distance <= target.r + reach && distance <= nearest) [best, nearest] = [target.item, distance]
    }
    return best ?? this._hitLink(x, y, reach + 2)
  },
  _hitLink(x, y, reach) {
    if (crowded()) return null
    let best = null
    let nearest = reach
    for (const link of links) {
      if (link.worlds === null) continue
      for (const line of link.worlds) {
        for (let i = 1; i < line.length; i++) {
          const distance = distanceToSegment({ x, y }, this.at(line[i - 1]), this.at(line[i]))
          if (distance < nearest) [best, nearest] = [link, distance]
        }
      }
    }
    return best
  },
})

function distanceToSegment(p, a, b) {
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((p.x - a.x) * dx + (p.y - a.y) * dy) / length))
  return Math.hypot(p.x - a.x - along * dx, p.y - a.y - along * dy)
}

function middleOf({ worlds }) {
  const line = worlds[Math.floor(worlds.length / 2)]
  const [a, b] = line.length === 2 ? line : [line[Math.floor(line.length / 2)], line[Math.floor(line.length / 2)]]
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }
}

const scene = new SceneLayer({ pane: 'overlayPane' })
