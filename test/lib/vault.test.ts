import { createDecipheriv, createSecretKey, randomBytes, randomInt, scryptSync } from 'node:crypto'
import { inspect } from 'node:util'
import t, { type Test } from 'tap'
import { commonNetworks } from '../../src/lib/cidr.js'
import { VaultError, type VaultFault } from '../../src/lib/vault/format.js'
import { deriveKey, newSalt, openVault, sealVault, unsealVault, type VaultSecret } from '../../src/lib/vault/seal.js'
import { Secret } from '../../src/model/secret.js'

// The layout, by hand: magic 16, format 1, log2 N 1, r 1, p 1, salt 32, nonce 12, length of the body 4; then body, tag 16.
const SALT = 20
const NONCE = SALT + 32
const LENGTH = NONCE + 12
const BODY = LENGTH + 4
const TAG = 16

const FAULTS: readonly VaultFault[] = [
  'not-a-vault',
  'unknown-format',
  'truncated',
  'bad-header',
  'wrong-key-or-altered',
]
const SMALL = { log2N: 10, r: 8, p: 1 }
const opener = new Secret('quatre mots sans rapport')
const at = '2026-11-23T17:00:00.000Z'
const secrets: VaultSecret[] = [
  { name: 'lecture', value: new Secret('outardes-lecture'), addedAt: at, changedAt: at, scope: null },
  { name: 'v3-auth', value: new Secret('clé « é » 鵞'), addedAt: at, changedAt: at, scope: ['10.20.9.0/24'] },
]

const key = await deriveKey(opener, newSalt(), SMALL)
const bytes = sealVault(secrets, key)

/** The fault of what does not open; fails the test when it opens, or when the error is of another kind. */
function faultOf(t: Test, open: () => unknown, where: string): VaultFault | null {
  try {
    open()
  } catch (error) {
    if (error instanceof VaultError && FAULTS.includes(error.code)) return error.code
    t.fail(`${where}: ${String(error)}`)
    return null
  }
  t.fail(`${where}: it opened`)
  return null
}

/** A copy with one byte changed to another. */
function flipped(at: number, mask = randomInt(1, 256)): Buffer {
  const copy = Buffer.from(bytes)
  copy.writeUInt8(copy.readUInt8(at) ^ mask, at)
  return copy
}

t.test('what is sealed opens with the same key, names, dates and networks included', async (t) => {
  const opened = await openVault(bytes, opener)
  t.strictSame(
    opened.secrets.map(({ value, ...rest }) => ({ ...rest, value: value.reveal() })),
    secrets.map(({ value, ...rest }) => ({ ...rest, value: value.reveal() })),
  )
  t.notMatch(`${JSON.stringify(opened.secrets)}${inspect(opened, { depth: 9 })}`, /outardes|鵞/)
  t.strictSame(unsealVault(sealVault([], key), key), [], 'an empty vault is one')
})

t.test('the file is scrypt and AES-256-GCM as any other program reads them', (t) => {
  t.equal(bytes.subarray(0, 16).toString('latin1'), 'cartable-vault\n\0')
  t.strictSame([...bytes.subarray(16, SALT)], [1, 10, 8, 1])
  const derived = scryptSync('quatre mots sans rapport', bytes.subarray(SALT, NONCE), 32, { N: 1024, r: 8, p: 1 })
  const decipher = createDecipheriv('aes-256-gcm', derived, bytes.subarray(NONCE, LENGTH))
  decipher.setAAD(bytes.subarray(0, BODY))
  decipher.setAuthTag(bytes.subarray(-TAG))
  const text = Buffer.concat([decipher.update(bytes.subarray(BODY, -TAG)), decipher.final()]).toString('utf8')
  t.equal(bytes.readUInt32BE(LENGTH), bytes.length - BODY - TAG)
  t.match(JSON.parse(text), { secrets: [{ name: 'lecture', value: 'outardes-lecture', scope: null }, {}] })
  t.notMatch(bytes.toString('latin1'), /lecture|outardes|10\.20/, 'names and networks are encrypted too')
  t.end()
})

t.test('two writings of the same secrets share no nonce, and a small change does not show in the size', (t) => {
  const nonces = new Set(Array.from({ length: 200 }, () => sealVault(secrets, key).toString('hex', NONCE, LENGTH)))
  t.equal(nonces.size, 200)
  const [first] = secrets
  t.equal(sealVault(first === undefined ? [] : [first], key).length, bytes.length)
  t.end()
})

t.test('10,000 random byte flips never give a secret, and are told in words', (t) => {
  const told = new Map<VaultFault | null, number>()
  for (let i = 0; i < 10_000; i++) {
    const at = randomInt(bytes.length)
    const fault = faultOf(t, () => unsealVault(flipped(at), key), `byte ${at}`)
    told.set(fault, (told.get(fault) ?? 0) + 1)
  }
  t.equal(
    [...told.values()].reduce((sum, count) => sum + count, 0),
    10_000,
  )
  t.ok((told.get('wrong-key-or-altered') ?? 0) > 9000, inspect(told))
  t.end()
})

