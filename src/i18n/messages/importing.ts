import { fr } from '../typography.js'

/** Importing a file: what was done with it, and rows that name what nobody knows. */
export const importing = {
  summary: {
    fr: fr`importe un fichier (organisation, effectif, liens, équipement), vérifié ligne par ligne`,
    en: `import a file (organisation, enrolment, links, equipment), checked line by line`,
  },
  kindArgument: { fr: fr`nature du fichier`, en: `kind of file` },
  fileArgument: { fr: fr`fichier CSV`, en: `CSV file` },
  acceptPartialOption: {
    fr: fr`prend les bonnes lignes et énumère les autres, au lieu de refuser le fichier`,
    en: `take the good rows and list the others, instead of refusing the file`,
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
    fr: (kind: string, rows: string) => fr`${kind} : ${rows} lignes prises`,
    en: (kind: string, rows: string) => `${kind}: ${rows} rows taken`,
  },
  partlyTaken: {
    fr: (kind: string, rows: string, refused: string) =>
      fr`${kind} : ${rows} lignes prises, ${refused} refusées (voir plus haut)`,
    en: (kind: string, rows: string, refused: string) => `${kind}: ${rows} rows taken, ${refused} refused (see above)`,
  },
  unchanged: {
    fr: (kind: string, rows: string) => fr`${kind} : rien de neuf, les ${rows} lignes étaient déjà connues`,
    en: (kind: string, rows: string) => `${kind}: nothing new, the ${rows} rows were already known`,
  },
  refused: {
    fr: (kind: string, problems: string) =>
      fr`${kind} : fichier refusé en entier, ${problems} problème(s) ci-dessus ; rien n'a été écrit`,
    en: (kind: string, problems: string) =>
      `${kind}: file refused whole, ${problems} problem(s) above; nothing was written`,
  },
  refusedHint: {
    fr: fr`Corrigez le fichier, ou prenez ses bonnes lignes avec --accept-partial.`,
    en: `Mend the file, or take its good rows with --accept-partial.`,
  },
  dryRun: {
    fr: (kind: string, rows: string) => fr`${kind} : ${rows} lignes lues, rien n'a été écrit (essai)`,
    en: (kind: string, rows: string) => `${kind}: ${rows} rows read, nothing was written (dry run)`,
  },
  facts: {
    fr: (added: string, changed: string, unchanged: string) =>
      fr`  faits : ${added} nouveaux, ${changed} changés, ${unchanged} inchangés`,
    en: (added: string, changed: string, unchanged: string) =>
      `  facts: ${added} new, ${changed} changed, ${unchanged} unchanged`,
  },
  moreProblems: {
    fr: (count: string) => fr`… et ${count} autres (--json les donne tous)`,
    en: (count: string) => `… and ${count} more (--json gives all of them)`,
  },
  progress: {
    fr: (rows: string) => fr`Importation : ${rows} lignes lues`,
    en: (rows: string) => `Import: ${rows} rows read`,
  },
} as const
