import type { ChildProcess } from 'node:child_process'
import { hash } from 'node:crypto'

import type { Job } from './job.ts'

/** A script as a process is told it: its text the first time, and then by its hash alone. */
interface SentScript {
  readonly id: string
  readonly text?: string
}

/** A job on its way. Its scripts are a megabyte, and the same for all subjects of an exercise. */
export interface SentJob extends Omit<Job, 'innerScript' | 'outerScript'> {
  readonly innerScript: SentScript
  readonly outerScript: SentScript
}

const known = new WeakMap<ChildProcess, Set<string>>()

/** What is sent to a process, which keeps the scripts that it was sent before. */
export function sentTo(child: ChildProcess, job: Job): SentJob {
  const there = known.get(child) ?? new Set()
  known.set(child, there)
  const sent = (text: string): SentScript => {
    const id = hash('sha256', text)
    if (there.has(id)) return { id }
    there.add(id)
    return { id, text }
  }
  return { ...job, innerScript: sent(job.innerScript), outerScript: sent(job.outerScript) }
}

const texts = new Map<string, string>()

/** In the process: the job with the texts of its scripts. */
export function received(job: SentJob): Job {
  return { ...job, innerScript: textOf(job.innerScript), outerScript: textOf(job.outerScript) }
}

function textOf({ id, text = texts.get(id) }: SentScript): string {
  if (text === undefined) throw new Error(`script ${id} was never sent`)
  texts.set(id, text)
  return text
}

export function isSentJob(message: unknown): message is SentJob {
  return typeof message === 'object' && message !== null && 'innerScript' in message
}
