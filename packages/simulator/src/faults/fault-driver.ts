import type { NodeId } from '../contract.ts'
import type { Engine } from '../engine/engine.ts'
import type { Host } from '../engine/host.ts'
import type { Link } from '../engine/link.ts'
import { keyOf } from '../random/hash.ts'
import { createRng } from '../random/create-rng.ts'
import { AwaitedMessages } from './awaited-messages.ts'
import type { Fault, MessageFault, Target } from './fault.ts'

/** Faults that strike at a time, not at something that a node does. */
export type TimedFault = Exclude<Fault, MessageFault | { kind: 'strike' }>

/** What the driver tells whoever records the run. */
export interface FaultLog {
  begins(index: number, fault: Fault, node: NodeId | undefined): void
  ends(index: number): void
  /** The set of links on which nothing passes has changed. */
  linksChanged(): void
}

interface Active {
  readonly index: number
  readonly end: () => void
}

const nothing = (): void => {}

/** Makes faults happen to an engine, and takes them back. */
export class FaultDriver<M> {
  readonly #engine: Engine<M>
  readonly #log: FaultLog
  readonly #active = new Set<Active>()
  readonly #messages: AwaitedMessages<M>
  /** Which node emitted each event last. */
  readonly lastToEmit = new Map<string, Host<M>>()
  #isHealed = false

  constructor(engine: Engine<M>, log: FaultLog) {
    this.#engine = engine
    this.#log = log
    this.#messages = new AwaitedMessages(engine)
  }

  /** Plans the timed faults of a plan. The others wait for their rules and their messages. */
  schedule(faults: readonly Fault[]): void {
    for (const [index, fault] of faults.entries()) {
      if (fault.kind === 'strike') continue
      if (fault.kind === 'lose-message' || fault.kind === 'delay-message') {
        this.#messages.add({ fault, tell: () => this.#log.begins(index, fault, undefined) })
        continue
      }
      // What holds from the start holds for what nodes do when they start. Only a crash comes after:
      // there must be somebody to crash.
      if (fault.at === 0 && fault.kind !== 'crash') this.begin(index, fault)
      else this.#engine.plan(Math.round(fault.at * 1000), () => this.begin(index, fault))
    }
  }

  /** Lets a fault begin now; it ends by itself after its time. `shown` is what the log is told. */
  begin(index: number, fault: TimedFault, shown: Fault = fault): void {
    if (this.#isHealed) return
    const node = 'node' in fault ? this.#resolve(fault.node) : undefined
    // Nobody has done yet what the target is named after: there is nothing to strike.
    if ('node' in fault && node === undefined) return
    this.#log.begins(index, shown, node?.id)
    const active = { index, end: this.#apply(fault, node) }
    this.#active.add(active)
    const ms = 'for' in fault ? fault.for : 0
    this.#engine.plan(this.#engine.nowUs + Math.round(ms * 1000), () => this.#end(active))
  }

  #end(active: Active): void {
    if (!this.#active.delete(active)) return
    active.end()
    this.#log.ends(active.index)
  }

  /** Ends every fault and lets none begin again; whoever is down starts. */
  heal(): void {
    this.#isHealed = true
    this.#messages.end()
    for (const active of this.#active) this.#end(active)
    for (const host of this.#engine.hosts) this.#engine.boot(host)
    this.#engine.network.calmDown()
  }

  #resolve(target: Target): Host<M> | undefined {
    return typeof target === 'string' ? this.#engine.host(target) : this.lastToEmit.get(target.last)
  }

  /** Returns what ends the fault. */
  #apply(fault: TimedFault, host: Host<M> | undefined): () => void {
    const engine = this.#engine
    switch (fault.kind) {
      case 'partition':
        return this.#cut(this.#between((from, to) => !together(fault.groups, from.id, to.id)))
      case 'ring':
        return this.#cut(this.#between((from, to) => !this.#areNeighbours(from, to)))
      case 'swizzle':
        return this.#swizzle(fault.nodes, fault.for)
      case 'cut': {
        const to = this.#resolve(fault.to)
        const link = to && this.#resolve(fault.from)?.links.get(to.id)
        return this.#cut(link === undefined || link.isLoop ? [] : [link])
      }
      case 'loss':
        return engine.network.loss.set(fault.share)
      case 'duplicate':
        return engine.network.duplicate.set(fault.share)
      case 'crash':
      case 'pause':
      case 'isolate':
      case 'slow':
      case 'clock-jump':
      case 'clock-rate':
      case 'disk-full':
        return host === undefined ? nothing : this.#strike(fault, host)
    }
  }

  #strike(fault: Extract<TimedFault, { node: Target }>, host: Host<M>): () => void {
    const engine = this.#engine
    switch (fault.kind) {
      case 'crash':
        engine.crash(host, fault.disk ?? 'unsynced')
        return () => engine.boot(host)
      case 'pause':
        return this.#pause(host)
      case 'isolate':
        return this.#cut(this.#between((from, to) => from === host || to === host))
      case 'slow': {
        const extraUs = Math.round(fault.extraMs * 1000)
        host.extraUs += extraUs
        engine.disturb('slow', host.id)
        return () => void (host.extraUs -= extraUs)
      }
      case 'clock-jump':
        host.clock.jump(engine.nowUs, Math.round(fault.byMs * 1000))
        engine.disturb('clock', host.id)
        return nothing
      case 'clock-rate':
        engine.disturb('clock', host.id)
        return this.#setRate(host, fault.rate)
      case 'disk-full':
        host.disk.fills++
        engine.disturb('disk', host.id)
        return () => void host.disk.fills--
    }
  }

  /** The newest rate of a clock counts, and each ends by itself. */
  #setRate(host: Host<M>, rate: number): () => void {
    const end = host.rate.set(rate)
    const apply = (): void => host.clock.setRate(this.#engine.nowUs, host.rate.now)
    apply()
    return () => {
      end()
      apply()
    }
  }

  #pause(host: Host<M>): () => void {
    const engine = this.#engine
    host.pauses++
    engine.watchers.life(engine.nowMs, 'pause', host.id)
    engine.disturb('pause', host.id)
    return () => {
      if (--host.pauses > 0) return
      engine.watchers.life(engine.nowMs, 'resume', host.id)
      engine.release(host.late)
    }
  }

