import type { Node, NodeId } from '../contract.ts'
import type { DiskLoss } from '../faults/fault.ts'
import { createRng } from '../random/create-rng.ts'
import { keyed, keyOf } from '../random/hash.ts'
import type { TraceFinding, TraceNode } from '../trace/trace.ts'
import { DiskState } from './disk-state.ts'
import { EventQueue } from './event-queue.ts'
import { Host } from './host.ts'
import type { Limits } from './limits.ts'
import { Link } from './link.ts'
import { Network } from './network.ts'
import type { Weather } from './network.ts'
import type { Disturbance } from './observer.ts'
import { Recent } from './recent.ts'
import { RunHash } from './run-hash.ts'
import { duringOf, newAct, newDelivery } from './sim-event.ts'
import type { Delivery, SimEvent } from './sim-event.ts'
import { FIRST, tieOf, tieOfWaiting } from './tie.ts'
import { changesFrozen, isThenable, thrownText } from './thrown.ts'
import type { Tally } from './tally.ts'
import type { Watchers } from './watchers.ts'

type Mutable<Counts> = { -readonly [Count in keyof Counts]: Counts[Count] }

/** Which draw of an event's key decides its place among events of the same instant. */
const TIE = 9

export interface EngineOptions<M> {
  readonly seed: number
  readonly nodes: readonly TraceNode[]
  readonly weather: Weather
  readonly skewMs: number
  /** Freezes messages and disk values, so that a later change of them is found. */
  readonly strict: boolean
  readonly limits: Limits
  readonly watchers: Watchers<M>
  /** Makes the node of a host: at the start and after each crash. */
  readonly make: (host: Host<M>, engine: Engine<M>) => Node<M>
}

/**
 * One world in virtual time. Each event is one indivisible step of one node; after each the clock
 * stands where the next event is. The same options give the same run, event by event.
 */
export class Engine<M> {
  readonly seed: number
  readonly hosts: readonly Host<M>[]
  readonly network: Network
  readonly watchers: Watchers<M>
  readonly strict: boolean
  readonly limits: Limits
  readonly hash = new RunHash()
  readonly findings: TraceFinding[] = []
  readonly tally: Mutable<Tally> = { delivered: 0, dropped: 0, partitions: 0, restarts: 0 }
  readonly #make: EngineOptions<M>['make']
  readonly #byId = new Map<NodeId, Host<M>>()
  readonly #queue = new EventQueue<M>()
  readonly #recent = new Recent<M>()
  /** Virtual time in microseconds since the start. */
  nowUs = 0
  events = 0
  inFlight = 0
  isStopped = false
  /** Whose step it is; what others do now is out of turn. */
  turn: Host<M> | undefined
  calls = 0
  /** What happens now; undefined while nodes are started for the first time. */
  #present: SimEvent<M> | undefined
  #numbered = 0
  #messages = 0

  constructor(options: EngineOptions<M>) {
    this.seed = options.seed
    this.strict = options.strict
    this.limits = options.limits
    this.watchers = options.watchers
    this.#make = options.make
    this.network = new Network(options.weather)
    const skew = createRng(keyOf(options.seed, 'skew'))
    this.hosts = options.nodes.map((node, index) => {
      const skewUs = Math.round(skew.next() * 2 * options.skewMs * 1000)
      return new Host<M>(options.seed, index, node, new DiskState(options.strict), skewUs)
    })
    for (const host of this.hosts) {
      this.#byId.set(host.id, host)
      for (const to of this.hosts) host.links.set(to.id, new Link(options.seed, host, to))
    }
  }

  get nowMs(): number {
    return this.nowUs / 1000
  }

  /** The host of an id; undefined for a name that is not of this world. */
  host(id: NodeId): Host<M> | undefined {
    return this.#byId.get(id)
  }

  /** Starts every node, in the order of the world. */
  start(): void {
    for (const host of this.hosts) {
      if (!this.isStopped) this.boot(host)
    }
  }

  /** Makes a new node on a host that is down, and starts it. */
  boot(host: Host<M>): void {
    if (host.node !== undefined) return
    const again = host.life > 0
    host.life++
    this.watchers.life(this.nowMs, again ? 'restart' : 'start', host.id)
    if (again) this.disturb('restart', host.id)
    this.inTurn(host, () => {
      host.node = this.#make(host, this)
      return host.node.start()
    })
  }

  /** The time of the next event in microseconds; undefined when nothing is left to happen. */
  nextAt(): number | undefined {
    return this.#next()?.at
  }

