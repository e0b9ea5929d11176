const problems = {
  'room-in-use': {
    title: 'Another console has this room open',
    fix: 'End that one, or name another folder with --room.',
  },
  'room-damaged': {
    title: "The room's file is damaged",
    fix: 'Move it away, or name another folder with --room: a new room is made there.',
  },
  'room-unwritable': {
    title: "The room's file cannot be opened or written",
    fix: 'Make room on the disk, or name another folder with --room.',
  },
  'room-too-new': {
    title: 'The room was made by a newer kit',
    fix: 'Use that kit, or name another folder with --room.',
  },
  'no-room': {
    title: 'No room was kept here',
    fix: 'Name its folder with --room, or run `npx five-pillars host` to open one.',
  },
  'not-its-name': {
    title: 'Nothing was deleted: the room has another name',
    fix: 'Say its name as it stands above.',
  },
  'page-not-built': {
    title: "The console's page cannot be built",
    fix: 'Run: npx turbo run build --filter=@five-pillars/console',
  },
  'bad-agenda': {
    title: 'The agenda breaks its rules',
    fix: 'Correct the file. One to begin with: npx five-pillars host --print-agenda > day.json',
  },
  'bad-address': {
    title: 'This machine has no such address',
    fix: 'Run `npx five-pillars host` without --lan to see which ones it has.',
  },
  'no-free-port': {
    title: 'No port is free',
    fix: 'Choose another one, for example: npx five-pillars host --port 4321',
  },
} as const

export type ConsoleErrorCode = keyof typeof problems

/** The console cannot begin, or cannot go on. */
export class ConsoleError extends Error {
  readonly code: ConsoleErrorCode
  readonly title: string
  readonly fix: string

  constructor(code: ConsoleErrorCode, subject: string) {
    const { title, fix } = problems[code]
    super(`${title}: ${subject}.`)
    this.name = 'ConsoleError'
    this.code = code
    this.title = title
    this.fix = fix
  }
}
