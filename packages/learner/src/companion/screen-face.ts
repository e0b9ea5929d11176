import { isCancel, select } from '@clack/prompts'
import type { ReadStream, WriteStream } from 'node:tty'

import type { Asked } from './choices.ts'
import { withLetters } from './console-of.ts'
import type { Face } from './face.ts'
import { keysIn, scrolledTo } from './read-keys.ts'
import { frameOf } from './screen.ts'
import type { Frame, Size } from './screen.ts'
import type { Event, State } from './state.ts'

interface ScreenFaceOptions {
  readonly input: ReadStream
  readonly output: WriteStream
  readonly color: boolean
  /** Signs such as `✓` are shown; otherwise letters stand for them. */
  readonly hasSigns: boolean
  /** Aborted by Ctrl-C while a question is open; then the question is gone as well. */
  readonly interruption: AbortController
}

const HOME = '\u001B[H'
const CLEAR = '\u001B[2J'
const REST_OF_SCREEN = '\u001B[J'
const LINE = '\u001B[2K'

/**
 * A terminal that is drawn in place. The cursor is never hidden and no other screen is used: whoever
 * is killed leaves a terminal that can be worked with.
 */
export function screenFace(options: ScreenFaceOptions): Face {
  const { input, output, color, hasSigns } = options
  let on: ((event: Event) => void) | undefined
  let state: State | undefined
  let frame: Frame | undefined
  let isAsking = false
  let isBegun = false

  const size = (): Size => ({ columns: output.columns || 80, rows: output.rows || 24, color })
  const begin = (): void => {
    // What the shell had on the screen stays above, to scroll back to.
    if (!isBegun) output.write('\n'.repeat(size().rows))
    isBegun = true
  }
  const draw = (): void => {
    if (state === undefined || isAsking) return
    begin()
    frame = frameOf(state, size())
    const text = frame.lines.map((line) => `${LINE}${line}`).join('\r\n')
    output.write(`${HOME}${hasSigns ? text : withLetters(text)}${REST_OF_SCREEN}`)
  }
  const resized = (): void => {
    if (isAsking) return
    output.write(CLEAR)
    draw()
  }
  const pressed = (chunk: string): void => {
    if (isAsking) return
    for (const key of keysIn(chunk)) {
      if (key.kind === 'action') on?.(key)
      else if (frame !== undefined) on?.({ kind: 'scrolled', top: scrolledTo(frame, key.scroll) })
    }
  }
  output.on('resize', resized)
  return {
    listen(ears) {
      on = ears.on
      input.setEncoding('utf8')
      input.setRawMode(true)
      input.on('data', pressed)
      // A terminal that was closed: there is nobody any more.
      input.once('end', ears.onEnd)
      input.once('error', ears.onEnd)
      input.resume()
    },
    show(next) {
      state = next
      draw()
    },
    async ask(asked) {
      isAsking = true
      begin()
      output.write(`${CLEAR}${HOME}`)
      try {
        return await answerTo(asked, options)
      } finally {
        isAsking = false
        if (on !== undefined) {
          input.setRawMode(true)
          input.resume()
        }
        output.write(CLEAR)
      }
    },
    close(lastWords) {
      output.off('resize', resized)
      input.off('data', pressed)
      input.setRawMode(false)
      input.pause()
      if (lastWords.length > 0) output.write(`\r\n${lastWords.join('\r\n')}\r\n`)
    },
  }
}

async function answerTo(
  { message, choices }: Asked,
  { input, output, interruption }: ScreenFaceOptions,
): Promise<string | null> {
  const options = choices.map((choice) => ({ ...choice }))
  const typed = (chunk: unknown): void => {
    if (String(chunk).includes('\u0003')) interruption.abort()
  }
  input.on('data', typed)
  try {
    const answer = await select({ message, options, input, output, signal: interruption.signal })
    return isCancel(answer) ? null : answer
  } finally {
    input.off('data', typed)
  }
}
