import { readFile } from 'node:fs/promises'
import { shipped } from '../../lib/paths.js'
import { failure, good, warning, type Check, type Finding, type Machine } from './finding.js'
import type { Messages } from '../../i18n/translator.js'

/** Node.js: the version that package.json asks for, or a later one. */
export const checkNode: Check<Machine> = async ({ m }) => {
  const { engines } = JSON.parse(await readFile(shipped('package.json'), 'utf8')) as { engines: { node: string } }
  return [nodeFinding(process.versions.node, engines.node.replace(/^\D+/, ''), m)]
}

export function nodeFinding(version: string, least: string, { doctor }: Pick<Messages, 'doctor'>): Finding {
  const isEnough = version.localeCompare(least, 'en', { numeric: true }) >= 0
  return isEnough
    ? good('node', doctor.node(version, least))
    : failure('node', doctor.nodeOld(version, least), doctor.nodeOldMend(least))
}

/** Node's own language data: without French as written in Canada, numbers and dates come out as in the United States. */
export const checkLanguageData: Check<Machine> = async ({ m: { doctor } }) => [
  Intl.NumberFormat.supportedLocalesOf(['fr-CA']).length > 0
    ? good('language-data', doctor.languageData)
    : warning('language-data', doctor.noLanguageData, doctor.noLanguageDataMend),
]

/** The terminal's characters, as the environment names them (POSIX: LC_ALL, then LC_CTYPE, then LANG). */
export const checkTerminal: Check<Machine> = async ({ env, onTerminal, m: { doctor } }) => {
  const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'] || ''
  const [, charset = ''] = /\.([^@]+)/.exec(locale) ?? []
  if (/^utf-?8$/i.test(charset)) return [good('terminal', doctor.terminal(locale))]
  // Without a terminal (a timer) there is nobody to show accents to; Windows has no such variables.
  if (charset === '' && (!onTerminal || process.platform === 'win32')) return []
  return [warning('terminal', doctor.notUtf8(locale === '' ? 'C' : locale), doctor.notUtf8Mend)]
}
