import type { Messages } from '../i18n/translator.js'
import type { ReasonCode } from '../model/outcome.js'
import { findSilentAddresses, type SilentAddress } from '../store/targets.js'
import { scopeOf, sessionLocator, type Session } from './session.js'
import { labelled, type Shown } from './show-lines.js'

/**
 * What is known of an address that scans keep though no device was read there: since when, why, and what was there
 * before. Null when nothing is kept of it.
 */
export async function showSilentAddress(session: Session, address: string): Promise<Shown | null> {
  const { m, store, config } = session
  const found = await findSilentAddresses(store.db, address, scopeOf(config))
  if (found.length === 0) return null
  const locate = await sessionLocator(session)
  const boards = found.map((each) => ({ ...each, building: locate(each.address, each.board) }))
  return { record: { address, boards }, text: boards.flatMap((each) => addressLines(each, m)) }
}

function addressLines(silent: SilentAddress & { readonly building: string | null }, m: Messages): string[] {
  const { board, address, status, reasonCode, during, since, lastAsked, scan, credential, lastDevice } = silent
  const reason = reasonCode === null ? null : (m.reasons[reasonCode as ReasonCode] ?? reasonCode)
  return [
    ...labelled(m, [
      [m.show.address, address],
      [m.show.board, board],
      [m.show.building, silent.building],
      [m.show.status, m.statuses[status]],
      [m.show.why, reason],
      [m.show.during, during],
    ]),
    m.show.silentSince(m.format.dateTime(since), m.format.dateTime(lastAsked), String(scan)),
    ...labelled(m, [
      [m.show.credential, credential],
      [
        m.show.lastDevice,
        lastDevice === null
          ? m.show.neverRead
          : m.show.readThere(
              lastDevice.sysName ?? lastDevice.managementAddress,
              m.format.dateTime(lastDevice.lastSeen),
            ),
      ],
    ]),
  ]
}
