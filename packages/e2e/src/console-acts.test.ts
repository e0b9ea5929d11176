import type { Page } from 'playwright'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import { busyTrace } from './busy-trace.ts'
import { madeUpRoom } from './console/made-up-room.ts'
import { madeUpRun, madeUpScreen } from './console/made-up-screen.ts'
import { madeUpGroups, madeUpSubmission } from './console/made-up-work.ts'
import { goTo, pageStage } from './console/page-stage.ts'
import type { PageStage } from './console/page-stage.ts'
import { tabTo } from './console/tab-to.ts'

const room = madeUpRoom({ learners: 30 })
let leave: 'none' | 'asked' | 'given' = 'none'
let refusal: string | undefined
/** The view with a change comes before the answer to it. */
let isSeenFirst = false
let stage: PageStage
let page: Page
let faults: string[]

beforeAll(async () => {
  stage = await pageStage(room, madeUpScreen(room), ({ path, method }) => {
    if (method !== 'GET' && refusal !== undefined) {
      return { status: 507, body: { code: 'disk-full', message: refusal } }
    }
    if (path.startsWith('/api/host/submissions?')) return { status: 200, body: madeUpGroups(room) }
    if (path.startsWith('/api/host/submissions/')) {
      return { status: 200, body: madeUpSubmission(room, { leave }) }
    }
    if (path === '/api/host/agenda' && isSeenFirst) {
      stage.served.send('host', { ...room, agenda: { ...room.agenda, version: 5 } })
    }
    if (path === '/api/screen/run') {
      const { submission } = madeUpRun(true)
      return { status: 200, body: { submission, trace: busyTrace(3) } }
    }
    if (path === '/api/host/ask-leave') leave = 'asked'
    if (path === '/api/host/tokens') return { status: 200, body: { url: 'http://a.example/#t=1' } }
    return undefined
  })
  ;({ page, faults } = await stage.enter('/host'))
})

afterAll(() => stage[Symbol.asyncDispose]())

beforeEach(() => {
  stage.served.asked.length = 0
  refusal = undefined
})

function button(name: string): ReturnType<Page['getByRole']> {
  return page.getByRole('button', { name, exact: true })
}

/** What the page asked for since the test began, once there are so many. */
async function asked(count: number): Promise<unknown[]> {
  await expect.poll(() => stage.served.asked.length).toBe(count)
  return stage.served.asked.map(({ method, path, body }) => [
    method,
    path.replace('/api/host/', ''),
    body,
  ])
}

test('the key is taken off the address', () => {
  expect(page.url()).toBe(`${stage.served.url}/host`)
})

test('the clock is paused, extended and moved on', async () => {
  await button('Pause').click()
  await button('+5 min for this block').click()
  await button('Next block').click()
  await button('Drop it').click()
  expect(await asked(4)).toEqual([
    ['POST', 'clock', { act: 'pause' }],
    ['POST', 'clock', { act: 'extend', minutes: 5 }],
    ['POST', 'clock', { act: 'skip', block: 'block-2' }],
    ['POST', 'clock', { act: 'drop', block: 'block-12' }],
  ])
})

test('an announcement is sent, and its field is free for the next', async () => {
  const field = page.getByLabel('To every terminal and the screen')
  await field.fill('  Coffee!\nOutside. ')
  await button('Announce').click()
  expect(await asked(1)).toEqual([['POST', 'announce', { text: 'Coffee!\nOutside.' }]])
  await expect.poll(() => field.inputValue()).toBe('')
})

test('what is refused is said in the console’s own words, and what was typed stays', async () => {
  refusal = 'The disk is full: nothing can be kept.'
  const field = page.getByLabel('To every terminal and the screen')
  await field.fill('Coffee')
  await button('Announce').click()
  await page.getByText(refusal).waitFor()
  expect(await field.inputValue()).toBe('Coffee')
  await field.fill('')
  await button('Dismiss').click()
  expect(faults.splice(0).filter((fault) => !fault.includes('507'))).toEqual([])
})

test('a hint goes out at once, a solution only after a question', async () => {
  await button('Hint 2').click()
  await button('Solution').click()
  await button('No').click()
  await button('Solution').click()
  await button('Give it').click()
  const both = { exercise: 'load-balancer', to: 'room' }
  expect(await asked(2)).toEqual([
    ['POST', 'release', { kind: 'hint', level: 2, ...both }],
    ['POST', 'release', { kind: 'solution', level: null, ...both }],
  ])
})

