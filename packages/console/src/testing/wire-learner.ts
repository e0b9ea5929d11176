import { randomUUID } from 'node:crypto'

import { joinedSchema, learnerRoutes, submissionSchema } from '@five-pillars/room'
import type { Joined, Submission } from '@five-pillars/room'

import type { ConsoleHello } from './console-process.ts'

/** One file of a learner, as it is sent. */
export interface Sent {
  readonly id: string
  readonly exercise: string
  readonly source: string
}

/** What the console said to a submission; undefined: nobody answered. */
export type Said =
  | { readonly kind: 'acknowledged'; readonly submission: Submission }
  | { readonly kind: 'refused'; readonly status: number; readonly text: string }
  | undefined

/** Lets a learner in, by the code of the room. */
export async function joinRoom(
  { url, roomCode }: Pick<ConsoleHello, 'url' | 'roomCode'>,
  nickname: string,
): Promise<Joined> {
  const response = await fetch(new URL(learnerRoutes.join.path, url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ request: randomUUID(), nickname, roomCode }),
  })
  return joinedSchema.parse(await response.json())
}

/** Sends a submission once. What is returned as acknowledged was read to the last byte. */
export async function sendOnce(
  url: string,
  { token, kit }: Joined,
  { id, exercise, source }: Sent,
): Promise<Said> {
  try {
    const response = await fetch(new URL(learnerRoutes.submit.path, url), {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ id, exercise, source, kit }),
    })
    const text = await response.text()
    if (!response.ok) return { kind: 'refused', status: response.status, text }
    return { kind: 'acknowledged', submission: submissionSchema.parse(JSON.parse(text)) }
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}
