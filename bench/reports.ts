import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { told, type Bench } from './bench.js'
import { runIn } from './command/run.js'
import { equipProvince, hasMinistryFiles, importProvince, SHARED } from './map/province.js'

const RULES = ['--rules', 'regles.yaml']
const REPORTS = { combo: [...SHARED], shortfalls: RULES, renewal: RULES, accountability: [] }
const AIM_S = 10

/** LibreOffice reads the same workbooks and writes them as CSV: a program that many know. Null where it is not. */
function byOffice(folder: string): number | null {
  const files = Object.keys(REPORTS).map((report) => join(folder, `${report}.xlsx`))
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
  const start = performance.now()
  const args = [profile, '--headless', '--convert-to', 'csv', '--outdir', join(folder, 'office'), ...files]
  const { status, error } = spawnSync('soffice', args, { stdio: 'ignore' })
  return error !== undefined || status !== 0 ? null : performance.now() - start
}

const bench: Bench = {
  id: 'reports',
  about:
    "45 M$ shared among the ministry's real schools, with invented enrolment, equipment and spending, and every report",
  measure: async () => {
    if (!hasMinistryFiles) return ['skipped: ../shared is not beside the project']
    const folder = mkdtempSync(join(tmpdir(), 'cartable-bench-'))
    try {
      importProvince(folder)
      equipProvince(folder)
      const allocated = runIn(folder, 'allocate', ...SHARED, '--out', 'allocation.csv')
      const written = (form: string) =>
        Object.entries(REPORTS).map(([report, asked]) => ({
          what: `${report}.${form}`,
          ...runIn(folder, 'report', report, ...asked, '--out', `${report}.${form}`),
        }))
      const forms = ['xlsx', 'html', 'md', 'csv', 'json'].map((form) => ({ form, runs: written(form) }))
      const total = (runs: readonly { readonly ms: number }[]): number => runs.reduce((ms, run) => ms + run.ms, 0)
      const office = byOffice(folder)
      const [books] = forms
      const oursMs = total(books?.runs ?? [])
      const whole = (allocated.ms + oursMs) / 1000
      return [
        office === null
          ? `every report as a workbook: ${oursMs.toFixed(0)} ms; LibreOffice is not there to compare with`
          : told('every report as a workbook', 'LibreOffice, the first sheet of each as CSV', {
              oursMs,
              theirsMs: office,
              ratio: oursMs / office,
            }),
        `allocation (${allocated.ms.toFixed(0)} ms) and every report once: ${whole.toFixed(1)} s, aim ${AIM_S} s`,
        ...forms.map(({ form, runs }) => {
          const each = runs.map(({ what, ms, mib }) => {
            const kib = statSync(join(folder, what)).size / 1024
            return `${what} ${ms.toFixed(0)} ms, ${kib.toFixed(0)} KiB, ${mib.toFixed(0)} MiB at its peak`
          })
          return `${form}: ${total(runs).toFixed(0)} ms (${each.join('; ')})`
        }),
      ]
    } finally {
      rmSync(folder, { recursive: true })
    }
  },
}

export default bench
