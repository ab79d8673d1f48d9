import { createHash } from 'node:crypto'
import type { Messages } from '../src/i18n/translator.js'
import { byCode, folded } from '../src/lib/text.js'
import type { MapInput, OutputFile } from '../src/model/map-format.js'
import type { Publication } from '../src/model/publication.js'
import { columnsOf, fieldsOf, type Field } from './formats/dictionary/fields.js'
import { decimals } from './scene/layer.js'
import { layersOf } from './scene/layers.js'
import { buildScene } from './scene/scene.js'

/** Formats by extension: what a portal calls them, and their media type (IANA; OGC for GeoPackage). */
const FORMATS: Readonly<Record<string, readonly [name: string, mediaType: string]>> = {
  csv: ['CSV', 'text/csv'],
  geojson: ['GeoJSON', 'application/geo+json'],
  geojsonl: ['GeoJSON', 'application/geo+json-seq'],
  gpkg: ['GPKG', 'application/geopackage+sqlite3'],
  html: ['HTML', 'text/html'],
  json: ['JSON', 'application/json'],
  kml: ['KML', 'application/vnd.google-earth.kml+xml'],
  kmz: ['KMZ', 'application/vnd.google-earth.kmz'],
  md: ['MD', 'text/markdown'],
  png: ['PNG', 'image/png'],
  svg: ['SVG', 'image/svg+xml'],
  zip: ['ZIP', 'application/zip'],
}

/** One file, as a portal describes it. `fields` is empty where the file is no layer. */
interface Resource {
  readonly name: string
  readonly description: string
  readonly format: string
  readonly mimetype: string
  readonly size: number
  /** SHA-256, in hexadecimal. */
  readonly hash: string
  readonly fields: readonly Field[]
}

function aboutFile(extension: string, stem: string, format: string, { publication }: Messages): string {
  if (extension === 'html') return publication.page
  const key = `layer-${stem}`
  return key in publication ? String(publication[key as keyof typeof publication]) : publication.wholeMap(format)
}

function resourceOf(
  { name, content }: OutputFile,
  layers: Readonly<Record<string, readonly Field[]>>,
  m: Messages,
): Resource {
  const bytes = Buffer.from(content)
  const [, stem = name, extension = ''] = /^(.*)\.([^.]+)$/.exec(name) ?? []
  const [format, mimetype] = FORMATS[extension] ?? [extension.toUpperCase(), 'application/octet-stream']
  return {
    name,
    description: aboutFile(extension, stem, format, m),
    format,
    mimetype,
    size: bytes.length,
    hash: createHash('sha256').update(bytes).digest('hex'),
    fields: ['csv', 'geojson', 'geojsonl'].includes(extension) ? (layers[stem] ?? []) : [],
  }
}

function extentOf({ gaps, buildings }: MapInput): readonly number[] | null {
  const drawn = new Set(gaps.map(({ building }) => building))
  const places = buildings.flatMap(({ code, coordinates }) =>
    coordinates !== null && drawn.has(code) ? [coordinates] : [],
  )
  const [first] = places
  if (first === undefined) return null
  const box = places.reduce(
    ([west, south, east, north], [lon, lat]) =>
      [Math.min(west, lon), Math.min(south, lat), Math.max(east, lon), Math.max(north, lat)] as const,
    [first[0], first[1], first[0], first[1]] as readonly [number, number, number, number],
  )
  return box.map((degrees) => decimals(degrees, 6))
}

/** The first and last day of a school year. */
function daysOf(schoolYear: string | null): { readonly debut: string; readonly fin: string } | null {
  const [from, to] = schoolYear?.split('-') ?? []
  return from === undefined || to === undefined ? null : { debut: `${from}-07-01`, fin: `${to}-06-30` }
}

/** Words apart by hyphens, without accents: a data set's address on a portal. */
function slug(text: string): string {
  return folded(text).replaceAll(' ', '-').slice(0, 100)
}

/**
 * What Données Québec asks of a data set, in its own words (`fiche`), as CKAN's `package_create` takes it (`ckan`, with what
 * CKAN has no field for in `extras`), and in DCAT (`dcat`, JSON-LD). What neither the data nor the configuration tells is
 * null.
 *
 * @see Données Québec, « Liste de vérification »; CKAN 2 API; DCAT version 3 (W3C)
 */
