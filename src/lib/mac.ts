const SPELLINGS = [
  /^[0-9a-f]{1,2}([:-])[0-9a-f]{1,2}(?:\1[0-9a-f]{1,2}){4}$/i,
  /^[0-9a-f]{4}([.:-])[0-9a-f]{4}\1[0-9a-f]{4}$/i,
  /^[0-9a-f]{6}[:-]?[0-9a-f]{6}$/i,
] as const
const OCTET = /^[0-9a-f]{2}$/i

/**
 * A MAC address (EUI-48) as `aa:bb:cc:dd:ee:ff`, from any spelling in use: colons or hyphens, a leading zero left out or
 * not, Cisco's `aabb.ccdd.eeff`, H3C's `aabb-ccdd-eeff`, ProCurve's `aabbcc-ddeeff`, or no separator. Null when the text
 * is none of these.
 */
export function parseMac(text: string): string | null {
  if (!SPELLINGS.some((spelling) => spelling.test(text))) return null
  const parts = text.toLowerCase().split(/[.:-]/)
  const digits = parts.map((part) => (parts.length === 6 ? part.padStart(2, '0') : part)).join('')
  return digits.match(/../g)?.join(':') ?? null
}

/**
 * The MAC addresses of a cell, each once and in order of value: a space, a comma, `;`, `|` or `/` stands between them.
 * Null when a part of it is no MAC address.
 */
export function parseMacs(text: string): readonly string[] | null {
  const found = new Set<string>()
  for (const part of text.split(/[,;|/]/)) {
    for (const candidate of candidatesOf(part.trim())) {
      const mac = parseMac(candidate)
      if (mac === null) return null
      found.add(mac)
    }
  }
  return [...found].sort()
}

/** What may each be an address: the words of a text, or its octets six by six when they stand apart. */
function candidatesOf(text: string): readonly string[] {
  const words = text.split(/\s+/).filter((word) => word !== '')
  if (words.length < 6 || !words.every((word) => OCTET.test(word))) return words
  return (words.join('').match(/.{1,12}/g) ?? []).map(String)
}
