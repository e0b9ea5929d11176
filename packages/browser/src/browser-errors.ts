/** Where a page goes on from here, whatever the command was. */
const USE_OWN = 'name a browser you have: npx five-pillars export --browser /path/to/chrome'

/** No usable browser on this machine; `tried` says where it was looked for. */
export class BrowserNotFound extends Error {
  readonly code = 'browser-not-found'
  readonly title: string
  readonly tried: readonly string[]
  readonly fix: string

  private constructor(title: string, tried: readonly string[], fix: string) {
    super(title)
    this.name = 'BrowserNotFound'
    this.title = title
    this.tried = tried
    this.fix = fix
  }

  /** A path that somebody named, by option or by variable, is not a file. */
  static atPath(file: string, namedBy: string): BrowserNotFound {
    const title = `There is no browser at "${file}", which ${namedBy} names.`
    return new BrowserNotFound(
      title,
      [file],
      `Correct ${namedBy}, or leave it out to have one found.`,
    )
  }

  static anywhere(tried: readonly string[]): BrowserNotFound {
    const fix = `Install Chrome, or run: npx playwright install chromium. Or ${USE_OWN}`
    const title = `No browser was found. Looked for ${tried.join(', ')}.`
    return new BrowserNotFound(title, tried, fix)
  }
}

/** Browsers were found, and none of them started; `tried` holds each one's reason. */
export class BrowserNotStarted extends Error {
  readonly code = 'browser-not-started'
  readonly title = 'The browser does not start.'
  readonly tried: readonly string[]
  readonly fix = `Run: npx playwright install chromium. Or ${USE_OWN}`

  constructor(tried: readonly string[], cause: unknown) {
    super(`The browser does not start: ${tried.join('; ')}.`, { cause })
    this.name = 'BrowserNotStarted'
    this.tried = tried
  }
}
