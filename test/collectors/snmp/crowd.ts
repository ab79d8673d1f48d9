/** Two programs of a test: thousands of agents on loopback addresses, and one process that greets them all at once. */
import { readFileSync } from 'node:fs'
import { closeSnmp, greetDevice } from '../../../collectors/snmp.js'
import { community } from './reading.js'
import { Objects, response, startAgent } from './udp-agent.js'

const [what, count, port] = process.argv.slice(2)
const addresses = Array.from({ length: Number(count) }, (_, i) => `127.21.${i >> 8}.${i & 255}`)

if (what === 'answer') await answer()
else await readAll()

async function answer(): Promise<void> {
  let port = 0
  for (const [i, address] of addresses.entries()) {
    const objects = new Objects({ '1.3.6.1.2.1.1.5.0': `appareil-${i}` })
    const agent = await startAgent(
      (_bytes, request) => (request === null ? null : response(request, objects.answer(request))),
      { address, port },
    )
    port = agent.port
  }
  process.stdout.write(`${port}\n`)
}

async function readAll(): Promise<void> {
  const settings = {
    port: Number(port),
    timeoutMs: 5000,
    retries: 8,
    perDevice: 1,
    maxRowsPerTable: 100,
    maxMsPerDevice: 200_000,
  }
  const signal = new AbortController().signal
  const names = await Promise.all(
    addresses.map(async (address) => {
      const { outcome } = await greetDevice(address, [community], settings, signal)
      return outcome.status === 'answered' ? outcome.value.sysName : null
    }),
  )
  closeSnmp()
  const limit = /Max open files +(\d+)/.exec(readFileSync('/proc/self/limits', 'utf8'))?.[1]
  const answered = names.filter((name) => name !== null).length
  const wrong = names.filter((name, i) => name !== null && name !== `appareil-${i}`).length
  process.stdout.write(JSON.stringify({ limit, answered, wrong }))
}
