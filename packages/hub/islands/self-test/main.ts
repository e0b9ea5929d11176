import { tallyText } from './tally-text.ts'
import type { Answered } from './tally-text.ts'

/** What was answered so far. It is forgotten with the page: it is nobody's business. */
const marks = new Map<string, Answered>()

const questions = [...document.querySelectorAll<HTMLDetailsElement>('[data-question]')]
const tally = document.querySelector<HTMLElement>('[data-tally]')

for (const question of questions) {
  const buttons = [...question.querySelectorAll<HTMLButtonElement>('[data-mark]')]
  for (const button of buttons) {
    button.addEventListener('click', () => {
      const isHad = button.dataset['mark'] === 'had'
      marks.set(question.id, { isHad, talk: question.dataset['talk'] ?? '' })
      question.dataset['answered'] = isHad ? 'had' : 'not'
      for (const each of buttons) each.setAttribute('aria-pressed', String(each === button))
      show()
    })
  }
}

function show(): void {
  if (tally === null) return
  tally.textContent = tallyText([...marks.values()], questions.length)
}
