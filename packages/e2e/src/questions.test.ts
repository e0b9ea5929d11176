import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import {
  contradictions,
  decisionEnd,
  decisionPlace,
  decisionPlaces,
  encodeReview,
  judgeBudget,
  questionsOf,
  requestParts,
  reviewMarkdown,
  reviewVerdict,
  scoreReview,
  usualRequest,
} from '@five-pillars/content'
import type { ReviewAnswer } from '@five-pillars/content'
import { placeJson } from '@five-pillars/learner/questions'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { seriousViolations } from './axe.ts'
import { openPdf, squeezed } from './open-pdf.ts'
import { stage } from './stage.ts'
import type { Stage } from './stage.ts'
import { smallTargets } from './small-targets.ts'
import type { WatchedPage } from './watch.ts'

let theatre: Stage
let seen: WatchedPage
let page: Page
let folder: string

// One page for all of them: each test begins by going somewhere.
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'review ü '))
  theatre = await stage()
  seen = await theatre.open({ acceptDownloads: true, viewport: { width: 390, height: 844 } })
  page = seen.page
})

afterAll(async () => {
  await theatre[Symbol.asyncDispose]()
  await rm(folder, { recursive: true })
})

const ends = decisionPlaces.flatMap(({ id, node, trail }) =>
  node.kind === 'leaf' ? [{ id, leaf: node, trail }] : [],
)

/** What can be pressed is large enough for a thumb, and nothing keeps anybody out, light or dark. */
async function troubles(): Promise<string[]> {
  const found = await page.evaluate(smallTargets)
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.locator(`html.${colorScheme}`).waitFor({ state: 'attached' })
    found.push(...(await seriousViolations(page, 'main')))
  }
  return found
}

function press(name: string | RegExp): Promise<void> {
  return page.getByRole('button', { name }).press('Enter')
}

describe('what is breaking', () => {
  test.for(ends)('$id is reached by its answers, and is what a terminal says', async (place) => {
    const { id, leaf, trail } = place
    await page.goto('/ask/')
    for (const [index, { question, branch }] of trail.entries()) {
      await page.getByRole('heading', { name: question.text }).waitFor()
      const answer = page.locator('.answers a').nth(question.branches.indexOf(branch))
      expect(await answer.innerText()).toContain(branch.answer)
      // By mouse and by keyboard in turn.
      await (index % 2 === 0 ? answer.press('Enter') : answer.click())
    }
    await page.waitForURL(`**/ask/${id}/`)
    const { end } = JSON.parse(placeJson(decisionPlace(id)))
    const { pillar, patterns, deck, exercise, figure } = decisionEnd(leaf)
    expect(end).toEqual({
      pillar: pillar.id,
      patterns: patterns.map((each) => each.id),
      deck: deck.id,
      exercise: exercise.slug,
      figure: figure.id,
    })
    const text = await page.locator('main').innerText()
    expect(text).toContain(pillar.question)
    expect(text).toContain(figure.value)
    for (const { name } of patterns) expect(text).toContain(`${name}\n`)
    for (const { useWhen } of patterns) expect(text).toContain(useWhen)
    for (const { branch } of trail) expect(text).toContain(branch.reason)
    const links = await page
      .locator('main a')
      .evaluateAll((all) => all.map((a) => a.getAttribute('href')))
    expect(links).toContain(`../../decks/${deck.id}/`)
    expect(links).toContain(`../../exercises/${exercise.slug}/`)
  })

  test('back undoes an answer, restart all of them, and the browser’s own way back does so too', async () => {
    await page.goto('/ask/lost-mistake/')
    await page.getByRole('link', { name: 'Back', exact: true }).press('Enter')
    await page.waitForURL('**/ask/lost/')
    await page.getByRole('link', { name: 'Start again' }).click()
    await page.waitForURL('**/ask/')
    await page.goBack()
    await page.waitForURL('**/ask/lost/')
    expect(await page.locator('h1').innerText()).toBe('What would destroy it?')
  })

  test('the tree shows every question and every end, each with the way to it', async () => {
    await page.goto('/ask/tree/')
    const boxes = await page
      .locator('.tree a.box')
      .evaluateAll((all) => all.map((a) => a.getAttribute('href')))
    const wanted = decisionPlaces.map(({ id }) =>
      id === decisionPlace().id ? '../../ask/' : `../../ask/${id}/`,
    )
    expect(boxes).toEqual(wanted)
  })

  // The first question and the tree are kinds of their own, which the test of all pages opens.
  test.for(['/ask/slow/', '/ask/people-repair/'])(
    '%s is for a thumb, an ear and a keyboard',
    async (address) => {
      await page.goto(address)
      expect(await troubles()).toEqual([])
    },
  )
})

