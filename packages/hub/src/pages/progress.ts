import { html } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'

import type { Html } from '../frame/html.ts'
import type { View } from '../frame/site-page.ts'
import type { LearnerStanding } from '../progress/learner-standing.ts'
import { command } from './command.ts'

/** Where the learner of this folder is; the hub's script asks for it again while it is seen. */
export function progressSection(view: View): Html {
  return html`<section class="progress" aria-labelledby="progress">
    <h2 id="progress">Where you are</h2>
    ${
      view.standing === undefined
        ? html`<p>
              Your progress is in a file of yours and goes nowhere. In your kit you see it with:
            </p>
            ${command('Show my progress', 'npx five-pillars progress')}`
        : html`<div data-progress>${progressNow(view)}</div>`
    }
  </section>`
}

/** What is inside of it now. */
export async function progressNow({ standing }: View): Promise<HtmlEscapedString> {
  if (standing === undefined) return html``
  try {
    return await progressOf(await standing())
  } catch (error) {
    return html`<p>
      Your progress cannot be read: ${error instanceof Error ? error.message : String(error)}
    </p>`
  }
}

const WORDS = {
  open: 'not begun',
  begun: 'begun',
  passed: 'open checks kept',
  'caught-up': 'caught up',
  skipped: 'skipped',
} as const

function progressOf({ path, stations, current, passed, milestones }: LearnerStanding): Html {
  const reached = milestones.filter(({ reachedAt }) => reachedAt !== null)
  return html`<p>
      ${path?.title ?? 'The order of the day'}: ${passed} of ${stations.length} exercises. Now:
      <a href="/exercises/${current.slug}/">${current.title}</a>
    </p>
    <ol class="stations">
      ${stations.map(
        ({ exercise, state, done }) =>
          html`<li data-state="${state}" data-pillar="${exercise.pillar}">
            <span class="mark-of" aria-hidden="true"></span>
            <a href="/exercises/${exercise.slug}/">${exercise.title}</a>
            <span class="meta">${WORDS[state]}${points(done)}</span>
          </li>`,
      )}
    </ol>
    <p class="meta">
      ${
        reached.length === 0
          ? 'No milestone yet: the first one is to keep all open checks of one exercise.'
          : `Milestones: ${reached.map(({ title }) => title).join(', ')}.`
      }
    </p>`
}

function points(done: LearnerStanding['stations'][number]['done']): string {
  if (done?.graded != null) return `, ${done.graded.points} of ${done.graded.total} points`
  if (done?.best != null) return `, ${done.best.kept} of ${done.best.of} checks`
  return ''
}
