import { resolve } from 'node:path'
import { checkRules } from '../derive/rules.js'
import type { Messages } from '../i18n/translator.js'
import type { EquipmentRules } from '../model/equipment.js'
import { UserError } from '../model/errors.js'
import type { BandwidthProfile } from '../model/profile.js'
import type { Config } from './config/load.js'
import { shippedProfiles } from './shipped-profiles.js'
import { changed } from './what-if.js'
import { readYaml } from './yaml-file.js'

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
 * The standards of a list, `ontario-2016,dfe-2022`, each once; the configuration's without a list.
 *
 * @throws UserError for one that there is not.
 */
export function readProfiles(list: string | undefined, config: Config, m: Messages): readonly BandwidthProfile[] {
  const ids = (list ?? config.bandwidth.profile).split(',').map((id) => id.trim())
  return [...new Set(ids)].map((id) => readProfile(id, config, m))
}

/** A rule file that was read: where, the SHA-256 of its bytes, and what it says. */
export interface RulesFile {
  readonly file: string
  readonly sha256: string
  readonly rules: EquipmentRules
}

/**
 * The equipment rule file: the flag's, else the configuration's, with what is asked to be otherwise in it.
 *
 * @param whatIf `path=value`, each a change to what the file says; the hash stays the file's.
 * @throws UserError when none is named, or with the file and line of what is wrong in it.
 */
export async function readRules(
  flag: string | undefined,
  config: Config,
  cwd: string,
  m: Messages,
  whatIf: readonly string[] = [],
): Promise<RulesFile> {
  const named = config.equipment.rules
  const path = flag !== undefined ? resolve(cwd, flag) : named === undefined ? null : resolve(config.folder, named)
  if (path === null) throw new UserError(m.results.noRules, m.results.noRulesHint)
  const file = await readYaml(path, m)
  const checked = checkRules(await changed(file.value, whatIf, m), m)
  if ('rules' in checked) return { file: path, sha256: file.sha256, rules: checked.rules }
  const told = checked.problems.map(({ path: keys, message }) => `${file.at(keys)}: ${keys.join('.')}: ${message}`)
  const hint = whatIf.length === 0 ? m.results.rulesHint : m.allocate.whatIfHint(whatIf.join(', '))
  throw new UserError(told.join('\n'), hint)
}
