import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'

import type { Screen } from '../format/style.ts'
import { wrap, wrapAfter } from '../format/wrap.ts'
import type { Dialog, Page } from './dialog.ts'
import { letters, pressedBy } from './keys.ts'
import type { Pressed } from './keys.ts'

interface LineOptions {
  readonly input: Readable
  /** For questions: results alone belong to stdout. */
  readonly output: Writable
  readonly screen: Screen
  readonly now: () => number
}

const WORDS = letters.map(({ word }) => word).join(', ')

/**
 * Holds a dialog without a terminal: questions are printed, and numbers or words read line by line,
 * until there is nothing left to answer or to read.
 *
 * @returns the state in which it was left
 */
export async function atLines<State>(dialog: Dialog<State>, options: LineOptions): Promise<State> {
  const { input, output, screen, now } = options
  const lines = createInterface({ input, terminal: false })
  const print = (text: readonly string[]): void => {
    output.write(`${text.join('\n')}\n`)
  }
  const pageOf = (each: State): Page => dialog.page(each, screen, now())
  let state = dialog.start
  print([...wrap(`Not a terminal: type a number and Enter, or: ${WORDS}.`, screen.columns), ''])
  print(textOf(pageOf(state), screen))
  for await (const line of lines) {
    const { choices } = pageOf(state)
    const pressed = pressedBy(line)
    if (pressed?.kind === 'quit') break
    const next = after(state, pressed, choices.length)
    if (next === undefined) {
      const known = choices.length === 1 ? '1' : `1 to ${choices.length}`
      const text = `There is no "${line.trim()}". There are: ${known}, ${WORDS}.`
      print(wrap(text, screen.columns))
      continue
    }
    state = next
    const page = pageOf(state)
    if (page.choices.length === 0) break
    print(['', ...textOf(page, screen)])
  }
  lines.close()
  return state

  function after(from: State, pressed: Pressed | undefined, choices: number): State | undefined {
    if (pressed?.kind === 'move') return dialog.move(from, pressed.move, now())
    if (pressed?.kind !== 'choose' || pressed.index < 0 || pressed.index >= choices)
      return undefined
    return dialog.choose(from, pressed.index, now())
  }
}

function textOf({ title, place, above, choices }: Page, { columns }: Screen): string[] {
  return [
    ...wrap(place === '' ? title : `${title} (${place})`, columns),
    ...above.flatMap((paragraph) => wrap(paragraph, columns)),
    ...choices.flatMap(({ label, note }, index) => [
      ...wrapAfter(`  ${index + 1}  `, label, columns),
      ...(note === undefined ? [] : wrapAfter('     ', note, columns)),
    ]),
  ]
}
