import type { AnyLayer } from './layer.js'
import type { Scene } from './scene.js'

/** A layer among the others: `id` names it inside a file, `file` names its own file. */
export interface NamedLayer {
  readonly key: keyof Scene
  readonly id: 'buildings' | 'schools' | 'wan_links' | 'territories' | 'pops'
  readonly file: string
  readonly layer: AnyLayer
}

/** The layers of a map in the order in which all formats write them; territories only when there are any. */
export function layersOf(scene: Scene): readonly NamedLayer[] {
  const all: readonly NamedLayer[] = [
    { key: 'buildings', id: 'buildings', file: 'buildings', layer: scene.buildings },
    { key: 'schools', id: 'schools', file: 'schools', layer: scene.schools },
    { key: 'wanLinks', id: 'wan_links', file: 'wan-links', layer: scene.wanLinks },
    { key: 'territories', id: 'territories', file: 'territories', layer: scene.territories },
    { key: 'pops', id: 'pops', file: 'pops', layer: scene.pops },
  ]
  return all.filter(({ key, layer }) => key !== 'territories' || layer.features.length > 0)
}
