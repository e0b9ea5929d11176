import { appendFile, rename, rm, stat } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'

/** Refusals of the same kind within this time are one line: a flood of them fills no disk. */
const WINDOW_MS = 5000
/** At this size the log begins anew, and the one before it is kept. */
const BYTES_MAX = 1024 * 1024
/** Kinds of refusals in one window; what is beyond them is counted together. */
const KINDS_MAX = 200

export interface RefusalNote {
  /** Learner's id, or the address of the machine. */
  readonly who: string
  readonly route: string
  readonly status: number
  readonly code: string
}

const PATH_MAX = 80

/** What was asked for, in a line: of all submissions the same. */
export function routeText({ method, url }: IncomingMessage): string {
  const path = url?.split('?')[0]?.replaceAll(/[0-9a-f-]{36}/g, ':id') ?? ''
  return `${method} ${path.slice(0, PATH_MAX)}`.replaceAll(/[^\x20-\x7e]/g, '?')
}

/** Writes down who was refused what, a line for each kind and window, into a file of its own. */
export class RefusalLog {
  readonly #file: string
  readonly #counts = new Map<string, number>()
  #timer: NodeJS.Timeout | undefined
  #writing: Promise<void> = Promise.resolve()

  constructor(file: string) {
    this.#file = file
  }

  note({ who, route, status, code }: RefusalNote): void {
    const kind = `${status} ${code} ${route} by ${who}`
    const key = this.#counts.has(kind) || this.#counts.size < KINDS_MAX ? kind : 'others'
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1)
    this.#timer ??= setTimeout(() => void this.flush(), WINDOW_MS).unref()
  }

  /** Writes what was not written yet; where the disk is full, it is not written at all. */
  flush(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    if (this.#counts.size === 0) return this.#writing
    const at = new Date().toISOString()
    const lines = [...this.#counts].map(([kind, count]) => `${at} ${count}× ${kind}\n`)
    this.#counts.clear()
    this.#writing = this.#writing.then(() => this.#append(lines.join(''))).catch(() => {})
    return this.#writing
  }

  /** Takes the log away, with all addresses in it. */
  async forget(): Promise<void> {
    this.#counts.clear()
    await this.#writing
    await rm(this.#file, { force: true })
    await rm(`${this.#file}.1`, { force: true })
  }

  async #append(text: string): Promise<void> {
    const size = await stat(this.#file).then(
      (found) => found.size,
      () => 0,
    )
    if (size > BYTES_MAX) await rename(this.#file, `${this.#file}.1`)
    await appendFile(this.#file, text)
  }
}
