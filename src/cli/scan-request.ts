import { readTargets, withFiles } from '../app/scan/read-targets.js'
import type { ScanRequest } from '../app/scan/request.js'
import { configuredTargets } from '../app/scan/scan-plan.js'
import { parseExclusions } from '../app/scan/targets.js'
import { boardOf, type Session } from '../app/session.js'
import { UserError } from '../model/errors.js'
import { unfinishedScan } from '../store/scan-progress.js'
import type { Context, Options } from './command.js'
import { flagOption, textOption } from './options.js'

/** What a scan is to ask, and how. */
type Asked = Pick<
  ScanRequest,
  'ranges' | 'excluded' | 'written' | 'writtenExclude' | 'ping' | 'endpoints' | 'crawl' | 'resume'
>

/**
 * What the options of `scan` ask for: `--targets`, else every network that the configuration or an import names; with
 * `--resume`, what the last scan was asked. Null when that one went to its end.
 *
 * @throws UserError for a target that cannot be read, or options that exclude each other.
 */
export async function askedFor(context: Context, session: Session, options: Options): Promise<Asked | null> {
  const { m, cwd } = context
  const [targets, exclude] = [textOption(options, 'targets'), textOption(options, 'exclude')]
  const crawl = flagOption(options, 'crawl')
  if (flagOption(options, 'resume')) {
    if (targets !== undefined || exclude !== undefined || crawl) {
      throw new UserError(m.scan.resumeAlone, m.scan.resumeAloneHint, { usage: true })
    }
    return unfinished(context, session)
  }
  const written = targets === undefined ? await configured(context, session) : await withFiles(targets, cwd)
  const writtenExclude = await withFiles(exclude ?? '', cwd)
  return {
    ranges: await readTargets(written, m.scan),
    excluded: parseExclusions(writtenExclude, m.scan),
    written,
    writtenExclude,
    ping: options['ping'] !== false,
    endpoints: session.config.scan.endpoints || flagOption(options, 'endpoints'),
    crawl,
  }
}

async function configured({ m, out }: Context, session: Session): Promise<string> {
  const { written, tooLarge } = await configuredTargets(session)
  for (const network of tooLarge) out.notice(m.scan.networkLeftOut(network))
  return written
}

async function unfinished({ m, out }: Context, { config, store }: Session): Promise<Asked | null> {
  const resume = await unfinishedScan(store.db, boardOf(config))
  if (resume === null) return null
  out.notice(m.scan.resuming(String(resume.id), m.format.dateTime(resume.startedAt)))
  const { ping, endpoints, crawl, exclude } = resume.checkpoint
  return {
    ranges: await readTargets(resume.targets, m.scan),
    excluded: parseExclusions(exclude, m.scan),
    written: resume.targets,
    writtenExclude: exclude,
    ping,
    endpoints,
    crawl,
    resume,
  }
}
