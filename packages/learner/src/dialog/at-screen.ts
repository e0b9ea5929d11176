import type { ReadStream, WriteStream } from 'node:tty'

import { withLetters } from '../companion/console-of.ts'
import type { Dialog } from './dialog.ts'
import { frameOf } from './frame.ts'
import type { Cursor, Frame, Size } from './frame.ts'
import { keysIn } from './keys.ts'
import type { Pressed } from './keys.ts'

export interface ScreenOptions {
  readonly input: ReadStream
  readonly output: WriteStream
  readonly color: boolean
  /** Signs such as `─` are shown; otherwise letters stand for them. */
  readonly hasSigns: boolean
  readonly now: () => number
  /** Leaves the dialog from outside. */
  readonly signal: AbortSignal
}

const HOME = '\u001B[H'
const CLEAR = '\u001B[2J'
const REST_OF_SCREEN = '\u001B[J'
const LINE = '\u001B[2K'
const TICK_MS = 1000
const TOP: Cursor = { picked: 0, top: 0 }

/**
 * Holds a dialog on a terminal that is drawn in place, until it is left. The cursor is never hidden
 * and no other screen is used: whoever is killed leaves a terminal that can be worked with.
 *
 * @returns the state in which it was left
 */
export async function atScreen<State>(
  dialog: Dialog<State>,
  options: ScreenOptions,
): Promise<State> {
  const held = new Held(dialog, options)
  await held.left()
  return held.state
}

class Held<State> {
  state: State
  readonly #dialog: Dialog<State>
  readonly #options: ScreenOptions
  readonly #left = Promise.withResolvers<void>()
  #cursor = TOP
  #frame: Frame | undefined

  constructor(dialog: Dialog<State>, options: ScreenOptions) {
    this.#dialog = dialog
    this.#options = options
    this.state = dialog.start
  }

  async left(): Promise<void> {
    const { input, output, signal } = this.#options
    const leave = (): void => this.#left.resolve()
    const typed = (chunk: string): void => {
      for (const key of keysIn(chunk)) this.#press(key)
      this.#draw()
    }
    const resized = (): void => {
      output.write(CLEAR)
      this.#draw()
    }
    signal.addEventListener('abort', leave, { once: true })
    // What the shell had on the screen stays above, to scroll back to.
    output.write('\n'.repeat(this.#size().rows))
    output.on('resize', resized)
    input.setEncoding('utf8')
    input.setRawMode(true)
    input.on('data', typed)
    // A terminal that was closed: there is nobody any more.
    input.once('end', leave)
    input.once('error', leave)
    input.resume()
    const clock = this.#dialog.hasClock ? setInterval(() => this.#draw(), TICK_MS) : undefined
    this.#draw()
    if (!signal.aborted) await this.#left.promise
    clearInterval(clock)
    output.off('resize', resized)
    input.off('data', typed)
    input.setRawMode(false)
    input.pause()
    output.write(`${HOME}${REST_OF_SCREEN}`)
  }

  #size(): Size {
    const { output, color } = this.#options
    return { columns: output.columns || 80, rows: output.rows || 24, color }
  }

  #draw(): void {
    const { output, hasSigns, now } = this.#options
    const page = this.#dialog.page(this.state, this.#size(), now())
    this.#frame = frameOf(page, this.#cursor, this.#size())
    const text = this.#frame.lines.map((line) => `${LINE}${line}`).join('\r\n')
    output.write(`${HOME}${hasSigns ? text : withLetters(text)}${REST_OF_SCREEN}`)
  }

  #press(pressed: Pressed): void {
    const { now } = this.#options
    const { choices } = this.#dialog.page(this.state, this.#size(), now())
    switch (pressed.kind) {
      case 'quit':
        this.#left.resolve()
        return
      case 'take':
        // Where nothing is left to answer, Enter is done with it.
        if (choices.length === 0) this.#left.resolve()
        else this.#choose(this.#cursor.picked)
        return
      case 'choose':
        if (pressed.index < choices.length) this.#choose(pressed.index)
        return
      case 'move':
        this.#turn(this.#dialog.move(this.state, pressed.move, now()))
        return
      case 'go':
        this.#cursor = movedBy(this.#cursor, pressed.by, {
          choices: choices.length,
          topMax: this.#frame?.topMax ?? 0,
          room: this.#frame?.room ?? 1,
        })
    }
  }

  #choose(index: number): void {
    this.#turn(this.#dialog.choose(this.state, index, this.#options.now()))
  }

  #turn(state: State): void {
    if (state === this.state) return
    this.state = state
    this.#cursor = TOP
  }
}

interface Extent {
  readonly choices: number
  readonly topMax: number
  readonly room: number
}

type Way = Extract<Pressed, { kind: 'go' }>['by']

/** Arrows go from choice to choice, or where there is none through the text. */
export function movedBy(cursor: Cursor, way: Way, { choices, topMax, room }: Extent): Cursor {
  const by = {
    up: -1,
    down: 1,
    'page-up': 1 - room,
    'page-down': room - 1,
    top: -Infinity,
    end: Infinity,
  }[way]
  if (choices === 0) return { ...cursor, top: clamp(cursor.top + by, topMax) }
  const isAround = way === 'up' || way === 'down'
  const picked = isAround
    ? (cursor.picked + by + choices) % choices
    : clamp(cursor.picked + by, choices - 1)
  return { ...cursor, picked }
}

function clamp(value: number, most: number): number {
  return Math.min(Math.max(0, value), most)
}
