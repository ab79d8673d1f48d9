import bboxOf from '@turf/bbox'
import type { Geometry, Position } from 'geojson'

/** What a geometry spans: west, south, east, north. */
export type Extent = readonly [minX: number, minY: number, maxX: number, maxY: number]

export function extentOf(geometry: Geometry): Extent {
  const [minX, minY, maxX, maxY] = bboxOf(geometry)
  return [minX, minY, maxX, maxY]
}

const WKB = { Point: 1, LineString: 2, Polygon: 3, MultiLineString: 5, MultiPolygon: 6 } as const

/** Bytes as they are appended, little end first. */
class Writer {
  readonly #parts: Buffer[] = []

  byte(value: number): this {
    return this.#push(Buffer.from([value]))
  }

  uint32(value: number): this {
    const bytes = Buffer.alloc(4)
    bytes.writeUInt32LE(value)
    return this.#push(bytes)
  }

  doubles(values: readonly number[]): this {
    const bytes = Buffer.alloc(8 * values.length)
    values.forEach((value, i) => bytes.writeDoubleLE(value, 8 * i))
    return this.#push(bytes)
  }

  head(type: keyof typeof WKB): this {
    return this.byte(1).uint32(WKB[type])
  }

  positions(positions: readonly Position[]): this {
    return this.uint32(positions.length).doubles(positions.flat())
  }

  bytes(): Buffer {
    return Buffer.concat(this.#parts)
  }

  #push(bytes: Buffer): this {
    this.#parts.push(bytes)
    return this
  }
}

/**
 * A geometry as a GeoPackage holds it, EPSG:4326: its header with an envelope (none for a point), then WKB. Lines and
 * areas are always in the plural, so that a column has one type.
 *
 * @throws for a type that no layer of the map has.
 *
 * @see OGC 12-128r17 (GeoPackage 1.3), 2.1.3
 */
export function geometryBlob(geometry: Geometry): Buffer {
  const writer = new Writer().byte(0x47).byte(0x50).byte(0)
  const isPoint = geometry.type === 'Point'
  // Flags: standard, not empty, envelope [minx, maxx, miny, maxy] or none, little end first.
  writer.byte(isPoint ? 0b0001 : 0b0011).uint32(4326)
  if (!isPoint) {
    const [minX, minY, maxX, maxY] = extentOf(geometry)
    writer.doubles([minX, maxX, minY, maxY])
  }
  return writeWkb(writer, geometry).bytes()
}

function writeWkb(writer: Writer, geometry: Geometry): Writer {
  switch (geometry.type) {
    case 'Point':
      return writer.head('Point').doubles(geometry.coordinates)
    case 'LineString':
      return writeLines(writer, [geometry.coordinates])
    case 'MultiLineString':
      return writeLines(writer, geometry.coordinates)
    case 'Polygon':
      return writeAreas(writer, [geometry.coordinates])
    case 'MultiPolygon':
      return writeAreas(writer, geometry.coordinates)
    case 'MultiPoint':
    case 'GeometryCollection':
      throw new Error(`A GeoPackage of the map holds no ${geometry.type}`)
  }
}

function writeLines(writer: Writer, lines: readonly Position[][]): Writer {
  writer.head('MultiLineString').uint32(lines.length)
  for (const line of lines) writer.head('LineString').positions(line)
  return writer
}

function writeAreas(writer: Writer, areas: readonly Position[][][]): Writer {
  writer.head('MultiPolygon').uint32(areas.length)
  for (const rings of areas) {
    writer.head('Polygon').uint32(rings.length)
    for (const ring of rings) writer.positions(ring)
  }
  return writer
}
