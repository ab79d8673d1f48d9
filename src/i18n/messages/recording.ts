import { accord, agree, fr } from '../typography.js'

/** Recording a device in a file, and reading such files in place of the network. */
export const recording = {
  summary: {
    fr: fr`enregistre tout ce qu'un appareil répond en SNMP dans un fichier, pour le relire ou nous l'envoyer`,
    en: `record all that a device answers over SNMP in a file, to read it again or to send it to us`,
  },
  addressArgument: { fr: fr`adresse de l'appareil`, en: `address of the device` },
  outOption: {
    fr: fr`fichier où écrire (sinon l'adresse et .snmprec, ici)`,
    en: `file to write (else the address and .snmprec, here)`,
  },
  anonymiseOption: {
    fr: fr`remplace adresses, noms, numéros de série, communautés et utilisateurs`,
    en: `replace addresses, names, serial numbers, communities and users`,
  },
  keyFileOption: {
    fr: fr`clé des remplacements, pour qu'ils soient les mêmes dans plusieurs enregistrements (créée si elle manque)`,
    en: `key of the replacements, so that several recordings have the same (made if it is not there)`,
  },
  subtreeOption: {
    fr: fr`OID sous lesquels tout enregistrer, au lieu des tables normalisées et de celles du fabricant`,
    en: `OIDs below which to record everything, instead of the standard tables and the maker's`,
  },
  allOption: { fr: fr`enregistre tout ce que l'agent montre`, en: `record everything that the agent shows` },
  forceOption: { fr: fr`remplace un fichier qui existe`, en: `replace a file that exists` },
  badAddress: {
    fr: (text: string) => fr`« ${text} » n'est pas une adresse IP`,
    en: (text: string) => `"${text}" is no IP address`,
  },
  badAddressHint: {
    fr: fr`On attend une seule adresse, par exemple 10.20.0.5.`,
    en: `One address is expected, for instance 10.20.0.5.`,
  },
  badOid: { fr: (text: string) => fr`« ${text} » n'est pas un OID`, en: (text: string) => `"${text}" is no OID` },
  badOidHint: {
    fr: fr`On attend des nombres séparés par des points, par exemple 1.3.6.1.2.1.1.`,
    en: `Numbers with points between them are expected, for instance 1.3.6.1.2.1.1.`,
  },
  keyFileAlone: {
    fr: fr`--key-file ne sert qu'avec --anonymise`,
    en: `--key-file is for --anonymise only`,
  },
  keyFileAloneHint: {
    fr: fr`Ajoutez --anonymise, ou retirez --key-file.`,
    en: `Add --anonymise, or leave --key-file out.`,
  },
  shortKey: {
    fr: (path: string) => fr`La clé de ${path} compte moins de 16 octets`,
    en: (path: string) => `The key in ${path} is shorter than 16 bytes`,
  },
  shortKeyHint: {
    fr: fr`Retirez ce fichier : une clé sera créée à sa place.`,
    en: `Remove that file: a key is made in its place.`,
  },
  exists: { fr: (path: string) => fr`${path} existe déjà`, en: (path: string) => `${path} exists already` },
  existsHint: {
    fr: fr`Donnez un autre fichier à --out, ou --force pour le remplacer.`,
    en: `Give another file to --out, or --force to replace it.`,
  },
  progress: {
    fr: (address: string, objects: string) =>
      fr`Enregistrement de ${address} : ${objects} ${accord(objects, 'objet lu', 'objets lus')}`,
    en: (address: string, objects: string) =>
      `Recording ${address}: ${objects} ${agree(objects, 'object', 'objects')} read`,
  },
  notRead: {
    fr: (address: string, reason: string) => fr`${address} n'a pas été enregistré : ${reason}`,
    en: (address: string, reason: string) => `${address} was not recorded: ${reason}`,
  },
  recorded: {
    fr: (objects: string, path: string) =>
      fr`${objects} ${accord(objects, 'objet enregistré', 'objets enregistrés')} dans ${path}`,
    en: (objects: string, path: string) => `${objects} ${agree(objects, 'object', 'objects')} recorded in ${path}`,
  },
  readAs: {
    fr: (name: string) => fr`  cartable y lit : ${name}`,
    en: (name: string) => `  cartable reads it as: ${name}`,
  },
  unnamed: { fr: fr`un appareil qu'il ne sait pas nommer`, en: `a device that it cannot name` },
  interrupted: {
    fr: fr`Interrompu : ce qui avait été lu est enregistré ; le reste manque.`,
    en: `Interrupted: what had been read is recorded; the rest is missing.`,
  },
  partial: {
    fr: (reason: string, during: string | null) =>
      fr`L'enregistrement n'est pas complet : ${reason}${during === null ? '' : ` (${during})`}`,
    en: (reason: string, during: string | null) =>
      `The recording is not whole: ${reason}${during === null ? '' : ` (${during})`}`,
  },
  holdsNames: {
    fr: fr`Le fichier contient adresses, noms et numéros de série ; --anonymise les remplace.`,
    en: `The file holds addresses, names and serial numbers; --anonymise replaces them.`,
  },
  lookFirst: {
    fr: fr`Relisez le fichier avant de l'envoyer : les tables privées d'un fabricant peuvent garder un nom que rien n'annonce.`,
    en: `Read the file before you send it: a maker's private tables may keep a name that nothing announces.`,
  },
  readDifferently: {
    fr: (fields: string) => fr`Attention : le fichier anonymisé ne se lit pas comme l'appareil (${fields}).`,
    en: (fields: string) => `Warning: the anonymised file does not read as the device does (${fields}).`,
  },
  replayOption: {
    fr: fr`relit les enregistrements (.snmprec) de ce dossier au lieu du réseau, sans rien envoyer`,
    en: `read the recordings (.snmprec) of this folder instead of the network, sending nothing`,
  },
  replayAlone: {
    fr: fr`--replay ne va pas avec --targets : les enregistrements disent quels appareils sont lus`,
    en: `--replay does not go with --targets: the recordings say which devices are read`,
  },
  replayAloneHint: {
    fr: fr`Retirez --targets, ou mettez dans un autre dossier les enregistrements qu'il faut relire.`,
    en: `Leave --targets out, or put the recordings to read in a folder of their own.`,
  },
  replayed: {
    fr: (files: string, folder: string) =>
      fr`Relecture de ${files} ${accord(files, 'enregistrement', 'enregistrements')} de ${folder} : rien n'a été envoyé sur le réseau.`,
    en: (files: string, folder: string) =>
      `Replay of ${files} ${agree(files, 'recording', 'recordings')} of ${folder}: nothing was sent over the network.`,
  },
  wouldReplay: {
    fr: (files: string, folder: string) =>
      fr`Serait relu : ${files} ${accord(files, 'enregistrement', 'enregistrements')} de ${folder}. Rien n'a été écrit.`,
    en: (files: string, folder: string) =>
      `Would replay ${files} ${agree(files, 'recording', 'recordings')} of ${folder}. Nothing was written.`,
  },
  invented: {
    fr: (file: string, address: string) =>
      fr`${file} : ce nom ne dit pas d'adresse ; l'appareil est rangé sous ${address}`,
    en: (file: string, address: string) => `${file}: this name tells no address; the device is kept under ${address}`,
  },
  noRecordings: {
    fr: (folder: string) => fr`Aucun enregistrement (.snmprec) dans ${folder}`,
    en: (folder: string) => `No recording (.snmprec) in ${folder}`,
  },
  noRecordingsHint: {
    fr: fr`« cartable enregistrer 10.20.0.5 » en fait un.`,
    en: `"cartable record 10.20.0.5" makes one.`,
  },
  sameAddress: {
    fr: (a: string, b: string, address: string) => fr`${a} et ${b} sont tous deux l'appareil ${address}`,
    en: (a: string, b: string, address: string) => `${a} and ${b} are both the device ${address}`,
  },
  'fault-fields': {
    fr: fr`ligne passée : on attend OID|type|valeur`,
    en: `line left out: OID|tag|value is expected`,
  },
  'fault-oid': {
    fr: fr`ligne passée : l'OID n'en est pas un (128 nombres de 32 bits au plus)`,
    en: `line left out: the OID is none (at most 128 numbers of 32 bits)`,
  },
  'fault-tag': {
    fr: fr`ligne passée : type inconnu (on attend 2, 4, 5, 6, 64 à 68, 70 ou 71, suivi au besoin de x ou e)`,
    en: `line left out: unknown tag (2, 4, 5, 6, 64 to 68, 70 or 71 is expected, with x or e after it where needed)`,
  },
  'fault-value': {
    fr: fr`ligne passée : la valeur n'est pas de son type`,
    en: `line left out: the value is not of its type`,
  },
  'fault-long-line': {
    fr: fr`ligne passée : elle est plus longue que la plus longue réponse d'un agent`,
    en: `line left out: it is longer than the longest answer of an agent`,
  },
  'fault-too-large': {
    fr: fr`la suite n'est pas lue : le fichier dépasse 128 Mo ou 500 000 objets`,
    en: `what follows is not read: the file is past 128 MB or 500,000 objects`,
  },
  moreFaults: {
    fr: (count: string) => fr`… et ${count} ${accord(count, 'autre ligne passée', 'autres lignes passées')}`,
    en: (count: string) => `… and ${count} more ${agree(count, 'line', 'lines')} left out`,
  },
} as const
