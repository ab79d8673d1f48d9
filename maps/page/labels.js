// Names on the map, since there is no background of streets: POPs first, then municipalities, then buildings once near.

const NEAR_ZOOM = 12
/** Seen from afar, a few names give bearings; nearer, as many as fit. */
const FAR_LABELS = 16
const MOST_LABELS = 70

function municipalities() {
  const groups = new Map()
  for (const item of buildings) {
    if (item.place === null || item.municipality === null) continue
    const group = groups.get(item.municipality) ?? { text: item.municipality, kind: 'town', weight: 0, places: [] }
    group.weight += viewOf('main').buildings[item.i]?.pupils ?? 1
    group.places.push(item.place)
    groups.set(item.municipality, group)
  }
  return [...groups.values()].map((group) => ({ ...group, place: northernmost(group.places) }))
}

const northernmost = (places) => places.reduce((best, place) => (place[1] > best[1] ? place : best))

const towns = municipalities()
const popLabels = pops
  .filter((pop) => pop.place !== null)
  .map((pop) => ({ text: pop.name, kind: 'pop', weight: Infinity, place: pop.place }))
const buildingLabels = buildings
  .filter(({ place }) => place !== null)
  .map((item) => ({
    text: item.name,
    kind: 'school',
    weight: viewOf('main').buildings[item.i]?.pupils ?? 0,
    place: item.place,
  }))

const ruler = document.createElement('canvas').getContext('2d')
ruler.font = '600 12px sans-serif'
const widths = new Map()
function widthOf(text) {
  if (!widths.has(text)) widths.set(text, ruler.measureText(text).width + 8)
  return widths.get(text)
}

const overlaps = (a, b) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h
const within = (box, { x, y }) => box.x >= 0 && box.y >= 0 && box.x + box.w <= x && box.y + box.h <= y
const HEIGHT = 16
const GAP = 11

/** Places to try around a point, best first: above, below, right, left. */
function tries({ x, y }, w) {
  return [
    { x: x - w / 2, y: y - GAP - HEIGHT },
    { x: x - w / 2, y: y + GAP },
    { x: x + GAP, y: y - HEIGHT / 2 },
    { x: x - GAP - w, y: y - HEIGHT / 2 },
  ].map((corner) => ({ ...corner, w, h: HEIGHT }))
}

const names = { towns, buildings: buildingLabels }
for (const labels of Object.values(names)) labels.sort((a, b) => b.weight - a.weight)

/** Largest first; a name that finds no room is left out. Symbols in view are kept clear while they are few. */
function arrange() {
  const size = map.getSize()
  const point = ({ place }) => map.latLngToContainerPoint(swapped(place))
  const inside = (p) => p.x >= 0 && p.y >= 0 && p.x <= size.x && p.y <= size.y
  const shift = map.containerPointToLayerPoint([0, 0])
  const symbols = scene.targets.map(({ x, y, r }) => ({ x: x - shift.x, y: y - shift.y, r })).filter(inside)
  const boxes = symbols.map(({ x, y, r }) => ({ x: x - r, y: y - r, w: 2 * r, h: 2 * r }))
  const taken = symbols.length > 250 ? [] : boxes
  const zoom = map.getZoom()
  const far = zoom < FAR_ZOOM && buildings.length > 200
  const largest = zoom >= NEAR_ZOOM ? names.buildings : names.towns
  const wanted = far && pops.length > 6 ? largest : [...popLabels, ...largest]
  const arranged = []
  for (const label of wanted) {
    if (arranged.length >= (far ? FAR_LABELS : MOST_LABELS)) break
    const at = point(label)
    if (!inside(at)) continue
    const box = tries(at, widthOf(label.text)).find(
      (candidate) => within(candidate, size) && !taken.some((other) => overlaps(candidate, other)),
    )
    if (box === undefined) continue
    taken.push(box)
    arranged.push({ ...label, box })
  }
  return arranged
}

/** A pane of plain text above the symbols; it takes no pointer and says nothing that the tables do not. */
const labelPane = map.createPane('labels')
labelPane.style.zIndex = 620
labelPane.setAttribute('aria-hidden', 'true')

function drawLabels() {
  const shown = arrange().map(({ text, kind, box }) => {
    const label = h('span', { class: `label label-${kind}` }, text)
    const at = map.containerPointToLayerPoint([box.x + box.w / 2, box.y])
    label.style.transform = `translate(${Math.round(at.x)}px, ${Math.round(at.y)}px) translateX(-50%)`
    return label
  })
  labelPane.replaceChildren(...shown)
}
