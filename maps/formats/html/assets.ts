import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { shipped } from '../../../src/lib/paths.js'

/** The page's own scripts, in the order in which they are put together: they share one scope. */
const SCRIPTS = [
  ...['text', 'data', 'views', 'symbols', 'theme'],
  ...['modes', 'state', 'selection'],
  ...['basemap', 'clusters', 'scene', 'labels', 'frame', 'pointer'],
  ...['controls', 'roadmap', 'legend', 'columns', 'tables', 'csv', 'card', 'print', 'main'],
]

/** With plain newlines, as an HTML parser sees them: hashes are taken of what it sees (leaflet.css has carriage returns). */
async function textFile(path: string): Promise<string> {
  return (await readFile(path, 'utf8')).replace(/\r\n?/g, '\n')
}

const require = createRequire(import.meta.url)
const leafletFile = (name: string): Promise<string> =>
  textFile(join(dirname(require.resolve('leaflet/package.json')), 'dist', name))

const pageFile = (name: string): Promise<string> => textFile(shipped('maps', 'page', name))

/** What the page is made of, as text to be put in it. */
export interface Assets {
  readonly template: string
  readonly leaflet: string
  readonly script: string
  readonly style: string
}

/** Reads Leaflet (without its images, which the page does not use, nor its source map) and the page's own files. */
export async function readAssets(): Promise<Assets> {
  const [template, leaflet, leafletStyle, tokens, pageStyle, controls, ...scripts] = await Promise.all([
    pageFile('page.html'),
    leafletFile('leaflet.js'),
    leafletFile('leaflet.css'),
    pageFile('tokens.css'),
    pageFile('page.css'),
    pageFile('controls.css'),
    ...SCRIPTS.map((name) => pageFile(`${name}.js`)),
  ])
  return {
    template,
    leaflet: leaflet.replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n'),
    script: `;(() => {\n'use strict'\n${scripts.join('\n')}})()\n`,
    style: `${leafletStyle.replace(/url\([^)]*\)/g, 'none')}\n${tokens}${pageStyle}${controls}`,
  }
}
