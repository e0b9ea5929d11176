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
}

const HOME = '\u001B[H'
const CLEAR = '\u001B[2J'
const REST_OF_SCREEN = '\u001B[J'
const LINE = '\u001B[2K'

/**
 * A terminal that is drawn in place. The cursor is never hidden and no other screen is used: whoever
 * is killed leaves a terminal that can be worked with.
 */
export function screenFace({ input, output, color, hasSigns }: ScreenFaceOptions): Face {
  let on: ((event: Event) => void) | undefined
  let state: State | undefined
  let frame: Frame | undefined
  let isAsking = false
  const asking = new AbortController()

  const size = (): Size => ({ columns: output.columns || 80, rows: output.rows || 24, color })
  const draw = (): void => {
    if (state === undefined || isAsking) return
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
  // What the shell had on the screen stays above, to scroll back to.
  output.write('\n'.repeat(size().rows))
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
      output.write(`${CLEAR}${HOME}`)
      try {
        return await answerTo(asked, { input, output, signal: asking.signal })
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
      asking.abort()
      output.off('resize', resized)
      input.off('data', pressed)
      input.setRawMode(false)
      input.pause()
      output.write(`\r\n${lastWords.join('\r\n')}\r\n`)
    },
  }
}

async function answerTo(
  { message, choices }: Asked,
  terminal: { input: ReadStream; output: WriteStream; signal: AbortSignal },
): Promise<string | null> {
  const options = choices.map((choice) => ({ ...choice }))
  const answer = await select({ message, options, ...terminal })
  return isCancel(answer) ? null : answer
}
