import { createLinks } from './links.ts'
import type { Links } from './links.ts'

/** One of the two is a copy of the other, as long as neither is changed. */
export interface Copied {
  readonly inner: object
  readonly outer: object
  /** The number of the crossing in which the copy was made. */
  readonly crossing: number
}

/** Which objects of the two realms belong together. */
export interface Ties {
  /** What stands for an object in the other realm, for good. */
  readonly lasting: Links<object>
  /** What an object of the suite's realm stands for that has nothing of its own. */
  readonly stoodFor: Links<object>
  readonly copies: Links<Copied>
}

export function createTies(): Ties {
  return { lasting: createLinks(), stoodFor: createLinks(), copies: createLinks() }
}

export function tie({ lasting }: Ties, inner: object, outer: object): void {
  lasting.set(inner, outer)
  lasting.set(outer, inner)
}

export function tieCopies({ copies }: Ties, copied: Copied): void {
  copies.set(copied.inner, copied)
  copies.set(copied.outer, copied)
}
