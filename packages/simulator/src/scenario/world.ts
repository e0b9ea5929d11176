import { createClock } from '../engine/create-clock.ts'
import { createEnv } from '../engine/create-env.ts'
import { Engine } from '../engine/engine.ts'
import type { Host } from '../engine/host.ts'
import { defaultLimits } from '../engine/limits.ts'
import type { Link } from '../engine/link.ts'
import type { Disturbance, Emitted, Observer } from '../engine/observer.ts'
import type { Watchers } from '../engine/watchers.ts'
import { FaultDriver } from '../faults/fault-driver.ts'
import { Strikes } from '../faults/rule.ts'
import type { Rule } from '../faults/rule.ts'
import type { LossReason, TraceNode } from '../trace/trace.ts'
import { ClientDriver } from './client-driver.ts'
import { dangersOf } from './dangers.ts'
import type { Danger, Definition, EndCheck, Invariant } from './definition.ts'
import type { SettledRun } from './plan.ts'
import { defaultLabel, TraceRecorder } from './trace-recorder.ts'
import { clientIds } from './workload.ts'

interface Watch {
  readonly invariant: Pick<Invariant, 'text'>
  readonly observer: Observer
}

/** One run of a scenario: the engine with its faults, its clients and everybody who watches. */
export class World<M> {
  readonly engine: Engine<M>
  readonly driver: FaultDriver<M>
  readonly strikes: Strikes<M>
  readonly recorder: TraceRecorder<M> | undefined
  readonly emitted: Emitted[] = []
  readonly nodes: readonly TraceNode[]
  readonly dangers: readonly { danger: Danger; observer: ReturnType<Danger['watch']> }[]
  readonly endChecks: readonly (EndCheck & Observer)[]
  readonly clients: ClientDriver<M> | undefined
  readonly #definition: Definition<M>
  readonly #run: SettledRun
  readonly #onEmit: readonly Watch[]
  readonly #onSend: readonly Watch[]
  readonly #onDisturb: readonly Observer[]
  readonly #rules: readonly Rule<M>[]
  readonly #watchesSends: boolean
  healedAt: number | null = null

  constructor(
    definition: Definition<M>,
    run: SettledRun,
    options: { full: boolean; strict: boolean },
  ) {
    this.#definition = definition
    this.#run = run
    this.recorder = options.full
      ? new TraceRecorder((msg) => definition.label?.(msg) ?? defaultLabel(msg))
      : undefined
    const watches = (definition.always ?? []).map((invariant) => ({
      invariant,
      observer: invariant.watch(),
    }))
    this.dangers = dangersOf(definition).map((danger) => ({ danger, observer: danger.watch() }))
    this.endChecks = (definition.atEnd ?? []).map((check) =>
      'watch' in check ? check.watch() : check,
    )
    const counters = this.dangers.map(({ danger, observer }) => ({ invariant: danger, observer }))
    const enders = this.endChecks.map((check) => ({ invariant: check, observer: check }))
    const all = [...counters, ...watches, ...enders]
    this.#onEmit = all.filter(({ observer }) => observer.emit !== undefined)
    this.#onSend = all.filter(({ observer }) => observer.send !== undefined)
    this.#onDisturb = all
      .map(({ observer }) => observer)
      .filter((observer) => observer.disturb !== undefined)
    this.strikes = new Strikes(
      run.seed,
      definition.adversary ?? [],
      run.profile.adversary,
      run.plan,
    )
    this.#rules = this.strikes.rules
    this.#watchesSends = this.#onSend.length > 0 || this.#rules.some(({ on }) => on === 'send')
    this.nodes = [
      ...run.servers.map((id) => ({ id, role: 'server' }) as const),
      ...clientIds(run.clients).map((id) => ({ id, role: 'client' }) as const),
    ]
    this.engine = new Engine<M>({
      seed: run.seed,
      nodes: this.nodes,
      weather: run.profile,
      skewMs: run.profile.skewMs,
      strict: options.strict,
      limits: { ...defaultLimits, ...definition.limits },
      watchers: this.#watchers(),
      make: (host, engine) => this.#make(host, engine),
    })
    this.driver = new FaultDriver(this.engine, {
      begins: (index, fault, node) => {
        this.recorder?.fault(this.engine.nowMs, index, fault, node)
      },
      ends: (index) => {
        this.recorder?.add({ at: this.engine.nowMs, kind: 'fault-ends', fault: index })
      },
      linksChanged: () => this.#recordLinks(),
    })
    const record = this.recorder
    this.clients =
      definition.clients === undefined || run.clients === 0
        ? undefined
        : new ClientDriver(
            this.engine,
            definition.clients,
            record && ((event) => record.add(event)),
          )
  }

