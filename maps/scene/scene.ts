import type { LineString, MultiLineString, MultiPolygon, Point, Polygon } from 'geojson'
import type { MapInput } from '../../src/model/map-format.js'
import { buildBuildings, type BuildingProperties } from './buildings.js'
import type { Layer } from './layer.js'
import { buildPops, type PopProperties } from './pops.js'
import { buildSchools, type SchoolProperties } from './schools.js'
import { buildTerritories, type TerritoryProperties } from './territories.js'
import { buildWanLinks, type WanLinkProperties } from './wan-links.js'

/** What every format draws: its layers, each by code. */
export interface Scene {
  readonly buildings: Layer<Point, BuildingProperties>
  readonly schools: Layer<Point, SchoolProperties>
  readonly wanLinks: Layer<LineString | MultiLineString, WanLinkProperties>
  readonly territories: Layer<Polygon | MultiPolygon, TerritoryProperties>
  readonly pops: Layer<Point, PopProperties>
}

/**
 * The scene of a map. All formats go through here: what a public map withholds is taken out of `input` before this line,
 * or out of the scene after it, and no format can forget it.
 */
export function buildScene(input: MapInput): Scene {
  const built = scenes.get(input) ?? draw(input)
  scenes.set(input, built)
  return built
}

/** A scene is built once for all the formats of a map. */
const scenes = new WeakMap<MapInput, Scene>()

function draw(input: MapInput): Scene {
  return {
    buildings: buildBuildings(input),
    schools: buildSchools(input),
    wanLinks: buildWanLinks(input),
    territories: buildTerritories(input),
    pops: buildPops(input.pops),
  }
}
