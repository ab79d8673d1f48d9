import type { Level } from '../../model/records.js'
import { fr } from '../typography.js'

interface Text {
  readonly fr: string
  readonly en: string
}

/** Texts of the map page: they travel inside it as they are, so none takes parameters; `{0}` marks where a value goes. */
const page = {
  pageTitle: { fr: fr`Réseau et équipement des écoles`, en: `School networks and equipment` },
  province: { fr: fr`Québec`, en: `Québec` },
  severalBoards: { fr: fr`{0} organismes`, en: `{0} boards` },
  profile: { fr: fr`Norme`, en: `Standard` },
  schoolYear: { fr: fr`Année scolaire`, en: `School year` },
  generatedAt: { fr: fr`Produit le`, en: `Made on` },
  noScript: {
    fr: fr`Cette page a besoin de JavaScript pour dessiner la carte. Les mêmes données sont dans les fichiers GeoJSON (cartable carte --format geojson).`,
    en: `This page needs JavaScript to draw the map. The same data is in the GeoJSON files (cartable map --format geojson).`,
  },
  skipToTable: { fr: fr`Aller au tableau`, en: `Skip to the table` },
  colon: { fr: fr` : `, en: `: ` },
  atLeast: { fr: fr`au moins {0}`, en: `at least {0}` },
  none: { fr: fr`Aucun`, en: `None` },
  close: { fr: fr`Fermer`, en: `Close` },

  kpiBuildings: { fr: fr`Immeubles`, en: `Buildings` },
  kpiPupils: { fr: fr`Élèves`, en: `Pupils` },
  kpiBelow: { fr: fr`Élèves sous le besoin`, en: `Pupils below demand` },
  kpiEquipment: { fr: fr`Équipement manquant`, en: `Equipment missing` },

  mapLabel: {
    fr: fr`Carte des immeubles et des liens. Le tableau qui suit dit tout ce qu'elle montre.`,
    en: `Map of buildings and links. The table that follows says all that it shows.`,
  },
  zoomIn: { fr: fr`Agrandir`, en: `Zoom in` },
  zoomOut: { fr: fr`Réduire`, en: `Zoom out` },
  wholeView: { fr: fr`Tout voir`, en: `See all` },
  outlineSource: {
    fr: fr`Contour du Québec : Natural Earth, domaine public`,
    en: `Outline of Québec: Natural Earth, public domain`,
  },
  unlocatedNote: {
    fr: fr`Sans coordonnées, dans le tableau seulement : {0}`,
    en: `Without coordinates, in the table only: {0}`,
  },

  legend: { fr: fr`Légende`, en: `Legend` },
  legendLevels: { fr: fr`Débit reçu par rapport au besoin`, en: `Bandwidth received against demand` },
  legendHint: {
    fr: fr`Touchez un niveau pour le cacher ou le montrer.`,
    en: `Press a level to hide or show it.`,
  },
  legendSize: { fr: fr`Taille : nombre d'élèves`, en: `Size: number of pupils` },
  legendPop: { fr: fr`Point de présence`, en: `Point of presence` },
  legendLink: { fr: fr`Lien, largeur selon sa capacité`, en: `Link, as wide as its capacity` },
  legendOverload: { fr: fr`Lien trop étroit`, en: `Link too narrow` },
  legendBackup: { fr: fr`Lien de secours`, en: `Backup link` },
  legendPlanned: { fr: fr`Prévu ou hors service`, en: `Planned or out of service` },
  legendTerritory: { fr: fr`Territoire`, en: `Territory` },

  search: { fr: fr`Chercher`, en: `Search` },
  searchHint: { fr: fr`Nom, code, municipalité, école`, en: `Name, code, municipality, school` },
  shown: { fr: fr`{0} sur {1}`, en: `{0} of {1}` },
  nothingFound: {
    fr: fr`Rien ne correspond. Effacez la recherche ou remontrez un niveau dans la légende.`,
    en: `Nothing matches. Clear the search or show a level again in the legend.`,
  },
  tables: { fr: fr`Tableaux`, en: `Tables` },
  tabBuildings: { fr: fr`Immeubles`, en: `Buildings` },
  tabLinks: { fr: fr`Liens`, en: `Links` },
  tabPops: { fr: fr`Points de présence`, en: `POPs` },
  tabTerritories: { fr: fr`Territoires`, en: `Territories` },
  printNote: { fr: fr`Le tableau complet est dans la page.`, en: `The whole table is in the page.` },

  building: { fr: fr`Immeuble`, en: `Building` },
  level: { fr: fr`Niveau`, en: `Level` },
  pupils: { fr: fr`Élèves`, en: `Pupils` },
  demand: { fr: fr`Besoin`, en: `Demand` },
  share: { fr: fr`Reçu`, en: `Received` },
  ratio: { fr: fr`Reçu ÷ besoin`, en: `Received ÷ demand` },
  shortfall: { fr: fr`Équipement manquant`, en: `Equipment missing` },
  link: { fr: fr`Lien`, en: `Link` },
  ends: { fr: fr`Extrémités`, en: `Ends` },
  capacity: { fr: fr`Capacité`, en: `Capacity` },
  linkDemand: { fr: fr`Besoin porté`, en: `Demand carried` },
  load: { fr: fr`Charge`, en: `Load` },
  status: { fr: fr`État`, en: `Status` },
  pop: { fr: fr`Point de présence`, en: `Point of presence` },
  kind: { fr: fr`Genre`, en: `Kind` },
  network: { fr: fr`Réseau`, en: `Network` },
  territory: { fr: fr`Territoire`, en: `Territory` },
  language: { fr: fr`Langue`, en: `Language` },
  noCoordinates: { fr: fr`sans coordonnées`, en: `no coordinates` },
  noGeometry: { fr: fr`non tracé`, en: `not drawn` },

  receivesPart: { fr: fr`Reçoit {0} de ce qu'il lui faut.`, en: `Receives {0} of what it needs.` },
  receivesAll: { fr: fr`Reçoit tout ce qu'il lui faut ({0}).`, en: `Receives all that it needs ({0}).` },
  receivesNone: { fr: fr`Aucun chemin jusqu'à un point de présence.`, en: `No path to a point of presence.` },
  receivesUnknown: { fr: fr`Il manque une donnée pour conclure.`, en: `Something is missing to conclude.` },
  carries: { fr: fr`On lui demande {0} de sa capacité.`, en: `It is asked for {0} of its capacity.` },
  carriesUnknown: { fr: fr`Charge inconnue.`, en: `Load unknown.` },
  perPupil: { fr: fr`Reçu par élève`, en: `Received per pupil` },
  upload: { fr: fr`En montée`, en: `Upload` },
  uploadLine: { fr: fr`{0} reçus pour un besoin de {1}`, en: `{0} received for a demand of {1}` },
  path: { fr: fr`Chemin`, en: `Path` },
  bottleneck: { fr: fr`goulot`, en: `bottleneck` },
  oversubscription: { fr: fr`Besoin ÷ capacité`, en: `Demand ÷ capacity` },
  backup: { fr: fr`Secours`, en: `Backup` },
  noBackup: { fr: fr`Aucun : point de défaillance unique`, en: `None: single point of failure` },
  closing: { fr: fr`Ce qui comblerait l'écart`, en: `What would close the gap` },
  closingStep: { fr: fr`Porter {0} de {1} à {2}`, en: `Raise {0} from {1} to {2}` },
  equipment: { fr: fr`Équipement`, en: `Equipment` },
  equipmentLine: {
    fr: fr`{0} à ajouter ({1} sur {2} en service)`,
    en: `{0} to add ({1} of {2} in service)`,
  },
  devices: { fr: fr`Appareils réseau`, en: `Network devices` },
  devicesLine: { fr: fr`{0} avec lecture, {1} sans lecture`, en: `{0} read, {1} not read` },
  why: { fr: fr`À savoir`, en: `Worth knowing` },
  schools: { fr: fr`Écoles`, en: `Schools` },
  board: { fr: fr`Organisme`, en: `Board` },
  provider: { fr: fr`Fournisseur`, en: `Provider` },
  medium: { fr: fr`Support`, en: `Medium` },
  role: { fr: fr`Rôle`, en: `Role` },
  monthlyCost: { fr: fr`Coût mensuel`, en: `Monthly cost` },
  contractEnd: { fr: fr`Fin du contrat`, en: `Contract end` },
  overridden: { fr: fr`Corrigé`, en: `Corrected` },
  'overridden-name': { fr: fr`le nom`, en: `name` },
  'overridden-coordinates': { fr: fr`la position`, en: `position` },
  capacityBothWays: { fr: fr`{0} en descente, {1} en montée`, en: `{0} down, {1} up` },
} as const satisfies Record<string, Text>

