// The card of what is chosen: every figure of it, why, and what would close the gap.

function sentenceOf(record) {
  if (record.lifted) return t('receivesAfter')
  if (record.level === 'ok' && record.ratio !== null) return t('receivesAll', percent(record.ratio))
  if (record.level === 'unlinked') return t('receivesNone')
  return record.ratio === null || record.level === 'unknown'
    ? t('receivesUnknown')
    : t('receivesPart', percent(record.ratio))
}

/** Demand and what is received, as two bars on one scale; the figures stand beside them. */
function bars(record) {
  const most = Math.max(record.demand ?? 0, record.share ?? 0)
  const bar = (key, bps, kind) => {
    const fill = h('span', { class: `bar-fill bar-${kind}` })
    fill.style.width = `${most > 0 && bps !== null ? Math.max(1, (100 * bps) / most) : 0}%`
    const track = h('span', { class: 'bar-track', 'aria-hidden': 'true' }, fill)
    return h(
      'div',
      { class: 'bar' },
      h('dt', {}, t(key)),
      h('dd', {}, track, h('span', { class: 'bar-value' }, rate(bps))),
    )
  }
  return h('dl', { class: 'bars' }, bar('demand', record.demand, 'demand'), bar('share', record.share, record.level))
}

function fact(key, ...content) {
  const kept = content.flat().filter((each) => each !== null && each !== undefined && each !== '')
  return kept.length === 0 ? null : h('div', { class: 'fact' }, h('dt', {}, t(key)), h('dd', {}, ...kept))
}

function list(items, kind = 'ul') {
  return items.length === 0 ? null : h(kind, {}, ...items.map((item) => h('li', {}, item)))
}

const chooseFromCard = (item) => (event) => change({ chosen: item }, { from: event.detail === 0 ? 'keyboard' : 'card' })

/** « 95th percentile of 430 Mbit/s, 43 % of its capacity, over 30 days until 2026-11-20 ». */
function measureText({ down, up, use, months, until, days }) {
  const busiest = Math.max(down ?? 0, up ?? 0)
  const text = t('measured', rate(busiest), use === null ? NONE : percent(use), number(days), until)
  return months === null ? text : `${text} ${t(months === 0 ? 'fullNow' : 'fullIn', number(months))}`
}

function pathStep(record) {
  return (link) => {
    const { load } = linkRecordOf(link)
    const details = [
      link.provider,
      link.medium === null ? null : t(`medium-${link.medium}`),
      rate(link.down),
      load === null ? null : t('loadShort', percent(load)),
    ]
    const to = raised.get(link)
    return h(
      'span',
      {},
      button({ class: 'inline' }, linkName(link), chooseFromCard(link)),
      h('span', { class: 'soft' }, ` ${details.filter(Boolean).join(' · ')} `),
      link === record.bottleneck ? h('strong', { class: 'narrow' }, t('bottleneck')) : null,
      to === undefined ? null : h('strong', {}, ` ${t('raisedTo', rate(to))}`),
      link.measure === null ? null : h('span', { class: 'under' }, measureText(link.measure)),
    )
  }
}

function pathOf(record) {
  const last = record.path.at(-1)
  const arrival = last === undefined ? [] : [h('span', {}, endName(last.b))]
  return record.path.length === 0 ? null : list([...record.path.map(pathStep(record)), ...arrival], 'ol')
}

/** Demand behind the bottleneck ÷ its capacity; without bottleneck, the highest along the path. */
function oversubscription(record) {
  const loads = (record.bottleneck === null ? record.path : [record.bottleneck]).map((link) => linkRecordOf(link).load)
  const known = loads.filter((load) => load !== null)
  return known.length === 0 ? null : Math.max(...known)
}

const closingText = ({ link, from, to }) => t('closingStep', linkName(link), rate(from), rate(to))

function equipmentOf(item) {
  const columns = data.buildings.equipment
  return data.categories.flatMap(({ category, suffix }) => {
    const [missing, service, target] = ['shortfall', 'in_service', 'target'].map(
      (key) => columns[`${key}_${suffix}`]?.[item.i] ?? null,
    )
    if (target === null && service === null) return []
    const name = data.texts[language][`category-${category}`] ?? category
    const figures = [missing, service, target].map((value) => number(value, 1))
    return [h('span', {}, h('b', {}, name), `${t('colon')}${t('equipmentLine', ...figures)}`)]
  })
}

/** « École des Galets (799101): 77 pupils here of 102 ». */
function schoolText({ code, name, pupils, isSmall, part: share }) {
  const title = `${name} (${code})`
  if (isSmall) return `${title}${t('colon')}${t('pupilsSmall')}`
  if (pupils === null) return `${title}${t('colon')}${t('pupilsUnknown')}`
  if (share === null) return `${title}${t('colon')}${t('pupilsWithheld', number(pupils, 1))}`
  if (share === 1) return `${title}${t('colon')}${t('pupilsCount', number(pupils, 1))}`
  return `${title}${t('colon')}${t('pupilsPart', number(pupils * share, 1), number(pupils, 1))}`
}

/** What a person corrected, over the files. Who and why stay out of the page. */
function correctedOf(item) {
  return fact('overridden', item.overridden.map((field) => t(`overridden-${field}`)).join(', '))
}

/** Where the figures are from, and when: as far as the map was told. */
function sourcesOf(record) {
  const view = shownView()
  const told = [...new Set(record.path.map(({ source }) => source).filter((source) => source !== null))]
  return [
    view.schoolYear === null ? null : t('sourcePupils', view.schoolYear),
    t('sourceDemand', view.profile),
    ...told.map((source) => t('sourceLinks', source)),
    t('sourceMade', dateTime(data.generatedAt)),
  ].filter(Boolean)
}

