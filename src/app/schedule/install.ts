import { rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { writeFileWhole } from '../../lib/files.js'
import { SAMPLE_UNITS, SCAN_UNITS, type UnitFile } from './units.js'

/** Where units are installed, and what starts them. */
export interface UnitPlace {
  readonly folder: string
  /** Runs `systemctl` with these arguments. @throws when it fails. */
  systemctl(args: readonly string[]): Promise<void>
}

const ALL = [...SCAN_UNITS, ...SAMPLE_UNITS]
const isTimer = (name: string): boolean => name.endsWith('.timer')

/** Installs units over those of before, and starts their timers. Those that are no more wanted are taken away. Gives the paths written. */
export async function installUnits(files: readonly UnitFile[], place: UnitPlace): Promise<string[]> {
  const unwanted = ALL.filter((name) => !files.some((file) => file.name === name))
  await removeFiles(unwanted, place)
  for (const { name, text } of files) await writeFileWhole(join(place.folder, name), text, { mode: 0o644 })
  await place.systemctl(['daemon-reload'])
  await place.systemctl(['enable', '--now', ...files.map(({ name }) => name).filter(isTimer)])
  return files.map(({ name }) => join(place.folder, name))
}

/** Stops the timers and takes the units away. Gives the paths removed: none where nothing was installed. */
export async function removeUnits(place: UnitPlace): Promise<string[]> {
  const removed = await removeFiles(ALL, place)
  if (removed.length > 0) await place.systemctl(['daemon-reload'])
  return removed
}

async function removeFiles(names: readonly string[], place: UnitPlace): Promise<string[]> {
  const there: string[] = []
  for (const name of names) if ((await stat(join(place.folder, name)).catch(() => null)) !== null) there.push(name)
  const timers = there.filter(isTimer)
  if (timers.length > 0) await place.systemctl(['disable', '--now', ...timers])
  for (const name of there) await rm(join(place.folder, name), { force: true })
  return there.map((name) => join(place.folder, name))
}
