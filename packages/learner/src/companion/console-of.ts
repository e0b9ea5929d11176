/** What a terminal can do, by the platform and the environment that it runs in. */
export interface Console {
  /** Screens are drawn in place; otherwise everything is printed line by line. */
  readonly isScreen: boolean
  /** Signs such as `✓` are shown; otherwise letters stand for them. */
  readonly hasSigns: boolean
}

export interface Surroundings {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  /** Whether keys come from a terminal, and whether text goes to one. */
  readonly isInput: boolean
  readonly isOutput: boolean
}

export function consoleOf({ platform, env, isInput, isOutput }: Surroundings): Console {
  return {
    isScreen: isInput && isOutput && env['TERM'] !== 'dumb',
    hasSigns: platform === 'win32' ? isModernWindows(env) : env['TERM'] !== 'linux',
  }
}

/** The console that old Windows opens has fonts without such signs; these terminals have them. */
function isModernWindows(env: Surroundings['env']): boolean {
  return (
    env['WT_SESSION'] !== undefined ||
    env['TERM_PROGRAM'] === 'vscode' ||
    env['ConEmuTask'] !== undefined ||
    env['TERMINAL_EMULATOR'] === 'JetBrains-JediTerm' ||
    env['TERM'] === 'xterm-256color'
  )
}

const LETTERS: Readonly<Record<string, string>> = {
  '✓': '+',
  '✗': 'x',
  '»': '>',
  '–': '-',
  '…': '.',
  '·': '-',
  '─': '-',
  '“': '"',
  '”': '"',
  '’': "'",
  '→': '>',
  '↑': '^',
  '↓': 'v',
  '│': '|',
}

/** The same text, as wide, with letters for the signs that old consoles do not have. */
export function withLetters(text: string): string {
  return text.replaceAll(/[✓✗»–…·─“”’→↑↓│]/g, (sign) => LETTERS[sign] ?? '?')
}
