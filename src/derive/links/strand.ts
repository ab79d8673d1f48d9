import type { LinkDevice } from '../../model/link.js'
import type { Cable, Half } from './join.js'
import type { Port } from './ports.js'

/** A side of a cable: a device and its port, what it says, and what the other side says of it. */
export interface Side {
  /** Null when it is none of our devices, or when it is not known which. */
  readonly device: LinkDevice | null
  readonly port: Port | null
  readonly says: Half | null
  readonly saidBy: Half | null
}

/** A cable, turned so that the same end always comes first. */
export interface Strand {
  readonly a: Side
  readonly b: Side
  readonly cable: Cable
}
