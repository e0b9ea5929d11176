import type { Clock, Env, Node, NodeId } from '@five-pillars/simulator'

import type { Alerter, AlerterOptions, Detector, DetectorOptions } from './src/anomaly-detector.ts'
import type * as starter from './src/anomaly-detector.ts'

/** A machine tells how long its answers take, and the monitor wakes somebody up. */
export type NightMessage =
  | { t: 'sample'; at: number; x: number }
  | { t: 'page'; kind: string; groups: readonly string[] }

export const PHONE = 'phone'

/** What is wrong with a machine, if anything. Times are milliseconds. */
export type Fate =
  /** Now and then a single sample is far off, and says nothing. */
  | { readonly kind: 'lies' }
  /** Its answers take long, and in the second half of that time two of three do. */
  | { readonly kind: 'breaks'; readonly fromMs: number; readonly forMs: number }
  /** Two samples of five are far off for a while. */
  | { readonly kind: 'flaps'; readonly fromMs: number; readonly forMs: number }
  /** From some moment on its answers take longer, for good. */
  | { readonly kind: 'moves'; readonly fromMs: number }
  /** Once a season it has much to do, as every day; and one day it breaks. */
  | {
      readonly kind: 'peaks'
      readonly peakMs: number
      readonly fromMs: number
      readonly forMs: number
    }

export interface MonitorSettings {
  readonly detector: DetectorOptions
  /** For whoever has a season, by name. */
  readonly seasonal: DetectorOptions
  readonly hasSeason: (id: NodeId) => boolean
  readonly alerter: AlerterOptions
  readonly serviceOf: (id: NodeId) => string
}

type Subject = Pick<typeof starter, 'createDetector' | 'createAlerter'>

/** A detector for each machine and one alerter for all. Emits `paged` with the name of a group. */
export class Monitor implements Node<NightMessage> {
  readonly #env: Env<NightMessage>
  readonly #settings: MonitorSettings
  readonly #detectors: ReadonlyMap<NodeId, Detector>
  readonly #alerter: Alerter
  #isOver = false

  constructor(
    env: Env<NightMessage>,
    clock: Clock,
    { createDetector, createAlerter }: Subject,
    settings: MonitorSettings,
  ) {
    const { detector, seasonal, hasSeason, alerter } = settings
    this.#env = env
    this.#settings = settings
    this.#detectors = new Map(
      env.peers.map((id) => [id, createDetector({ ...(hasSeason(id) ? seasonal : detector) })]),
    )
    this.#alerter = createAlerter({ ...alerter }, clock)
  }

  start(): void {
    this.#alerter.onPage(({ kind, groups }) => this.#page(kind, [...groups]))
  }

  onMessage(from: NodeId, msg: NightMessage): void {
    const detector = this.#detectors.get(from)
    if (msg.t !== 'sample' || detector === undefined) return
    const { anomaly } = detector.observe(msg.at, msg.x)
    this.#alerter.feed({ source: from, service: this.#settings.serviceOf(from), anomaly })
  }

  onTimer(): void {}

  /** A run that has found something ends its step with an error: that is not for the submission. */
  #page(kind: string, groups: readonly string[]): void {
    if (this.#isOver) return
    try {
      this.#env.send(PHONE, { t: 'page', kind, groups })
      for (const group of groups) this.#env.emit('paged', group)
    } catch {
      this.#isOver = true
    }
  }
}

/** Somebody sleeps beside it. */
export class Phone implements Node<NightMessage> {
  start(): void {}
  onMessage(): void {}
  onTimer(): void {}
}

export interface MachineSettings {
  readonly samplingMs: number
  /** How long an answer takes on an ordinary day, and how far that is off by chance. */
  readonly usual: number
  readonly deviation: number
  /** How far it is off when something is wrong, in deviations; at a peak; and when that breaks. */
  readonly wrong: number
  readonly peak: number
  readonly far: number
  readonly seasonMs: number
  readonly peakForMs: number
}

/** What is to be seen of a machine from outside; '' is an ordinary moment. */
type Mood = '' | 'breaks' | 'flaps' | 'peaks'

/** Emits its moods as they begin, and `works again` when it has been broken. */
export class Machine implements Node<NightMessage> {
  readonly #env: Env<NightMessage>
  readonly #monitor: NodeId
  readonly #settings: MachineSettings
  readonly #fate: Fate
  #mood: Mood = ''
  #samples = 0
  #hasLied = false

  constructor(env: Env<NightMessage>, monitor: NodeId, settings: MachineSettings, fate: Fate) {
    this.#env = env
    this.#monitor = monitor
    this.#settings = settings
    this.#fate = fate
  }

  start(): void {
    this.#env.setTimer('sample', this.#env.rng.int(this.#settings.samplingMs))
  }

  onMessage(): void {}

  onTimer(): void {
    const { samplingMs, usual, deviation } = this.#settings
    this.#env.setTimer('sample', samplingMs)
    const at = Math.round(this.#env.now())
    this.#become(this.#moodAt(at))
    const x = usual + deviation * (this.#noise() + this.#offAt(at))
    this.#samples++
    this.#env.send(this.#monitor, { t: 'sample', at, x: Math.round(10 * x) / 10 })
  }

  #become(mood: Mood): void {
    if (mood === this.#mood) return
    if (this.#mood === 'breaks') this.#env.emit('works again')
    if (mood !== '') this.#env.emit(mood)
    this.#mood = mood
  }

  #moodAt(at: number): Mood {
    const fate = this.#fate
    switch (fate.kind) {
      case 'lies':
        return ''
      case 'breaks':
        return isDuring(fate, at) ? 'breaks' : ''
      case 'flaps':
        return isDuring(fate, at) ? 'flaps' : ''
      case 'moves':
        return at >= fate.fromMs ? 'breaks' : ''
      case 'peaks': {
        const { seasonMs, peakForMs } = this.#settings
        const isPeak = (at + fate.peakMs) % seasonMs < peakForMs
        return isDuring(fate, at) ? 'breaks' : isPeak ? 'peaks' : ''
      }
    }
  }

  /** How far this sample is off, in deviations. */
  #offAt(at: number): number {
    const { wrong, peak, far } = this.#settings
    const fate = this.#fate
    if (fate.kind === 'lies') {
      this.#hasLied = !this.#hasLied && this.#env.rng.int(8) === 0
      return this.#hasLied ? wrong : 0
    }
    if (this.#mood === '') return 0
    switch (fate.kind) {
      case 'breaks': {
        const isSteady = at < fate.fromMs + fate.forMs / 2
        return isSteady || this.#samples % 3 > 0 ? wrong : 0
      }
      case 'flaps':
        return this.#samples % 5 < 2 ? wrong : 0
      case 'moves':
        return wrong
      case 'peaks':
        return this.#mood === 'peaks' ? peak : far
    }
  }

  /** About normal: no logarithm, whose last digit differs by engine. */
  #noise(): number {
    let sum = -6
    for (let part = 0; part < 12; part++) sum += this.#env.rng.next()
    return sum
  }
}

function isDuring({ fromMs, forMs }: { fromMs: number; forMs: number }, at: number): boolean {
  return at >= fromMs && at < fromMs + forMs
}
