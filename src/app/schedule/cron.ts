import { readFile } from 'node:fs/promises'
import { shipped } from '../../lib/paths.js'
import type { SchedulePlan } from './plan.js'
import { cronWord } from './quoting.js'

/** Where cron reads the system's lines; a user's own are in `crontab -e`. */
export const CRON_FILE = '/etc/cron.d/cartable'

/** The cron lines of a plan: with the account for the system's file, without it for a person's own. @see crontab(5) */
export async function cronLines(plan: SchedulePlan, header: string): Promise<string> {
  const timer = await readFile(shipped('packaging', 'systemd', 'cartable-scan.timer'), 'utf8')
  const [, time = '01:30'] = /^OnCalendar=\*-\*-\* (\d\d:\d\d)/m.exec(timer) ?? []
  const [hour = 0, minute = 0] = (plan.at ?? time).split(':').map(Number)
  const account = plan.account === null ? '' : `${plan.account} `
  const command = (verb: string): string => [...plan.program, '--config', plan.configPath, verb].map(cronWord).join(' ')
  const log = cronWord(`${plan.databaseFolder ?? plan.configFolder}/cartable.log`)
  const line = (when: string, verb: string): string => `${when} ${account}${command(verb)} >>${log} 2>&1`
  const lines = [line(`${minute} ${hour} * * *`, 'scan'), ...(plan.measures ? [line('*/5 * * * *', 'sample')] : [])]
  return `# ${header}\n${lines.join('\n')}\n`
}
