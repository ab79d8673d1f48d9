import { getEventListeners } from 'node:events'
import t from 'tap'
import { onAbort } from '../../src/lib/on-abort.js'

t.test('thousands wait for a signal by one listener, and those who forgot it are not called', (t) => {
  const controller = new AbortController()
  const called: number[] = []
  const forget = Array.from({ length: 5000 }, (_, i) => onAbort(controller.signal, () => called.push(i)))
  t.equal(getEventListeners(controller.signal, 'abort').length, 1)
  for (const [i, each] of forget.entries()) if (i % 2 === 0) each()
  controller.abort()
  t.equal(called.length, 2500)
  t.ok(called.every((i) => i % 2 === 1))
  t.end()
})
