/** How a command ended, for scripts and timers. */
export const EXIT = {
  done: 0,
  failed: 1,
  usage: 2,
  /** Finished, but devices were silent or rows were refused. */
  incomplete: 3,
  interrupted: 130,
} as const

export type ExitCode = (typeof EXIT)[keyof typeof EXIT]
