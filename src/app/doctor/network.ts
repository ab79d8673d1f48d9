import { createSocket } from 'node:dgram'
import { ping } from '../../../collectors/ping.js'
import { failure, good, warning, type Check, type Machine } from './finding.js'
import { askTool } from './tool.js'

const PATIENCE_MS = 1000

/** `ping`, and its right to send: a scan begins with it. */
export const checkPing: Check<Machine> = async ({ env, m: { doctor, scan } }) => {
  const result = await ping('127.0.0.1', { timeoutMs: PATIENCE_MS, env })
  if (result.status === 'alive') return [good('ping', doctor.ping)]
  if (result.status === 'silent') return [warning('ping', doctor.pingSilent, doctor.pingSilentMend)]
  return [failure('ping', scan.pingUnavailable(result.why), scan.pingUnavailableHint)]
}

/** `fping` (Debian's package), which asks a network with one program where `ping` takes one for an address; and its right to send. */
export const checkFping: Check<Machine> = async ({ env, m: { doctor } }) => {
  const said = await askTool('fping', ['--version'], env)
  if (said === null) return [warning('fping', doctor.noFping, doctor.noFpingMend)]
  const version = /Version (\S+)/.exec(said)?.[1] ?? ''
  const sends = (await askTool('fping', ['-c1', '-q', '127.0.0.1'], env)) !== null
  return [
    sends ? good('fping', doctor.fping(version)) : warning('fping', doctor.fpingMute(version), doctor.fpingMuteMend),
  ]
}

/** A UDP socket that sends and receives: a datagram to itself, on loopback. */
export const checkUdp: Check = async ({ config, m: { doctor } }) => {
  const problem = await sendToSelf()
  return [
    problem === null
      ? good('udp', doctor.udp(config.scan.port))
      : failure('udp', doctor.noUdp(problem), doctor.noUdpMend),
  ]
}

function sendToSelf(): Promise<string | null> {
  const socket = createSocket('udp4')
  return new Promise<string | null>((resolve) => {
    const timer = setTimeout(() => resolve('ETIMEDOUT'), PATIENCE_MS)
    const end = (problem: string | null): void => {
      clearTimeout(timer)
      resolve(problem)
    }
    const fail = (error: NodeJS.ErrnoException): void => end(error.code ?? error.message)
    socket.on('error', fail)
    socket.on('message', () => end(null))
    socket.bind(0, '127.0.0.1', () => {
      const { port, address } = socket.address()
      socket.send(Buffer.alloc(1), port, address, (error) => {
        if (error !== null) fail(error)
      })
    })
  }).finally(() => socket.close())
}
