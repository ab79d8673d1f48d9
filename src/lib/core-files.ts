import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'

/**
 * Leaves this program's memory out of core files, and its environment out of diagnostic reports: called first of all.
 *
 * A key is in memory as long as devices are asked with it. Linux lets a process say what goes into its own core file:
 * with an empty filter, neither heap nor stack (core(5), "Controlling which mappings are written to the core dump").
 * What remains is the processor's registers, in which a piece of a key may be: `forbidCoreFiles` sees to that.
 *
 * What cannot be promised: a process that dies before this is called, in its first tenth of a second, may leave the
 * environment it was started with; somebody with the same account or root reads a process's memory while it runs; pages
 * may be swapped to a disk; a heap snapshot, when one is asked of Node, holds everything.
 */
export function keepSecretsOutOfDumps(): void {
  if (process.report !== undefined && 'excludeEnv' in process.report) process.report.excludeEnv = true
  if (process.platform !== 'linux') return
  try {
    writeFileSync('/proc/self/coredump_filter', '0')
  } catch {
    return // A sandbox without /proc: the doctor reads the filter back and tells.
  }
}

let forbidden: Promise<void> | null = null

/**
 * Takes from this process the right to leave a core file, before it takes a secret: once, and only where it has that
 * right. Node cannot do it by itself; `prlimit` (util-linux) can. Without that program the filter above is what there
 * is, and `ulimit -c 0` or a unit's `LimitCORE=0` do the same from outside.
 *
 * @see getrlimit(2), RLIMIT_CORE
 */
export function forbidCoreFiles(): Promise<void> {
  forbidden ??= process.platform === 'linux' ? forbid() : Promise.resolve()
  return forbidden
}

async function forbid(): Promise<void> {
  if (await mayNotLeaveCoreFiles()) return
  const { PATH } = process.env
  const env = PATH === undefined ? {} : { PATH }
  await new Promise<void>((resolve) => {
    execFile('prlimit', ['--pid', String(process.pid), '--core=0:0'], { env, timeout: 2000 }, () => resolve())
  })
}

/** True when the system writes no core file of this process, whatever becomes of it. */
export async function mayNotLeaveCoreFiles(): Promise<boolean> {
  const limits = await readFile('/proc/self/limits', 'utf8').catch(() => '')
  return /^Max core file size\s+0\s/m.test(limits)
}
