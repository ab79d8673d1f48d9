import { map, mapDictionary } from './messages/map.js'
import { mapFields } from './messages/map-fields.js'
import { reasons } from './messages/reasons.js'

/** All texts of the interface, by area. French and English stand side by side in each area's file. */
export const catalogue = { reasons, map, mapDictionary, mapFields }
