// One shape per level: the colour is always repeated by a form, on the map, in the legend and in the tables.

const SVG = 'http://www.w3.org/2000/svg'

/** SVG path of a level's shape of radius `r` around the origin; areas are about equal. */
function shapeOf(level, r) {
  const p = (...points) => `M${points.map(([x, y]) => `${(x * r).toFixed(2)} ${(y * r).toFixed(2)}`).join('L')}Z`
  switch (level) {
    case 'critical':
      return p([-1.15, -0.85], [1.15, -0.85], [0, 1.15])
    case 'short':
      return p([0, -1.25], [1.25, 0], [0, 1.25], [-1.25, 0])
    case 'tight':
      return p([-0.9, -0.9], [0.9, -0.9], [0.9, 0.9], [-0.9, 0.9])
    case 'unlinked':
      return p(
        ...[
          [-1, -0.6],
          [-0.6, -1],
          [0, -0.4],
          [0.6, -1],
          [1, -0.6],
          [0.4, 0],
        ],
        ...[
          [1, 0.6],
          [0.6, 1],
          [0, 0.4],
          [-0.6, 1],
          [-1, 0.6],
          [-0.4, 0],
        ],
      )
    case 'pop':
      return p([-0.6, -1.04], [0.6, -1.04], [1.2, 0], [0.6, 1.04], [-0.6, 1.04], [-1.2, 0])
    default: {
      const n = r.toFixed(2)
      return `M-${n} 0A${n} ${n} 0 1 0 ${n} 0A${n} ${n} 0 1 0 -${n} 0Z`
    }
  }
}

/** A level's symbol for text, hidden from screen readers: the word stands beside it. */
function symbol(level, size = 14) {
  const svg = document.createElementNS(SVG, 'svg')
  for (const [name, value] of Object.entries({
    class: `symbol symbol-${level}`,
    viewBox: '-8 -8 16 16',
    width: size,
    height: size,
    'aria-hidden': 'true',
    focusable: 'false',
  })) {
    svg.setAttribute(name, value)
  }
  const path = document.createElementNS(SVG, 'path')
  path.setAttribute('d', shapeOf(level, level === 'unknown' ? 5 : 5.6))
  svg.append(path)
  return svg
}

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
  path.setAttribute('d', kind === 'width' ? 'M1 8.5L27 10.5V4.5L1 7.5Z' : 'M1 7H27')
  svg.append(path)
  return svg
}

/** The style sheet's colours, read again when the scheme changes. */
function readPalette() {
  const style = getComputedStyle(document.documentElement)
  const token = (name) => style.getPropertyValue(`--${name}`).trim()
  const pair = (level) => ({ fill: token(level), edge: token(`${level}-edge`) })
  return {
    land: token('land'),
    shore: token('shore'),
    halo: token('halo'),
    link: token('link'),
    faint: token('faint'),
    lit: token('lit'),
    border: token('border'),
    pop: pair('pop'),
    ...Object.fromEntries(data.levels.map((level) => [level, pair(level)])),
  }
}
