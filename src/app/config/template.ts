import type { Messages } from '../../i18n/translator.js'

/** The text of a commented configuration: what `init` writes. It is valid as it stands, and scans nothing. */
export function configTemplate({ init, language }: Pick<Messages, 'init' | 'language'>): string {
  return `# ${init.about}

# ${init.board}
# board: { code: "711000", name: … }

# ${init.language}
language: ${language}

# ${init.database}
database: ./cartable.db

# ${init.networks}
networks: []
#  - { cidr: 10.20.0.0/16, building: "711004", packetsPerSecond: 100 }

# ${init.credentials}
# ${init.scope}
credentials: []
#  - name: v3
#    version: 3
#    user: inventaire
#    level: authPriv
#    auth: { protocol: sha256, key: { env: SNMP_AUTH } }
#    priv: { protocol: aes, key: { env: SNMP_PRIV } }
#  - name: lecture
#    version: 2c
#    community: { env: SNMP_COMMUNITY }
#    networks: [10.20.0.0/16]

# ${init.vault}
# vault: { file: ./acces.coffre, key: { file: ./acces.cle } }

# ${init.scan}
scan:
  port: 161
  packetsPerSecond: 500
  perDevice: 1
  devicesAtOnce: 64
  timeoutMs: 1500
  retries: 1
#  exclude: [10.20.9.240/28]
#  blackout: "07:30-16:30"

# ${init.wan}
# wan: { aliasPattern: "WAN|RISQ", interfaces: [{ device: 10.20.0.1, ifName: Gi0/0/1, link: L-711004 }] }

# ${init.bandwidth}
bandwidth: { profile: ontario-2016, usersPerPupil: 1.0 }
#  prices: [{ toMbps: 1000, cost: 5000, perKm: 12000 }, { toMbps: 10000, cost: 12000, perKm: 12000 }]
#  profiles: [{ id: csmm-2027, source: "CSMM, 2026-11-30", sizeOf: school, down: [{ fromPupils: 0, mbpsPerUser: 1.5 }] }]

# ${init.equipment}
# equipment: { rules: ./regles-combo.yaml }

# ${init.map}
# map: { tiles: { url: "https://tuiles.exemple.qc.ca/{z}/{x}/{y}.png", attribution: … } }

# ${init.publication}
# publication: { organisation: …, contact: …, email: donnees@css.example, frequency: annual, licence: cc-by }

# ${init.import}
# import: { mappings: { fleet: { "Device S/N": serial, "Comments": "-" } } }
`
}
