import { inspect } from 'node:util'

/** A community or key. It shows as `<secret>` however it is printed; `reveal` is for the wire alone. */
export class Secret {
  readonly #value: string

  constructor(value: string) {
    this.#value = value
  }

  reveal(): string {
    return this.#value
  }

  toString(): string {
    return '<secret>'
  }

  toJSON(): string {
    return '<secret>'
  }

  [inspect.custom](): string {
    return '<secret>'
  }
}
