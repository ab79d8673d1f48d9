/**
 * Who waits for a signal. An EventTarget looks through all its listeners for each that is added or removed: with thousands
 * of requests under way, that costs more than the requests. So each signal has one listener, and a set of those who wait.
 */
const waiting = new WeakMap<AbortSignal, Set<() => void>>()

/** Calls `stop` once the signal is aborted, which it is not yet. The function that is given back forgets it. */
export function onAbort(signal: AbortSignal, stop: () => void): () => void {
  const known = waiting.get(signal)
  const stops = known ?? new Set()
  stops.add(stop)
  if (known === undefined) {
    waiting.set(signal, stops)
    signal.addEventListener(
      'abort',
      () => {
        waiting.delete(signal)
        for (const each of stops) each()
      },
      { once: true },
    )
  }
  return () => stops.delete(stop)
}
