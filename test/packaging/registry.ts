import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { packageRoot } from '../../src/lib/paths.js'

interface Installed {
  readonly folder: string
  readonly manifest: { readonly name: string; readonly version: string }
}

/** Every package below a node_modules folder, with those that stand inside others. */
function installedIn(modules: string): Installed[] {
  const names = readdirSync(modules).flatMap((name) =>
    name.startsWith('@') ? readdirSync(join(modules, name)).map((inner) => join(name, inner)) : [name],
  )
  return names.flatMap((name) => {
    const folder = join(modules, name)
    const file = join(folder, 'package.json')
    if (!existsSync(file)) return []
    const manifest = JSON.parse(readFileSync(file, 'utf8')) as Installed['manifest']
    const inside = join(folder, 'node_modules')
    return [{ folder, manifest }, ...(existsSync(inside) ? installedIn(inside) : [])]
  })
}

/** A package as npm would publish it, but with what was compiled in it, so that nothing is compiled again. */
function sendTarball(folder: string, response: ServerResponse): void {
  const left = [
    './node_modules',
    './build/Release/obj*',
    './build/Release/.deps',
    './build/Release/sqlite3.a',
    './deps',
  ]
  const args = ['-cz', '-C', folder, ...left.map((path) => `--exclude=${path}`), '--transform=s,^\\.,package,', '.']
  response.writeHead(200, { 'content-type': 'application/octet-stream' })
  spawn('tar', args, { stdio: ['ignore', 'pipe', 'inherit'] }).stdout.pipe(response)
}

/** A registry on the loopback that serves the packages of this repository's own node_modules, and no other. */
export async function startRegistry(): Promise<{ readonly url: string; close(): void }> {
  const packages = installedIn(join(packageRoot, 'node_modules'))
  const server: Server = createServer(({ url = '' }, response) => {
    const path = decodeURIComponent(url)
    const [, index] = /^\/tarball\/(\d+)$/.exec(path) ?? []
    const wanted = index === undefined ? undefined : packages[Number(index)]
    if (wanted !== undefined) return sendTarball(wanted.folder, response)
    const versions = packages.flatMap(({ manifest }, i) =>
      `/${manifest.name}` === path
        ? [[manifest.version, { ...manifest, dist: { tarball: `${base()}/tarball/${i}` } }] as const]
        : [],
    )
    response.writeHead(versions.length === 0 ? 404 : 200, { 'content-type': 'application/json' })
    response.end(
      JSON.stringify({
        name: path.slice(1),
        'dist-tags': { latest: versions[0]?.[0] },
        versions: Object.fromEntries(versions),
      }),
    )
  })
  const base = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { url: base(), close: () => server.close() }
}
