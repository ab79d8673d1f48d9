// One shape per level: the colour is always repeated by a form, on the map, in the legend and in the tables.

const SVG = 'http://www.w3.org/2000/svg'

const polygon =
  (...points) =>
  (r) =>
    `M${points.map(([x, y]) => `${(x * r).toFixed(2)} ${(y * r).toFixed(2)}`).join('L')}Z`
const circle = (part) => (radius) => {
  const r = (radius * part).toFixed(2)
  return `M-${r} 0A${r} ${r} 0 1 0 ${r} 0A${r} ${r} 0 1 0 -${r} 0Z`
}
const corners = (x, y) => [
  [x, y],
  [-y, x],
  [-x, -y],
  [y, -x],
]
/** A cross of three corners an arm, turned a quarter for each. */
const arms = (...arm) => [0, 1, 2, 3].flatMap((turn) => arm.map(([x, y]) => corners(x, y)[turn]))

const falling = polygon([-1.15, -0.85], [1.15, -0.85], [0, 1.15])
const rising = polygon([-1.15, 0.85], [0, -1.15], [1.15, 0.85])
const diamond = polygon([0, -1.25], [1.25, 0], [0, 1.25], [-1.25, 0])
const square = polygon([-0.9, -0.9], [0.9, -0.9], [0.9, 0.9], [-0.9, 0.9])
const cross = polygon(...arms([-1, -0.6], [-0.6, -1], [0, -0.4]))
const plus = polygon(...arms([-0.38, -1.15], [0.38, -1.15], [0.38, -0.38]))
const hexagon = polygon([-0.6, -1.04], [0.6, -1.04], [1.2, 0], [0.6, 1.04], [-0.6, 1.04], [-1.2, 0])

/** SVG path of each symbol, of radius `r` around the origin; areas are about equal. */
const SHAPES = {
  critical: falling,
  short: diamond,
  tight: square,
  ok: circle(1),
  unlinked: cross,
  unknown: circle(0.9),
  pop: hexagon,
  step1: falling,
  step2: diamond,
  step3: square,
  step4: rising,
  step5: circle(1),
  up: rising,
  down: falling,
  opened: plus,
  closed: cross,
  unsure: circle(0.9),
  same: circle(0.6),
}
const shapeOf = (name, r) => SHAPES[name](r)
/** Drawn as a ring: what is not known has no colour. */
const HOLLOW = new Set(['unknown', 'unsure'])

/** A symbol for text, hidden from screen readers: the word stands beside it. */
function symbol(name, size = 14) {
  const svg = document.createElementNS(SVG, 'svg')
  for (const [attribute, value] of Object.entries({
    class: `symbol symbol-${name}`,
    viewBox: '-8 -8 16 16',
    width: size,
    height: size,
    'aria-hidden': 'true',
    focusable: 'false',
  })) {
    svg.setAttribute(attribute, value)
  }
  const path = document.createElementNS(SVG, 'path')
  path.setAttribute('d', shapeOf(name, 5.6))
  svg.append(path)
  return svg
}

const LINES = { width: 'M1 8.5L27 10.5V4.5L1 7.5Z', cluster: 'M14 1.5A5.5 5.5 0 1 1 13.9 1.5' }

/** A line of the legend: `kind` picks its look in the style sheet. */
function lineSymbol(kind) {
  const svg = document.createElementNS(SVG, 'svg')
  for (const [name, value] of Object.entries({
    class: `line line-${kind}`,
    viewBox: '0 0 28 14',
    width: 28,
    height: 14,
    'aria-hidden': 'true',
  })) {
    svg.setAttribute(name, value)
  }
  const path = document.createElementNS(SVG, 'path')
  path.setAttribute('d', LINES[kind] ?? 'M1 7H27')
  svg.append(path)
  return svg
}

/** Symbols that share another's colours. */
const COLOURS = { up: 'ok', down: 'critical', opened: 'ok', closed: 'unlinked', unsure: 'unknown' }

/** The style sheet's colours, read again when the scheme changes. */
function readPalette() {
  const style = getComputedStyle(document.documentElement)
  const token = (name) => style.getPropertyValue(`--${name}`).trim()
  const pair = (name) => ({ fill: token(COLOURS[name] ?? name), edge: token(`${COLOURS[name] ?? name}-edge`) })
  const plain = ['ink', 'land', 'shore', 'halo', 'link', 'faint', 'lit', 'border', 'accent']
  return {
    ...Object.fromEntries(plain.map((name) => [name, token(name)])),
    symbols: Object.fromEntries(Object.keys(SHAPES).map((name) => [name, pair(name)])),
  }
}
