import { createInterface } from 'node:readline'
import type { Interface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'

import type { Screen } from '../format/style.ts'
import { wrap } from '../format/wrap.ts'
import { bodyOf } from './body.ts'
import type { Asked } from './choices.ts'
import type { Ears, Face } from './face.ts'
import { actionOf, keys } from './keys.ts'
import type { State } from './state.ts'

interface LineFaceOptions {
  readonly input: Readable
  readonly output: Writable
  readonly screen: Screen
}

const WORDS = [...keys.map(({ word }) => word), 'check'].join(', ')

/** Without a terminal: what is new is printed, and words are read line by line. */
export function lineFace({ input, output, screen }: LineFaceOptions): Face {
  const lines = createInterface({ input, terminal: false })
  const print = (text: readonly string[]): void => {
    output.write(`${text.join('\n')}\n`)
  }
  const typed = linesOf(lines)
  let isAnswer: ((line: string | null) => void) | undefined
  let shown: State | undefined
  return {
    listen(ears) {
      print(wrap(`Not a terminal: type a word and Enter. There are: ${WORDS}.`, screen.columns))
      void listenTo(ears)
    },
    show(state) {
      const text = newLines(state, shown, screen)
      if (text.length > 0) print(text)
      shown = state
    },
    ask(asked) {
      print(textOf(asked))
      // Before anybody listens, the next line is the answer.
      if (shown === undefined) return typed().then((line) => chosen(asked, line))
      return new Promise((resolve) => {
        isAnswer = (line) => resolve(chosen(asked, line))
      })
    },
    close(lastWords) {
      lines.close()
      if (lastWords.length > 0) print(lastWords)
    },
  }

  /** One line after the other: what comes through a pipe gives the same as what is typed slowly. */
  async function listenTo({ on, onEnd, idle }: Ears): Promise<void> {
    for (;;) {
      const line = await typed()
      await idle()
      const answer = isAnswer
      isAnswer = undefined
      if (answer !== undefined) answer(line)
      else if (line !== null) {
        const action = actionOf(line)
        if (action === undefined)
          print(wrap(`There is no "${line.trim()}". There are: ${WORDS}.`, screen.columns))
        else on({ kind: 'action', action })
      }
      if (line === null) break
    }
    await idle()
    onEnd()
  }
}

/** Each call gives the next line, and null at the end, for ever. */
function linesOf(lines: Interface): () => Promise<string | null> {
  const come: string[] = []
  let isOver = false
  let waiting: (() => void) | undefined
  lines.on('line', (line) => {
    come.push(line)
    waiting?.()
  })
  lines.once('close', () => {
    isOver = true
    waiting?.()
  })
  return async () => {
    if (come.length === 0 && !isOver) await new Promise<void>((resolve) => (waiting = resolve))
    return come.shift() ?? null
  }
}

/** What was not there before. */
function newLines(state: State, before: State | undefined, screen: Screen): string[] {
  const { slug, note, view, last, trouble } = state
  const isSame =
    view === before?.view &&
    last === before.last &&
    trouble === before.trouble &&
    (view.kind !== 'submission' || state.room?.submissions === before.room?.submissions)
  const isMoved = slug !== before?.slug
  return [
    ...(isMoved ? ['', `== ${slug} ==`] : []),
    ...(isSame && !isMoved ? [] : bodyOf({ ...state, running: null }, screen).lines),
    ...(note === null || note === before?.note ? [] : wrap(note, screen.columns)),
  ]
}

function textOf({ message, choices }: Asked): string[] {
  const rows = choices.map(
    ({ label, hint }, index) => `  ${index + 1}  ${label}${hint === undefined ? '' : ` (${hint})`}`,
  )
  return [message, ...rows, 'Type a number and Enter; an empty line changes nothing.']
}

function chosen({ choices }: Asked, line: string | null): string | null {
  const word = line?.trim().toLowerCase() ?? ''
  const found = choices.find(
    ({ value, label }, index) =>
      word === String(index + 1) || word === value || word === label.toLowerCase(),
  )
  return word === '' ? null : (found?.value ?? null)
}
