import { element, integer, objectIdentifier, octets, oidOf, TAG } from './ber.js'
import type { LabObject } from './view.js'

/** Values by SMI type, as BER. */
export const value = {
  text: (text: string): Buffer => octets(text),
  octets: (content: Buffer): Buffer => octets(content),
  integer: (number: number): Buffer => integer(number),
  counter32: (number: number): Buffer => integer(number, TAG.counter32),
  counter64: (number: bigint): Buffer => integer(number, TAG.counter64),
  gauge32: (number: number): Buffer => integer(number, TAG.gauge32),
  timeTicks: (hundredths: number): Buffer => integer(hundredths, TAG.timeTicks),
  oid: (dotted: string): Buffer => objectIdentifier(oidOf(dotted)),
  ipAddress: (dotted: string): Buffer => element(TAG.ipAddress, Buffer.from(dotted.split('.').map(Number))),
} as const

/** A scalar: its only instance has index 0. */
export function scalar(object: string, content: Buffer): LabObject {
  return { object, index: [0], value: content }
}

/** The instances of one row, in the columns that are given. */
export function row(
  index: readonly number[],
  columns: readonly (readonly [object: string, content: Buffer])[],
): LabObject[] {
  return columns.map(([object, content]) => ({ object, index, value: content }))
}

/** BITS with the given positions set, the first bit being the highest (RFC 2578, 7.1.4). One octet. */
export function bits(positions: readonly number[]): Buffer {
  return Buffer.from([positions.reduce((sum, position) => sum | (0x80 >> position), 0)])
}
