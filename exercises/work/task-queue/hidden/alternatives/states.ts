import type * as starter from '../../src/task-queue.ts'

type Copy = readonly [token: number, worker: string, from: number, until: number]

/** What has become of a task; every call puts another one in its place. */
type State =
  | { readonly is: 'queued'; readonly tries: number }
  | { readonly is: 'leased'; readonly tries: number; readonly copies: readonly Copy[] }
  | { readonly is: 'done' | 'dead' }

type Leased = Extract<State, { is: 'leased' }>

/** A Map that is the queue as well: whoever is put again goes to the end. */
class Line extends Map<string, State> {
  put(id: string, state: State): void {
    this.delete(id)
    this.set(id, state)
  }

  *all<Is extends State['is']>(is: Is): Generator<[string, Extract<State, { is: Is }>]> {
    for (const [id, state] of this) {
      if (isIn(state, is)) yield [id, state]
    }
  }

  count(is: State['is']): number {
    return [...this.all(is)].length
  }

  unfinished(id: string): Extract<State, { tries: number }> | undefined {
    const state = this.get(id)
    return state && 'tries' in state ? state : undefined
  }

  leased(id: string): Leased | undefined {
    const state = this.get(id)
    return state?.is === 'leased' ? state : undefined
  }
}

/** Closures over one map of immutable states; its order is the order of the queue. */
export function createTaskQueue<T>(options: starter.TaskQueueOptions): starter.TaskQueue<T> {
  const { leaseMs, maxAttempts, capacity } = options
  const line = new Line()
  const payloads: { readonly id: string; readonly payload: T }[] = []
  // A mean that is kept up: it rounds in another way than a sum that is divided.
  let mean = Infinity
  let finished = 0

  const tick = (now: number): void => {
    for (const [id, state] of Array.from(line.all('leased'))) {
      const copies = state.copies.filter(([, , , until]) => now < until)
      if (copies.length > 0) line.set(id, { ...state, copies })
      else if (state.tries >= maxAttempts) line.set(id, { is: 'dead' })
      else line.put(id, { is: 'queued', tries: state.tries })
    }
  }

  const hold = (id: string, worker: string, now: number): starter.Lease<T> => {
    const task = payloads.find((one) => one.id === id)
    const state = line.unfinished(id)
    if (!task || !state) {
      throw new Error('sentinel-task-queue-states.ts: a copy of nothing')
    }
    const copy: Copy = [state.tries * 10, worker, now, now + leaseMs]
    const before = state.is === 'leased' ? state.copies : []
    line.set(id, { is: 'leased', tries: state.tries + 1, copies: [...before, copy] })
    return { ...task, token: copy[0], deadline: copy[3] }
  }

  return Object.freeze({
    tick,
    submit: (id: string, payload: T) => {
      if (line.has(id)) return 'duplicate'
      if (line.count('queued') + line.count('leased') >= capacity) return 'full'
      line.put(id, { is: 'queued', tries: 0 })
      payloads.push({ id, payload })
      return 'accepted'
    },
    lease: (worker: string, now: number) => {
      tick(now)
      const [first] = [...line.all('queued'), ...helpless(line, options, mean, now, worker)]
      return first ? hold(first[0], worker, now) : null
    },
    heartbeat: (id: string, token: number, now: number) => {
      tick(now)
      const state = line.leased(id)
      if (!state?.copies.some(([own]) => own === token)) return false
      const beat = ([own, worker, from, until]: Copy): Copy => {
        return [own, worker, from, own === token ? now + leaseMs : until]
      }
      line.set(id, { ...state, copies: state.copies.map(beat) })
      return true
    },
    complete: (id: string, token: number, _result: string, now: number) => {
      tick(now)
      if (line.get(id)?.is === 'done') return 'already-done'
      const copy = line.leased(id)?.copies.find(([own]) => own === token)
      if (!copy) return 'stale'
      line.set(id, { is: 'done' })
      finished += 1
      const ms = now - copy[2]
      mean = finished === 1 ? ms : mean + (ms - mean) / finished
      return 'done'
    },
    stats: () => {
      const [queued, leased] = [line.count('queued'), line.count('leased')]
      return { queued, leased, done: line.count('done'), dead: line.count('dead') }
    },
  })
}

/** Tasks whose only copy has run for too long, the one that has run longest first. */
function helpless(
  line: Line,
  { maxAttempts, backupFactor }: starter.TaskQueueOptions,
  mean: number,
  now: number,
  asks: string,
): [string, Leased][] {
  const fromOf = ([, { copies }]: [string, Leased]): number => copies[0]?.[2] ?? now
  return [...line.all('leased')]
    .filter(([, { tries, copies }]) => copies.length === 1 && tries !== maxAttempts)
    .filter(([, { copies }]) => copies.every(([, worker]) => worker !== asks))
    .filter((entry) => (now - fromOf(entry)) / backupFactor > mean)
    .toSorted((a, b) => fromOf(a) - fromOf(b))
}

function isIn<Is extends State['is']>(state: State, is: Is): state is Extract<State, { is: Is }> {
  return state.is === is
}
