import type { Env, Node, NodeId } from '@five-pillars/simulator'

export interface Timestamp {
  counter: number
  client: NodeId
}

export type RegMsg =
  | { t: 'Get'; id: number }
  | { t: 'Value'; id: number; ts: Timestamp; value: string | null }
  | { t: 'Put'; id: number; ts: Timestamp; value: string | null }
  | { t: 'Ack'; id: number }

type Versioned = Extract<RegMsg, { t: 'Value' | 'Put' }>

const TICK_MS = 60

const older = (a: Timestamp, b: Timestamp): boolean =>
  a.counter < b.counter || (a.counter === b.counter && a.client < b.client)

/** Reads its disk when it starts and not when it is made. */
export const createReplica = (env: Env<RegMsg>): Node<RegMsg> => {
  let counter = 0
  let client = ''
  let value: string | null = null

  const load = (): void => {
    const text = env.disk.get<string>('register')
    if (text === undefined) return
    const stored: unknown = JSON.parse(text)
    if (!Array.isArray(stored)) return
    const [a, b, c]: unknown[] = stored
    counter = Number(a)
    client = String(b)
    value = typeof c === 'string' ? c : null
  }

  const put = (msg: Versioned): void => {
    if (!older({ counter, client }, msg.ts)) return
    ;({ counter, client } = msg.ts)
    value = msg.value
    env.disk.put('register', JSON.stringify([counter, client, value]))
    env.disk.sync()
  }

  return {
    start: load,
    onTimer: () => {},
    onMessage: (from, msg) => {
      if (msg.t === 'Put') {
        put(msg)
        env.send(from, { t: 'Ack', id: msg.id })
      } else if (msg.t === 'Get') {
        env.send(from, { t: 'Value', id: msg.id, ts: { counter, client }, value })
      }
    },
  }
}

type State =
  | { at: 'rest' }
  | { at: 'getting'; heard: Versioned[]; whose: Set<NodeId>; wish: string | undefined }
  | { at: 'putting'; ts: Timestamp; value: string | null; whose: Set<NodeId> }

/** One state, one clock that ticks while a call is open, one id for both rounds of a call. */
export const createClient = (
  env: Env<RegMsg>,
  options: { replicas: readonly NodeId[] },
): Node<RegMsg> & { read(): Promise<string | null>; write(v: string): Promise<void> } => {
  const { replicas } = options
  let state: State = { at: 'rest' }
  let call = 0
  let done: ((value: string | null) => void) | undefined

  const isMajority = (set: Set<NodeId>): boolean => set.size * 2 > replicas.length

  const tick = (): void => {
    for (const replica of replicas) {
      if (state.at === 'getting') env.send(replica, { t: 'Get', id: call })
      if (state.at === 'putting') {
        env.send(replica, { t: 'Put', id: call, ts: state.ts, value: state.value })
      }
    }
    if (state.at !== 'rest') env.setTimer('tick', TICK_MS)
  }

  const begin = (wish: string | undefined): Promise<string | null> => {
    if (state.at !== 'rest') throw new Error('sentinel-abd-register-state-machine.ts: two calls')
    call++
    state = { at: 'getting', heard: [], whose: new Set(), wish }
    tick()
    return new Promise((resolve) => (done = resolve))
  }

  const finish = (value: string | null): void => {
    state = { at: 'rest' }
    env.clearTimer('tick')
    done?.(value)
  }

  const heardMajority = (heard: Versioned[], wish: string | undefined): void => {
    let top = heard[0]
    for (const one of heard) if (top !== undefined && older(top.ts, one.ts)) top = one
    if (top === undefined) return
    const newest = top
    if (wish === undefined && heard.every(({ ts }) => !older(ts, newest.ts))) {
      finish(newest.value)
      return
    }
    const whose = new Set<NodeId>()
    state =
      wish === undefined
        ? { at: 'putting', ts: newest.ts, value: newest.value, whose }
        : {
            at: 'putting',
            ts: { counter: newest.ts.counter + 1, client: env.id },
            value: wish,
            whose,
          }
    tick()
  }

  return {
    start: () => {},
    onTimer: tick,
    onMessage: (from, msg) => {
      if (msg.id !== call) return
      if (msg.t === 'Value' && state.at === 'getting' && !state.whose.has(from)) {
        state.whose.add(from)
        state.heard.push(msg)
        if (isMajority(state.whose)) heardMajority(state.heard, state.wish)
      } else if (msg.t === 'Ack' && state.at === 'putting') {
        state.whose.add(from)
        if (isMajority(state.whose)) finish(state.value)
      }
    },
    read: () => begin(undefined),
    write: (value) => begin(value).then(() => undefined),
  }
}
