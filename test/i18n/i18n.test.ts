import t from 'tap'
import { catalogue } from '../../src/i18n/catalogue.js'
import { chooseLanguage } from '../../src/i18n/language.js'
import { messagesFor } from '../../src/i18n/translator.js'
import { fr } from '../../src/i18n/typography.js'

const messages = Object.entries(catalogue).flatMap(([area, keys]) =>
  Object.entries(keys as Record<string, { fr: unknown; en: unknown }>).map(([key, message]) => ({
    name: `${area}.${key}`,
    message,
  })),
)

/** What a message says in French; null for one whose parameters are structures. */
function said(message: unknown): string | null {
  if (typeof message !== 'function') return String(message)
  for (const value of ['x', 2, ['x']]) {
    try {
      return String(message(...Array.from({ length: message.length }, () => value)))
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
    }
  }
  return null
}

t.test('every message stands in both languages, with the same number of parameters', (t) => {
  t.ok(messages.length > 150, `${messages.length} messages`)
  const uneven = messages.filter(
    ({ message }) =>
      typeof message.fr !== typeof message.en ||
      (typeof message.fr === 'function' && typeof message.en === 'function' && message.fr.length !== message.en.length),
  )
  t.strictSame(
    uneven.map(({ name }) => name),
    [],
  )
  t.end()
})

t.test('French texts have no ordinary space before a colon or inside guillemets', (t) => {
  const french = messages.flatMap(({ name, message }) => {
    const text = said(message.fr)
    return text === null ? [] : [{ name, text }]
  })
  t.ok(french.length > messages.length * 0.9, `${french.length} of ${messages.length} could be said`)
  t.strictSame(
    french.filter(({ text }) => /[^\s] [:;!?%»](\s|$)|« /.test(text)).map(({ name }) => name),
    [],
  )
  t.end()
})

t.test('the French tag sets no-break spaces in its own words, never in what is put into them', (t) => {
  t.equal(fr`Écrit : ${'a : b'}`, 'Écrit\u00a0: a : b')
  t.equal(fr`« ${'x'} » vaut 5 %`, '«\u00a0x\u00a0» vaut 5\u00a0%')
  t.equal(fr`${10} $ ; non ?`, '10\u00a0$; non?')
  t.end()
})

t.test('the language comes from the flag, CARTABLE_LANG, the configuration, the locale, then French', (t) => {
  const env = { CARTABLE_LANG: 'en', LANG: 'fr_CA.UTF-8' }
  t.equal(chooseLanguage({ flag: 'fr', env, config: 'en' }), 'fr')
  t.equal(chooseLanguage({ env, config: 'fr' }), 'en')
  t.equal(chooseLanguage({ env: { LANG: 'fr_CA.UTF-8' }, config: 'en' }), 'en')
  t.equal(chooseLanguage({ env: { LANG: 'en_CA.UTF-8' } }), 'en')
  t.equal(chooseLanguage({ env: { LC_ALL: 'en_US', LANG: 'fr_CA' } }), 'en')
  t.equal(chooseLanguage({ env: { LANG: 'C.UTF-8' } }), 'fr')
  t.equal(chooseLanguage({ env: {} }), 'fr')
  t.end()
})

t.test('numbers, money, rates and dates are written as in Canada', (t) => {
  const french = messagesFor('fr').format
  const english = messagesFor('en').format
  t.equal(french.number(1234567.89), '1\u00a0234\u00a0567,9')
  t.equal(english.number(1234567.89), '1,234,567.9')
  t.equal(french.money(123456), '1\u00a0234,56\u00a0$')
  t.equal(english.money(123456), '$1,234.56')
  t.equal(french.rate(2_500_000_000), '2,5\u00a0Gbit/s')
  t.equal(english.rate(100_000_000), '100\u00a0Mbit/s')
  t.equal(french.rate(null), '—')
  t.equal(french.percent(0.83), '83\u00a0%')
  t.match(french.dateTime('2026-11-23T12:05:00Z'), /^2026-11-23 \d\d\u00a0h\u00a0\d\d$/)
  t.end()
})
