import type { Language } from '../../src/i18n/language.js'

/** What one run of the guides knows of itself, and what a reader's run would not share. */
export interface Run {
  /** The folder that holds every session's own. */
  readonly folder: string
  /** UDP port of the simulated board in this run. */
  readonly port: number
  readonly startedAt: Date
}

/** The port that the pages show. */
export const SHOWN_PORT = 16_161

interface Rule {
  /** For the page that lists them. */
  readonly what: Readonly<Record<Language, string>>
  readonly shown: string
  apply(text: string, run: Run): string
}

const AN_HOUR = 3_600_000

/** True of what happened during the session, and not of what its files tell. */
const isNear = (at: Date, startedAt: Date): boolean => Math.abs(at.getTime() - startedAt.getTime()) < AN_HOUR

const WIDTH = 80
/** Where a finding's text begins: after its sign and its word, « bon » or "good". */
const INDENT = 10

/** A finding of `doctor` on one line: what is in it may take more room, or less, than what the page shows. */
function unwrapped(text: string): string {
  return text.replace(/\n {10,}/g, ' ')
}

function wrapped(line: string): string {
  const indent = /^\S \S+ +/.exec(line)?.[0].length ?? INDENT
  const lines: string[] = []
  let rest = line
  while (rest.length > WIDTH) {
    const at = rest.lastIndexOf(' ', WIDTH)
    if (at <= indent) break
    lines.push(rest.slice(0, at))
    rest = `${' '.repeat(indent)}${rest.slice(at + 1)}`
  }
  return [...lines, rest].join('\n')
}

/** The verdict of `doctor` without how many things are to be looked at, as some are the machine's. */
function uncounted(line: string): string {
  return line.replace(/^(Le balayage de nuit se ferait\.|The nightly scan would run\.) \d.*$/, '$1')
}

const isFinding = (line: string): boolean => /^[✓!✗·] \p{L}/u.test(line)

/** What `doctor` says of the machine, and not of the board: the same on no two of them. */
const OF_MACHINE =
  /Node\.js|linguisti|Terminal|anguage data|Canadian|[Hh]orloge|[Cc]lock|[Ff]useau|[Tt]ime zone|core|fping|libres|free on|systemd/

/** Everything that a page shows otherwise than the command wrote it. In this order. */
export const RULES: readonly Rule[] = [
  {
    what: { fr: 'le dossier de la séance', en: 'the folder of the session' },
    shown: '…/',
    apply: (text, { folder }) => text.replace(new RegExp(`${folder}/[\\w-]+`, 'g'), '…'),
  },
  {
    what: { fr: "le port UDP de l'organisme simulé", en: 'the UDP port of the simulated board' },
    shown: String(SHOWN_PORT),
    apply: (text, { port }) => text.replace(new RegExp(`\\b${port}\\b`, 'g'), String(SHOWN_PORT)),
  },
  {
    what: { fr: "l'instant de la séance", en: 'the moment of the session' },
    shown: 'AAAA-MM-JJ HH h MM / YYYY-MM-DD HH:MM',
    apply: (text, { startedAt }) =>
      text.replace(
        /(\d{4})-(\d\d)-(\d\d)([ \u00a0])(\d\d)(\u00a0h\u00a0|:)(\d\d)/g,
        (whole, y: string, mo: string, d: string, space: string, h: string, mark: string, mi: string) => {
          const at = new Date(Number(y), Number(mo) - 1, Number(d), Number(h), Number(mi))
          if (!isNear(at, startedAt)) return whole
          return `${mark === ':' ? 'YYYY-MM-DD' : 'AAAA-MM-JJ'}${space}HH${mark}MM`
        },
      ),
  },
  {
    what: { fr: "l'instant de la séance, dans un fichier", en: 'the moment of the session, in a file' },
    shown: 'YYYY-MM-DDTHH:MM:SSZ',
    apply: (text, { startedAt }) =>
      text.replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g, (instant) =>
        isNear(new Date(instant), startedAt) ? 'YYYY-MM-DDTHH:MM:SSZ' : instant,
      ),
  },
  {
    what: { fr: "le jour d'une importation", en: 'the day of an import' },
    shown: '(import 2, …)',
    apply: (text) => text.replace(/(\(import \d+, )\d{4}-\d\d-\d\d(?=\))/g, '$1…'),
  },
  {
    what: { fr: 'le jour où une répartition a été figée', en: 'the day on which an allocation was frozen' },
    shown: 'AAAA-MM-JJ / YYYY-MM-DD',
    apply: (text) =>
      text.replace(
        /^(\d+ +)\d{4}-\d\d-\d\d(?=  (Équipement|Formation)?)/gm,
        (_, number: string, part?: string) => `${number}${part === undefined ? 'YYYY-MM-DD' : 'AAAA-MM-JJ'}`,
      ),
  },
  {
    what: { fr: "l'instant, dans le nom d'une sauvegarde", en: 'the moment, in the name of a backup' },
    shown: '….bak',
    apply: (text) => text.replace(/\.\d{4}-\d\d-\d\dT[\d-]+Z\.bak/g, '.….bak'),
  },
  {
    what: { fr: "la durée d'un balayage et ce qu'il envoie", en: 'how long a scan takes, what it sends' },
    shown: '…',
    apply: (text) =>
      text
        .replace(/((?:interrogées? en|asked in)[ \u00a0])[\d\u00a0 .,]*\d(?=[ \u00a0]?(?:s|min)\b)/g, '$1…')
        .replace(/^( +)\S.*?([ \u00a0](?:paquets? envoyés?|packets? sent),?) .*$/gm, '$1…$2 …'),
  },
  {
    what: { fr: "la taille d'un fichier", en: 'the size of a file' },
    shown: '… Mo / … MB',
    apply: (text) => text.replace(/\d+[.,]\d+([ \u00a0]M[oB])/g, '…$1'),
  },
  {
    what: { fr: 'une empreinte SHA-256', en: 'a SHA-256 hash' },
    shown: '0123456789abcdef…',
    apply: (text) => text.replace(/\b[0-9a-f]{40,64}\b/g, (hash) => '0123456789abcdef'.repeat(4).slice(0, hash.length)),
  },
  {
    what: {
      fr: 'ce que « diagnostic » dit de la machine (Node.js, disque, horloge, fping…)',
      en: 'what "doctor" says of the machine (Node.js, disk, clock, fping…)',
    },
    shown: '…',
    apply: (text) => {
      if (!isFinding(text)) return text
      const lines = unwrapped(text).split('\n')
      const kept = lines.map((line) => (isFinding(line) && OF_MACHINE.test(line) ? '…' : wrapped(uncounted(line))))
      return kept.filter((line, i) => line !== '…' || kept[i - 1] !== '…').join('\n')
    },
  },
]

/** A command's output as the page shows it. */
export function shown(text: string, run: Run): string {
  return RULES.reduce((kept, rule) => rule.apply(kept, run), text)
}
