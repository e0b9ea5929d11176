const problems = {
  'no-file': 'Restore it from the repository, then pack again.',
  'no-dependency': 'Name it in that package.json, then pack again.',
  'starter-changed':
    'Put it back with `git checkout -- <file>`, or commit it if it is the new starter.',
  'hidden-inside': 'Learners get the kit: take that import away, then pack again.',
  'not-locked': 'Run `npm start` in the clone, which brings the lockfile in line, then pack again.',
  'not-writable': 'Name a file in a folder that is there, with room in it: --out kit.zip',
  'bad-platform': 'Name some of them, with commas: --with-modules linux-x64,win32-x64',
  'not-served':
    'Pack at a place with a package registry that serves them, or leave that platform out.',
  'weak-passphrase': 'Take one of at least 12 characters: four words will do.',
  'nothing-sealed': 'Ask the host: only a kit that was packed with --seal has solutions in it.',
  'wrong-passphrase': 'Type it as the host showed it, of this very exercise.',
  'damaged-seal': 'Take the file out of the zip again.',
  'already-unsealed': 'Read it there, or name another file with --out.',
} as const

export type KitErrorCode = keyof typeof problems

/** A kit cannot be packed, or what is in it cannot be opened. */
export class KitError extends Error {
  readonly code: KitErrorCode
  readonly fix: string

  constructor(code: KitErrorCode, message: string) {
    super(message)
    this.name = 'KitError'
    this.code = code
    this.fix = problems[code]
  }
}
