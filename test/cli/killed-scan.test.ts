import t from 'tap'
import { killScans } from '../../soak/killed-scans.js'

t.test('a scan that is killed at any moment loses nothing, and goes on as if it had not been', async (t) => {
  const { rounds, late, wrong } = await killScans(10, 711_000, (line) => t.comment(line))
  t.strictSame(wrong, [])
  t.ok(late < rounds / 2, `${late} of ${rounds} ended before they were killed`)
})
