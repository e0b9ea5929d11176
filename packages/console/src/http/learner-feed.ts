import type { LearnerEvent } from '@five-pillars/room'

import type { Desk } from '../desk.ts'
import type { LearnerState } from '../room/state.ts'
import { welcome } from '../room/welcome.ts'
import type { EventStream } from './stream.ts'

/** More than this waits for nobody: then all is said anew. */
const PENDING_MAX = 100

/** Streams of one learner that stay open; the oldest one ends for a new one. */
const STREAMS_MAX = 4

const open = new WeakMap<LearnerState, EventStream[]>()

/**
 * Tells a learner's machine all that is true, and then what changes. While it does not read, what is
 * told of the same thing is told once, as it is then.
 */
export function feedLearner(desk: Desk, learner: LearnerState, stream: EventStream): () => void {
  const pending = new Map<string, LearnerEvent>()
  let isFree = stream.send(welcome(desk, learner))

  function flush(): void {
    isFree = true
    for (const [key, event] of pending) {
      if (!isFree) return
      pending.delete(key)
      isFree = stream.send(event)
    }
  }

  function hear(event: LearnerEvent): void {
    if (event.kind === 'gone') {
      stream.send(event)
      stream.end()
      return
    }
    pending.set(keyOf(event, pending.size), event)
    if (pending.size > PENDING_MAX) {
      pending.clear()
      pending.set('welcome', welcome(desk, learner))
    }
    if (isFree) flush()
  }

  const streams = open.get(learner) ?? []
  open.set(learner, streams)
  streams.push(stream)
  if (streams.length > STREAMS_MAX) streams.shift()?.end()
  stream.onDrain(flush)
  const stop = desk.bell.hear(learner.id, hear)
  learner.connections += 1
  desk.bell.ring()
  return () => {
    stop()
    const index = streams.indexOf(stream)
    if (index !== -1) streams.splice(index, 1)
    learner.connections -= 1
    learner.seenAt = desk.now()
    desk.bell.ring()
  }
}

/** Events with the same key are about the same thing: the newer one is enough. */
function keyOf(event: LearnerEvent, index: number): string {
  switch (event.kind) {
    case 'submission':
      return `submission ${event.submission.id}`
    case 'now':
    case 'hand':
    case 'welcome':
    case 'gone':
      return event.kind
    case 'announcement':
    case 'release':
    case 'may-i-show':
      return `${event.kind} ${index}`
  }
}
