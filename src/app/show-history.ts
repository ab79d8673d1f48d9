import type { Messages } from '../i18n/translator.js'
import type { ChangeRow } from '../model/change.js'
import { listChanges } from '../store/changes.js'
import { deviceDocuments } from '../store/device-documents.js'
import { readFactIntervals, type FactInterval } from '../store/device-history.js'
import { findDeviceIds } from '../store/devices.js'
import { eventText } from './change-texts.js'
import { scopeOf, sessionLocator, type Session } from './session.js'
import { block, labelled, type Shown } from './show-lines.js'

/** A device's changes and what it was, each from the oldest; null when no device is meant. */
export async function showHistory(session: Session, thing: string): Promise<Shown | null> {
  const { m, store } = session
  const [id] = await findDeviceIds(store.db, thing, scopeOf(session.config))
  if (id === undefined) return null
  const locate = await sessionLocator(session)
  const changes: ChangeRow[] = []
  // What was asked for by name is shown, whether people ignore it or not.
  for await (const row of listChanges(store.db, locate, { board: null, device: id }, 'all')) changes.push(row)
  changes.reverse()
  const facts = [...(await readFactIntervals(store.db, id)), ...buildingsOf(changes)]
  for await (const device of deviceDocuments(store.db, locate, { board: null, ids: [id] })) {
    const { managementAddress, sysName, vendor, model, serialNumber, building, firstSeen, lastSeen } = device
    return {
      record: {
        managementAddress,
        sysName,
        vendor,
        model,
        serialNumber,
        building,
        firstSeen,
        lastSeen,
        changes,
        facts,
      },
      text: [
        ...labelled(m, [[m.show.device, `${sysName ?? ''} ${managementAddress}`.trim()]]),
        m.show.seen(m.format.dateTime(firstSeen), m.format.dateTime(lastSeen)),
        ...block(
          m,
          m.changes.historyEvents,
          changes.map((row) => m.changes.at(m.format.dateTime(row.at), eventText(row, m))),
        ),
        ...block(
          m,
          m.changes.historyFacts,
          facts.map((fact) => factText(fact, m)),
        ),
      ],
    }
  }
  return null
}

/** The buildings that a device was moved from and to; where it never moved, its present one is in the record. */
function buildingsOf(changes: readonly ChangeRow[]): FactInterval[] {
  const moves = changes.filter(({ kind }) => kind === 'moved')
  const [first] = moves
  if (first === undefined) return []
  const start = changes[0]?.at ?? first.at
  return [
    { fact: 'building', value: first.before ?? '', since: start, until: first.at },
    ...moves.map(({ after, at }, i) => ({
      fact: 'building' as const,
      value: after ?? '',
      since: at,
      until: moves[i + 1]?.at ?? null,
    })),
  ]
}

function factText({ fact, value, since, until }: FactInterval, m: Messages): string {
  const { headers, changes, format } = m
  const name = { address: headers.managementAddress, name: headers.sysName, version: m.show.version }
  const label = {
    ...name,
    model: m.show.model,
    serial: m.show.serial,
    building: m.show.building,
  }[fact]
  if (until === null) return changes.fact(label, value, format.dateTime(since))
  return changes.pastFact(label, value, format.dateTime(since), format.dateTime(until))
}
