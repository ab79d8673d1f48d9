import { ingest } from './messages/ingest.js'
import { reasons } from './messages/reasons.js'

/** All texts of the interface, by area. French and English stand side by side in each area's file. */
export const catalogue = { ingest, reasons }
