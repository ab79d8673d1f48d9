// Before and after the roadmap: how far along, how many pupils are then at the standard, which links it takes.

/** Pupils at the standard before the first step, in %; null when the first step's are withheld. */
function percentBefore() {
  const [first] = data.roadmap
  if (first.pupils === null) return null
  const atStandard = first.pupilsTotal - first.pupils
  return first.percent === 0 ? 0 : Math.floor((10 * atStandard * first.percent) / first.pupilsTotal) / 10
}

function roadmapText(step) {
  if (step === 0) {
    const reached = percentBefore()
    return reached === null ? t('roadmapNone') : t('roadmapStart', formats.number[1].format(reached))
  }
  const { upgrades, percent: reached, cost } = data.roadmap[step - 1]
  const key = upgrades === 1 ? 'roadmapOne' : 'roadmapMany'
  const text = t(key, number(upgrades), formats.number[1].format(reached))
  return cost === null ? text : t('roadmapCost', text, dollars(cost))
}

function showRoadmap() {
  const control = byId('roadmap')
  control.hidden = data.roadmap.length === 0 || state.view !== 'main'
  if (control.hidden) return
  const slider = byId('step')
  slider.max = String(data.roadmap.length)
  slider.value = String(state.step)
  slider.setAttribute('aria-valuetext', roadmapText(state.step))
  byId('step-text').textContent = roadmapText(state.step)
  byId('step-less').disabled = state.step === 0
  byId('step-more').disabled = state.step === data.roadmap.length
}

function buildRoadmap() {
  const go = (step) => change({ step }, { how: 'soon' })
  byId('step').addEventListener('input', (event) => go(Number(event.target.value)))
  byId('step-less').addEventListener('click', () => go(state.step - 1))
  byId('step-more').addEventListener('click', () => go(state.step + 1))
}
