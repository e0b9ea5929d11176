import { nightmares, pillar } from '@five-pillars/content'
import type { Nightmare } from '@five-pillars/content'
import { html } from 'hono/html'

import type { Html } from '../frame/html.ts'
import type { SitePage } from '../frame/site-page.ts'
import { icon } from './icon.ts'

/** The matrix from what somebody says at three in the morning to the first step. */
export const symptomsPage: SitePage = {
  at: '/symptoms/',
  title: 'Symptoms',
  label: 'Symptoms',
  section: 'diagnose',
  description: 'What is said at three at night: what to ask first, what to do, what not to.',
  main: () =>
    html`<section class="page" aria-labelledby="title">
      <h1 id="title">Symptoms</h1>
      <p class="lead">
        What somebody says at three in the morning. Each has one question to ask before anybody
        touches anything, and one remedy that is none.
      </p>
      <table class="matrix">
        <thead>
          <tr>
            <th scope="col">What hurts</th>
            <th scope="col">Ask first</th>
            <th scope="col">Then do</th>
            <th scope="col">Not that</th>
          </tr>
        </thead>
        <tbody>
          ${nightmares.map(row)}
        </tbody>
      </table>
      <p class="meta">The advice is ours. No row has a threshold, since none would hold for you.</p>
    </section>`,
}

function row({ id, symptom, pillar: own, question, step, notThat, next }: Nightmare): Html {
  return html`<tr id="${id}" data-pillar="${own}">
    <th scope="row">
      <span class="symptom">${symptom}</span>
      <span class="begin">${icon(own)} ${pillar(own).name}</span>
    </th>
    <td data-head="Ask first">${question}</td>
    <td data-head="Then do">
      ${step}
      ${
        next === undefined
          ? ''
          : html`<span class="said">Often next: ${pillar(next.pillar).name}. ${next.reason}</span>`
      }
    </td>
    <td data-head="Not that"><span class="not-that">${notThat}</span></td>
  </tr>`
}
