import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { launchBrowser } from '@five-pillars/browser'
import { exerciseBySlug, oneDay } from '@five-pillars/content'
import { catchUp, noteOpened, roomSource, sendWaiting, submitWork } from '@five-pillars/learner'
import { unzipSync } from 'fflate'
import type { Browser, Locator, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { drivenLearner } from './console/driven-learner.ts'
import type { DrivenLearner } from './console/driven-learner.ts'
import { learnIn } from './console/learn-terminal.ts'
import type { LearnTerminal } from './console/learn-terminal.ts'
import { goTo } from './console/page-stage.ts'
import { openPdf } from './open-pdf.ts'
import { serveConsole } from './serve-console.ts'
import type { ServedConsole } from './serve-console.ts'
import { root } from './stage.ts'
import { watch } from './watch.ts'

const SLUG = 'quorum'
/** Graded in a simulated world: a run of it can be played. */
const WORLD_SLUG = 'abd-register'
/** Blocks before it. */
const QUORUM_AT = oneDay.blocks.findIndex(({ slug }) => slug === SLUG)
const NAMES = ['Ada', 'Bob <b>', 'Cyrus', 'Dora', 'Edith'] as const
/** Minutes without a new promise. */
const STUCK_AFTER = 13
/** Longest that anything takes on a busy machine: a bound on hangs. */
const LONG = { timeout: 120_000 }
const PATIENCE = { timeout: 30_000 }

const bench = await mkdtemp(path.join(tmpdir(), 'a day '))
const folder = path.join(bench, 'room')

let room: ServedConsole
let browser: Browser
/** The host's page, and the projector's beside it. */
let host: Page
let screen: Page
const faults: string[][] = []
let learners: DrivenLearner[]
/** The last of them sits at `learn`. */
let terminal: LearnTerminal

beforeAll(async () => {
  room = await serveConsole(folder, 0, new Date().setHours(9, 0, 0, 0) - Date.now())
  browser = await launchBrowser({ prefer: 'packaged' })
  const context = await browser.newContext({
    baseURL: room.url,
    reducedMotion: 'reduce',
    viewport: { width: 1280, height: 720 },
  })
  context.setDefaultTimeout(PATIENCE.timeout)
  for (const address of [`/host#key=${room.hostKey}`, '/screen']) {
    const watched = watch(await context.newPage())
    faults.push(watched.faults)
    await watched.page.goto(address)
    if (address === '/screen') screen = watched.page
    else {
      host = watched.page
      await host.locator('.day').waitFor()
    }
  }
})

afterAll(async () => {
  await terminal[Symbol.asyncDispose]()
  for (const learner of learners) await learner[Symbol.asyncDispose]()
  await browser.close()
  await room.kill()
  await rm(bench, { recursive: true, force: true })
})

function hidden(name: string, slug = SLUG): Promise<string> {
  return readFile(path.join(root, exerciseBySlug(slug).path, 'hidden', name), 'utf8')
}

function button(name: string): Locator {
  return host.getByRole('button', { name, exact: true })
}

function one(name: (typeof NAMES)[number]): DrivenLearner {
  const found = learners.find(({ nickname }) => nickname === name)
  if (found === undefined) throw new Error(`${name} is not here`)
  return found
}

/** What a cell of the board says. */
function cell(name: string, slug = SLUG): Locator {
  const { title } = exerciseBySlug(slug)
  return host.getByRole('gridcell').getByRole('button', { name: `${name}, ${title}: ` })
}

async function all(act: (learner: DrivenLearner) => Promise<void>): Promise<void> {
  await Promise.all(learners.map(act))
}

describe('the morning of a host and five learners', LONG, () => {
  test('begins with an empty room, which tells how to join; then five are here', async () => {
    await host.getByText(room.roomCode).first().waitFor()
    await screen.getByRole('img', { name: `QR code of ${room.url}` }).waitFor()
    learners = await Promise.all(
      NAMES.map((name, index) =>
        drivenLearner(path.join(bench, `kit ${index}`), name, room, [SLUG, WORLD_SLUG]),
      ),
    )
    await all((learner) => learner.hears('welcome', { isHandRaised: false }))
    await host.getByText('5 of 5 here').waitFor()
    await screen.getByText('5 here').waitFor()
    // Markup in a name is text.
    await host.getByText('Bob <b>').waitFor()
    expect(await screen.locator('body').textContent()).not.toMatch(/Ada|Bob|Cyrus|Dora|Edith/)
  })

  test('leads to the exercise, pauses, goes on, and is longer', async () => {
    await button('Begin the day').click()
    await all((learner) => learner.hears('now', { now: { kind: 'talk', isPaused: false } }))
    for (const { title } of oneDay.blocks.slice(1, QUORUM_AT + 1)) {
      await button('Next block').click()
      await host.locator('.day-block strong').getByText(title, { exact: true }).waitFor()
    }
    await all((learner) => learner.hears('now', { now: { title: 'Quorum', slug: SLUG } }))
    await screen.getByRole('heading', { name: 'Quorum' }).waitFor()
    await button('Pause').click()
    await all((learner) => learner.hears('now', { now: { slug: SLUG, isPaused: true } }))
    await screen.getByText('paused').waitFor()
    await button('Resume').click()
    await screen.getByText('paused').waitFor({ state: 'detached' })
    const left = host.locator('.day-left [role=timer]')
    await expect.poll(() => left.textContent(), PATIENCE).toMatch(/^2[45]:/)
    await button('+5 min for this block').click()
    await expect.poll(() => left.textContent(), PATIENCE).toMatch(/^(?:29|30):/)
  })

  test('judges what they submit, and shows it on the board and as totals on the screen', async () => {
    const wrong = await hidden('mutants/dups.ts')
    const edith = one('Edith')
    await noteOpened(edith.kit, SLUG)
    terminal = learnIn(edith.kit)
    await one('Ada').write(SLUG, wrong)
    await one('Bob <b>').write(SLUG, wrong)
    await one('Cyrus').write(SLUG, await hidden('solution/quorum.ts'))
    await edith.write(SLUG, await hidden('mutants/half.ts'))
    await terminal.says('You are in the room as Edith.')
    await terminal.says('open checks')
    terminal.types('submit')
    const [ada, bob, cyrus] = await Promise.all(
      [one('Ada'), one('Bob <b>'), one('Cyrus')].map((learner) => learner.graded(SLUG)),
    )
    expect(ada).toEqual(bob)
    expect([ada?.state, cyrus?.state]).toEqual(['failed', 'passed'])
    await edith.hears('submission', { submission: { standing: { kind: 'judged' } } })
    await terminal.says('was judged')
    await cell('Cyrus').filter({ hasText: '✓' }).waitFor()
    await expect.poll(() => cell('Ada').getAttribute('aria-label'), PATIENCE).toContain('1 attempt')
    const totals = screen.locator('.screen-totals')
    await expect.poll(() => totals.textContent(), PATIENCE).toMatch(/submitted\s*4\s*of 5/)
    await expect.poll(() => totals.textContent(), PATIENCE).toMatch(/keep all promises\s*1/)
  })
})

describe('their forenoon', LONG, () => {
  test('shows first who raised a hand, and then who is stuck', async () => {
    const dora = one('Dora')
    const wrong = await hidden('mutants/dups.ts')
    for (const attempt of [1, 2, 3, 4]) {
      await dora.write(SLUG, `${wrong}\n// attempt ${attempt}\n`)
      expect(await dora.graded(SLUG)).toMatchObject({ state: 'failed' })
    }
    await room.pass(STUCK_AFTER)
    terminal.types('raise hand')
    await terminal.says('Your hand is raised')
    await host.getByText('1 raised, 1 stuck').waitFor()
    const first = host.locator('.need-list li')
    expect(await first.nth(0).textContent()).toContain('Edith')
    expect(await first.nth(1).textContent()).toContain('Dora')
    expect(await host.title()).toContain('✋ 1')
    await button('Lower the hand of Edith').click()
    await one('Edith').hears('hand', { isRaised: false })
    await host.getByText('0 raised, 1 stuck').waitFor()
  })
  test('gives hints to the room and to one, and the solution after a question', async () => {
    await button('Hint 1').click()
    await all((learner) => learner.hears('release', { release: { kind: 'hint', level: 1 } }))
    await terminal.says(`Your host gives you hint 1 of "${SLUG}"`)
    await cell('Dora').click()
    const dialog = host.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Hint 2', exact: true }).click()
    await one('Dora').hears('release', { release: { kind: 'hint', level: 2 } })
    await host.keyboard.press('Escape')
    const bob = one('Bob <b>')
    const sources = [roomSource(bob.kit)]
    await expect(catchUp(bob.kit, SLUG, sources)).rejects.toMatchObject({
      code: 'no-working-version',
    })
    await button('Solution').click()
    await button('Give it').click()
    await bob.hears('release', { release: { kind: 'solution' } })
    await catchUp(bob.kit, SLUG, sources)
    expect(JSON.stringify(one('Ada').heard)).not.toContain('"level":2')
  })

  test('shows a run with its name only when its owner gives leave', async () => {
    await cell('Edith').click()
    await button('Newest submission').click()
    await button('Ask to show the name').click()
    await terminal.says('be shown with your name?')
    terminal.types('room')
    await terminal.says('I say it later')
    terminal.types('yes')
    await button('Show with the name').click()
    await host.getByText('The run is on the screen.').waitFor()
    await screen.getByText('Edith').waitFor()
    // The smallest run of a calculation is words; one of a simulated world is played.
    await expect.poll(() => screen.locator('.run .story').textContent(), PATIENCE).toMatch(/\w/)
    await host.keyboard.press('Escape')
    await button('Take it down').click()
    await screen.getByText('Edith').waitFor({ state: 'detached' })
    await host.getByLabel('To every terminal and the screen').fill('Five more minutes')
    await button('Announce').click()
    await all((learner) => learner.hears('announcement', { text: 'Five more minutes' }))
    await screen.getByText('Five more minutes').waitFor()
  })
})

describe('their noon', LONG, () => {
  test('has a run of a simulated world played on the slides, from an early submission', async () => {
    const dora = one('Dora')
    await dora.write(WORLD_SLUG, await hidden('mutants/new-write-back.ts', WORLD_SLUG))
    expect(await dora.graded(WORLD_SLUG)).toMatchObject({ state: 'failed' })
    const { page: slides, faults: ofSlides } = watch(await host.context().newPage())
    await slides.goto('/decks/truth/#/2')
    await cell('Dora', WORLD_SLUG).click()
    await button('Newest submission').click()
    await button('Show without a name').click()
    const run = slides.getByRole('region', { name: 'A run' })
    const player = run.getByRole('group', { name: `Player of the world ${WORLD_SLUG}` })
    await player.waitFor()
    const time = player.getByRole('slider')
    const before = await time.inputValue()
    await player.getByRole('button', { name: 'Step forward' }).click()
    await expect.poll(() => time.inputValue(), PATIENCE).not.toBe(before)
    expect(await run.textContent()).not.toContain('Dora')
    await host.keyboard.press('Escape')
    await button('Take it down').click()
    await run.waitFor({ state: 'detached' })
    expect(ofSlides).toEqual([])
    await slides.close()
  })

  test('goes on after a lost connection: learners do nothing for it, the host has a new key', async () => {
    const ada = one('Ada')
    const { port, aheadMs } = room
    await room.kill()
    await host.getByText('Connection lost.').waitFor()
    await all((learner) => learner.is('away'))
    expect(await cell('Cyrus').textContent()).toContain('✓')
    await ada.write(SLUG, await hidden('solution/quorum.ts'))
    expect(await submitWork(ada.kit, SLUG)).toMatchObject({ kind: 'waits' })
    room = await serveConsole(folder, port, aheadMs)
    await all((learner) => learner.is('linked'))
    // The host's pages want the new key; as the terminal opens it, in one window for all of them.
    await host.getByText('The console was started again and has a new key').waitFor()
    await screen.getByText('The console was started again and has a new key').waitFor()
    const opened = await host.context().newPage()
    await opened.goto(`/host#key=${room.hostKey}`)
    await host.getByText('5 of 5 here').waitFor()
    await screen.getByText('5 here').waitFor()
    await opened.close()
    expect(await sendWaiting(ada.kit, ada.membership)).toMatchObject({ waiting: [] })
    await cell('Ada').filter({ hasText: '✓' }).waitFor()
    expect(
      faults.flat().filter((fault) => !/ERR_CONNECTION_REFUSED|INCOMPLETE|401/.test(fault)),
    ).toEqual([])
    for (const ofPage of faults) ofPage.length = 0
  })
})

describe('their afternoon', LONG, () => {
  test('is late, and gives something up', async () => {
    await room.pass(240)
    await button('Next block').click()
    await host.getByText(/min behind: drop/).waitFor()
    await button('Drop it').click()
    await goTo(host, 'Agenda')
    const keep = host.getByRole('button', { name: /^Keep / })
    await expect.poll(() => keep.count(), PATIENCE).toBe(1)
  })

  test('plays the game day of two mixed teams', async () => {
    await goTo(host, 'Game day')
    await button('Begin').click()
    await button('Collect the parts').click()
    await expect.poll(() => host.locator('.team').count(), PATIENCE).toBe(5)
    await host.getByLabel('Number of teams').fill('2')
    await button('Mix into').click()
    await expect.poll(() => host.locator('.team').count(), PATIENCE).toBe(2)
    await button('Play the day').click()
    await host.getByText('Played. The same seed gives the same day.').waitFor()
    expect(await host.locator('.team').first().textContent()).toMatch(/\d/)
  })

  test('leaves reports and certificates', async () => {
    await goTo(host, 'Phones & after')
    const download = host.waitForEvent('download')
    await host.getByRole('link', { name: 'Everything' }).click()
    const file = await (await download).path()
    const files = Object.entries(unzipSync(await readFile(file)))
    const names = files.map(([name]) => name)
    expect(names).toEqual(expect.arrayContaining(['report.md', 'learners.csv', 'room.json']))
    expect(names.filter((name) => name.endsWith('.pdf'))).toHaveLength(NAMES.length)
    await goTo(host, 'Room')
    await cell('Cyrus').click()
    const certificate = host.waitForEvent('download')
    await host.getByRole('link', { name: 'Certificate' }).click()
    const { pages } = await openPdf(await (await certificate).path())
    expect(pages.join('')).toContain('Cyrus')
    await host.keyboard.press('Escape')
  })

  test('is forgotten when its name is typed: nobody is in the room any more', async () => {
    await goTo(host, 'Phones & after')
    await host.getByLabel('To confirm, type the room’s name').fill('Five Pillars')
    await button('Delete all personal data').click()
    await expect
      .poll(() => learners.map(({ heard }) => heard.at(-1)), PATIENCE)
      .toEqual(NAMES.map(() => ({ kind: 'gone', why: 'forgotten' })))
    await terminal.says('your host has removed all that the console knew of you')
    await goTo(host, 'Room')
    await host.getByText(room.roomCode).first().waitFor()
    expect(await host.getByRole('grid').count()).toBe(0)
    expect(faults.flat()).toEqual([])
  })
})
