import type { Agent } from './agent.js'
import type { Failure } from './failure.js'
import type { RawVarbind } from './net-snmp.js'
import { compareOids, indexBelow } from './oid.js'
import type { Rows, Table } from './table.js'
import { END_OF_MIB_VIEW, isAbsent, valueOf, type Value } from './value.js'

/** Columns asked in one request. */
const COLUMNS_PER_REQUEST = 12

interface Column {
  readonly name: string
  readonly oid: string
  cursor: string
  done: boolean
  rows: number
}

type Row = Partial<Record<string, Value>>

/**
 * Reads a table: its columns together by GETBULK, each until it leaves its subtree. Whatever happens, the rows read so
 * far are returned, and the agent notes why it broke off: an OID that does not increase ends the walk (`agent-loop`),
 * too many rows or too much time end it (`cap-reached`), and a column that kills the answer is asked for alone.
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
    cursor: oid,
    done: false,
    rows: 0,
  }))
  const walk = new Walk(agent, table.name, rows, Math.min(maxRows, agent.limits.maxRowsPerTable))
  for (let at = 0; at < columns.length && !agent.over; at += COLUMNS_PER_REQUEST) {
    await walk.together(columns.slice(at, at + COLUMNS_PER_REQUEST))
  }
  return rows as ReadonlyMap<string, unknown> as Rows<Name>
}

class Walk {
  readonly #agent: Agent
  readonly #during: string
  readonly #rows: Map<string, Row>
  readonly #maxRows: number

  constructor(agent: Agent, during: string, rows: Map<string, Row>, maxRows: number) {
    this.#agent = agent
    this.#during = during
    this.#rows = rows
    this.#maxRows = maxRows
  }

  async together(columns: readonly Column[]): Promise<void> {
    for (let active = columns; active.length > 0 && !this.#agent.over; active = active.filter(({ done }) => !done)) {
      const repetitions = this.#agent.repetitions.for(active.length)
      const answer = await this.#ask(active, repetitions)
      if ('failure' in answer) {
        const goOn = await this.#recover(active, repetitions, answer.failure)
        if (!goOn) return
        continue
      }
      this.#agent.repetitions.answered()
      for (const [i, column] of active.entries()) this.#take(column, answer.varbinds[i] ?? [])
    }
  }

  #ask(columns: readonly Column[], repetitions: number) {
    const oids = columns.map(({ cursor }) => cursor)
    return repetitions > 1
      ? this.#agent.ask({ kind: 'getBulk', oids, repetitions }, 0)
      : this.#agent.ask({ kind: 'getNext', oids })
  }

  /** After a failed request: true when the same columns should be asked again, for fewer rows. */
  async #recover(columns: readonly Column[], repetitions: number, failure: Failure): Promise<boolean> {
    const canShrink = failure === 'silence' || failure === 'too-big' || failure === 'broken' || failure === 'refused'
    if (canShrink && repetitions > 1) {
      this.#agent.repetitions.failed(repetitions)
      return true
    }
    if (canShrink && columns.length > 1 && (failure !== 'silence' || (await this.#agent.isAlive(this.#during)))) {
      for (const column of columns) if (!this.#agent.over) await this.together([column])
      return false
    }
    if (failure === 'silence' && this.#agent.over) return false
    // noSuchName at the end of the MIB, as v1 said it: the column has ended.
    if (failure !== 'refused') this.#agent.note(failure, this.#during)
    if (failure === 'silence') await this.#agent.isAlive(this.#during)
    for (const column of columns) column.done = true
    return false
  }

  #take(column: Column, varbinds: readonly RawVarbind[]): void {
    if (varbinds.length === 0) column.done = true
    for (const varbind of varbinds) {
      if (column.done) return
      this.#takeOne(column, varbind)
    }
  }

  #takeOne(column: Column, varbind: RawVarbind): void {
    if (varbind.type === END_OF_MIB_VIEW || isAbsent(varbind)) {
      column.done = true
    } else if (compareOids(varbind.oid, column.cursor) <= 0) {
      this.#agent.note('agent-loop', this.#during)
      column.done = true
    } else {
      this.#store(column, varbind)
    }
  }

  #store(column: Column, varbind: RawVarbind): void {
    const index = indexBelow(varbind.oid, column.oid)
    if (index === null) {
      column.done = true
      return
    }
    if (column.rows >= this.#maxRows) {
      this.#agent.note('cap-reached', this.#during)
      column.done = true
      return
    }
    column.cursor = varbind.oid
    column.rows += 1
    const value = valueOf(varbind)
    if (value === null) return
    const row = this.#rows.get(index)
    if (row === undefined) this.#rows.set(index, { [column.name]: value })
    else row[column.name] = value
  }
}
