const MOST_HELD = 64 * 1024

/**
 * Keeps what is written to a terminal's error output (a warning of Node's, of a library) for after the interface: it
 * would land anywhere on the screen. Gives what lets it out.
 */
export function holdStderr(stderr: NodeJS.WriteStream = process.stderr): () => void {
  if (!stderr.isTTY) return () => undefined
  const write = stderr.write.bind(stderr)
  let held = ''
  stderr.write = (chunk: string | Uint8Array, ...rest: readonly unknown[]): boolean => {
    held = (held + (typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString())).slice(-MOST_HELD)
    const done = rest.find((each): each is () => void => typeof each === 'function')
    if (done !== undefined) process.nextTick(done)
    return true
  }
  return () => {
    stderr.write = write
    if (held !== '') write(held)
  }
}
