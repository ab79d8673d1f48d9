import { listPlugins, loadPlugin } from '../../../src/lib/plugins.js'
import type { Profile } from './define-profile.js'

const FOLDER = 'collectors/snmp/profiles'

/** sysObjectIDs that name an agent's software, not a device (NET-SNMP-MIB, UCD-SNMP-MIB, FOKUS-MIB), or nothing at all. */
const SOFTWARE_ONLY = ['1.3.6.1.4.1.8072', '1.3.6.1.4.1.2021', '1.3.6.1.4.1.12325']

let loaded: Promise<readonly Profile[]> | null = null

/** Every vendor family, loaded once. */
export function loadProfiles(): Promise<readonly Profile[]> {
  loaded ??= Promise.all(listPlugins(FOLDER).map((id) => loadPlugin<Profile>(FOLDER, id)))
  return loaded
}

const byPrefix = new WeakMap<readonly Profile[], ReadonlyMap<string, Profile>>()

/** sysObjectID prefix → its profile, worked out once. */
function prefixesOf(profiles: readonly Profile[]): ReadonlyMap<string, Profile> {
  const known = byPrefix.get(profiles)
  if (known !== undefined) return known
  const prefixes = new Map<string, Profile>()
  for (const profile of profiles) {
    for (const prefix of profile.sysObjectIDs) if (!prefixes.has(prefix)) prefixes.set(prefix, profile)
  }
  byPrefix.set(profiles, prefixes)
  return prefixes
}

/** The profile whose sysObjectID prefix is the longest that fits; null when none does. */
export function findBySysObjectID(profiles: readonly Profile[], sysObjectID: string | null): Profile | null {
  const prefixes = prefixesOf(profiles)
  let prefix = sysObjectID ?? ''
  while (prefix !== '') {
    const profile = prefixes.get(prefix)
    if (profile !== undefined) return profile
    prefix = prefix.slice(0, Math.max(0, prefix.lastIndexOf('.')))
  }
  return null
}

/** True when the sysObjectID tells nothing of the device: other signs must be looked for. */
export function isAnonymous(sysObjectID: string | null): boolean {
  if (sysObjectID === null || !/^1\.3\.6\.1\.4\.1\.\d+/.test(sysObjectID)) return true
  return SOFTWARE_ONLY.some((oid) => sysObjectID === oid || sysObjectID.startsWith(`${oid}.`))
}

/** The profile that a sysDescr betrays; null when none does. */
export function findBySysDescr(profiles: readonly Profile[], sysDescr: string | null): Profile | null {
  if (sysDescr === null) return null
  return profiles.find((profile) => profile.sysDescr?.test(sysDescr) === true) ?? null
}

/** OID of each profile's marker → the profile. */
export function markersOf(profiles: readonly Profile[]): ReadonlyMap<string, Profile> {
  const markers = new Map<string, Profile>()
  for (const profile of profiles) {
    const oid = profile.marker === undefined ? undefined : profile.objects?.[profile.marker]
    if (oid !== undefined) markers.set(oid, profile)
  }
  return markers
}
