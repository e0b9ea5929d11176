import { fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

import { learnerEventSchema } from '@five-pillars/room'
import type { Joined, LearnerEvent, Submission } from '@five-pillars/room'
import { z } from 'zod'

/** The learner's own client: it is a program here, not a package that a console may import. */
const PROGRAM = path.resolve(import.meta.dirname, '../../../learner/src/room/following-learners.ts')

const heardSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('linked') }),
  z.object({ kind: z.literal('away') }),
  z.object({ kind: z.literal('gone'), why: z.string() }),
  z.object({ kind: z.literal('heard'), event: learnerEventSchema }),
])
const tellingSchema = z.object({ learner: z.string(), heard: heardSchema })

type Telling = z.infer<typeof tellingSchema>

/** Learners' machines that are connected to a room, with the client that learners have. */
export interface Followers extends AsyncDisposable {
  /** Ids of learners that are connected now. */
  readonly linked: ReadonlySet<string>
  /** How often one of them lost the console, and how often one was let in. */
  readonly counts: { readonly lost: number; readonly linked: number }
  /** Resolves when all of them are connected; rejects where they are not after that time. */
  allLinked(withinMs: number): Promise<void>
}

/**
 * Connects learners to a room in a process of their own.
 *
 * @param onSubmission what a learner is told of a submission of theirs
 */
export async function followAs(
  url: string,
  learners: readonly Joined[],
  onSubmission: (learner: string, submission: Submission) => void,
): Promise<Followers> {
  const child = fork(PROGRAM, [], { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const linked = new Set<string>()
  const counts = { lost: 0, linked: 0 }
  let onLinked: (() => void) | undefined
  await once(child, 'message')
  child.on('message', (message) => hear(tellingSchema.parse(message)))
  child.send(learners.map((joined) => ({ ...joined, version: 1, origin: new URL(url).origin })))

  function hear({ learner, heard }: Telling): void {
    switch (heard.kind) {
      case 'linked':
        counts.linked += 1
        linked.add(learner)
        onLinked?.()
        return
      case 'away':
        if (linked.delete(learner)) counts.lost += 1
        return
      case 'gone':
        throw new Error(`Learner ${learner} is out of the room: ${heard.why}.`)
      case 'heard':
        for (const submission of submissionsIn(heard.event)) onSubmission(learner, submission)
    }
  }

  return {
    linked,
    counts,
    allLinked(withinMs) {
      return new Promise((resolve, reject) => {
        const look = (): void => {
          if (linked.size < learners.length) return
          clearTimeout(timer)
          onLinked = undefined
          resolve()
        }
        const timer = setTimeout(() => {
          const are = `${linked.size} of ${learners.length} learners are connected`
          reject(new Error(`After ${withinMs / 1000} s only ${are}.`))
        }, withinMs)
        onLinked = look
        look()
      })
    },
    async [Symbol.asyncDispose]() {
      const ended = once(child, 'exit')
      child.disconnect()
      await ended
    },
  }
}

function submissionsIn(event: LearnerEvent): readonly Submission[] {
  if (event.kind === 'welcome') return event.submissions
  return event.kind === 'submission' ? [event.submission] : []
}