  /** All links from server to server for which something holds. */
  #between(test: (from: Host<M>, to: Host<M>) => boolean): Link<M>[] {
    return this.#engine.hosts.flatMap((host) =>
      [...host.links.values()].filter(
        ({ isLoop, from, to }) =>
          !isLoop && from.role === 'server' && to.role === 'server' && test(from, to),
      ),
    )
  }

  #cut(links: readonly Link<M>[]): () => void {
    for (const link of links) link.cuts++
    this.#engine.disturb('partition', undefined)
    this.#log.linksChanged()
    return () => {
      for (const link of links) link.cuts--
      this.#log.linksChanged()
    }
  }

  #areNeighbours(from: Host<M>, to: Host<M>): boolean {
    const servers = this.#engine.hosts.filter(({ role }) => role === 'server')
    const steps = Math.abs(servers.indexOf(from) - servers.indexOf(to))
    return steps === 1 || steps === servers.length - 1
  }

  /** Holds the nodes' links one after the other in the first half, and frees them in the second. */
  #swizzle(ids: readonly NodeId[], forMs: number): () => void {
    const engine = this.#engine
    const rng = createRng(keyOf(engine.seed, 'swizzle', ...ids, String(engine.nowUs)))
    const step = (forMs * 1000) / (2 * ids.length)
    const held = new Set<NodeId>()
    const linksOf = (id: NodeId): Link<M>[] =>
      this.#between((from, to) => from.id === id || to.id === id)
    const free = (id: NodeId): void => {
      if (!held.delete(id)) return
      for (const link of linksOf(id)) {
        if (--link.holds === 0) engine.release(link.waiting)
      }
    }
    for (const [place, id] of rng.shuffle(ids).entries()) {
      engine.plan(engine.nowUs + Math.round(place * step), () => {
        if (this.#isHealed) return
        held.add(id)
        for (const link of linksOf(id)) link.holds++
      })
    }
    for (const [place, id] of rng.shuffle(ids).entries()) {
      engine.plan(engine.nowUs + Math.round((ids.length + place) * step), () => free(id))
    }
    engine.disturb('partition', undefined)
    return () => {
      for (const id of held) free(id)
    }
  }
}

function together(groups: readonly (readonly NodeId[])[], a: NodeId, b: NodeId): boolean {
  return groups.some((group) => group.includes(a) && group.includes(b))
}
