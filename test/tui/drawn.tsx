import { Text } from 'ink'
import { render } from 'ink-testing-library'
import type { ReactElement } from 'react'
import type { BuildingState, Inventory } from '../../src/app/inventory.js'
import type { DeviceDocument } from '../../src/model/device.js'
import { NO_PARTS } from '../../src/model/device-parts.js'
import type { DeviceRow, ScanRow } from '../../src/model/rows.js'
import { BLANK_INTERFACE, BLANK_NEIGHBOUR } from '../blank.js'

export type Instance = ReturnType<typeof render>

/** Mounts a tree in a window of so many columns. */
export function mounted(tree: ReactElement, columns: number): Instance {
  const instance = render(<Text> </Text>)
  Object.defineProperty(instance.stdout, 'columns', { value: columns })
  instance.rerender(tree)
  return instance
}

/** What a tree draws in a window of so many columns, as lines without styles. */
export function drawn(tree: ReactElement, columns: number): readonly string[] {
  const instance = mounted(tree, columns)
  const frame = instance.lastFrame() ?? ''
  instance.unmount()
  return linesOf(frame)
}

/** The lines of a frame, without their styles. */
export function linesOf(frame: string): readonly string[] {
  return frame.replace(/\u001b\[[0-9;]*m/g, '').split('\n')
}

/** Columns that a line of Latin text and our signs takes. */
export function widest(lines: readonly string[]): number {
  return Math.max(...lines.map((line) => [...line].length))
}

/** 2026-03-02, 7:00 in Montréal. */
export const NOW = Date.parse('2026-03-02T12:00:00.000Z')

export function deviceRow(change: Partial<DeviceRow> = {}): DeviceRow {
  return {
    managementAddress: '10.20.0.5',
    sysName: 'anse-sw1',
    vendor: 'HPE Aruba',
    model: '6200F 48G',
    osVersion: 'ML.10.10.1040',
    serialNumber: 'SG00INV001',
    kind: 'switch',
    building: '711004',
    status: 'answered',
    reasonCode: null,
    firstSeen: '2026-01-05T06:00:00.000Z',
    lastSeen: '2026-03-02T06:00:00.000Z',
    namedBy: null,
    packetsSent: 57,
    bytesSent: 5910,
    readMs: 1503,
    ...change,
  }
}

export function building(change: Partial<BuildingState> = {}): BuildingState {
  return {
    building: '711004',
    name: 'École de l’Anse',
    board: '711000',
    region: null,
    schools: ['711001'],
    schoolNames: ['École de l’Anse-aux-Outardes'],
    municipality: 'Sainte-Marguerite',
    pupils: 200,
    schoolYear: '2025-2026',
    profile: 'ontario-2016',
    demandDownBps: 200_000_000,
    demandUpBps: 200_000_000,
    shareDownBps: 50_000_000,
    shareUpBps: 50_000_000,
    ratio: 0.25,
    level: 'critical',
    bpsPerPupil: 250_000,
    path: ['L-1', 'L-0'],
    bottleneck: 'L-1',
    oversubscription: 4,
    measuredUse: null,
    monthsUntilFull: null,
    singlePointOfFailure: true,
    incomplete: false,
    estimated: false,
    reasons: [],
    closing: [{ link: 'L-1', fromBps: 50_000_000, toBps: 1_000_000_000 }],
    answered: 3,
    failed: 1,
    ...change,
  }
}

export function scanRow(change: Partial<ScanRow> = {}): ScanRow {
  return {
    scan: 12,
    board: '711000',
    startedAt: '2026-03-02T06:00:00.000Z',
    endedAt: '2026-03-02T06:10:00.000Z',
    targets: '10.20.0.0/24',
    addresses: 254,
    answered: 3,
    partial: 1,
    failed: 250,
    ...change,
  }
}

/** An invented board: four devices, one of them read in part and one silent; two buildings; one scan. */
export function inventory(change: Partial<Inventory> = {}): Inventory {
  return {
    board: 'Centre de services scolaire des Monts-et-Marées',
    devices: [
      deviceRow(),
      deviceRow({
        managementAddress: '10.20.0.6',
        sysName: 'anse-ap1',
        model: '515',
        kind: 'access-point',
        serialNumber: 'CN00INV002',
      }),
      deviceRow({
        managementAddress: '10.20.0.7',
        sysName: 'phare-sw1',
        status: 'partial',
        reasonCode: 'agent-loop',
        building: '711005',
      }),
      deviceRow({
        managementAddress: '10.20.0.8',
        sysName: null,
        vendor: null,
        model: null,
        osVersion: null,
        serialNumber: null,
        kind: 'unknown',
        status: 'failed',
        reasonCode: 'host-up-snmp-silent',
        firstSeen: null,
        lastSeen: null,
      }),
    ],
    buildings: [
      building(),
      building({ building: '711005', name: 'Phare', level: 'ok', ratio: 1, bottleneck: null, closing: [], failed: 0 }),
    ],
    profile: 'ontario-2016',
    schoolYear: '2025-2026',
    scans: { rows: [scanRow()], underWay: null },
    ...change,
  }
}

/** What was read of the invented switch. */
export const DOCUMENT: DeviceDocument = {
  schema: 'cartable/device/1',
  managementAddress: '10.20.0.5',
  scannedAddresses: ['10.20.0.5', '10.20.9.5'],
  sysName: 'anse-sw1',
  sysDescr: 'Aruba JL726A 6200F',
  sysObjectID: '1.3.6.1.4.1.47196.4.1.1.1.1',
  sysLocation: 'local 104',
  vendor: 'HPE Aruba',
  model: '6200F 48G',
  osName: 'ArubaOS-CX',
  osVersion: 'ML.10.10.1040',
  serialNumber: 'SG00INV001',
  kind: 'switch',
  evidence: {},
  building: '711004',
  status: 'answered',
  reasonCode: null,
  firstSeen: '2026-01-05T06:00:00.000Z',
  lastSeen: '2026-03-02T06:00:00.000Z',
  components: [
    {
      entPhysicalIndex: 1,
      class: 'chassis',
      descr: 'Chassis',
      name: '1',
      modelName: 'JL726A',
      serialNumber: 'SG00INV001',
      hardwareRev: null,
      softwareRev: null,
      containedIn: 0,
      operState: null,
    },
  ],
  interfaces: [1, 2].map((ifIndex) => ({
    ...BLANK_INTERFACE,
    ifIndex,
    ifName: `1/1/${ifIndex}`,
    ifDescr: null,
    ifAlias: ifIndex === 1 ? 'vers la borne' : null,
    ifType: 6,
    speedBps: 1_000_000_000,
    mtu: 1500,
    physAddress: null,
    adminStatus: 'up' as const,
    operStatus: ifIndex === 1 ? ('up' as const) : ('down' as const),
    duplex: 'full' as const,
  })),
  addresses: [],
  spanningTree: null,
  vlans: [
    { vlanId: 10, name: 'pupitres' },
    { vlanId: 20, name: null },
  ],
  neighbours: [
    {
      ...BLANK_NEIGHBOUR,
      protocol: 'lldp',
      localIfIndex: 1,
      localPort: '1/1/1',
      remoteChassisIdSubtype: 'macAddress',
      remoteChassisId: '02:00:00:00:00:01',
      remotePortIdSubtype: 'interfaceName',
      remotePortId: 'eth0',
      remotePortDescr: null,
      remoteSysName: 'anse-ap1',
      remoteAddresses: [],
    },
  ],
  supplies: [],
  ...NO_PARTS,
}
