import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { listPlugins } from '../src/lib/plugins.js'
import { told, type Bench } from './bench.js'
import { runIn } from './command/run.js'
import { measurePage } from './map/page.js'
import { hasMinistryFiles, importProvince } from './map/province.js'

/** GDAL makes a GeoPackage of the same layers: a program that many know, on the same machine. Null where it is not. */
function byGdal(folder: string): number | null {
  const out = join(folder, 'gdal')
  mkdirSync(out)
  const layers = readdirSync(join(folder, 'carte')).filter((name) => name.endsWith('.geojson'))
  const start = performance.now()
  for (const name of layers) {
    const args = ['-f', 'GPKG', '-update', '-append', join(out, 'carte.gpkg'), join(folder, 'carte', name)]
    const { status, error } = spawnSync('ogr2ogr', args, { stdio: 'ignore' })
    if (error !== undefined || status !== 0) return null
  }
  return performance.now() - start
}

const bench: Bench = {
  id: 'map',
  about: "the whole province, on the ministry's real schools with invented links and enrolment",
  measure: async () => {
    if (!hasMinistryFiles) return ['skipped: ../shared is not beside the project']
    const folder = mkdtempSync(join(tmpdir(), 'cartable-bench-'))
    try {
      importProvince(folder)
      const formats = listPlugins('maps/formats')
      const { ms, mib } = runIn(folder, 'map', '--format', formats.join(','), '--out', 'carte')
      const gdal = byGdal(folder)
      const page = readdirSync(join(folder, 'carte')).find((name) => name.endsWith('.html')) ?? ''
      const { size } = statSync(join(folder, 'carte', page))
      const what = `all formats (${formats.join(', ')})`
      return [
        gdal === null
          ? `${what}: ${ms.toFixed(0)} ms; GDAL is not there to compare with`
          : told(what, 'GDAL, one GeoPackage of the same layers', { oursMs: ms, theirsMs: gdal, ratio: ms / gdal }),
        `memory at its peak: ${mib.toFixed(0)} MiB`,
        `the page: ${(size / 1e6).toFixed(2)} MB`,
        ...(await measurePage(join(folder, 'carte', page))),
      ]
    } finally {
      rmSync(folder, { recursive: true })
    }
  },
}

export default bench
