import { accord, agree, fr } from '../typography.js'

const oldFr = (facts: string, changes: string, addresses: string): string =>
  fr`${facts} ${accord(facts, 'fait passé', 'faits passés')}, ${changes} ${accord(changes, 'changement', 'changements')}, ${addresses} ${accord(addresses, 'adresse muette', 'adresses muettes')}`
const oldEn = (facts: string, changes: string, addresses: string): string =>
  `${facts} past ${agree(facts, 'fact', 'facts')}, ${changes} ${agree(changes, 'change', 'changes')}, ${addresses} silent ${agree(addresses, 'address', 'addresses')}`

/** `db`: copying, upgrading, checking, saving and restoring the database. */
export const db = {
  summary: {
    fr: fr`copie, met à niveau, vérifie, sauvegarde et restaure la base de données`,
    en: `copies, upgrades, checks, backs up and restores the database`,
  },
  copySummary: {
    fr: fr`copie une base entière vers une autre (SQLite ou PostgreSQL) et prouve qu'elles sont égales`,
    en: `copies a whole database to another (SQLite or PostgreSQL) and proves that they are equal`,
  },
  fromArgument: {
    fr: fr`fichier SQLite ou URL postgres:// à copier`,
    en: `SQLite file or postgres:// URL to copy`,
  },
  toArgument: {
    fr: fr`fichier SQLite qui n'existe pas encore, ou URL d'une base PostgreSQL vide`,
    en: `SQLite file that does not exist yet, or URL of an empty PostgreSQL database`,
  },
  migrateSummary: {
    fr: fr`met la base au schéma de cette version, après une copie de sécurité`,
    en: `brings the database to this version's schema, after a backup`,
  },
  migrateDryRun: {
    fr: fr`dit ce qui serait fait, sans rien changer`,
    en: `says what would be done, and changes nothing`,
  },
  checkSummary: {
    fr: fr`vérifie la base sans rien y changer : intégrité, références, schéma`,
    en: `checks the database without changing it: integrity, references, schema`,
  },
  backupSummary: {
    fr: fr`sauvegarde la base dans un fichier, pendant que les autres travaillent, et vérifie la copie`,
    en: `backs the database up into a file, while others work, and checks the copy`,
  },
  backupFileArgument: {
    fr: fr`fichier à écrire (par défaut : à côté de la base, avec la date)`,
    en: `file to write (by default: beside the database, with the date)`,
  },
  restoreSummary: {
    fr: fr`remet une sauvegarde à la place de ce que la base contient, qui est d'abord mis de côté`,
    en: `puts a backup in place of what the database holds, which is set aside first`,
  },
  restoreFileArgument: { fr: fr`sauvegarde à reprendre`, en: `backup to take` },
  restoreYes: {
    fr: fr`remplace vraiment ; sans elle, rien n'est changé`,
    en: `really replaces; without it, nothing is changed`,
  },
  vacuumSummary: {
    fr: fr`retire l'historique et les renseignements personnels trop vieux (history.keepDays) et rend au disque la place inutilisée`,
    en: `removes history and personal information that are too old (history.keepDays) and gives unused space back to the disk`,
  },
  checkName: {
    fr: fr`Vérifiez le chemin ou l'URL, puis relancez.`,
    en: `Check the path or the URL, then run again.`,
  },
  fileExists: {
    fr: (file: string) => fr`Le fichier ${file} existe déjà : il n'a pas été touché`,
    en: (file: string) => `The file ${file} exists already: it was not touched`,
  },
  fileExistsHint: {
    fr: fr`Donnez un autre nom, ou déplacez ce fichier d'abord.`,
    en: `Give another name, or move that file first.`,
  },
  notEmpty: {
    fr: (database: string) => fr`La base ${database} contient déjà des données : elle n'a pas été touchée`,
    en: (database: string) => `The database ${database} already holds data: it was not touched`,
  },
  notEmptyHint: {
    fr: fr`Copiez vers une base vide ; pour remplacer le contenu d'une base, voyez « cartable db restore ».`,
    en: `Copy to an empty database; to replace what a database holds, see "cartable db restore".`,
  },
  copying: {
    fr: (table: string, rows: string) => fr`Copie : ${table}, ${rows} lignes`,
    en: (table: string, rows: string) => `Copying: ${table}, ${rows} rows`,
  },
  copied: {
    fr: (rows: string, tables: string, to: string) =>
      fr`${rows} lignes de ${tables} tables copiées vers ${to} ; comptes et empreintes égaux des deux côtés.`,
    en: (rows: string, tables: string, to: string) =>
      `${rows} rows of ${tables} tables copied to ${to}; counts and hashes equal on both sides.`,
  },
  upgraded: {
    fr: (from: string, to: string) => fr`La base de données a été mise à niveau : ${from} → ${to}. Rien n'y est perdu.`,
    en: (from: string, to: string) => `The database was upgraded: ${from} → ${to}. Nothing in it is lost.`,
  },
  upgradeBackup: {
    fr: (file: string) => fr`Sa copie d'avant : ${file}`,
    en: (file: string) => `Its copy from before: ${file}`,
  },
  isCurrent: {
    fr: (schema: string) => fr`La base est au schéma de cette version (${schema}) : rien à faire.`,
    en: (schema: string) => `The database is at this version's schema (${schema}): nothing to do.`,
  },
  wouldMigrate: {
    fr: (names: string) => fr`Serait appliqué, après une copie : ${names}`,
    en: (names: string) => `Would be applied, after a backup: ${names}`,
  },
  wouldCreate: {
    fr: fr`La base n'existe pas encore : elle serait créée.`,
    en: `The database does not exist yet: it would be made.`,
  },
  created: { fr: fr`La base a été créée.`, en: `The database was made.` },
  geometry: {
    fr: fr`PostGIS est là : « building » et « pop » ont une colonne « geom » (points, EPSG:4326).`,
    en: `PostGIS is there: "building" and "pop" have a "geom" column (points, EPSG:4326).`,
  },
  sound: {
    fr: (rows: string, schema: string) => fr`La base est saine : ${rows} lignes, schéma ${schema}.`,
    en: (rows: string, schema: string) => `The database is sound: ${rows} rows, schema ${schema}.`,
  },
  unsound: {
    fr: fr`Gardez cette base à part et revenez à une sauvegarde : « cartable base restaurer <fichier> ».`,
    en: `Keep this database apart and go back to a backup: "cartable db restore <file>".`,
  },
  nothingThere: { fr: fr`il n'y a rien dans cette base`, en: `there is nothing in this database` },
  olderSchema: {
    fr: fr`le schéma est d'une version antérieure : « cartable db migrate » le met à niveau`,
    en: `the schema is an earlier version's: "cartable db migrate" upgrades it`,
  },
  fault: { fr: (text: string) => fr`structure : ${text}`, en: (text: string) => `structure: ${text}` },
  columnsMissing: {
    fr: (table: string, columns: string) => fr`la table « ${table} » n'a pas : ${columns}`,
    en: (table: string, columns: string) => `the table "${table}" lacks: ${columns}`,
  },
  inverted: {
    fr: (table: string, rows: string) => fr`table « ${table} » : ${rows} lignes finissent avant de commencer`,
    en: (table: string, rows: string) => `table "${table}": ${rows} rows end before they begin`,
  },
  backedUp: {
    fr: (file: string, size: string) => fr`Sauvegarde vérifiée : ${file} (${size} Mo)`,
    en: (file: string, size: string) => `Backup checked: ${file} (${size} MB)`,
  },
  backupUnsound: {
    fr: (problem: string) => fr`La copie n'est pas saine (${problem}) : elle n'a pas été gardée`,
    en: (problem: string) => `The copy is not sound (${problem}): it was not kept`,
  },
  backupUnsoundHint: {
    fr: fr`« cartable db check » dit ce qui ne va pas dans la base.`,
    en: `"cartable db check" tells what is wrong in the database.`,
  },
  restoreUnsound: {
    fr: (file: string, problem: string) => fr`${file} ne peut pas être repris : ${problem}`,
    en: (file: string, problem: string) => `${file} cannot be restored: ${problem}`,
  },
  restoreUnsoundHint: {
    fr: fr`Rien n'a été changé. Essayez une autre sauvegarde (les fichiers « .bak »).`,
    en: `Nothing was changed. Try another backup (the ".bak" files).`,
  },
  wouldRestore: {
    fr: (file: string, to: string) =>
      fr`Rien n'est changé sans --yes : ${file} remplacerait tout ce que contient ${to}`,
    en: (file: string, to: string) => `Nothing is changed without --yes: ${file} would replace all that ${to} holds`,
  },
  wouldRestoreHint: {
    fr: fr`Ce qui s'y trouve serait d'abord mis de côté. Relancez avec --yes pour le faire.`,
    en: `What is there would be set aside first. Run again with --yes to do it.`,
  },
  restored: {
    fr: (rows: string, to: string) => fr`${rows} lignes reprises dans ${to}.`,
    en: (rows: string, to: string) => `${rows} rows restored into ${to}.`,
  },
  setAside: {
    fr: (file: string) => fr`Ce qui s'y trouvait est dans ${file}`,
    en: (file: string) => `What was there is in ${file}`,
  },
  vacuumDryRunOption: {
    fr: fr`dit ce qui serait retiré, sans rien retirer ni tasser`,
    en: `tell what would be removed, without removing or packing`,
  },
  removed: {
    fr: (days: string, facts: string, changes: string, addresses: string) =>
      fr`Retiré, de plus de ${days} jours : ${oldFr(facts, changes, addresses)}`,
    en: (days: string, facts: string, changes: string, addresses: string) =>
      `Removed, older than ${days} days: ${oldEn(facts, changes, addresses)}`,
  },
  wouldRemove: {
    fr: (days: string, facts: string, changes: string, addresses: string) =>
      fr`Serait retiré, de plus de ${days} jours : ${oldFr(facts, changes, addresses)}. Rien n'a été changé.`,
    en: (days: string, facts: string, changes: string, addresses: string) =>
      `Would be removed, older than ${days} days: ${oldEn(facts, changes, addresses)}. Nothing was changed.`,
  },
  holdersRemoved: {
    fr: (days: string, n: string) =>
      fr`Effacé : qui avait ${n} ${accord(n, 'appareil', 'appareils')}, ce qu'aucune importation ne dit plus depuis ${days} jours`,
    en: (days: string, n: string) =>
      `Erased: who had ${n} ${agree(n, 'device', 'devices')}, which no import has told for ${days} days`,
  },
  holdersWouldBeRemoved: {
    fr: (days: string, n: string) =>
      fr`Serait effacé : qui a ${n} ${accord(n, 'appareil', 'appareils')}, ce qu'aucune importation ne dit plus depuis ${days} jours`,
    en: (days: string, n: string) =>
      `Would be erased: who has ${n} ${agree(n, 'device', 'devices')}, which no import has told for ${days} days`,
  },
  withoutHolders: {
    fr: (n: string) =>
      fr`Laissé de côté : qui a ${n} ${accord(n, 'appareil', 'appareils')}. Ces renseignements personnels ne sont ni copiés ni sauvegardés; après une restauration : « cartable importer fleet <fichier> --keep-personal ».`,
    en: (n: string) =>
      `Left aside: who has ${n} ${agree(n, 'device', 'devices')}. This personal information is neither copied nor backed up; after a restoration: "cartable import fleet <file> --keep-personal".`,
  },
  vacuumed: {
    fr: (before: string, after: string) => fr`Base tassée : ${before} Mo → ${after} Mo`,
    en: (before: string, after: string) => `Database packed: ${before} MB → ${after} MB`,
  },
} as const
