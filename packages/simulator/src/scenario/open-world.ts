import type { NodeId } from '../contract.ts'
import type { TimedFault } from '../faults/fault-driver.ts'
import { validatePlan } from '../faults/validate-plan.ts'
import type { TraceEvent, TraceFinding } from '../trace/trace.ts'
import type { Definition } from './definition.ts'
import type { RunOptions, SettledRun } from './plan.ts'
import { reportOf } from './report.ts'
import type { Report } from './report.ts'
import { clientIds } from './workload.ts'
import { World } from './world.ts'

/** A message on its way. */
export interface InFlight<M> {
  readonly from: NodeId
  readonly to: NodeId
  readonly msg: M
  /** When it will arrive, if nothing stops it, in milliseconds. */
  readonly arrivesAt: number
}

/** What can be seen of one node from outside. */
export interface NodeView {
  readonly id: NodeId
  readonly isUp: boolean
  readonly isPaused: boolean
  /** What its own clock shows, in milliseconds. */
  readonly clockMs: number
  readonly disk: Readonly<Record<string, unknown>>
}

/** Until an event happens is never longer than this, in virtual milliseconds. */
const UNTIL_MAX_MS = 60_000

/** Index of faults made by hand: they are in no plan. */
const BY_HAND = 1_000_000

/** A world that goes on only when told to, and that faults can be done to by hand. */
export class OpenWorld<M> {
  readonly #definition: Definition<M>
  readonly #run: SettledRun
  readonly #world: World<M>
  #byHand = BY_HAND

  constructor(definition: Definition<M>, run: SettledRun, { strict = true }: RunOptions) {
    this.#definition = definition
    this.#run = run
    this.#world = new World(definition, run, { full: true, strict })
    this.#world.start()
  }

  /** Virtual time in milliseconds. */
  get now(): number {
    return this.#world.engine.nowMs
  }

  get findings(): readonly TraceFinding[] {
    return this.#world.engine.findings
  }

  /** All that happened so far. */
  get events(): readonly TraceEvent[] {
    return this.#world.recorder?.events ?? []
  }

  /** Lets the next event happen; false when the run is over or something was found. */
  step(): boolean {
    return this.#world.goesOn && this.#world.engine.step()
  }

  /** Lets everything happen up to and including a virtual time, at which the clock then stands. */
  runTo(ms: number): void {
    const { engine } = this.#world
    const until = Math.round(Math.min(ms, this.#run.runMs) * 1000)
    for (;;) {
      const next = engine.nextAt()
      if (next === undefined || next > until) break
      if (!this.step()) return
    }
    engine.nowUs = Math.max(engine.nowUs, until)
  }

  /**
   * Goes on until an event is emitted.
   *
   * @throws Error when the run ends, or a virtual minute passes, before it is
   */
  until(event: string): { readonly node: NodeId; readonly data: unknown } {
    const { emitted } = this.#world
    const seen = emitted.length
    const limit = this.now + UNTIL_MAX_MS
    while (this.now <= limit) {
      const found = emitted.slice(seen).find((each) => each.event === event)
      if (found !== undefined) return { node: found.node, data: found.data }
      if (!this.step()) break
    }
    throw new Error(`no "${event}" until ${this.now} ms`)
  }

  crash(node: NodeId): void {
    this.#begin({ kind: 'crash', at: this.now, for: this.#run.runMs, node })
  }

  restart(node: NodeId): void {
    const host = this.#world.engine.host(node)
    if (host !== undefined) this.#world.engine.boot(host)
  }

  /** Stops everything between the groups, until the world is healed. */
  partition(...groups: readonly (readonly NodeId[])[]): void {
    this.#begin({ kind: 'partition', at: this.now, for: this.#run.runMs, groups })
  }

  /** Lets a fault begin now. */
  fault(fault: TimedFault): void {
    const clients = clientIds(this.#run.clients)
    validatePlan([fault], { nodes: this.#run.servers, clients, rules: [] })
    this.#begin(fault)
  }

  heal(): void {
    this.#world.heal()
  }

  inFlight(): InFlight<M>[] {
    return [...this.#world.engine.deliveries()]
      .map(({ at, link, msg }) => ({
        from: link.from.id,
        to: link.to.id,
        msg,
        arrivesAt: at / 1000,
      }))
      .toSorted((a, b) => a.arrivesAt - b.arrivesAt)
  }

  snapshot(): NodeView[] {
    const { engine } = this.#world
    return engine.hosts.map((host) => ({
      id: host.id,
      isUp: host.isUp,
      isPaused: host.pauses > 0,
      clockMs: host.clock.at(engine.nowUs) / 1000,
      disk: Object.fromEntries(host.disk.entries()),
    }))
  }

  /** What is known by now. Whether calls are answered in the end is asked at the end alone. */
  report(): Report {
    const isPlanned = this.#byHand === BY_HAND
    return reportOf(this.#definition, this.#run, this.#world, isPlanned)
  }

  #begin(fault: TimedFault): void {
    this.#world.driver.begin(this.#byHand++, fault)
  }
}
