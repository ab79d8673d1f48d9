import type { EquipmentRules } from '../../model/equipment.js'
import type { ReportDocument } from '../../model/report-document.js'
import { comboDocument } from '../../reports/documents/combo.js'
import { allocate } from '../allocate.js'
import type { Session } from '../session.js'
import { readGround, type AskedReport } from './basis.js'

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
  return byNeed ? [...KINDS, 'equipment', 'fleet'] : KINDS
}

/** Allocations of the combo, as a report. @throws UserError as `allocate`. */
export async function comboReport(session: Session, asked: AskedCombo): Promise<Reported> {
  const { envelopeCents, trainingCents, year } = asked
  const { known, basis, file } = await readGround(session, asked, kindsOf)
  const equipment = await allocate(session, known, { rules: file, part: 'equipment', envelopeCents, year })
  const training =
    trainingCents === undefined
      ? null
      : await allocate(session, known, { rules: file, part: 'training', envelopeCents: trainingCents, year })
  const problems = [...equipment.problems, ...(training?.problems ?? [])]
  const document = comboDocument({ ...basis, equipment, training, frozen: null }, session.m)
  return { document, isComplete: problems.length === 0 }
}
