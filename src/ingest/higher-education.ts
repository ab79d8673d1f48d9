import { defineEstablishments } from './reading/establishment.js'

/**
 * Cégeps, colleges and universities: the ministry's files as they are, or the canonical columns. They have no board.
 *
 * @see Données Québec, MEQ, « Localisation des établissements d'enseignement du réseau scolaire au Québec » (CC BY 4.0)
 */
export default defineEstablishments('higher-education', ['ES_Collegial, ES_Universitaire (MEQ)'], {
  name: /\b(?:es|cegep|colleg\w*|univers\w*|superieur|higher)\b/,
  words: /\b(?:cegep|colleg|univers|superieur)/,
})
