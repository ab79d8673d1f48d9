import { accord, agree, fr } from '../typography.js'

const rowsFr = (n: string, done: string): string => fr`${n} ${accord(n, `ligne ${done}`, `lignes ${done}s`)}`
const rowsEn = (n: string, done: string): string => `${n} ${agree(n, 'row', 'rows')} ${done}`

/** Importing a file: what was done with it, and rows that name what nobody knows. */
export const importing = {
  summary: {
    fr: fr`importe un fichier (organisation, effectif, liens, équipement, parc), vérifié ligne par ligne`,
    en: `import a file (organisation, enrolment, links, equipment, fleet), checked line by line`,
  },
  kindArgument: { fr: fr`nature du fichier`, en: `kind of file` },
  fileArgument: { fr: fr`fichier CSV`, en: `CSV file` },
  acceptPartialOption: {
    fr: fr`prend les bonnes lignes et énumère les autres, au lieu de refuser le fichier`,
    en: `take the good rows and list the others, instead of refusing the file`,
  },
  mapOption: {
    fr: fr`dit quel champ est une colonne du fichier (« - » : la laisser de côté) ; autant de fois qu'il le faut`,
    en: `say which field a column of the file is ("-": leave it aside); as often as needed`,
  },
  dryRunOption: {
    fr: fr`montre ce qui changerait, sans rien écrire`,
    en: `show what would change, without writing anything`,
  },
  orphan: {
    fr: (column: string, value: string) =>
      fr`« ${value} » (${column}) n'est connu d'aucun fichier importé ; importez d'abord les écoles, immeubles ou points de présence, ou corrigez le code`,
    en: (column: string, value: string) =>
      `"${value}" (${column}) is in no imported file; import schools, buildings or points of presence first, or mend the code`,
  },
  taken: {
    fr: (kind: string, rows: string) => fr`${kind} : ${rowsFr(rows, 'prise')}`,
    en: (kind: string, rows: string) => `${kind}: ${rowsEn(rows, 'taken')}`,
  },
  partlyTaken: {
    fr: (kind: string, rows: string, refused: string) =>
      fr`${kind} : ${rowsFr(rows, 'prise')}, ${refused} ${accord(refused, 'refusée', 'refusées')} (voir plus haut)`,
    en: (kind: string, rows: string, refused: string) =>
      `${kind}: ${rowsEn(rows, 'taken')}, ${refused} refused (see above)`,
  },
  unchanged: {
    fr: (kind: string, rows: string) => {
      if (rows === '0') return fr`${kind} : le fichier n'a aucune ligne de données, rien n'a été pris`
      return fr`${kind} : rien de neuf, ${accord(rows, 'la seule ligne du fichier était déjà connue', `les ${rows} lignes étaient déjà connues`)}`
    },
    en: (kind: string, rows: string) => {
      if (rows === '0') return `${kind}: the file has no row of data, nothing was taken`
      return `${kind}: nothing new, ${agree(rows, 'the only row was already known', `the ${rows} rows were already known`)}`
    },
  },
  refused: {
    fr: (kind: string, problems: string) =>
      fr`${kind} : fichier refusé en entier, ${problems} ${accord(problems, 'problème', 'problèmes')} ci-dessus ; rien n'a été écrit`,
    en: (kind: string, problems: string) =>
      `${kind}: file refused whole, ${problems} ${agree(problems, 'problem', 'problems')} above; nothing was written`,
  },
  refusedHint: {
    fr: fr`Corrigez le fichier, ou prenez ses bonnes lignes avec --accept-partial.`,
    en: `Mend the file, or take its good rows with --accept-partial.`,
  },
  dryRun: {
    fr: (kind: string, rows: string) => fr`${kind} : ${rowsFr(rows, 'lue')}, rien n'a été écrit (essai)`,
    en: (kind: string, rows: string) => `${kind}: ${rowsEn(rows, 'read')}, nothing was written (dry run)`,
  },
  facts: {
    fr: (added: string, changed: string, removed: string, unchanged: string) =>
      fr`  ${added} ${accord(added, 'fait nouveau', 'faits nouveaux')}, ${changed} ${accord(changed, 'changé', 'changés')}, ${removed} ${accord(removed, 'retiré', 'retirés')}, ${unchanged} ${accord(unchanged, 'inchangé', 'inchangés')}`,
    en: (added: string, changed: string, removed: string, unchanged: string) =>
      `  ${added} new ${agree(added, 'fact', 'facts')}, ${changed} changed, ${removed} withdrawn, ${unchanged} unchanged`,
  },
  refreshed: {
    fr: (count: string) =>
      fr`  ${count} ${accord(count, 'dernière connexion mise à jour', 'dernières connexions mises à jour')}`,
    en: (count: string) => `  ${count} last ${agree(count, 'contact', 'contacts')} updated`,
  },
  moreProblems: {
    fr: (count: string) => fr`… et ${count} ${accord(count, 'autre', 'autres')} (--json les donne tous)`,
    en: (count: string) => `… and ${count} more (--json gives all of them)`,
  },
  progress: {
    fr: (rows: string) => fr`Importation : ${rowsFr(rows, 'lue')}`,
    en: (rows: string) => `Import: ${rowsEn(rows, 'read')}`,
  },
} as const
