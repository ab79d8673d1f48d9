import { fr } from '../typography.js'

/** Lists and exports. */
export const lists = {
  summary: {
    fr: fr`énumère ce qui est connu : organismes, écoles, immeubles, appareils, liens…`,
    en: `list what is known: boards, schools, buildings, devices, links…`,
  },
  nounArgument: { fr: fr`ce qu'il faut énumérer`, en: `what to list` },
  exportSummary: {
    fr: fr`exporte les appareils ou les liens pour d'autres programmes, ou le lot de l'organisme pour le ministère`,
    en: `export devices or links for other programs, or the board's bundle for the ministry`,
  },
  exportArgument: { fr: fr`ce qu'il faut exporter`, en: `what to export` },
  exportFile: { fr: 'liens.graphml', en: 'links.graphml' },
  exportDefault: {
    fr: (what: string, form: string) => fr`${form} pour ${what}`,
    en: (what: string, form: string) => `${form} for ${what}`,
  },
  exportNoForm: {
    fr: (what: string, form: string) => fr`« exporter ${what} » n'a pas la forme ${form}`,
    en: (what: string, form: string) => `"export ${what}" has no form ${form}`,
  },
  exportNoFormHint: {
    fr: (forms: string) => fr`Formes possibles : ${forms}.`,
    en: (forms: string) => `Possible forms: ${forms}.`,
  },
  nothing: { fr: fr`Rien à montrer.`, en: `Nothing to show.` },
  yes: { fr: 'oui', en: 'yes' },
  no: { fr: 'non', en: 'no' },
} as const