test('the promise that is broken most has its run ready: it is shown without a name', async () => {
  await button('Show on the screen').click()
  expect(await asked(1)).toEqual([
    [
      'POST',
      'show',
      {
        submission: room.broken[0]?.smallest?.submission,
        as: 'anonymous',
        promise: room.broken[0]?.promise.id,
      },
    ],
  ])
  stage.served.send('host', { ...room, shown: madeUpRun(false) })
  await button('Take it down').click()
  expect((await asked(2)).at(1)).toEqual(['DELETE', 'show', {}])
  stage.served.send('host', room)
  await button('Take it down').waitFor({ state: 'detached' })
})

test('a run is told in words until its trace is there, and then the player has it', async () => {
  stage.served.send('host', { ...room, shown: madeUpRun(false) })
  await page.locator('.shown summary').click()
  await page.locator('.shown .story').waitFor()
  stage.served.send('host', { ...room, shown: madeUpRun(true) })
  const player = page.getByRole('group', { name: 'Player of the world busy' })
  await player.getByRole('button', { name: 'Step forward' }).click()
  await player.getByRole('img').waitFor()
  stage.served.send('host', room)
  await player.waitFor({ state: 'detached' })
  expect(faults).toEqual([])
})

test('a name stands beside a run only with its owner’s leave', async () => {
  await goTo(page, 'Submissions')
  await page.locator('.group-who button').first().click()
  await button('Ask to show the name').click()
  await page.getByText('Asked; no answer yet').waitFor()
  expect(await page.getByRole('button', { name: 'Show with the name' }).count()).toBe(0)
  leave = 'given'
  stage.served.send('host', { ...room, at: room.at + 1000 })
  await button('Show with the name').click()
  const submission = room.broken[0]?.smallest?.submission
  expect(await asked(2)).toEqual([
    ['POST', 'ask-leave', { submission }],
    ['POST', 'show', { submission, as: 'named' }],
  ])
  await page.keyboard.press('Escape')
  await goTo(page, 'Room')
})

test('the agenda is edited as a draft and saved as a whole', async () => {
  await goTo(page, 'Agenda')
  const row = page.locator('.block-row').nth(5)
  await row.getByLabel('Minutes').fill('25')
  await row.getByRole('button', { name: 'Move Hash ring up' }).click()
  // A view that comes meanwhile takes nothing away.
  stage.served.send('host', { ...room, at: room.at + 2000 })
  await page.getByRole('button', { name: 'Remove Where to go next' }).click()
  await button('Save').click()
  const [saved] = stage.served.asked
  expect(await asked(1)).toEqual([
    ['PUT', 'agenda', expect.objectContaining({ version: 3, begins: '09:00' })],
  ])
  expect(saved?.body).toMatchObject({
    blocks: expect.arrayContaining([expect.objectContaining({ title: 'Hash ring', minutes: 25 })]),
  })
  const { blocks } = JSON.parse(JSON.stringify(saved?.body))
  expect(blocks.map(({ title }: { title: string }) => title).slice(3, 6)).toEqual([
    'Break',
    'Hash ring',
    'State',
  ])
  expect(blocks).toHaveLength(room.agenda.blocks.length - 1)
  const agenda = { ...room.agenda, version: 4 }
  stage.served.send('host', { ...room, agenda })
  await button('Save').waitFor({ state: 'detached' })
})

test('a saved agenda is no draft any more, though it is seen before it is answered', async () => {
  isSeenFirst = true
  await page.locator('.block-row').nth(1).getByLabel('Minutes').fill('30')
  await button('Save').click()
  await button('Save').waitFor({ state: 'detached' })
  expect((await asked(1)).at(0)).toMatchObject(['PUT', 'agenda', { version: 4 }])
})

test('a row that cannot be saved says why, and nothing is sent', async () => {
  const row = page.locator('.block-row').nth(1)
  await row.getByLabel('Minutes').fill('')
  await row.getByText('A block has 1 to 480 whole minutes.').waitFor()
  expect(await button('Save').isDisabled()).toBe(true)
  await button('Discard').click()
  stage.served.send('host', room)
  expect(await asked(0)).toEqual([])
})

test('all is forgotten only when the room’s name was typed', async () => {
  await goTo(page, 'Phones & after')
  await button('Make the link').first().click()
  await page.getByRole('img', { name: 'QR code: Follow along' }).waitFor()
  await button('New link').click()
  await button('Make it').click()
  const forget = button('Delete all personal data')
  const field = page.getByLabel('To confirm, type the room’s name')
  await field.fill('Tuesday')
  expect(await forget.isDisabled()).toBe(true)
  await field.fill('Tuesday workshop')
  await forget.click()
  expect(await asked(3)).toEqual([
    ['POST', 'tokens', { for: 'follow', isNew: false }],
    ['POST', 'tokens', { for: 'follow', isNew: true }],
    ['POST', 'forget', { confirm: 'Tuesday workshop' }],
  ])
  expect(faults).toEqual([])
  await goTo(page, 'Room')
})

