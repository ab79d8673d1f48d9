import { resolveCredentials } from '../app/config/credentials.js'
import type { Config } from '../app/config/load.js'
import { explain } from '../app/explain.js'
import { readDeviceAt, readInventory, readScans } from '../app/inventory.js'
import { planScan } from '../app/scan/scan-plan.js'
import { scan } from '../app/scan.js'
import { withSession, type Session } from '../app/session.js'
import { parseTargets } from '../app/scan/targets.js'
import type { Messages } from '../i18n/translator.js'
import { UserError } from '../model/errors.js'
import { StoreError } from '../store/database.js'
import type { Port } from './port.js'

/** The port to the real program: each request opens the database, so one that appears or changes meanwhile is seen. */
export function programPort({
  m,
  env,
  config,
  notice,
  ...terminal
}: {
  readonly m: Messages
  readonly env: NodeJS.ProcessEnv
  readonly config: Config
  notice(text: string): void
} & Pick<Port, 'fail' | 'suspend' | 'repaint'>): Port {
  const host = { m, env, config: async () => config, out: { notice } }
  const session = <T>(mode: 'read' | 'write' | 'try', work: (session: Session) => Promise<T>): Promise<T> =>
    withSession(host, mode, work)
  /** Null instead of an error as long as there is no database. */
  const ifThere = async <T>(work: (session: Session) => Promise<T>): Promise<T | null> => {
    try {
      return await session('read', work)
    } catch (error) {
      if (error instanceof StoreError && error.code === 'absent') return null
      throw error
    }
  }
  return {
    ...terminal,
    load: () => ifThere(readInventory),
    scans: () => ifThere(readScans),
    device: (address) => session('read', (open) => readDeviceAt(open, address)),
    plan: () => session('try', planScan),
    scan: async ({ ping, signal, progress }) => {
      // The key was asked for before the screen was taken, or was not given: nothing is asked over the interface.
      const askVaultKey = async () => Promise.reject(new UserError(m.tui.vaultClosed, m.tui.vaultClosedHint))
      const credentials = await resolveCredentials({ config, env, m, askVaultKey })
      return session('write', async (open) => {
        const { written } = await planScan(open)
        const ranges = parseTargets(written, m.scan)
        return scan(open, { ranges, written, credentials, ping, signal, progress })
      })
    },
    explain: (error) => {
      const told = explain(error, config.database, m)
      return told === null ? null : { message: told.message, hint: told.hint }
    },
    now: () => Date.now(),
  }
}
