/**
 * Whether a MAC is one machine's own: not zero, not a group's, and none of those that routers share to stand in for
 * one another: VRRP and CARP (RFC 9568: 00-00-5E-00-01 and -02), HSRP (RFC 2281: 00-00-0C-07-AC; version 2:
 * 00-00-0C-9F-F, IPv6: 00-05-73-A0-0), GLBP (00-07-B4-00).
 */
export function isStation(mac: string): boolean {
  return (
    mac !== '00:00:00:00:00:00' &&
    (Number.parseInt(mac.slice(0, 2), 16) & 1) === 0 &&
    !/^(00:00:5e:00:0[12]|00:00:0c:07:ac|00:00:0c:9f:f|00:05:73:a0:0|00:07:b4:00)/.test(mac)
  )
}

/** A MAC of six sub-identifiers of an index; null when they are none, or no machine's own. */
export function stationOf(octets: readonly number[]): string | null {
  if (octets.length !== 6 || !octets.every((octet) => octet >= 0 && octet <= 255)) return null
  const mac = octets.map((octet) => octet.toString(16).padStart(2, '0')).join(':')
  return isStation(mac) ? mac : null
}
