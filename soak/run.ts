import { killScans } from './killed-scans.js'
import { readMutatedFiles } from './mutated-files.js'

/** Mutated files for each scan that is killed. */
const FILES = 200

/**
 * `npm run soak -- [rounds] [seed]`: what takes long. A scan is killed at 100 random moments, and resumed; 20,000
 * mutated files of every format are read.
 */
const [rounds = 100, seed = Date.now()] = process.argv.slice(2).map(Number)
process.stdout.write(`${rounds} scans killed at random moments, seed ${seed}\n`)
const { late, wrong } = await killScans(rounds, seed, (line) => process.stdout.write(`  ${line}\n`))
process.stdout.write(
  `${rounds - wrong.length} as if nobody had killed them, ${wrong.length} not, ${late} ended first\n`,
)
process.stdout.write(`${rounds * FILES} mutated files, seed ${seed}\n`)
const misread = await readMutatedFiles(rounds * FILES, seed)
for (const { told } of misread) process.stdout.write(`  ${told}\n`)
process.stdout.write(`${rounds * FILES - misread.length} read or refused on a line, ${misread.length} not\n`)
process.exitCode = wrong.length + misread.length > 0 ? 1 : 0
