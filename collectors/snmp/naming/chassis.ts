import type { Entity } from '../readers/components.js'

/**
 * The entity that stands for the box: the first chassis that says something of itself, else the stack that holds the
 * members, else the only thing that nothing contains. Null when the device has no ENTITY-MIB, or it says nothing.
 */
export function findChassis(entities: readonly Entity[]): Entity | null {
  const speaks = (entity: Entity): boolean =>
    entity.modelName !== null || entity.serialNumber !== null || entity.softwareRev !== null
  const of = (entityClass: string): Entity[] => entities.filter((entity) => entity.class === entityClass)
  const roots = entities.filter(
    ({ containedIn, class: one }) => containedIn === 0 && one !== 'port' && one !== 'sensor',
  )
  return (
    of('chassis').find(speaks) ??
    of('stack').find(speaks) ??
    of('chassis')[0] ??
    of('stack')[0] ??
    // Agents without entPhysicalClass: the first row that names a model.
    (entities.every((entity) => entity.class === 'unknown')
      ? entities.find(({ modelName }) => modelName !== null)
      : null) ??
    roots.find(speaks) ??
    (roots.length === 1 ? (roots[0] ?? null) : null)
  )
}
