import { fr } from '../typography.js'

/** Lists and exports. */
export const lists = {
  summary: {
    fr: fr`énumère ce qui est connu : organismes, écoles, immeubles, appareils, liens…`,
    en: `list what is known: boards, schools, buildings, devices, links…`,
  },
  nounArgument: { fr: fr`ce qu'il faut énumérer`, en: `what to list` },
  exportSummary: {
    fr: fr`exporte les appareils, un document JSON par ligne`,
    en: `export devices, one JSON document a line`,
  },
  exportArgument: { fr: fr`ce qu'il faut exporter`, en: `what to export` },
  exportFile: { fr: 'appareils.jsonl', en: 'devices.jsonl' },
  nothing: { fr: fr`Rien à montrer.`, en: `Nothing to show.` },
  yes: { fr: 'oui', en: 'yes' },
  no: { fr: 'non', en: 'no' },
} as const
