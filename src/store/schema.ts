import type {
  AccessPointTable,
  AddressSightingTable,
  ComponentTable,
  DeviceAddressTable,
  DeviceSystemTable,
  GaugeTable,
  InstalledSoftwareTable,
  InterfaceTable,
  MacSightingTable,
  NeighbourTable,
  PoePortTable,
  PoeSourceTable,
  StorageVolumeTable,
  SupplyTable,
  VlanTable,
} from './schema/facts.js'
import type {
  BoardTable,
  BuildingTable,
  CatalogueItemTable,
  DeprivationTable,
  EnrolmentTable,
  EquipmentTable,
  EstablishmentTable,
  FleetDeviceTable,
  FleetHolderTable,
  ImportBeforeTable,
  NetworkTable,
  OverrideTable,
  PopTable,
  SchoolBuildingTable,
  SchoolTable,
  ShareTable,
  SpendingTable,
  SourceTable,
  TerritoryTable,
  WanLinkTable,
} from './schema/imported.js'
import type { AllocationInputTable, AllocationRowTable, AllocationRunTable } from './schema/allocation-runs.js'
import type { ChangeTable, DeviceTable, ScanTable, TargetTable } from './schema/scans.js'
import type { TrafficDayTable, TrafficSampleTable, WanBasisTable, WanInterfaceTable } from './schema/traffic.js'

/** Every table of the database. */
export interface Schema {
  source: SourceTable
  import_before: ImportBeforeTable
  board: BoardTable
  school: SchoolTable
  building: BuildingTable
  school_building: SchoolBuildingTable
  share: ShareTable
  enrolment: EnrolmentTable
  pop: PopTable
  wan_link: WanLinkTable
  network: NetworkTable
  equipment: EquipmentTable
  fleet_device: FleetDeviceTable
  fleet_holder: FleetHolderTable
  territory: TerritoryTable
  establishment: EstablishmentTable
  deprivation: DeprivationTable
  catalogue_item: CatalogueItemTable
  spending: SpendingTable
  allocation_run: AllocationRunTable
  allocation_input: AllocationInputTable
  allocation_row: AllocationRowTable
  override: OverrideTable
  scan: ScanTable
  target: TargetTable
  device: DeviceTable
  device_system: DeviceSystemTable
  component: ComponentTable
  interface: InterfaceTable
  device_address: DeviceAddressTable
  vlan: VlanTable
  neighbour: NeighbourTable
  supply: SupplyTable
  change: ChangeTable
  mac_sighting: MacSightingTable
  address_sighting: AddressSightingTable
  access_point: AccessPointTable
  installed_software: InstalledSoftwareTable
  storage_volume: StorageVolumeTable
  poe_source: PoeSourceTable
  poe_port: PoePortTable
  gauge: GaugeTable
  wan_basis: WanBasisTable
  wan_interface: WanInterfaceTable
  traffic_sample: TrafficSampleTable
  traffic_day: TrafficDayTable
}
