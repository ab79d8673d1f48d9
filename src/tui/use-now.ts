import { useEffect, useState } from 'react'
import type { Port } from './port.js'

/** The time, in milliseconds since 1970, asked again every so often. */
export function useNow(port: Port, everyMs: number): number {
  const [now, setNow] = useState(port.now())
  useEffect(() => {
    setNow(port.now())
    const timer = setInterval(() => setNow(port.now()), everyMs)
    return () => clearInterval(timer)
  }, [port, everyMs])
  return now
}
