// Invents links, POPs, enrolment, equipment and spending for the ministry's real schools, to try the whole province with:
// `node dist/scripts/province.js pps_public_ecole.csv FOLDER`, then `cartable import` of what is in the folder.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inventProvince } from './province/invented.js'

const [schools, folder] = process.argv.slice(2)
if (schools === undefined || folder === undefined) {
  throw new Error('usage: node dist/scripts/province.js SCHOOLS.csv FOLDER')
}
mkdirSync(folder, { recursive: true })
for (const [name, text] of Object.entries(inventProvince(schools))) {
  writeFileSync(join(folder, name), text)
  process.stdout.write(`${join(folder, name)}: ${text.split('\n').length - 2}\n`)
}
