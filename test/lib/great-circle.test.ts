import t from 'tap'
import { distanceKm } from '../../src/lib/great-circle.js'

t.test('distances are those of the ellipsoid, to half a percent', (t) => {
  // Montréal–Québec and Rimouski–Gaspé on WGS 84, by Vincenty's formula; a quarter of a meridian.
  for (const [a, b, km] of [
    [[-73.5673, 45.5017], [-71.208, 46.8139], 233.4],
    [[-68.524, 48.4488], [-64.4817, 48.8316], 300.9],
    [[0, 0], [0, 90], 10_001.97],
  ] as const) {
    t.ok(Math.abs(distanceKm(a, b) / km - 1) < 0.005, `${distanceKm(a, b)} km`)
  }
  t.equal(distanceKm([-70, 48], [-70, 48]), 0)
  t.end()
})
