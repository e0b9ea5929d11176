import type { LearnerEvent } from '@five-pillars/room'

/** Hears what one learner is to be told. */
export type LearnerListener = (event: LearnerEvent) => void

/** Who listens to the room: learners' machines, and pages that show all of it. */
export class Bell {
  readonly #learners = new Map<string, Set<LearnerListener>>()
  readonly #rooms = new Set<() => void>()

  /** Tells one learner's machines. */
  tell(learner: string, event: LearnerEvent): void {
    for (const listener of this.#learners.get(learner) ?? []) listener(event)
  }

  /** Tells everybody's. */
  tellAll(event: LearnerEvent): void {
    for (const listeners of this.#learners.values()) {
      for (const listener of listeners) listener(event)
    }
  }

  /** Something about the room is other than before. */
  ring(): void {
    for (const listener of this.#rooms) listener()
  }

  /** Calls back with what a learner is told; returns the way to stop that. */
  hear(learner: string, listener: LearnerListener): () => void {
    const listeners = this.#learners.get(learner) ?? new Set()
    this.#learners.set(learner, listeners.add(listener))
    return () => {
      listeners.delete(listener)
      if (listeners.size === 0) this.#learners.delete(learner)
    }
  }

  /** Calls back when the room has changed; returns the way to stop that. */
  hearRoom(listener: () => void): () => void {
    this.#rooms.add(listener)
    return () => this.#rooms.delete(listener)
  }

  /** How many machines of a learner listen. */
  listeners(learner: string): number {
    return this.#learners.get(learner)?.size ?? 0
  }
}
