import type { Definition } from './modules.js'

/** What an object may say of the device that answers. */
export type Field = 'model' | 'version' | 'serial'

export interface Candidate {
  readonly definition: Definition
  readonly field: Field
  /** How likely it is that the object tells of the box itself; only the order counts. */
  readonly score: number
}

const ENTERPRISES = '1.3.6.1.4.1.'
/** Objects of one field that are kept below one product subtree: the best are enough. */
const KEPT = 6
/** Below this the name is too doubtful for the answer to be the box's own. */
const WORTH_ASKING = 0

const ENDINGS: Readonly<Record<Field, RegExp>> = {
  serial:
    /(?:serial|serialn(?:o|um|umber|br)|ser num|service ?tag|(?:^| )\w*sn)(?: (?:n|no|num|number|nbr|id|string|str|name))*$/,
  version:
    /(?:^| )(?:ver|rev|\w*version|\w*revision|(?:software|firmware|os|sw|fw) release|\w*software|\w*firmware)(?: (?:string|str|num|number|name|info|desc))*$/,
  model:
    /(?:^| )(?:\w*model|product|prod|platform|appliance|model ?name)(?: (?:name|num|number|no|id|string|str|type|code|desc|descr))*$|(?:^| )(?:device|hardware|hw|chassis|box|unit|system|board) (?:type|model|desc|descr)(?: (?:string|str|name))*$|part ?num(?:ber)?$/,
}

/** Words of names that speak of a part, of a neighbour or of something else than what the box is and runs. */
const ELSEWHERE =
  /^(?:fans?|tray|psus?|supply|supplies|batt|battery|batteries|sfp\w*|xcvr|xfp|transceivers?|optics?|optical|slots?|blades?|disks?|drives?|hdd|dimm|memory|mem|sensors?|probes?|ports?|outlets?|licen[sc]es?|lic|certs?|certificates?|clients?|stations?|peers?|neighbou?rs?|remote|modems?|sim|cpus?|processors?|tape|library|partner|cntlr|controllers?|accel|accelerator|lun|volume|raid|array|enclosure|bootloader|boot|btldr|rom|bootrom|bios|mib|snmp|protocol|api|java|signatures?|sig|av|ips|ids|database|db|pattern|engine|drivers?|driver|cpld|fpga|phy|dsp|radio|bluetooth|backup|alternate|alt|next|previous|prev|last|old|min|max|supported|bgp|ospf|rip|igmp|mld|pim|stp|mstp|rstp|vrrp|https?|ssl|ssh|tls|radius|tacacs|ntp|dot1x|hardware|hw|interfaces?|trap|traps|alarm|alarms|event|events|log|notification|notify|group|groups|filter|template|policy|rogue|monitor|monitored|download|upgrade|update|upload|pending|latest|available|required|target|expansion|option|options|loader|asset|user|phone|camera|sub|ap|aps|cable|line|lines|vm|vms|guest|host|nic|adapter|voice|codec|modules?|mods?|cards?|mezz|usb|tpm|kernel|manufacturer|mfg|vendor|dhcp|mac|url|date|time|oid|sniff|tty|mode|speed|scanner|accessory|cartridge|toner|marker|usm|vacm|kb|ios|cim|wmi|local|connected|compatibility|file|tftp|lldp|cdp|gps|cellular|lte|wwan|mgmtcard|switchcontroller|panel|inverter|rectifier|string|breaker|coil)$/

/** Words that speak of the box itself. */
const ITSELF =
  /^(?:sys|system|chassis|device|dev|unit|product|prod|ident|identification|info|inventory|general|appliance|box|switch|router|ups|pdu|agent|main|tower|machine|base|board|node|stack|software|firmware|sw|fw|current|running|active)$/

/** `rlPhdUnitGenParamSerialNum` → `rl phd unit gen param serial num`. */
function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[\s_-]+/)
}

/**
 * Objects that say what a device is, by what their MIB calls them: readable texts below a private enterprise whose name
 * ends in a word for a model, a version or a serial number and speaks of no part. The likeliest first.
 */
export function findIdentityObjects(definitions: readonly Definition[]): Candidate[] {
  const names = new Map(definitions.map(({ module, oid, name }) => [`${module} ${oid}`, name]))
  const found = new Map<string, Candidate>()
  for (const definition of definitions) {
    const candidate = candidateOf(definition, names)
    const known = found.get(definition.oid)
    if (candidate !== null && (known === undefined || known.score < candidate.score)) {
      found.set(definition.oid, candidate)
    }
  }
  return best([...found.values()].filter(({ score }) => score >= WORTH_ASKING))
}

function candidateOf(definition: Definition, names: ReadonlyMap<string, string>): Candidate | null {
  const { oid, name, syntax, access, macro, isColumn } = definition
  const isText = macro === 'OBJECT-TYPE' && /^(?:OCTET STRING|DisplayString)/.test(syntax) && /^read/.test(access)
  if (!isText || !oid.startsWith(ENTERPRISES)) return null
  const own = wordsOf(name)
  const field = (['serial', 'version', 'model'] as const).find((one) => ENDINGS[one].test(own.join(' ')))
  if (field === undefined) return null
  const parents = parentsOf(definition, names)
  const around = parents.flatMap(wordsOf)
  if (own.some((word) => ELSEWHERE.test(word) && !isOwnHardware(word, field))) return null
  const strays = around.filter((word) => ELSEWHERE.test(word)).length
  if (isColumn && strays > 0) return null
  return { definition, field, score: scoreOf(definition, field, own, around) - 3 * strays }
}

/** `hardwareType` and `hwModel` name the box, though a hardware's version is not what it runs. */
function isOwnHardware(word: string, field: Field): boolean {
  return field !== 'version' && /^(?:hardware|hw|string)$/.test(word)
}

/** Names of the two nodes above an object. */
function parentsOf({ module, oid }: Definition, names: ReadonlyMap<string, string>): string[] {
  const up = oid.slice(0, oid.lastIndexOf('.'))
  const above = up.slice(0, up.lastIndexOf('.'))
  return [up, above].flatMap((place) => names.get(`${module} ${place}`) ?? [])
}

const PREFERRED: Readonly<Record<Field, RegExp>> = {
  serial: /serialn(?:o|um|umber)$|servicetag/,
  version: /(?:software|firmware|sw|fw|os|image|product|system|sys)(?:ver|version|rev|revision)/,
  model: /model|productname/,
}
const DOUBTFUL: Readonly<Record<Field, RegExp>> = {
  serial: /board|base|agent/,
  version: /agent|(?:software|firmware)$|id$/,
  model: /partnum|productid|type$|desc/,
}

function scoreOf(definition: Definition, field: Field, own: readonly string[], around: readonly string[]) {
  const flat = own.join('')
  const itself = new Set([...own, ...around].filter((word) => ITSELF.test(word))).size
  return (
    (definition.isColumn ? 0 : 6) +
    (PREFERRED[field].test(flat) ? 6 : 0) -
    (DOUBTFUL[field].test(flat) ? 5 : 0) +
    Math.min(itself, 3) * 2 -
    Math.max(0, definition.oid.split('.').length - 8) / 3
  )
}

/** The best few of each field below each product subtree: the three arcs below an enterprise. */
function best(candidates: readonly Candidate[]): Candidate[] {
  const sorted = [...candidates].sort((a, b) => b.score - a.score || (a.definition.oid < b.definition.oid ? -1 : 1))
  const counts = new Map<string, number>()
  return sorted.filter(({ definition, field }) => {
    const key = `${field} ${definition.oid.split('.').slice(0, 10).join('.')}`
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    return count <= KEPT
  })
}
