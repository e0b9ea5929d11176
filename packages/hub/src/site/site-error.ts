/** A site that cannot be written: what is in the way and the way out. */
export class SiteError extends Error {
  readonly code: 'bad-base' | 'folder-not-ours'
  readonly fix: string

  constructor(code: SiteError['code'], message: string, fix: string) {
    super(message)
    this.name = 'SiteError'
    this.code = code
    this.fix = fix
  }
}
