import type { Replayed } from '../app/replay.js'
import type { Session } from '../app/session.js'
import { printable } from '../lib/text.js'
import { UserError } from '../model/errors.js'
import type { Context, Options } from './command.js'
import { EXIT, type ExitCode } from './exit-codes.js'
import { flagOption, textOption } from './options.js'
import { scanProgress } from './scan-progress.js'
import { tellScan } from './tell-scan.js'

/** `scan --replay`: what recordings say is kept as what devices say is. No credential is needed, and none is read. */
export async function replayScan(context: Context, folder: string, options: Options): Promise<ExitCode> {
  const { m, out } = context
  if (textOption(options, 'targets') !== undefined) {
    throw new UserError(m.recording.replayAlone, m.recording.replayAloneHint, { usage: true })
  }
  const { findRecordings } = await import('../app/replay.js')
  const { withSession } = await import('../app/session.js')
  const recordings = await findRecordings(folder, m)
  for (const { file, address, isOwnAddress } of recordings) {
    if (!isOwnAddress) out.notice(m.recording.invented(printable(file), address))
  }
  if (flagOption(options, 'dryRun')) {
    out.notice(m.recording.wouldReplay(m.format.number(recordings.length), printable(folder)))
    return EXIT.done
  }
  return withSession(context, 'write', (session) => keepRecordings(context, session, folder, recordings, options))
}

async function keepRecordings(
  context: Context,
  session: Session,
  folder: string,
  recordings: readonly Replayed[],
  options: Options,
): Promise<ExitCode> {
  const { m, out, signal } = context
  const { replay } = await import('../app/replay.js')
  const { scan } = await import('../app/scan.js')
  const { parseTargets } = await import('../app/scan/targets.js')
  const { problemLine } = await import('../ingest/reading/problem-line.js')
  const byAddress = new Map(recordings.map((recording) => [recording.address, recording]))
  let faulty = false
  const { summary, unread } = await scan(session, {
    ranges: parseTargets([...byAddress.keys()].join(' '), m.scan),
    written: `--replay ${folder}`,
    credentials: [],
    ping: false,
    signal,
    replay: (address, whileWanted) => {
      const recording = byAddress.get(address)
      if (recording === undefined) throw new Error(`No recording for ${address}`)
      return replay(recording, {
        m,
        signal: whileWanted,
        endpoints: session.config.scan.endpoints || flagOption(options, 'endpoints'),
        tell: (problems) => {
          faulty = true
          for (const problem of problems) out.notice(problemLine(problem))
        },
      })
    },
    progress: scanProgress(context),
  })
  out.progress('')
  out.notice(m.recording.replayed(m.format.number(recordings.length), printable(folder)))
  if (flagOption(options, 'json')) await out.print(`${JSON.stringify(summary)}\n`)
  else tellScan(context, summary)
  if (signal.aborted) out.notice(m.scan.interrupted)
  if (signal.aborted) return EXIT.interrupted
  return unread > 0 || faulty ? EXIT.incomplete : EXIT.done
}
