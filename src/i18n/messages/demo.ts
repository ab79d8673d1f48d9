import { accord, agree, fr } from '../typography.js'

/** The demonstration. */
export const demo = {
  summary: {
    fr: fr`démonstration : un organisme simulé est balayé, ses fichiers importés, sa carte dessinée`,
    en: `demonstration: a simulated board is scanned, its files imported, its map drawn`,
  },
  outOption: { fr: fr`dossier où écrire`, en: `folder to write to` },
  portOption: { fr: fr`port UDP du banc d'essai, sur la boucle locale`, en: `UDP port of the lab, on loopback` },
  keepRunningOption: {
    fr: fr`laisse répondre les appareils simulés, jusqu'à Ctrl-C`,
    en: `leave the simulated devices answering, until Ctrl-C`,
  },
  badPort: { fr: (text: string) => fr`« ${text} » n'est pas un port`, en: (text: string) => `"${text}" is not a port` },
  badPortHint: { fr: fr`Un port va de 1024 à 65535.`, en: `A port goes from 1024 to 65535.` },
  notADemo: {
    fr: (folder: string) =>
      fr`Le dossier ${folder} contient déjà une configuration ou une base qui ne vient pas d'une démonstration`,
    en: (folder: string) =>
      `The folder ${folder} already holds a configuration or a database that no demonstration made`,
  },
  notADemoHint: {
    fr: fr`Donnez un autre dossier avec --out ; rien n'a été touché.`,
    en: `Give another folder with --out; nothing was touched.`,
  },
  configAbout: {
    fr: fr`Configuration de la démonstration. Les accès sont inventés et ne protègent rien.`,
    en: `Configuration of the demonstration. The credentials are invented and protect nothing.`,
  },
  importing: {
    fr: fr`1. Importation des fichiers de l'organisme inventé (écoles, effectif, liens RISQ, équipement)`,
    en: `1. Importing the invented board's files (schools, enrolment, RISQ links, equipment)`,
  },
  scanning: {
    fr: (devices: string) =>
      fr`2. Balayage de ${devices} ${accord(devices, 'appareil simulé', 'appareils simulés')}, en SNMP v2c et v3 sur la boucle locale`,
    en: (devices: string) =>
      `2. Scanning ${devices} simulated ${agree(devices, 'device', 'devices')}, over SNMP v2c and v3 on loopback`,
  },
  withoutPing: {
    fr: fr`   (le ping ne peut pas servir ici : un appareil muet ne sera pas distingué d'une adresse libre)`,
    en: `   (ping cannot be used here: a silent device will not be told from a free address)`,
  },
  deriving: {
    fr: fr`3. Calcul des écarts, des manques et de la répartition, puis dessin de la carte`,
    en: `3. Deriving gaps, shortfalls and the allocation, then drawing the map`,
  },
  done: { fr: fr`Terminé. À ouvrir :`, en: `Done. To open:` },
  mapLabel: { fr: 'Carte', en: 'Map' },
  geojsonLabel: { fr: 'GeoJSON', en: 'GeoJSON' },
  gapsLabel: { fr: fr`Écarts de bande passante`, en: `Bandwidth gaps` },
  shortfallsLabel: { fr: fr`Manques d'équipement`, en: `Equipment shortfalls` },
  allocationLabel: { fr: fr`Répartition de 100 000,00 $`, en: `Allocation of $100,000.00` },
  gapsFile: { fr: 'ecarts.csv', en: 'gaps.csv' },
  shortfallsFile: { fr: 'manques.csv', en: 'shortfalls.csv' },
  allocationFile: { fr: 'repartition.csv', en: 'allocation.csv' },
  mapFolder: { fr: 'carte', en: 'map' },
  /** The name of `list`, for the command that `next` shows. */
  listVerb: { fr: 'lister', en: 'list' },
  next: {
    fr: (command: string) => fr`Pour regarder de plus près : ${command}`,
    en: (command: string) => `To look closer: ${command}`,
  },
  running: {
    fr: (example: string) =>
      fr`Les appareils simulés répondent encore. Par exemple :\n  ${example}\nCtrl-C pour arrêter.`,
    en: (example: string) => `The simulated devices still answer. For instance:\n  ${example}\nCtrl-C to stop.`,
  },
} as const
