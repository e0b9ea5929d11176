import { lstat, readFile, realpath, stat } from 'node:fs/promises'
import path from 'node:path'

import type { VerdictState } from '../verdict.ts'

/** Larger than any solution by far, small enough that parsing it takes no time. */
const SUBMISSION_BYTES_MAX = 256 * 1024

/** Why a submission is refused before any of it runs. */
export interface Refusal {
  readonly kind: 'refused'
  readonly state: VerdictState
  readonly got: string
  /** Where in the file, as `src/name.ts:3:7`; empty when the whole file is meant. */
  readonly frames: readonly string[]
}

export interface SourceText {
  readonly kind: 'source'
  readonly text: string
}

/**
 * The text of a submission, or why there is none.
 *
 * @param name how messages call the file
 */
export async function readSubmission(file: string, name: string): Promise<SourceText | Refusal> {
  const refusal = await refuseByEntry(file, name)
  if (refusal !== undefined) return refusal
  const bytes = await readFile(file)
  const text = decode(bytes)
  if (text === undefined) {
    return refuse('does-not-compile', `${name} is not text: it is binary, or not UTF-8.`)
  }
  return { kind: 'source', text }
}

export function refuse(state: VerdictState, got: string, frames: readonly string[] = []): Refusal {
  return { kind: 'refused', state, got, frames }
}

async function refuseByEntry(file: string, name: string): Promise<Refusal | undefined> {
  const found = await stat(file).catch(() => undefined)
  if (found === undefined) return refuse('not-run', `There is no file ${name}.`)
  if (found.isDirectory()) {
    return refuse('not-run', `${name} is a folder. A submission is one TypeScript file.`)
  }
  if (!found.isFile()) return refuse('not-run', `${name} is not a regular file.`)
  if (await leavesItsFolder(file)) {
    return refuse('forbidden', `${name} is a link to a file outside its folder.`)
  }
  if (found.size > SUBMISSION_BYTES_MAX) {
    const kib = Math.ceil(found.size / 1024)
    return refuse(
      'not-run',
      `${name} is too large: ${kib} KiB, and the limit is ${SUBMISSION_BYTES_MAX / 1024} KiB.`,
    )
  }
  return undefined
}

/** Only the file itself is asked: the folder may well be reached through a link. */
async function leavesItsFolder(file: string): Promise<boolean> {
  if (!(await lstat(file)).isSymbolicLink()) return false
  const folder = await realpath(path.dirname(file))
  const target = await realpath(file)
  return path.relative(folder, target).split(path.sep)[0] === '..'
}

/** A byte order mark is dropped; line ends stay, since positions are counted in lines. */
function decode(bytes: Uint8Array): string | undefined {
  if (bytes.includes(0)) return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
