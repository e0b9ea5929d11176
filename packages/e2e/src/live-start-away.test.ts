import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import { LiveTalk, MOST_ASKED, TEST_LIMIT_MS } from './live-talk.ts'

let talk: LiveTalk
/** When the last start was kept that may be kept no longer. */
let before = 0

beforeAll(async () => {
  talk = await LiveTalk.open()
  await talk.keptSince(0)
  await talk.stop()
}, TEST_LIMIT_MS)

beforeEach(() => {
  talk.errors.length = 0
  before = talk.keptAt()
})

afterAll(() => talk[Symbol.asyncDispose]())

test(
  'what was changed while it was not served is there, and followed later',
  { timeout: TEST_LIMIT_MS },
  async () => {
    talk.change('decks/talk/slides.md', '# A first', '# A quite first')
    await talk.start()
    await talk.shows('A quite first')
    expect(talk.asked.length).toBeGreaterThan(MOST_ASKED)
    await talk.keptSince(before)
    await talk.followsChanges(1, 2)
    talk.change('shared/shared.ts', 'shared 1', 'shared 2')
    await talk.shows('component 2, shared 2')
    await talk.stop()
    talk.change('shared/shared.ts', 'shared 2', 'shared 3')
    before = talk.keptAt()
    await talk.start()
    await talk.shows('shared 3')
    await talk.keptSince(before)
    await talk.stop()
    expect(talk.errors).toEqual([])
  },
)

test(
  'neither a damaged file nor another version of a package harms',
  { timeout: TEST_LIMIT_MS },
  async () => {
    talk.damageKept('shared 3', 'shared 5')
    const damaged = talk.keptAt()
    await talk.start()
    await talk.shows('shared 3')
    await talk.keptSince(damaged)
    await talk.stop()
    const whole = talk.keptAt()
    talk.installAnew(2)
    await talk.start()
    await talk.shows('shared 3')
    expect(talk.asked.length).toBeGreaterThan(MOST_ASKED)
    await talk.keptSince(whole)
    expect(talk.errors).toEqual([])
  },
)