export function metadataOf(input: MapInput, files: readonly OutputFile[], by: Publication, m: Messages): OutputFile {
  const { publication: texts, language } = m
  const fields = fieldsOf(columnsOf(input), m)
  const layers = Object.fromEntries(layersOf(buildScene(input)).map(({ key, file }) => [file, fields[key]]))
  const resources = files.map((file) => resourceOf(file, layers, m))
  const licence = by.licence ?? 'cc-by'
  const licenceName = `${licence.toUpperCase().replace('-', ' ')} 4.0`
  const licenceUrl = `https://creativecommons.org/licenses/${licence.slice(3)}/4.0/deed.${language}`
  const title = by.title ?? texts.title
  const [organisation, contact, email] = [by.organisation ?? null, by.contact ?? null, by.email ?? null]
  const frequency = by.frequency ?? null
  const description = texts.description(input.profile, input.schoolYear ?? '—')
  const regions = [...new Set(input.gaps.flatMap(({ region }) => region ?? []))].sort(byCode)
  const [extent, days] = [extentOf(input), daysOf(input.schoolYear)]
  const tags = texts.tags.split(', ')
  const fiche = {
    titre: title,
    description,
    organisation,
    etiquettes: tags,
    categorie: texts.category,
    licence: { id: licence, nom: licenceName, url: licenceUrl },
    responsable: contact,
    courriel: email,
    frequence: frequency,
    couvertureGeographique: { regions, etendue: extent, referentiel: 'EPSG:4326' },
    couvertureTemporelle: days,
    source: texts.source,
    langue: language,
    produitLe: input.generatedAt,
    ressources: resources,
  }
  const ckan = {
    name: slug(title),
    title,
    notes: description,
    owner_org: organisation === null ? null : slug(organisation),
    author: organisation,
    maintainer: contact,
    maintainer_email: email,
    license_id: licence,
    license_title: licenceName,
    license_url: licenceUrl,
    tags: tags.map((name) => ({ name })),
    groups: [{ name: 'education-recherche' }],
    extras: Object.entries({
      update_frequency: frequency,
      spatial: extent === null ? null : JSON.stringify({ type: 'Polygon', coordinates: [ringOf(extent)] }),
      temporal: days === null ? null : `${days.debut}/${days.fin}`,
      source: texts.source,
      language,
    }).map(([key, value]) => ({ key, value })),
    resources: resources.map(({ fields: _, ...resource }) => ({ ...resource, url: resource.name, url_type: 'upload' })),
  }
  const dcat = {
    '@context': {
      dcat: 'http://www.w3.org/ns/dcat#',
      dct: 'http://purl.org/dc/terms/',
      foaf: 'http://xmlns.com/foaf/0.1/',
      spdx: 'http://spdx.org/rdf/terms#',
      vcard: 'http://www.w3.org/2006/vcard/ns#',
    },
    '@type': 'dcat:Dataset',
    'dct:title': { '@value': title, '@language': language },
    'dct:description': { '@value': description, '@language': language },
    'dct:publisher': organisation === null ? null : { '@type': 'foaf:Organization', 'foaf:name': organisation },
    'dcat:contactPoint':
      contact === null && email === null
        ? null
        : { '@type': 'vcard:Kind', 'vcard:fn': contact, 'vcard:hasEmail': email === null ? null : `mailto:${email}` },
    'dcat:keyword': tags,
    'dct:license': { '@id': licenceUrl },
    'dct:issued': input.generatedAt,
    'dct:temporal':
      days === null ? null : { '@type': 'dct:PeriodOfTime', 'dcat:startDate': days.debut, 'dcat:endDate': days.fin },
    'dct:spatial': extent === null ? null : { '@type': 'dct:Location', 'dcat:bbox': wktOf(extent) },
    'dcat:distribution': resources.map(({ name, mimetype, size, hash, description: about }) => ({
      '@type': 'dcat:Distribution',
      'dct:title': name,
      'dct:description': about,
      'dcat:mediaType': mimetype,
      'dcat:byteSize': size,
      'dct:license': { '@id': licenceUrl },
      'spdx:checksum': {
        '@type': 'spdx:Checksum',
        'spdx:algorithm': 'spdx:checksumAlgorithm_sha256',
        'spdx:checksumValue': hash,
      },
    })),
  }
  return { name: texts.fileName, content: `${JSON.stringify({ fiche, ckan, dcat }, null, 2)}\n` }
}

function ringOf([west = 0, south = 0, east = 0, north = 0]: readonly number[]): number[][] {
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
}

function wktOf(extent: readonly number[]): string {
  return `POLYGON((${ringOf(extent)
    .map((position) => position.join(' '))
    .join(', ')}))`
}
