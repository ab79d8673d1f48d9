import type { Agent } from './agent.js'
import type { Failure } from './failure.js'
import { indexOf } from './message.js'
import type { RawVarbind } from './net-snmp.js'
import { compareOids, isTooLong } from './oid.js'
import type { Rows, Table } from './table.js'
import { isException, valueOf, type Value } from './value.js'

/** Columns asked in one request. */
const COLUMNS_PER_REQUEST = 12
/** Unreadable values passed over in one table before its column is given up. */
const UNREADABLE = 16
/** Columns that stay silent, each asked alone, before the table is given up. */
const SILENT_COLUMNS = 2

interface Column {
  readonly name: string
  readonly oid: string
  /** Where the walk is below `oid`; empty at the beginning. */
  index: string
  done: boolean
  rows: number
  /** Rows still to ask for one by one, after an answer with several could not be read. */
  singly: number
}

type Row = Partial<Record<string, Value>>

/**
 * Reads a table: its columns together by GETBULK, each until it leaves its subtree. Whatever happens, the rows read so
 * far are returned, and the agent notes why it broke off: an OID that does not increase ends the column (`agent-loop`);
 * too many rows or bytes, or too much time, end the table (`cap-reached`); a column that kills the answer is asked for
 * alone, and a value that nothing can read is passed over where the other columns tell the next row.
 * `maxRows` lowers the cap of every table.
 */
export async function readTable<Name extends string>(
  agent: Agent,
  table: Table<Name>,
  maxRows = agent.limits.maxRowsPerTable,
): Promise<Rows<Name>> {
  const rows = new Map<string, Row>()
  const columns = Object.entries<string>(table.columns).map(([name, oid]): Column => ({
    name,
    oid,
    index: '',
    done: false,
    rows: 0,
    singly: 0,
  }))
  const walk = new Walk(agent, table.name, rows, Math.min(maxRows, agent.limits.maxRowsPerTable))
  for (let at = 0; at < columns.length && !walk.over; at += COLUMNS_PER_REQUEST) {
    await walk.together(columns.slice(at, at + COLUMNS_PER_REQUEST))
  }
  return rows as ReadonlyMap<string, unknown> as Rows<Name>
}

function cursorOf({ oid, index }: Column): string {
  return index === '' ? oid : `${oid}.${index}`
}

/** An answer that was cut short may leave columns without a varbind: they are asked again. */
function isEmpty(varbinds: readonly RawVarbind[]): boolean {
  return varbinds.length === 0
}

class Walk {
  readonly #agent: Agent
  readonly #during: string
  readonly #rows: Map<string, Row>
  readonly #maxRows: number
  readonly #startedAt: number
  readonly #receivedBefore: number
  #capped = false
  #unreadable = 0
  #silent = 0

  constructor(agent: Agent, during: string, rows: Map<string, Row>, maxRows: number) {
    this.#agent = agent
    this.#during = during
    this.#rows = rows
    this.#maxRows = maxRows
    this.#receivedBefore = agent.bytesReceived
    this.#startedAt = agent.limits.nowMs
  }

  /** True when nothing more is to be asked for this table. */
  get over(): boolean {
    return this.#agent.over || this.#capped || this.#silent >= SILENT_COLUMNS
  }

