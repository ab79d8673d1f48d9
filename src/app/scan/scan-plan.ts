import { UserError } from '../../model/errors.js'
import { listNetworks } from '../../store/organisation.js'
import { scopeOf, type Session } from '../session.js'
import { leftToAsk } from './exclusions.js'
import { countAddresses, isTooLarge, parseTargets } from './targets.js'

/** Every network that the configuration or an import names, as `parseTargets` reads them; those too large are apart. */
export interface ConfiguredTargets {
  readonly written: string
  readonly tooLarge: readonly string[]
}

/** What a scan without `--targets` asks: the configuration's networks, then the imported ones, each once. */
export async function configuredTargets({ config, store }: Session): Promise<ConfiguredTargets> {
  const imported = await listNetworks(store.db, scopeOf(config))
  const networks = [...new Set([...config.networks, ...imported].map(({ cidr }) => cidr))]
  const tooLarge = networks.filter(isTooLarge)
  return { written: networks.filter((network) => !tooLarge.includes(network)).join(' '), tooLarge }
}

/** A credential that a scan would use, without its secrets. */
export interface PlannedCredential {
  readonly name: string
  readonly version: '1' | '2c' | '3'
  /** CIDRs outside which it is never sent; null is everywhere. */
  readonly networks: readonly string[] | null
}

/** What a scan of the configured networks would do, for the person to agree to. */
export interface ScanPlan extends ConfiguredTargets {
  readonly addresses: number
  readonly networks: number
  /** In the order in which they are tried. */
  readonly credentials: readonly PlannedCredential[]
  readonly packetsPerSecond: number
  /** `07:30-16:30`, or null when a scan may run at any hour. */
  readonly blackout: string | null
}

/** Works out what a scan of the configured networks would ask. @throws UserError when there is nothing to ask, or no credential. */
export async function planScan(session: Session): Promise<ScanPlan> {
  const { config, m } = session
  if (config.credentials.length === 0) throw new UserError(m.scan.noCredentials, m.scan.noCredentialsHint)
  const targets = await configuredTargets(session)
  const asked = parseTargets(targets.written, m.scan)
  return {
    ...targets,
    addresses: countAddresses(await leftToAsk(session, asked)),
    networks: asked.length,
    credentials: config.credentials.map(({ name, version, networks }) => ({
      name,
      version,
      networks: networks ?? null,
    })),
    packetsPerSecond: config.scan.packetsPerSecond,
    blackout: config.scan.blackout ?? null,
  }
}
