import { allocate } from './messages/allocate.js'
import { allocation } from './messages/allocation.js'
import { bundles } from './messages/bundles.js'
import { changes } from './messages/changes.js'
import { cli } from './messages/cli.js'
import { completion } from './messages/completion.js'
import { config } from './messages/config.js'
import { credentials } from './messages/credentials.js'
import { db } from './messages/db.js'
import { demo } from './messages/demo.js'
import { doctor } from './messages/doctor.js'
import { equity } from './messages/equity.js'
import { errors } from './messages/errors.js'
import { fleet } from './messages/fleet.js'
import { gaps } from './messages/gaps.js'
import { headers, statuses } from './messages/headers.js'
import { importing } from './messages/importing.js'
import { ingest } from './messages/ingest.js'
import { init } from './messages/init.js'
import { links } from './messages/links.js'
import { lists } from './messages/lists.js'
import { man } from './messages/man.js'
import { map, mapDictionary } from './messages/map.js'
import { mapCommand } from './messages/map-command.js'
import { mapFields } from './messages/map-fields.js'
import { mapFiles } from './messages/map-files.js'
import { overrides } from './messages/overrides.js'
import { parts } from './messages/parts.js'
import { placeholders } from './messages/placeholders.js'
import { publication } from './messages/publication.js'
import { purchase } from './messages/purchase.js'
import { quality } from './messages/quality.js'
import { reasons, shortReasons } from './messages/reasons.js'
import { recording } from './messages/recording.js'
import { report } from './messages/report.js'
import { results } from './messages/results.js'
import { roadmap } from './messages/roadmap.js'
import { rules } from './messages/rules.js'
import { runs } from './messages/runs.js'
import { sample } from './messages/sample.js'
import { scan } from './messages/scan.js'
import { scenario } from './messages/scenario.js'
import { schedule } from './messages/schedule.js'
import { sharing } from './messages/sharing.js'
import { shortfalls } from './messages/shortfalls.js'
import { show } from './messages/show.js'
import { tui } from './messages/tui.js'
import { vault } from './messages/vault.js'
import { words } from './messages/words.js'

/** All texts of the interface, by area. French and English stand side by side in each area's file. */
export const catalogue = {
  allocate,
  allocation,
  bundles,
  changes,
  cli,
  completion,
  config,
  credentials,
  db,
  demo,
  doctor,
  equity,
  errors,
  fleet,
  gaps,
  headers,
  importing,
  ingest,
  init,
  links,
  lists,
  man,
  map,
  mapCommand,
  mapDictionary,
  mapFields,
  mapFiles,
  overrides,
  parts,
  placeholders,
  publication,
  purchase,
  quality,
  reasons,
  recording,
  report,
  results,
  roadmap,
  rules,
  runs,
  sample,
  scan,
  scenario,
  schedule,
  shortReasons,
  sharing,
  shortfalls,
  show,
  statuses,
  tui,
  vault,
  words,
}