  #next(): SimEvent<M> | undefined {
    for (;;) {
      const event = this.#queue.peek()
      if (event === undefined || !this.#isStale(event)) return event
      this.#queue.pop()
      if (event.kind !== 'timer') continue
      if (event.isOff) event.isQueued = false
      else {
        event.at = event.dueAt
        event.tie = event.dueTie
        this.push(event)
      }
    }
  }

  /** Whether an event does not happen where it stands: it was taken back, or is due later. */
  #isStale(event: SimEvent<M>): boolean {
    return event.isOff || (event.kind === 'timer' && event.dueAt > event.at)
  }

  /**
   * Lets the next event happen. Returns false when there is none until then, or a finding ended the
   * run.
   */
  step(untilUs = Infinity): boolean {
    if (this.isStopped) return false
    const event = this.#next()
    if (event === undefined || event.at > untilUs) return false
    this.#queue.pop()
    this.nowUs = event.at
    if (++this.events > this.limits.eventsMax) {
      this.find(
        'livelock',
        'A run comes to rest',
        this.#recent.busiest(this.limits.eventsMax, this.nowMs, this.hosts),
      )
      return false
    }
    this.#recent.note(event)
    this.#present = event
    this.#happen(event)
    return !this.isStopped
  }

  #happen(event: SimEvent<M>): void {
    const { host } = event
    switch (event.kind) {
      case 'deliver':
        this.#deliver(event)
        break
      case 'timer':
        if (host === undefined || event.life !== host.life) break
        if (host.pauses > 0) {
          host.late.push(event)
          break
        }
        event.isQueued = false
        event.isOff = true
        this.hash.add(this.nowUs, 1 + 8 * host.index)
        this.watchers.timer(this.nowMs, host.id, event.name)
        this.#call(host, event.name, undefined)
        break
      case 'act':
        if (host !== undefined && event.life !== undefined) {
          if (event.life !== host.life) break
          if (host.pauses > 0) {
            host.late.push(event)
            break
          }
        }
        this.hash.add(this.nowUs, 2)
        if (host === undefined) event.run()
        else this.inTurn(host, event.run)
        break
    }
  }

  #deliver(event: Delivery<M>): void {
    const { link, message } = event
    const { to } = link
    if (link.cuts === 0 && link.holds > 0) {
      link.waiting.push(event)
      return
    }
    if (link.cuts === 0 && to.node !== undefined && to.pauses > 0) {
      to.late.push(event)
      return
    }
    this.inFlight--
    event.isOff = true
    const isCut = link.cuts > 0
    const arrives = !isCut && to.node !== undefined
    this.hash.add(this.nowUs, (arrives ? 3 : isCut ? 4 : 5) + 8 * to.index + 4096 * message)
    if (arrives) {
      this.tally.delivered++
      this.watchers.deliver(this.nowMs, message)
      this.#call(to, link.from.id, event)
    } else {
      this.tally.dropped++
      this.watchers.lose(this.nowMs, message, isCut ? 'cut' : 'down')
    }
  }

  /** The one place where a node's handlers are called; written out, since it is the hot path. */
  #call(host: Host<M>, name: string, delivery: Delivery<M> | undefined): void {
    const { node, life } = host
    if (node === undefined) return
    this.turn = host
    this.calls = 0
    try {
      const result: unknown =
        delivery === undefined ? node.onTimer(name) : node.onMessage(name, delivery.msg)
      if (result !== undefined && isThenable(result)) this.#promised(host)
    } catch (error) {
      this.#threw(host, life, error)
    }
  }

  /** Runs something as one step of a node. */
  inTurn(host: Host<M>, body: () => unknown): void {
    const { life } = host
    this.turn = host
    this.calls = 0
    try {
      const result = body()
      if (result !== undefined && isThenable(result)) this.#promised(host)
    } catch (error) {
      this.#threw(host, life, error)
    }
  }

  #promised(host: Host<M>): void {
    this.find(
      'returned-promise',
      'A node does all its work before its handler returns',
      `${host.id} returned a promise`,
      host.id,
    )
  }

  #threw(host: Host<M>, life: number, error: unknown): void {
    // A crash in the middle of a step throws through it, and the life that it ended is over.
    if (host.life !== life || this.isStopped) return
    if (this.strict && changesFrozen(error)) {
      const rule = 'What was sent or put on disk is changed no more'
      this.find('changed-after-handing-over', rule, thrownText(error), host.id)
    } else {
      this.find('threw', 'A node does not throw', `${host.id} threw ${thrownText(error)}`, host.id)
    }
  }

  /** Puts a message on its way. */
  send(link: Link<M>, msg: M): void {
    const draw = keyed(link.key, link.count++)
    const message = this.#messages++
    this.watchers.send(this.nowMs, message, link, msg, false)
    if (this.network.loses(link, draw)) {
      this.tally.dropped++
      this.watchers.lose(this.nowMs, message, 'lost')
      this.disturb('lost', link.from.id)
      return
    }
    this.#travel(link, msg, message, draw, false)
    if (!this.network.copies(link, draw)) return
    const copy = this.#messages++
    this.watchers.send(this.nowMs, copy, link, msg, true)
    this.disturb('duplicate', link.from.id)
    this.#travel(link, msg, copy, keyed(draw, TIE + 1), true)
  }

  #travel(link: Link<M>, msg: M, message: number, draw: number, isCopy: boolean): void {
    if (++this.inFlight > this.limits.inFlightMax) {
      const text = `${this.inFlight} messages are on their way at once; ${link.from.id} sent the last`
      this.find('flood', 'Messages do not pile up without end', text, link.from.id)
      return
    }
    const at = this.nowUs + this.network.delayUs(link, draw)
    const delivery = newDelivery(at, tieOf(keyed(draw, TIE)), link, msg, message)
    this.push(delivery)
    link.onSend?.(delivery, isCopy)
  }

  /** Takes a message from its way. */
  lose(delivery: Delivery<M>): void {
    const { link, message, at } = delivery
    delivery.isOff = true
    this.inFlight--
    this.hash.add(this.nowUs, 7 + 8 * link.to.index + 4096 * message)
    this.tally.dropped++
    this.watchers.lose(this.nowMs, message, 'lost', at / 1000)
    this.disturb('lost', link.from.id)
  }

  /** Lets a message arrive later; returns what stands for it from now on. */
  delay(delivery: Delivery<M>, byUs: number): Delivery<M> {
    const { at, tie, link, msg, message } = delivery
    // What waits at its end already is late from now on.
    const later = newDelivery(Math.max(at, this.nowUs) + byUs, tie, link, msg, message)
    delivery.isOff = true
    this.push(later)
    this.disturb('slow', link.from.id)
    return later
  }

  /** Plans an event; returns it with its number, so that it can be switched off. */
  push(event: SimEvent<M>): SimEvent<M> {
    event.number = this.#numbered++
    this.#queue.push(event)
    return event
  }

  /** Plans something that a host does in a step of its own; never in another life, if one is given. */
  planFor(host: Host<M>, at: number, draw: number, run: () => void, life?: number): SimEvent<M> {
    return this.push(newAct(at, tieOf(draw), host, run, life))
  }

  /** Plans something that the world does, before everything else of that instant. */
  plan(atUs: number, run: () => void): SimEvent<M> {
    return this.push(newAct(Math.max(atUs, this.nowUs), FIRST, undefined, run, undefined))
  }

  /** Ends a node in whatever it does; its disk stays, less what was not synced. */
  crash(host: Host<M>, loss: DiskLoss): void {
    if (host.node === undefined) return
    host.node = undefined
    host.life++
    host.timers.clear()
    host.disk.crash(loss)
    this.#drop(host.late)
    this.hash.add(this.nowUs, 6 + 8 * host.index)
    this.watchers.life(this.nowMs, 'crash', host.id)
    this.disturb('crash', host.id)
  }

  #drop(late: SimEvent<M>[]): void {
    for (const event of late.splice(0)) {
      if (event.kind !== 'deliver' || event.isOff) continue
      event.isOff = true
      this.inFlight--
      this.tally.dropped++
      this.watchers.lose(this.nowMs, event.message, 'down')
    }
  }

  /** Lets waiting events happen now, in the order in which they came. */
  release(waiting: SimEvent<M>[]): void {
    for (const [place, event] of waiting.splice(0).entries()) {
      event.at = this.nowUs
      event.tie = tieOfWaiting(place)
      if (event.kind === 'timer') event.dueAt = this.nowUs
      this.push(event)
    }
  }

  disturb(what: Disturbance['what'], node: NodeId | undefined): void {
    if (what === 'partition') this.tally.partitions++
    else if (what === 'restart') this.tally.restarts++
    this.watchers.disturb({ at: this.nowMs, what, node })
  }

  /** Notes something that must not happen, and ends the run. */
  find(kind: string, rule: string, text: string, node?: NodeId): void {
    if (this.isStopped) return
    this.isStopped = true
    const found = { at: this.nowMs, kind, rule, text }
    const where = node === undefined ? found : { ...found, node }
    const during = duringOf(this.#present)
    this.findings.push(during === undefined ? where : { ...where, during })
  }

  /** Messages on their way now. */
  *deliveries(): Generator<Delivery<M>> {
    for (const event of this.#queue) {
      if (event.kind === 'deliver' && !event.isOff) yield event
    }
  }
}
