// The bar above the map: the place as a breadcrumb, what the colour says, by which standard, in which situation.

const subjectBoards = boards.size === 0 ? [] : [...boards].filter((code) => boardNames.has(code))

/** Whom the map is about: the one board that has buildings on it, or how many. */
function subject() {
  if (subjectBoards.length === 1) return boardName(subjectBoards[0])
  return subjectBoards.length === 0 ? t('province') : t('severalBoards', number(subjectBoards.length))
}

/** A list to choose from; `choices` are pairs of value and text, the empty value first. */
function chooser(id, choices, chosen, onChoose) {
  const select = byId(id)
  const kept = choices.map(([value, text]) => {
    const option = h('option', { value }, text)
    option.selected = value === chosen
    return option
  })
  select.replaceChildren(...kept)
  select.value = chosen
  select.onchange = () => onChoose(select.value)
}

const byName = (pairs) => pairs.sort(([, a], [, b]) => formats.collator.compare(a, b))

/** What the lists of places were last made for: thousands of options are not made again for nothing. */
let crumbsKey = ''

function showCrumbs() {
  const key = [language, state.region, state.board, state.chosen?.id, placed.length].join('|')
  if (key === crumbsKey) return
  crumbsKey = key
  const { region, board, chosen } = state
  const building = chosen?.type === 'building' ? chosen : null
  byId('crumb-all').textContent = t('province')
  byId('crumb-all').toggleAttribute('aria-current', region === null && board === null)
  chooser(
    'crumb-region',
    [['', t('allRegions')], ...byName([...regions].map((name) => [name, name]))],
    region ?? '',
    (value) => change({ region: value || null, board: null, chosen: null }),
  )
  chooser(
    'crumb-board',
    [['', t('allBoards')], ...byName(boardsIn(region).map((code) => [code, boardName(code)]))],
    board ?? '',
    (value) => change({ board: value || null, chosen: null }),
  )
  // Thousands of buildings are no list to choose from: a region or a board makes it one, or the search.
  const listed = region === null && board === null && buildings.length > 400 ? [] : placed
  const offered = building === null || listed.includes(building) ? listed : [building, ...listed]
  const list = byId('crumb-building')
  list.disabled = offered.length === 0
  list.title = offered.length === 0 ? t('buildingsHint') : ''
  chooser(
    'crumb-building',
    [
      ['', t(offered.length === 0 ? 'buildingsHint' : 'allBuildings')],
      ...byName(offered.map((item) => [item.id, item.name])),
    ],
    building?.id ?? '',
    (value) => change({ chosen: buildingByCode.get(value) ?? null }, { from: 'crumbs' }),
  )
}

function showControls() {
  chooser(
    'mode',
    MODE_IDS.map((id) => [id, t(`mode-${id}`)]),
    state.mode,
    (value) =>
      change({ mode: value, hidden: [], sort: null, compare: state.compare === 'change' ? 'after' : state.compare }),
  )
  const isScenario = scenarioIds.includes(state.view)
  byId('profile-control').hidden = profileIds.length < 2
  chooser(
    'profile',
    profileIds.map((id) => [id, viewName(id)]),
    isScenario ? (profileIds.find((id) => viewName(id) === packById.get(state.view).profile) ?? 'main') : state.view,
    (value) => change({ view: value, ...forView(value) }),
  )
  byId('scenario-control').hidden = scenarioIds.length === 0
  chooser(
    'scenario',
    [['', t('today')], ...scenarioIds.map((id) => [id, viewName(id)])],
    isScenario ? state.view : '',
    (value) => change({ view: value || 'main', ...forView(value || 'main') }),
  )
  byId('compare').hidden = state.view === 'main'
  for (const choice of COMPARISONS) {
    const element = byId(`compare-${choice}`)
    element.setAttribute('aria-pressed', String(state.compare === choice))
    element.onclick = () => change({ compare: choice, hidden: [], sort: null })
  }
}

/** Colours of changes mean nothing in the main view, and what was hidden there is not hidden elsewhere. */
const forView = (id) =>
  id === 'main' || state.compare === 'change' ? { hidden: [], sort: null, step: 0 } : { step: 0 }

function showHead() {
  byId('subject').textContent = subject()
  const view = shownView()
  const where = state.board !== null ? boardName(state.board) : (state.region ?? subject())
  document.title = `${where} – ${t('pageTitle')}`
  const facts = [
    ['profile', view.profile],
    ['place', state.board === null && state.region === null ? null : where],
    ['situation', view.kind === 'scenario' ? viewName(view.id) : null],
    ['schoolYear', view.schoolYear],
    ['roadmap', state.step === 0 ? null : roadmapText(state.step)],
    ['generatedAt', dateTime(data.generatedAt)],
  ]
  // What the bar above the map says already is for paper alone.
  const onPaper = (key) => (['place', 'roadmap'].includes(key) ? 'on-paper' : null)
  const told = facts.filter(([, value]) => value !== null)
  byId('facts').replaceChildren(
    ...told.map(([key, value]) => h('span', { class: onPaper(key) }, h('b', {}, t(key)), ` ${value}`)),
  )
}

function showFigures() {
  const known = placed.filter((item) => recordOf(item) !== null)
  const pupilsOf = (items) => sum(items.map((item) => recordOf(item).pupils))
  const below = known.filter((item) => ['critical', 'short', 'tight', 'unlinked'].includes(recordOf(item).level))
  const pupils = pupilsOf(known)
  const pupilsBelow = pupilsOf(below) ?? 0
  const share = pupils === null || pupils === 0 ? '' : ` (${percent(pupilsBelow / pupils)})`
  const figures = [
    ['kpiBuildings', number(known.length)],
    ['kpiPupils', number(pupils)],
    ['kpiBelow', pupils === null ? NONE : `${number(pupilsBelow)}${share}`],
    ...(hasEquipment ? [['kpiEquipment', number(sum(known.map((item) => item.missing)), 1)]] : []),
  ]
  byId('kpis').replaceChildren(
    ...figures.map(([text, value]) => h('div', { id: text }, h('dt', {}, t(text)), h('dd', {}, value))),
  )
}

/** Texts that stand in the page itself. */
function showTexts() {
  document.documentElement.lang = language === 'fr' ? 'fr-CA' : 'en-CA'
  for (const element of document.querySelectorAll('[data-t]')) element.textContent = t(element.dataset.t)
  for (const element of document.querySelectorAll('[data-t-label]')) {
    element.setAttribute('aria-label', t(element.dataset.tLabel))
  }
  byId('search').placeholder = t('searchHint')
  byId('language').textContent = t('otherLanguage')
  byId('language').lang = language === 'fr' ? 'en' : 'fr'
  byId('theme').textContent = t(theme() === 'dark' ? 'toLight' : 'toDark')
  showCredit()
}

function buildControls() {
  byId('crumb-all').addEventListener('click', () => change({ region: null, board: null, chosen: null }))
  byId('language').addEventListener('click', () => change({ language: language === 'fr' ? 'en' : 'fr' }))
  byId('theme').addEventListener('click', () => {
    chosenTheme = theme() === 'dark' ? 'light' : 'dark'
    repaint()
    showTexts()
  })
  systemDark.addEventListener('change', repaint)
  byId('search').addEventListener('input', (event) => change({ query: event.target.value }, { how: 'soon' }))
  byId('skip').addEventListener('click', (event) => {
    event.preventDefault()
    byId('panel').focus()
  })
}
