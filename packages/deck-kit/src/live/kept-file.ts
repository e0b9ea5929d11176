import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** A deck's page needs about 4 MB; a start that needs this much is not worth keeping. */
const MOST_BYTES = 32 * 2 ** 20

/** Modules of one origin: they are all as good as what they were made from. */
export interface KeptPart {
  /** Changes with everything that these modules were made from. */
  stamp: string
  /** What they were made from, beside the folder of the kit or of the deck. */
  files: string[]
  /** Addresses of the modules, in the order in which a page asked for them. */
  urls: string[]
}

export interface Kept {
  /** Of packages and of this kit; the rest is the deck's own and not good without these. */
  kit: KeptPart
  deck: KeptPart
  /** Addresses of all modules that a page asked for, also of those that would not work elsewhere. */
  asked: string[]
  /** Classes that their styles are made of. */
  classes: string[]
}

/** A start as it lies on the disk: the code as text, since only the page reads it. */
export interface KeptStart extends Kept {
  /** `[address, code][]` as JSON, of each part. */
  code: { kit: string; deck: string }
}

/** What the last start of a deck kept; nothing when it kept none, when the file is
 * damaged, or when another version of the kit wrote it. */
export function readKept(file: string): KeptStart | undefined {
  try {
    const [sum, head = '', kit = '', deck = ''] = readFileSync(file, 'utf8').split('\n')
    if (sum !== sumOf([head, kit, deck])) return undefined
    const kept: unknown = JSON.parse(head)
    return isKept(kept) ? { ...kept, code: { kit, deck } } : undefined
  } catch {
    // There is none yet.
    return undefined
  }
}

/**
 * Replaces what was kept, at once: a start that reads meanwhile sees all of the one or the other. A
 * folder that cannot be written makes the next start as slow as this one, and no worse.
 */
export function writeKept(file: string, { code, ...kept }: KeptStart): void {
  const lines = [JSON.stringify(kept), code.kit, code.deck]
  const text = [sumOf(lines), ...lines].join('\n')
  if (text.length > MOST_BYTES) return
  try {
    mkdirSync(path.dirname(file), { recursive: true })
    // Of two who write it at a time, the sum betrays what is of both.
    writeFileSync(`${file}.new`, text)
    renameSync(`${file}.new`, file)
  } catch {
    // As above: it is not kept.
  }
}

function sumOf(lines: readonly string[]): string {
  return createHash('sha256').update(lines.join('\n')).digest('hex')
}

function isKept(value: unknown): value is Kept {
  return (
    isRecord(value) &&
    isPart(value['kit']) &&
    isPart(value['deck']) &&
    isTexts(value['asked']) &&
    isTexts(value['classes'])
  )
}

function isPart(value: unknown): value is KeptPart {
  return (
    isRecord(value) &&
    typeof value['stamp'] === 'string' &&
    isTexts(value['files']) &&
    isTexts(value['urls'])
  )
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string')
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
