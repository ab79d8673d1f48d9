import { lookup } from 'node:dns/promises'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Messages } from '../../i18n/translator.js'
import { UserError } from '../../model/errors.js'
import { isTarget, parseTargets, partsOf, type TargetRange } from './targets.js'

/** Finds the address of a host name. Rejects when it has none. */
export type FindAddress = (name: string) => Promise<string>

/** What the system answers first: the resolver, or /etc/hosts. */
const asTheSystem: FindAddress = async (name) => (await lookup(name)).address

/**
 * A list with what its files (`@file`) hold in their place; in a file, `#` begins a comment. Files are found from `folder`.
 *
 * @throws the system's error for a file that cannot be read.
 */
export async function withFiles(text: string, folder: string): Promise<string> {
  // A list that is one file may have a name with spaces.
  if (text.startsWith('@') && !text.includes(',')) return fileText(resolve(folder, text.slice(1)))
  const parts = partsOf(text).map((part) =>
    part.startsWith('@') ? fileText(resolve(folder, part.slice(1))) : Promise.resolve(part),
  )
  return (await Promise.all(parts)).join(' ')
}

async function fileText(path: string): Promise<string> {
  const lines = (await readFile(path, 'utf8')).split(/\r?\n/)
  return lines.map((line) => line.replace(/#.*/, '')).join(' ')
}

/** A host name (RFC 1123, and the underscores that some have), which has a letter: `10.1` is a slip of the pen. */
const HOST_NAME = /^(?=.*[a-z])[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?(?:\.[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?)*\.?$/i

/**
 * As `parseTargets`, and takes host names too: of one with several addresses, the first that the system gives, as they
 * lead to one device.
 *
 * @throws UserError also for a name that has no address.
 */
export async function readTargets(
  text: string,
  m: Messages['scan'],
  findAddress: FindAddress = asTheSystem,
): Promise<TargetRange[]> {
  const parts: string[] = []
  for (const part of partsOf(text)) {
    const isName = !isTarget(part) && HOST_NAME.test(part)
    parts.push(isName ? await addressOf(part, m, findAddress) : part)
  }
  return parseTargets(parts.join(' '), m)
}

async function addressOf(name: string, m: Messages['scan'], findAddress: FindAddress): Promise<string> {
  try {
    return (await findAddress(name)).replace(/%.*$/, '')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    throw new UserError(m.unknownName(name, code), m.unknownNameHint, { usage: true })
  }
}
