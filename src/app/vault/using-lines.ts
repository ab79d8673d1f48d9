import { relative } from 'node:path'
import { stringify } from '#yaml'
import type { SecretHost } from '../config/credentials.js'
import type { Config } from '../config/load.js'
import { usersOf } from './list.js'

/** A text as it is written in YAML, in quotes where it could pass for something else. */
function scalar(text: string): string {
  return stringify(text).trimEnd()
}

/** The lines of a configuration that use a secret: those that do already are named instead. */
export function usingLines(name: string, { config, m }: SecretHost): string {
  const users = usersOf(name, config)
  if (users.length > 0) return `# ${m.vault.usedBy(users.join(', '))}\n`
  const reference = `{ vault: ${scalar(name)} }`
  return `# ${m.vault.useCommunity}
credentials:
  - { name: ${scalar(name)}, version: 2c, community: ${reference} }
# ${m.vault.useKey}
#   auth: { protocol: sha256, key: ${reference} }
#   priv: { protocol: aes, key: ${reference} }
`
}

/** The lines of a configuration that say where its vault is and which file opens it (null: its key is typed). */
export function vaultLines({ folder, vault }: Pick<Config, 'folder' | 'vault'>, keyFile: string | null): string {
  const written = (path: string): string => {
    const short = relative(folder, path)
    return scalar(short.startsWith('..') ? path : `./${short}`)
  }
  const key = keyFile === null ? '' : `, key: { file: ${written(keyFile)} }`
  return `vault: { file: ${written(vault.file)}${key} }\n`
}
