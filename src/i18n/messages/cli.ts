import { fr } from '../typography.js'

/** The command line itself: help, wrong flags, the way an error is told. */
export const cli = {
  description: {
    fr: fr`Fait l'inventaire des équipements et de la connectivité d'un organisme scolaire, et cartographie où la bande passante et les appareils manquent aux élèves.`,
    en: `Takes stock of a school board's devices and connectivity, and maps where bandwidth and equipment fall short of the pupils there.`,
  },
  usageTitle: { fr: fr`Utilisation :`, en: `Usage:` },
  argumentsTitle: { fr: fr`Arguments :`, en: `Arguments:` },
  optionsTitle: { fr: fr`Options :`, en: `Options:` },
  globalOptionsTitle: { fr: fr`Options générales :`, en: `Global options:` },
  commandsTitle: { fr: fr`Commandes :`, en: `Commands:` },
  versionOption: { fr: fr`affiche la version`, en: `print the version` },
  configOption: {
    fr: fr`fichier de configuration (sinon cartable.yaml, ici ou plus haut)`,
    en: `configuration file (else cartable.yaml, here or above)`,
  },
  langOption: { fr: fr`langue de l'interface`, en: `language of the interface` },
  helpOption: { fr: fr`affiche cette aide`, en: `show this help` },
  programUsage: { fr: '[options] [commande]', en: '[options] [command]' },
  groupUsage: { fr: '<commande> [options]', en: '<command> [options]' },
  helpCommand: { fr: fr`montre l'aide d'une commande`, en: `show the help of a command` },
  helpCommandArgument: { fr: fr`commande, dans une langue ou l'autre`, en: `command, in either language` },
  values: {
    fr: (count: number, list: string) => fr`${count < 2 ? 'valeur' : 'valeurs'} : ${list}`,
    en: (count: number, list: string) => `${count === 1 ? 'value' : 'values'}: ${list}`,
  },
  byDefault: { fr: (value: string) => fr`par défaut : ${value}`, en: (value: string) => `default: ${value}` },
  example: {
    fr: (line: string) => fr`Exemple :\n  ${line}`,
    en: (line: string) => `Example:\n  ${line}`,
  },
  jsonOption: { fr: fr`résultat en JSON, pour les programmes`, en: `result as JSON, for programs` },
  outOption: { fr: fr`fichier où écrire (sinon la sortie standard)`, en: `file to write (else standard output)` },
  formatOption: { fr: fr`forme du résultat`, en: `form of the result` },
  formatDefault: { fr: fr`table, ou csv avec --out`, en: `table, or csv with --out` },
  profileOption: { fr: fr`norme de bande passante`, en: `bandwidth standard` },
  profilesOption: {
    fr: fr`norme de bande passante, ou plusieurs à comparer, séparées par des virgules`,
    en: `bandwidth standard, or several to compare, separated by commas`,
  },
  profileDefault: { fr: fr`celle de la configuration`, en: `the configuration's` },
  yearOption: {
    fr: fr`année scolaire (par exemple 2022-2023 ; sinon la dernière connue)`,
    en: `school year (for instance 2022-2023; else the last one known)`,
  },
  interrupted: {
    fr: fr`Interrompu ; rien n'est resté à moitié fait.`,
    en: `Interrupted; nothing was left half done.`,
  },
  failure: { fr: (what: string) => fr`Erreur : ${what}`, en: (what: string) => `Error: ${what}` },
  unexpected: {
    fr: fr`Erreur imprévue du programme. Joignez les lignes qui suivent à un rapport d'anomalie (elles ne contiennent aucun secret) :`,
    en: `Unexpected error in the program. Attach the following lines to a bug report (they hold no secret):`,
  },
  usageHint: {
    fr: fr`« cartable --help » montre les commandes, « cartable <commande> --help » ses options.`,
    en: `"cartable --help" shows the commands, "cartable <command> --help" its options.`,
  },
  unknownOption: {
    fr: (name: string, near: string | null) =>
      fr`Option inconnue : ${name}${near === null ? '' : fr` (vouliez-vous dire ${near} ?)`}`,
    en: (name: string, near: string | null) =>
      `Unknown option: ${name}${near === null ? '' : ` (did you mean ${near}?)`}`,
  },
  unknownCommand: {
    fr: (name: string, near: string | null) =>
      fr`Commande inconnue : ${name}${near === null ? '' : fr` (vouliez-vous dire ${near} ?)`}`,
    en: (name: string, near: string | null) =>
      `Unknown command: ${name}${near === null ? '' : ` (did you mean ${near}?)`}`,
  },
  missingArgument: {
    fr: (name: string) => fr`Il manque l'argument <${name}>`,
    en: (name: string) => `The argument <${name}> is missing`,
  },
  optionMissingArgument: {
    fr: (flag: string) => fr`L'option « ${flag} » demande une valeur`,
    en: (flag: string) => `The option "${flag}" needs a value`,
  },
  excessArguments: {
    fr: fr`Il y a plus d'arguments que la commande n'en prend`,
    en: `There are more arguments than the command takes`,
  },
  invalidArgument: {
    fr: (where: string, value: string, choices: string | null) =>
      fr`« ${value} » ne convient pas à ${where}${choices === null ? '' : fr` ; valeurs permises : ${choices}`}`,
    en: (where: string, value: string, choices: string | null) =>
      `"${value}" does not fit ${where}${choices === null ? '' : `; allowed values: ${choices}`}`,
  },
  badYear: {
    fr: (text: string) => fr`« ${text} » n'est pas une année scolaire`,
    en: (text: string) => `"${text}" is not a school year`,
  },
  badYearHint: {
    fr: fr`Une année scolaire s'écrit avec deux années qui se suivent : 2022-2023.`,
    en: `A school year is written with two consecutive years: 2022-2023.`,
  },
  badMoney: {
    fr: (text: string) => fr`« ${text} » n'est pas un montant en dollars`,
    en: (text: string) => `"${text}" is not an amount in dollars`,
  },
  badMoneyHint: {
    fr: fr`Écrivez par exemple 45000000 ou 1250.50, sans symbole.`,
    en: `Write for instance 45000000 or 1250.50, without a symbol.`,
  },
  written: {
    fr: (path: string) => fr`Écrit : ${path}`,
    en: (path: string) => `Written: ${path}`,
  },
} as const
