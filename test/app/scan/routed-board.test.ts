import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { shipped } from '../../../src/lib/paths.js'
import { cartablePath, run } from '../../cli/run.js'

// Boards of network namespaces: a router, two sites behind it with real snmpd agents, and another board with the same
// addresses. `ip` and `snmpd` themselves say what the inventory must hold.
const isThere = (program: string): boolean => spawnSync(program, ['-V']).error === undefined
const allowed = spawnSync('unshare', ['--user', '--map-root-user', '--net', '--pid', '--fork', 'true']).status === 0
const skip = !isThere('ip')
  ? 'apt-get install iproute2'
  : !(isThere('snmpd') || isThere('/usr/sbin/snmpd'))
    ? 'apt-get install snmpd'
    : !allowed && 'namespaces are not allowed here'

const folder = mkdtempSync(join(tmpdir(), 'cartable-board-'))
t.teardown(() => rmSync(folder, { recursive: true, force: true }))

const CONFIG = (board: string) => `board: { code: "${board}" }
database: ./boards.db
networks:
  - { cidr: 10.60.0.0/24, building: "${board.slice(0, 3)}001" }
  - { cidr: 10.60.1.0/24, building: "${board.slice(0, 3)}011" }
  - { cidr: 10.60.2.0/24, building: "${board.slice(0, 3)}012" }
credentials:
  - { name: lecture, version: 2c, community: { env: LECTURE } }
scan: { timeoutMs: 400, retries: 4 }
`
const AGENT = (name: string, addresses: readonly string[], community = 'chouette') => `
agentAddress ${addresses.join(',')}
rocommunity ${community}
sysName ${name}
sysLocation Anse-aux-Outardes
`

/** Functions of the shell: a namespace, a command in it, a cable between two, an agent. */
const TOOLS = `set -eu
PATH=$PATH:/usr/sbin:/sbin
export SNMP_PERSISTENT_DIR=/nonexistent
space() { # until it is one: the process is there before its namespace is
  unshare --net sleep 600 & eval "$1=$!"
  until [ "$(readlink /proc/$!/ns/net)" != "$(readlink /proc/self/ns/net)" ]; do sleep 0.02; done
}
in_() { pid=$1; shift; nsenter -t "$pid" -n "$@"; }
cable() { # SPACE NAME ADDRESS SPACE NAME ADDRESS
  in_ "$1" ip link add "$2" type veth peer name "$5" netns "$4"
  in_ "$1" ip addr add "$3" dev "$2"; in_ "$1" ip link set "$2" up
  in_ "$4" ip addr add "$6" dev "$5"; in_ "$4" ip link set "$5" up
}
agent() { in_ "$1" snmpd -f -C -c "$2.conf" -Lf "$2.log" & }
start() { for pid in "$@"; do in_ "$pid" ip link set lo up; done; }
interfaces() { in_ "$1" ip -json link > "$2.json"; }
heard() { # until the agent of a space answers at an address
  for _ in $(seq 200); do
    in_ "$1" snmpget -v2c -c chouette -r0 -t0.3 "$2" 1.3.6.1.2.1.1.5.0 >/dev/null 2>&1 && return
  done
  return 9
}
`
const SCRIPT = `${TOOLS}
space ROUTER; space SITE1; space SITE2; space SERVER
start $ROUTER $SITE1 $SITE2 $SERVER
cable $SERVER srv 10.60.0.2/24 $ROUTER core 10.60.0.1/24
cable $ROUTER site1 10.60.1.1/24 $SITE1 eth0 10.60.1.10/24
cable $ROUTER site2 10.60.2.1/24 $SITE2 eth0 10.60.2.10/24
in_ $ROUTER sh -c 'echo 1 > /proc/sys/net/ipv4/ip_forward'
in_ $SERVER ip route add 10.60.0.0/16 via 10.60.0.1
in_ $SITE1 ip route add default via 10.60.1.1
in_ $SITE2 ip route add default via 10.60.2.1
for other in 11 12; do in_ $SITE1 ip addr add 10.60.1.$other/24 dev eth0; done
agent $ROUTER router; agent $SITE1 site1; agent $SITE1 silent; agent $SITE2 site2
in_ $SITE2 "$NODE" "$RELAY" 10.60.2.10 161 1161 &
heard $ROUTER 10.60.0.1; heard $SITE1 10.60.1.10
interfaces $ROUTER router; interfaces $SITE1 site1; interfaces $SITE2 site2
scan() { in_ $SERVER "$NODE" "$CARTABLE" --config a.yaml scan --json "$@" || [ $? -eq 3 ]; }
scan --targets 10.60.0.0/29,10.60.1.0/28,10.60.2.0/28,10.60.1.11 --no-ping > first.json
scan --targets 10.60.1.8-10.60.1.13,10.60.1.11,10.60.1.12 > second.json

# The other board: the same addresses, another network.
space OTHER; space OTHERS; start $OTHER $OTHERS
cable $OTHERS srv 10.60.1.2/24 $OTHER eth0 10.60.1.10/24
agent $OTHER other; heard $OTHER 10.60.1.10
in_ $OTHERS "$NODE" "$CARTABLE" --config b.yaml scan --targets 10.60.1.10 --no-ping --json > third.json
`

