import { failure, good, warning, type Check, type Machine } from './finding.js'
import { examineDatabase } from './database.js'
import { askTool } from './tool.js'

/** No clock that is right is before this program was written. */
const WRITTEN = Date.parse('2026-11-01T00:00:00Z')
const TOLERANCE_MS = 5 * 60_000

/** The system's time: later than the program itself, and than the last scan. Dates of what is found come from it. */
export const checkClock: Check = async (patient) => {
  const { doctor, format } = patient.m
  const now = format.dateTime(patient.now.toISOString())
  if (patient.now.getTime() < WRITTEN) return [failure('clock', doctor.clockOld(now), doctor.clockMend)]
  const examined = await examineDatabase(patient)
  const last = examined.status === 'examined' ? examined.lastScanAt : null
  if (last !== null && Date.parse(last) > patient.now.getTime() + TOLERANCE_MS) {
    return [failure('clock', doctor.clockBack(now, format.dateTime(last)), doctor.clockMend)]
  }
  return [good('clock', doctor.clock(now))]
}

/** The time zone, which blackout hours are in. */
export const checkTimeZone: Check = async ({ config, m: { doctor } }) => {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  const { blackout } = config.scan
  if (blackout !== undefined && /^(Etc\/)?(UTC|UCT|GMT|Zulu|Universal)/i.test(timeZone)) {
    return [warning('time-zone', doctor.zoneUtc(timeZone, blackout), doctor.zoneUtcMend)]
  }
  return [good('time-zone', doctor.zone(timeZone))]
}

/** Whether the system keeps its clock right, where systemd can say. */
export const checkSynchronized: Check<Machine> = async ({ env, m: { doctor } }) => {
  const said = (await askTool('timedatectl', ['show', '-p', 'NTPSynchronized', '--value'], env))?.trim()
  if (said === 'yes') return [good('time-synchronized', doctor.synchronized)]
  if (said === 'no') return [warning('time-synchronized', doctor.notSynchronized, doctor.notSynchronizedMend)]
  return []
}
