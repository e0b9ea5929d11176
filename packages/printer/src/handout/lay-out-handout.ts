// oxlint-disable unicorn/consistent-function-scoping -- only this function's source goes to the page.
import type { SlideNote } from '../page/read-notes.ts'

/**
 * Runs inside the page: puts each slide that is in it beside what its speaker says. Slides stay what
 * they are, text and lines. Time and questions go into a narrow column, since they are looked up and
 * not read out.
 */
export function layOutHandout(notes: SlideNote[]): void {
  const ASIDE = /^(?<kicker>Likely question|If asked):\s*(?:"(?<asked>[^"]+)"\s*)?(?<answer>.*)$/s
  const ANSWER = /^(?:Answer:|–)\s*/
  const TIME = /^Time:\s*(?<time>.+)$/s

  const element = (name: string, className: string, text = ''): HTMLElement => {
    const made = document.createElement(name)
    made.className = className
    made.textContent = text
    return made
  }
  // What follows a colon begins a paragraph here.
  const sentence = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)
  const asideOf = (paragraph: Element): HTMLElement | undefined => {
    const { kicker, asked, answer = '' } = ASIDE.exec(paragraph.textContent ?? '')?.groups ?? {}
    if (kicker === undefined) return undefined
    const aside = element('div', 'fp-handout-aside')
    aside.append(element('p', 'fp-handout-kicker', kicker))
    if (asked !== undefined) aside.append(element('p', 'fp-handout-asked', asked))
    aside.append(element('p', '', sentence(answer.replace(ANSWER, ''))))
    return aside
  }
  const markClicks = (note: Element): void => {
    for (const mark of note.querySelectorAll<HTMLElement>('.slidev-note-click-mark')) {
      const clicks = element('span', 'fp-handout-click', mark.dataset['clicks'])
      clicks.setAttribute('role', 'img')
      clicks.setAttribute('aria-label', `Click ${mark.dataset['clicks']}`)
      mark.replaceWith(clicks)
    }
  }

  const articleOf = (slide: Element): HTMLElement => {
    const no = Number.parseInt(slide.id, 10)
    const article = element('article', 'fp-handout-slide')
    article.dataset['pillar'] =
      slide.querySelector<HTMLElement>('[data-pillar]')?.dataset['pillar'] ?? 'none'
    const picture = element('div', 'fp-handout-picture')
    const rail = element('div', 'fp-handout-rail')
    const head = element('p', 'fp-handout-head')
    head.append(element('span', 'fp-handout-no', String(no)))
    rail.append(head)
    const note = element('div', 'fp-handout-note')
    note.innerHTML = notes.find((each) => each.no === no)?.html ?? ''
    markClicks(note)
    for (const paragraph of note.querySelectorAll(':scope > p')) {
      const time = TIME.exec(paragraph.textContent ?? '')?.groups?.['time']
      const aside = asideOf(paragraph)
      if (time !== undefined) head.append(element('span', 'fp-handout-time', time))
      else if (aside !== undefined) rail.append(aside)
      else continue
      paragraph.remove()
    }
    const top = element('div', 'fp-handout-top')
    picture.append(slide)
    top.append(picture, rail)
    article.append(top, note)
    return article
  }

  const handout = element('main', 'fp-handout')
  handout.append(...[...document.querySelectorAll('.print-slide-container')].map(articleOf))
  const app = document.getElementById('app') ?? document.body
  app.replaceChildren(handout)
}
