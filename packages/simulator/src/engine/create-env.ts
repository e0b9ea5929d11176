import type { Disk, Env } from '../contract.ts'
import { createRng } from '../random/create-rng.ts'
import { keyed, keyOf } from '../random/hash.ts'
import { deepFreeze } from './deep-freeze.ts'
import type { Engine } from './engine.ts'
import type { Host } from './host.ts'
import { newTimer } from './sim-event.ts'
import { tieOf } from './tie.ts'

/** Thrown through a handler to end it at once: after a crash in its middle, or after a finding. */
class StepEnded extends Error {
  override name = 'StepEnded'
}

/** One for all: it is never shown, and a stack trace each time would cost more than the step. */
const stepEnded = new StepEnded('the step is over')

const MICROSECONDS = 1000

/** The surroundings of a node for one life of its host. After the life they do nothing more. */
export function createEnv<M>(engine: Engine<M>, host: Host<M>): Env<M> {
  const { life } = host
  const { callsMax } = engine.limits

  /** Whether a call counts: nodes act in their own steps alone, and never after their life. */
  function isInTurn(): boolean {
    if (host.life !== life) return false
    if (engine.turn !== host) {
      const text = `${host.id} acts although it is not its turn: after an await, or from a callback`
      engine.find('out-of-turn', 'A node acts in its own steps alone', text, host.id)
      return false
    }
    if (++engine.calls > callsMax) {
      const text = `${host.id} makes more than ${callsMax} calls in one step`
      engine.find('flood', 'A step of a node ends', text, host.id)
      throw stepEnded
    }
    return true
  }

  /** Ends the step where a watcher has struck the host down, or found something. */
  function goOn(): void {
    if (host.life !== life || engine.isStopped) throw stepEnded
  }

  const disk: Disk = {
    get: (key) => host.disk.get(key),
    put(key, value) {
      if (!isInTurn()) return
      host.disk.put(key, value)
      engine.watchers.disk('put', host)
      goOn()
    },
    sync() {
      if (!isInTurn()) return
      host.disk.sync()
      engine.watchers.disk('sync', host)
      goOn()
    },
  }

  return {
    id: host.id,
    peers: engine.hosts
      .filter((other) => other.role === 'server' && other !== host)
      .map(({ id }) => id),
    rng: createRng(keyOf(engine.seed, 'rng', host.id, String(life))),
    disk,
    now: () => host.clock.at(engine.nowUs) / MICROSECONDS,
    send(to, msg) {
      if (!isInTurn()) return
      const link = host.links.get(to)
      if (link === undefined) {
        const text = `${host.id} sends to ${JSON.stringify(to)}, which is not in this world`
        engine.find('stranger', 'Messages go to nodes of the world', text, host.id)
        throw stepEnded
      }
      engine.send(link, engine.strict ? deepFreeze(msg) : msg)
      goOn()
    },
    setTimer(name, ms) {
      if (isInTurn()) setTimer(engine, host, name, ms)
    },
    clearTimer(name) {
      if (isInTurn()) clearTimer(host, name)
    },
    emit(event, data) {
      if (!isInTurn()) return
      engine.watchers.emit({ at: engine.nowMs, node: host.id, event, data }, host)
      goOn()
    },
  }
}

function setTimer<M>(engine: Engine<M>, host: Host<M>, name: string, ms: number): void {
  if (!isDuration(ms)) throw badTime(engine, host, `setTimer(${JSON.stringify(name)}, ${ms})`)
  const at = engine.nowUs + host.clock.trueDuration(Math.round(ms * MICROSECONDS))
  const tie = tieOf(keyed(host.key, host.timerCount++))
  const timer = host.timers.get(name)
  // A heartbeat sets the same timer again and again: the object and its place are used again.
  if (timer !== undefined && (!timer.isQueued || timer.at <= at)) {
    timer.isOff = false
    timer.dueAt = at
    timer.dueTie = tie
    if (timer.isQueued) return
    timer.at = at
    timer.tie = tie
    timer.isQueued = true
    engine.push(timer)
    return
  }
  if (timer !== undefined) timer.isOff = true
  const fresh = newTimer(at, tie, host, name)
  engine.push(fresh)
  host.timers.set(name, fresh)
}

function clearTimer<M>(host: Host<M>, name: string): void {
  const timer = host.timers.get(name)
  if (timer !== undefined) timer.isOff = true
}

export function isDuration(ms: number): boolean {
  return Number.isFinite(ms) && ms >= 0
}

export function badTime<M>(engine: Engine<M>, host: Host<M>, call: string): Error {
  const rule = 'A time is a number of milliseconds, 0 or more'
  engine.find('bad-time', rule, `${host.id} calls ${call}`, host.id)
  return stepEnded
}