/** What a host does most, in the order of {@link usualActs}. */
const USUAL = [
  'Pause',
  '+5 min for this block',
  'Next block',
  'Show on the screen',
  'Announce',
  'Hint 3',
  'Begin',
] as const

/** What the console is asked for by these. */
function usualActs(): unknown[] {
  const [most] = room.broken
  return [
    ['POST', 'clock', { act: 'pause' }],
    ['POST', 'clock', { act: 'extend', minutes: 5 }],
    ['POST', 'clock', { act: 'skip', block: 'block-2' }],
    [
      'POST',
      'show',
      { submission: most?.smallest?.submission, as: 'anonymous', promise: most?.promise.id },
    ],
    ['POST', 'announce', { text: 'Coffee' }],
    ['POST', 'release', { kind: 'hint', exercise: 'load-balancer', level: 3, to: 'room' }],
    ['POST', 'game-day', { act: 'start' }],
  ]
}

test('what a host does most is done by keyboard alone, and one sees where one stands', async () => {
  const { keyboard } = page
  for (const name of USUAL) {
    if (name === 'Announce') {
      await tabTo(page, 'To every terminal and the screen')
      await keyboard.type('Coffee')
    }
    if (name === 'Begin') {
      await tabTo(page, 'Game day')
      await keyboard.press('Enter')
      await page.getByRole('heading', { name: 'Game day' }).waitFor()
    }
    await tabTo(page, name)
    await keyboard.press(name === 'Pause' ? 'Space' : 'Enter')
  }
  expect(await asked(USUAL.length)).toEqual(usualActs())
  await goTo(page, 'Room')
})

test('what a host does most is within reach of a thumb, on a phone', async () => {
  const viewport = { width: 390, height: 844 }
  const phone = await stage.enter('/host', { viewport, hasTouch: true, isMobile: true })
  for (const name of USUAL) {
    if (name === 'Announce') {
      await phone.page.getByLabel('To every terminal and the screen').tap()
      await phone.page.keyboard.type('Coffee')
    }
    if (name === 'Begin') await phone.page.getByRole('link', { name: 'Game day' }).tap()
    const pressed = phone.page.getByRole('button', { name, exact: true })
    await pressed.tap()
    const { x = -1, width = 0, height = 0 } = (await pressed.boundingBox()) ?? {}
    expect([name, x >= 0, x + width <= 390, height >= THUMB_PX]).toEqual([name, true, true, true])
  }
  expect(await asked(USUAL.length)).toEqual(usualActs())
  expect(phone.faults).toEqual([])
  await phone.page.context().close()
})

/** What a thumb needs. */
const THUMB_PX = 44

describe('by keyboard alone', () => {
  test('the board is one stop, arrows go over it, Enter opens, Escape leads back', async () => {
    await page.getByPlaceholder('Find a learner').focus()
    await page.keyboard.press('Tab')
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight']) await page.keyboard.press(key)
    const name = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
    expect(name).toMatch(new RegExp(`^${room.learners[2]?.nickname}, Load balancer: `, 'u'))
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(name)
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.closest('table'))).toBeNull()
  })

  test('whoever has no key types it, and is told when it is another', async () => {
    const other = await stage.open()
    await other.page.goto('/host#room')
    await other.page.getByLabel('Key').fill('guess')
    await other.page.keyboard.press('Enter')
    await other.page.getByText('That is not the key.').waitFor()
    await other.page.getByLabel('Key').fill('the-host’s-key')
    await other.page.keyboard.press('Enter')
    await other.page.getByRole('grid').waitFor()
    expect(new URL(other.page.url()).hash).toBe('#room')
    await other.page.context().close()
  })
})

test('a lost connection is said, what was seen stays, and the page comes back by itself', async () => {
  stage.served.setReachable(false)
  await page.getByText('Connection lost.').waitFor()
  expect(await page.locator('.board tbody tr').count()).toBe(30)
  stage.served.send('host', madeUpRoom({ learners: 31 }))
  stage.served.setReachable(true)
  await page.getByText('Connection lost.').waitFor({ state: 'detached' })
  await expect.poll(() => page.locator('.board tbody tr').count()).toBe(31)
})

test('a full disk and two hundred learners are seen as well', async () => {
  const many = madeUpRoom({ learners: 200 })
  const text = 'The disk is full.'
  const trouble = { id: 'disk-full', text, fix: 'Delete what you can spare.', isGrave: true }
  stage.served.send('host', { ...many, troubles: [trouble] })
  await page.getByRole('alert').filter({ hasText: text }).waitFor()
  expect(await page.locator('.board tbody tr').count()).toBe(200)
  await page.getByPlaceholder('Find a learner').fill('grace')
  await expect.poll(() => page.locator('.board tbody tr').count()).toBe(10)
})
