import { loadProfiles } from '../../collectors/snmp/naming/choose-profile.js'
import type { Profile, Rule } from '../../collectors/snmp/naming/define-profile.js'
import type { Messages } from '../../src/i18n/translator.js'
import { code, page, prose, table } from './markdown.js'

const WORDS = {
  fr: {
    title: "Familles d'appareils reconnues",
    intro:
      "Cette page est tirée des profils de `collectors/snmp/profiles/`, un fichier par famille. Elle dit où sont lus le modèle, la version et le numéro de série; les sources sont essayées dans l'ordre. Un appareil qui n'est d'aucune famille est quand même nommé : par les règles générales (ENTITY-MIB, sysDescr, Printer-MIB, UPS-MIB, HOST-RESOURCES-MIB), qui suivent aussi celles de la famille, et par le numéro de son fabricant à l'IANA.",
    proofs:
      "« Enregistrée » : la famille a été comparée à des enregistrements de vrais appareils, faits par d'autres, et tout ce qu'on sait de l'un d'eux au moins est sorti juste. « Non vérifiée » : elle suit le MIB et la documentation du fabricant, et seul un appareil inventé par nous la prouve.",
    count: (all: string, recorded: string) => `${all} familles, dont ${recorded} enregistrées.`,
    heads: ['fabricant', 'famille', 'nature', 'modèle', 'version', 'numéro de série', 'preuve'],
    recorded: 'enregistrée',
    unverified: 'non vérifiée',
    general: 'règles générales',
    told: "ce que dit l'appareil",
    more: (count: string) => `et ${count} autres`,
  },
  en: {
    title: 'Families of devices that are recognised',
    intro:
      "This page is drawn from the profiles of `collectors/snmp/profiles/`, one file a family. It tells where the model, the version and the serial number are read; sources are tried in order. A device of no family is named all the same: by the general rules (ENTITY-MIB, sysDescr, Printer-MIB, UPS-MIB, HOST-RESOURCES-MIB), which also follow those of the family, and by its maker's number at IANA.",
    proofs:
      '"Recorded": the family was compared with recordings of real devices that others made, and all that is known of at least one of them came out right. "Unverified": it follows the maker\'s MIB and documentation, and only a device that we invented proves it.',
    count: (all: string, recorded: string) => `${all} families, ${recorded} of them recorded.`,
    heads: ['maker', 'family', 'kind', 'model', 'version', 'serial number', 'proof'],
    recorded: 'recorded',
    unverified: 'unverified',
    general: 'general rules',
    told: 'what the device says',
    more: (count: string) => `and ${count} more`,
  },
} as const

/** A product line with a MIB for each product would fill the page. */
const MOST_SOURCES = 4

const unique = (values: readonly string[]): string[] => [...new Set(values)]

function vendorsOf({ vendor }: Profile, m: Messages): string {
  if (typeof vendor === 'string') return vendor
  const named = unique(vendor.flatMap((rule) => (rule.vendor === undefined ? [] : [rule.vendor])))
  const told = vendor.some((rule) => rule.vendor === undefined) ? [WORDS[m.language].told] : []
  return [...named, ...told].join(', ')
}

function kindsOf({ kind }: Profile, m: Messages): string {
  const kinds = typeof kind === 'string' ? [kind] : kind.map((rule) => (typeof rule === 'string' ? rule : rule.kind))
  return unique(kinds.map((one) => m.words[`kind-${one}`])).join(', ')
}

function sourcesOf(profile: Profile, field: 'model' | 'version' | 'serial', m: Messages): string {
  const w = WORDS[m.language]
  const sources = unique((profile[field] ?? []).map((rule) => sourceOf(rule, profile)))
  if (sources.length === 0) return profile.only?.includes(field) === true ? '—' : w.general
  const shown = sources.slice(0, MOST_SOURCES).map(code)
  const left = sources.length - shown.length
  return [...shown, ...(left > 0 ? [w.more(m.format.number(left))] : [])].join(', ')
}

/** `MIB::object` of the profile, else the fact that every device may have; a MIB's name for a product is known by sysObjectID. */
function sourceOf({ from }: Rule, { objects = {} }: Profile): string {
  if (from === 'productName') return 'sysObjectID'
  return Object.keys(objects).find((object) => object.endsWith(`::${from}`)) ?? from
}

/** What each vendor family is read by, and what proves it. */
export async function familiesPage(m: Messages): Promise<string> {
  const w = WORDS[m.language]
  const rows = (await loadProfiles()).map((profile) => [
    vendorsOf(profile, m),
    code(profile.id),
    kindsOf(profile, m),
    sourcesOf(profile, 'model', m),
    sourcesOf(profile, 'version', m),
    sourcesOf(profile, 'serial', m),
    profile.proof === 'recorded' ? w.recorded : w.unverified,
  ])
  const key = ([vendor = '', family = '']: readonly string[]): string => `${vendor.toLowerCase()} ${family}`
  rows.sort((a, b) => (key(a) < key(b) ? -1 : 1))
  const recorded = rows.filter((row) => row.includes(w.recorded)).length
  return page([
    `# ${w.title}`,
    prose(w.intro, m),
    prose(w.proofs, m),
    w.count(m.format.number(rows.length), m.format.number(recorded)),
    table(w.heads, rows),
  ])
}
