import type { Choice, Session } from './session.ts'

/** One call as data; `id` is an index into a pool of ids, `lease` into the leases so far. */
export type Call =
  | { kind: 'add' | 'remove' | 'readd' | 'ask'; id: number }
  | { kind: 'health'; id: number; healthy: boolean }
  | { kind: 'acquire' }
  | { kind: 'release'; lease: number; outcome: 'ok' | 'error' | 'timeout' }

/** Makes one call in a session; returns what `acquire` answered, and null for every other call. */
export function make(call: Call, session: Session, pool: readonly string[]): Choice | null {
  if (call.kind === 'acquire') return session.acquire()
  if (call.kind === 'release') session.release(call.lease, call.outcome)
  else makeWithId(call, session, nameOf(call.id, pool))
  return null
}

function nameOf(index: number, pool: readonly string[]): string {
  const name = pool[index % pool.length]
  if (name === undefined) throw new Error('sentinel-load-balancer-calls.ts: a pool has ids')
  return name
}

function makeWithId(call: Extract<Call, { id: number }>, session: Session, name: string): void {
  switch (call.kind) {
    case 'add':
      session.add(name)
      break
    case 'remove':
      session.remove(name)
      break
    case 'readd':
      if (session.members.has(name)) session.remove(name)
      session.add(name)
      break
    case 'health':
      session.setHealthy(name, call.healthy)
      break
    case 'ask':
      session.ask(name)
      break
  }
}
