import type { Env } from '@five-pillars/simulator'

import type { LocalDb, Vote } from './src/commit-and-saga.ts'

/** A row that more than one transaction wants; there are few, so that they meet. */
const ROWS = 3

/**
 * What the name of a transaction says: `t7` wants row 7 % 3 everywhere, `t7!card` does not go at
 * card, and in `t7?seat` seat has nothing to write.
 */
function wishOf(tx: string, place: string): { readonly row: number; readonly vote: Vote } {
  const [, number = '0', refuses, reads] = /^t(\d+)(?:!(\w+))?(?:\?(\w+))?/.exec(tx) ?? []
  const row = Number(number) % ROWS
  return { row, vote: refuses === place ? 'no' : reads === place ? 'read' : 'yes' }
}

/**
 * The database of one machine. It says what it does by events: `prepared`, `reads`, `commits` and
 * `aborts`; locks are gone with the machine's life, and what it has written is on its disk.
 */
export class WorldDb implements LocalDb {
  readonly #env: Env<never>
  readonly #locks = new Map<number, string>()

  constructor(env: Env<never>) {
    this.#env = env
  }

  prepare(tx: string): Vote {
    const { row, vote } = wishOf(tx, this.#env.id)
    if (vote === 'read') this.#env.emit('reads', { tx })
    if (vote !== 'yes') return vote
    const holder = this.#locks.get(row)
    if (holder !== undefined && holder !== tx) return 'no'
    this.#locks.set(row, tx)
    this.#env.emit('prepared', { tx })
    return 'yes'
  }

  commit(tx: string): void {
    const written = this.#env.disk.get<readonly string[]>(WRITTEN) ?? []
    const isLocked = this.#unlock(tx)
    this.#env.disk.put(WRITTEN, [...written, tx])
    const wrong = written.includes(tx)
      ? 'for the second time'
      : isLocked
        ? null
        : 'and has not locked what it needs'
    this.#env.emit('commits', wrong === null ? { tx } : { tx, wrong })
  }

  abort(tx: string): void {
    if (this.#unlock(tx)) this.#env.emit('aborts', { tx })
  }

  #unlock(tx: string): boolean {
    const { row } = wishOf(tx, this.#env.id)
    return this.#locks.get(row) === tx && this.#locks.delete(row)
  }
}

/** Where it keeps what it has committed. */
export const WRITTEN = 'db'
