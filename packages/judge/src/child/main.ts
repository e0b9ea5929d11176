/**
 * Entry of the process in which one submission is judged. The submission and the suite run in an
 * isolate, in a thread of their own: this thread only listens, watches the limits and reports.
 */
import ivm from 'isolated-vm'

import type { ChildEvent } from '../run/events.ts'
import type { Job } from '../run/job.ts'
import { isSentJob, received } from '../run/sent-job.ts'
import { judgeInIsolate } from './judge-in-isolate.ts'

// Without a parent nobody reads the verdict: a child must not outlive it.
process.on('disconnect', () => process.exit())
process.on('message', (message) => {
  if (isSentJob(message)) void run(received(message))
})
// What takes time is done before the parent knows what is to be judged.
new ivm.Isolate({ memoryLimit: 8 }).dispose()

async function run(job: Job): Promise<void> {
  await judgeInIsolate(job, (event: ChildEvent) => void process.send?.({ nonce: job.nonce, event }))
}
