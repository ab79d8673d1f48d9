import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as yaml from '#yaml'
import { z } from '#zod'
import { boardFile, familiesFile } from './description.js'
import type { LabAccess, LabDevice } from './device.js'
import { layOutDevice } from './layout.js'
import { connect } from './links.js'

export interface LabBoard {
  readonly access: LabAccess
  readonly devices: readonly LabDevice[]
}

/**
 * Reads `families.yaml` and `board.yaml` of a folder and lays every device out.
 *
 * Throws with the file and the path of what is wrong: a description is written by hand.
 */
export async function readBoard(folder: string): Promise<LabBoard> {
  const families = await readChecked(join(folder, 'families.yaml'), familiesFile)
  const board = await readChecked(join(folder, 'board.yaml'), boardFile)
  const devices = board.devices.map((described) => {
    const family = families[described.family]
    if (family === undefined) throw new Error(`${described.name}: no family '${described.family}' in families.yaml`)
    return layOutDevice(described, family, board.contact)
  })
  refuseTwice(devices.map((device) => device.address))
  refuseTwice(devices.map((device) => device.name))
  return { access: board.access, devices: connect(devices, board.links, board.heard) }
}

async function readChecked<T extends z.ZodType>(file: string, schema: T): Promise<z.output<T>> {
  const result = schema.safeParse(yaml.parse(await readFile(file, 'utf8')))
  if (result.success) return result.data
  throw new Error(`${file}:\n${z.prettifyError(result.error)}`)
}

function refuseTwice(values: readonly string[]): void {
  const twice = values.find((value, at) => values.indexOf(value) !== at)
  if (twice !== undefined) throw new Error(`board.yaml: '${twice}' is given twice`)
}
