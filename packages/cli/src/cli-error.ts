/** An error of the command line itself: the offender and the rule in the message, the way out in `fix`. */
export class CliError extends Error {
  readonly code: string
  readonly fix: string

  constructor(code: string, message: string, fix: string) {
    super(message)
    this.name = 'CliError'
    this.code = code
    this.fix = fix
  }
}
