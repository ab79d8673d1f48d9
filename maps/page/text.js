// Texts, numbers and elements, in French or in English. Data only ever becomes text nodes: nothing here writes HTML.

const data = JSON.parse(document.getElementById('data').textContent)
const LANGUAGES = ['fr', 'en']
const NONE = '—'

function formatsOf(language) {
  const locale = language === 'fr' ? 'fr-CA' : 'en-CA'
  const intl = (options) => new Intl.NumberFormat(locale, options)
  return {
    locale,
    number: [0, 1, 2].map((decimals) => intl({ maximumFractionDigits: decimals })),
    percent: [0, 1].map((decimals) => intl({ style: 'percent', maximumFractionDigits: decimals })),
    money: intl({ style: 'currency', currency: 'CAD', currencyDisplay: 'narrowSymbol', maximumFractionDigits: 2 }),
    dollars: intl({ style: 'currency', currency: 'CAD', currencyDisplay: 'narrowSymbol', maximumFractionDigits: 0 }),
    collator: new Intl.Collator(locale, { numeric: true, sensitivity: 'base' }),
  }
}

const formatsByLanguage = new Map()
let language = data.language
let formats = null

/** All that is written from now on is in this language. */
function speak(next) {
  language = next
  if (!formatsByLanguage.has(next)) formatsByLanguage.set(next, formatsOf(next))
  formats = formatsByLanguage.get(next)
}
speak(language)

/** A text of the page, `{0}`, `{1}`… replaced. */
function t(key, ...values) {
  const text = data.texts[language][key] ?? key
  return text.replace(/\{(\d)\}/g, (_, i) => values[Number(i)] ?? '')
}

const levelName = (level) => t(`level-${level}`)

const number = (value, decimals = 0) => (value === null ? NONE : formats.number[decimals].format(value))
/** Whole dollars: a plan has no use for cents. */
const dollars = (cents) => formats.dollars.format(cents / 100)
const money = (cents) => (cents === null ? NONE : formats.money.format(cents / 100))

/** Under 10 %, one decimal: 0.4 % is not zero. A part is never rounded up to a level that it does not reach. */
function percent(part) {
  if (part === null) return NONE
  const decimals = part < 0.1 ? 1 : 0
  const step = 10 ** (2 + decimals)
  return formats.percent[decimals].format(Math.floor(part * step + 1e-6) / step)
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

/** An ISO instant in the reader's time zone. */
function dateTime(iso) {
  const at = new Date(iso)
  if (Number.isNaN(at.getTime())) return iso
  const two = (n) => String(n).padStart(2, '0')
  const time = language === 'fr' ? '\u00a0h\u00a0' : ':'
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
  return `${day} ${two(at.getHours())}${time}${two(at.getMinutes())}`
}

/** Case, accents and punctuation removed: how a search compares. */
function folded(text) {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** An element with its attributes set and its children appended; strings become text, null is left out. */
function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined) element.setAttribute(name, value)
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined))
  return element
}

/** A button that does one thing. */
function button(attributes, content, action) {
  const element = h('button', { type: 'button', ...attributes }, content)
  element.addEventListener('click', action)
  return element
}

const byId = (id) => document.getElementById(id)
