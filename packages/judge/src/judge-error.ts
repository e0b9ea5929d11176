import { stripVTControlCharacters } from 'node:util'

const problems = {
  'no-exercise': { title: 'This folder is not an exercise', fix: 'npx five-pillars list' },
  'no-manifest': {
    title: 'The exercise has no hidden suite here',
    fix: 'Use `npx five-pillars check`: a kit carries the visible suite only.',
  },
  'bad-manifest': {
    title: 'The manifest of the exercise breaks its rules',
    fix: 'Correct the file, then run: npx five-pillars author check',
  },
  'bad-suite': {
    title: 'The suite of the exercise cannot be put together',
    fix: 'Correct it: a suite imports vitest, fast-check, packages of the kit and files beside it.',
  },
  'broken-suite': {
    title: 'The suite of the exercise fails before any test',
    fix: 'It says nothing about the submission. Correct it, then run: npx five-pillars author check',
  },
  'bad-program': {
    title: 'A program of the author cannot be loaded',
    fix: 'Correct the file, then run: npx five-pillars author check',
  },
  'cannot-create': {
    title: 'The exercise cannot be made',
    fix: 'Nothing was left behind: run the same command again once that is mended.',
  },
  'bad-out': {
    title: 'A result cannot be written',
    fix: 'Make room, or name another folder with --out; earlier results are kept.',
  },
  'no-suite': {
    title: 'The exercise has no tests in this folder',
    fix: 'Add a suite named *.test.ts.',
  },
} as const

export type JudgeErrorCode = keyof typeof problems

/** The judge itself cannot work; says nothing about a submission. */
export class JudgeError extends Error {
  readonly code: JudgeErrorCode
  readonly title: string
  readonly fix: string

  constructor(code: JudgeErrorCode, subject: string) {
    const { title, fix } = problems[code]
    super(`${title}: ${subject}`)
    this.name = 'JudgeError'
    this.code = code
    this.title = title
    this.fix = fix
  }
}

/** What was thrown, as the reason that an author is told; a compiler colours what it says. */
export function reasonOf(error: unknown): string {
  return stripVTControlCharacters(error instanceof Error ? error.message : String(error))
}
