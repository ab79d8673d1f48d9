import { fieldsOf } from '../../maps/formats/dictionary/fields.js'
import type { Messages } from '../../src/i18n/translator.js'
import { listPlugins, loadPlugin } from '../../src/lib/plugins.js'
import type { Report } from '../../src/model/report.js'
import { snakeCase } from '../../src/reports/names.js'
import { COLUMNS } from './columns-texts.js'
import { code, page, prose, table } from './markdown.js'
import { SUBJECTS } from './subjects-texts.js'

const WORDS = {
  fr: {
    title: 'Référence des colonnes',
    intro:
      "Cette page est tirée du code qui écrit ces fichiers; ceux qu'on importe ont [leur dictionnaire](donnees.md). Les noms sont les mêmes dans les deux langues, pour que les fichiers s'échangent; en JSON, les mêmes mots s'écrivent en camelCase.",
    reports: 'Rapports',
    reportsIntro:
      "CSV en UTF-8, à virgules et point décimal; une cellule vide est inconnue. Le tableau du terminal n'en montre que les colonnes marquées.",
    lists: 'Listes',
    listsIntro: 'Ce que donne `cartable lister <quoi> --format csv`.',
    layers: 'Couches de la carte',
    layersIntro:
      "Propriétés des GeoJSON. Un dictionnaire est écrit à côté d'eux à chaque fois, avec les catégories d'équipement de la règle.",
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
      'This page is drawn from the code that writes these files; those that are imported have [their dictionary](data.md). Names are the same in both languages, so that files can be exchanged; in JSON the same words are written in camelCase.',
    reports: 'Reports',
    reportsIntro:
      "CSV in UTF-8, with commas and a decimal point; an empty cell is unknown. The terminal's table shows only the columns that are marked.",
    lists: 'Lists',
    listsIntro: 'What `cartable list <what> --format csv` gives.',
    layers: 'Layers of the map',
    layersIntro:
      "Properties of the GeoJSON files. A dictionary is written beside them each time, with the rule's categories of equipment.",
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

/** What is in the folder of reports and is written to no file. */
const NO_REPORT = ['names', 'source-columns', 'copied-tables', 'fact-changes', 'import-plan']

/** What a column means, in the words of columns-texts.ts. @throws when it has none. */
export function meaningOf(subject: string, column: string, m: Messages): string {
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

/** The title of a kind of file, a report or a list, and what it holds. */
export function heading(id: string, m: Messages): string[] {
  const subject = SUBJECTS[id]
  if (subject === undefined) throw new Error(`${id} has no line in subjects-texts.ts`)
  return [`### ${id}`, prose(`${subject[m.language]}.`, m).replace(/^./u, (first) => first.toUpperCase())]
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
  const { buildings, schools, wanLinks, territories, pops } = fieldsOf({ categories: [], hasScenario: true }, m)
  return Object.entries({ buildings, schools, 'wan-links': wanLinks, territories, pops }).flatMap(([file, fields]) => [
    `### ${file}.geojson`,
    table(
      w.layer,
      fields.map(({ name, type, meaning }) => [code(name), m.mapDictionary[`type${type}`], meaning]),
    ),
  ])
}

/** Every column of every file that goes out. @throws when one has no description. */
export async function columnsPage(m: Messages): Promise<string> {
  const w = WORDS[m.language]
  const sections = async (folder: string): Promise<string[]> => {
    const ids = listPlugins(folder).filter((id) => !NO_REPORT.includes(id))
    return (await Promise.all(ids.map((id) => outputSection(folder, id, m)))).flat()
  }
  return page([
    `# ${w.title}`,
    prose(w.intro, m),
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
