import type { Messages } from '../i18n/translator.js'
import type { Network } from '../model/organisation.js'
import type { EstablishmentRow } from '../model/rows.js'
import { listNetworks } from '../store/organisation.js'
import { listTerritories } from '../store/territories.js'
import type { Known } from './known.js'
import { provenanceLines, provenanceOf } from './provenance.js'
import { scopeOf, type Session } from './session.js'
import { labelled, type Shown } from './show-lines.js'

/** A board with the number of its schools, and its territory. */
export async function showBoard(session: Session, known: Known, code: string): Promise<Shown | null> {
  const { m, store } = session
  const board = known.boards.find((each) => each.code === code)
  if (board === undefined) return null
  const schools = known.schools.filter((school) => school.board === code).length
  const own = (await listTerritories(store.db)).find((each) => each.board === code)
  const territory =
    own === undefined
      ? null
      : { ...own, importedFrom: (await provenanceOf(session, 'territory', { board: code }))(code) }
  const importedFrom = (await provenanceOf(session, 'board', { code }))(code)
  return {
    record: { ...board, importedFrom, schools, territory },
    text: [
      ...labelled(m, [
        [m.show.board, `${code} ${board.name}`],
        [m.show.language, board.language === null ? null : m.words[`language-${board.language}`]],
        [m.show.municipality, board.municipality],
        [m.show.schools, m.format.number(schools)],
        [m.show.territory, territory?.name ?? null],
      ]),
      ...provenanceLines(m, [
        ['board', [importedFrom]],
        ['territory', [territory?.importedFrom ?? null]],
      ]),
    ],
  }
}

/** A point of presence and the links that reach it. */
export async function showPop(session: Session, known: Known, id: string): Promise<Shown | null> {
  const { m } = session
  const pop = known.pops.find((each) => each.id === id)
  if (pop === undefined) return null
  const links = known.wanLinks.filter(({ b }) => b === id).map((link) => link.id)
  const importedFrom = (await provenanceOf(session, 'pop', { pop: id }))(id)
  return {
    record: { ...pop, importedFrom, links },
    text: [
      ...labelled(m, [
        [m.words[`kind-${pop.kind}`], `${pop.id} ${pop.name}`],
        [m.show.network, pop.network],
        [m.show.place, pop.coordinates?.join(', ') ?? null],
        [m.show.links, links.join(', ')],
      ]),
      ...provenanceLines(m, [['pop', [importedFrom]]]),
    ],
  }
}

/** A private school, a cégep or a university, in each of its buildings. */
export async function showEstablishment(session: Session, known: Known, code: string): Promise<Shown | null> {
  const { m } = session
  const from = await provenanceOf(session, 'establishment', { code })
  const rows = known.establishments
    .filter((each) => each.code === code)
    .map((each) => ({ ...each, importedFrom: from(code, each.building) }))
  const [first] = rows
  if (first === undefined) return null
  return {
    record: { code, name: first.name, sector: first.sector, type: first.type, buildings: rows },
    text: [
      ...labelled(m, [
        [m.show.establishment, establishmentText(first, m)],
        [m.show.buildings, rows.map(({ building }) => building).join(', ')],
        [m.show.municipality, first.municipality],
      ]),
      ...provenanceLines(m, [['establishment', rows.map(({ importedFrom }) => importedFrom)]]),
    ],
  }
}

/** `001500 Collège X (privé, Établissement privé)`. */
export function establishmentText({ code, name, sector, type }: EstablishmentRow, m: Messages): string {
  const what = [m.words[`sector-${sector}`], type].filter((part) => part !== null)
  return `${code} ${name} (${what.join(', ')})`
}

/** An imported network, of the configured board or of none. */
export async function showNetwork(session: Session, known: Known, cidr: string): Promise<Shown | null> {
  const { m, store, config } = session
  const network = (await listNetworks(store.db, scopeOf(config))).find((each) => each.cidr === cidr)
  if (network === undefined) return null
  const building = known.buildings.find(({ code }) => code === network.building)
  const importedFrom = (await provenanceOf(session, 'network', { cidr }))(network.board, cidr)
  return {
    record: { ...network, importedFrom },
    text: [
      ...labelled(m, [
        [m.show.network, networkText(network, m)],
        [m.show.building, network.building === null ? null : `${network.building} ${building?.name ?? ''}`.trim()],
      ]),
      ...provenanceLines(m, [['network', [importedFrom]]]),
    ],
  }
}

/** `10.20.1.0/24 (réseau local)`. */
export function networkText({ cidr, role }: Pick<Network, 'cidr' | 'role'>, m: Messages): string {
  return role === null ? cidr : `${cidr} (${m.words[`role-${role}`]})`
}
