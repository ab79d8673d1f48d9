// What the pointer meets on the map: a word about it, then its card, or the buildings of a cluster from nearer.

const tip = L.tooltip({ direction: 'top', offset: [0, -8], className: 'tip', opacity: 1 })

function tipLines(item) {
  if (item.type === 'cluster') {
    const present = mode().classes.filter(({ id }) => item.counts.has(id))
    return present.map(({ id, symbol: name }) =>
      h(
        'div',
        { class: 'tip-level' },
        symbol(name),
        `${mode().className(id)}${t('colon')}${number(item.counts.get(id))}`,
      ),
    )
  }
  if (item.type === 'pop') return [h('div', {}, t(`kind-${item.kind}`))]
  if (item.type === 'link') {
    const { level } = linkRecordOf(item)
    return [
      h('div', { class: 'tip-level' }, symbol(level), levelName(level)),
      h('div', {}, rate(raised.get(item) ?? item.down)),
    ]
  }
  const { id, symbol: name } = classById(item.group)
  return [
    h('div', { class: 'tip-level' }, symbol(name), mode().className(id)),
    h('div', {}, sentenceOf(toldRecord(item))),
  ]
}

function tipFor(item) {
  const title = item.type === 'cluster' ? t('clusterTitle', number(item.items.length)) : nameOf(item)
  return h('div', {}, h('b', {}, title), ...tipLines(item))
}

let hovered = null
function hover(event) {
  const item = event === null ? null : scene.hit(event.containerPoint)
  if (item === null) tip.remove()
  else if (item !== hovered)
    tip
      .setContent(tipFor(item))
      .setLatLng(latLngOf(item) ?? event.latlng)
      .addTo(map)
  hovered = item
  map.getContainer().classList.toggle('over', item !== null && item.type !== 'pop')
}

const latLngOf = ({ world }) =>
  world === null || world === undefined ? null : L.CRS.EPSG3857.pointToLatLng(L.point(world.x, world.y), 0)

let waiting = false
let last = null
function watchPointer() {
  map.on('mousemove', (event) => {
    last = event
    if (waiting) return
    waiting = true
    requestAnimationFrame(() => {
      waiting = false
      if (last !== null) hover(last)
    })
  })
  map.on('mouseout movestart', () => {
    last = null
    hover(null)
  })
  map.on('click', (event) => {
    const touch = event.originalEvent.pointerType === 'touch'
    const item = scene.hit(event.containerPoint, touch ? 12 : 4)
    if (item === null) {
      if (state.chosen !== null) change({ chosen: null }, { from: 'map' })
    } else if (item.type === 'cluster') {
      hover(null)
      map.fitBounds(L.latLngBounds(item.items.map(({ place }) => swapped(place))), { padding: [50, 50], maxZoom: 12 })
    } else if (item.type !== 'pop' && item !== state.chosen) change({ chosen: item }, { from: 'map' })
  })
}