const levels = {
  rangeCritical: { fr: fr`moins de 50 %`, en: `under 50%` },
  rangeShort: { fr: fr`50 à 79 %`, en: `50 to 79%` },
  rangeTight: { fr: fr`80 à 99 %`, en: `80 to 99%` },
  rangeOk: { fr: fr`100 % et plus`, en: `100% and over` },
  rangeUnlinked: { fr: fr`aucun chemin`, en: `no path` },
  rangeUnknown: { fr: fr`sans donnée`, en: `no data` },
} as const satisfies Record<`range${Capitalize<Level>}`, Text>

/** The map page and its legend. All are plain texts. */
export const map = {
  ...page,
  ...levels,
}

/** The data dictionary that goes with the GeoJSON files: one description per property, then the sentences around. */
export const mapDictionary = {
  fileName: { fr: 'dictionnaire.md', en: 'dictionary.md' },
  mapFile: { fr: 'carte', en: 'map' },
  csvFileName: { fr: 'dictionnaire.csv', en: 'dictionary.csv' },
  degrees: {
    fr: (column: string) =>
      fr`${column.startsWith('lon') ? 'Longitude' : 'Latitude'}${column.includes('_') ? fr` du bout ${column.slice(-1)}` : ''}, degrés, WGS 84 (EPSG:4326) ; vide quand elle n'est pas connue`,
    en: (column: string) =>
      `${column.startsWith('lon') ? 'Longitude' : 'Latitude'}${column.includes('_') ? ` of end ${column.slice(-1)}` : ''}, degrees, WGS 84 (EPSG:4326); empty when it is not known`,
  },
  title: { fr: fr`Dictionnaire des données de la carte`, en: `Data dictionary of the map` },
  intro: {
    fr: fr`Toutes les couches : longitude puis latitude, WGS 84 (EPSG:4326), six décimales. Une valeur absente est \`null\` ; zéro est une mesure. Les débits sont en bits par seconde.`,
    en: `All layers: longitude then latitude, WGS 84 (EPSG:4326), six decimals. An absent value is \`null\`; zero is a measurement. Rates are in bits per second.`,
  },
  context: {
    fr: (profile: string, year: string, at: string) =>
      fr`Norme de débit : ${profile}. Année scolaire : ${year}. Produit le ${at}.`,
    en: (profile: string, year: string, at: string) =>
      `Bandwidth standard: ${profile}. School year: ${year}. Made on ${at}.`,
  },
  scenario: {
    fr: (label: string, profile: string, year: string) =>
      fr`Scénario comparé (propriétés \`scenario_\`) : ${label}. Norme de débit : ${profile}. Année scolaire : ${year}.`,
    en: (label: string, profile: string, year: string) =>
      `Compared scenario (properties \`scenario_\`): ${label}. Bandwidth standard: ${profile}. School year: ${year}.`,
  },
  files: {
    fr: fr`Chaque couche est dans un fichier, ou toutes dans un seul où la propriété \`layer\` nomme la couche.`,
    en: `Each layer is in a file, or all in a single one where the property \`layer\` names the layer.`,
  },
  otherFiles: {
    fr: fr`Un GeoPackage a une table par couche, du même nom, où une liste est du JSON ; un KML a un dossier par couche. Un fichier OFDS suit les champs de sa norme, l'Open Fibre Data Standard 0.3.`,
    en: `A GeoPackage has a table for each layer, of the same name, where a list is JSON; a KML file has a folder for each layer. An OFDS file has the fields of its own standard, the Open Fibre Data Standard 0.3.`,
  },
  schoolPlace: {
    fr: fr`Un seul point par école, à celui de ses immeubles où sont le plus de ses élèves (\`main_building\`) : chaque école compte une fois. Ses autres immeubles sont dans \`buildings\`, et dans la couche du même nom.`,
    en: `One point for each school, at the one of its buildings where most of its pupils are (\`main_building\`): each school counts once. Its other buildings are in \`buildings\`, and in the layer of that name.`,
  },
  linkLine: {
    fr: fr`Une ligne suit le tracé du fichier importé quand il y en a un (\`route\` : imported), sinon elle va droit d'une extrémité à l'autre (straight).`,
    en: `A line follows the imported file's route where there is one (\`route\`: imported), else it goes straight from end to end (straight).`,
  },
  features: {
    fr: (count: string, geometry: string) => fr`Objets : ${count} (${geometry}).`,
    en: (count: string, geometry: string) => `Features: ${count} (${geometry}).`,
  },
  property: { fr: fr`Propriété`, en: `Property` },
  type: { fr: fr`Type`, en: `Type` },
  meaning: { fr: fr`Sens`, en: `Meaning` },
  levels: { fr: fr`Niveaux`, en: `Levels` },
  value: { fr: fr`Valeur`, en: `Value` },
  ratioRange: { fr: fr`Reçu ÷ besoin`, en: `Received ÷ demand` },
  unlocated: { fr: fr`Sans place sur la carte`, en: `Without a place on the map` },
  layer: { fr: fr`Couche`, en: `Layer` },
  unlocatedIntro: {
    fr: fr`Ces lignes n'ont pas de coordonnées (pour un lien : une de ses extrémités). Aucune couche ne les a ; ajoutez leurs coordonnées et refaites la carte.`,
    en: `These rows have no coordinates (for a link: one of its ends). No layer has them; add their coordinates and make the map again.`,
  },
  typeText: { fr: fr`texte`, en: `text` },
  typeInteger: { fr: fr`entier`, en: `integer` },
  typeNumber: { fr: fr`nombre`, en: `number` },
  typeBoolean: { fr: fr`booléen`, en: `boolean` },
  typeDate: { fr: fr`date`, en: `date` },
  typeList: { fr: fr`liste`, en: `list` },
} as const
