/** The first and only message of the parent to the child: what to run. */
export interface Job {
  /** Each message of the child carries it. */
  nonce: string
  /** The exercise's folder. */
  root: string
  /** Folder of the suite, relative to the root. */
  suite: string
  /** The submission as a JavaScript module. */
  code: string
  /** What the frames of the submission are called. */
  name: string
  exports: string[]
  /** Tests that are left out, by full name. */
  leftOut: string[]
  testTimeoutMs: number
}

/** The parent is trusted: this tells its message from any other, and costs no library to load. */
export function isJob(message: unknown): message is Job {
  return typeof message === 'object' && message !== null && 'nonce' in message && 'code' in message
}
