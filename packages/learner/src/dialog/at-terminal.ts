import { consoleOf } from '../companion/console-of.ts'
import { interruption } from '../companion/interruption.ts'
import { atLines } from './at-lines.ts'
import { atScreen } from './at-screen.ts'
import type { Dialog } from './dialog.ts'

const FALLBACK_COLUMNS = 80

/**
 * Holds a dialog at the terminal of this process, drawn where there is one and line by line where
 * there is none, and prints what it came to.
 *
 * @param color whether text may be coloured
 */
export async function atTerminal<State>(dialog: Dialog<State>, color: boolean): Promise<State> {
  const { platform, env, stdin: input, stdout: output, stderr } = process
  const isInput = input.isTTY
  const { isScreen, hasSigns } = consoleOf({ platform, env, isInput, isOutput: output.isTTY })
  const now = Date.now
  const screen = () => ({ columns: output.columns || FALLBACK_COLUMNS, color })
  const state = isScreen
    ? await atScreen(dialog, { input, output, color, hasSigns, now, signal: interruption().signal })
    : await atLines(dialog, { input, output: stderr, screen: screen(), now })
  output.write(dialog.lastWords(state, screen()))
  return state
}
