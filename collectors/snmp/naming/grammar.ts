import type { DeviceKind } from '../../../src/model/device.js'
import type { Rule } from './define-profile.js'

/**
 * How makers write a sysDescr, from the most explicit form to the least. A form is here because several makers use it,
 * and because what it takes cannot be prose: it is anchored, or follows a label.
 */
export const MODEL_GRAMMAR: readonly Rule[] = [
  // `MN:AP8959EU3`, `MD:PX4-5730`, `Model:P42D04M`, `Router Model: Vigor165,`
  {
    from: 'sysDescr',
    match:
      /(?:^|[\s,;(])(?:M[ND]|Model(?: Name| No\.?| Number)?|Product(?: Name)?) ?[:=] ?([\w][\w .+/-]*?\d[\w+/-]*)(?= *(?:[,;)]|$| [A-Z]\w+ ?:| HW| FW| SN))/i,
  },
  // `; AXIS Q6055-E; PTZ Dome Network Camera; 7.40.1;`
  { from: 'sysDescr', match: /^; ?([^;]+?);/ },
  // `… running on an Arista Networks DCS-7150S-24`
  { from: 'sysDescr', match: /running on an? (?:[A-Z]\w+ )*([A-Z][\w-]*\d[\w-]*)$/ },
]

/** A leading product token: letters and digits, with a hyphen or long enough to be no word and no version. */
export const LEADING_MODEL =
  /^((?:[A-Z]{1,5}[ -])?[A-Z]{0,8}-?\d{2,}[A-Z0-9]*(?:v\d)?(?:[-/+][A-Z0-9+]+)*|[A-Z]{2,8}\d+[A-Za-z]*(?:[-/+][\w+]+)*)(?=$|[\s,;(])/

/** The first clause: up to a comma, a bracket, a label or a version. */
export const CLAUSE =
  /^(.{3,60}?)(?:$|[,;(\n]| - | \/ |:| (?:SN|S\/N|HW|H\/W|SW|FW|Firmware|Software|Version|Ver|Rev|build)\b| v ?\d| \d+\.\d+)/i

/** Words of a description that are no product's name. */
export const COMMON =
  /^(?:the|an?|switch|switches|router|gateway|device|card|agent|server|system|systems|software|firmware|network|networks|ethernet|gigabit|snmp|linux|windows|freebsd|unix|hardware|controller|module|port|ports|printer|series|release|version|managed|smart|poe|layer|ios|junos|model|product|unit|web|ups|pdu|test|lab|room|rack|floor|building)$/i

export const VERSION_GRAMMAR: readonly Rule[] = [
  // `Version 15.0(2)SG10,`, `Version: 1.8.2#…`, `Firmware Ver.1.14`, `fw:1.5.5_2394`, `SW: 1.1.1.9`, `version 3.2.1-04,`
  {
    from: 'sysDescr',
    match: /\b(?:Software |Firmware |SW |FW )?(?:Version|Ver\.?|Vers\.?) ?[:=]? ?[vV]?(\d+(?:\.\d+)+[^\s,;]*)/i,
  },
  {
    from: 'sysDescr',
    match: /\b(?:Firmware|Software|FW|SW)(?: Rev(?:ision)?\.?)? ?[:=]? ?[vV]?(\d+(?:\.\d+)+[^\s,;)]*)/i,
  },
  { from: 'sysDescr', match: /\b(?:Version|Firmware)[ :]+([A-Z]{1,3}\.\d+\.\d+[^\s,;)]*)/ },
  // `GigaVUE-OS 5.16.00`, `ScreenOS 6.3.0`
  { from: 'sysDescr', match: /\b\w+-?OS (\d+\.\d+[^\s,;)]*)/ },
  // `…, revision WB.15.16.0005, ROM WB.15.05`
  { from: 'sysDescr', match: /\brevision ([A-Z]{0,3}\.?\d+(?:\.\d+)+[^\s,;)]*)/i },
  // `; AXIS Q6055-E; PTZ Dome Network Camera; 7.40.1; …`
  { from: 'sysDescr', match: /^;(?:[^;]*;){2} ?([\d.]+);/ },
]

