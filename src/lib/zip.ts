import { crc32, deflateRawSync } from 'node:zlib'

/** A file of an archive; its name has no folder. */
export interface ZipFileContent {
  readonly name: string
  readonly content: Buffer
}

/** 1 January 1980, midnight: the same content makes the same archive, whenever it is made. */
const NO_DATE = 0x00210000
const UTF8_NAMES = 0x800
const DEFLATE = 8

/**
 * A zip archive in memory, its files compressed, in the order given.
 *
 * @throws RangeError beyond 4 GiB: such archives have another form.
 * @see PKWARE APPNOTE 6.3.10, section 4.3
 */
export function zipOf(files: readonly ZipFileContent[]): Buffer {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let offset = 0
  for (const { name, content } of files) {
    const packed = deflateRawSync(content)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(UTF8_NAMES, 2)
    common.writeUInt16LE(DEFLATE, 4)
    common.writeUInt32LE(NO_DATE, 6)
    common.writeUInt32LE(crc32(content), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(content.length, 18)
    common.writeUInt16LE(Buffer.byteLength(name), 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    centrals.push(Buffer.from('504b01021400', 'hex'), common, place, Buffer.from(name))
    const local = [Buffer.from('504b0304', 'hex'), common, Buffer.from(name), packed]
    locals.push(...local)
    offset += local.reduce((length, part) => length + part.length, 0)
  }
  const end = Buffer.alloc(22)
  end.writeUInt32BE(0x504b0506, 0)
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(
    centrals.reduce((length, part) => length + part.length, 0),
    12,
  )
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, ...centrals, end])
}
