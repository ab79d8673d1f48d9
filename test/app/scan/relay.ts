/**
 * A line of 50 ms that loses every tenth packet, before a real agent: `node relay.js ADDRESS PORT AGENT_PORT`. It answers
 * at ADDRESS, and passes on to the agent at 127.0.0.1. Which packets are lost comes from a seed.
 */
import { createSocket } from 'node:dgram'

const [address = '', port = '', agentPort = ''] = process.argv.slice(2)
const DELAY_MS = 25
const LOST = 0.1

let seed = 20_261_130
function isLost(): boolean {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0 // Numerical Recipes' generator
  return seed / 2 ** 32 < LOST
}

const outside = createSocket('udp4')
outside.on('message', (question, from) => {
  if (isLost()) return
  const inside = createSocket('udp4')
  const close = setTimeout(() => inside.close(), 2000)
  inside.on('message', (answer) => {
    if (!isLost()) setTimeout(() => outside.send(answer, from.port, from.address), DELAY_MS)
    clearTimeout(close)
    inside.close()
  })
  setTimeout(() => inside.send(question, Number(agentPort), '127.0.0.1'), DELAY_MS)
})
outside.bind(Number(port), address)
