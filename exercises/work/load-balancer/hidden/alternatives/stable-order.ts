export interface Lease {
  readonly backend: string
  release(outcome: 'ok' | 'error' | 'timeout'): void
}

export interface LoadBalancer {
  add(backend: { id: string }): void
  remove(id: string): void
  setHealthy(id: string, healthy: boolean): void
  acquire(): Lease | null
  inFlight(id: string): number
}

export interface Rng {
  next(): number
  int(n: number): number
  pick<T>(xs: readonly T[]): T
  shuffle<T>(xs: readonly T[]): T[]
}

/** The books: who is a member under which number, who is ill, which leases are open. */
interface Books {
  numbers: Map<string, number>
  ill: Set<number>
  open: Map<symbol, number>
  last: number
  issued: number
}

type Strategy = (candidates: number[], books: Books) => number | undefined

function build(strategy: Strategy): LoadBalancer {
  const books: Books = {
    numbers: new Map(),
    ill: new Set(),
    open: new Map(),
    last: -1,
    issued: 0,
  }

  function add({ id }: { id: string }): void {
    if (books.numbers.has(id)) return
    books.numbers.set(id, books.issued)
    books.issued += 1
  }

  function setHealthy(id: string, healthy: boolean): void {
    const number = books.numbers.get(id)
    if (number === undefined) return
    if (healthy) books.ill.delete(number)
    else books.ill.add(number)
  }

  function acquire(): Lease | null {
    const candidates = [...books.numbers.values()].filter((number) => !books.ill.has(number))
    const chosen = strategy(candidates, books)
    if (chosen === undefined) return null
    books.last = chosen
    return open(chosen)
  }

  function open(number: number): Lease {
    const ticket = Symbol('lease')
    books.open.set(ticket, number)
    for (const [id, candidate] of books.numbers) {
      if (candidate === number) {
        return { backend: id, release: () => void books.open.delete(ticket) }
      }
    }
    throw new Error('sentinel-load-balancer-stable-order.ts: a chosen number belongs to a member')
  }

  function inFlight(id: string): number {
    const number = books.numbers.get(id)
    return number === undefined ? 0 : openLeases(number, books)
  }

  return { add, remove: (id) => void books.numbers.delete(id), setHealthy, acquire, inFlight }
}

function openLeases(number: number, books: Books): number {
  return [...books.open.values()].filter((other) => other === number).length
}

/** Numbers only grow, so the place of a member that left is still a place in the order. */
export function createRoundRobin(): LoadBalancer {
  return build((candidates, { last }) => {
    return candidates.find((number) => number > last) ?? candidates[0]
  })
}

export function createLeastConnections(rng: Rng): LoadBalancer {
  return build((candidates, books) => {
    const [lightest] = rng
      .shuffle(candidates)
      .map((number) => ({ number, load: openLeases(number, books) }))
      .toSorted((a, b) => a.load - b.load)
    return lightest?.number
  })
}

export function createTwoChoices(rng: Rng): LoadBalancer {
  return build((candidates, books) => {
    if (candidates.length < 2) return candidates[0]
    const first = Math.floor(rng.next() * candidates.length)
    const step = 1 + Math.floor(rng.next() * (candidates.length - 1))
    const pair = [candidates[first], candidates[(first + step) % candidates.length]]
    const [a = 0, b = 0] = pair
    return openLeases(b, books) < openLeases(a, books) ? b : a
  })
}
