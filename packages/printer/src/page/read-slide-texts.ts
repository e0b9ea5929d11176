// oxlint-disable unicorn/consistent-function-scoping -- only this function's source goes to the page.
import type { SlideNote } from './read-notes.ts'

/** One slide in the page, in words. */
export interface SlideTexts {
  /** The container's id: `002-16` is slide 2 after 15 clicks. */
  state: string
  title: string
  /** What its speaker says: paragraphs with a blank line between them, and `[click]` where to click. */
  note: string
}

/** Runs inside the page: the words of each slide in it. */
export function readSlideTexts(notes: SlideNote[]): SlideTexts[] {
  const plainOf = (html: string): string => {
    const template = document.createElement('template')
    template.innerHTML = html
    for (const mark of template.content.querySelectorAll('.slidev-note-click-mark')) {
      mark.replaceWith('[click]')
    }
    const blocks = [...template.content.children].map((block) =>
      block.matches('ul, ol')
        ? [...block.children].map(({ textContent }) => `- ${textContent.trim()}`).join('\n')
        : block.textContent.trim(),
    )
    return blocks.filter((block) => block !== '').join('\n\n')
  }
  return [...document.querySelectorAll('.print-slide-container')].map((container) => {
    const note = notes.find(({ no }) => no === Number.parseInt(container.id, 10))
    const heading = container.querySelector<HTMLElement>('h1, h2, h3')?.innerText ?? ''
    const title = heading.replaceAll(/\s+/g, ' ').trim()
    return {
      state: container.id,
      title: title === '' ? (note?.title ?? '') : title,
      note: plainOf(note?.html ?? ''),
    }
  })
}
