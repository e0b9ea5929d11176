import { asked, callLines } from '@five-pillars/suite'

import { replyText } from './read.ts'
import type { Read } from './read.ts'
import { shown } from './subject.ts'
import type { Subject } from './subject.ts'

/** What `newest` answered: null, a value with a list, or something that is neither. */
export type Got =
  | { kind: 'null' }
  | { kind: 'odd'; text: string }
  | { kind: 'newest'; value: unknown; stale: readonly unknown[] }

/** Gives a submission copies, so that it may do with them what it likes. */
export function askNewest({ newest }: Subject, read: Read): Got {
  if (read.r < 1) throw new Error('sentinel-quorum-ask-newest.ts: a read asks somebody')
  const replies = read.replies.map((reply) => ({ ...reply }))
  return asked(
    'newest',
    () => readGot(newest(replies, read.r)),
    () => readStory(read),
  )
}

export function gotText(got: Got): string {
  if (got.kind === 'null') return 'null'
  return got.kind === 'odd' ? got.text : `${shown(got.value)} and stale ${shown(got.stale)}`
}

/** What `newest` was asked, in lines. */
export function readStory({ replies, r }: Read): string {
  const told = replies.length === 0 ? ['none'] : replies.map(replyText)
  return `  r is ${r}; replies in order:\n${callLines(told)}`
}

function readGot(got: unknown): Got {
  if (got === null) return { kind: 'null' }
  if (typeof got !== 'object') return { kind: 'odd', text: shown(got) }
  const value: unknown = Reflect.get(got, 'value')
  const stale: unknown = Reflect.get(got, 'stale')
  if (Array.isArray(stale)) return { kind: 'newest', value, stale: [...stale] }
  return { kind: 'odd', text: `an object whose stale is ${shown(stale)}` }
}
