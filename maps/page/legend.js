// The legend: what each colour and form means, how many there are, and a press to hide or show them; and how the figures
// spread, as a histogram.

const toggle = (id) => {
  const { hidden } = state
  change({ hidden: hidden.includes(id) ? hidden.filter((each) => each !== id) : [...hidden, id] }, { from: 'legend' })
}

function classEntry({ id, symbol: name }) {
  const content = [
    symbol(name, 16),
    h('span', { class: 'entry-name' }, mode().className(id)),
    h('span', { class: 'entry-range' }, mode().range(id)),
    h('span', { class: 'entry-count' }),
  ]
  return h(
    'li',
    {},
    button({ class: 'entry', 'data-class': id }, content, () => toggle(id)),
  )
}

/** Which classes, in which words, the legend has: it is made anew when they are others, else only its counts are. */
let legendKey = ''

function showClasses(present, counts) {
  const list = byId('classes')
  const key = [language, state.mode, comparing(), ...present.map(({ id }) => id)].join(' ')
  if (key !== legendKey) list.replaceChildren(...present.map(classEntry))
  legendKey = key
  list.title = t('legendHint')
  present.forEach(({ id }, i) => {
    const entry = list.children[i].firstChild
    entry.setAttribute('aria-pressed', String(!state.hidden.includes(id)))
    entry.lastChild.textContent = number(counts.get(id) ?? 0)
  })
}

function signEntries() {
  const drawn = links.filter((link) => link.lines !== null)
  return [
    [true, '●', 'legendSize'],
    [pops.some((pop) => pop.place !== null), symbol('pop', 16), 'legendPop'],
    [drawn.length > 0, lineSymbol('width'), 'legendLink'],
    [drawn.some(overloaded), lineSymbol('overload'), 'legendOverload'],
    [raised.size > 0, lineSymbol('raised'), 'legendRaised'],
    [drawn.some((link) => link.role === 'backup' && inService(link)), lineSymbol('backup'), 'legendBackup'],
    [drawn.some((link) => !inService(link)), lineSymbol('planned'), 'legendPlanned'],
    [areas.length > 0, lineSymbol('territory'), 'legendTerritory'],
    [buildings.length > FEW_ENOUGH, lineSymbol('cluster'), 'legendCluster'],
  ]
    .filter(([present]) => present)
    .map(([, sign, text]) => h('li', { class: 'sign' }, h('span', { class: 'sign-mark' }, sign), t(text)))
}

function showLegend() {
  const counts = new Map()
  for (const { group } of found) counts.set(group, (counts.get(group) ?? 0) + 1)
  const inPlace = new Set(placed.map(({ group }) => group))
  const present = mode().classes.filter(({ id }) => inPlace.has(id) || state.hidden.includes(id))
  const title = comparing() ? 'legendChange' : `legend-${state.mode}`
  byId('legend-title').replaceChildren(h('b', {}, t('legend')), h('span', {}, t(title)))
  showClasses(present, counts)
  byId('signs').replaceChildren(...signEntries())
  showHistogram()
}

/** « 40 to 50 % »; the last bin has no end. */
function binName({ edges, text }, i) {
  return i === edges.length - 1 ? t('andOver', text(edges[i])) : spanText(text(edges[i]), text(edges[i + 1]))
}

function showHistogram() {
  const { bins, value, binClass, classes } = mode()
  const figure = byId('histogram')
  figure.hidden = bins === null
  if (bins === null) return
  const counts = bins.edges.map(() => 0)
  let unknown = 0
  for (const item of shown) {
    const known = item.group === 'unlinked' ? null : value(item, toldRecord(item))
    if (known === null) unknown++
    else counts[bins.edges.findLastIndex((edge) => known >= edge)]++
  }
  const most = Math.max(1, ...counts)
  byId('bins').replaceChildren(
    ...counts.map((count, i) => {
      const bar = h('span', { class: 'bin-bar' })
      const { symbol: name } = classes.find(({ id }) => id === binClass(bins.edges[i]))
      bar.style.height = `${count === 0 ? 0 : Math.max(4, (100 * count) / most)}%`
      bar.style.background = palette.symbols[name].fill
      bar.hidden = count === 0
      bar.style.borderColor = palette.symbols[name].edge
      const label = `${binName(bins, i)}${t('colon')}${number(count)}`
      return h('li', { class: 'bin', title: label }, bar, h('span', { class: 'visually-hidden' }, label))
    }),
  )
  byId('histogram-title').textContent = t(`histogram-${state.mode}`)
  byId('histogram-from').textContent = bins.text(bins.edges[0])
  byId('histogram-to').textContent = t('andOver', bins.text(bins.edges.at(-1)))
  byId('histogram-note').textContent = unknown === 0 ? '' : t('histogramUnknown', number(unknown))
}

function buildLegend() {
  const legend = byId('legend')
  legend.addEventListener('toggle', () => map.invalidateSize({ pan: false }))
  if (matchMedia('(max-width: 899px)').matches) legend.open = false
}
