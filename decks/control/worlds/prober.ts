import type { Env, NodeId } from '@five-pillars/simulator'

export interface ProbeOptions {
  /** From one probe of a target to its next. */
  intervalMs: number
  /** Who has not answered by then has failed the probe. */
  timeoutMs: number
  /** So many answers in a row bring a target back. */
  rise: number
  /** So many failures in a row take a target out. */
  fall: number
}

/** What a prober does to the world around it. */
interface Acts {
  ask(target: NodeId, probe: number): void
  tell(target: NodeId, isUp: boolean): void
}

interface Watched {
  isUp: boolean
  /** How many probes in a row said the opposite of `isUp`. */
  against: number
  /** The probe that is under way. */
  probe: number
}

/** Probes targets one after the other, and believes only what it was told several times in a row. */
export class Prober {
  readonly #timers: Pick<Env<unknown>, 'setTimer' | 'clearTimer'>
  readonly #options: ProbeOptions
  readonly #acts: Acts
  readonly #targets: Map<NodeId, Watched>

  constructor(
    timers: Pick<Env<unknown>, 'setTimer' | 'clearTimer'>,
    targets: readonly NodeId[],
    options: ProbeOptions,
    acts: Acts,
  ) {
    this.#timers = timers
    this.#options = options
    this.#acts = acts
    this.#targets = new Map(targets.map((id) => [id, { isUp: true, against: 0, probe: 0 }]))
  }

  start(): void {
    const gapMs = this.#options.intervalMs / this.#targets.size
    for (const [index, id] of [...this.#targets.keys()].entries()) {
      this.#timers.setTimer(`probe ${id}`, gapMs * (index + 1))
    }
  }

  isUp(id: NodeId): boolean {
    return this.#targets.get(id)?.isUp ?? false
  }

  onTimer(name: string): void {
    const [what, id = ''] = name.split(' ')
    const target = this.#targets.get(id)
    if (target === undefined) return
    if (what === 'late') {
      this.#count(id, target, false)
      return
    }
    this.#timers.setTimer(`probe ${id}`, this.#options.intervalMs)
    this.#timers.setTimer(`late ${id}`, this.#options.timeoutMs)
    this.#acts.ask(id, ++target.probe)
  }

  /** What comes after its timeout counts for nothing. */
  onAnswer(id: NodeId, probe: number): void {
    const target = this.#targets.get(id)
    if (target === undefined || target.probe !== probe) return
    this.#timers.clearTimer(`late ${id}`)
    this.#count(id, target, true)
  }

  #count(id: NodeId, target: Watched, isWell: boolean): void {
    // An answer that comes late must not count as a second one.
    target.probe++
    if (isWell === target.isUp) {
      target.against = 0
      return
    }
    target.against++
    if (target.against < (isWell ? this.#options.rise : this.#options.fall)) return
    target.isUp = isWell
    target.against = 0
    this.#acts.tell(id, isWell)
  }
}