interface Listed {
  readonly managementAddress: string
  readonly sysName: string | null
  readonly reasonCode: string | null
  readonly building: string | null
}

interface Document {
  readonly status: string
  readonly scannedAddresses: readonly string[]
  readonly interfaces: readonly { readonly ifName: string; readonly mtu: number }[]
}

t.test('a routed board of real agents is what its parts say, and another board keeps its own', { skip }, async (t) => {
  const write = (name: string, text: string): void => writeFileSync(join(folder, name), text)
  write('a.yaml', CONFIG('711000'))
  write('b.yaml', CONFIG('722000'))
  write('router.conf', AGENT('rtr-anse', ['udp:161']))
  write('site1.conf', AGENT('sw-site1', ['udp:10.60.1.10:161']))
  write('silent.conf', AGENT('sw-sourd', ['udp:10.60.1.11:161'], 'hibou'))
  write('site2.conf', AGENT('sw-site2', ['udp:127.0.0.1:1161']))
  write('other.conf', AGENT('sw-ailleurs', ['udp:10.60.1.10:161']))
  const ran = await run(
    'unshare',
    ['--user', '--map-root-user', '--net', '--pid', '--fork', '--kill-child', '--mount-proc', 'sh', '-c', SCRIPT],
    {
      cwd: folder,
      env: {
        NODE: process.execPath,
        CARTABLE: cartablePath,
        RELAY: shipped('dist', 'test', 'app', 'scan', 'relay.js'),
        LECTURE: 'chouette',
      },
    },
  )
  t.equal(ran.code, 0, ran.err)
  const json = <T>(name: string): T => JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as T
  const cartable = (board: string, ...args: readonly string[]): string =>
    execFileSync(process.execPath, [cartablePath, '--config', join(folder, board), ...args], { encoding: 'utf8' })
  const inventory = JSON.parse(cartable('a.yaml', 'list', 'devices', '--json')) as readonly Listed[]
  // The router is shown at whichever of its addresses answered first, in the building of that one.
  const router = inventory.find(({ sysName }) => sysName === 'rtr-anse')
  const buildings = { '10.60.0.1': '711001', '10.60.1.1': '711011', '10.60.2.1': '711012' }
  t.equal(new Map(Object.entries(buildings)).get(router?.managementAddress ?? ''), router?.building)
  t.strictSame(
    inventory
      .filter((each) => each !== router)
      .map(({ sysName, managementAddress, building, reasonCode }) => [
        sysName ?? reasonCode,
        managementAddress,
        building,
      ]),
    [
      ['sw-site1', '10.60.1.10', '711011'],
      ['host-up-snmp-silent', '10.60.1.11', '711011'],
      ['port-closed', '10.60.1.12', '711011'],
      ['sw-site2', '10.60.2.10', '711012'],
    ],
    'each box once, in its building, and why the others could not be read',
  )
  const show = (address: string): Document => JSON.parse(cartable('a.yaml', 'show', address, '--json')) as Document
  t.strictSame(
    show(router?.managementAddress ?? '').scannedAddresses,
    ['10.60.0.1', '10.60.1.1', '10.60.2.1'],
    'a router at each of its addresses',
  )
  for (const [space, address] of [
    ['router', router?.managementAddress ?? ''],
    ['site1', '10.60.1.10'],
    ['site2', '10.60.2.10'],
  ] as const) {
    const truth = json<readonly { readonly ifname: string; readonly mtu: number }[]>(space)
    const read = show(address).interfaces
    t.strictSame(
      read.map(({ ifName, mtu }) => [ifName, mtu]),
      truth.map(({ ifname, mtu }) => [ifname, mtu]),
      `${space}: what ip says`,
    )
    t.equal(show(address).status, 'answered', `${space}: whole`)
  }
  // 6 + 14 + 14 hosts: three addresses of the router, two sites, one that is silent, 28 where nobody answers.
  t.match(json('first'), { addresses: 34, answered: 5, partial: 0, byReason: { 'no-answer': 29 } })
  t.match(json('second'), {
    addresses: 6,
    answered: 1,
    byReason: { 'host-up-snmp-silent': 1, 'port-closed': 1, 'no-answer': 3 },
    devicesNew: 0,
    devicesMissing: 0,
  })
  t.match(json('third'), { answered: 1, devicesNew: 1 }, 'another board with the same address has another device there')
  t.equal((JSON.parse(cartable('b.yaml', 'show', '10.60.1.10', '--json')) as Listed).sysName, 'sw-ailleurs')
})
