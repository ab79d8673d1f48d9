import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { shipped } from './paths.js'

/** The ids of the plug-ins in a compiled folder of the package (`src/ingest`, `maps/formats`…), without loading any. */
export function listPlugins(folder: string): string[] {
  return readdirSync(shipped('dist', folder))
    .filter((file) => file.endsWith('.js'))
    .map((file) => file.slice(0, -'.js'.length))
    .sort()
}

/** Loads one plug-in: the default export of its file, whose `id` must be the file's name. */
export async function loadPlugin<T extends { readonly id: string }>(folder: string, id: string): Promise<T> {
  const url = pathToFileURL(join(shipped('dist', folder), `${id}.js`)).href
  const plugin = ((await import(url)) as { default?: T }).default
  if (plugin?.id !== id) throw new Error(`${folder}/${id} must default-export a plug-in whose id is '${id}'`)
  return plugin
}
