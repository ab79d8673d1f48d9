import type { GapChangeKind } from '../../model/comparison.js'
import type { DeprivationLevel } from '../../model/deprivation.js'
import type { DeviceKind, LinkState } from '../../model/device.js'
import type { AllocationPart, EquipmentLot } from '../../model/equipment.js'
import type { FleetClass, FleetStatus } from '../../model/fleet.js'
import type { LinkConfidence } from '../../model/link.js'
import type { Board, Establishment, Network, Sector } from '../../model/organisation.js'
import type { Lack } from '../../model/quality.js'
import type { WanConfidence } from '../../model/traffic.js'
import type { ShortfallBy } from '../../model/shortfall-totals.js'
import type { LinkStatus, Medium, Pop, WanLink } from '../../model/wan-link.js'
import type { EquityRow } from '../../model/equity.js'
import type { PlaceKind } from '../../model/sharing.js'
import { fr } from '../typography.js'
import { changeKinds } from './changes.js'
import { reportWords } from './report.js'

type Text = { readonly fr: string; readonly en: string }

const media = {
  'medium-fibre': { fr: fr`Fibre optique`, en: `Fibre` },
  'medium-microwave': { fr: fr`Micro-ondes`, en: `Microwave` },
  'medium-copper': { fr: fr`Cuivre`, en: `Copper` },
  'medium-coaxial': { fr: fr`Câble coaxial`, en: `Coaxial` },
  'medium-satellite': { fr: fr`Satellite`, en: `Satellite` },
  'medium-cellular': { fr: fr`Cellulaire`, en: `Cellular` },
} as const satisfies Record<`medium-${Medium}`, Text>

const statuses = {
  'status-proposed': { fr: fr`Proposé`, en: `Proposed` },
  'status-planned': { fr: fr`Prévu`, en: `Planned` },
  'status-underConstruction': { fr: fr`En construction`, en: `Under construction` },
  'status-operational': { fr: fr`En service`, en: `In service` },
  'status-inactive': { fr: fr`Inactif`, en: `Inactive` },
  'status-decommissioned': { fr: fr`Retiré`, en: `Decommissioned` },
} as const satisfies Record<`status-${LinkStatus}`, Text>

const popKinds = {
  'kind-pop': { fr: fr`Point de présence`, en: `Point of presence` },
  'kind-data-centre': { fr: fr`Centre de données`, en: `Data centre` },
  'kind-ixp': { fr: fr`Point d'échange`, en: `Internet exchange` },
} as const satisfies Record<`kind-${Pop['kind']}`, Text>

/** Categories of equipment; one that is not here is shown by its code. */
const categories = {
  'category-robotique': { fr: fr`Robotique`, en: `Robotics` },
  'category-laboratoire-creatif': { fr: fr`Laboratoire créatif`, en: `Creative lab` },
  'category-flotte': { fr: fr`Flotte d'appareils`, en: `Device fleet` },
} as const satisfies Record<string, Text>

const parts = {
  'part-equipment': { fr: fr`Équipement`, en: `Equipment` },
  'part-training': { fr: fr`Formation`, en: `Training` },
} as const satisfies Record<`part-${AllocationPart}`, Text>

const deviceKinds = {
  'kind-switch': { fr: fr`Commutateur`, en: `Switch` },
  'kind-router': { fr: fr`Routeur`, en: `Router` },
  'kind-firewall': { fr: fr`Pare-feu`, en: `Firewall` },
  'kind-access-point': { fr: fr`Borne Wi-Fi`, en: `Access point` },
  'kind-wifi-controller': { fr: fr`Contrôleur Wi-Fi`, en: `Wi-Fi controller` },
  'kind-printer': { fr: fr`Imprimante`, en: `Printer` },
  'kind-power': { fr: fr`Alimentation`, en: `Power` },
  'kind-camera': { fr: fr`Caméra`, en: `Camera` },
  'kind-storage': { fr: fr`Stockage`, en: `Storage` },
  'kind-server': { fr: fr`Serveur`, en: `Server` },
  'kind-hypervisor': { fr: fr`Hyperviseur`, en: `Hypervisor` },
  'kind-voip': { fr: fr`Téléphonie`, en: `VoIP` },
  'kind-environment': { fr: fr`Environnement`, en: `Environment` },
  'kind-appliance': { fr: fr`Serveur dédié`, en: `Appliance` },
  'kind-bmc': { fr: fr`Carte de gestion`, en: `Management card` },
  'kind-av': { fr: fr`Audiovisuel`, en: `Audio-visual` },
  'kind-unknown': { fr: fr`Inconnue`, en: `Unknown` },
} as const satisfies Record<`kind-${DeviceKind}`, Text>