describe('the review', () => {
  const questions = questionsOf('short')
  const labels = { known: 'We know', partly: 'In part', unknown: 'We do not know' } as const
  const kinds = ['unknown', 'known', 'partly', 'known'] as const
  const answers = Object.fromEntries(
    questions.map(({ id }, index): [string, ReviewAnswer] => [
      id,
      kinds[index % kinds.length] ?? 'known',
    ]),
  )
  const given = { length: 'short', answers } as const
  const result = scoreReview('short', answers)

  test('gives by keyboard what its function gives, and keeps it in the address alone', async () => {
    await page.goto('/review/')
    expect(await troubles()).toEqual([])
    await press(/^Begin: 15 questions, 5:00/)
    for (const { id, question } of questions) {
      await page.getByRole('heading', { name: question }).waitFor()
      await press(labels[answers[id] ?? 'known'])
    }
    await page.getByRole('heading', { name: reviewVerdict(result) }).waitFor()
    expect(new URL(page.url()).hash).toBe(`#${encodeReview(given)}`)
    const text = await page.locator('.q-review').innerText()
    for (const { reason, lack } of result.order) expect(text.includes(reason)).toBe(lack > 0)
    for (const { question } of result.open) expect(text).toContain(question.risk)
  })

  test('comes back from its link, as Markdown, and on paper', async () => {
    await page.goto('/review/')
    await page.goto(`/review/#${encodeReview(given)}`)
    await page.getByRole('heading', { name: reviewVerdict(result) }).waitFor()
    expect(await troubles()).toEqual([])
    const [file] = await Promise.all([page.waitForEvent('download'), press('Save as Markdown')])
    expect(file.suggestedFilename()).toMatch(/^architecture-review-\d{4}-\d\d-\d\d\.md$/)
    const date = /\d{4}-\d\d-\d\d/.exec(file.suggestedFilename())?.[0] ?? ''
    const stream = await file.createReadStream()
    const written = (await stream.toArray()).join('')
    expect(written).toBe(reviewMarkdown(result, { date, token: page.url() }))
    const paperFile = path.join(folder, 'review.pdf')
    await page.pdf({ path: paperFile, format: 'A4' })
    const printed = await openPdf(paperFile)
    const paper = printed.pages.join('')
    for (const { question } of result.open) expect(paper).toContain(squeezed(question.risk))
    expect(paper).not.toContain(squeezed('Save as Markdown'))
  })
})

describe('in the middle of a review', () => {
  test('by touch: a second thought, and a stop before the end', async () => {
    await page.goto('/review/')
    await page.getByRole('button', { name: /^All 31 questions/ }).click()
    await page.getByRole('button', { name: 'We know' }).click()
    await page.getByText('2 of 31').waitFor()
    expect(await troubles()).toEqual([])
    await page.getByRole('button', { name: 'Back' }).click()
    expect(await page.getByRole('button', { name: 'We know' }).getAttribute('aria-pressed')).toBe(
      'true',
    )
    await page.getByRole('button', { name: 'We do not know' }).click()
    await page.getByRole('button', { name: 'Stop here' }).click()
    await page.getByText('0 of 31 questions answered well.').waitFor()
    await page.getByRole('button', { name: 'Begin again' }).click()
    expect(new URL(page.url()).hash).toBe('')
  })

  test('has a clock that can be stopped, and takes nothing away when the time is up', async () => {
    // A page of its own: a clock that was put in stays.
    const { page: timed } = await theatre.open()
    await timed.clock.install()
    await timed.goto('/review/')
    await timed.getByRole('button', { name: /^Begin/ }).click()
    await timed.getByRole('button', { name: 'We know' }).click()
    await timed.clock.runFor(60_000)
    expect(await timed.getByRole('timer').innerText()).toBe('4:00')
    await timed.getByRole('button', { name: 'Stop the clock' }).click()
    await timed.clock.runFor(600_000)
    expect(await timed.getByRole('timer').innerText()).toBe('4:00')
    await timed.getByRole('button', { name: 'Go on', exact: true }).click()
    await timed.clock.runFor(240_500)
    await timed.getByRole('heading', { name: 'The time is up' }).waitFor()
    await timed.getByRole('button', { name: 'Go on without a clock' }).click()
    await timed.getByText('2 of 15').waitFor()
    expect(await timed.getByRole('timer').count()).toBe(0)
    await timed.context().close()
  })

  test('a link that was cut is told, and the review is there all the same', async () => {
    await page.goto('/review/#s-0000-kkkkk-kkkkk-kkkkk')
    await page.reload()
    await page.getByText('That review was given to other questions than these.').waitFor()
    expect(await page.getByRole('button', { name: /^Begin/ }).count()).toBe(1)
  })
})

