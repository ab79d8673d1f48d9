import { useEffect, useState } from 'react'
import type { DeviceDocument } from '../model/device.js'
import type { Port } from './port.js'

/** How long a line stays chosen before its card is read: going down a list reads none of those passed by. */
const PAUSE_MS = 60

/** The document of one device, read when it is wanted; `isReading` until it has come. */
export function useDevice(
  port: Port,
  address: string | null,
  /** What changes when the database was read again: the card then is too. */
  reading: unknown,
): { readonly document: DeviceDocument | null; readonly isReading: boolean } {
  const [read, setRead] = useState<{
    readonly address: string
    readonly document: DeviceDocument | null
  } | null>(null)
  useEffect(() => {
    if (address === null) return
    let isWanted = true
    const timer = setTimeout(() => {
      port
        .device(address)
        .then((document) => {
          if (isWanted) setRead({ address, document })
        })
        .catch((error: unknown) => {
          if (port.explain(error) === null) port.fail(error)
          else if (isWanted) setRead({ address, document: null })
        })
    }, PAUSE_MS)
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [port, address, reading])
  // After a reload the card stays as it was until it has been read again.
  return read !== null && read.address === address
    ? { document: read.document, isReading: false }
    : { document: null, isReading: true }
}