function roadmapOf(item) {
  const step = stepOfBuilding.get(item.i)
  return step === undefined || state.view !== 'main'
    ? null
    : t('liftedAt', number(step), number(data.roadmap[step - 1].upgrades))
}

function changeFact(item) {
  if (state.view === 'main') return null
  const [before, after] = [recordIn('main')(item), recordIn(state.view)(item)]
  const words = (record) => (record === null ? t('absent') : `${levelName(record.level)} (${percent(record.ratio)})`)
  return t('changeLine', words(before), words(after))
}

function buildingFacts(item, record) {
  const access = record.path[0]
  const pupils = record.pupils === null ? null : number(record.pupils, 1)
  return [
    fact('schools', list(item.schools.map(schoolText))),
    fact('pupils', pupils !== null && record.atLeast ? t('atLeast', pupils) : (pupils ?? t('unknown'))),
    fact('perPupil', record.perPupil === null ? null : rate(record.perPupil)),
    fact('upload', record.demandUp === null ? null : t('uploadLine', rate(record.shareUp), rate(record.demandUp))),
    fact('access', access === undefined ? null : capacityText(access)),
    fact('path', pathOf(record)),
    fact(
      'oversubscription',
      oversubscription(record) === null ? null : `×\u00a0${number(oversubscription(record), 2)}`,
    ),
    fact('closing', list(record.closing.map(closingText))),
    fact('roadmapStep', roadmapOf(item)),
    fact('change', changeFact(item)),
    fact('backup', !data.isPublic && record.path.length > 0 && record.single ? t('noBackup') : null),
    fact('use', record.path.length === 0 || measuredLink(record) !== null ? null : t('notMeasured')),
    fact('equipment', list(equipmentOf(item))),
    fact('devices', item.devices === null ? null : t('devicesLine', number(item.devices[0]), number(item.devices[1]))),
    fact('why', list([...(record.estimated ? [t('estimated')] : []), ...record.reasons.map(reasonText)])),
    fact('board', item.board === null ? null : boardName(item.board)),
    fact('sources', list(sourcesOf(record))),
    correctedOf(item),
  ]
}

function linkFacts(item) {
  const behind = placed.filter((each) => toldRecord(each).path.includes(item))
  return [
    fact('ends', ends(item)),
    fact('capacity', capacityText(item), raised.has(item) ? ` ${t('raisedTo', rate(raised.get(item)))}` : null),
    fact('linkDemand', rate(linkRecordOf(item).demand)),
    fact('use', item.measure === null ? t('notMeasured') : measureText(item.measure)),
    fact('behind', behind.length === 0 ? null : t('behindLine', number(behind.length))),
    fact('status', t(`status-${item.status}`)),
    fact('role', t(`role-${item.role}`)),
    fact('medium', item.medium === null ? null : t(`medium-${item.medium}`)),
    fact('provider', item.provider),
    fact('network', item.network),
    fact('monthlyCost', item.cost === null ? null : money(item.cost)),
    fact('contractEnd', item.contractEnd),
    fact('sources', item.source),
    correctedOf(item),
  ]
}

function capacityText({ down, up }) {
  return up === null || up === down ? rate(down) : t('capacityBothWays', rate(down), rate(up))
}

const cardElement = byId('card')

function linkSentence(link) {
  const { load } = linkRecordOf(link)
  return load === null ? t('carriesUnknown') : t('carries', percent(load))
}

function cardOf(item) {
  const isBuilding = item.type === 'building'
  const record = isBuilding ? toldRecord(item) : linkRecordOf(item)
  const under = isBuilding
    ? [item.id, item.municipality, item.mrc, item.region]
    : [item.name === null ? null : item.id, item.provider]
  const close = button({ class: 'close', 'aria-label': t('close'), title: t('close') }, '×', () => closeCard('card'))
  const verdict = [symbol(record.level, 18), h('strong', {}, levelName(record.level))]
  return [
    close,
    h('h2', { tabindex: '-1', id: 'card-title' }, nameOf(item)),
    h('p', { class: 'under' }, [...new Set(under)].filter(Boolean).join(' · ')),
    h('p', { class: 'verdict' }, ...verdict, h('span', {}, isBuilding ? sentenceOf(record) : linkSentence(item))),
    isBuilding && record.demand !== null ? bars(record) : null,
    h('dl', { class: 'facts-list' }, ...(isBuilding ? buildingFacts(item, record) : linkFacts(item)).filter(Boolean)),
  ].filter(Boolean)
}

function showCard(before, from) {
  const item = state.chosen
  cardElement.hidden = item === null
  if (item === null) return
  const top = item === before.chosen ? cardElement.scrollTop : 0
  cardElement.replaceChildren(...cardOf(item))
  cardElement.scrollTop = top
  if (from === 'keyboard') cardElement.querySelector('h2').focus()
}

/** Back to where the thing was chosen, if it is in the table. */
function closeCard(from) {
  const left = state.chosen
  change({ chosen: null }, { from })
  const row = [...document.querySelectorAll('tr[data-id]')].find(({ item }) => item === left)
  if (from !== 'map') (row?.querySelector('.pick') ?? byId('panel')).focus({ preventScroll: row === undefined })
}

L.DomEvent.disableClickPropagation(cardElement)
L.DomEvent.disableScrollPropagation(cardElement)
