import type { AllocationResult } from '../../model/allocation.js'
import type { EquipmentRules } from '../../model/equipment.js'
import { UserError } from '../../model/errors.js'
import type { ReportDocument } from '../../model/report-document.js'
import { comboDocument } from '../../reports/documents/combo.js'
import type { Known } from '../known.js'
import { shareEnvelope } from '../results.js'
import type { Session } from '../session.js'
import { readGround, type AskedReport } from './basis.js'

interface AskedCombo extends AskedReport {
  readonly envelopeCents: number
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
  return byNeed ? [...KINDS, 'equipment', 'fleet'] : KINDS
}

/** Allocations of the combo, as a report. @throws UserError as `shareEnvelope`, and for training that the rule does not share. */
export async function comboReport(session: Session, asked: AskedCombo): Promise<Reported> {
  const { m } = session
  const { envelopeCents, trainingCents, year } = asked
  const { known, basis, rules } = await readGround(session, asked, kindsOf)
  const equipment = shareEnvelope(session, known, rules, { envelopeCents, year })
  const training = trainingCents === undefined ? null : shareTraining(session, known, rules, trainingCents, year)
  const problems = [...equipment.problems, ...(training?.problems ?? [])]
  const document = comboDocument({ ...basis, equipment, training, frozen: null }, m)
  return { document, isComplete: problems.length === 0 }
}

function shareTraining(
  session: Session,
  known: Known,
  rules: EquipmentRules,
  envelopeCents: number,
  year: string | undefined,
): AllocationResult {
  const { m } = session
  if (rules.training === null) throw new UserError(m.report.noTraining(rules.id), m.report.noTrainingHint)
  const shared = shareEnvelope(session, known, { ...rules, allocation: rules.training }, { envelopeCents, year })
  return { ...shared, part: 'training' }
}