t.test('every bit of the header is authenticated: flipped, the vault does not open with its own derived key', (t) => {
  for (let at = 0; at < BODY; at++) {
    for (let bit = 0; bit < 8; bit++)
      faultOf(t, () => unsealVault(flipped(at, 1 << bit), key), `byte ${at}, bit ${bit}`)
  }
  t.end()
})

t.test('a vault that is cut, at any length, is truncated; one that goes on is altered', (t) => {
  const told = new Map<VaultFault | null, number>()
  for (let length = 0; length < bytes.length; length++) {
    const fault = faultOf(t, () => unsealVault(bytes.subarray(0, length), key), `length ${length}`)
    told.set(fault, (told.get(fault) ?? 0) + 1)
  }
  t.strictSame(
    [...told].sort(),
    [
      ['not-a-vault', 1],
      ['truncated', bytes.length - 1],
    ],
    'only an empty file is no vault at all',
  )
  for (const more of [1, 16, 1024]) {
    const long = Buffer.concat([bytes, randomBytes(more)])
    t.equal(
      faultOf(t, () => unsealVault(long, key), `${more} more`),
      'bad-header',
    )
  }
  t.end()
})

t.test('a header with another cost or salt is refused, the key being derived by what it says', async (t) => {
  const told = new Map<string, number>()
  const open = async (altered: Buffer, where: string): Promise<void> => {
    const fault = await openVault(altered, opener).then(
      () => 'it opened',
      (error: unknown) => (error instanceof VaultError ? error.code : String(error)),
    )
    if (!FAULTS.some((each) => each === fault)) t.fail(`${where}: ${fault}`)
    told.set(fault, (told.get(fault) ?? 0) + 1)
  }
  for (let i = 0; i < 400; i++) {
    const at = randomInt(SALT, NONCE)
    await open(flipped(at), `salt, byte ${at}`)
  }
  for (let cost = 0; cost < 256; cost++) {
    const [N, r, p] = [17, 18, 19].map((at) => {
      const copy = Buffer.from(bytes)
      copy.writeUInt8(cost, at)
      return copy
    })
    // Beyond this, each costs a real derivation of a second; the bound itself is tested below.
    if (N !== undefined && cost !== 10 && (cost < 14 || cost > 17)) await open(N, `log2 N ${cost}`)
    if (r !== undefined && cost !== 8 && cost % 9 === 0) await open(r, `r ${cost}`)
    if (p !== undefined && cost !== 1) await open(p, `p ${cost}`)
  }
  t.ok((told.get('wrong-key-or-altered') ?? 0) > 400, inspect(told))
  t.ok((told.get('bad-header') ?? 0) > 400, inspect(told))
})

t.test('a header that asks for more than 256 MiB is refused before any memory is taken', async (t) => {
  for (const [log2N, r] of [
    [18, 9],
    [19, 8],
    [22, 1],
    [30, 255],
    [255, 255],
  ] as const) {
    const copy = Buffer.from(bytes)
    copy.writeUInt8(log2N, 17)
    copy.writeUInt8(r, 18)
    const before = performance.now()
    await t.rejects(openVault(copy, opener), { code: 'bad-header' }, `N 2^${log2N}, r ${r}`)
    t.ok(performance.now() - before < 50)
  }
})

t.test('another key does not open, and is said to be that or an altered file', async (t) => {
  for (const wrong of ['quatre mots sans rapporT', '', 'quatre mots sans rapport ']) {
    await t.rejects(openVault(bytes, new Secret(wrong)), { code: 'wrong-key-or-altered' })
  }
  const other = { key: createSecretKey(randomBytes(32)) }
  t.throws(() => unsealVault(bytes, other), { code: 'wrong-key-or-altered' })
})

t.test('what is no vault, or a later version of one, is said', (t) => {
  const png = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47]), randomBytes(400)])
  for (const file of [Buffer.from('lecture: outardes\n'), png, Buffer.alloc(2000)]) {
    t.throws(() => unsealVault(file, key), { code: 'not-a-vault' })
  }
  const later = Buffer.from(bytes)
  later.writeUInt8(2, 16)
  t.throws(() => unsealVault(later, key), { code: 'unknown-format' })
  t.end()
})

t.test('networks in common are those that both lists hold, written once', (t) => {
  t.equal(commonNetworks(null, null), null)
  t.strictSame(commonNetworks(['10.0.0.0/8'], null), ['10.0.0.0/8'])
  t.strictSame(commonNetworks(['10.0.0.0/8'], ['10.20.9.0/24', '192.168.0.0/16']), ['10.20.9.0/24'])
  t.strictSame(commonNetworks(['10.20.9.0/24'], ['10.0.0.0/8', '10.20.0.0/16']), ['10.20.9.0/24'])
  t.strictSame(commonNetworks(['10.20.9.0/24'], ['10.20.8.0/24']), [], 'apart: nowhere')
  t.strictSame(commonNetworks(['0.0.0.0/0'], ['2001:db8::/32']), [], 'the two families have nothing in common')
  t.strictSame(commonNetworks(['2001:db8::/32'], ['2001:db8:1::/48', '10.0.0.0/8']), ['2001:db8:1::/48'])
  t.end()
})
