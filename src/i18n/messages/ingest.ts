import { fr } from '../typography.js'

/** What is said of files that people bring in. Values are given already safe to print, and cut short. */
export const ingest = {
  fileMissing: {
    fr: (file: string) => fr`Le fichier « ${file} » n'existe pas.`,
    en: (file: string) => `The file "${file}" does not exist.`,
  },
  fileMissingHint: {
    fr: fr`Vérifiez le chemin : il part du dossier où la commande est lancée.`,
    en: `Check the path: it starts from the folder where the command is run.`,
  },
  fileIsFolder: {
    fr: (file: string) => fr`« ${file} » est un dossier, pas un fichier.`,
    en: (file: string) => `"${file}" is a folder, not a file.`,
  },
  fileIsFolderHint: {
    fr: fr`Nommez un fichier de ce dossier.`,
    en: `Name a file of that folder.`,
  },
  fileUnreadable: {
    fr: (file: string, code: string) => fr`Le fichier « ${file} » n'a pas pu être lu (${code}).`,
    en: (file: string, code: string) => `The file "${file}" could not be read (${code}).`,
  },
  fileUnreadableHint: {
    fr: fr`Vérifiez vos droits sur ce fichier, puis relancez la commande.`,
    en: `Check your rights on that file, then run the command again.`,
  },

  readAs: {
    fr: (encoding: string) =>
      fr`lu comme ${encoding} ; si des accents sont faux, nommez le bon encodage par --encoding`,
    en: (encoding: string) => `read as ${encoding}; if accents are wrong, name the right encoding with --encoding`,
  },
  notUtf8: {
    fr: fr`octets qui ne sont pas de l'UTF-8, quand le reste en est : la lecture s'arrête ici. Récrivez les accents de cette ligne, ou nommez l'encodage du fichier par --encoding`,
    en: `bytes that are not UTF-8, where the rest is: reading stops here. Write the accents of this line again, or name the file's encoding with --encoding`,
  },
  notInEncoding: {
    fr: (encoding: string) =>
      fr`octet qui n'est aucun caractère de ${encoding} : la lecture s'arrête ici. Nommez l'encodage du fichier par --encoding, ou exportez-le de nouveau en UTF-8`,
    en: (encoding: string) =>
      `byte that is no character of ${encoding}: reading stops here. Name the file's encoding with --encoding, or export it again as UTF-8`,
  },
  separatedBy: {
    fr: (delimiter: string) => fr`colonnes séparées par « ${delimiter} »`,
    en: (delimiter: string) => `columns separated by "${delimiter}"`,
  },
  formatUnknown: {
    fr: fr`ce format n'est pas lu ici (ancien Excel .xls, PDF, autre archive) : enregistrez-le en XLSX ou en CSV`,
    en: `this format is not read here (old Excel .xls, PDF, another archive): save it as XLSX or CSV`,
  },
  notFromPipe: {
    fr: fr`un zip, un classeur et un GeoJSON se lisent dans un fichier, pas à la suite d'une autre commande : enregistrez-le d'abord`,
    en: `a zip, a workbook and a GeoJSON are read from a file, not from another command's output: save it first`,
  },
  packedBroken: {
    fr: fr`fichier compressé abîmé ou incomplet : la lecture s'arrête ici. Recopiez-le ou téléchargez-le de nouveau`,
    en: `compressed file that is damaged or cut short: reading stops here. Copy or download it again`,
  },
  packedBomb: {
    fr: (ratio: number, gigabytes: number) =>
      fr`fichier compressé qui grossirait de plus de ${ratio} fois ou dépasserait ${gigabytes} Go : refusé. S'il est vraiment si grand, décompressez-le et divisez-le`,
    en: (ratio: number, gigabytes: number) =>
      `compressed file that would grow more than ${ratio} times or beyond ${gigabytes} GB: refused. If it really is that large, unpack and split it`,
  },
  packedPath: {
    fr: (path: string) =>
      fr`l'archive a un fichier nommé « ${path} », qui mènerait hors d'elle : refusée. Refaites-la sans chemin`,
    en: (path: string) =>
      `the archive has a file named "${path}", which would lead out of it: refused. Make it again without paths`,
  },
  packedSecret: {
    fr: fr`l'archive est protégée par un mot de passe : enregistrez-en le contenu sans protection`,
    en: `the archive is protected by a password: save what it holds without protection`,
  },
  packedTwice: {
    fr: fr`archive dans une archive : décompressez la première`,
    en: `an archive inside an archive: unpack the first one`,
  },
  tooManyEntries: {
    fr: (most: number) => fr`l'archive a plus de ${most} fichiers : gardez-y seulement celui à importer`,
    en: (most: number) => `the archive has more than ${most} files: keep only the one to import in it`,
  },
  workbookInside: {
    fr: (megabytes: number) =>
      fr`le classeur contenu dans l'archive dépasse ${megabytes} Mo : décompressez-le et importez-le lui-même`,
    en: (megabytes: number) =>
      `the workbook inside the archive is beyond ${megabytes} MB: unpack it and import it by itself`,
  },
  entryMissing: {
    fr: fr`l'archive n'a aucun fichier CSV, XLSX ou GeoJSON : exportez-y les données dans un de ces formats`,
    en: `the archive has no CSV, XLSX or GeoJSON file: export the data in one of these formats into it`,
  },
  entryOfBundle: {
    fr: fr`l'archive a un manifeste : si c'est le lot d'un organisme, importez-le par « cartable importer bundle », sinon nommez le fichier à lire par --sheet`,
    en: `the archive has a manifest: if it is a board's bundle, import it with "cartable import bundle", else name the file to read with --sheet`,
  },
  entryAmbiguous: {
    fr: (names: string) => fr`l'archive a plusieurs fichiers de données (${names}) : nommez celui à lire par --sheet`,
    en: (names: string) => `the archive has several data files (${names}): name the one to read with --sheet`,
  },
  entryUnknown: {
    fr: (name: string, names: string) => fr`l'archive n'a aucun fichier « ${name} » ; elle a : ${names}`,
    en: (name: string, names: string) => `the archive has no file "${name}"; it has: ${names}`,
  },
  workbookBroken: {
    fr: fr`classeur XLSX abîmé ou incomplet : la lecture s'arrête ici. Ouvrez-le dans un tableur et enregistrez-le de nouveau`,
    en: `XLSX workbook that is damaged or cut short: reading stops here. Open it in a spreadsheet and save it again`,
  },
  workbookTooLarge: {
    fr: (megabytes: number) =>
      fr`les textes du classeur dépassent ${megabytes} millions de caractères : enregistrez la feuille en CSV`,
    en: (megabytes: number) => `the workbook's texts are beyond ${megabytes} million characters: save the sheet as CSV`,
  },
  sheetUnknown: {
    fr: (name: string, names: string) => fr`le classeur n'a aucune feuille « ${name} » ; il a : ${names}`,
    en: (name: string, names: string) => `the workbook has no sheet "${name}"; it has: ${names}`,
  },
  sheetRead: {
    fr: (name: string, others: string) =>
      fr`feuille « ${name} » lue ; --sheet en nomme une autre du classeur : ${others}`,
    en: (name: string, others: string) => `sheet "${name}" read; --sheet names another of the workbook: ${others}`,
  },
  merged: {
    fr: (ranges: string) =>
      fr`cellules fusionnées sur plusieurs lignes (${ranges}) : la valeur est celle de la première ligne, les autres sont vides`,
    en: (ranges: string) =>
      `cells merged over several rows (${ranges}): the value is the first row's, the others are empty`,
  },
  formulaWithoutValue: {
    fr: fr`formule enregistrée sans sa valeur, et rien n'est calculé ici : ouvrez le classeur dans un tableur et enregistrez-le de nouveau`,
    en: `formula saved without its value, and nothing is computed here: open the workbook in a spreadsheet and save it again`,
  },
  cellsBeyond: {
    fr: fr`cellules à droite des en-têtes, ici et peut-être plus bas, laissées de côté`,
    en: `cells to the right of the headers, here and maybe below, left aside`,
  },
  headerBelow: {
    fr: (above: number) =>
      above === 1
        ? fr`en-têtes sur cette ligne ; celle du dessus est laissée de côté`
        : fr`en-têtes sur cette ligne ; les ${above} du dessus sont laissées de côté`,
    en: (above: number) =>
      above === 1
        ? `headers on this line; the one above is left aside`
        : `headers on this line; the ${above} above are left aside`,
  },
  totalRow: {
    fr: fr`ligne de total à la fin, laissée de côté`,
    en: `row of totals at the end, left aside`,
  },
  tooManyColumns: {
    fr: (most: number) => fr`plus de ${most} colonnes : la lecture s'arrête ici. Gardez seulement celles à importer`,
    en: (most: number) => `more than ${most} columns: reading stops here. Keep only those to import`,
  },
  jsonBroken: {
    fr: fr`ce n'est pas du JSON bien formé : la lecture s'arrête ici. Le fichier est peut-être incomplet ; exportez-le de nouveau`,
    en: `this is not well-formed JSON: reading stops here. The file may be cut short; export it again`,
  },
  partTooLong: {
    fr: (megabytes: number) =>
      fr`élément de plus de ${megabytes} Mo : la lecture s'arrête ici. Simplifiez sa géométrie`,
    en: (megabytes: number) => `feature of more than ${megabytes} MB: reading stops here. Simplify its geometry`,
  },
  notGeoJson: {
    fr: fr`ce JSON n'est pas un GeoJSON de type FeatureCollection ou GeometryCollection : exportez-le ainsi`,
    en: `this JSON is no GeoJSON of type FeatureCollection or GeometryCollection: export it so`,
  },
  crsUnknown: {
    fr: (name: string) =>
      fr`les coordonnées sont en « ${name} », qui n'est pas converti ici : exportez le fichier en WGS 84 (EPSG:4326), ou en EPSG:3857 ou 32198`,
    en: (name: string) =>
      `coordinates are in "${name}", which is not converted here: export the file in WGS 84 (EPSG:4326), or in EPSG:3857 or 32198`,
  },
  reprojected: {
    fr: (name: string) => fr`coordonnées ${name} converties en WGS 84`,
    en: (name: string) => `${name} coordinates converted to WGS 84`,
  },
  notDegrees: {
    fr: fr`géométrie dont les coordonnées ne sont pas des degrés de longitude et de latitude : exportez le fichier en WGS 84 (EPSG:4326), ou avec son crs`,
    en: `geometry whose coordinates are not degrees of longitude and latitude: export the file in WGS 84 (EPSG:4326), or with its crs`,
  },
  nulByte: {
    fr: fr`octet nul : ce n'est pas un fichier texte, ou il est abîmé. La lecture s'arrête ici. Exportez-le de nouveau en CSV UTF-8`,
    en: `NUL byte: this is not a text file, or it is damaged. Reading stops here. Export it again as CSV UTF-8`,
  },
  recordTooLong: {
    fr: (maximumKb: number) =>
      fr`ligne de plus de ${maximumKb} ko : la lecture s'arrête ici. Cherchez un guillemet ouvert qui n'est pas refermé`,
    en: (maximumKb: number) =>
      `line of more than ${maximumKb} kB: reading stops here. Look for a quote that is opened and never closed`,
  },
  quoteInside: {
    fr: fr`guillemet au milieu d'une valeur sans guillemets : entourez la valeur de guillemets et doublez celui-ci ("")`,
    en: `quote inside a value that is not quoted: put the value in quotes and double this one ("")`,
  },
  quotesEverywhere: {
    fr: fr`trop de guillemets dans une valeur sans guillemets : la lecture s'arrête ici. Exportez le fichier de nouveau en CSV`,
    en: `too many quotes inside a value that is not quoted: reading stops here. Export the file again as CSV`,
  },
  quoteAfterClosing: {
    fr: fr`texte après un guillemet fermant : la lecture s'arrête ici. Doublez les guillemets qui font partie de la valeur ("")`,
    en: `text after a closing quote: reading stops here. Double the quotes that belong to the value ("")`,
  },
  quoteOpen: {
    fr: fr`un guillemet ouvert ici n'est jamais refermé : tout ce qui suit y est pris. Refermez-le`,
    en: `a quote opened here is never closed: all that follows is taken into it. Close it`,
  },
  wrongFieldCount: {
    fr: (expected: number, found: number) =>
      fr`${found} champs au lieu de ${expected} : entourez de guillemets une valeur qui contient le séparateur, ou complétez la ligne`,
    en: (expected: number, found: number) =>
      `${found} fields instead of ${expected}: put a value that holds the delimiter in quotes, or complete the line`,
  },
  emptyFile: {
    fr: fr`le fichier est vide : sa première ligne doit nommer les colonnes`,
    en: `the file is empty: its first line must name the columns`,
  },
  noRows: {
    fr: fr`le fichier n'a aucune ligne sous ses en-têtes`,
    en: `the file has no line below its headers`,
  },
  wrongSeparator: {
    fr: (separator: string) =>
      fr`les colonnes semblent séparées par « ${separator} » : enregistrez le fichier avec des virgules (« CSV UTF-8, délimité par des virgules »)`,
    en: (separator: string) =>
      `the columns seem separated by "${separator}": save the file with commas ("CSV UTF-8, comma delimited")`,
  },
  missingColumn: {
    fr: (column: string, synonyms: string) =>
      fr`la colonne ${column} manque : ajoutez-la, ou donnez-lui un de ces en-têtes : ${synonyms}`,
    en: (column: string, synonyms: string) =>
      `the column ${column} is missing: add it, or give it one of these headers: ${synonyms}`,
  },
  columnTwice: {
    fr: (column: string, first: string, second: string) =>
      fr`deux colonnes disent ${column} (« ${first} » et « ${second} ») : n'en gardez qu'une`,
    en: (column: string, first: string, second: string) =>
      `two columns mean ${column} ("${first}" and "${second}"): keep only one`,
  },
  unknownColumns: {
    fr: (count: number, names: string) =>
      count === 1
        ? fr`colonne inconnue, laissée de côté : ${names}`
        : fr`colonnes inconnues, laissées de côté : ${names}`,
    en: (count: number, names: string) =>
      count === 1 ? `unknown column, left aside: ${names}` : `unknown columns, left aside: ${names}`,
  },
  personalColumns: {
    fr: (names: string) => fr`renseignements personnels laissés à la porte, jamais lus : ${names}`,
    en: (names: string) => `personal information left at the door, never read: ${names}`,
  },
  personalKept: {
    fr: (names: string) => fr`renseignements personnels gardés, comme demandé : ${names}`,
    en: (names: string) => `personal information kept, as asked: ${names}`,
  },
  andMore: {
    fr: (count: number) => (count === 1 ? fr`et une autre` : fr`et ${count} autres`),
    en: (count: number) => (count === 1 ? `and one more` : `and ${count} more`),
  },

  mapUnknownField: {
    fr: (field: string, kind: string) => fr`« ${field} » n'est pas un champ de « ${kind} ».`,
    en: (field: string, kind: string) => `"${field}" is not a field of "${kind}".`,
  },
  mapUnknownFieldHint: {
    fr: (fields: string) =>
      fr`Écrivez --map colonne=champ (ou import.mappings dans la configuration) avec un de ces champs : ${fields} ; ou « - » pour laisser la colonne de côté.`,
    en: (fields: string) =>
      `Write --map column=field (or import.mappings in the configuration) with one of these fields: ${fields}; or "-" to leave the column aside.`,
  },
  mapForm: {
    fr: (text: string) => fr`« ${text} » ne dit pas quelle colonne est quel champ.`,
    en: (text: string) => `"${text}" does not say which column is which field.`,
  },
  mapFormHint: {
    fr: fr`Écrivez --map "en-tête du fichier=champ", une fois par colonne.`,
    en: `Write --map "header of the file=field", once for each column.`,
  },
  mapAbsentColumn: {
    fr: (column: string, names: string) =>
      fr`--map nomme « ${column} », qui n'est pas une colonne de ce fichier : corrigez-le. Ses colonnes sont : ${names}`,
    en: (column: string, names: string) =>
      `--map names "${column}", which is not a column of this file: correct it. Its columns are: ${names}`,
  },

  valueMissing: {
    fr: fr`valeur manquante : remplissez cette cellule`,
    en: `missing value: fill this cell`,
  },
  notCode: {
    fr: (value: string) => fr`« ${value} » n'est pas un code : écrivez ses 6 chiffres, par exemple 711004`,
    en: (value: string) => `"${value}" is not a code: write its 6 digits, for example 711004`,
  },
  codeTooShort: {
    fr: (value: string, padded: string) =>
      fr`« ${value} » a moins de 6 chiffres : si des zéros ont été perdus au début, mettez la colonne en format texte et écrivez ${padded}`,
    en: (value: string, padded: string) =>
      `"${value}" has fewer than 6 digits: if leading zeros were lost, make the column text and write ${padded}`,
  },
  zerosRestored: {
    fr: (count: number, value: string, code: string) =>
      count === 1
        ? fr`« ${value} » a perdu des zéros au début : lu ${code}, le seul code connu qui y réponde`
        : fr`${count} codes ont perdu des zéros au début (« ${value} », par exemple) : lus comme ${code}, le seul code connu qui y réponde`,
    en: (count: number, value: string, code: string) =>
      count === 1
        ? `"${value}" has lost leading zeros: read as ${code}, the only known code that answers to it`
        : `${count} codes have lost leading zeros ("${value}", for example): read like ${code}, the only known code that answers to it`,
  },
  notSchoolYear: {
    fr: (value: string) => fr`« ${value} » n'est pas une année scolaire : écrivez-la comme 2018-2019`,
    en: (value: string) => `"${value}" is not a school year: write it like 2018-2019`,
  },
  yearsNotConsecutive: {
    fr: (value: string, right: string) =>
      fr`« ${value} » : une année scolaire finit l'année suivante. Écrivez ${right}, ou corrigez la première année`,
    en: (value: string, right: string) =>
      `"${value}": a school year ends the year after. Write ${right}, or correct the first year`,
  },
  notWhole: {
    fr: (value: string) =>
      fr`« ${value} » n'est pas un nombre entier positif ou nul : écrivez-le en chiffres, sans décimale ni virgule`,
    en: (value: string) =>
      `"${value}" is not a whole number, zero or more: write it in digits, without decimals or commas`,
  },
  notPositiveWhole: {
    fr: (value: string) => fr`« ${value} » n'est pas un nombre entier de 1 ou plus : écrivez-le en chiffres`,
    en: (value: string) => `"${value}" is not a whole number of 1 or more: write it in digits`,
  },
  notNumber: {
    fr: (value: string) =>
      fr`« ${value} » n'est pas un nombre positif ou nul : écrivez-le en chiffres, par exemple 1250 ou 12.5`,
    en: (value: string) => `"${value}" is not a number, zero or more: write it in digits, for example 1250 or 12.5`,
  },
  notDecile: {
    fr: (value: string) => fr`« ${value} » n'est pas un rang décile : écrivez un nombre entier de 1 à 10`,
    en: (value: string) => `"${value}" is not a decile rank: write a whole number from 1 to 10`,
  },
  levelMissing: {
    fr: (choices: string) =>
      fr`rien ne dit de quel ordre d'enseignement est cet indice : ajoutez une colonne « niveau » (${choices}), ou nommez le fichier d'après lui, par exemple « imse-primaire.csv »`,
    en: (choices: string) =>
      `nothing tells which level of teaching this index is of: add a column "level" (${choices}), or name the file after it, for example "imse-primary.csv"`,
  },
  notShape: {
    fr: (types: string) =>
      fr`ce n'est pas une géométrie GeoJSON de ces types : ${types}. Exportez la couche de nouveau en GeoJSON`,
    en: (types: string) => `this is no GeoJSON geometry of these types: ${types}. Export the layer again as GeoJSON`,
  },
  shapeOutside: {
    fr: (position: string) =>
      fr`la position ${position} est hors du Québec : donnez des degrés, longitude puis latitude (WGS 84, EPSG:4326)`,
    en: (position: string) =>
      `the position ${position} is outside Québec: give degrees, longitude then latitude (WGS 84, EPSG:4326)`,
  },
  ringNotClosed: {
    fr: fr`un contour n'est pas fermé : sa dernière position doit répéter la première. Exportez la couche de nouveau`,
    en: `a ring is not closed: its last position must repeat the first one. Export the layer again`,
  },
  boardMissing: {
    fr: fr`le code de l'organisme scolaire manque : donnez-le dans « board », ou dans CD_CS_FRA, CD_CS_ANG ou CD_CS_STA`,
    en: `the board's code is missing: give it in "board", or in CD_CS_FRA, CD_CS_ANG or CD_CS_STA`,
  },

  notRate: {
    fr: (value: string) =>
      fr`« ${value} » n'est pas un débit : écrivez un nombre de Mbit/s, positif ou nul, ou avec son unité, par exemple 100, 2,5 ou 1 Gbit/s`,
    en: (value: string) =>
      `"${value}" is not a rate: write a number of Mbit/s, zero or more, or one with its unit, for example 100, 2.5 or 1 Gbit/s`,
  },
  rateInBytes: {
    fr: (value: string) =>
      fr`« ${value} » compte des octets (B, o), huit fois plus que des bits : écrivez Mbit/s si ce sont des bits, sinon multipliez par 8`,
    en: (value: string) =>
      `"${value}" counts bytes (B), eight times as much as bits: write Mbit/s if these are bits, else multiply by 8`,
  },
  ambiguousComma: {
    fr: (value: string, thousands: string, decimal: string) =>
      fr`« ${value} » se lit de deux façons : écrivez ${thousands} (milliers) ou ${decimal} (décimales)`,
    en: (value: string, thousands: string, decimal: string) =>
      `"${value}" can be read in two ways: write ${thousands} (thousands) or ${decimal} (decimals)`,
  },
  notMoney: {
    fr: (value: string) =>
      fr`« ${value} » n'est pas un montant en dollars : écrivez un nombre positif ou nul d'au plus deux décimales, par exemple 1234.56 ou 1 234,56 $`,
    en: (value: string) =>
      `"${value}" is not an amount in dollars: write a number, zero or more, of at most two decimals, for example 1234.56 or $1,234.56`,
  },
  notShare: {
    fr: (value: string) => fr`« ${value} » n'est pas une part : écrivez un nombre de 0 à 1, par exemple 0.25 pour 25 %`,
    en: (value: string) => `"${value}" is not a share: write a number from 0 to 1, for example 0.25 for 25%`,
  },
  notDate: {
    fr: (value: string) => fr`« ${value} » n'est pas une date : écrivez année-mois-jour, par exemple 2018-09-30`,
    en: (value: string) => `"${value}" is not a date: write year-month-day, for example 2018-09-30`,
  },
  ambiguousDate: {
    fr: (value: string, dayFirst: string, monthFirst: string) =>
      fr`« ${value} » se lit de deux façons : écrivez ${dayFirst} ou ${monthFirst}`,
    en: (value: string, dayFirst: string, monthFirst: string) =>
      `"${value}" can be read in two ways: write ${dayFirst} or ${monthFirst}`,
  },
  noSuchDay: {
    fr: (value: string) => fr`« ${value} » n'existe pas au calendrier : vérifiez le mois et le jour`,
    en: (value: string) => `"${value}" is not in the calendar: check the month and the day`,
  },
  notCidr: {
    fr: (value: string) =>
      fr`« ${value} » n'est pas un réseau : écrivez quatre nombres de 0 à 255 et une longueur de préfixe, par exemple 10.20.0.0/16`,
    en: (value: string) =>
      `"${value}" is not a network: write four numbers from 0 to 255 and a prefix length, for example 10.20.0.0/16`,
  },
  cidrWithoutPrefix: {
    fr: (value: string, single: string) =>
      fr`« ${value} » n'a pas de longueur de préfixe : écrivez ${single} pour cette seule adresse, ou le préfixe du réseau`,
    en: (value: string, single: string) =>
      `"${value}" has no prefix length: write ${single} for this one address, or the network's prefix`,
  },
  cidrHostBits: {
    fr: (value: string, right: string) =>
      fr`« ${value} » est une adresse à l'intérieur d'un réseau : écrivez ${right}, ou corrigez le préfixe`,
    en: (value: string, right: string) =>
      `"${value}" is an address inside a network: write ${right}, or correct the prefix`,
  },
  coordinateMissing: {
    fr: fr`il manque une des deux coordonnées : donnez les deux, ou aucune`,
    en: `one of the two coordinates is missing: give both, or none`,
  },
  notCoordinate: {
    fr: (value: string) =>
      fr`« ${value} » n'est pas une coordonnée : écrivez des degrés décimaux, par exemple -71.208333`,
    en: (value: string) => `"${value}" is not a coordinate: write decimal degrees, for example -71.208333`,
  },
  coordinatesSwapped: {
    fr: (lon: string, lat: string) =>
      fr`« ${lon} » et « ${lat} » sont inversés : la longitude du Québec est négative, sa latitude positive. Échangez les deux colonnes`,
    en: (lon: string, lat: string) =>
      `"${lon}" and "${lat}" are swapped: Québec's longitude is negative, its latitude positive. Exchange the two columns`,
  },
  longitudeWithoutSign: {
    fr: (value: string) => fr`« ${value} » est à l'est de Greenwich : écrivez -${value}, le Québec est à l'ouest`,
    en: (value: string) => `"${value}" is east of Greenwich: write -${value}, Québec is to the west`,
  },
  longitudeOutside: {
    fr: (value: string) =>
      fr`« ${value} » est hors du Québec : la longitude va de -80 à -57 degrés. Vérifiez que ce sont des degrés décimaux`,
    en: (value: string) =>
      `"${value}" is outside Québec: longitude goes from -80 to -57 degrees. Check that these are decimal degrees`,
  },
  latitudeOutside: {
    fr: (value: string) =>
      fr`« ${value} » est hors du Québec : la latitude va de 44.9 à 63 degrés. Vérifiez que ce sont des degrés décimaux`,
    en: (value: string) =>
      `"${value}" is outside Québec: latitude goes from 44.9 to 63 degrees. Check that these are decimal degrees`,
  },
  notChoice: {
    fr: (value: string, choices: string) =>
      fr`« ${value} » n'est pas reconnu : écrivez une de ces valeurs : ${choices}`,
    en: (value: string, choices: string) => `"${value}" is not known: write one of these values: ${choices}`,
  },
  capacityWithoutUnit: {
    fr: (value: string) =>
      fr`« ${value} » ne dit pas en quelle unité : écrivez-la (100 Mbit/s, 1 Gbit/s), ou nommez la colonne capacity_mbps`,
    en: (value: string) =>
      `"${value}" does not say in which unit: write it (100 Mbit/s, 1 Gbit/s), or name the column capacity_mbps`,
  },
  endMissing: {
    fr: fr`rien ne dit où est ce bout : donnez un code, des coordonnées ou le tracé du lien`,
    en: `nothing tells where this end is: give a code, coordinates or the link's route`,
  },
  notOfds: {
    fr: fr`ce n'est pas un paquet JSON de l'Open Fibre Data Standard : il y faut « networks », avec les « nodes » et les « spans » de chacun. Demandez-le en GeoJSON, ou en CSV, à qui l'a produit`,
    en: `this is no JSON package of the Open Fibre Data Standard: it must have "networks", each with its "nodes" and "spans". Ask whoever made it for GeoJSON, or for CSV`,
  },
  notBundle: {
    fr: fr`ce n'est pas un lot : il y faut une archive zip avec un manifeste, comme l'écrit « cartable exporter bundle »`,
    en: `this is no bundle: it must be a zip archive with a manifest, as "cartable export bundle" writes it`,
  },
  bundleOtherForm: {
    fr: (form: string) =>
      fr`lot d'une autre forme (${form}) : il vient d'une autre version de cartable ; mettez à jour la plus ancienne des deux`,
    en: (form: string) =>
      `bundle of another form (${form}): it comes from another version of cartable; upgrade the older of the two`,
  },
  bundleOfOwn: {
    fr: (board: string) =>
      fr`c'est le lot de l'organisme ${board}, qui est le vôtre : sa base a déjà tout ce qui s'y trouve`,
    en: (board: string) => `this is the bundle of board ${board}, your own: its database has all of it already`,
  },
  bundleDiffers: {
    fr: (name: string) =>
      fr`${name} n'est pas ce que le manifeste du lot en dit : l'archive a été modifiée ou abîmée. Demandez-la de nouveau`,
    en: (name: string) =>
      `${name} is not what the bundle's manifest says: the archive was changed or damaged. Ask for it again`,
  },
  bundleStranger: {
    fr: (name: string) =>
      fr`le manifeste du lot ne parle pas de ${name} : l'archive a été modifiée. Demandez-la de nouveau`,
    en: (name: string) => `the bundle's manifest does not speak of ${name}: the archive was changed. Ask for it again`,
  },
  bundleForeign: {
    fr: (value: string) => fr`« ${value} » n'est pas de l'organisme du lot, qui ne peut rien en dire`,
    en: (value: string) => `"${value}" is not of the bundle's board, which can say nothing of it`,
  },
  ofdsTooLarge: {
    fr: (megabytes: number) =>
      fr`le paquet Open Fibre Data Standard dépasse ${megabytes} Mo : demandez-le en GeoJSON à qui l'a produit`,
    en: (megabytes: number) =>
      `the Open Fibre Data Standard package is beyond ${megabytes} MB: ask whoever made it for GeoJSON`,
  },
  ofdsOther: {
    fr: fr`c'est un réseau de l'Open Fibre Data Standard : importez-le comme wan-links (ses tronçons) et comme pops (ses points de présence)`,
    en: `this is a network of the Open Fibre Data Standard: import it as wan-links (its spans) and as pops (its points of presence)`,
  },
  linkToItself: {
    fr: (value: string) => fr`le lien va de « ${value} » à lui-même : corrigez une des deux extrémités`,
    en: (value: string) => `the link goes from "${value}" to itself: correct one of its two ends`,
  },
  popLikeBuilding: {
    fr: (value: string) =>
      fr`« ${value} » serait pris pour un code d'immeuble : donnez au point de présence un identifiant avec une lettre`,
    en: (value: string) => `"${value}" would be taken for a building code: give the POP an id with a letter in it`,
  },

  missingEither: {
    fr: (columns: readonly string[]) =>
      fr`il manque une de ces colonnes, il en faut au moins une : ${columns.join(fr` ; `)}`,
    en: (columns: readonly string[]) =>
      `one of these columns is missing, at least one is needed: ${columns.join('; ')}`,
  },
  tooLong: {
    fr: (length: number, most: number) =>
      fr`texte de ${length} caractères, quand ${most} sont le plus que cette colonne prenne : raccourcissez-le`,
    en: (length: number, most: number) => `text of ${length} characters, where this column takes ${most}: shorten it`,
  },
  notMac: {
    fr: (value: string) =>
      fr`« ${value} » n'est pas une adresse MAC : écrivez douze chiffres hexadécimaux, par exemple 00:1a:2b:3c:4d:5e, et une espace entre deux adresses`,
    en: (value: string) =>
      `"${value}" is not a MAC address: write twelve hexadecimal digits, for example 00:1a:2b:3c:4d:5e, and a space between two addresses`,
  },
  notInstant: {
    fr: (value: string) =>
      fr`« ${value} » n'est pas une date : écrivez année-mois-jour, avec l'heure au besoin, par exemple 2026-11-20 ou 2026-11-20T08:15:00-05:00`,
    en: (value: string) =>
      `"${value}" is not a date: write year-month-day, with the time if need be, for example 2026-11-20 or 2026-11-20T08:15:00-05:00`,
  },
  nothingIdentifies: {
    fr: fr`rien ne désigne cet appareil : donnez au moins son numéro de série, son adresse MAC, son étiquette ou son nom`,
    en: `nothing tells which device this is: give at least its serial number, MAC address, asset tag or name`,
  },

  duplicateRow: {
    fr: (line: number, columns: string) =>
      fr`déjà donné à la ligne ${line} (même ${columns}) : n'en gardez qu'une, ou réunissez-les`,
    en: (line: number, columns: string) =>
      `already given on line ${line} (same ${columns}): keep only one, or merge them`,
  },
  nothing: { fr: fr`(vide)`, en: `(empty)` },
  contradicts: {
    fr: (here: string, line: number, there: string, key: string) =>
      fr`« ${here} » ici, mais « ${there} » à la ligne ${line} pour le même code ${key} : écrivez la même chose aux deux`,
    en: (here: string, line: number, there: string, key: string) =>
      `"${here}" here, but "${there}" on line ${line} for the same code ${key}: write the same in both`,
  },
} as const
