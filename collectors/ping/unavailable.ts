/** Echoes cannot be asked for on this machine, for the reason that the program gives: it says nothing of any host. */
export class PingUnavailable extends Error {
  override readonly name = 'PingUnavailable'
}
