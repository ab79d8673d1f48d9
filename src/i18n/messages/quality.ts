import { accord, agree, fr } from '../typography.js'
import { mend } from './mend.js'

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
  'lack-coordinates': {
    fr: (n: string, total: string) => schoolsFr(n, total, fr`sans coordonnées`),
    en: (n: string, total: string) => schoolsEn(n, total, `without coordinates`),
  },
  'lack-enrolment': {
    fr: (n: string, total: string) => schoolsFr(n, total, fr`sans tout leur effectif de la dernière année`),
    en: (n: string, total: string) => schoolsEn(n, total, `without all their enrolment of the last year`),
  },
  'lack-link': {
    fr: (n: string, total: string) => schoolsFr(n, total, fr`sans lien en service jusqu'à un point de présence`),
    en: (n: string, total: string) => schoolsEn(n, total, `without a link in service to a POP`),
  },
  'lack-capacity': {
    fr: (n: string, total: string) => schoolsFr(n, total, fr`dont un lien n'a pas de capacité connue`),
    en: (n: string, total: string) => schoolsEn(n, total, `behind a link of unknown capacity`),
  },
  'lack-network': {
    fr: (n: string, total: string) => schoolsFr(n, total, fr`sans réseau connu`),
    en: (n: string, total: string) => schoolsEn(n, total, `without a known network`),
  },
  'lack-scan': {
    fr: (n: string, total: string) => schoolsFr(n, total, fr`sans appareil qui ait répondu`),
    en: (n: string, total: string) => schoolsEn(n, total, `without a device that answered`),
  },
  'mend-coordinates': mend.coordinates,
  'mend-enrolment': mend.enrolment,
  'mend-link': mend.link,
  'mend-capacity': mend.capacity,
  'mend-network': mend.network,
  'mend-scan': mend.scan,
  unknownLevel: {
    fr: (n: string, total: string) => schoolsFr(n, total, fr`de niveau inconnu sur la carte et dans les écarts`),
    en: (n: string, total: string) => schoolsEn(n, total, `of unknown level on the map and in the gaps`),
  },
  mendUnknown: { fr: fr`cartable ecarts --json dit pourquoi`, en: `cartable gaps --json says why` },
  nothingLacks: { fr: fr`Il ne manque rien à aucune école.`, en: `No school lacks anything.` },
} as const
