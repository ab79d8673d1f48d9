import { renderDot } from '../reports/graphs/dot.js'
import { renderGraphml } from '../reports/graphs/graphml.js'
import { renderLinksJson } from '../reports/graphs/json.js'
import { deviceDocuments } from '../store/devices.js'
import { listBuildings } from '../store/organisation.js'
import { readLinkGraph } from './links.js'
import { scopeOf, sessionLocator, type Session } from './session.js'

type Render = (session: Session) => AsyncGenerator<string>

async function* deviceLines(session: Session): AsyncGenerator<string> {
  const locate = await sessionLocator(session)
  for await (const document of deviceDocuments(session.store.db, locate, { board: scopeOf(session.config) })) {
    yield `${JSON.stringify(document)}\n`
  }
}

async function* linksDot(session: Session): AsyncGenerator<string> {
  const graph = await readLinkGraph(session)
  const names = new Map((await listBuildings(session.store.db)).map(({ code, name }) => [code, name]))
  yield* renderDot(graph, (code) => `${code} ${names.get(code) ?? ''}`.trim())
}

/** What `export <what> --format <form>` writes, piece by piece. src/cli/commands/export.ts tells the same words in help. */
export const EXPORTS: Readonly<Record<string, Readonly<Record<string, Render>>>> = {
  devices: { jsonl: deviceLines },
  links: {
    json: async function* (session) {
      yield* renderLinksJson(await readLinkGraph(session))
    },
    graphml: async function* (session) {
      yield* renderGraphml(await readLinkGraph(session))
    },
    dot: linksDot,
  },
}
