import type { Position } from 'geojson'
import type { Messages } from '../../src/i18n/translator.js'
import type { MapInput } from '../../src/model/map-format.js'
import { readOutline } from '../outline.js'
import { GROUND } from '../palette.js'
import { layersOf } from '../scene/layers.js'
import { positionsOf } from '../validate.js'
import { buildScene, type Scene } from '../scene/scene.js'
import { subject } from '../subject.js'
import { escapedXml } from '../xml.js'
import { element, text } from './draw.js'
import { textWidth, wrapped } from './font.js'
import { boxOf, placedLabels, type Box } from './labels.js'
import { CLIP, FRAME_LINE, ground, links, radiusIn, symbols, territories } from './layers.js'
import { legend, scaleBar } from './legend.js'
import { wantedNames } from './names.js'
import { FRAME, isInFrame, SHEET, viewOf, type View } from './sheet.js'

type Building = Scene['buildings']['features'][number]

/** Past so many, names are written over symbols: where schools are dense there would be none. */
const MANY_BUILDINGS = 300

/**
 * The map as an SVG document for a report, on an A4 sheet: the places of the scene over Québec's outline, names that do
 * not cover each other, a legend that counts, a scale, the sources. It fetches nothing.
 *
 * @see SVG 1.1
 */
export function pictureOf(input: MapInput, m: Messages): Promise<string> {
  const known = pictures.get(input)
  if (known?.m === m) return known.picture
  const picture = drawn(input, m)
  pictures.set(input, { m, picture })
  return picture
}

/** A picture is drawn once for the formats that show it. */
const pictures = new WeakMap<MapInput, { readonly m: Messages; readonly picture: Promise<string> }>()

async function drawn(input: MapInput, m: Messages): Promise<string> {
  const scene = buildScene(input)
  const outline = await readOutline()
  const view = viewOf(placesOf(scene) ?? outline.flat(2))
  const radiusOf = radiusIn(scene)
  const named = placedLabels(wantedNames(scene, input, view, radiusOf), obstacles(scene, view, radiusOf))
  const mapLayers = [
    ground(outline, view),
    ...territories(scene, view),
    ...links(scene, view),
    ...symbols(scene, view, radiusOf),
    ...named.map(({ start, words, size, weight, fill }) => text(start, words, { size, weight, fill, halo: true })),
    scaleBar(view, m),
  ]
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="297mm" height="210mm" viewBox="0 0 ${SHEET.width} ${SHEET.height}">`,
    `<title>${escapedXml(m.mapFiles.title)}</title>`,
    `<defs>${CLIP}</defs>`,
    element('rect', { x: 0, y: 0, width: SHEET.width, height: SHEET.height, fill: '#ffffff' }),
    ...heading(input, m),
    `<g clip-path="url(#frame)">`,
    ...mapLayers,
    '</g>',
    FRAME_LINE,
    ...legend(scene, (pupils) => radiusOf(ofSize(pupils)), m),
    ...sources(m),
    '</svg>',
    '',
  ].join('\n')
}

const ofSize = (pupils: number): Building => ({ properties: { pupils } }) as unknown as Building

/** All that is drawn; null when nothing is. */
function placesOf(scene: Scene): Position[] | null {
  const places = layersOf(scene).flatMap(({ layer }) => layer.features.flatMap(({ geometry }) => positionsOf(geometry)))
  return places.length === 0 ? null : places
}

function obstacles(scene: Scene, view: View, radiusOf: (building: Building) => number): Box[] {
  const around = (place: Position, radius: number): Box => {
    const [x, y] = view.toPoint(place)
    return { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius }
  }
  const { features } = scene.buildings
  const scale = boxOf([FRAME.left + 8, FRAME.top + FRAME.height - 12], 200, 24)
  return [
    scale,
    ...scene.pops.features.map(({ geometry }) => around(geometry.coordinates, 6)),
    ...(features.length > MANY_BUILDINGS ? [] : features)
      .filter(({ geometry }) => isInFrame(view.toPoint(geometry.coordinates)))
      .map((building) => around(building.geometry.coordinates, radiusOf(building))),
  ]
}

function heading(input: MapInput, m: Messages): string[] {
  const { map, mapFiles, format } = m
  const facts = [
    `${map.profile}${map.colon}${input.profile}`,
    ...(input.schoolYear === null ? [] : [`${map.schoolYear}${map.colon}${input.schoolYear}`]),
    `${map.generatedAt} ${format.dateTime(input.generatedAt)}`,
  ]
  const title = `${mapFiles.title} – ${subject(input, m)}`
  const size = Math.min(24, (SHEET.width - 2 * SHEET.margin) / textWidth(title, 1, 600))
  return [
    text([SHEET.margin, 48], title, { size, weight: 600 }),
    text([SHEET.margin, 74], facts.join(' · '), { size: 13, fill: GROUND.soft }),
  ]
}

function sources({ map, mapFiles }: Messages): string[] {
  const words = `${mapFiles.source} ${map.outlineSource}. ${mapFiles.projection}.`
  return wrapped(words, 9.5, SHEET.width - 2 * SHEET.margin).map((line, i) =>
    text([SHEET.margin, FRAME.top + FRAME.height + 20 + 13 * i], line, { size: 9.5, fill: GROUND.soft }),
  )
}
