import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'

import { withoutNotes } from './without-notes.ts'

interface Script {
  readonly text: string
  readonly etag: string
}

/** Scripts of a deck, as whoever follows may have them: made once for each version of the file. */
export class ServedScripts {
  readonly #known = new Map<string, { stamp: string; script: Promise<Script> }>()

  /** Undefined where there is no such file. */
  async read(file: string, hasNotes: boolean): Promise<Script | undefined> {
    const found = await stat(file).catch(() => undefined)
    if (found?.isFile() !== true) return undefined
    const stamp = `${found.mtimeMs} ${found.size}`
    const key = `${String(hasNotes)} ${file}`
    const known = this.#known.get(key)
    if (known?.stamp === stamp) return known.script
    const script = read(file, hasNotes)
    this.#known.set(key, { stamp, script })
    return script
  }
}

async function read(file: string, hasNotes: boolean): Promise<Script> {
  const source = await readFile(file, 'utf8')
  const text = hasNotes ? source : withoutNotes(source)
  return { text, etag: `"${createHash('sha256').update(text).digest('base64url')}"` }
}
