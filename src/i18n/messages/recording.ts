import { accord, agree, fr } from '../typography.js'

/** Recording a device in a file, and reading such files in place of the network. */
export const recording = {
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
