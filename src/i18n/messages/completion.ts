import { fr } from '../typography.js'

/** `completion`: words that the Tab key completes. */
export const completion = {
  summary: {
    fr: fr`affiche le script qui complète les commandes avec la touche Tab`,
    en: `print the script that completes commands with the Tab key`,
  },
  shellArgument: { fr: fr`interpréteur de commandes`, en: `command interpreter` },
} as const
