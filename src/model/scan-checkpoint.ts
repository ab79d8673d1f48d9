/** How a scan was asked, so that it can be gone on with. */
export interface ScanManner {
  /** Whether silent addresses were left alone after a ping. */
  readonly ping: boolean
  /** Whether forwarding tables and resolved addresses are read. */
  readonly endpoints: boolean
  /** Whether what devices name is asked too. */
  readonly crawl: boolean
  /** What is left out, as it was written; empty when nothing is. */
  readonly exclude: string
}

/** What a scan did so far, kept with each batch of results: what rows of addresses do not tell. */
export interface ScanCheckpoint extends ScanManner {
  readonly devicesNew: number
  readonly devicesChanged: number
  readonly packetsSent: number
  readonly bytesSent: number
}