/** Versions of parts and of hardware, with the word that says so. */
export const PARTS =
  /\b(?:Linux|kernel|U-Boot|uboot|VxWorks|eCos|ROM|Boot(?:loader|rom)?|Btldr|Loader|CFE|HW|H\/W|Hardware|PCB|CPLD|FPGA|BIOS|BMC|SNMP|Agent|OpenSSL|NT)(?: (?:Version|Ver\.?|Rev(?:ision)?\.?))? ?[:=]? ?[vV]?\d+(?:[._]\d+)+\S*/gi

/** `TrueNAS-11.2-U7`, `VMware ESXi 7.0.0 build-…`, `HP 1820-8G Switch J9979A, PT.01.14, …`: three parts, wherever they stand. */
export const LONG_VERSION =
  /(?<![\w.:-])[vV]?((?!(?:10|127|172|192)\.\d+\.\d+\.\d+(?![\w.])|(?:19|20)\d\d\.)\d+\.\d+\.\d+[\w.()-]*|[A-Z]{1,2}\.\d\d\.\d\d[\w.]*)(?=$|[\s,;)])/

/** `VSP-8608 (6.2.0.2)`, `CS121 v 5.14.50`, `USW-Flex 5.76.7.13442`, `GS724Tv4 …, 6.3.1.11, B1.0.0.4`: one short line, one version. */
export const SHORT_VERSION =
  /(?:^|[\s(,])(?:v ?)?(\d+\.\d+\.\d+[\w.-]*(?=$|[\s,;)])|[A-Z]{1,2}\.\d+\.\d+[\w.]*(?=$|[\s,;)])|\d+\.\d+\w*$)/

/** An operating system that names itself by its kernel. */
export const SYSTEMS: readonly { readonly match: RegExp; readonly osName: string }[] = [
  // `Linux host 4.15.0-88-generic #88-Ubuntu SMP …`; the host may be left out or stand after the kernel's date.
  { match: /^Linux (?:\S+ )?(?:#\d+ )?(\d+\.\d+(?:\.\d+)*\S*)/, osName: 'Linux' },
  { match: /^(?:FreeBSD|HardenedBSD) \S+ (\d+\.\d+-\S+)/, osName: 'FreeBSD' },
  { match: /^OpenBSD \S+ (\d+\.\d+)/, osName: 'OpenBSD' },
  { match: /^Darwin \S+ (\d+(?:\.\d+)+)/, osName: 'macOS' },
  { match: /^SunOS \S+ (\d+\.\d+)/, osName: 'Solaris' },
]

/** Kinds whose words are surer than what a maker mostly makes. */
export const SURE_KINDS: ReadonlySet<DeviceKind> = new Set([
  'wifi-controller',
  'access-point',
  'firewall',
  'printer',
  'camera',
  'environment',
])

/** Words of a sysDescr (or of a printer's description) that say what a device is for, the surer first. */
export const KIND_WORDS: readonly {
  readonly match: RegExp
  readonly kind: DeviceKind
}[] = [
  { match: /\b(?:wireless (?:lan )?controller|mobility controller|wlan controller|wlc)\b/i, kind: 'wifi-controller' },
  { match: /\b(?:access point|wireless ap|802\.11\w*|wifi ap)\b|\bAP-?\d/i, kind: 'access-point' },
  { match: /\b(?:firewall|security appliance|security gateway|utm|pfsense|opnsense)\b/i, kind: 'firewall' },
  { match: /\b(?:printer|laserjet|officejet|imagerunner|multifunction|mfp|scanner)\b/i, kind: 'printer' },
  { match: /\b(?:ups\w*|pdu|power distribution|uninterruptible)\b/i, kind: 'power' },
  { match: /\b(?:ip camera|network camera|network video|nvr|dvr|encoder)\b/i, kind: 'camera' },
  { match: /\b(?:ethernet switch|smart switch|managed switch|switch)\b/i, kind: 'switch' },
  { match: /\brouter\b/i, kind: 'router' },
  { match: /\b(?:voip|ip phone|sip|sbc|pbx|gateway voice|voice gateway)\b/i, kind: 'voip' },
  { match: /\b(?:nas|storage|san)\b/i, kind: 'storage' },
  { match: /\b(?:sensor|temperature|environment(?:al)?|humidity|thermometer)\b/i, kind: 'environment' },
  { match: /\b(?:windows|server)\b/i, kind: 'server' },
]
