import { accord, agree, fr } from '../typography.js'

type Text = { readonly fr: string; readonly en: string }

/** hrPrinterDetectedErrorState by bit (RFC 2790). */
const printerErrors = {
  'error-lowPaper': { fr: fr`peu de papier`, en: `paper low` },
  'error-noPaper': { fr: fr`plus de papier`, en: `no paper` },
  'error-lowToner': { fr: fr`peu d'encre`, en: `toner low` },
  'error-noToner': { fr: fr`plus d'encre`, en: `no toner` },
  'error-doorOpen': { fr: fr`porte ouverte`, en: `door open` },
  'error-jammed': { fr: fr`bourrage`, en: `jammed` },
  'error-offline': { fr: fr`hors ligne`, en: `offline` },
  'error-serviceRequested': { fr: fr`entretien demandé`, en: `service requested` },
  'error-inputTrayMissing': { fr: fr`bac d'entrée absent`, en: `input tray missing` },
  'error-outputTrayMissing': { fr: fr`bac de sortie absent`, en: `output tray missing` },
  'error-markerSupplyMissing': { fr: fr`cartouche absente`, en: `cartridge missing` },
  'error-outputNearFull': { fr: fr`sortie presque pleine`, en: `output nearly full` },
  'error-outputFull': { fr: fr`sortie pleine`, en: `output full` },
  'error-inputTrayEmpty': { fr: fr`bac d'entrée vide`, en: `input tray empty` },
  'error-overduePreventMaint': { fr: fr`entretien en retard`, en: `maintenance overdue` },
} as const satisfies Record<string, Text>

/** PrtAlertSeverityLevelTC (RFC 3805). */
const severities = {
  'severity-other': { fr: fr`information`, en: `information` },
  'severity-critical': { fr: fr`critique`, en: `critical` },
  'severity-warning': { fr: fr`avertissement`, en: `warning` },
  'severity-warningBinaryChangeEvent': { fr: fr`avertissement`, en: `warning` },
} as const satisfies Record<string, Text>

/** Status of an access point. */
const statuses = {
  'accessPoint-up': { fr: fr`en service`, en: `up` },
  'accessPoint-down': { fr: fr`hors service`, en: `down` },
  'accessPoint-pending': { fr: fr`en préparation`, en: `pending` },
} as const satisfies Record<string, Text>

/** EntitySensorDataType (RFC 3433), as signs. */
const units = {
  'unit-celsius': { fr: '°C', en: '°C' },
  'unit-percentRH': { fr: '% HR', en: '% RH' },
  'unit-voltsAC': { fr: 'V', en: 'V' },
  'unit-voltsDC': { fr: 'V', en: 'V' },
  'unit-amperes': { fr: 'A', en: 'A' },
  'unit-watts': { fr: 'W', en: 'W' },
  'unit-hertz': { fr: 'Hz', en: 'Hz' },
  'unit-rpm': { fr: 'tr/min', en: 'rpm' },
  'unit-cmm': { fr: 'm³/min', en: 'm³/min' },
} as const satisfies Record<string, Text>

/** What `show` says of a device's parts and of what it measures. */
export const parts = {
  pages: { fr: 'Pages', en: 'Pages' },
  printerState: { fr: fr`Imprimante`, en: `Printer` },
  display: { fr: 'Affichage', en: 'Display' },
  alerts: { fr: 'Alertes', en: 'Alerts' },
  trays: { fr: 'Bacs', en: 'Trays' },
  battery: { fr: 'Batterie', en: 'Battery' },
  batteryState: { fr: fr`État de la batterie`, en: `Battery state` },
  minutesLeft: {
    fr: (minutes: string) => fr`${minutes} min d'autonomie`,
    en: (minutes: string) => `${minutes} min left`,
  },
  batteryLow: { fr: 'presque vide', en: 'nearly empty' },
  replaceBattery: { fr: fr`à remplacer`, en: `to be replaced` },
  replacedOn: { fr: (date: string) => fr`posée le ${date}`, en: (date: string) => `installed ${date}` },
  onBattery: {
    fr: (minutes: string) => fr`sur batterie depuis ${minutes} min`,
    en: (minutes: string) => `on battery for ${minutes} min`,
  },
  output: { fr: fr`Puissance fournie`, en: `Output` },
  ofCapacity: {
    fr: (percent: string) => fr`${percent} de la capacité`,
    en: (percent: string) => `${percent} of capacity`,
  },
  upsAlarms: { fr: 'Alarmes', en: 'Alarms' },
  poe: { fr: 'PoE', en: 'PoE' },
  watts: { fr: (watts: string) => fr`${watts} W`, en: (watts: string) => `${watts} W` },
  wattsOf: {
    fr: (used: string, budget: string) => fr`${used} W sur ${budget} W`,
    en: (used: string, budget: string) => `${used} W of ${budget} W`,
  },
  delivering: {
    fr: (ports: string, all: string) => fr`${ports} ${accord(ports, 'port alimenté', 'ports alimentés')} sur ${all}`,
    en: (ports: string, all: string) => `${ports} of ${all} ports powered`,
  },
  poeFaults: {
    fr: (ports: string) => fr`${ports} en défaut`,
    en: (ports: string) => `${ports} at fault`,
  },
  memory: { fr: fr`Mémoire`, en: `Memory` },
  used: { fr: (percent: string) => fr`${percent} utilisés`, en: (percent: string) => `${percent} used` },
  volumes: { fr: 'Volumes', en: 'Volumes' },
  load: { fr: 'Charge', en: 'Load' },
  software: {
    fr: (count: string) => fr`Logiciels installés : ${count}`,
    en: (count: string) => `Software installed: ${count}`,
  },
  accessPoints: {
    fr: (all: string, up: string, clients: string) =>
      fr`Points d'accès : ${all}, dont ${up} en service; ${clients} ${accord(clients, 'client', 'clients')}`,
    en: (all: string, up: string, clients: string) =>
      `Access points: ${all}, ${up} of them up; ${clients} ${agree(clients, 'client', 'clients')}`,
  },
  clients: {
    fr: (clients: string) => fr`${clients} ${accord(clients, 'client', 'clients')}`,
    en: (clients: string) => `${clients} ${agree(clients, 'client', 'clients')}`,
  },
  wireless: { fr: 'Sans fil', en: 'Wireless' },
  sensors: {
    fr: (all: string) => fr`Capteurs : ${all}`,
    en: (all: string) => `Sensors: ${all}`,
  },
  sensorBroken: { fr: 'hors service', en: 'not working' },
  more: {
    fr: (count: string, list: string) => fr`et ${count} de plus (cartable lister ${list})`,
    en: (count: string, list: string) => `and ${count} more (cartable list ${list})`,
  },
  moreSensors: {
    fr: (count: string) => fr`et ${count} de plus`,
    en: (count: string) => `and ${count} more`,
  },
  ...printerErrors,
  ...severities,
  ...statuses,
  ...units,
} as const
