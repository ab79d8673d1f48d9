import { readFileSync } from 'node:fs'
import { closeSnmp } from '../../collectors/snmp.js'
import { loadNetSnmp } from '../../collectors/snmp/wire/net-snmp.js'
import type { Ask } from '../../collectors/snmp/wire/session.js'
import { forEachLimited } from '../../src/lib/concurrency.js'
import { bareWalk, cpuMs } from '../snmp/bare.js'
import { AT_ONCE, readAll } from './reading.js'

/** Started by bench/scan.ts: `read` or `walk`, the agents' port, and the file of what each of them is asked. */
const [work = '', port = '', file = ''] = process.argv.slice(2)
const asked = JSON.parse(readFileSync(file, 'utf8')) as (readonly [address: string, requests: readonly Ask[]])[]
await loadNetSnmp() // Not counted.
const startedAt = performance.now()
const cpu = await cpuMs(() =>
  work === 'read'
    ? readAll(
        asked.map(([address]) => address),
        Number(port),
      )
    : forEachLimited(asked, AT_ONCE, async ([address, requests]) => {
        await bareWalk(address, Number(port), 'public', requests)
      }),
)
process.stdout.write(JSON.stringify({ cpuMs: cpu, wallMs: performance.now() - startedAt }))
closeSnmp()
