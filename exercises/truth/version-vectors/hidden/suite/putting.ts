import { BrokenPromise, asked, holds, quoted } from '@five-pillars/suite'

import type { Sib } from '../../src/version-vectors.ts'
import { countsOf, given, isSame, versionText } from './counts.ts'
import type { Counts } from './counts.ts'
import { putLists, withVersion } from './stores.ts'
import type { Put, Written } from './stores.ts'
import { shown } from './subject.ts'
import type { Subject } from './subject.ts'

interface Kept {
  readonly version: Counts
  readonly value: unknown
}

/** Whatever the writer has not read was written at the same time: it is not the writer's to drop. */
export function keepsUnread(subject: Subject): void {
  forPuts(subject, (put, got) => {
    for (const one of put.unread) {
      if (!holdsWrite(got, one))
        broken(put, got, `drops ${textOf(one)}, which ${put.at} has not read`)
    }
  })
}

/** Whatever the writer has read is settled: the new value stands for it. */
export function dropsRead(subject: Subject): void {
  forPuts(subject, (put, got) => {
    const wanted = [...put.unread, put.written]
    for (const one of put.siblings) {
      if (!put.unread.includes(one) && holdsWrite(got, one)) {
        broken(put, got, `keeps ${textOf(one)}, which ${put.at} has read`)
      }
    }
    if (got.length > wanted.length) broken(put, got, `gives ${got.length} for ${wanted.length}`)
  })
}

/** The new value is there, and its version says what its writer knew. */
export function addsWrite(subject: Subject): void {
  forPuts(subject, (put, got) => {
    const { version } = put.written
    if (holdsWrite(got, put.written)) return
    broken(put, got, `has no ${textOf(put.written)}: the context, and one more of ${put.at}`)
    if (version.size === 0) throw new Error('sentinel-version-vectors-putting.ts: nothing written')
  })
}

function forPuts({ put: ask }: Subject, promise: (put: Put, got: readonly Kept[]) => void): void {
  holds([putLists], (puts) => {
    for (const put of puts) {
      const siblings = Object.freeze(put.siblings.map(sibling))
      const context = given(put.context)
      const answer = asked(storyOf(put), () =>
        keptIn(put, ask(siblings, context, put.written.value, put.at)),
      )
      promise(put, answer)
    }
  })
}

function sibling({ version, value }: Written): Sib<unknown> {
  return Object.freeze({ version: given(version), value })
}

function keptIn(put: Put, answer: unknown): readonly Kept[] {
  if (!Array.isArray(answer)) {
    throw new BrokenPromise(`put gives ${shown(answer)}, which is no list.\n${storyOf(put)}`)
  }
  return answer.map((one: unknown) => {
    const version =
      typeof one === 'object' && one !== null ? Reflect.get(one, 'version') : undefined
    const counts = countsOf(version)
    if (typeof one === 'object' && one !== null && counts !== undefined) {
      return { version: counts, value: Reflect.get(one, 'value') }
    }
    throw new BrokenPromise(
      `put gives ${shown(one)} among others, which has no version.\n${storyOf(put)}`,
    )
  })
}

function holdsWrite(got: readonly Kept[], write: Written): boolean {
  return got.some(
    ({ version, value }) => isSame(version, write.version) && Object.is(value, write.value),
  )
}

function broken(put: Put, got: readonly Kept[], what: string): never {
  const known = got.map(({ version, value }) => {
    const write = withVersion([...put.siblings, put.written], version)
    return textOf(write ?? { version, value })
  })
  const list = known.length === 0 ? 'nothing' : known.join(', ')
  throw new BrokenPromise(`put ${what}.\n${storyOf(put)}\n  it gives: ${list}`)
}

function storyOf({ siblings, context, written, at }: Put): string {
  const held = siblings.length === 0 ? 'nothing' : siblings.map(textOf).join(', ')
  return [
    `  the store holds: ${held}`,
    `  ${quoted(at)} has read ${versionText(context)} and writes ${shown(written.value)}`,
  ].join('\n')
}

function textOf({ version, value }: { version: Counts; value: unknown }): string {
  return `${versionText(version)} ${shown(value)}`
}
