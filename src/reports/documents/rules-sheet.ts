import type { Messages } from '../../i18n/translator.js'
import type { AllocationResult, FrozenRun } from '../../model/allocation.js'
import type { AllocationRule, CategoryRule } from '../../model/equipment.js'
import type { ReportDocument } from '../../model/report-document.js'
import { sheetOf, type Basis, type RuledBasis } from './parts.js'
import { stepTexts } from './step-texts.js'

type About = Suffix<'about', keyof Messages['words']>
type Suffix<Field extends string, Word> = Word extends `${Field}-${infer Value}` ? Value : never

/** What a figure rests on. */
interface RuleRow {
  readonly about: About
  readonly detail: string | null
  readonly amountCents: number | null
  readonly sha256: string | null
}

function told(about: About, detail: string | null, amountCents: number | null = null): RuleRow {
  return { about, detail, amountCents, sha256: null }
}

function categoryText(category: string, rule: CategoryRule, m: Messages): string {
  const { report, format } = m
  const name = m.words[`category-${category}` as 'category-flotte'] ?? category
  const orders =
    typeof rule.perPupils === 'number'
      ? [report.perPupils(format.number(rule.perPupils))]
      : Object.entries(rule.perPupils).map(([order, pupils]) =>
          report.perPupilsOf(format.number(pupils), report[`order-${order as 'primary'}`]),
        )
  const parts = [
    report.floorUnits(format.number(rule.floor)),
    ...orders,
    report[`rounding-${rule.rounding}`],
    ...(rule.minimum === null ? [] : [report.atLeast(format.number(rule.minimum))]),
    ...(rule.maximum === null ? [] : [report.atMost(format.number(rule.maximum))]),
    report.life(format.number(rule.lifeYears)),
    ...(rule.unitCostCents === null ? [] : [report.unitCost(format.money(rule.unitCostCents))]),
  ]
  return `${name}${m.report.colon} ${parts.join(', ')}`
}

function stepRows(rule: AllocationRule, part: string, m: Messages): RuleRow[] {
  const { limits } = rule
  const bounds = [
    [limits.maximumPerSchoolCents, m.report.maximumPerSchool],
    [limits.maximumPerPupilCents, m.report.maximumPerPupil],
    [limits.minimumUsefulCents, m.report.minimumUseful],
  ] as const
  return [
    told(
      'stages',
      `${part}${m.report.colon} ${m.report[rule.stages.includes('board') ? 'stagesBoard' : 'stagesSchool']}`,
    ),
    ...stepTexts(rule.steps, m).map((text) => told('step', `${part}${m.report.colon} ${text}`)),
    ...bounds.flatMap(([cents, text]) =>
      cents === null ? [] : [told('limit', `${part}${m.report.colon} ${text}`, cents)],
    ),
  ]
}

/** What an envelope became: the amounts add up to it. */
function envelopeRows(result: AllocationResult, m: Messages): RuleRow[] {
  const part = m.words[`part-${result.part}`]
  const shared = result.allocations.reduce((total, { amountCents }) => total + amountCents, 0)
  return [
    told('envelope', part, result.envelopeCents),
    ...(result.recoveredCents === 0 ? [] : [told('recovered', part, result.recoveredCents)]),
    told('reserve', part, result.reserveCents),
    told('shared', part, shared),
    told('unallocated', part, result.unallocatedCents),
  ]
}

/** The rule in words, whose pupils counted, what became of each envelope, and the files that all of it comes from. */
export function rulesSheet(
  { rules, files }: RuledBasis,
  of: {
    /** Empty where the report has no use for it. */
    readonly envelopes: readonly AllocationResult[]
    readonly enrolmentYear: string | null
    readonly categories: boolean
  },
  m: Messages,
): ReportDocument['sheets'][number] {
  const sectors = rules.eligible.sectors.map((sector) => m.words[`sector-${sector}`] ?? sector).join(', ')
  const due = Object.entries(rules.progression).map(
    ([year, part]) => `${year}${m.report.colon} ${m.format.percent(part)}`,
  )
  const rows: RuleRow[] = [
    told('rule', rules.id),
    ...(rules.version === null ? [] : [told('version', rules.version)]),
    told('source', rules.source),
    ...(of.enrolmentYear === null ? [] : [told('enrolment', of.enrolmentYear)]),
    told('eligible', rules.eligible.excludeVocationalOnly ? `${sectors}${m.report.noVocationalOnly}` : sectors),
    ...(of.categories
      ? [
          ...Object.entries(rules.categories).map(([category, rule]) =>
            told('category', categoryText(category, rule, m)),
          ),
          ...(due.length === 0 ? [] : [told('progression', due.join(', '))]),
        ]
      : []),
    ...of.envelopes.flatMap((result) => {
      const rule = result.part === 'training' ? rules.training : rules.allocation
      const steps = rule === null ? [] : stepRows(rule, m.words[`part-${result.part}`], m)
      return [...steps, ...envelopeRows(result, m)]
    }),
    ...fileRows(files, m),
  ]
  return sheetOfRows(rows, m)
}

function fileRows(files: Basis['files'], m: Messages): RuleRow[] {
  return files.map(({ kind, file, sha256 }) => {
    const name = kind === 'rules' ? m.words['about-rule'] : kind
    return { ...told('file', file === '' ? name : `${name}${m.report.colon} ${file}`), sha256 }
  })
}

/** Frozen runs, what each shared by which rule, and the files that the rest comes from. */
export function runsSheet({ files }: Basis, runs: readonly FrozenRun[], m: Messages): ReportDocument['sheets'][number] {
  const rows = runs.map(({ run, at, part, schoolYear, rules, rulesVersion, rulesSource, envelopeCents, digest }) => {
    const rule = m.report.rule(rules, rulesVersion, rulesSource)
    const text = m.report.frozenRun(String(run), at.slice(0, 10), m.words[`part-${part}`], schoolYear)
    return { ...told('run', `${text} ${rule}`, envelopeCents), sha256: digest }
  })
  return sheetOfRows([...rows, ...fileRows(files, m)], m)
}

function sheetOfRows(rows: readonly RuleRow[], m: Messages): ReportDocument['sheets'][number] {
  return sheetOf<RuleRow>({
    id: 'rules',
    title: m.report.rules,
    columns: [
      { key: 'about', kind: 'word', inTable: true },
      { key: 'detail', kind: 'text', inTable: true, below: true },
      { key: 'amountCents', kind: 'money', inTable: true },
      { key: 'sha256', kind: 'code', inTable: true },
    ],
    rows,
    totals: [],
  })
}
