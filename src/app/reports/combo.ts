import { parse } from '#yaml'
import { checkRules } from '../../derive/rules.js'
import type { EquipmentRules } from '../../model/equipment.js'
import type { ReportDocument } from '../../model/report-document.js'
import { comboDocument } from '../../reports/documents/combo.js'
import { allocate } from '../allocate.js'
import { intactRun, rowsOf } from '../kept-runs.js'
import type { Session } from '../session.js'
import { readGround, readRuledGround, type AskedReport } from './basis.js'

interface AskedCombo extends AskedReport {
  /** Null for what the rule owes, where it divides nothing. */
  readonly envelopeCents: number | null
  /** The envelope of training; none is shared without it. */
  readonly trainingCents: number | undefined
}

/** A report, and whether some school had to be left aside. */
interface Reported {
  readonly document: ReportDocument
  readonly isComplete: boolean
}

const KINDS = ['boards', 'schools', 'buildings', 'shares', 'enrolment', 'deprivation', 'pops']

function kindsOf({ allocation, training }: EquipmentRules): readonly string[] {
  const steps = [...allocation.steps, ...(training?.steps ?? [])]
  const byNeed = steps.some((step) => step.kind === 'prorata' && step.by === 'need')
  const countsUnspent = [allocation, training].some((rule) => rule !== null && rule.unspent !== 'ignore')
  return [...KINDS, ...(byNeed ? ['equipment', 'fleet'] : []), ...(countsUnspent ? ['spending'] : [])]
}

/** Allocations of the combo, as a report. @throws UserError as `allocate`. */
export async function comboReport(session: Session, asked: AskedCombo): Promise<Reported> {
  const { envelopeCents, trainingCents, year } = asked
  const { known, basis, file } = await readRuledGround(session, asked, kindsOf)
  const equipment = await allocate(session, known, { rules: file, part: 'equipment', envelopeCents, year })
  const training =
    trainingCents === undefined
      ? null
      : await allocate(session, known, { rules: file, part: 'training', envelopeCents: trainingCents, year })
  const problems = [...equipment.problems, ...(training?.problems ?? [])]
  const document = comboDocument({ ...basis, equipment, training, frozen: null }, session.m)
  return { document, isComplete: problems.length === 0 }
}

/** A frozen allocation, as a report. @throws UserError when there is none of that number, or it is not as it was frozen. */
export async function frozenReport(
  session: Session,
  { run, board }: { readonly run: number; readonly board: string | undefined },
): Promise<Reported> {
  const { m } = session
  const kept = await intactRun(session, run)
  const { basis } = await readGround(session, { board }, [])
  const text = kept.inputs.find(({ kind }) => kind === 'rules')?.content ?? ''
  const checked = checkRules(parse(text), m)
  if (!('rules' in checked)) throw new Error(`the rule of run ${run} was taken when it was frozen`)
  const equipment = {
    ...kept,
    ...{ allocations: rowsOf(kept, m), stages: [], steps: [] },
    problems: kept.problems.map((problem) => ({ ...problem, message: problem.message[m.language] })),
  }
  const input = { ...basis, rules: checked.rules, files: kept.inputs, equipment, training: null, frozen: kept }
  return { document: comboDocument(input, m), isComplete: equipment.problems.length === 0 }
}