  async together(columns: readonly Column[]): Promise<void> {
    for (let active = columns; active.length > 0 && !this.over; active = active.filter(({ done }) => !done)) {
      const repetitions = active.some(({ singly }) => singly > 0) ? 1 : this.#agent.repetitions.for(active.length)
      const answer = await this.#ask(active, repetitions)
      if ('failure' in answer || answer.varbinds.every(isEmpty)) {
        const failure = 'failure' in answer ? answer.failure : 'broken'
        if (!(await this.#recover(active, repetitions, failure))) return
        continue
      }
      this.#learn(active.length, repetitions)
      active.forEach((column, i) => this.#take(column, answer.varbinds[i] ?? []))
      if (!this.#isWithinCaps()) this.#cap()
    }
  }

  #ask(columns: readonly Column[], repetitions: number) {
    const oids = columns.map(cursorOf)
    if (repetitions === 1 || !this.#agent.hasBulk) return this.#agent.ask({ kind: 'getNext', oids })
    // Silence to a size that never worked is the size; to one that did, it may be a lost packet.
    const retries = this.#agent.repetitions.isProven(columns.length, repetitions) ? this.#agent.limits.retries : 0
    return this.#agent.ask({ kind: 'getBulk', oids, repetitions }, retries)
  }

  /** An agent whose answers take half of the time-out is asked for fewer rows before it is taken for silent. */
  #learn(columns: number, repetitions: number): void {
    const { repetitions: sizes, lastMs, limits } = this.#agent
    if (repetitions > 1 && (lastMs ?? 0) > limits.timeoutMs / 2) this.#agent.failedSize(columns, repetitions)
    else sizes.answered(columns, repetitions)
  }

  #isWithinCaps(): boolean {
    const { limits, bytesReceived } = this.#agent
    return (
      limits.nowMs - this.#startedAt < limits.maxMsPerTable &&
      bytesReceived - this.#receivedBefore <= limits.maxBytesPerTable
    )
  }

  #cap(): void {
    this.#capped = true
    this.#agent.note('cap-reached', this.#during)
  }

  /** After a failed request: true when the same columns should be asked again, as they now stand. */
  async #recover(columns: readonly Column[], repetitions: number, failure: Failure): Promise<boolean> {
    const isSize = failure === 'silence' || failure === 'too-big'
    if (isSize && repetitions > 1) {
      this.#agent.failedSize(columns.length, repetitions)
      return true
    }
    const isAnswer = failure === 'too-big' || failure === 'broken' || failure === 'refused' || failure === 'absent'
    if (!isAnswer && failure !== 'silence') return this.#giveUp(columns, failure)
    if (failure === 'silence' && !(await this.#agent.isAlive(this.#during))) return false
    if (columns.length > 1) {
      for (const column of columns) if (!this.over) await this.together([column])
      return false
    }
    const [column] = columns
    if (column === undefined) return false
    if (isAnswer && repetitions > 1) {
      column.singly = repetitions
      return true
    }
    if (failure === 'silence') this.#silent += 1
    this.#agent.note(failure, this.#during)
    return failure === 'broken' || failure === 'refused' ? this.#passOver(column) : this.#giveUp(columns, failure)
  }

  #giveUp(columns: readonly Column[], failure: Failure): false {
    this.#agent.note(failure, this.#during)
    for (const column of columns) column.done = true
    return false
  }

  /** Goes past the value that could not be read, to the row after it that another column has. */
  #passOver(column: Column): boolean {
    let next: string | null = null
    for (const index of this.#rows.keys()) {
      if (
        (column.index === '' || compareOids(index, column.index) > 0) &&
        (next === null || compareOids(index, next) < 0)
      )
        next = index
    }
    if (next === null || ++this.#unreadable > UNREADABLE) {
      column.done = true
      return false
    }
    column.index = next
    return true
  }

  #take(column: Column, varbinds: readonly RawVarbind[]): void {
    for (const varbind of varbinds) {
      if (column.done) return
      this.#takeOne(column, varbind)
    }
  }

  #takeOne(column: Column, varbind: RawVarbind): void {
    const index = isException(varbind) ? null : indexOf(varbind, column.oid)
    if (index === null) {
      column.done = true
      if (!isException(varbind) && compareOids(varbind.oid, cursorOf(column)) <= 0) this.#loop()
    } else if (column.index !== '' && compareOids(index, column.index) <= 0) {
      column.done = true
      this.#loop()
    } else {
      this.#store(column, varbind, index)
    }
  }

  #loop(): void {
    this.#agent.note('agent-loop', this.#during)
  }

  #store(column: Column, varbind: RawVarbind, index: string): void {
    if (isTooLong(column.oid.length + index.length)) {
      this.#giveUp([column], 'broken')
      return
    }
    if (column.rows >= this.#maxRows) {
      this.#agent.note('cap-reached', this.#during)
      column.done = true
      return
    }
    column.index = index
    column.rows += 1
    if (column.singly > 0) column.singly -= 1
    const value = valueOf(varbind)
    if (value === null) return
    const row = this.#rows.get(index)
    if (row === undefined) this.#rows.set(index, { [column.name]: value })
    else row[column.name] = value
  }
}
