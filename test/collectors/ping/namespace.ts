import { ran, type Ran } from './ran.js'

const allowed = await ran('unshare', ['--user', '--map-root-user', '--net', 'sh', '-c', 'ip link set lo up'])
/** Why no network of one's own can be made here, or false. */
export const skip =
  allowed.code === 0
    ? false
    : /not found/.test(allowed.err)
      ? 'apt-get install iproute2'
      : 'namespaces are not allowed here'

/**
 * Runs a shell command where 10.50.0.0/16 and fd50::/64 are networks of which only some addresses answer; what is sent
 * to the others is dropped without a word, as by a router whose network has nobody there.
 */
export function inNetwork(live: readonly string[], command: string, env: NodeJS.ProcessEnv = {}): Promise<Ran> {
  const addresses = live.map((address) => `address add ${address}/${address.includes(':') ? 128 : 32} dev lo`)
  const batch = [
    'link set lo up',
    'link add away type veth peer name nowhere',
    'link set away up',
    'link set nowhere up',
    'address add 10.49.0.1/30 dev away',
    'address add fd49::1/64 dev away nodad',
    // A router that nobody is: frames leave, and the other end is not whom they are for.
    'neighbour add 10.49.0.2 lladdr 02:00:00:00:00:02 dev away',
    'neighbour add fd49::2 lladdr 02:00:00:00:00:02 dev away',
    'route add 10.50.0.0/16 via 10.49.0.2',
    'route add fd50::/64 via fd49::2',
    ...addresses,
  ]
  const script = `ip -batch - <<'END' || exit 99\n${batch.join('\n')}\nEND\n${command}`
  return ran('unshare', ['--user', '--map-root-user', '--net', 'sh', '-c', script], env)
}
