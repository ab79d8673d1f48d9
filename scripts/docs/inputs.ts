import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { readHeader } from '../../src/ingest/reading/header.js'
import type { Messages } from '../../src/i18n/translator.js'
import { shipped } from '../../src/lib/paths.js'
import { listPlugins, loadPlugin } from '../../src/lib/plugins.js'
import { BUNDLE_KINDS, BUNDLE_SCHEMA, MANIFEST } from '../../src/model/bundle.js'
import type { InputKind } from '../../src/model/input-kind.js'
import { heading, meaningOf } from './columns.js'
import { code, page, prose, table } from './markdown.js'

const WORDS = {
  fr: {
    title: 'Dictionnaire des données importées',
    intro:
      "Cette page est tirée du code qui lit ces fichiers : `cartable importer <nature> <fichier>`. Une colonne est reconnue à son nom, ou à un des en-têtes de « aussi »; les accents, les majuscules et la ponctuation n'y comptent pas, ni ce qu'un shapefile coupe après 10 caractères. Une colonne inconnue est nommée et laissée de côté. Pour dire ce qu'elle est : `--map \"En-tête=colonne\"`, ou `import.mappings` dans la configuration pour tous les fichiers d'une nature; `-` la laisse de côté.",
    samples:
      "L'exemple est la première ligne d'un fichier de `data/samples/`, d'un organisme inventé. Une cellule vide est inconnue.",
    heads: ['colonne', 'obligatoire', 'sens', 'exemple', 'aussi'],
    yes: 'oui',
    bundle: (kinds: string, manifest: string, example: string) =>
      `Ce qu'un autre organisme a exporté par \`cartable exporter bundle\` : une archive zip d'un fichier CSV pour chacune de ces natures, quand l'organisme en a, avec les colonnes décrites ici : ${kinds}. \`${manifest}\` dit la forme (${example}), l'organisme, l'instant, et de chaque fichier le nombre de lignes et l'empreinte SHA-256. L'archive est prise en entier ou pas du tout. Parts, réseaux, équipement, dépenses et parc sont ceux de l'organisme, et remplacent ce qui en était connu; le reste complète ce que personne d'autre n'a dit. Ce que l'organisme ne dit plus dans un lot plus récent est retiré. Exemple : \`data/samples/lots/lot-797000.zip\`.`,
    either: (columns: string) => `Il faut au moins une de ces colonnes : ${columns}.`,
    key: (columns: string) => `Une ligne est connue par : ${columns}.`,
    sample: (file: string) => `Exemple : \`${file}\`.`,
    unverified: (sources: string) =>
      `**Non vérifié** : les en-têtes de ces fichiers n'ont pas été comparés à de vrais exports (${sources}); \`--map\` corrige ce qui serait faux.`,
    personal: (headers: string, never: string) =>
      `**Renseignements personnels** : ces colonnes nomment des personnes; l'importation dit lesquelles elle a laissées à la porte, et rien ne les garde sans \`--keep-personal\` : ${headers}. Même alors, celles-ci ne sont jamais lues : ${never}.`,
  },
  en: {
    title: 'Dictionary of imported data',
    intro:
      'This page is drawn from the code that reads these files: `cartable import <kind> <file>`. A column is known by its name, or by one of the headers under "also"; accents, capitals and punctuation do not count, nor what a shapefile cuts after 10 characters. An unknown column is named and left aside. To say what it is: `--map "Header=column"`, or `import.mappings` in the configuration for every file of a kind; `-` leaves it aside.',
    samples:
      'The example is the first line of a file of `data/samples/`, of an invented board. An empty cell is unknown.',
    heads: ['column', 'required', 'meaning', 'example', 'also'],
    yes: 'yes',
    bundle: (kinds: string, manifest: string, example: string) =>
      `What another board exported with \`cartable export bundle\`: a zip archive of one CSV file for each of these kinds, where the board has any, with the columns described here: ${kinds}. \`${manifest}\` tells the form (${example}), the board, the instant, and of each file the number of rows and the SHA-256 hash. The archive is taken whole or not at all. Shares, networks, equipment, spending and fleet are the board's own, and replace what was known of them; the rest fills in what nobody else told. What the board tells no more in a newer bundle is withdrawn. Example: \`data/samples/lots/lot-797000.zip\`.`,
    either: (columns: string) => `At least one of these columns is needed: ${columns}.`,
    key: (columns: string) => `A line is known by: ${columns}.`,
    sample: (file: string) => `Example: \`${file}\`.`,
    unverified: (sources: string) =>
      `**Unverified**: the headers of these files were not compared with real exports (${sources}); \`--map\` mends what would be wrong.`,
    personal: (headers: string, never: string) =>
      `**Personal information**: these columns name people; the import says which it left at the door, and nothing keeps them without \`--keep-personal\`: ${headers}. Even then, these are never read: ${never}.`,
  },
} as const

