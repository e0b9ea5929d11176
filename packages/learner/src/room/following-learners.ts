/**
 * Machines of learners that follow a room, all in one process, for tests and benchmarks of consoles:
 * it is sent a list of memberships, and sends back what each of them hears.
 */
import { z } from 'zod'

import { dayPace, follow } from './follow.ts'
import { membershipSchema } from './membership.ts'

const end = new AbortController()

process.on('message', (message) => {
  for (const membership of z.array(membershipSchema).parse(message)) {
    const { learner } = membership
    void follow(membership, {
      pace: dayPace,
      signal: end.signal,
      // Whoever asked for it may be gone by now.
      on: (heard) => process.send?.({ learner, heard }, () => {}),
    })
  }
})
process.once('disconnect', () => end.abort())
process.send?.('ready')
