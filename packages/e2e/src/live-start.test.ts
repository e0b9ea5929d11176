import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import { LiveTalk, MOST_ASKED, SLOW, TEST_LIMIT_MS } from './live-talk.ts'

let talk: LiveTalk

beforeAll(async () => {
  talk = await LiveTalk.open()
}, TEST_LIMIT_MS)

beforeEach(() => {
  talk.errors.length = 0
})

afterAll(() => talk[Symbol.asyncDispose]())

test(
  'a second start asks for no module that the first one made, and tells no other site of them',
  { timeout: TEST_LIMIT_MS },
  async () => {
    await talk.keptSince(0)
    await talk.start()
    await talk.shows('component 1, shared 1')
    expect(talk.asked.length).toBeLessThan(MOST_ASKED)
    const script = new URL('/@five-pillars/kept.js', talk.page.url()).href
    const askAs = (site: string): Promise<string> =>
      talk.page.request.get(script, { headers: { 'sec-fetch-site': site } }).then((it) => it.text())
    expect(await askAs('same-origin')).toContain('component 1')
    expect(await askAs('cross-site')).toBe('')
    expect(talk.errors).toEqual([])
  },
)

test(
  'what is changed right after it is shown, and styled',
  { timeout: TEST_LIMIT_MS },
  async () => {
    talk.change('decks/talk/slides.md', '# A first', '# A <b class="text-rose-500">very</b> first')
    await talk.shows('A very first')
    const heading = await talk.heading.evaluate((element) => getComputedStyle(element).color)
    const word = (): Promise<string> =>
      talk.heading.locator('b').evaluate((element) => getComputedStyle(element).color)
    await expect.poll(word, SLOW).not.toBe(heading)
    await talk.followsChanges(1, 2)
    talk.change('shared/shared.ts', 'shared 1', 'shared 2')
    await talk.shows('component 2, shared 2')
    expect(talk.errors).toEqual([])
  },
)

test('what is changed long after it is followed', { timeout: TEST_LIMIT_MS }, async () => {
  const before = talk.keptAt()
  // A module that no page has asked for before is kept as well, when Vite has made all others.
  await talk.page.evaluate("import('/package.json?import')")
  await talk.keptSince(before)
  await talk.followsChanges(2, 3)
  await talk.keptSince(Date.now())
  expect(talk.errors).toEqual([])
})

test(
  'what was changed while it was not served is there, and followed later',
  { timeout: TEST_LIMIT_MS },
  async () => {
    await talk.stop()
    talk.change('decks/talk/slides.md', '</b> first', '</b> own first')
    talk.change('shared/shared.ts', 'shared 2', 'shared 3')
    const before = talk.keptAt()
    await talk.start()
    await talk.shows('A very own first')
    await talk.shows('component 3, shared 3')
    expect(talk.asked.length).toBeGreaterThan(MOST_ASKED)
    await talk.keptSince(before)
    await talk.followsChanges(3, 4)
    expect(talk.errors).toEqual([])
  },
)

test(
  'neither a damaged file nor another version of a package harms',
  { timeout: TEST_LIMIT_MS },
  async () => {
    await talk.stop()
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
