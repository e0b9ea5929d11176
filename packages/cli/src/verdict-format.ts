import path from 'node:path'

import type { Verdict } from '@five-pillars/judge'
import { Option } from 'commander'

import { terminal } from './terminal.ts'

export const VERDICT_FORMATS = [
  'terminal',
  'json',
  'junit',
  'gradescope',
  'github',
  'markdown',
] as const

export type VerdictFormat = (typeof VERDICT_FORMATS)[number]

/** The options that choose a format, as commander parses them. */
export interface FormatChoice {
  format?: VerdictFormat
  json?: true
  junit?: true
}

/** `--format`, for the formats that a verb has. */
export function formatOption(formats: readonly VerdictFormat[]): Option {
  return new Option('--format <format>', 'how the result is printed (default: terminal)')
    .choices(formats)
    .conflicts(['json', 'junit'])
}

/** `--json` and `--junit` are short for a format. */
export function formatOf({ format, json, junit }: FormatChoice): VerdictFormat {
  if (json) return 'json'
  return junit ? 'junit' : (format ?? 'terminal')
}

/** What was judged, as its judge named it. */
interface Judged {
  exerciseDir: string
  /** Absolute path of the judged file. */
  file: string
  submission?: string | undefined
  /** Where the broken promise is explained, for people. */
  explained?: readonly string[]
  /** How it is repeated on this machine, for people. */
  again?: string
}

/** A verdict as the text that goes to stdout. */
export async function verdictText(
  verdict: Verdict,
  format: VerdictFormat,
  { exerciseDir, file, submission, ...forPeople }: Judged,
): Promise<string> {
  const judge = await import('@five-pillars/judge')
  switch (format) {
    case 'terminal':
      return judge.formatVerdict(verdict, { ...terminal(), submission, ...forPeople })
    case 'json':
      return judge.verdictJson(verdict)
    case 'junit':
      return judge.verdictJunit(verdict)
    case 'gradescope':
      return judge.verdictGradescope(verdict)
    case 'github':
      return judge.verdictGithub(verdict, pathInRepository(file))
    case 'markdown': {
      const diagram = await judge.diagramOf(verdict, { exerciseDir, subject: file })
      return judge.verdictMarkdown(verdict, { submission, diagram })
    }
  }
}

/** An annotation lies on a file of the repository that the workflow has checked out. */
function pathInRepository(file: string): string {
  const repository = process.env['GITHUB_WORKSPACE'] ?? process.cwd()
  return path.relative(repository, file).replaceAll(path.sep, '/')
}
