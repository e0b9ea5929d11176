import { isAnswer } from './worker-messages.ts'
import type { Answer, Request } from './worker-messages.ts'

/** How long each phase may take without a word, in milliseconds. */
export const LIMIT_MS = {
  /** The kit's own code, which a deck that was just started has to compile. */
  starting: 15_000,
  /** The learner's file. */
  loading: 3000,
  /** A run, or one step of a search. */
  answering: 1000,
} as const

/** What the stage hears: answers to its requests, or that there is none. */
export type Heard =
  | Exclude<Answer, { readonly kind: 'loading' | 'loaded' }>
  /** Nothing was heard for so long that the worker was ended. */
  | { readonly kind: 'silent'; readonly afterMs: number }

/** A worker that runs. */
export interface WorkerHandle {
  post(request: Request): void
  end(): void
}

export interface WorkerEars {
  onMessage: (data: unknown) => void
  /** Its code cannot be loaded. */
  onError: (message: string) => void
}

export interface LiveWorkerOptions {
  open(ears: WorkerEars): WorkerHandle
  hear(heard: Heard): void
  /** Calls `act` once, after some milliseconds; gives the function that prevents it. */
  after(ms: number, act: () => void): () => void
}

/**
 * Runs a learner's file where it can harm nobody. Invariant: while a request is open a limit is
 * running, at whose end the worker is; there is at most one worker, and the newest request counts.
 */
export class LiveWorker {
  readonly #options: LiveWorkerOptions
  #worker: WorkerHandle | undefined
  #isLoaded = false
  #request: Request | undefined
  #stopLimit: () => void = () => undefined

  constructor(options: LiveWorkerOptions) {
    this.#options = options
  }

  /** Asks for a run; starts a worker where there is none, and ends one that is still busy. */
  ask(request: Request): void {
    if (this.#request !== undefined) this.close()
    this.#request = request
    if (this.#worker === undefined) this.#start()
    else if (this.#isLoaded) this.#send(request)
  }

  /** Ends the worker; what it was asked for is not answered. */
  close(): void {
    this.#stopLimit()
    this.#worker?.end()
    this.#worker = undefined
    this.#request = undefined
    this.#isLoaded = false
  }

  #start(): void {
    const worker = this.#options.open({
      onMessage: (data) => {
        if (worker === this.#worker && isAnswer(data)) this.#hear(data)
      },
      onError: (message) => {
        if (worker === this.#worker) this.#end({ kind: 'broken', complaint: { message } })
      },
    })
    this.#worker = worker
    this.#limit(LIMIT_MS.starting)
  }

  #hear(answer: Answer): void {
    switch (answer.kind) {
      case 'loading':
        this.#limit(LIMIT_MS.loading)
        break
      case 'loaded':
        this.#isLoaded = true
        this.#stopLimit()
        if (this.#request !== undefined) this.#send(this.#request)
        break
      case 'searching':
      case 'shrinking':
        this.#limit(LIMIT_MS.answering)
        this.#options.hear(answer)
        break
      case 'broken':
        this.#end(answer)
        break
      case 'trace':
      case 'unbroken':
        this.#stopLimit()
        this.#request = undefined
        this.#options.hear(answer)
        break
    }
  }

  #send(request: Request): void {
    this.#limit(LIMIT_MS.answering)
    this.#worker?.post(request)
  }

  #limit(ms: number): void {
    this.#stopLimit()
    this.#stopLimit = this.#options.after(ms, () => this.#end({ kind: 'silent', afterMs: ms }))
  }

  #end(last: Heard): void {
    this.close()
    this.#options.hear(last)
  }
}
