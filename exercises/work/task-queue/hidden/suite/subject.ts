import type * as starter from '../../src/task-queue.ts'

/** What a submission exports. */
export type Subject = typeof starter

/** What a payload or an answer is, in a few words. */
export function textOf(value: unknown): string {
  if (typeof value === 'function') return 'a function'
  if (typeof value === 'string') return JSON.stringify(value)
  if (typeof value !== 'object' || value === null) return String(value)
  const fields = Object.entries(value).map(([key, each]) => `${key}: ${textOf(each)}`)
  if (fields.some((field) => field === '')) {
    throw new Error('sentinel-task-queue-subject.ts: a field without text')
  }
  return `{${fields.join(', ')}}`
}
