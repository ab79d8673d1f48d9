import { accord, agree, fr } from '../typography.js'

const schoolsFr = (n: string, total: string, without: string): string =>
  fr`${n} ${accord(n, 'école', 'écoles')} sur ${total} ${without}`
const schoolsEn = (n: string, total: string, without: string): string =>
  `${n} of ${total} ${agree(total, 'school', 'schools')} ${without}`

/** How complete and how old what was imported is. */
export const quality = {
  summary: {
    fr: fr`dit ce qui manque aux données, organisme par organisme, et comment y remédier`,
    en: `say what the data lack, board by board, and how to mend it`,
  },
  exampleFile: { fr: 'manques.csv', en: 'lacking.csv' },
  kindsTitle: { fr: fr`Fichiers importés`, en: `Imported files` },
  boardsTitle: { fr: fr`Écoles à qui il manque quelque chose`, en: `Schools that lack something` },
  colon: { fr: fr` : `, en: `: ` },
  'lack-coordinates': {
    fr: (n: string, total: string) => schoolsFr(n, total, fr`sans coordonnées`),
    en: (n: string, total: string) => schoolsEn(n, total, `without coordinates`),
  },
  'lack-enrolment': {
    fr: (n: string, total: string) => schoolsFr(n, total, fr`sans effectif des deux dernières années`),
    en: (n: string, total: string) => schoolsEn(n, total, `without enrolment of the last two years`),
  },
  'lack-link': {
    fr: (n: string, total: string) => schoolsFr(n, total, fr`sans lien en service`),
    en: (n: string, total: string) => schoolsEn(n, total, `without a link in service`),
  },
  'lack-network': {
    fr: (n: string, total: string) => schoolsFr(n, total, fr`sans réseau connu`),
    en: (n: string, total: string) => schoolsEn(n, total, `without a known network`),
  },
  'lack-scan': {
    fr: (n: string, total: string) => schoolsFr(n, total, fr`sans appareil qui ait répondu`),
    en: (n: string, total: string) => schoolsEn(n, total, `without a device that answered`),
  },
  'mend-coordinates': { fr: `cartable importer schools <fichier>`, en: `cartable import schools <file>` },
  'mend-enrolment': { fr: `cartable importer enrolment <fichier>`, en: `cartable import enrolment <file>` },
  'mend-link': { fr: `cartable importer wan-links <fichier>`, en: `cartable import wan-links <file>` },
  'mend-network': { fr: `cartable importer networks <fichier>`, en: `cartable import networks <file>` },
  'mend-scan': { fr: `cartable balayer`, en: `cartable scan` },
  nothingLacks: { fr: fr`Il ne manque rien à aucune école.`, en: `No school lacks anything.` },
} as const
