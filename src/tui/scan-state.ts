import type { ScanProgress } from '../app/scan/request.js'
import type { ScanPlan } from '../app/scan/scan-plan.js'
import type { ScanSummary } from '../model/records.js'

/** A device that a running scan has just read, wholly or in part. */
export interface Fresh {
  readonly address: string
  readonly name: string | null
  readonly what: string
  readonly status: string
}

/** A problem as it is told: what, then what to do. */
export interface Trouble {
  readonly message: string
  readonly hint: string | null
}

/** How far a running scan is, with the newest devices first. */
export interface Running {
  readonly startedAt: number
  readonly addresses: number
  readonly progress: Omit<ScanProgress, 'latest'> | null
  readonly latest: readonly Fresh[]
  readonly isStopping: boolean
}

/** What the scan view shows. */
export interface ScanState {
  /** Null while it is worked out. */
  readonly plan: ScanPlan | Trouble | null
  readonly running: Running | null
  /** How the last scan started from here ended; null when there was none. */
  readonly ended: { readonly summary: ScanSummary; readonly isWhole: boolean } | Trouble | null
}

/** Latest devices that are kept: no screen shows more. */
const KEPT = 100

/** A running scan after some more results. */
export function advanced(running: Running, { latest, ...progress }: ScanProgress): Running {
  const fresh = latest.flatMap(({ address, outcome }): Fresh[] => {
    if (outcome.status === 'failed' || outcome.value === null) return []
    const { sysName, vendor, model } = outcome.value
    const what = [vendor, model].filter((part) => part !== null).join(' ')
    return [{ address, name: sysName, what, status: outcome.status }]
  })
  return { ...running, progress, latest: [...fresh.reverse(), ...running.latest].slice(0, KEPT) }
}
