import { BrokenPromise, asked, holds, quoted, stepLines } from '@five-pillars/suite'
import fc from 'fast-check'

import type { Sib, VV } from '../../src/version-vectors.ts'
import { versionText } from './counts.ts'
import { nameAt, pools } from './names.ts'
import type { Subject } from './subject.ts'

const WRITERS_MAX = 4
const STEPS_MAX = 20

/** Who does something, and whether it reads the store before it writes. */
const turns = fc.array(fc.record({ writer: fc.nat(59), isReading: fc.boolean() }), {
  minLength: 1,
  maxLength: STEPS_MAX,
  size: 'max',
})

/**
 * One store and its writers for a day, with nothing but what the submission answers: as many writers,
 * at most as many siblings, and one when somebody who has read them all has written.
 */
export function staysBounded(subject: Subject): void {
  holds([pools, fc.integer({ min: 1, max: WRITERS_MAX }), turns], (pool, writers, all) => {
    const contexts = new Map<string, VV>()
    const steps: string[] = []
    let siblings: readonly Sib<string>[] = []
    for (const [index, { writer, isReading }] of all.entries()) {
      const name = nameAt(pool, writer % writers)
      const before = contexts.get(name) ?? Object.freeze({})
      const context = isReading ? readAll(subject, siblings, before) : before
      siblings = write(subject, siblings, context, `v${index + 1}`, name)
      contexts.set(
        name,
        asked('bump', () => Object.freeze(subject.bump(context, name))),
      )
      const how = isReading ? 'reads and writes' : 'writes'
      steps.push(`${quoted(name)} ${how} v${index + 1}: ${siblings.map(textOf).join(', ')}`)
      const most = isReading && writers > 0 ? 1 : new Set(contexts.keys()).size
      if (siblings.length <= most) continue
      throw new BrokenPromise(
        `${siblings.length} siblings of ${reason(isReading, most)}:\n${stepLines(steps)}`,
      )
    }
    if (steps.length === 0) throw new Error('sentinel-version-vectors-day.ts: nobody came')
  })
}

function reason(isReading: boolean, writers: number): string {
  return isReading ? 'which its writer has read all others' : `${writers} who ever wrote`
}

function readAll({ merge }: Subject, siblings: readonly Sib<string>[], before: VV): VV {
  return asked('merge', () =>
    siblings.reduce((known, { version }) => Object.freeze(merge(known, version)), before),
  )
}

function write(
  { put }: Subject,
  siblings: readonly Sib<string>[],
  context: VV,
  value: string,
  at: string,
): readonly Sib<string>[] {
  return asked('put', () => {
    const all = put(siblings, context, value, at)
    return Object.freeze([...all])
  })
}

function textOf({ version, value }: Sib<string>): string {
  return `${versionText(version)} ${value}`
}
