import { useCallback, useEffect, useRef, useState } from 'react'
import type { Inventory } from '../app/inventory.js'
import type { Port } from './port.js'
import type { Trouble } from './scan-state.js'

/** How often it is asked whether a scan, started here or elsewhere, has begun or ended. */
const POLL_MS = 5000

/** What is known of the database: read at the start, when asked, and when a scan ends. */
export interface Known {
  /** Null before the first reading, and when there is no database. */
  readonly inventory: Inventory | null
  readonly isLoading: boolean
  readonly trouble: Trouble | null
  reload(): void
}

export function useInventory(port: Port): Known {
  const [inventory, setInventory] = useState<Inventory | null>(null)
  const [isLoading, setLoading] = useState(true)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const busy = useRef(false)
  const told = useCallback(
    (error: unknown): void => {
      const explained = port.explain(error)
      if (explained === null) port.fail(error)
      else setTrouble(explained)
    },
    [port],
  )
  const reload = useCallback((): void => {
    if (busy.current) return
    busy.current = true
    setLoading(true)
    port
      .load()
      .then((loaded) => {
        setInventory(loaded)
        setTrouble(null)
      })
      .catch(told)
      .finally(() => {
        busy.current = false
        setLoading(false)
      })
  }, [port, told])
  useEffect(reload, [reload])
  useEffect(() => {
    const poll = async (): Promise<void> => {
      if (busy.current) return
      busy.current = true
      const scans = await port.scans().finally(() => (busy.current = false))
      const [newest] = scans?.rows ?? []
      const [known] = inventory?.scans.rows ?? []
      if (newest?.scan !== known?.scan || newest?.endedAt !== known?.endedAt) reload()
      else if (scans !== null && scans.underWay !== null)
        setInventory((before) => (before === null ? before : { ...before, scans }))
    }
    const timer = setInterval(() => void poll().catch(told), POLL_MS)
    return () => clearInterval(timer)
  }, [port, inventory, reload, told])
  return { inventory, isLoading, trouble, reload }
}
