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
    fr: fr`Nommez un fichier CSV de ce dossier.`,
    en: `Name a CSV file of that folder.`,
  },
  fileUnreadable: {
    fr: (file: string, code: string) => fr`Le fichier « ${file} » n'a pas pu être lu (${code}).`,
    en: (file: string, code: string) => `The file "${file}" could not be read (${code}).`,
  },
  fileUnreadableHint: {
    fr: fr`Vérifiez vos droits sur ce fichier, puis relancez la commande.`,
    en: `Check your rights on that file, then run the command again.`,
  },

  notUtf8: {
    fr: fr`texte qui n'est pas en UTF-8 (un fichier Windows-1252 d'Excel, le plus souvent) : la lecture s'arrête ici. Enregistrez le fichier sous « CSV UTF-8 » et recommencez`,
    en: `text that is not UTF-8 (most often a Windows-1252 file from Excel): reading stops here. Save the file as "CSV UTF-8" and try again`,
  },
  utf16: {
    fr: fr`le fichier est en UTF-16 : enregistrez-le sous « CSV UTF-8 » et recommencez`,
    en: `the file is in UTF-16: save it as "CSV UTF-8" and try again`,
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
      fr`${found} champs au lieu de ${expected} : entourez de guillemets une valeur qui contient une virgule, ou complétez la ligne`,
    en: (expected: number, found: number) =>
      `${found} fields instead of ${expected}: put a value that holds a comma in quotes, or complete the line`,
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
      fr`« ${value} » n'est pas un nombre entier positif ou nul : écrivez-le en chiffres, sans espace ni décimale`,
    en: (value: string) =>
      `"${value}" is not a whole number, zero or more: write it in digits, without spaces or decimals`,
  },
  notPositiveWhole: {
    fr: (value: string) =>
      fr`« ${value} » n'est pas un nombre entier de 1 ou plus : écrivez-le en chiffres, sans espace`,
    en: (value: string) => `"${value}" is not a whole number of 1 or more: write it in digits, without spaces`,
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
      fr`« ${value} » n'est pas un débit en Mbit/s : écrivez un nombre positif ou nul, sans unité ni espace, par exemple 100 ou 2.5`,
    en: (value: string) =>
      `"${value}" is not a rate in Mbit/s: write a number, zero or more, without unit or spaces, for example 100 or 2.5`,
  },
  ambiguousComma: {
    fr: (value: string, thousands: string, decimal: string) =>
      fr`« ${value} » se lit de deux façons : écrivez ${thousands} (milliers) ou ${decimal} (décimales)`,
    en: (value: string, thousands: string, decimal: string) =>
      `"${value}" can be read in two ways: write ${thousands} (thousands) or ${decimal} (decimals)`,
  },
  notMoney: {
    fr: (value: string) =>
      fr`« ${value} » n'est pas un montant en dollars : écrivez un nombre positif ou nul d'au plus deux décimales, sans espace ni symbole, par exemple 1234.56`,
    en: (value: string) =>
      `"${value}" is not an amount in dollars: write a number, zero or more, of at most two decimals, without spaces or symbol, for example 1234.56`,
  },
  notShare: {
    fr: (value: string) => fr`« ${value} » n'est pas une part : écrivez un nombre de 0 à 1, par exemple 0.25 pour 25 %`,
    en: (value: string) => `"${value}" is not a share: write a number from 0 to 1, for example 0.25 for 25%`,
  },
  notDate: {
    fr: (value: string) => fr`« ${value} » n'est pas une date : écrivez année-mois-jour, par exemple 2018-09-30`,
    en: (value: string) => `"${value}" is not a date: write year-month-day, for example 2018-09-30`,
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
    fr: (file: string) =>
      fr`« ${file} » n'est pas un paquet JSON de l'Open Fibre Data Standard : il y faut « networks », avec les « spans » de chacun.`,
    en: (file: string) =>
      `"${file}" is no JSON package of the Open Fibre Data Standard: it must have "networks", each with its "spans".`,
  },
  notOfdsHint: {
    fr: fr`Demandez le fichier en GeoJSON, ou en CSV, à qui l'a produit.`,
    en: `Ask whoever made the file for it as GeoJSON, or as CSV.`,
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