const states = {
  'operStatus-up': { fr: fr`actif`, en: `up` },
  'operStatus-down': { fr: fr`inactif`, en: `down` },
  'operStatus-testing': { fr: fr`en essai`, en: `testing` },
  'operStatus-unknown': { fr: fr`inconnu`, en: `unknown` },
  'operStatus-dormant': { fr: fr`en attente`, en: `dormant` },
  'operStatus-notPresent': { fr: fr`absent`, en: `not present` },
  'operStatus-lowerLayerDown': { fr: fr`sans support`, en: `lower layer down` },
} as const satisfies Record<`operStatus-${LinkState}`, Text>

const conditions = {
  'condition-good': { fr: fr`Bon`, en: `Good` },
  'condition-broken': { fr: fr`En panne`, en: `Broken` },
  'condition-retired': { fr: fr`Retiré`, en: `Retired` },
} as const satisfies Record<`condition-${EquipmentLot['condition']}`, Text>

const roles = {
  'role-primary': { fr: fr`Principal`, en: `Primary` },
  'role-backup': { fr: fr`Secours`, en: `Backup` },
  'role-lan': { fr: fr`Réseau local`, en: `Local network` },
  'role-wifi': { fr: fr`Sans fil`, en: `Wireless` },
  'role-management': { fr: fr`Gestion`, en: `Management` },
  'role-wan': { fr: fr`Réseau étendu`, en: `Wide area` },
} as const satisfies Record<`role-${WanLink['role'] | NonNullable<Network['role']>}`, Text>

const sectors = {
  'sector-preschool': { fr: fr`Préscolaire`, en: `Preschool` },
  'sector-youth': { fr: fr`Jeunes`, en: `Youth` },
  'sector-adult': { fr: fr`Adultes`, en: `Adult` },
  'sector-vocational': { fr: fr`Professionnelle`, en: `Vocational` },
  'sector-private': { fr: fr`privé`, en: `private` },
  'sector-higher-education': { fr: fr`enseignement supérieur`, en: `higher education` },
} as const satisfies Record<`sector-${Sector | Establishment['sector']}`, Text>

const levels = {
  'levels-primary': { fr: fr`primaire`, en: `primary` },
  'levels-secondary': { fr: fr`secondaire`, en: `secondary` },
  'levels-both': { fr: fr`primaire et secondaire`, en: `primary and secondary` },
} as const satisfies Record<`levels-${DeprivationLevel}`, Text>

const languages = {
  'language-Franco': { fr: fr`Français`, en: `French` },
  'language-Anglo': { fr: fr`Anglais`, en: `English` },
  'language-Statut': { fr: fr`Statut particulier`, en: `Special status` },
} as const satisfies Record<`language-${NonNullable<Board['language']>}`, Text>

const confidences = {
  'confidence-said': { fr: fr`dit`, en: `said` },
  'confidence-confirmed': { fr: fr`confirmé`, en: `confirmed` },
  'confidence-one-sided': { fr: fr`unilatéral`, en: `one-sided` },
  'confidence-ambiguous': { fr: fr`ambigu`, en: `ambiguous` },
} as const satisfies Record<`confidence-${LinkConfidence | WanConfidence}`, Text>
const fleetStatuses = {
  'status-active': { fr: fr`En service`, en: `In use` },
  'status-in-stock': { fr: fr`En stock`, en: `In stock` },
  'status-broken': { fr: fr`En panne`, en: `Broken` },
  'status-retired': { fr: fr`Retiré`, en: `Retired` },
  'status-lost': { fr: fr`Perdu`, en: `Lost` },
  'status-stolen': { fr: fr`Volé`, en: `Stolen` },
} as const satisfies Record<`status-${FleetStatus}`, Text>

const fleetClasses = {
  'class-seen': { fr: fr`Vu`, en: `Seen` },
  'class-not-seen': { fr: fr`Pas vu`, en: `Not seen` },
  'class-elsewhere': { fr: fr`Ailleurs`, en: `Elsewhere` },
  'class-alive': { fr: fr`Encore actif`, en: `Still alive` },
  'class-idle': { fr: fr`Hors service`, en: `Idle` },
  'class-duplicated': { fr: fr`En double`, en: `Duplicate` },
  'class-ambiguous': { fr: fr`Ambigu`, en: `Ambiguous` },
  'class-unidentified': { fr: fr`Sans repère`, en: `No identifier` },
  'class-possible': { fr: fr`Possible`, en: `Possible` },
  'class-unknown': { fr: fr`Inconnu`, en: `Unknown` },
  'class-past': { fr: fr`Disparu`, en: `Past` },
  'class-ignored': { fr: fr`Ignoré`, en: `Ignored` },
} as const satisfies Record<`class-${FleetClass}`, Text>

