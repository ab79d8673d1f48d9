// The card of what is chosen: every figure of it, why, and what would close the gap.

function sentenceOf(item) {
  if (item.level === 'ok') return t('receivesAll', percent(item.ratio))
  if (item.level === 'unlinked') return t('receivesNone')
  return item.ratio === null || item.level === 'unknown' ? t('receivesUnknown') : t('receivesPart', percent(item.ratio))
}

/** Demand and what is received, as two bars on one scale; the figures stand beside them. */
function bars(item) {
  const most = Math.max(item.demand_down_bps ?? 0, item.share_down_bps ?? 0)
  const bar = (key, bps, kind) => {
    const fill = h('span', { class: `bar-fill bar-${kind}` })
    fill.style.width = `${most > 0 && bps !== null ? Math.max(1, (100 * bps) / most) : 0}%`
    return h(
      'div',
      { class: 'bar' },
      h('dt', {}, t(key)),
      h(
        'dd',
        {},
        h('span', { class: 'bar-track', 'aria-hidden': 'true' }, fill),
        h('span', { class: 'bar-value' }, rate(bps)),
      ),
    )
  }
  return h(
    'dl',
    { class: 'bars' },
    bar('demand', item.demand_down_bps, 'demand'),
    bar('share', item.share_down_bps, item.level),
  )
}

function fact(key, ...content) {
  const kept = content.flat().filter((part) => part !== null && part !== undefined && part !== '')
  return kept.length === 0 ? null : h('div', { class: 'fact' }, h('dt', {}, t(key)), h('dd', {}, ...kept))
}

function list(items, kind = 'ul') {
  return items.length === 0 ? null : h(kind, {}, ...items.map((item) => h('li', {}, item)))
}

function pathStep(item) {
  return (id) => {
    const link = linkById.get(id)
    const details =
      link === undefined ? [] : [link.medium === null ? null : t(`medium-${link.medium}`), rate(link.capacity_down_bps)]
    const narrow = id === item.bottleneck ? h('strong', { class: 'narrow' }, t('bottleneck')) : null
    const button = h('button', { type: 'button', class: 'inline' }, linkName(id))
    if (link !== undefined)
      button.addEventListener('click', (event) => choose(link, event.detail === 0 ? 'keyboard' : 'card'))
    return h('span', {}, button, h('span', { class: 'soft' }, ` ${details.filter(Boolean).join(' · ')} `), narrow)
  }
}

function pathOf(item) {
  const last = linkById.get(item.path.at(-1))
  const arrival = last === undefined ? [] : [h('span', {}, endName(last.b))]
  return item.path.length === 0 ? null : list([...item.path.map(pathStep(item)), ...arrival], 'ol')
}

const closingText = ({ link, from_bps, to_bps }) => t('closingStep', linkName(link), rate(from_bps), rate(to_bps))

function equipmentOf(item) {
  return data.categories
    .filter(({ suffix }) => item[`target_${suffix}`] !== null || item[`in_service_${suffix}`] !== null)
    .map(({ category, suffix }) => {
      const [missing, service, target] = ['shortfall', 'in_service', 'target'].map((figure) =>
        number(item[`${figure}_${suffix}`], 1),
      )
      const name = data.texts[`category-${category}`] ?? category
      return h('span', {}, h('b', {}, name), `${t('colon')}${t('equipmentLine', missing, service, target)}`)
    })
}

/** What a person corrected, over the files. Who and why stay out of the page. */
function correctedOf(item) {
  return fact('overridden', item.overridden.map((field) => t(`overridden-${field}`)).join(', '))
}

function buildingFacts(item) {
  const devices =
    item.devices_answered === null ? null : t('devicesLine', number(item.devices_answered), number(item.devices_failed))
  return [
    fact(
      'pupils',
      item.pupils !== null && item.pupils_at_least ? t('atLeast', number(item.pupils, 1)) : number(item.pupils, 1),
    ),
    fact('perPupil', item.bps_per_pupil === null ? null : rate(item.bps_per_pupil)),
    fact(
      'upload',
      item.demand_up_bps === null ? null : t('uploadLine', rate(item.share_up_bps), rate(item.demand_up_bps)),
    ),
    fact('path', pathOf(item)),
    fact('oversubscription', item.oversubscription === null ? null : `×\u00a0${number(item.oversubscription, 2)}`),
    fact('closing', list(item.closing.map(closingText))),
    fact('backup', item.path.length > 0 && item.single_point_of_failure ? t('noBackup') : null),
    fact('equipment', list(equipmentOf(item))),
    fact('devices', devices),
    fact('why', list(item.reasons)),
    fact('schools', list(item.schools.map((code) => `${schoolName(code)} (${code})`))),
    fact('board', item.board === null ? null : boardName(item.board)),
    correctedOf(item),
  ]
}

function linkFacts(item) {
  return [
    fact('ends', ends(item)),
    fact('capacity', capacityText(item)),
    fact('linkDemand', rate(item.demand_down_bps)),
    fact('status', t(`status-${item.status}`)),
    fact('role', t(`role-${item.role}`)),
    fact('medium', item.medium === null ? null : t(`medium-${item.medium}`)),
    fact('provider', item.provider),
    fact('network', item.network),
    fact('monthlyCost', item.monthly_cost_cents === null ? null : money(item.monthly_cost_cents)),
    fact('contractEnd', item.contract_end),
    correctedOf(item),
  ]
}

function capacityText({ capacity_down_bps: down, capacity_up_bps: up }) {
  return up === null || up === down ? rate(down) : t('capacityBothWays', rate(down), rate(up))
}

const cardElement = document.getElementById('card')

function cardOf(item) {
  const isBuilding = item.building !== undefined
  const title = isBuilding ? item.name : linkName(item.id)
  const under = isBuilding
    ? [item.building, item.municipality, item.mrc, item.region]
    : [item.name === null ? null : item.id, item.provider]
  const sentence = isBuilding
    ? sentenceOf(item)
    : item.load === null
      ? t('carriesUnknown')
      : t('carries', percent(item.load))
  const close = h('button', { type: 'button', class: 'close', 'aria-label': t('close'), title: t('close') }, '×')
  close.addEventListener('click', () => choose(null, 'card'))
  return [
    close,
    h('h2', { tabindex: '-1', id: 'card-title' }, title),
    h('p', { class: 'under' }, [...new Set(under)].filter(Boolean).join(' · ')),
    h(
      'p',
      { class: 'verdict' },
      symbol(item.level, 18),
      h('strong', {}, levelName(item.level)),
      h('span', {}, sentence),
    ),
    isBuilding && item.demand_down_bps !== null ? bars(item) : null,
    h('dl', { class: 'facts-list' }, ...(isBuilding ? buildingFacts(item) : linkFacts(item)).filter(Boolean)),
  ].filter(Boolean)
}

function showCard(from) {
  const item = view.selected
  cardElement.hidden = item === null
  if (item === null) return
  cardElement.replaceChildren(...cardOf(item))
  cardElement.setAttribute('aria-labelledby', 'card-title')
  cardElement.scrollTop = 0
  if (from === 'keyboard') cardElement.querySelector('h2').focus()
}

L.DomEvent.disableClickPropagation(cardElement)
L.DomEvent.disableScrollPropagation(cardElement)
