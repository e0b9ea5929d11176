import { rm } from 'node:fs/promises'

import fc from 'fast-check'
import { expect, test } from 'vitest'

import { joinedKit } from './joined-kit.ts'
import type { JoinedKit } from './joined-kit.ts'
import { keepMembership, ownMembership } from './membership.ts'
import { outbox } from './outbox.ts'
import { roomFolder } from './membership.ts'
import { sendWaiting, submitWork } from './submit.ts'

/** What a learner does, and what happens to the console meanwhile. */
const moment = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.nat(4).map((text) => ({ kind: 'type' as const, text: `// ${text}\n` })),
  },
  { weight: 4, arbitrary: fc.constant({ kind: 'submit' as const }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'send' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'lose-answer' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'full' as const }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'kill' as const }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'restart' as const }) },
)
type Moment = typeof moment extends fc.Arbitrary<infer Value> ? Value : never

const FULL = { code: 'disk-full', message: 'The disk is full.' } as const

test('a submission arrives once, or waits, whatever happens', { timeout: 60_000 }, async () => {
  await using place = await joinedKit()
  const { folder, room } = place
  const { kit } = folder
  const membership = await ownMembership(kit)
  await fc.assert(
    fc.asyncProperty(fc.array(moment, { maxLength: 14 }), async (moments) => {
      room.submissions.clear()
      await rm(roomFolder(kit), { recursive: true, force: true })
      await keepMembership(kit, membership)
      await folder.type('// as it was\n')
      await restart(place)
      const submitted = await live(place, moments)
      await restart(place)
      await sendWaiting(kit, membership)
      expect(await outbox(kit, membership.learner)).toEqual([])
      const kept = [...room.submissions.values()].map(({ source }) => source)
      expect(kept.at(-1)).toBe(submitted.at(-1))
      // In the order in which they were submitted, and again only where another text came between.
      const changes = submitted.filter((each, index) => each !== submitted[index - 1])
      let at = -1
      for (const each of kept) {
        at = changes.indexOf(each, at + 1)
        expect(at).not.toBe(-1)
      }
    }),
    { numRuns: 25 },
  )
})

async function restart({ room }: JoinedKit): Promise<void> {
  room.refuse = () => undefined
  room.lostAnswers = 0
  await room.kill()
  await room.open()
}

/** The texts that were submitted, whatever became of them. */
async function live(place: JoinedKit, moments: readonly Moment[]): Promise<string[]> {
  const { folder, room } = place
  const { kit } = folder
  const submitted: string[] = []
  let text = '// as it was\n'
  for (const now of moments) {
    switch (now.kind) {
      case 'type':
        text = now.text
        await folder.type(text)
        break
      case 'submit':
        submitted.push(text)
        await submitWork(kit, 'quorum')
        break
      case 'send':
        await sendWaiting(kit, await ownMembership(kit))
        break
      case 'lose-answer':
        room.lostAnswers += 1
        break
      case 'full':
        room.refuse = (path) =>
          path === '/api/submissions' ? { status: 507, refusal: FULL } : undefined
        break
      case 'kill':
        await room.kill()
        break
      case 'restart':
        await restart(place)
    }
  }
  return submitted
}
