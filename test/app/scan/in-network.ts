/** A program of a test, run in a network of its own: agents answer on its live addresses while commands scan it. */
import { shipped } from '../../../src/lib/paths.js'
import { ran } from '../../collectors/ping/ran.js'
import { Objects, response, startAgent, switchObjects } from '../../collectors/snmp/udp-agent.js'

const [cwd = '', agents = '', ...commands] = process.argv.slice(2)
const started = []
for (const address of agents.split(',')) {
  const objects = new Objects(switchObjects(1, { '1.3.6.1.2.1.1.5.0': address }))
  const reply: Parameters<typeof startAgent>[0] = (_bytes, request) =>
    request === null || request.community.toString() !== 'ecole' ? null : response(request, objects.answer(request))
  started.push(await startAgent(reply, { address, port: 16_161 }))
}
const runs = []
process.chdir(cwd)
for (const command of commands) {
  const args = [shipped('dist', 'bin', 'cartable.js'), ...command.split(' ')]
  runs.push(await ran(process.execPath, args, { SNMP: 'ecole' }))
}
process.stdout.write(JSON.stringify(runs))
for (const agent of started) await agent.close()
