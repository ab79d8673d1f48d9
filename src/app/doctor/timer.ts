import { stat } from 'node:fs/promises'
import type { Messages } from '../../i18n/translator.js'
import type { Config } from '../config/load.js'
import { inBlackout } from '../scan/blackout.js'
import { CRON_FILE } from '../schedule/cron.js'
import { failure, good, warning, type Check, type Finding } from './finding.js'
import { askTool } from './tool.js'

const SHOW = ['show', 'cartable*.timer', '--property=Id,ActiveState,NextElapseUSecRealtime', '--timestamp=unix']

/** The timer of the nightly scan, where systemd runs, of the system or else of this account; and that of the samples. */
export const checkTimer: Check = async ({ config, env, m: { doctor, format } }) => {
  const isCron = (await stat(CRON_FILE).catch(() => null)) !== null
  const ofSystem = await askTool('systemctl', SHOW, env)
  if (ofSystem === null) return isCron ? [good('timer', doctor.cron(CRON_FILE))] : []
  const timers = timersIn(ofSystem)
  if (timers.length === 0) timers.push(...timersIn((await askTool('systemctl', ['--user', ...SHOW], env)) ?? ''))
  const [sampling, scanning] = [timers.filter(isSampling), timers.filter((timer) => !isSampling(timer))]
  const samples = sampleFindings(sampling, config.wan, doctor)
  const active = scanning.find(({ isActive }) => isActive)
  if (active === undefined) {
    const [stopped] = scanning
    if (stopped === undefined && isCron) return [good('timer', doctor.cron(CRON_FILE))]
    return [
      stopped === undefined
        ? warning('timer', doctor.noTimer, doctor.noTimerMend)
        : warning('timer', doctor.timerStopped(stopped.id), doctor.timerStoppedMend(stopped.id)),
      ...samples,
    ]
  }
  const { id, next } = active
  const { blackout } = config.scan
  const when = format.dateTime(next?.toISOString() ?? null)
  if (next !== null && blackout !== undefined && inBlackout(blackout, next)) {
    return [failure('timer', doctor.timerInBlackout(id, when, blackout), doctor.timerInBlackoutMend(id)), ...samples]
  }
  return [good('timer', doctor.timer(id, when)), ...samples]
}

const isSampling = ({ id }: Timer): boolean => id === 'cartable-sample.timer'

/** The samples of every five minutes: nothing to say where no interface is named, and none were scheduled. */
function sampleFindings([timer]: readonly Timer[], wan: Config['wan'], doctor: Messages['doctor']): Finding[] {
  if (timer?.isActive === true) return [good('sample-timer', doctor.sampleTimer(timer.id))]
  if (timer !== undefined) {
    return [warning('sample-timer', doctor.timerStopped(timer.id), doctor.timerStoppedMend(timer.id))]
  }
  const isWanted = wan.interfaces.length > 0 || wan.aliasPattern !== undefined
  return isWanted ? [warning('sample-timer', doctor.noSampleTimer, doctor.noSampleTimerMend)] : []
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
