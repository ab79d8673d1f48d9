import { accord, agree, fr } from '../typography.js'

const rowsFr = (n: string, done: string): string => fr`${n} ${accord(n, `ligne ${done}`, `lignes ${done}s`)}`
const rowsEn = (n: string, done: string): string => `${n} ${agree(n, 'row', 'rows')} ${done}`

/** Importing a file: what was done with it, and rows that name what nobody knows. */
export const importing = {
  summary: {
    fr: fr`importe un fichier (organisation, effectif, liens, équipement, dépenses, parc), vérifié ligne par ligne`,
    en: `import a file (organisation, enrolment, links, equipment, spending, fleet), checked line by line`,
  },
  kindArgument: { fr: fr`nature du fichier`, en: `kind of file` },
  fileArgument: {
    fr: fr`fichier CSV, XLSX ou GeoJSON, compressé ou non`,
    en: `CSV, XLSX or GeoJSON file, compressed or not`,
  },
  encodingOption: {
    fr: fr`encodage du texte (sans quoi il est reconnu)`,
    en: `the text's encoding (else it is recognised)`,
  },
  sheetOption: {
    fr: fr`feuille du classeur, ou fichier de l'archive zip`,
    en: `sheet of the workbook, or file of the zip archive`,
  },
  acceptPartialOption: {
    fr: fr`prend les bonnes lignes et énumère les autres, au lieu de refuser le fichier`,
    en: `take the good rows and list the others, instead of refusing the file`,
  },
  keepPersonalOption: {
    fr: fr`parc : garde qui a chaque appareil (nom, courriel, téléphone) ; sans cette option, ce qui en était gardé est effacé`,
    en: `fleet: keep who has each device (name, e-mail, phone); without this option, what was kept of it is erased`,
  },
  personalOfFleet: {
    fr: (kind: string) => fr`--keep-personal n'est que pour un parc d'appareils : « ${kind} » ne nomme personne`,
    en: (kind: string) => `--keep-personal is for a fleet of devices alone: "${kind}" names nobody`,
  },
  personalOfFleetHint: {
    fr: `cartable importer fleet <fichier> --keep-personal`,
    en: `cartable import fleet <file> --keep-personal`,
  },
  holdersKept: {
    fr: (n: string) =>
      fr`Gardé à part : qui a ${n} ${accord(n, 'appareil', 'appareils')}. Ce sont des renseignements personnels (Loi 25) : « cartable montrer » seul les dit, aucun fichier n'en sort, « cartable importer oublier » les efface.`,
    en: (n: string) =>
      `Kept apart: who has ${n} ${agree(n, 'device', 'devices')}. This is personal information (Loi 25): "cartable show" alone tells it, no file holds it, "cartable import forget" erases it.`,
  },
  holdersErased: {
    fr: (n: string) =>
      fr`Effacé : qui avait ${n} ${accord(n, 'appareil', 'appareils')} (renseignements personnels d'une importation précédente)`,
    en: (n: string) =>
      `Erased: who had ${n} ${agree(n, 'device', 'devices')} (personal information of an earlier import)`,
  },
  forgetSummary: {
    fr: fr`efface qui a les appareils du parc (renseignements personnels)`,
    en: `erase who has the devices of the fleet (personal information)`,
  },
  forgotten: {
    fr: (n: string) => fr`Effacé : qui avait ${n} ${accord(n, 'appareil', 'appareils')}. Le parc reste.`,
    en: (n: string) => `Erased: who had ${n} ${agree(n, 'device', 'devices')}. The fleet stays.`,
  },
  wouldForget: {
    fr: (n: string) => fr`Serait effacé : qui a ${n} ${accord(n, 'appareil', 'appareils')}. Rien n'a été changé.`,
    en: (n: string) => `Would be erased: who has ${n} ${agree(n, 'device', 'devices')}. Nothing was changed.`,
  },
  nothingToForget: {
    fr: fr`Rien à effacer : la base ne dit de personne qu'il a un appareil.`,
    en: `Nothing to erase: the database says of nobody that they have a device.`,
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
  refusedWholeHint: { fr: fr`Corrigez le fichier, puis relancez.`, en: `Mend the file, then run again.` },
  looksLike: {
    fr: (kind: string, file: string) =>
      fr`Ce fichier a les en-têtes d'une autre nature : cartable importer ${kind} ${file}`,
    en: (kind: string, file: string) => `This file has the headers of another kind: cartable import ${kind} ${file}`,
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
  'doubt-enrolment-jump': {
    fr: (before: string, after: string) =>
      fr`${after} élèves, quand il y en avait ${before} l'année d'avant : vérifiez que c'est bien l'effectif de cette école`,
    en: (before: string, after: string) =>
      `${after} pupils, where there were ${before} the year before: check that this is the enrolment of that school`,
  },
  'doubt-rate-too-great': {
    fr: (rate: string) =>
      fr`${rate} est plus qu'un lien n'offre : vérifiez que la colonne est en Mbit/s, et non en kbit/s`,
    en: (rate: string) => `${rate} is more than links offer: check that the column is in Mbit/s, and not in kbit/s`,
  },
  'doubt-board-changed': {
    fr: (before: string, after: string) =>
      fr`cette école était de l'organisme ${before}, elle est maintenant de ${after} : vérifiez que c'est voulu`,
    en: (before: string, after: string) =>
      `this school was of board ${before}, and is now of ${after}: check that this is meant`,
  },
  'doubt-building-moved': {
    fr: (km: string) => fr`cet immeuble est à ${km} km de là où il était : vérifiez ses coordonnées`,
    en: (km: string) => `this building is ${km} km from where it was: check its coordinates`,
  },
  'doubt-shares-do-not-sum': {
    fr: (school: string, sum: string) =>
      fr`les parts de l'école ${school} font ${sum} au lieu de 1 : vérifiez qu'aucun de ses immeubles ne manque`,
    en: (school: string, sum: string) =>
      `the shares of school ${school} make ${sum} instead of 1: check that none of its buildings is missing`,
  },
  'doubt-credit-note': {
    fr: (amount: string) => fr`montant négatif, pris comme une note de crédit de ${amount}`,
    en: (amount: string) => `amount below zero, taken as a credit note of ${amount}`,
  },
  problemsOption: {
    fr: fr`écrit aussi les problèmes dans un fichier CSV, à renvoyer à qui a fait le fichier`,
    en: `also write the problems to a CSV file, to send back to whoever made the file`,
  },
  valueHeader: { fr: fr`Valeur`, en: `Value` },
  allSummary: {
    fr: fr`importe tous les fichiers d'un dossier, reconnus à leurs en-têtes, dans le bon ordre`,
    en: `import all files of a folder, recognised by their headers, in the right order`,
  },
  allArgument: { fr: fr`dossier des fichiers`, en: `folder of the files` },
  emptyFolder: {
    fr: (folder: string) => fr`Le dossier « ${folder} » n'a aucun fichier de données.`,
    en: (folder: string) => `The folder "${folder}" has no file of data.`,
  },
  emptyFolderHint: {
    fr: fr`Mettez-y des fichiers CSV, ou nommez un autre dossier.`,
    en: `Put CSV files there, or name another folder.`,
  },
  leftAside: {
    fr: (file: string, why: string) => fr`Laissé de côté : ${file}, ${why}`,
    en: (file: string, why: string) => `Left aside: ${file}, ${why}`,
  },
  notAFolder: {
    fr: (path: string) => fr`« ${path} » n'est pas un dossier.`,
    en: (path: string) => `"${path}" is not a folder.`,
  },
  notAFolderHint: {
    fr: fr`Nommez un dossier ; un seul fichier s'importe par : cartable importer <nature> <fichier>`,
    en: `Name a folder; one file alone is imported with: cartable import <kind> <file>`,
  },
  noHeader: { fr: fr`sans en-têtes lisibles`, en: `no headers that can be read` },
  recognised: {
    fr: (known: string, unknown: string) =>
      fr`${known} ${accord(known, 'colonne connue', 'colonnes connues')}, ${unknown} ${accord(unknown, 'inconnue', 'inconnues')}`,
    en: (known: string, unknown: string) => `${known} known ${agree(known, 'column', 'columns')}, ${unknown} unknown`,
  },
  settledBy: {
    fr: (column: string | null, value: string) =>
      column === null ? fr`son nom le dit` : fr`${column} dit « ${value} »`,
    en: (column: string | null, value: string) => (column === null ? `its name says so` : `${column} says "${value}"`),
  },
  ofdsSpans: { fr: fr`réseau OFDS, ses tronçons`, en: `OFDS network, its spans` },
  ofdsNodes: { fr: fr`réseau OFDS, ses points de présence`, en: `OFDS network, its points of presence` },
  couldBe: {
    fr: (kinds: string) => fr`peut être de plusieurs natures (${kinds}) : importez-le à part`,
    en: (kinds: string) => `may be of several kinds (${kinds}): import it by itself`,
  },
  nearest: {
    fr: (kind: string, missing: string) => fr`d'aucune nature ; de ${kind}, il manque ${missing}`,
    en: (kind: string, missing: string) => `of no kind; ${kind} would need ${missing}`,
  },
  noKind: { fr: fr`d'aucune nature connue`, en: `of no known kind` },
  notBegun: {
    fr: (files: string) => fr`Arrêt au fichier refusé ; pas commencés : ${files}`,
    en: (files: string) => `Stopped at the file that was refused; not begun: ${files}`,
  },
  moreFacts: {
    fr: (count: string) => fr`… et ${count} ${accord(count, 'autre fait', 'autres faits')} (--json les donne tous)`,
    en: (count: string) => `… and ${count} more ${agree(count, 'fact', 'facts')} (--json gives all of them)`,
  },
  listSummary: {
    fr: fr`énumère les fichiers importés, du plus récent au plus ancien`,
    en: `list the files that were imported, the newest first`,
  },
  undoSummary: {
    fr: fr`reprend ce qu'un fichier a apporté, comme s'il n'avait pas été importé`,
    en: `take back what a file brought, as if it had not been imported`,
  },
  undoArgument: {
    fr: fr`numéro de l'importation, que donne « importer liste »`,
    en: `number of the import, as "import list" gives it`,
  },
  noSuchImport: {
    fr: (id: number | string) => fr`Il n'y a pas d'importation ${id}.`,
    en: (id: number | string) => `There is no import ${id}.`,
  },
  noSuchImportHint: {
    fr: fr`« cartable importer liste » donne les numéros des importations.`,
    en: `"cartable import list" gives the numbers of the imports.`,
  },
  undoneAlready: {
    fr: (id: number, when: string, who: string) => fr`L'importation ${id} a été annulée le ${when} par ${who}.`,
    en: (id: number, when: string, who: string) => `Import ${id} was undone on ${when} by ${who}.`,
  },
  importOf: {
    fr: (id: number, kind: string, file: string) => fr`${id} (${kind}, ${file})`,
    en: (id: number, kind: string, file: string) => `${id} (${kind}, ${file})`,
  },
  stoodOn: {
    fr: (id: number, later: string) =>
      fr`L'importation ${id} ne peut pas être annulée : l'importation ${later} repose sur ce qu'elle a apporté.`,
    en: (id: number, later: string) => `Import ${id} cannot be undone: import ${later} stands on what it brought.`,
  },
  stoodOnHint: {
    fr: (later: number) => fr`Annulez d'abord celle-là : cartable importer annuler ${later}`,
    en: (later: number) => `Undo that one first: cartable import undo ${later}`,
  },
  lost: {
    fr: (id: number) =>
      fr`L'importation ${id} ne peut pas être annulée : elle a remplacé des dernières connexions dont les valeurs d'avant ne sont plus gardées.`,
    en: (id: number) =>
      `Import ${id} cannot be undone: it replaced last contacts whose earlier values are no longer kept.`,
  },
  lostHint: {
    fr: fr`Importez plutôt un fichier juste : il remplacera ce que celui-là a dit.`,
    en: `Import a right file instead: it replaces what that one said.`,
  },
  undone: {
    fr: (what: string) => fr`Importation ${what} annulée ; elle reste dans la liste, marquée`,
    en: (what: string) => `Import ${what} undone; it stays in the list, marked`,
  },
  wouldUndo: {
    fr: (what: string) => fr`L'importation ${what} peut être annulée ; rien n'a été écrit (essai)`,
    en: (what: string) => `Import ${what} can be undone; nothing was written (dry run)`,
  },
  undoneFacts: {
    fr: (removed: string, changed: string, added: string) =>
      fr`  ${removed} ${accord(removed, 'fait enlevé', 'faits enlevés')}, ${changed} ${accord(changed, "redevenu ce qu'il était", "redevenus ce qu'ils étaient")}, ${added} ${accord(added, 'rétabli', 'rétablis')}`,
    en: (removed: string, changed: string, added: string) =>
      `  ${removed} ${agree(removed, 'fact', 'facts')} taken away, ${changed} back as before, ${added} restored`,
  },
  progress: {
    fr: (rows: string) => fr`Importation : ${rowsFr(rows, 'lue')}`,
    en: (rows: string) => `Import: ${rowsEn(rows, 'read')}`,
  },
} as const
