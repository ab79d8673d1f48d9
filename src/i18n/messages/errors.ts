import { fr } from '../typography.js'

const at = (path: string): string => (path === '' ? '' : ` ${path}`)

/** What can go wrong around the program: database, disk, rights, ports. */
export const errors = {
  databaseAbsent: {
    fr: (path: string) => fr`La base de données ${path} n'existe pas encore`,
    en: (path: string) => `The database ${path} does not exist yet`,
  },
  databaseAbsentHint: {
    fr: fr`Un premier « cartable importer » ou « cartable balayer » la crée ; vérifiez aussi « database » dans la configuration. Pour voir d'abord : « cartable demo ».`,
    en: `A first "cartable import" or "cartable scan" creates it; also check "database" in the configuration. To look first: "cartable demo".`,
  },
  databaseNewer: {
    fr: (path: string) => fr`La base de données ${path} a été écrite par une version plus récente de cartable`,
    en: (path: string) => `The database ${path} was written by a later version of cartable`,
  },
  databaseNewerHint: {
    fr: fr`Mettez cartable à jour sur cette machine ; la base n'a pas été touchée.`,
    en: `Update cartable on this machine; the database was not touched.`,
  },
  serverOlder: {
    fr: (path: string) => fr`La base de données ${path} est au schéma d'une version antérieure ; rien n'y a été changé`,
    en: (path: string) => `The database ${path} has the schema of an earlier version; nothing in it was changed`,
  },
  serverOlderHint: {
    fr: fr`Un serveur n'est mis à niveau que sur demande : « cartable db migrate » en garde d'abord une copie. Les autres machines qui s'en servent doivent avoir cette version-ci.`,
    en: `A server is upgraded only when asked: "cartable db migrate" keeps a copy of it first. The other machines that use it must have this version.`,
  },
  databaseForeign: {
    fr: (path: string) => fr`${path} est la base de données d'un autre programme`,
    en: (path: string) => `${path} is another program's database`,
  },
  databaseForeignHint: {
    fr: fr`Vérifiez « database » dans la configuration ; rien n'y a été touché.`,
    en: `Check "database" in the configuration; nothing in it was touched.`,
  },
  databaseLocked: {
    fr: (path: string) => fr`La base de données ${path} est occupée par un autre programme`,
    en: (path: string) => `The database ${path} is in use by another program`,
  },
  databaseLockedHint: {
    fr: fr`Attendez la fin du balayage ou de l'importation en cours, puis relancez ; rien n'a été écrit à moitié.`,
    en: `Wait for the running scan or import to end, then run again; nothing was half-written.`,
  },
  databaseCorrupt: {
    fr: (path: string) => fr`Le fichier ${path} n'est pas une base de données lisible`,
    en: (path: string) => `The file ${path} is not a readable database`,
  },
  databaseCorruptHint: {
    fr: fr`Vérifiez le chemin. Si c'est bien votre base, mettez ce fichier de côté et reprenez la dernière copie (les fichiers « .bak » à côté).`,
    en: `Check the path. If it is your database, put this file aside and take the last copy (the ".bak" files beside it).`,
  },
  databaseCannotOpen: {
    fr: (path: string) => fr`La base de données ${path} ne peut pas être ouverte`,
    en: (path: string) => `The database ${path} cannot be opened`,
  },
  databaseIo: {
    fr: (path: string) => fr`Le disque a refusé une lecture ou une écriture de la base ${path}`,
    en: (path: string) => `The disk refused to read or write the database ${path}`,
  },
  diskFull: {
    fr: (path: string) => fr`Plus de place sur le disque pour écrire${at(path)}`,
    en: (path: string) => `No space left on the disk to write${at(path)}`,
  },
  diskFullHint: {
    fr: fr`Libérez de la place puis relancez ; ce qui était déjà enregistré est intact.`,
    en: `Free some space, then run again; what was already saved is intact.`,
  },
  noRight: {
    fr: (path: string) => fr`Pas le droit de lire ou d'écrire${at(path)}`,
    en: (path: string) => `No right to read or write${at(path)}`,
  },
  noRightHint: {
    fr: fr`Vérifiez que le dossier existe et que votre compte peut y écrire.`,
    en: `Check that the folder exists and that your account may write there.`,
  },
  fileAbsent: {
    fr: (path: string) => fr`Fichier introuvable :${at(path)}`,
    en: (path: string) => `File not found:${at(path)}`,
  },
  fileAbsentHint: { fr: fr`Vérifiez le chemin, puis relancez.`, en: `Check the path, then run again.` },
  notAFile: {
    fr: (path: string) => fr`Un dossier ou un fichier d'une autre nature est à la place attendue :${at(path)}`,
    en: (path: string) => `A folder or another kind of file stands in the place expected:${at(path)}`,
  },
  portInUse: {
    fr: fr`Le port du banc d'essai est déjà pris par un autre programme`,
    en: `The lab's port is already used by another program`,
  },
  portInUseHint: {
    fr: fr`Choisissez-en un autre avec --port, ou arrêtez la démonstration qui tourne encore.`,
    en: `Choose another one with --port, or stop the demonstration that still runs.`,
  },
  serverUnreachable: {
    fr: (url: string) => fr`Le serveur PostgreSQL de ${url} ne répond pas`,
    en: (url: string) => `The PostgreSQL server of ${url} does not answer`,
  },
  serverUnreachableHint: {
    fr: fr`Vérifiez qu'il est en marche, son nom et son port dans « database », et le pare-feu ; rien n'a été écrit à moitié.`,
    en: `Check that it runs, its name and port in "database", and the firewall; nothing was half-written.`,
  },
  serverUntrusted: {
    fr: (url: string) => fr`Le certificat du serveur de ${url} n'est garanti par rien de connu`,
    en: (url: string) => `Nothing known vouches for the certificate of the server of ${url}`,
  },
  serverUntrustedHint: {
    fr: fr`Ajoutez à l'URL « sslrootcert=chemin » vers le certificat de votre autorité, ou faites corriger le certificat.`,
    en: `Add "sslrootcert=path" to the URL, with your authority's certificate, or have the certificate mended.`,
  },
  serverDenied: {
    fr: (url: string) => fr`Le serveur refuse l'accès à ${url}`,
    en: (url: string) => `The server refuses access to ${url}`,
  },
  serverDeniedHint: {
    fr: fr`Vérifiez l'utilisateur de l'URL et son mot de passe : « database: { url: …, password: { file: … } } » dans la configuration, la variable PGPASSWORD ou le fichier ~/.pgpass.`,
    en: `Check the URL's user and its password: "database: { url: …, password: { file: … } }" in the configuration, the variable PGPASSWORD or the file ~/.pgpass.`,
  },
  serverNoDatabase: {
    fr: (url: string) => fr`Le serveur n'a pas la base de données de ${url}`,
    en: (url: string) => `The server does not have the database of ${url}`,
  },
  serverNoDatabaseHint: {
    fr: fr`Créez-la d'abord sur le serveur (createdb), propriété de l'utilisateur de l'URL, puis relancez.`,
    en: `Create it on the server first (createdb), owned by the URL's user, then run again.`,
  },
  serverRightHint: {
    fr: fr`L'utilisateur de l'URL doit être propriétaire de la base, ou avoir le droit de créer et d'écrire dans son schéma.`,
    en: `The URL's user must own the database, or have the right to create and write in its schema.`,
  },
} as const
