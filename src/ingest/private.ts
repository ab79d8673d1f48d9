import { defineEstablishments } from './reading/establishment.js'

/**
 * Private schools: the ministry's file as it is, or the canonical columns. They have no board, and count in none.
 *
 * @see Données Québec, MEQ, « Localisation des établissements d'enseignement du réseau scolaire au Québec » (CC BY 4.0)
 */
export default defineEstablishments('private', ['pps_prive (MEQ)'], {
  name: /\bpri(?:ve|vate)/,
  words: /^(?!.*\b(?:cegep|colleg|univers|superieur)).*\bpri(?:ve|vate)/,
})
