import type * as starter from '../../src/event-store.ts'

/** Snapshots of all versions are kept, each in its place in a sparse list; closures over maps. */
export const createEventStore: typeof starter.createEventStore = ({ upcast, init, apply }) => {
  const logs = new Map<string, unknown[]>()
  const answers = new Map<string, starter.Appended>()
  const snapshots = new Map<string, { state: typeof init }[]>()
  const logOf = (stream: string): readonly unknown[] => logs.get(stream) ?? []

  return {
    append: (stream, expected, events, command) => {
      const key = JSON.stringify([stream, command])
      const before = answers.get(key)
      if (before) return before
      const log = logOf(stream)
      if (log.length !== expected) return Object.freeze({ conflict: log.length })
      logs.set(stream, log.concat(Array.from(events)))
      const answer = Object.freeze({ version: logOf(stream).length })
      answers.set(key, answer)
      return answer
    },

    read: (stream, from = 1) =>
      logOf(stream).flatMap((stored, index) =>
        index + 1 >= from ? [{ version: index + 1, event: upcast(stored) }] : [],
      ),

    snapshot: (stream, version, state) => {
      if (!(version in [undefined, ...logOf(stream)])) {
        throw new TypeError('sentinel-event-store-folded-ahead.ts: not there yet')
      }
      const all = snapshots.get(stream) ?? []
      all[version] = { state }
      snapshots.set(stream, all)
    },

    restore: (stream) => {
      const log = logOf(stream)
      const all = snapshots.get(stream) ?? []
      let { state } = all.at(-1) ?? { state: init }
      for (let place = Math.max(0, all.length - 1); place < log.length; place += 1) {
        state = apply(state, upcast(log[place]))
      }
      return { version: log.length, state }
    },
  }
}

export const project: typeof starter.project = (init, apply, options) => {
  const start = options?.checkpoint
  let done = start?.position ?? 0
  let now = start === undefined ? init : start.state
  return {
    handle(position, event) {
      switch (Math.sign(position - done - 1)) {
        case 1:
          throw new Error(`${position} comes too early`)
        case 0:
          now = apply(now, event)
          done += 1
          break
        default:
      }
    },
    state() {
      return now
    },
    position() {
      return done
    },
  }
}
