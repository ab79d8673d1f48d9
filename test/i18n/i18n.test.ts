import t from 'tap'
import { catalogue } from '../../src/i18n/catalogue.js'
import { chooseLanguage } from '../../src/i18n/language.js'
import { messagesFor } from '../../src/i18n/translator.js'
import { accord, agree, fr } from '../../src/i18n/typography.js'

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

t.test('a word agrees with its number: French is plural from two on, English but for one', (t) => {
  const numbers = [0, 0.5, 1, 1.5, 1.9, 2, 10, 11, 100, 1000, 10_000, 1_000_000]
  const french = messagesFor('fr').format
  const english = messagesFor('en').format
  t.strictSame(
    numbers.filter((value) => accord(french.number(value), 'élève', 'élèves') === 'élève'),
    [0, 0.5, 1, 1.5, 1.9],
  )
  t.strictSame(
    numbers.filter((value) => agree(english.number(value), 'pupil', 'pupils') === 'pupil'),
    [1],
  )
  for (const written of ['0', '1', '0,5', '1,5']) t.equal(accord(written, 'un', 'des'), 'un', written)
  for (const written of ['2', '10', '1\u00a0000', '—']) t.equal(accord(written, 'un', 'des'), 'des', written)
  t.end()
})

t.test('what was scanned, imported and shown is counted in the singular and in the plural', (t) => {
  const { scan, importing, show, demo } = messagesFor('fr')
  const en = messagesFor('en')
  t.equal(scan.done('1', '0,2'), '1 adresse interrogée en 0,2 s')
  t.equal(scan.done('254', '9'), '254 adresses interrogées en 9 s')
  t.equal(en.scan.done('1', '0.2'), '1 address asked in 0.2 s')
  t.equal(scan.read('0', '0'), '  0 lue')
  t.equal(scan.read('56', '1'), '  56 lues, dont 1 en partie')
  t.equal(scan.devices('0', '1', '2'), '  0 appareil nouveau, 1 changé, 2 qui ne répondent plus')
  t.equal(scan.devices('3', '2', '1'), '  3 appareils nouveaux, 2 changés, 1 qui ne répond plus')
  t.equal(en.scan.devices('1', '0', '2'), '  1 new device, 0 changed, 2 no longer answering')
  t.equal(scan.reason('1', 'x'), '  1 adresse\u00a0: x')
  t.equal(en.scan.reason('1,024', 'x'), '  1,024 addresses: x')
  t.match(scan.wouldAsk('1', 'a'), /1 adresse, /)
  t.equal(importing.taken('pops', '1'), 'pops\u00a0: 1 ligne prise')
  t.equal(importing.taken('pops', '2'), 'pops\u00a0: 2 lignes prises')
  t.equal(
    importing.refused('pops', '1'),
    "pops\u00a0: fichier refusé en entier, 1 problème ci-dessus; rien n'a été écrit",
  )
  t.equal(en.importing.refused('pops', '2'), 'pops: file refused whole, 2 problems above; nothing was written')
  t.match(importing.unchanged('pops', '1'), /la seule ligne du fichier était déjà connue$/)
  t.match(importing.unchanged('pops', '1\u00a0000'), /les 1\u00a0000 lignes étaient déjà connues$/)
  t.match(importing.unchanged('pops', '0'), /aucune ligne/)
  t.notMatch(importing.unchanged('pops', '0'), /rien de neuf/)
  t.equal(importing.facts('1', '0', '2', '3'), '  1 fait nouveau, 0 changé, 2 retirés, 3 inchangés')
  t.equal(show.interfaces('1', '1'), 'Interfaces\u00a0: 1, dont 1 active')
  t.equal(show.devices('1', '2'), 'Appareils\u00a0: 1 lu, 2 sans lecture')
  t.match(demo.scanning('1'), /1 appareil simulé,/)
  t.end()
})

t.test('no message hides its plural between parentheses, and English quotes are straight', (t) => {
  const wrong = messages.filter(
    ({ message }) =>
      /\p{L}\((?:s|es|e)\)/u.test(`${said(message.fr)} ${said(message.en)}`) || /[“”‘’«»]/.test(said(message.en) ?? ''),
  )
  t.strictSame(
    wrong.map(({ name }) => name),
    [],
  )
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