const factChanges = {
  'what-added': { fr: fr`Nouveau`, en: `New` },
  'what-changed': { fr: fr`Changé`, en: `Changed` },
  'what-removed': { fr: fr`Retiré`, en: `Withdrawn` },
} as const

/** Facts by the table that keeps them; one that is not here is shown by its table's name. */
const facts = {
  'fact-board': { fr: fr`Organisme`, en: `Board` },
  'fact-school': { fr: fr`École`, en: `School` },
  'fact-building': { fr: fr`Immeuble`, en: `Building` },
  'fact-school_building': { fr: fr`École et immeuble`, en: `School in building` },
  'fact-share': { fr: fr`Part`, en: `Share` },
  'fact-enrolment': { fr: fr`Effectif`, en: `Enrolment` },
  'fact-pop': { fr: fr`Point de présence`, en: `Point of presence` },
  'fact-wan_link': { fr: fr`Lien`, en: `Link` },
  'fact-network': { fr: fr`Réseau`, en: `Network` },
  'fact-equipment': { fr: fr`Équipement`, en: `Equipment` },
  'fact-territory': { fr: fr`Territoire`, en: `Territory` },
  'fact-establishment': { fr: fr`Établissement`, en: `Establishment` },
  'fact-deprivation': { fr: fr`Défavorisation`, en: `Deprivation` },
  'fact-catalogue_item': { fr: fr`Catalogue`, en: `Catalogue` },
  'fact-spending': { fr: fr`Dépense`, en: `Spending` },
  'fact-fleet_device': { fr: fr`Parc`, en: `Fleet` },
} as const

const lacks = {
  'lacks-coordinates': { fr: fr`coordonnées`, en: `coordinates` },
  'lacks-enrolment': { fr: fr`effectif`, en: `enrolment` },
  'lacks-link': { fr: fr`lien`, en: `link` },
  'lacks-capacity': { fr: fr`capacité d'un lien`, en: `a link's capacity` },
  'lacks-network': { fr: fr`réseau`, en: `network` },
  'lacks-scan': { fr: fr`balayage`, en: `scan` },
} as const satisfies Record<`lacks-${Lack}`, Text>

/** What becomes of a building between two states of the network. */
const gapChanges = {
  'change-better': { fr: fr`gagne`, en: `gains` },
  'change-worse': { fr: fr`perd`, en: `loses` },
  'change-opens': { fr: fr`s'ouvre`, en: `opens` },
  'change-empties': { fr: fr`se vide`, en: `empties` },
  'change-differs': { fr: fr`change`, en: `changes` },
} as const satisfies Record<`change-${GapChangeKind}`, Text>

const placeKinds = {
  'placeKind-pop': { fr: 'POP', en: 'POP' },
  'placeKind-span': { fr: 'Fibre', en: 'Fibre' },
  'placeKind-building': { fr: 'Immeuble', en: 'Building' },
} as const satisfies Record<`placeKind-${PlaceKind}`, Text>

const criteria = {
  'by-all': { fr: fr`Tous`, en: `All` },
  'by-building': { fr: fr`Immeuble`, en: `Building` },
  'by-board': { fr: fr`Organisme`, en: `Board` },
  'by-region': { fr: fr`Région`, en: `Region` },
  'by-mrc': { fr: fr`MRC`, en: `MRC` },
  'by-language': { fr: fr`Langue`, en: `Language` },
  'by-decile': { fr: fr`Décile IMSE`, en: `IMSE decile` },
  'by-size': { fr: fr`Taille`, en: `Size` },
  'by-remoteness': { fr: fr`Éloignement`, en: `Remoteness` },
} as const satisfies Record<`by-${EquityRow['by'] | Exclude<ShortfallBy, 'school'>}`, Text>

/** Words of closed lists, as `field-value`. */
export const words = {
  ...gapChanges,
  ...criteria,
  ...placeKinds,
  ...media,
  ...statuses,
  ...popKinds,
  ...categories,
  ...parts,
  ...deviceKinds,
  ...changeKinds,
  ...states,
  ...conditions,
  ...sectors,
  ...levels,
  ...roles,
  ...confidences,
  ...languages,
  ...fleetStatuses,
  ...fleetClasses,
  ...lacks,
  ...factChanges,
  ...facts,
  ...reportWords,
}
