import { renderDot } from '../reports/graphs/dot.js'
import { renderGraphml } from '../reports/graphs/graphml.js'
import { renderLinksJson } from '../reports/graphs/json.js'
import { deviceDocuments } from '../store/device-documents.js'
import type { View } from '../store/overrides.js'
import { listBuildings } from '../store/organisation.js'
import { readLinkGraph } from './links.js'
import { scopeOf, sessionLocator, type Session } from './session.js'

type Render = (session: Session, view: View) => AsyncGenerator<string>

async function* deviceLines(session: Session, view: View): AsyncGenerator<string> {
  const locate = await sessionLocator(session)
  const scope = { board: scopeOf(session.config), view }
  for await (const document of deviceDocuments(session.store.db, locate, scope)) {
    yield `${JSON.stringify(document)}\n`
  }
}

async function* linksDot(session: Session, view: View): AsyncGenerator<string> {
  const graph = await readLinkGraph(session, view)
  const names = new Map((await listBuildings(session.store.db, 'all')).map(({ code, name }) => [code, name]))
  yield* renderDot(graph, (code) => `${code} ${names.get(code) ?? ''}`.trim())
}

/** What `export <what> --format <form>` writes, piece by piece. src/cli/commands/export.ts tells the same words in help. */
export const EXPORTS: Readonly<Record<string, Readonly<Record<string, Render>>>> = {
  devices: { jsonl: deviceLines },
  links: {
    json: async function* (session, view) {
      yield* renderLinksJson(await readLinkGraph(session, view))
    },
    graphml: async function* (session, view) {
      yield* renderGraphml(await readLinkGraph(session, view))
    },
    dot: linksDot,
  },
}
