import { fr } from '../typography.js'

/** The manual pages: titles, and what help does not say. Paragraphs are separated by empty lines. */
export const man = {
  manual: { fr: fr`Manuel de cartable`, en: `cartable manual` },
  name: { fr: fr`NOM`, en: `NAME` },
  synopsis: { fr: fr`SYNOPSIS`, en: `SYNOPSIS` },
  description: { fr: fr`DESCRIPTION`, en: `DESCRIPTION` },
  commands: { fr: fr`COMMANDES`, en: `COMMANDS` },
  arguments: { fr: fr`ARGUMENTS`, en: `ARGUMENTS` },
  options: { fr: fr`OPTIONS`, en: `OPTIONS` },
  globalOptions: { fr: fr`OPTIONS GÉNÉRALES`, en: `GLOBAL OPTIONS` },
  exitStatus: { fr: fr`CODE DE SORTIE`, en: `EXIT STATUS` },
  environment: { fr: fr`ENVIRONNEMENT`, en: `ENVIRONMENT` },
  files: { fr: fr`FICHIERS`, en: `FILES` },
  example: { fr: fr`EXEMPLE`, en: `EXAMPLE` },
  examples: { fr: fr`EXEMPLES`, en: `EXAMPLES` },
  seeAlso: { fr: fr`VOIR AUSSI`, en: `SEE ALSO` },
  oneLine: {
    fr: fr`inventaire et cartographie du réseau d'un organisme scolaire`,
    en: `inventory and maps of a school board's network`,
  },
  purpose: {
    fr: fr`cartable interroge les appareils d'un réseau par SNMP et ping, prend les fichiers d'écoles, d'effectif, de liens et d'équipement, et dit où la bande passante et l'équipement manquent aux élèves. Tout est gardé dans une base de données ; il n'y a pas de serveur.

Chaque commande a un nom en français et un en anglais, qui se valent. Les résultats vont à la sortie standard, la progression et les avertissements à la sortie d'erreur. Rien n'est demandé au clavier quand il n'y a pas de terminal.`,
    en: `cartable asks the devices of a network by SNMP and ping, takes files of schools, enrolment, links and equipment, and tells where bandwidth and equipment fall short of the pupils. All is kept in a database; there is no server.

Each command has a name in French and one in English, which do the same. Results go to the standard output, progress and warnings to the error output. Nothing is asked at the keyboard when there is no terminal.`,
  },
  inOtherLanguage: {
    fr: (name: string) => fr`En anglais, cette commande se nomme aussi ${name}.`,
    en: (name: string) => `In French, this command is also named ${name}.`,
  },
  exitDone: { fr: fr`fait`, en: `done` },
  exitFailed: { fr: fr`échec ; rien n'est écrit à moitié`, en: `failed; nothing half written` },
  exitUsage: {
    fr: fr`commande, option ou argument qui ne convient pas`,
    en: `a wrong command, flag or argument`,
  },
  exitIncomplete: {
    fr: fr`terminé, mais des appareils n'ont pas répondu ou des lignes ont été refusées`,
    en: `finished, but devices did not answer or rows were refused`,
  },
  exitInterrupted: { fr: fr`interrompu`, en: `interrupted` },
  envLang: {
    fr: fr`langue de l'interface, fr ou en. Dans l'ordre décident : --lang, cette variable, « language » dans la configuration, LC_ALL, LC_MESSAGES ou LANG, puis le français.`,
    en: `language of the interface, fr or en. In this order decide: --lang, this variable, "language" in the configuration, LC_ALL, LC_MESSAGES or LANG, then French.`,
  },
  envNoColor: { fr: fr`aucune couleur, dès qu'elle a une valeur`, en: `no colour, as soon as it has a value` },
  envNode: {
    fr: fr`Node.js à employer, pour l'archive qui s'installe sans registre`,
    en: `Node.js to use, for the archive that installs without a registry`,
  },
  envSecrets: {
    fr: fr`Les variables que la configuration nomme par { env: NOM } sont lues, elles seules, quand un appareil est interrogé.`,
    en: `The variables that the configuration names with { env: NAME } are read, and no other, when a device is asked.`,
  },
  fileConfig: {
    fr: fr`configuration, cherchée dans le dossier de travail, puis au-dessus ; « cartable initialiser » en écrit une, commentée`,
    en: `configuration, looked for in the working folder, then above it; "cartable init" writes one with comments`,
  },
  fileDatabase: {
    fr: fr`base de données, à moins que la configuration en nomme une autre. Ses voisins en -wal et en -shm en font partie tant qu'une commande travaille.`,
    en: `database, unless the configuration names another one. Its neighbours in -wal and -shm are part of it while a command works.`,
  },
  fileDemo: {
    fr: fr`ce que fait « cartable demonstration »`,
    en: `what "cartable demo" makes`,
  },
  fileNone: {
    fr: fr`Rien n'est jamais écrit dans le dossier du programme.`,
    en: `Nothing is ever written to the program's own folder.`,
  },
  more: {
    fr: fr`Les fichiers et les variables d'environnement sont dans la page du programme.`,
    en: `Files and environment variables are in the program's page.`,
  },
  otherLanguage: { fr: fr`La même page, en anglais :`, en: `The same page, in French:` },
} as const