  /** Starts all nodes and plans the faults, the calls and the healing. */
  start(): void {
    this.driver.schedule(this.#run.plan)
    this.engine.plan(this.#run.healAtMs * 1000, () => this.heal())
    this.clients?.schedule(this.#run.workload)
    this.engine.start()
  }

  /** Lets everything happen until the run ends, or something is found. */
  run(): void {
    const untilUs = this.#run.runMs * 1000
    let goesOn = true
    while (goesOn) goesOn = this.engine.step(untilUs)
  }

  /** Whether the run goes on: time is left, and nothing was found. */
  get goesOn(): boolean {
    const next = this.engine.nextAt()
    return !this.engine.isStopped && next !== undefined && next <= this.#run.runMs * 1000
  }

  heal(): void {
    if (this.healedAt !== null) return
    this.healedAt = this.engine.nowMs
    this.recorder?.add({ at: this.engine.nowMs, kind: 'heal' })
    this.driver.heal()
  }

  #make(host: Host<M>, engine: Engine<M>): ReturnType<Definition<M>['make']> {
    const env = createEnv(engine, host)
    const surroundings = {
      servers: this.#run.servers,
      profile: this.#run.profile,
      clock: createClock(engine, host),
    }
    const { clients } = this.#definition
    if (host.role === 'server' || clients === undefined) {
      return this.#definition.make(env, surroundings)
    }
    const client = clients.make(env, surroundings)
    this.clients?.add(host.id, client)
    return client
  }

  #watchers(): Watchers<M> {
    const { recorder } = this
    return {
      send: (at, message, link, msg, isDuplicate) => {
        recorder?.send(at, message, link, msg, isDuplicate)
        if (this.#watchesSends && !isDuplicate) this.#sent(at, link, msg)
      },
      deliver: (at, message) => recorder?.deliver(at, message),
      lose: (at, message, why: LossReason, dueAt) => recorder?.lose(at, message, why, dueAt),
      timer: (at, node, name) => recorder?.add({ at, kind: 'timer', node, name }),
      life: (at, kind, node) => recorder?.add({ at, kind, node }),
      emit: (emitted, host) => this.#emit(emitted, host),
      disk: (what, host) => this.#disk(what, host),
      disturb: (disturbance) => this.#disturb(disturbance),
    }
  }

  #sent(at: number, { from, to }: Link<M>, msg: M): void {
    const sent = { at, from: from.id, to: to.id, msg }
    for (const { observer, invariant } of this.#onSend) {
      const problem = observer.send?.(sent)
      if (problem != null) this.engine.find('invariant', invariant.text, problem, from.id)
    }
    for (const rule of this.#rules) {
      if (rule.on === 'send' && from.role === 'server' && rule.when(msg)) this.#strike(rule, from)
    }
  }

  #emit(emitted: Emitted, host: Host<M>): void {
    const { node, event, data } = emitted
    this.engine.hash.addEvent(event, data)
    this.recorder?.emit(emitted)
    this.emitted.push(emitted)
    this.driver.lastToEmit.set(event, host)
    for (const { observer, invariant } of this.#onEmit) {
      const problem = observer.emit?.(emitted)
      if (problem != null) this.engine.find('invariant', invariant.text, problem, node)
    }
    for (const rule of this.#rules) {
      if (rule.on === 'emit' && rule.event === event) this.#strike(rule, host)
    }
  }

  #disk(what: 'put' | 'sync', host: Host<M>): void {
    for (const rule of this.#rules) {
      if (rule.on === what && host.role === 'server') this.#strike(rule, host)
    }
  }

  #strike(rule: Rule<M>, host: Host<M>): void {
    if (this.healedAt !== null || this.engine.isStopped) return
    const order = this.strikes.match(rule, host, this.engine.nowMs)
    if (order === undefined) return
    this.driver.begin(order.index, order.fault, order.what)
  }

  #disturb(disturbance: Disturbance): void {
    for (const observer of this.#onDisturb) observer.disturb?.(disturbance)
  }

  #recordLinks(): void {
    const { recorder, engine } = this
    if (recorder === undefined) return
    const cut = engine.hosts.flatMap((host) =>
      [...host.links.values()]
        .filter((link) => link.cuts > 0)
        .map(({ from, to }) => [from.id, to.id] as const),
    )
    recorder.add({ at: engine.nowMs, kind: 'links', cut })
  }
}
