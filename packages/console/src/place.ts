const LOOPBACK = '127.0.0.1'

/** Where a console is to be found: known whole once it listens. */
export class Place {
  readonly hostname: string
  readonly #publicUrl: string | undefined
  /** 0 until it listens. */
  port = 0

  /**
   * @param options.hostname the address to listen on; default: this machine alone
   * @param options.publicUrl where something else stands before it, which learners know
   */
  constructor({
    hostname = LOOPBACK,
    publicUrl,
  }: {
    readonly hostname?: string
    readonly publicUrl?: string
  }) {
    this.hostname = hostname
    this.#publicUrl = publicUrl
  }

  /** Where this machine finds it. */
  get own(): string {
    return `http://${this.hostname}:${this.port}`
  }

  /** Where learners find it. */
  get address(): string {
    return this.#publicUrl ?? this.own
  }

  /** Whether nobody but this machine can reach it. */
  get isLoopback(): boolean {
    return this.#publicUrl === undefined && this.hostname === LOOPBACK
  }

  /** Whether a `Host` header calls this console, and not somebody else who points here. */
  isOwnHost(host: string): boolean {
    const asked = host.toLowerCase()
    if (this.#publicUrl !== undefined && new URL(this.#publicUrl).host === asked) return true
    const names = ['127.0.0.1', 'localhost', '[::1]', this.hostname]
    return names.some((name) => {
      // Browsers leave out the port of the web.
      return asked === `${name}:${this.port}` || (this.port === 80 && asked === name)
    })
  }
}
