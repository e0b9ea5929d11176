import { consoleOf } from './console-of.ts'
import type { Face } from './face.ts'
import { learn } from './learn.ts'
import type { LearnOptions } from './learn.ts'
import { lineFace } from './line-face.ts'
import { screenFace } from './screen-face.ts'
import { interruption } from './interruption.ts'

interface TerminalOptions extends Pick<
  LearnOptions,
  'kit' | 'path' | 'openPage' | 'workingSources' | 'isPolling'
> {
  /** Whether text may be coloured. */
  readonly color: boolean
}

const FALLBACK_COLUMNS = 80

/**
 * The learner's day at the terminal of this process, drawn where there is one, and line by line where
 * there is none.
 */
export async function learnAtTerminal(options: TerminalOptions): Promise<void> {
  const screen = () => ({
    columns: process.stdout.columns || FALLBACK_COLUMNS,
    color: options.color,
  })
  const asked = interruption()
  await learn({ ...options, screen, face: faceOf(options, asked), signal: asked.signal })
  // An endless loop that is still checked would keep a terminal waiting that was told to quit.
  if (process.stdout.isTTY) process.exit()
}

function faceOf({ color }: TerminalOptions, asked: AbortController): Face {
  const { platform, env, stdin: input, stdout: output } = process
  const isInput = input.isTTY
  const { isScreen, hasSigns } = consoleOf({ platform, env, isInput, isOutput: output.isTTY })
  if (isScreen) return screenFace({ input, output, color, hasSigns, interruption: asked })
  const columns = output.columns || FALLBACK_COLUMNS
  return lineFace({ input, output, screen: { columns, color } })
}
