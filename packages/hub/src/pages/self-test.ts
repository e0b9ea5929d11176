import { deckById, pillars, selfTest } from '@five-pillars/content'
import type { Pillar, SelfTestQuestion } from '@five-pillars/content'
import { html } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'

import type { Html } from '../frame/html.ts'
import type { SitePage, View } from '../frame/site-page.ts'
import type { DeckSlides } from '../search/deck-slides.ts'
import { icon } from './icon.ts'

/** Questions to answer aloud, with the answers that the talks give. */
export const selfTestPage: SitePage = {
  at: '/learn/self-test/',
  title: 'Self-test',
  label: 'Self-test',
  section: 'learn',
  description:
    'Questions to answer aloud before you look: what you know, and which talk to hear again.',
  islands: ['self-test'],
  main: questions,
}

async function questions({ slides }: View): Promise<HtmlEscapedString> {
  const told = await slides()
  const whole = selfTest.filter(({ pillar }) => pillar === undefined)
  return html`<section class="page" aria-labelledby="title">
    <h1 id="title">Self-test</h1>
    <p class="lead">
      You are ready when you can answer these aloud, in a minute or two, to somebody who asks back.
      Answer first, then look.
    </p>
    <p class="tally" role="status" data-tally data-scripted>
      ${selfTest.length} questions. Answer one aloud, open it, and say how it went.
    </p>
    ${pillars.map((each) => part(each, told))}
    <section aria-labelledby="whole">
      <h2 id="whole">All five</h2>
      ${whole.map((each) => item(each, told))}
    </section>
  </section>`
}

function part({ id, name }: Pillar, told: DeckSlides): Html {
  const own = selfTest.filter(({ pillar }) => pillar === id)
  return html`<section data-pillar="${id}" aria-labelledby="${id}">
    <h2 id="${id}" class="of-pillar">${icon(id)} ${name}</h2>
    ${own.map((each) => item(each, told))}
  </section>`
}

function item({ id, question, answer, deck, slide }: SelfTestQuestion, told: DeckSlides): Html {
  const no = told.get(deck)?.find(({ title }) => title === slide)?.no ?? 1
  const talk = deckById(deck).title
  return html`<details class="question" id="${id}" data-question data-talk="${talk}">
    <summary>${question}</summary>
    <div class="answer">
      <p>${answer}</p>
      <p class="meta">Shown in ${talk}: <a href="/decks/${deck}/#/${no}">${slide}</a></p>
      <p class="marks" role="group" aria-label="How did it go?" data-scripted>
        <button type="button" class="button" data-mark="had" aria-pressed="false">I had it</button>
        <button type="button" class="button" data-mark="not" aria-pressed="false">Not yet</button>
      </p>
    </div>
  </details>`
}
