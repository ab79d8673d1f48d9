import { isUtf8 } from 'node:buffer'
import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import { Interrupted, UserError } from '../model/errors.js'
import { Secret } from '../model/secret.js'
import type { Context } from './command.js'
import type { Streams } from './surroundings.js'

type Asker = Pick<Context, 'm' | 'out' | 'streams'>

/** True when somebody can be asked: what is typed and the question both go through a terminal. */
export function hasTerminal({ stdin, stderr }: Streams): boolean {
  return stdin.isTTY === true && stderr.isTTY === true
}

/**
 * Asks for a secret on the terminal; nothing of what is typed is shown.
 *
 * @throws Interrupted on Ctrl-C and Ctrl-D; UserError when nothing was typed, or bytes that are not UTF-8.
 */
export async function askSecret(question: string, asker: Asker): Promise<Secret> {
  const { m } = asker
  const secret = await askSecretOrNothing(question, asker)
  if (secret === null) throw new UserError(m.credentials.nothingTyped, m.credentials.nothingTypedHint)
  return secret
}

/** The same, where nothing may be typed: that is null. @throws as `askSecret`. */
export async function askSecretOrNothing(question: string, { m, out, streams }: Asker): Promise<Secret | null> {
  const { stdin, stderr } = streams
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input: stdin, output: silent, terminal: true, historySize: 0 })
  out.progress('')
  stderr.write(question)
  try {
    const typed = await new Promise<string>((resolve, reject) => {
      lines.once('line', resolve)
      lines.once('SIGINT', () => reject(new Interrupted()))
      lines.once('close', () => reject(new Interrupted()))
    })
    // Accents may be typed composed or not: one key, one writing.
    const value = typed.normalize('NFC')
    if (value === '') return null
    // What the terminal sent in another encoding was replaced by this character: the secret is lost already.
    if (value.includes('\ufffd')) throw new UserError(m.vault.notUtf8, m.vault.notUtf8Hint)
    return new Secret(value)
  } finally {
    lines.close()
    stderr.write('\n')
  }
}

/** Asks twice, for what cannot be read again. @throws UserError when the two differ. */
export async function askSecretTwice(question: string, again: string, asker: Asker): Promise<Secret> {
  const first = await askSecret(question, asker)
  const second = await askSecret(again, asker)
  const { m } = asker
  if (first.reveal() !== second.reveal()) throw new UserError(m.credentials.different, m.credentials.differentHint)
  return first
}

const LONGEST_PIPED = 64 << 10

/**
 * Reads a secret that another program gives on standard input: one line, its newline left out.
 *
 * @throws UserError when there is none, or more than a line, or bytes that are not UTF-8.
 */
export async function readPipedSecret({ m, streams: { stdin } }: Asker): Promise<Secret> {
  const pieces: Buffer[] = []
  let length = 0
  for await (const piece of stdin as AsyncIterable<Buffer>) {
    pieces.push(piece)
    length += piece.length
    if (length > LONGEST_PIPED) break
  }
  const bytes = Buffer.concat(pieces)
  if (!isUtf8(bytes)) throw new UserError(m.vault.notUtf8, m.vault.notUtf8Hint)
  const text = bytes.toString('utf8').replace(/\r?\n$/, '')
  if (text === '') throw new UserError(m.credentials.nothingPiped, m.credentials.nothingPipedHint)
  if (/[\u0000-\u001f\u007f]/.test(text))
    throw new UserError(m.credentials.severalLines, m.credentials.severalLinesHint)
  return new Secret(text)
}

/** How a vault's key is asked for: nothing, and so an error that says so, where nobody can be. */
export function vaultKeyPrompts(asker: Asker): {
  askVaultKey?(): Promise<Secret>
  askNewVaultKey?(): Promise<Secret>
} {
  if (!hasTerminal(asker.streams)) return {}
  const { credentials } = asker.m
  return {
    askVaultKey: () => askSecret(credentials.askKey, asker),
    askNewVaultKey: () => askSecretTwice(credentials.askNewKey, credentials.askNewKeyAgain, asker),
  }
}

/** What finds this run's secrets, the vault's key asked for on the terminal where there is one. */
export async function secretHost(context: Context) {
  const { m, env } = context
  return { config: await context.config(), env, m, ...vaultKeyPrompts(context) }
}
