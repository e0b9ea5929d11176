import FlawRound from '@five-pillars/deck-kit/FlawRound.vue'

import { mount } from '../mount.ts'

mount('[data-flaws]', FlawRound)
// The list below tells what is true: whoever plays the round opens it first.
const pairs = document.querySelector<HTMLElement>('[data-pairs]')
if (pairs !== null) fold(pairs)

function fold(list: HTMLElement): void {
  const details = document.createElement('details')
  const summary = document.createElement('summary')
  summary.textContent = 'All nine pairs as a list'
  const title = list.querySelector('h2')
  title?.classList.add('visually-hidden')
  details.append(summary, ...list.childNodes)
  list.append(details)
}
