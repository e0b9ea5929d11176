import type { EndCheck } from '../scenario/definition.ts'

/**
 * When the world is healed, calls of clients end well again: at least one is answered in the last
 * part of the run.
 *
 * @param share the last part, as a share of the time after the healing; default one third, which is
 *   the last tenth of a run that is healed at 0.7
 */
export function progressAfterHeal(share = 1 / 3): EndCheck {
  return {
    kind: 'liveness',
    text: 'once the faults are over, calls are answered again',
    check({ history, healedAt, endMs }) {
      const from = endMs - (endMs - healedAt) * share
      const answered = history.some(
        ({ outcome, returnedAt }) => outcome === 'ok' && returnedAt !== null && returnedAt >= from,
      )
      const since = `${Math.round(endMs - from)} ms`
      return answered
        ? null
        : { text: `no call was answered in the last ${since}, though nothing was broken any more` }
    },
  }
}

/**
 * When the world is healed, an event is emitted at least once more: `eventually('apply')`. Where a
 * leader from before may simply stay, as none is emitted again, watch with an `EndWatch` instead.
 *
 * @param event the event
 * @param withinMs how long after the healing it may take; default the whole rest
 */
export function eventually(event: string, withinMs = Infinity): EndCheck {
  return {
    kind: 'liveness',
    text: `once the faults are over, there is a ${event}`,
    check({ emitted, healedAt, endMs }) {
      const until = Math.min(endMs, healedAt + withinMs)
      const seen = emitted.some(
        (each) => each.event === event && each.at >= healedAt && each.at <= until,
      )
      return seen ? null : { text: `no ${event} from ${healedAt} ms to ${until} ms` }
    },
  }
}
