import { stepLines } from '@five-pillars/suite'

import { clockText } from './words.ts'

interface Page {
  readonly at: number
  readonly notes: string[]
}

/** A line has room for so many. */
const NOTES_MAX = 4

/** What has happened to a breaker, by the time at which it did. */
export class Diary {
  readonly #pages: Page[] = []

  /** @param instead a note that says less: where it was the last one, it goes */
  note(at: number, text: string, instead?: string): void {
    if (text === '') throw new Error('sentinel-circuit-breaker-diary.ts: nothing happened')
    const last = this.#pages.at(-1)
    if (instead !== undefined && last?.notes.at(-1) === instead) last.notes.pop()
    if (last?.at === at && last.notes.length < NOTES_MAX) last.notes.push(text)
    else this.#pages.push({ at, notes: [text] })
  }

  /** A call begins: several in a row become one note. */
  noteCall(at: number, nth: number, words: string): void {
    const last = this.#pages.at(-1)
    const run = /^calls? (?:(\d+) to )?(\d+)( .*)?$/.exec(last?.notes.at(-1) ?? '')
    const [before, from, to, same = ''] = run ?? []
    const goesOn = last?.at === at && Number(to) === nth - 1 && same === words
    if (goesOn) this.note(at, `calls ${from ?? to} to ${nth}${words}`, before)
    else this.note(at, `call ${nth}${words}`)
  }

  get lines(): string {
    return stepLines(this.#pages.map(({ at, notes }) => `${clockText(at)}: ${notes.join(', ')}`))
  }
}
