import type { Env, Node, NodeId } from '@five-pillars/simulator'

import type { SagaMsg, TxMsg } from './src/commit-and-saga.ts'
import type { Subject } from './subject.ts'
import { MADE_UP, RAN, WorldCalls } from './world-calls.ts'
import { WorldDb, WRITTEN } from './world-db.ts'

/** What machines say to each other, and what those outside say to the desk. */
export type WorldMsg =
  | TxMsg
  | SagaMsg
  | { readonly t: 'Begin'; readonly name: string; readonly parts: readonly NodeId[] }
  | { readonly t: 'Start'; readonly name: string }
  /** It is over: committed or aborted, done or undone. */
  | { readonly t: 'Over'; readonly name: string; readonly how: string }

const BEGUN = 'begun'

/** How a transaction ends, and how a saga does. */
export const ends: ReadonlySet<string> = new Set(['committed', 'aborted', 'done', 'undone'])

const TX = 'tx: '
const SAGA = 'saga: '

/**
 * The machine that begins: a coordinator, and a saga that is led from here. What it is asked for
 * twice, it begins once.
 */
export function atDesk(
  env: Env<WorldMsg>,
  subject: Subject,
  steps: readonly NodeId[],
): Node<WorldMsg> {
  const asked = new Map<string, NodeId>()
  const coordinator = subject.createCoordinator(inner(env, TX, tells))
  const calls = new WorldCalls(env)
  const saga = subject.createSaga(quiet(inner(env, SAGA, tells)), calls.stepsOf(steps))

  /** Whoever has asked for it hears how it ended; other events are nobody's business. */
  function tells(how: string, data: unknown): void {
    if (!ends.has(how)) return
    const name = String(data)
    env.emit(how, name)
    const from = asked.get(name)
    if (from !== undefined) env.send(from, { t: 'Over', name, how })
  }

  function begin(from: NodeId, msg: Extract<WorldMsg, { t: 'Begin' | 'Start' }>): void {
    const { name } = msg
    const begun = env.disk.get<readonly string[]>(BEGUN) ?? []
    if (begun.includes(name)) return
    env.disk.put(BEGUN, [...begun, name])
    env.disk.sync()
    asked.set(name, from)
    if (msg.t === 'Begin') {
      env.emit('begins', { tx: name, parts: msg.parts })
      coordinator.begin(name, msg.parts)
    } else {
      env.emit('starts', { saga: name })
      saga.start(name)
    }
  }

  return {
    start() {
      coordinator.start()
      saga.start()
    },
    onTimer(timer) {
      if (timer.startsWith(TX)) coordinator.onTimer(timer.slice(TX.length))
      else if (!calls.onTimer(timer)) saga.onTimer(timer.slice(SAGA.length))
    },
    onMessage(from, msg) {
      if (msg.t === 'Begin' || msg.t === 'Start') begin(from, msg)
      else if (isTx(msg)) coordinator.onMessage(from, msg)
      else if (msg.t !== 'Over') saga.onMessage(from, msg)
    },
  }
}

/** A machine with a database, and with a step of every saga. */
export function atPlace(
  env: Env<WorldMsg>,
  subject: Subject,
  steps: readonly NodeId[],
): Node<WorldMsg> {
  const has = whatItHas(env)
  if (Object.values(has).some((list) => list.length > 0)) env.emit('restarts', has)
  const participant = subject.createParticipant(inner(env, TX), new WorldDb(env))
  const calls = new WorldCalls(env)
  const saga = subject.createSaga(quiet(inner(env, SAGA)), calls.stepsOf(steps))
  return {
    start() {
      participant.start()
      saga.start()
    },
    onTimer(timer) {
      if (timer.startsWith(TX)) participant.onTimer(timer.slice(TX.length))
      else if (!calls.onTimer(timer)) saga.onTimer(timer.slice(SAGA.length))
    },
    onMessage(from, msg) {
      if (isTx(msg)) participant.onMessage(from, msg)
      else if (msg.t === 'Run' || msg.t === 'Undo' || msg.t === 'Answer') {
        saga.onMessage(from, msg)
      }
    },
  }
}

/** What a crash has left of what its database and its calls have done. */
function whatItHas({ disk }: Env<WorldMsg>): Record<string, readonly string[]> {
  const lists = [WRITTEN, RAN, MADE_UP]
  return Object.fromEntries(lists.map((list) => [list, disk.get<readonly string[]>(list) ?? []]))
}

function isTx(msg: WorldMsg): msg is TxMsg {
  return 'tx' in msg
}

/** Two programs share a machine: each has keys and timers of its own. */
function inner(
  env: Env<WorldMsg>,
  prefix: string,
  emit: (event: string, data?: unknown) => void = () => {},
): Env<WorldMsg> {
  const { disk } = env
  return {
    ...env,
    disk: {
      get: (key) => disk.get(prefix + key),
      put: (key, value) => disk.put(prefix + key, value),
      sync: () => disk.sync(),
    },
    setTimer: (name, ms) => env.setTimer(prefix + name, ms),
    clearTimer: (name) => env.clearTimer(prefix + name),
    emit,
  }
}

/**
 * A crash ends a step by throwing through it. Where promises go on there is nobody to catch that:
 * here the step goes on, and nothing that it does has any effect.
 */
function quiet(env: Env<WorldMsg>): Env<WorldMsg> {
  const { disk } = env
  return {
    ...env,
    send: (to, msg) => unlessOver(() => env.send(to, msg)),
    setTimer: (name, ms) => unlessOver(() => env.setTimer(name, ms)),
    emit: (event, data) => unlessOver(() => env.emit(event, data)),
    disk: {
      get: (key) => disk.get(key),
      put: (key, value) => unlessOver(() => disk.put(key, value)),
      sync: () => unlessOver(() => disk.sync()),
    },
  }
}

function unlessOver(act: () => void): void {
  try {
    act()
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'StepEnded') throw error
  }
}
