// The legend: what each form means, how many there are, and a press to hide or show them.

function levelEntry(level) {
  const count = buildings.filter((item) => item.level === level).length
  const button = h(
    'button',
    { type: 'button', class: 'entry', 'aria-pressed': 'true', 'data-level': level },
    symbol(level, 16),
    h('span', { class: 'entry-name' }, levelName(level)),
    h('span', { class: 'entry-range' }, t(`range${capital(level)}`)),
    h('span', { class: 'entry-count' }, number(count)),
  )
  button.addEventListener('click', () => {
    if (view.hiddenLevels.has(level)) view.hiddenLevels.delete(level)
    else view.hiddenLevels.add(level)
    button.setAttribute('aria-pressed', String(!view.hiddenLevels.has(level)))
    view.changed('filter')
  })
  return h('li', {}, button)
}

function signEntries() {
  const drawn = wanLinks.filter((link) => link.place)
  return [
    [true, '●', 'legendSize'],
    [pops.some((pop) => pop.place), symbol('pop', 16), 'legendPop'],
    [drawn.length > 0, lineSymbol('width'), 'legendLink'],
    [drawn.some(overloaded), lineSymbol('overload'), 'legendOverload'],
    [drawn.some((link) => link.role === 'backup' && inService(link)), lineSymbol('backup'), 'legendBackup'],
    [drawn.some((link) => !inService(link)), lineSymbol('planned'), 'legendPlanned'],
    [areas.length > 0, lineSymbol('territory'), 'legendTerritory'],
  ]
    .filter(([present]) => present)
    .map(([, sign, text]) => h('li', { class: 'sign' }, h('span', { class: 'sign-mark' }, sign), t(text)))
}

function buildLegend() {
  const legend = document.getElementById('legend')
  const levels = data.levels.filter((level) => buildings.some((item) => item.level === level))
  legend.querySelector('summary').replaceChildren(h('b', {}, t('legend')), h('span', {}, t('legendLevels')))
  legend.append(
    h('ul', { title: t('legendHint') }, ...levels.map(levelEntry)),
    h('ul', { class: 'legend-signs' }, ...signEntries()),
  )
  legend.addEventListener('toggle', () => map.invalidateSize({ pan: false }))
  if (matchMedia('(max-width: 899px)').matches) legend.open = false
}

function buildFigures() {
  const below = buildings.filter((item) => ['critical', 'short', 'tight', 'unlinked'].includes(item.level))
  const pupils = sum(buildings.map((item) => item.pupils))
  const pupilsBelow = sum(below.map((item) => item.pupils)) ?? 0
  const part = pupils === null || pupils === 0 ? '' : ` (${percent(pupilsBelow / pupils)})`
  const figures = [
    ['kpiBuildings', number(buildings.length)],
    ['kpiPupils', number(pupils, 1)],
    ['kpiBelow', pupils === null ? NONE : `${number(pupilsBelow, 1)}${part}`],
    ...(data.categories.length === 0
      ? []
      : [['kpiEquipment', number(sum(buildings.map((item) => item.shortfall)), 1)]]),
  ]
  document
    .getElementById('kpis')
    .append(...figures.map(([text, value]) => h('div', { id: text }, h('dt', {}, t(text)), h('dd', {}, value))))
}
