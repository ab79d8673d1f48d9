// Seen from afar, buildings that would cover each other are told as one ring: how many, and how they are.

const CLUSTER_PIXELS = 64
/** From here on each building is drawn; so are as many as this, whatever the zoom. */
const NEAR_ENOUGH = 8.75
const FEW_ENOUGH = 300

const worldOf = ([lon, lat]) => L.CRS.EPSG3857.latLngToPoint(L.latLng(lat, lon), 0)
for (const item of buildings) item.world = item.place === null ? null : worldOf(item.place)
for (const item of pops) item.world = item.place === null ? null : worldOf(item.place)
for (const link of links) link.worlds = link.lines === null ? null : link.lines.map((line) => line.map(worldOf))

/** Building → the ring that it is told in. */
let clusterOfItem = new Map()
let drawnAlone = []
let clusters = []

/** Parts the shown buildings into those drawn one by one and those told as rings. Cells are fixed to the earth. */
function gather() {
  const zoom = map.getZoom()
  const located = shown.filter((item) => item.world !== null)
  const cells = new Map()
  if (zoom < NEAR_ENOUGH && located.length > FEW_ENOUGH) {
    const cell = CLUSTER_PIXELS / 2 ** zoom
    for (const item of located) {
      const key = `${Math.floor(item.world.x / cell)} ${Math.floor(item.world.y / cell)}`
      if (!cells.has(key)) cells.set(key, [])
      cells.get(key).push(item)
    }
  }
  const groups = [...cells.values()].filter((items) => items.length > 2)
  clusters = apart(groups)
  clusterOfItem = new Map(clusters.flatMap((cluster) => cluster.items.map((item) => [item, cluster])))
  // The worst last, so that it is drawn on top.
  drawnAlone = located.filter((item) => !clusterOfItem.has(item)).sort((a, b) => b.rank - a.rank)
}

function clusterOf(items) {
  const counts = new Map()
  for (const { group } of items) counts.set(group, (counts.get(group) ?? 0) + 1)
  const middle = (axis) => items.reduce((total, { world }) => total + world[axis], 0) / items.length
  return { type: 'cluster', items, counts, world: L.point(middle('x'), middle('y')) }
}

const radiusOfCluster = ({ items }) => Math.min(25, 9 + 1.8 * Math.log2(items.length))

/** Rings of groups; those that would overlap are one. */
function apart(groups) {
  const scale = 2 ** map.getZoom()
  const kept = []
  for (const items of [...groups].sort((a, b) => b.length - a.length)) {
    const ring = clusterOf(items)
    const touches = (other) =>
      ring.world.distanceTo(other.world) * scale < radiusOfCluster(ring) + radiusOfCluster(other)
    const at = kept.findIndex(touches)
    if (at < 0) kept.push(ring)
    else kept[at] = clusterOf([...kept[at].items, ...items])
  }
  return kept
}

function drawCluster(ctx, cluster, { x, y }) {
  const r = radiusOfCluster(cluster)
  ctx.beginPath()
  ctx.arc(x, y, r + 2, 0, 2 * Math.PI)
  ctx.fillStyle = palette.halo
  ctx.fill()
  let from = -Math.PI / 2
  for (const { id, symbol: name } of mode().classes) {
    const count = cluster.counts.get(id) ?? 0
    if (count === 0) continue
    const to = from + (2 * Math.PI * count) / cluster.items.length
    ctx.beginPath()
    ctx.arc(x, y, r, from, to)
    ctx.arc(x, y, r * 0.66, to, from, true)
    ctx.closePath()
    ctx.fillStyle = palette.symbols[name].fill
    ctx.fill()
    ctx.strokeStyle = palette.symbols[name].edge
    ctx.lineWidth = 1
    ctx.stroke()
    from = to
  }
  ctx.fillStyle = palette.ink
  ctx.font = `600 ${cluster.items.length > 999 ? 10 : 11.5}px ${fontFamily}`
  ctx.textAlign = 'center'
  ctx.textBaseline = 'middle'
  ctx.fillText(number(cluster.items.length), x, y + 0.5)
}
