import type { Disturbance } from '../engine/observer.ts'
import type { Danger, Definition } from './definition.ts'

/** Counts how often something is emitted: `emitted('client retried')`. */
export function emitted(event: string): Danger {
  return {
    text: event,
    watch() {
      let count = 0
      return {
        emit({ event: seen }) {
          if (seen === event) count++
          return null
        },
        count: () => count,
      }
    },
  }
}

/** Counts what the world does to nodes and messages: `disturbed('crash')`. */
export function disturbed(what: Disturbance['what'], text: string = what): Danger {
  return {
    text,
    watch() {
      let count = 0
      return {
        disturb(disturbance) {
          if (disturbance.what === what) count++
        },
        count: () => count,
      }
    },
  }
}

/** Counts how often another node than before emits an event: `changed('leader')`. */
export function changed(event: string, text = `${event} changed`): Danger {
  return {
    text,
    watch() {
      let count = 0
      let last: string | undefined
      return {
        emit({ event: seen, node }) {
          if (seen === event) {
            if (last !== undefined && last !== node) count++
            last = node
          }
          return null
        },
        count: () => count,
      }
    },
  }
}

/** The dangers that every world counts, before those of its own. */
const always: readonly Danger[] = [
  disturbed('crash'),
  disturbed('restart'),
  disturbed('pause'),
  disturbed('partition'),
  disturbed('lost'),
  disturbed('duplicate'),
]

export function dangersOf<M>({ sometimes = [] }: Definition<M>): Danger[] {
  return [
    ...always,
    ...sometimes.flatMap((danger) => {
      if (typeof danger !== 'string') return [danger]
      // What is counted in every world has a name of its own: `crash` is no emitted event.
      return always.some(({ text }) => text === danger) ? [] : [emitted(danger)]
    }),
  ]
}

/** Which of a scenario's dangers no run has met; a suite that has any has tested nothing. */
export function unmetDangers(
  wanted: readonly (Danger | string)[],
  reports: Iterable<{ readonly coverage: Readonly<Record<string, number>> }>,
): string[] {
  const names = new Set(wanted.map((danger) => (typeof danger === 'string' ? danger : danger.text)))
  for (const { coverage } of reports) {
    for (const [name, count] of Object.entries(coverage)) {
      if (count > 0) names.delete(name)
    }
  }
  return [...names]
}
