import { fr } from '../typography.js'

const listed = (values: readonly string[]): string => values.join(', ')

/** What can be wrong with `cartable.yaml`, and with the secrets it refers to. */
export const config = {
  notFound: {
    fr: (path: string) => fr`Fichier de configuration introuvable : ${path}`,
    en: (path: string) => `Configuration file not found: ${path}`,
  },
  notFoundHint: {
    fr: fr`Vérifiez le chemin donné à --config, ou créez un fichier commenté avec « cartable initialiser ».`,
    en: `Check the path given to --config, or create a commented file with "cartable init".`,
  },
  syntax: {
    fr: (where: string, what: string) => fr`${where} : le YAML n'est pas lisible (${what})`,
    en: (where: string, what: string) => `${where}: the YAML cannot be read (${what})`,
  },
  syntaxHint: {
    fr: fr`Le YAML se décale avec des espaces, jamais avec des tabulations ; un texte qui contient « : » se met entre guillemets droits.`,
    en: `YAML is indented with spaces, never tabs; a text that holds ": " goes between straight quotes.`,
  },
  unknownKey: {
    fr: (where: string, key: string) => fr`${where} : clé inconnue « ${key} »`,
    en: (where: string, key: string) => `${where}: unknown key "${key}"`,
  },
  unknownKeyHint: {
    fr: fr`Vérifiez l'orthographe ; « cartable initialiser » écrit toutes les clés permises, commentées.`,
    en: `Check the spelling; "cartable init" writes every key that is allowed, with comments.`,
  },
  wrong: {
    fr: (where: string, key: string, what: string) => fr`${where} : « ${key} » : ${what}`,
    en: (where: string, key: string, what: string) => `${where}: "${key}": ${what}`,
  },
  wrongHint: {
    fr: fr`Corrigez cette ligne puis relancez ; rien n'a été lu ni écrit.`,
    en: `Mend this line and run again; nothing was read or written.`,
  },
  oneOf: {
    fr: (values: readonly string[]) => fr`une de ces valeurs est attendue : ${listed(values)}`,
    en: (values: readonly string[]) => `one of these values is expected: ${listed(values)}`,
  },
  expected: {
    fr: (type: string) =>
      fr`${{ string: 'un texte', number: 'un nombre', int: 'un nombre entier', array: 'une liste', object: 'un bloc de clés' }[type] ?? type} est attendu`,
    en: (type: string) =>
      `${{ string: 'a text', number: 'a number', int: 'a whole number', array: 'a list', object: 'a block of keys' }[type] ?? type} is expected`,
  },
  atLeast: {
    fr: (least: string) => fr`la valeur la plus petite permise est ${least}`,
    en: (least: string) => `the smallest value allowed is ${least}`,
  },
  above: {
    fr: (least: string) => fr`la valeur doit dépasser ${least}`,
    en: (least: string) => `the value must be above ${least}`,
  },
  atMost: {
    fr: (most: string) => fr`la valeur la plus grande permise est ${most}`,
    en: (most: string) => `the largest value allowed is ${most}`,
  },
  codeUnquoted: {
    fr: fr`un code s'écrit entre guillemets droits ("762001"), sinon YAML en fait un nombre et perd les zéros du début`,
    en: `a code is written between straight quotes ("762001"), or YAML makes a number of it and loses leading zeros`,
  },
  codeShape: {
    fr: fr`un code compte exactement six chiffres, entre guillemets droits ("762001")`,
    en: `a code has exactly six digits, between straight quotes ("762001")`,
  },
  badCidr: {
    fr: (text: string) => fr`« ${text} » n'est pas un réseau ; on attend par exemple 10.20.0.0/16`,
    en: (text: string) => `"${text}" is not a network; 10.20.0.0/16 is an example`,
  },
  cidrBits: {
    fr: (text: string, right: string) => fr`« ${text} » ne désigne pas un réseau exactement ; est-ce ${right} ?`,
    en: (text: string, right: string) => `"${text}" is not exactly a network; is it ${right}?`,
  },
  cidrTwice: {
    fr: (cidr: string) => fr`le réseau ${cidr} est donné deux fois ; gardez une seule ligne`,
    en: (cidr: string) => `the network ${cidr} is given twice; keep one line`,
  },
  credentialVersion: {
    fr: fr`« version » doit valoir 1, 2c ou 3`,
    en: `"version" must be 1, 2c or 3`,
  },
  credentialTwice: {
    fr: (name: string) => fr`deux accès portent le nom « ${name} » ; chacun doit avoir le sien`,
    en: (name: string) => `two credentials are named "${name}"; each needs its own name`,
  },
  authNeeded: {
    fr: (level: string) => fr`le niveau ${level} demande « auth » (protocole et clé)`,
    en: (level: string) => `level ${level} needs "auth" (protocol and key)`,
  },
  privNeeded: {
    fr: fr`le niveau authPriv demande « priv » (protocole et clé)`,
    en: `level authPriv needs "priv" (protocol and key)`,
  },
  privDerivation: {
    fr: (written: string) =>
      fr`« ${written} » se dit de deux façons selon l'appareil : aes256r chez Cisco et ceux qui font comme lui (dérivation de Reeder), aes256b ailleurs (Blumenthal) ; essayez l'un, puis l'autre`,
    en: (written: string) =>
      `"${written}" is said in two ways, by the device: aes256r at Cisco and those that do as it does (Reeder's derivation), aes256b elsewhere (Blumenthal's); try one, then the other`,
  },
  privUnknown: {
    fr: (written: string) =>
      fr`« ${written} » n'est pas un chiffrement que cartable sait parler ; réglez l'appareil sur AES (aes) ou AES-256 (aes256b, aes256r)`,
    en: (written: string) =>
      `"${written}" is not a cipher that cartable can speak; set the device to AES (aes) or AES-256 (aes256b, aes256r)`,
  },
  literalSecret: {
    fr: fr`un secret ne s'écrit pas ici ; donnez où le lire : { vault: nom } (« cartable acces ajouter »), { file: chemin } (mode 0600) ou { env: VARIABLE }`,
    en: `a secret is not written here; say where to read it: { vault: name } ("cartable credentials add"), { file: path } (mode 0600) or { env: VARIABLE }`,
  },
  badExclusion: {
    fr: fr`on exclut une adresse, une plage (10.20.0.1-10.20.0.9), un réseau (10.20.9.0/24) ou ceux d'un fichier ("@exclus.txt")`,
    en: `what is excluded is an address, a range (10.20.0.1-10.20.0.9), a network (10.20.9.0/24) or those of a file ("@excluded.txt")`,
  },
  badBlackout: {
    fr: fr`une plage s'écrit 07:30-16:30`,
    en: `hours are written 07:30-16:30`,
  },
  badEmail: {
    fr: fr`une adresse de courriel est attendue (exemple : "donnees@css.example")`,
    en: `an email address is expected (for instance "donnees@css.example")`,
  },
  badTileUrl: {
    fr: fr`une adresse https sans identifiants, qui contient {z}, {x} et {y} : "https://tuiles.exemple.qc.ca/{z}/{x}/{y}.png"`,
    en: `an https address without credentials that holds {z}, {x} and {y}: "https://tiles.example.org/{z}/{x}/{y}.png"`,
  },
  badPattern: {
    fr: fr`« aliasPattern » n'est pas une expression régulière valable (exemple : "WAN|RISQ")`,
    en: `"aliasPattern" is no valid regular expression (for instance "WAN|RISQ")`,
  },
  bandsRise: {
    fr: (before: number) => fr`les paliers montent : celui-ci doit partir de plus de ${before} élèves`,
    en: (before: number) => `bands rise: this one must start from more than ${before} pupils`,
  },
  classesOrder: {
    fr: fr`« moderateFromMbps » ne dépasse pas « goodAboveMbps »`,
    en: `"moderateFromMbps" is at most "goodAboveMbps"`,
  },
  profileId: {
    fr: fr`l'identifiant d'une norme s'écrit en minuscules sans accent, chiffres et traits d'union (exemple : csmm-2027)`,
    en: `a standard's id is written in lower case without accents, digits and hyphens (for instance csmm-2027)`,
  },
  profileSource: {
    fr: fr`dites d'où vient la norme : ce texte accompagne tout ce qu'on en tire`,
    en: `say where the standard comes from: this text goes with all that is drawn from it`,
  },
  profileEmpty: {
    fr: fr`la norme ne demande rien ; donnez « down » (des paliers par utilisateur), « schoolMinimum » ou « classes »`,
    en: `the standard asks for nothing; give "down" (bands per user), "schoolMinimum" or "classes"`,
  },
  profileBoth: {
    fr: fr`une norme qui classe des débits ne donne pas de besoin : enlevez « classes », ou bien « down » et « schoolMinimum »`,
    en: `a standard that classifies speeds gives no demand: remove "classes", or else "down" and "schoolMinimum"`,
  },
  profileTwice: {
    fr: (id: string) => fr`« ${id} » est déjà pris ; donnez un autre identifiant`,
    en: (id: string) => `"${id}" is taken already; give another id`,
  },
  databaseShape: {
    fr: fr`le chemin d'un fichier, une URL postgres://utilisateur@serveur/base, ou { url: postgres://…, password: { file: … } }`,
    en: `the path of a file, a URL postgres://user@server/database, or { url: postgres://…, password: { file: … } }`,
  },
  badUrl: {
    fr: fr`L'URL de la base de données ne se lit pas`,
    en: `The database's URL cannot be read`,
  },
  passwordInUrl: {
    fr: (host: string) => fr`L'URL de la base sur ${host} contient un mot de passe : refusé, il se verrait partout`,
    en: (host: string) => `The URL of the database on ${host} holds a password: refused, it would be seen everywhere`,
  },
  passwordInUrlHint: {
    fr: fr`Écrivez postgres://utilisateur@serveur/base, et le mot de passe à part : database: { url: …, password: { file: chemin } }, la variable PGPASSWORD ou le fichier ~/.pgpass.`,
    en: `Write postgres://user@server/database, and the password apart: database: { url: …, password: { file: path } }, the variable PGPASSWORD or the file ~/.pgpass.`,
  },
  envMissing: {
    fr: (name: string) => fr`La variable d'environnement ${name} n'est pas définie, et un accès y prend son secret`,
    en: (name: string) => `The environment variable ${name} is not set, and a credential takes its secret from it`,
  },
  envMissingHint: {
    fr: (name: string) =>
      fr`Définissez-la avant de relancer (par exemple « read -rs ${name}; export ${name} »), ou servez-vous d'un fichier : { file: chemin }.`,
    en: (name: string) =>
      `Set it before running again (for instance "read -rs ${name}; export ${name}"), or use a file: { file: path }.`,
  },
  secretFileMissing: {
    fr: (path: string) => fr`Le fichier de secret ${path} est absent ou vide`,
    en: (path: string) => `The secret file ${path} is absent or empty`,
  },
  secretFileMissingHint: {
    fr: fr`Créez-le avec le secret sur une seule ligne, puis « chmod 600 ».`,
    en: `Create it with the secret on one line, then "chmod 600".`,
  },
  secretNotUtf8: {
    fr: (place: string) => fr`Le secret de ${place} n'est pas du texte UTF-8 valide : lu ainsi, il serait altéré`,
    en: (place: string) => `The secret of ${place} is not valid UTF-8 text: read so, it would be altered`,
  },
  secretNotUtf8Hint: {
    fr: fr`Convertissez-le : « iconv -f latin1 -t utf-8 ».`,
    en: `Convert it: "iconv -f latin1 -t utf-8".`,
  },
  secretFileOpen: {
    fr: (path: string) => fr`Le fichier de secret ${path} est lisible par d'autres que son propriétaire : refusé`,
    en: (path: string) => `The secret file ${path} can be read by others than its owner: refused`,
  },
  secretFileOpenHint: {
    fr: (path: string) => fr`Faites « chmod 600 ${path} », et changez ce secret s'il a pu être lu.`,
    en: (path: string) => `Run "chmod 600 ${path}", and change the secret if it may have been read.`,
  },
} as const
