import { counted, quoted } from '@five-pillars/suite'

import type { Member } from './session.ts'

/** A time in which one member was eligible without a break. */
interface Stretch {
  /** Picks made before it began. */
  readonly since: number
  /** Number of the pick that was its latest turn; 0 before the first. */
  lastTurn: number
  /** Everybody who was eligible at some time in this stretch before its first turn. */
  readonly around: Set<Member>
}

export interface Unfair {
  kind: 'second-turn' | 'waits'
  sentence: string
}

/** Keeps who was eligible since when and had which turn. */
export class TurnBook {
  readonly #stretches = new Map<Member, Stretch>()
  #picks = 0

  /** Notes who is eligible now; call it after every call that may change that. */
  look(eligible: readonly Member[]): void {
    for (const member of this.#stretches.keys()) {
      if (!eligible.includes(member)) this.#stretches.delete(member)
    }
    for (const member of eligible) {
      const stretch = this.#stretches.get(member) ?? this.#begin(member)
      for (const other of eligible) stretch.around.add(other)
    }
  }

  /** Notes a turn and returns what is unfair about it. */
  turn(chosen: Member): Unfair[] {
    const own = this.#stretches.get(chosen)
    if (own === undefined) {
      throw new Error('sentinel-load-balancer-turn-book.ts: look before turn')
    }
    this.#picks++
    const unfair = [...this.#overtaken(chosen, own), ...this.#waiting(chosen)]
    own.lastTurn = this.#picks
    return unfair
  }

  #begin(member: Member): Stretch {
    const stretch = { since: this.#picks, lastTurn: 0, around: new Set<Member>() }
    this.#stretches.set(member, stretch)
    return stretch
  }

  *#overtaken(chosen: Member, own: Stretch): Generator<Unfair> {
    if (own.lastTurn === 0) return
    for (const [member, { since, lastTurn }] of this.#stretches) {
      const wasThere = since < own.lastTurn
      if (member === chosen || !wasThere || lastTurn > own.lastTurn) continue
      const both = `${quoted(member.id)} had none in between, and both were eligible all the time`
      yield { kind: 'second-turn', sentence: `${quoted(chosen.id)} got another turn: ${both}.` }
    }
  }

  *#waiting(chosen: Member): Generator<Unfair> {
    for (const [member, { since, lastTurn, around }] of this.#stretches) {
      const waited = this.#picks - since
      if (member === chosen || lastTurn !== 0 || waited < around.size) continue
      const among = `though only ${counted(around.size, 'backend')} were eligible in that time`
      const sentence = `${quoted(member.id)} still waits after ${counted(waited, 'pick')}, ${among}.`
      yield { kind: 'waits', sentence }
    }
  }
}
