/** Runs `work` over `items`, at most `limit` at once, pulling lazily: memory does not grow with the number of items. */
export async function forEachLimited<T>(
  items: AsyncIterable<T> | Iterable<T>,
  limit: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const running = new Set<Promise<void>>()
  let failure: { readonly error: unknown } | null = null
  for await (const item of items) {
    if (failure !== null) break
    const task: Promise<void> = work(item)
      .catch((error: unknown) => {
        failure ??= { error }
      })
      .finally(() => running.delete(task))
    running.add(task)
    if (running.size >= limit) await Promise.race(running)
  }
  await Promise.all(running)
  if (failure !== null) throw (failure as { readonly error: unknown }).error
}
