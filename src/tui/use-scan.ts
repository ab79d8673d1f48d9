import { setMaxListeners } from 'node:events'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { ScanPlan } from '../app/scan/scan-plan.js'
import type { Port } from './port.js'
import { advanced, type Running, type ScanState } from './scan-state.js'

/** The scan of this session: its plan, its progress, its end. */
export interface Scanning {
  readonly state: ScanState
  start(plan: ScanPlan, ping: boolean): void
  /** Stops asking; what was begun ends, and is kept. */
  stop(): void
  /** Waits for a scan that was stopped. */
  settled(): Promise<void>
}

/** How often the screen follows a scan: results may come by the hundred. */
const FRAME_MS = 200

/** @param reading what changes when the database was read again: the plan then is worked out again. */
export function useScan(port: Port, reading: unknown, onEnd: () => void): Scanning {
  const [state, setState] = useState<ScanState>({ plan: null, running: null, ended: null })
  const abort = useRef<AbortController | null>(null)
  const done = useRef<Promise<void>>(Promise.resolve())
  const told = useCallback(
    (error: unknown, as: 'plan' | 'ended'): void => {
      const trouble = port.explain(error)
      if (trouble === null) port.fail(error)
      else setState((before) => ({ ...before, [as]: trouble }))
    },
    [port],
  )
  // Imports, and the configuration of another board, change what there is to scan.
  useEffect(() => {
    port
      .plan()
      .then((plan) => setState((before) => ({ ...before, plan })))
      .catch((error: unknown) => told(error, 'plan'))
  }, [port, reading, told])
  const start = useCallback(
    (plan: ScanPlan, ping: boolean): void => {
      if (abort.current !== null) return
      const controller = new AbortController()
      // Every device that is being read listens to it.
      setMaxListeners(0, controller.signal)
      abort.current = controller
      let running: Running = {
        startedAt: port.now(),
        addresses: plan.addresses,
        progress: null,
        latest: [],
        isStopping: false,
      }
      setState((before) => ({ ...before, running, ended: null }))
      let shownAt = 0
      const progress: Parameters<Port['scan']>[0]['progress'] = (told) => {
        running = advanced(running, told)
        if (port.now() - shownAt < FRAME_MS) return
        shownAt = port.now()
        const isStopping = controller.signal.aborted
        setState((before) => ({ ...before, running: { ...running, isStopping } }))
      }
      done.current = port
        .scan({ ping, signal: controller.signal, progress })
        .then(({ summary }) => {
          setState((before) => ({ ...before, ended: { summary, isWhole: !controller.signal.aborted } }))
        })
        .catch((error: unknown) => told(error, 'ended'))
        .finally(() => {
          abort.current = null
          setState((before) => ({ ...before, running: null }))
          onEnd()
        })
    },
    [port, told, onEnd],
  )
  const stop = useCallback((): void => {
    abort.current?.abort()
    setState((before) =>
      before.running === null ? before : { ...before, running: { ...before.running, isStopping: true } },
    )
  }, [])
  return { state, start, stop, settled: () => done.current }
}
