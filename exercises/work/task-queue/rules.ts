import type { EndCheck, Invariant } from '@five-pillars/simulator'

import type { FleetMessage } from './machines.ts'

/** Whoever crashes, and whoever comes late: one result of a task counts. */
export const oneEffect: Invariant<FleetMessage> = {
  text: 'One result of a task counts.',
  watch() {
    const done = new Set<string>()
    return {
      emit({ event, data }) {
        if (event !== 'done') return null
        const task = taskOf(data)
        if (done.has(task)) return `${task} was done a second time`
        done.add(task)
        return null
      },
    }
  },
}

/** Nobody waits for the slow one. */
export function doneBy(ms: number): EndCheck {
  return {
    kind: 'liveness',
    text: 'One slow worker does not hold up the rest.',
    check({ emitted }) {
      const left = emitted.findLast(({ event, at }) => event === 'left' && at <= ms)?.data
      if (left === 0) return null
      const many = typeof left === 'number' ? left : 'all'
      return { text: `after ${ms} ms ${many} of the tasks still waited to be done`, at: ms }
    },
  }
}

/** The task that an event of the queue or of a worker is about. */
export function taskOf(data: unknown): string {
  if (typeof data === 'object' && data !== null && 'task' in data) return String(data.task)
  throw new Error(`an event of no task: ${JSON.stringify(data)}`)
}
