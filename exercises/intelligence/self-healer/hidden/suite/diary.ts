import type { VirtualTime } from '@five-pillars/simulator'
import { stepLines } from '@five-pillars/suite'

import { clockText } from './words.ts'

/** A note becomes words only where it is told. */
export type Note = string | (() => string)

/** What happened at one time. */
interface Page {
  readonly at: number
  readonly notes: Note[]
}

/** A line has room for so many. */
const NOTES_MAX = 4

/** What has happened to a healer and its world, by the time at which it did. */
export class Diary {
  readonly #time: VirtualTime
  readonly #pages: Page[] = []

  constructor(time: VirtualTime) {
    if (time.now < 0) throw new Error('sentinel-self-healer-diary.ts: time begins at 0')
    this.#time = time
  }

  note(text: Note): void {
    this.#page().notes.push(text)
  }

  get lines(): string {
    return stepLines(this.#pages.map((page) => pageText(page)))
  }

  #page(): Page {
    const page = this.#pages.at(-1)
    if (page?.at === this.#time.now) return page
    const next: Page = { at: this.#time.now, notes: [] }
    this.#pages.push(next)
    return next
  }
}

function pageText({ at, notes }: Page): string {
  const all = notes.map((note) => (typeof note === 'string' ? note : note()))
  const left = all.length - NOTES_MAX
  const shown = left > 1 ? [...all.slice(0, NOTES_MAX), `and ${left} more`] : all
  return `${clockText(at)}: ${shown.join(', ')}`
}
