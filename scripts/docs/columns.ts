import { fieldsOf } from '../../maps/formats/geojson/fields.js'
import type { Messages } from '../../src/i18n/translator.js'
import { listPlugins, loadPlugin } from '../../src/lib/plugins.js'
import type { InputKind } from '../../src/model/input-kind.js'
import type { Report } from '../../src/model/report.js'
import { snakeCase } from '../../src/reports/names.js'
import { COLUMNS, SUBJECTS } from './columns-texts.js'
import { code, page, prose, table } from './markdown.js'

const WORDS = {
  fr: {
    title: 'Référence des colonnes',
    intro:
      "Cette page est tirée du code qui lit et écrit ces fichiers. Les noms sont les mêmes dans les deux langues, pour que les fichiers s'échangent; en JSON, les mêmes mots s'écrivent en camelCase.",
    inputs: 'Fichiers importés',
    inputsIntro:
      "Des CSV en UTF-8 ou en Windows-1252, à virgules ou à points-virgules. Un en-tête de la colonne « aussi » est compris comme celui de la première; les accents, les majuscules et la ponctuation n'y comptent pas.",
    reports: 'Rapports',
    reportsIntro:
      "CSV en UTF-8, à virgules et point décimal; une cellule vide est inconnue. Le tableau du terminal n'en montre que les colonnes marquées.",
    lists: 'Listes',
    listsIntro: 'Ce que donne `cartable lister <quoi> --format csv`.',
    layers: 'Couches de la carte',
    layersIntro:
      "Propriétés des GeoJSON. Un dictionnaire est écrit à côté d'eux à chaque fois, avec les catégories d'équipement de la règle.",
    input: ['colonne', 'obligatoire', 'sens', 'aussi'],
    output: ['colonne', 'valeur', 'tableau', 'sens'],
    layer: ['propriété', 'valeur', 'sens'],
    yes: 'oui',
    kinds: {
      text: 'texte',
      word: 'mot',
      code: 'code',
      number: 'nombre',
      rate: 'bit/s',
      money: 'cents',
      percent: '%',
      ratio: 'rapport',
      level: 'niveau',
      status: 'état',
      'yes-no': '`true`, `false`',
      date: 'instant (UTC)',
    },
  },
  en: {
    title: 'Reference of columns',
    intro:
      'This page is drawn from the code that reads and writes these files. Names are the same in both languages, so that files can be exchanged; in JSON the same words are written in camelCase.',
    inputs: 'Imported files',
    inputsIntro:
      'CSV in UTF-8 or Windows-1252, with commas or semicolons. A header of the column "also" is understood as that of the first one; accents, capitals and punctuation do not count.',
    reports: 'Reports',
    reportsIntro:
      "CSV in UTF-8, with commas and a decimal point; an empty cell is unknown. The terminal's table shows only the columns that are marked.",
    lists: 'Lists',
    listsIntro: 'What `cartable list <what> --format csv` gives.',
    layers: 'Layers of the map',
    layersIntro:
      "Properties of the GeoJSON files. A dictionary is written beside them each time, with the rule's categories of equipment.",
    input: ['column', 'required', 'meaning', 'also'],
    output: ['column', 'value', 'table', 'meaning'],
    layer: ['property', 'value', 'meaning'],
    yes: 'yes',
    kinds: {
      text: 'text',
      word: 'word',
      code: 'code',
      number: 'number',
      rate: 'bit/s',
      money: 'cents',
      percent: '%',
      ratio: 'ratio',
      level: 'level',
      status: 'status',
      'yes-no': '`true`, `false`',
      date: 'instant (UTC)',
    },
  },
} as const

/** What is written in a folder of plug-ins and is no report of facts. */
const NO_REPORT = ['names', 'copied-tables']

function meaningOf(subject: string, column: string, m: Messages): string {
  const own = COLUMNS[`${subject}.${column}`]
  const fields: Readonly<Record<string, unknown>> = m.mapFields
  const ofMap = subject === 'gaps' ? fields[snakeCase(column)] : undefined
  const text =
    own ??
    (typeof ofMap === 'string'
      ? undefined
      : (COLUMNS[column] ?? COLUMNS[snakeCase(column)] ?? COLUMNS[camelCase(column)]))
  if (text !== undefined) return prose(text[m.language], m)
  if (typeof ofMap === 'string') return ofMap
  throw new Error(`${subject}: ${column} has no line in columns-texts.ts`)
}

const camelCase = (word: string): string => word.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())

function heading(id: string, m: Messages): string[] {
  const subject = SUBJECTS[id]
  if (subject === undefined) throw new Error(`${id} has no line in columns-texts.ts`)
  return [`### ${id}`, prose(`${subject[m.language]}.`, m).replace(/^./u, (first) => first.toUpperCase())]
}

async function inputSection(id: string, m: Messages): Promise<string[]> {
  const w = WORDS[m.language]
  const { columns } = await loadPlugin<InputKind<unknown, never>>('src/ingest', id)
  const rows = columns.map(({ name, required, synonyms }) => [
    code(name),
    required ? w.yes : '',
    meaningOf(id, name, m),
    synonyms.map(code).join(', '),
  ])
  return [...heading(id, m), table(w.input, rows)]
}

async function outputSection(folder: string, id: string, m: Messages): Promise<string[]> {
  const w = WORDS[m.language]
  const { columns } = await loadPlugin<Report<Record<string, unknown>>>(folder, id)
  const rows = columns.map(({ key, kind, inTable }) => [
    code(snakeCase(key)),
    w.kinds[kind],
    inTable ? w.yes : '',
    meaningOf(id, key, m),
  ])
  return [...heading(id, m), table(w.output, rows)]
}

function layerSections(m: Messages): string[] {
  const w = WORDS[m.language]
  const { buildings, wanLinks, territories, pops } = fieldsOf([], m)
  return Object.entries({ buildings, 'wan-links': wanLinks, territories, pops }).flatMap(([file, fields]) => [
    `### ${file}.geojson`,
    table(
      w.layer,
      fields.map(({ name, type, meaning }) => [code(name), m.mapDictionary[`type${type}`], meaning]),
    ),
  ])
}

/** Every column of every file that comes in or goes out. @throws when one has no description. */
export async function columnsPage(m: Messages): Promise<string> {
  const w = WORDS[m.language]
  const sections = async (folder: string): Promise<string[]> => {
    const ids = listPlugins(folder).filter((id) => !NO_REPORT.includes(id))
    return (await Promise.all(ids.map((id) => outputSection(folder, id, m)))).flat()
  }
  return page([
    `# ${w.title}`,
    prose(w.intro, m),
    `## ${w.inputs}`,
    prose(w.inputsIntro, m),
    ...(await Promise.all(listPlugins('src/ingest').map((id) => inputSection(id, m)))).flat(),
    `## ${w.reports}`,
    prose(w.reportsIntro, m),
    ...(await sections('src/reports')),
    `## ${w.lists}`,
    prose(w.listsIntro, m),
    ...(await sections('src/reports/lists')),
    `## ${w.layers}`,
    prose(w.layersIntro, m),
    ...layerSections(m),
  ])
}
