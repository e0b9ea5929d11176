const titles = {
  'no-kit': 'This folder is no kit',
  'other-kit': 'You are in another kit than the one this command belongs to',
  'unknown-exercise': 'There is no such exercise',
  'no-exercise-folder': 'The folder of the exercise is not where it was',
  'no-file': 'The file of the exercise is not there',
  'not-a-file': 'What is there is no file that can be kept',
  'too-large': 'The file is too large to be kept',
  'read-only': 'The file cannot be written',
  'disk-full': 'The disk is full',
  'cannot-write': 'Your versions cannot be kept',
  'unknown-version': 'There is no such version',
  'damaged-version': 'The version is damaged',
  'no-starter': 'The starter of the exercise is not here',
  'no-working-version': 'There is no working version to put in place',
  'no-hints': 'The exercise has no hints here',
  'not-progress': 'The file is no progress',
  'not-graded': 'The file is no result',
  'unknown-path': 'There is no such path',
  'bad-address': 'This is no address of a console',
  'bad-name': 'Nobody can join by that name or code',
  'bad-note': 'The note cannot be sent',
  'console-away': 'The console does not answer',
  'not-a-console': 'What answers is no console',
  'not-joined': 'You are in no room',
  refused: 'The console said no',
} as const

export type LearnerErrorCode = keyof typeof titles

/** What a learner cannot be given, and the way out. Nothing is ever lost when it is thrown. */
export class LearnerError extends Error {
  readonly code: LearnerErrorCode
  readonly title: string
  /** What to do about it, as a sentence or a command. */
  readonly fix: string

  constructor(code: LearnerErrorCode, message: string, fix: string, cause?: unknown) {
    super(message, { cause })
    this.name = 'LearnerError'
    this.code = code
    this.title = titles[code]
    this.fix = fix
  }
}
