import { killScans } from './killed-scans.js'

/** `npm run soak -- [rounds] [seed]`: what takes long. A scan is killed at 100 random moments, and resumed. */
const [rounds = 100, seed = Date.now()] = process.argv.slice(2).map(Number)
process.stdout.write(`${rounds} scans killed at random moments, seed ${seed}\n`)
const { late, wrong } = await killScans(rounds, seed, (line) => process.stdout.write(`  ${line}\n`))
process.stdout.write(
  `${rounds - wrong.length} as if nobody had killed them, ${wrong.length} not, ${late} ended first\n`,
)
process.exitCode = wrong.length > 0 ? 1 : 0
