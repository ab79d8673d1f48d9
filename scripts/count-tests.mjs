// Adds up the runner's counts from its logs, and refuses a skip that is not allowed. Its last line is the verdict.
import { readFileSync } from 'node:fs'

/** The only reasons for which a test may be skipped where everything is installed. Each is a test's own words. */
const ALLOWED = [
  // No right to make namespaces (a mount of a full disk, a network of several hosts).
  /namespaces are not allowed here/,
  // Recordings, MIB modules and open data are beside the project, not in it.
  /\.\.\/shared is not beside the project/,
  // Dropping a right that nobody needs here shows nothing.
  /needs root, setpriv, and a system where not every group may ping/,
]

let passed = 0
let failed = 0
let skipped = 0
const refused = []
for (const file of process.argv.slice(2)) {
  // The runner may colour its output.
  const text = readFileSync(file, 'utf8').replace(/\u001b\[[0-9;]*m/g, '')
  const total = [...text.matchAll(/^# \{ total: (\d+), pass: (\d+)(?:, fail: (\d+))?(?:, skip: (\d+))? \}/gm)].at(-1)
  if (total === null || total === undefined) {
    console.log(`${file}: the runner gave no count`)
    failed++
    continue
  }
  passed += Number(total[2])
  failed += Number(total[3] ?? 0)
  skipped += Number(total[4] ?? 0)
  for (const [, reason] of text.matchAll(/# SKIP (.*)$/gm)) {
    if (!ALLOWED.some((allowed) => allowed.test(reason))) refused.push(reason)
  }
  // What failed is told again at the end, where it is found: the log is long.
  const lines = text.split('\n')
  for (const [at, line] of lines.entries()) {
    if (/^\s*not ok /.test(line)) console.log([`${file}:${at + 1}:`, ...lines.slice(at, at + 12)].join('\n'))
  }
}
for (const reason of new Set(refused)) console.log(`Skipped for want of something that must be here: ${reason}`)
console.log(`${passed} passed, ${failed + refused.length} failed, ${skipped} skipped`)
process.exitCode = failed + refused.length > 0 ? 1 : 0
