import { fr } from '../typography.js'

/** `doctor`: what is looked at, and how each thing is mended. */
export const doctor = {
  ok: { fr: 'bon', en: 'good' },
  warning: { fr: fr`à voir`, en: `look at` },
  failure: { fr: fr`échec`, en: `failure` },
  none: { fr: '—', en: '—' },
} as const
