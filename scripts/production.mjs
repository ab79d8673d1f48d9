// Which packages run with the program: what its dependencies lead to, as they stand in node_modules.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { root } from './steps.mjs'

/** Asked for only while a package is being installed: what they made is there already. */
const ONLY_TO_INSTALL = { sqlite3: ['node-addon-api', 'node-gyp', 'prebuild-install', 'tar'] }

const read = (folder) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))

/** The folder of a package as Node finds it from another one, or null. */
function find(name, from) {
  for (let folder = from; ; folder = dirname(folder)) {
    const found = join(folder, 'node_modules', name)
    if (existsSync(join(found, 'package.json'))) return found
    if (folder === root || dirname(folder) === folder) return null
  }
}

/** The packages that run, each by its path from the repository's root (`node_modules/pg`), sorted. Types are left out. */
export function productionPackages() {
  const folders = new Set()
  const follow = (folder) => {
    const { name, dependencies = {}, optionalDependencies = {} } = read(folder)
    const skipped = ONLY_TO_INSTALL[name] ?? []
    for (const wanted of Object.keys({ ...dependencies, ...optionalDependencies })) {
      if (skipped.includes(wanted) || wanted.startsWith('@types/')) continue
      const found = find(wanted, folder)
      if (found === null && !(wanted in optionalDependencies)) throw new Error(`${wanted} is not installed: npm ci`)
      if (found === null || folders.has(found)) continue
      folders.add(found)
      follow(found)
    }
  }
  follow(root)
  return [...folders].map((folder) => relative(root, folder).replaceAll('\\', '/')).sort()
}
