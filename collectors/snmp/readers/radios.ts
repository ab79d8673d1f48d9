import type { Gauge } from '../../../src/model/device-parts.js'
import { defineTable, type Rows, type Table } from '../wire/table.js'
import { integer, text } from '../wire/value.js'
import type { Family } from './controllers.js'

/** An access point that tells its own radios: one row for each radio or network name. */
export interface OwnRadios {
  readonly family: Family
  readonly table: Table<string>
  readonly channel: string
  readonly clients?: string
  /** The network name (SSID) of a row. */
  readonly label?: string
}

/** From the makers' MIBs. The names of networks are read, those of clients are not. */
export const OWN_RADIOS: readonly OwnRadios[] = [
  {
    family: { enterprise: '41112', profile: 'ubiquiti' },
    table: defineTable('UBNT-UniFi-MIB::unifiVapEntry', '1.3.6.1.4.1.41112.1.6.1.2.1', {
      unifiVapChannel: 4,
      unifiVapEssId: 6,
      unifiVapNumStations: 8,
    }),
    channel: 'unifiVapChannel',
    clients: 'unifiVapNumStations',
    label: 'unifiVapEssId',
  },
  {
    family: { enterprise: '26928' },
    table: {
      // The scalar is read as a column of one row, whose index is 0.
      name: 'AH-INTERFACE-MIB::ahRadioAttributeEntry',
      entry: '1.3.6.1.4.1.26928.1.1.1.2.1.5.1',
      columns: {
        ahRadioChannel: '1.3.6.1.4.1.26928.1.1.1.2.1.5.1.1', // AH-INTERFACE-MIB::ahRadioChannel
        ahClientCount: '1.3.6.1.4.1.26928.1.2.9', // AH-SYSTEM-MIB::ahClientCount
      },
    },
    channel: 'ahRadioChannel',
    clients: 'ahClientCount',
  },
]

/** Clients and channel of each row. */
export function ownRadioGauges(source: OwnRadios, rows: Rows<string>): Gauge[] {
  return [...rows].flatMap(([instance, row]) => {
    const label = source.label === undefined ? null : text(row[source.label])
    const measured = [
      { name: source.channel, unit: 'channel', least: 1 },
      { name: source.clients ?? '', unit: 'clients', least: 0 },
    ]
    return measured.flatMap(({ name, unit, least }): Gauge[] => {
      const value = integer(row[name])
      return value === null || value < least ? [] : [{ name, instance, label, value, unit }]
    })
  })
}
