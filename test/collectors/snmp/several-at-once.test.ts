import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { createAgent } from '../../../collectors/lab/agent.js'
import { readBoard } from '../../../collectors/lab/board.js'
import { closeSnmp } from '../../../collectors/snmp.js'
import { shipped } from '../../../src/lib/paths.js'
import { community, read, v3 } from './reading.js'
import { Secret } from '../../../src/model/secret.js'

const { access, devices } = await readBoard(shipped('data', 'samples', 'lab'))

/** A device of the demonstration over real UDP, each answer so late; `most` counts the requests that it owed at once. */
async function watched(
  t: Test,
  name: string,
  { lateMs, silentAfter = Infinity }: { lateMs: number; silentAfter?: number },
) {
  const device = devices.find((each) => each.name === name)
  if (device === undefined) throw new Error(`no ${name}`)
  const agent = createAgent(device, access)
  const socket = createSocket('udp4')
  let over = false
  const counts = { requests: 0, owed: 0, most: 0 }
  socket.on('message', (datagram, from) => {
    counts.requests++
    const answer = agent(datagram)
    if (answer === null || counts.requests > silentAfter) return
    counts.most = Math.max(counts.most, ++counts.owed)
    void sleep(lateMs).then(() => {
      counts.owed--
      if (over) return
      socket.send(answer, from.port, from.address)
    })
  })
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')
  t.teardown(() => {
    over = true
    socket.close()
  })
  return { address: '127.0.0.1', port: socket.address().port, counts }
}

const key = (text: string) => new Secret(text)
const CREDENTIALS = [
  { ...community, community: key('outardes-lecture') },
  {
    ...v3,
    auth: { protocol: 'sha256', key: key('marees-d-equinoxe') },
    priv: { protocol: 'aes', key: key('brume-du-matin') },
  },
] as const

for (const credential of CREDENTIALS) {
  await t.test(
    `a device never owes more answers than perDevice says, and is read the same (v${credential.version})`,
    async (t) => {
      const agent = await watched(t, 'phare-sw1', { lateMs: 4 })
      const readings = []
      for (const perDevice of [1, 2, 4, 8]) {
        Object.assign(agent.counts, { requests: 0, most: 0 })
        const { outcome, packetsSent } = await read(agent, { perDevice, credentials: [credential], timeoutMs: 5000 })
        t.equal(outcome.status, 'answered')
        // It has seven tables that are always read.
        t.equal(agent.counts.most, Math.min(perDevice, 7), `${perDevice} at once`)
        t.equal(packetsSent, agent.counts.requests, 'all that was sent is counted')
        readings.push(outcome)
      }
      const [alone, ...others] = readings
      for (const other of others) t.strictSame(other, alone)
    },
  )
}

await t.test('a device that falls silent while several tables are read gives what was read', async (t) => {
  const inVain: number[] = []
  for (const perDevice of [1, 4]) {
    const agent = await watched(t, 'phare-sw1', { lateMs: 1, silentAfter: 10 })
    const { outcome, packetsSent } = await read(agent, { perDevice, credentials: [CREDENTIALS[0]], timeoutMs: 300 })
    if (outcome.status !== 'partial') return t.fail(outcome.status)
    t.equal(outcome.reason.code, 'timed-out-midway')
    t.equal(outcome.value.sysName, 'phare-sw1')
    t.ok(outcome.value.components.length + outcome.value.interfaces.length > 0, 'what was read before is there')
    t.ok(agent.counts.most <= perDevice)
    t.equal(packetsSent, agent.counts.requests)
    inVain.push(packetsSent - 10)
  }
  // Those of its seven tables that wait find that it is silent: they do not all ask by themselves.
  const [alone = 0, several = Infinity] = inVain
  t.ok(several < 7 * alone, `${several} packets in vain, ${alone} by one at a time`)
})

await t.test('a reading of several tables that is cancelled ends at once', async (t) => {
  const agent = await watched(t, 'phare-sw1', { lateMs: 1, silentAfter: 10 })
  const stop = new AbortController()
  const reading = read(agent, {
    perDevice: 4,
    credentials: [CREDENTIALS[0]],
    timeoutMs: 60_000,
    signal: stop.signal,
    maxMsPerDevice: 600_000,
  })
  while (agent.counts.requests < 11) await sleep(2)
  stop.abort()
  const { outcome } = await reading
  t.match(outcome, { status: 'partial', reason: { code: 'cancelled' } })
})
closeSnmp()
