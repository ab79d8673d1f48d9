import { cli } from './messages/cli.js'
import { config } from './messages/config.js'
import { demo } from './messages/demo.js'
import { errors } from './messages/errors.js'
import { gaps } from './messages/gaps.js'
import { headers, statuses } from './messages/headers.js'
import { importing } from './messages/importing.js'
import { ingest } from './messages/ingest.js'
import { init } from './messages/init.js'
import { lists } from './messages/lists.js'
import { map, mapDictionary } from './messages/map.js'
import { mapFields } from './messages/map-fields.js'
import { overrides } from './messages/overrides.js'
import { placeholders } from './messages/placeholders.js'
import { reasons, shortReasons } from './messages/reasons.js'
import { results } from './messages/results.js'
import { rules } from './messages/rules.js'
import { scan } from './messages/scan.js'
import { show } from './messages/show.js'
import { words } from './messages/words.js'

/** All texts of the interface, by area. French and English stand side by side in each area's file. */
export const catalogue = {
  cli,
  config,
  demo,
  errors,
  gaps,
  headers,
  importing,
  ingest,
  init,
  lists,
  map,
  mapDictionary,
  mapFields,
  overrides,
  placeholders,
  reasons,
  results,
  rules,
  scan,
  shortReasons,
  show,
  statuses,
  words,
}
