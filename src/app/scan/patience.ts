import { failureOf } from '../../store/failure.js'

/** How long a result waits for another program that holds the database. */
const MOST_PATIENCE_MS = 10 * 60_000

/** Tries again while another program holds the database: a night's reading is not lost for a long import. */
export async function patiently<T>(write: () => Promise<T>): Promise<T> {
  const until = Date.now() + MOST_PATIENCE_MS
  for (;;) {
    try {
      return await write()
    } catch (error) {
      if (failureOf(error) !== 'locked' || Date.now() > until) throw error
    }
  }
}
