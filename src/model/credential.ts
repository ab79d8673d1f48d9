import type { Secret } from './secret.js'

export const AUTH_PROTOCOLS = ['md5', 'sha', 'sha224', 'sha256', 'sha384', 'sha512'] as const
/** `aes` is AES-128; the two AES-256 differ by key derivation: `aes256b` is Blumenthal's draft, `aes256r` is Cisco's (Reeder). */
export const PRIV_PROTOCOLS = ['des', 'aes', 'aes256b', 'aes256r'] as const

/** A way of speaking to agents, with its secrets resolved: v1 only where an agent knows nothing better. `networks`: CIDRs outside which it is never sent; null is everywhere. */
export type Credential =
  | {
      readonly name: string
      readonly version: '1' | '2c'
      readonly community: Secret
      readonly networks: readonly string[] | null
    }
  | {
      readonly name: string
      readonly version: '3'
      readonly user: string
      readonly level: 'noAuthNoPriv' | 'authNoPriv' | 'authPriv'
      readonly auth: { readonly protocol: (typeof AUTH_PROTOCOLS)[number]; readonly key: Secret } | null
      readonly priv: { readonly protocol: (typeof PRIV_PROTOCOLS)[number]; readonly key: Secret } | null
      readonly context: string
      readonly networks: readonly string[] | null
    }
