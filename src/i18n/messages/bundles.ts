import { accord, agree, fr } from '../typography.js'

/** Bundles: what a board exports for the ministry. */
export const bundles = {
  noBoard: {
    fr: fr`On ne sait pas de quel organisme faire le lot.`,
    en: `It is not known of which board the bundle is to be.`,
  },
  noBoardHint: {
    fr: fr`Donnez-en le code dans cartable.yaml : board: { code: "711000", name: "…" }`,
    en: `Give its code in cartable.yaml: board: { code: "711000", name: "…" }`,
  },
  needsOut: {
    fr: fr`Un lot est une archive, qui ne s'écrit pas sur un écran.`,
    en: `A bundle is an archive, which is not for a screen.`,
  },
  needsOutHint: {
    fr: (file: string) => fr`Nommez le fichier à écrire : cartable exporter bundle --out ${file}`,
    en: (file: string) => `Name the file to write: cartable export bundle --out ${file}`,
  },
  file: { fr: 'lot.zip', en: 'bundle.zip' },
  packed: {
    fr: (board: string, name: string) => fr`Lot de l'organisme ${board}, ${name} :`,
    en: (board: string, name: string) => `Bundle of board ${board}, ${name}:`,
  },
  part: {
    fr: (kind: string, rows: string) => fr`  ${kind} : ${rows} ${accord(rows, 'ligne', 'lignes')}`,
    en: (kind: string, rows: string) => `  ${kind}: ${rows} ${agree(rows, 'row', 'rows')}`,
  },
  private: {
    fr: fr`Ni accès, ni secret, ni nom de personne ou d'appareil du parc n'y est.`,
    en: `It holds no credential, no secret, no name of a person or of a device of the fleet.`,
  },
  unidentified: {
    fr: (count: string) =>
      fr`  ${count} ${accord(count, 'appareil du parc laissé', 'appareils du parc laissés')} de côté : ni numéro de série, ni MAC, ni étiquette`,
    en: (count: string) =>
      `  ${count} ${agree(count, 'device', 'devices')} of the fleet left aside: no serial number, no MAC, no asset tag`,
  },
  strayed: {
    fr: (count: string) =>
      fr`  ${count} ${accord(count, "appareil du parc d'une école", "appareils du parc d'écoles")} d'un autre organisme : sans école dans le lot`,
    en: (count: string) =>
      `  ${count} ${agree(count, 'device', 'devices')} of the fleet in schools of other boards: told without a school`,
  },
  ofAnother: {
    fr: (school: string, board: string) =>
      fr`l'école ${school} est connue comme de l'organisme ${board} : importez d'abord des écoles à jour, si elle en a changé`,
    en: (school: string, board: string) =>
      `school ${school} is known to be of board ${board}: if it has changed board, import up-to-date schools first`,
  },
  recognised: {
    fr: (board: string, day: string) => fr`lot de l'organisme ${board}, du ${day}`,
    en: (board: string, day: string) => `bundle of board ${board}, of ${day}`,
  },
  refusedHint: {
    fr: fr`Un lot est pris en entier ou pas du tout : demandez-en un autre à qui l'a exporté.`,
    en: `A bundle is taken whole or not at all: ask whoever exported it for another.`,
  },
} as const
