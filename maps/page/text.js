// Texts, numbers and elements. Data only ever becomes text nodes: nothing here writes HTML.

const data = JSON.parse(document.getElementById('data').textContent)
const locale = data.language === 'fr' ? 'fr-CA' : 'en-CA'
const NONE = '—'

/** A text of the page, `{0}`, `{1}`… replaced. */
function t(key, ...values) {
  const text = data.texts[key] ?? key
  return text.replace(/\{(\d)\}/g, (_, i) => values[Number(i)] ?? '')
}

const capital = (word) => word.charAt(0).toUpperCase() + word.slice(1)
const levelName = (level) => data.levelNames[level]

const numberFormats = [0, 1, 2].map((decimals) => new Intl.NumberFormat(locale, { maximumFractionDigits: decimals }))
const percentFormats = [0, 1].map(
  (decimals) => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: decimals }),
)
const moneyFormat = new Intl.NumberFormat(locale, {
  style: 'currency',
  currency: 'CAD',
  currencyDisplay: 'narrowSymbol',
})
const collator = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' })

const number = (value, decimals = 0) => (value === null ? NONE : numberFormats[decimals].format(value))
const money = (cents) => (cents === null ? NONE : moneyFormat.format(cents / 100))

/** Under 10 %, one decimal: 0.4 % is not zero. A part is never rounded up to a level that it does not reach. */
function percent(part) {
  if (part === null) return NONE
  const decimals = part < 0.1 ? 1 : 0
  const step = 10 ** (2 + decimals)
  return percentFormats[decimals].format(Math.floor(part * step + 1e-6) / step)
}

const UNITS = [
  [1e12, 'Tbit/s'],
  [1e9, 'Gbit/s'],
  [1e6, 'Mbit/s'],
  [1e3, 'kbit/s'],
  [1, 'bit/s'],
]

/** Bits per second with the largest unit that keeps it at least 1. */
function rate(bps) {
  if (bps === null) return NONE
  const [size, unit] = UNITS.find(([least]) => bps >= least) ?? UNITS.at(-1)
  return `${number(bps / size, bps / size < 100 ? 1 : 0)}\u00a0${unit}`
}

/** Case, accents and punctuation removed: how a search compares. */
function folded(text) {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

/** An element with its properties set and its children appended; strings become text, null is left out. */
function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined) element.setAttribute(name, value)
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined))
  return element
}
