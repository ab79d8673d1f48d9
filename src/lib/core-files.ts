import { writeFileSync } from 'node:fs'

/**
 * Leaves this program's memory out of core files, and its environment out of diagnostic reports.
 *
 * A key is in memory as long as devices are asked with it. Node cannot forbid a core file, but Linux lets a process say
 * what goes into its own: with an empty filter, neither heap nor stack (core(5), "Controlling which mappings are written
 * to the core dump"). Programs that it starts inherit this. Where the system does not take it, `ulimit -c 0` or a
 * unit's `LimitCORE=0` is what remains; `cartable doctor` says so.
 *
 * What cannot be promised: a process that dies before this is called, in its first tenth of a second, may leave the
 * environment it was started with; the registers are in a core file all the same (some hundred bytes); somebody with the
 * same account or root reads a process's memory while it runs; pages may be swapped to a disk; a heap snapshot, when one
 * is asked of Node, holds everything.
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
