/** Runs `work` over `items`, at most `limit` at once, pulling lazily: memory does not grow with the number of items. */
export async function forEachLimited<T>(
  items: AsyncIterable<T> | Iterable<T>,
  limit: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  let running = 0
  let failure: { readonly error: unknown } | null = null
  let wake = (): void => undefined
  const settled = (): Promise<void> => new Promise((resolve) => (wake = resolve))
  const begin = async (item: T): Promise<void> => {
    running++
    try {
      await work(item)
    } catch (error) {
      failure ??= { error }
    }
    running--
    wake()
  }
  for await (const item of items) {
    if (failure !== null) break
    void begin(item)
    if (running >= limit) await settled()
  }
  while (running > 0) await settled()
  if (failure !== null) throw (failure as { readonly error: unknown }).error
}

/**
 * What `work` makes of `items`, as it comes: at most `limit` at once, pulled lazily, and none begun while nobody takes
 * what is done. An item whose work gives null is forgotten at once. Whoever stops taking waits for the work under way.
 */
export async function* eachWithin<T, R>(
  items: Iterable<T>,
  limit: number,
  work: (item: T) => Promise<R | null>,
): AsyncGenerator<R, void, void> {
  const iterator = items[Symbol.iterator]()
  const done: R[] = []
  let failure: { readonly error: unknown } | null = null
  let running = 0
  let more = true
  let wake = (): void => undefined
  const settled = (): Promise<void> => new Promise((resolve) => (wake = resolve))
  const begin = async (item: T): Promise<void> => {
    running++
    try {
      const result = await work(item)
      if (result !== null) done.push(result)
    } catch (error) {
      failure ??= { error }
    }
    running--
    wake()
  }
  try {
    for (;;) {
      while (more && running < limit && failure === null) {
        const next = iterator.next()
        if (next.done === true) more = false
        else void begin(next.value)
      }
      for (const result of done.splice(0)) yield result
      if (failure !== null) throw (failure as { readonly error: unknown }).error
      if (running === 0 && !more && done.length === 0) return
      if (done.length === 0 && (running >= limit || !more)) await settled()
    }
  } finally {
    while (running > 0) await settled()
  }
}
