import { deriveEquity, worstBuildings, type NamelessRow } from '../derive/equity.js'
import { equityUnits, REMOTENESS_KM, SIZES } from '../derive/equity-units.js'
import type { Messages } from '../i18n/translator.js'
import type { EquityBy, EquityRow, WorstBuilding } from '../model/equity.js'
import type { Board } from '../model/organisation.js'
import type { BandwidthProfile } from '../model/profile.js'
import { listDeprivationFacts } from '../store/deprivation.js'
import type { Known } from './known.js'
import { findGaps } from './results.js'
import type { Session } from './session.js'

/** How pupils fare, by which standard and year, and who has least. */
export interface Equity {
  readonly rows: readonly EquityRow[]
  readonly worst: readonly WorstBuilding[]
  readonly profile: BandwidthProfile
  readonly schoolYear: string | null
}

/** What pupils receive by groups, and the buildings of the tenth who have least. */
export async function findEquity(
  session: Session,
  known: Known,
  asked: {
    readonly profile?: string | undefined
    readonly year?: string | undefined
    readonly by: readonly EquityBy[]
  },
): Promise<Equity> {
  const { gaps, profile, schoolYear } = await findGaps(session, known, asked)
  const deprivation = await listDeprivationFacts(session.store.db)
  const units = equityUnits({ ...known, deprivation, gaps, schoolYear })
  const boards = new Map(known.boards.map((board) => [board.code, board]))
  const rows = deriveEquity(units, asked.by).map((row): EquityRow => ({ ...row, name: nameOf(row, boards, session.m) }))
  return { rows, worst: worstBuildings(units, gaps), profile, schoolYear }
}

/** A band from one bound up to the next; of whole numbers, to the one before it. */
function bandOf(group: string, from: readonly number[], isWhole: boolean): readonly [from: string, to: string | null] {
  const next = from[from.indexOf(Number(group)) + 1]
  return [group, next === undefined ? null : String(isWhole ? next - 1 : next)]
}

function nameOf({ by, group }: NamelessRow, boards: ReadonlyMap<string, Board>, { equity, words }: Messages): string {
  if (by === 'all') return equity.everyone
  if (group === null) return equity.unknownGroup
  if (by === 'board') return boards.get(group)?.name ?? group
  if (by === 'language') return words[`language-${group as NonNullable<Board['language']>}`]
  if (by === 'decile') return equity.decile(group)
  if (by === 'size') return equity.sizeBand(...bandOf(group, SIZES, true))
  if (by === 'remoteness') return equity.kmBand(...bandOf(group, REMOTENESS_KM, false))
  return group
}
