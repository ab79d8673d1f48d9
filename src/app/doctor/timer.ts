import { inBlackout } from '../scan/blackout.js'
import { failure, good, warning, type Check } from './finding.js'
import { askTool } from './tool.js'

const SHOW = ['show', 'cartable*.timer', '--property=Id,ActiveState,NextElapseUSecRealtime', '--timestamp=unix']

/** The timer of the nightly scan, where systemd runs: of the system, else of this account. */
export const checkTimer: Check = async ({ config, env, m: { doctor, format } }) => {
  const ofSystem = await askTool('systemctl', SHOW, env)
  if (ofSystem === null) return []
  const timers = timersIn(ofSystem)
  if (timers.length === 0) timers.push(...timersIn((await askTool('systemctl', ['--user', ...SHOW], env)) ?? ''))
  const active = timers.find(({ isActive }) => isActive)
  if (active === undefined) {
    const [stopped] = timers
    return [
      stopped === undefined
        ? warning('timer', doctor.noTimer, doctor.noTimerMend)
        : warning('timer', doctor.timerStopped(stopped.id), doctor.timerStoppedMend(stopped.id)),
    ]
  }
  const { id, next } = active
  const { blackout } = config.scan
  const when = format.dateTime(next?.toISOString() ?? null)
  if (next !== null && blackout !== undefined && inBlackout(blackout, next)) {
    return [failure('timer', doctor.timerInBlackout(id, when, blackout), doctor.timerInBlackoutMend(id))]
  }
  return [good('timer', doctor.timer(id, when))]
}

interface Timer {
  readonly id: string
  readonly isActive: boolean
  /** Null when systemd knows of no next time by the clock. */
  readonly next: Date | null
}

/** Blocks of `Name=value` lines, one a unit. @see systemctl(1), show */
function timersIn(said: string): Timer[] {
  return said.split(/\n\s*\n/).flatMap((block) => {
    const values = new Map(block.split('\n').map((line) => [line.split('=')[0] ?? '', line.replace(/^[^=]*=/, '')]))
    const id = values.get('Id')
    const seconds = Number(/^@(\d+)/.exec(values.get('NextElapseUSecRealtime') ?? '')?.[1] ?? Number.NaN)
    if (id === undefined || id === '') return []
    const next = Number.isNaN(seconds) ? null : new Date(seconds * 1000)
    return [{ id, isActive: values.get('ActiveState') === 'active', next }]
  })
}
