/** What v1 lacks, put in v2c's words: GETBULK, and exceptions beside the values (RFC 3584, section 4). */
import type { RawVarbind } from './net-snmp.js'
import type { Answer, Ask, Failed } from './session.js'
import { END_OF_MIB_VIEW, NO_SUCH_OBJECT } from './value.js'

type Send = (ask: Ask) => Promise<Answer>

/**
 * After noSuchName: the object that the agent blames is absent, and the others are asked again without it. The failure
 * is given back when the agent blames none.
 */
export async function withoutAbsent(ask: Ask, first: Failed, send: Send): Promise<Answer> {
  const asked = ask.oids.map((oid, position) => ({ oid, position }))
  const varbinds = ask.oids.map((oid): readonly RawVarbind[] => [
    { oid, type: ask.kind === 'get' ? NO_SUCH_OBJECT : END_OF_MIB_VIEW, value: null },
  ])
  let answer: Answer = first
  while ('failure' in answer) {
    const at = asked.length === 1 ? 0 : (answer.errorIndex ?? 0) - 1
    if (answer.failure !== 'absent' || asked[at] === undefined) return answer
    asked.splice(at, 1)
    if (asked.length === 0) return { varbinds }
    answer = await send({ ...ask, oids: asked.map(({ oid }) => oid) })
  }
  for (const [i, { position }] of asked.entries()) varbinds[position] = answer.varbinds[i] ?? []
  return { varbinds }
}

/** A GETBULK by as many GETNEXTs, until every column has ended. What was read before a failure is the answer. */
export async function askRows(ask: Extract<Ask, { kind: 'getBulk' }>, send: Send): Promise<Answer> {
  const columns = ask.oids.map((oid) => ({ oid, varbinds: [] as RawVarbind[] }))
  let active = columns
  for (let row = 0; row < ask.repetitions && active.length > 0; row++) {
    const answer = await send({ kind: 'getNext', oids: active.map(({ oid }) => oid) })
    if ('failure' in answer) {
      if (row === 0) return answer
      break
    }
    active = active.filter((column, i) => {
      const [varbind] = answer.varbinds[i] ?? []
      if (varbind === undefined) return false
      column.varbinds.push(varbind)
      column.oid = varbind.oid
      return varbind.type !== END_OF_MIB_VIEW
    })
  }
  return { varbinds: columns.map(({ varbinds }) => varbinds) }
}