/** The sample of each kind. */
const SAMPLES: Readonly<Record<string, string>> = {
  boards: 'commissions.csv',
  buildings: 'immeubles.csv',
  catalogue: 'catalogue.csv',
  deprivation: 'defavorisation-primaire.csv',
  enrolment: 'effectif.csv',
  equipment: 'equipement.csv',
  fleet: 'parc.csv',
  'higher-education': 'enseignement-superieur.csv',
  networks: 'reseaux.csv',
  pops: 'points-de-presence.csv',
  private: 'etablissements-prives.csv',
  schools: 'ecoles.csv',
  shares: 'parts.csv',
  spending: 'depenses.csv',
  territories: 'territoire.geojson',
  'wan-links': 'liens.csv',
}

/** A shape would fill the page. */
const LONGEST = 60

type Kind = InputKind<unknown, never>

/** The header and the first line of a sample. */
function sampleOf(file: string): readonly [header: readonly string[], cells: readonly string[]] {
  const text = readFileSync(shipped('data', 'samples', file), 'utf8')
  if (!file.endsWith('.geojson')) {
    const [header = [], cells = []] = parse(text, { bom: true, to: 2 })
    return [header, cells]
  }
  const { features } = JSON.parse(text) as { features: { properties: Record<string, unknown>; geometry: unknown }[] }
  const { properties = {}, geometry } = features[0] ?? {}
  return [
    [...Object.keys(properties), 'geometry'],
    [...Object.values(properties).map(String), JSON.stringify(geometry)],
  ]
}

/** The first line of a kind's sample, by canonical column. @throws when the kind has no sample that it can read. */
function exampleOf(kind: Kind, file: string, m: Messages): ReadonlyMap<string, string> {
  const [fields, cells] = sampleOf(file)
  const { header } = readHeader(kind, fields, m.ingest)
  if (header === null) throw new Error(`${file} is no sample of ${kind.id}`)
  return new Map(header.columns.map(({ name, index }) => [name, cells[index] ?? '']))
}

async function kindSection(id: string, m: Messages): Promise<string[]> {
  const w = WORDS[m.language]
  const kind = await loadPlugin<Kind>('src/ingest', id)
  const file = SAMPLES[id]
  if (file === undefined) throw new Error(`${id} has no sample in inputs.ts`)
  const example = exampleOf(kind, file, m)
  const cut = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text)
  const rows = kind.columns.map(({ name, required, synonyms }) => [
    code(name),
    required ? w.yes : '',
    meaningOf(id, name, m),
    code(cut(example.get(name) ?? '')),
    synonyms.map(code).join(', '),
  ])
  const list = (names: readonly string[]): string => names.map(code).join(', ')
  return [
    ...heading(id, m),
    table(w.heads, rows),
    prose(
      [
        ...(kind.needsOneOf === undefined ? [] : [w.either(list(kind.needsOneOf))]),
        w.key(list(kind.keyColumns)),
        w.sample(`data/samples/${file}`),
      ].join(' '),
      m,
    ),
    ...(kind.unverified === undefined ? [] : [prose(w.unverified(kind.unverified.join(', ')), m)]),
    ...(kind.personal === undefined
      ? []
      : [prose(w.personal(list(Object.values(kind.personal).flat()), list(kind.personal.never)), m)]),
  ]
}

/** Every kind of file that can be imported: its columns, what they mean, and an example. */
export async function inputsPage(m: Messages): Promise<string> {
  const w = WORDS[m.language]
  const sections = await Promise.all(listPlugins('src/ingest').map((id) => kindSection(id, m)))
  return page([
    `# ${w.title}`,
    prose(w.intro, m),
    prose(w.samples, m),
    ...sections.flat().map((block) => block.replace(/^### /, '## ')),
    '## bundle',
    prose(w.bundle(BUNDLE_KINDS.map(code).join(', '), MANIFEST, code(BUNDLE_SCHEMA)), m),
  ])
}