describe('the latency budget', () => {
  const parts = requestParts(usualRequest)

  test('asks first, and then finds out by keyboard what was asked', async () => {
    await page.goto('/latency/')
    expect(await troubles()).toEqual([])
    await press('Work')
    expect(await troubles()).toEqual([])
    const verdict = page.locator('.q-verdict')
    expect(await verdict.innerText()).toContain('cannot be kept by any program')
    await page.getByRole('radio', { name: 'kept open' }).check()
    for (const name of [
      'Phone to its network',
      'From there to the region',
      'The machines',
      'Film that',
    ]) {
      await page.getByRole('slider', { name }).press('Home')
    }
    await page.getByRole('slider', { name: 'Line' }).press('End')
    const least = judgeBudget(usualRequest, 100).leastMs
    expect(await verdict.innerText()).toContain(`${Math.round(least)} ms from the press`)
    await page.getByRole('radio', { name: 'the nearest knows' }).check()
    expect(await verdict.innerText()).toContain('it fits')
    await page.getByText('You said: Work. It was: Tell the other regions.').waitFor()
    await page.getByRole('radio', { name: '200 ms' }).check()
    await press('Begin again')
    await page.getByRole('heading', { name: 'Before you touch anything' }).waitFor()
  })

  test.for(parts)('$name is dragged, and stops where its number does', async ({ id, name, ms }) => {
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.goto('/latency/')
    await page.getByRole('button', { name: 'Tell the other regions' }).click()
    const row = page.locator('.q-row', { hasText: name })
    const shown = async (): Promise<number> =>
      Number.parseFloat(await row.locator('.q-ms').innerText())
    const grip = page.locator(`.q-grip[data-part="${id}"]`)
    const box = await grip.boundingBox()
    const x = (box?.x ?? 0) + (box?.width ?? 0) / 2
    const y = (box?.y ?? 0) + (box?.height ?? 0) / 2
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x + 40, y, { steps: 2 })
    const longer = await shown()
    expect(longer).toBeGreaterThan(ms)
    await page.mouse.move(x - 900, y, { steps: 2 })
    await page.mouse.up()
    const least = await shown()
    expect(least).toBeLessThan(longer)
    expect(least).toBeGreaterThan(0)
    // Let go is let go.
    await page.mouse.move(x + 200, y)
    expect(await shown()).toBe(least)
  })
})

describe('the round of flaws', () => {
  const labels = { first: 'The first', second: 'The second', both: 'Both' } as const

  test('finds nine flaws in nine pairs, and says what is true of each', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto('/flaws/')
    for (const { flawed, statements, truth } of contradictions) {
      for (const each of statements) await page.locator('.q-pair', { hasText: each }).waitFor()
      await press(labels[flawed])
      expect(await page.locator('.q-true').innerText()).toContain(truth)
      await press(/^The next pair|^What it came to/)
    }
    await page.getByRole('heading', { name: '9 of 9 found' }).waitFor()
    await press('Once more')
    await page.getByText('Pair 1 of 9').waitFor()
  })

  test('names what sounded right, and has the pairs as a list', async () => {
    await page.goto('/flaws/')
    expect(await troubles()).toEqual([])
    for (const _ of contradictions) {
      await page.getByRole('button', { name: 'The second' }).click()
      await page.getByRole('button', { name: /^The next pair|^What it came to/ }).click()
    }
    await page.getByRole('heading', { name: '1 of 9 found' }).waitFor()
    expect(await page.locator('.q-missed dt').count()).toBe(8)
    await page.getByText('All nine pairs as a list').click()
    await page.getByText('What is true').first().click()
    await page
      .getByText(contradictions[0]?.truth ?? '')
      .last()
      .waitFor()
    expect(await troubles()).toEqual([])
  })
})

test('without scripts every question can be walked, and every list be read', async () => {
  const { page: plain } = await theatre.open({ javaScriptEnabled: false })
  await plain.goto('/ask/')
  await plain.getByRole('link', { name: 'Data may be lost' }).click()
  await plain.getByRole('heading', { name: 'What would destroy it?' }).waitFor()
  await plain.goto('/review/')
  expect(await plain.locator('.boxes li').count()).toBe(questionsOf('whole').length)
  await plain.goto('/flaws/')
  expect(await plain.locator('.pairs li').count()).toBe(contradictions.length)
  await plain.goto('/latency/')
  await plain.getByRole('heading', { name: 'What light leaves of it' }).waitFor()
  await plain.context().close()
})

test('nothing of all that went wrong, or asked another machine for anything', () => {
  expect(seen.faults).toEqual([])
})
