import { UserError } from '../../../model/errors.js'
import type { Secret } from '../../../model/secret.js'
import type { Context } from '../../command.js'

/** An SNMPv3 key is at least this long. @see RFC 3414, section 11.2 */
const SHORTEST_V3_KEY = 8

/** A new secret: typed twice without being shown, or from a program that pipes it. Never an argument, which everybody sees. */
export async function askNewSecret(name: string, context: Pick<Context, 'm' | 'out' | 'streams'>): Promise<Secret> {
  const { askSecretTwice, hasTerminal, readPipedSecret } = await import('../../prompt.js')
  const { m, out, streams } = context
  // A question that goes into a file would wait for ever.
  if (streams.stdin.isTTY === true && !hasTerminal(streams)) {
    throw new UserError(m.credentials.cannotAsk, m.credentials.nothingPipedHint)
  }
  const secret = hasTerminal(streams)
    ? await askSecretTwice(m.credentials.askSecret(name), m.credentials.askSecretAgain, context)
    : await readPipedSecret(context)
  if (secret.reveal().length < SHORTEST_V3_KEY) out.notice(m.credentials.shortForV3(SHORTEST_V3_KEY))
  return secret
}
