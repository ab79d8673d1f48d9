import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { checkRules } from '../derive/rules.js'
import type { Messages } from '../i18n/translator.js'
import type { EquipmentRules } from '../model/equipment.js'
import { UserError } from '../model/errors.js'
import type { BandwidthProfile } from '../model/profile.js'
import type { Config } from './config/load.js'
import { shippedProfiles } from './shipped-profiles.js'

/** The bandwidth standards that there are: those that are shipped, then the configuration's. */
export function allProfiles({ bandwidth }: Pick<Config, 'bandwidth'>): readonly BandwidthProfile[] {
  return [...shippedProfiles(), ...bandwidth.profiles]
}

/**
 * A bandwidth standard by its id.
 *
 * @throws UserError naming those that there are.
 */
export function readProfile(id: string, config: Pick<Config, 'bandwidth'>, m: Messages): BandwidthProfile {
  const profiles = allProfiles(config)
  const found = profiles.find((profile) => profile.id === id)
  if (found !== undefined) return found
  throw new UserError(m.results.unknownProfile(id), m.results.unknownProfileHint(profiles.map((p) => p.id).join(', ')))
}

/**
 * The equipment rule file: the flag's, else the configuration's.
 *
 * @throws UserError when none is named, or with the file and line of what is wrong in it.
 */
export async function readRules(
  flag: string | undefined,
  config: Config,
  cwd: string,
  m: Messages,
): Promise<EquipmentRules> {
  const named = config.equipment.rules
  const path = flag !== undefined ? resolve(cwd, flag) : named === undefined ? null : resolve(config.folder, named)
  if (path === null) throw new UserError(m.results.noRules, m.results.noRulesHint)
  const { parseDocument, LineCounter } = await import('#yaml')
  const lines = new LineCounter()
  const document = parseDocument(await readFile(path, 'utf8'), { lineCounter: lines, prettyErrors: false })
  const [syntax] = document.errors
  if (syntax !== undefined) {
    const { line, col } = lines.linePos(syntax.pos[0])
    throw new UserError(m.config.syntax(`${path}:${line}:${col}`, syntax.message), m.config.syntaxHint)
  }
  const checked = checkRules(document.toJS(), m)
  if ('rules' in checked) return checked.rules
  const told = checked.problems.map(({ path: keys, message }) => {
    const node = document.getIn(keys, true) as { range?: readonly number[] } | null | undefined
    const line = node?.range?.[0] === undefined ? '' : `:${lines.linePos(node.range[0]).line}`
    return `${path}${line}: ${keys.join('.')}: ${message}`
  })
  throw new UserError(told.join('\n'), m.results.rulesHint)
}
