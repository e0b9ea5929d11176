const ERRORS = {
  'deck-not-built': {
    title: 'The deck is not built',
    fix: 'Build it: npx five-pillars export <deck>, or turbo run build.',
  },
  'no-print-page': {
    title: 'The deck has no print page',
    fix: 'Its theme must add the route /print: use @five-pillars/deck-kit, and build again.',
  },
  'slide-not-ready': {
    title: 'A slide does not get ready',
    fix: 'Open it and look at the browser console: npx five-pillars present <deck>.',
  },
  'slide-broken': {
    title: 'A slide is broken',
    fix: 'Repair what the message names; nothing was written for this deck.',
  },
  'deck-too-slow': {
    title: 'Checking or printing a deck does not end',
    fix: 'Try again when the machine has less to do, or with another browser: --browser <file>.',
  },
  'pdf-wrong': {
    title: 'The PDF is not what was to be printed',
    fix: 'Print again; if it stays so, try another browser with --browser.',
  },
  'no-notes': {
    title: 'The deck does not tell its notes',
    fix: 'Its theme must tell them: use @five-pillars/deck-kit, and build again.',
  },
  'card-too-full': {
    title: 'A side of a card has more text than it can hold',
    fix: 'Shorten the patterns or questions of that pillar in packages/content, or choose --paper a4.',
  },
  'not-one-file': {
    title: 'The deck does not fit into one file',
    fix: 'Import its pictures from slides or components, smaller ones, and build it with turbo run single.',
  },
  'pptx-wrong': {
    title: 'The slides for PowerPoint are not what was to be written',
    fix: 'Write them again; --format pptx has the same slides as pictures.',
  },
  'out-not-writable': {
    title: 'The folder for the export cannot be written',
    fix: 'Name another one: --out <folder>.',
  },
} as const

export type PrinterErrorCode = keyof typeof ERRORS

/** What keeps the printer from its work; its message says what it met, and `fix` the way out. */
export class PrinterError extends Error {
  readonly code: PrinterErrorCode
  readonly title: string
  readonly fix: string

  constructor(code: PrinterErrorCode, detail: string, options?: ErrorOptions) {
    const { title, fix } = ERRORS[code]
    super(`${title}: ${detail}`, options)
    this.name = 'PrinterError'
    this.code = code
    this.title = title
    this.fix = fix
  }
}
