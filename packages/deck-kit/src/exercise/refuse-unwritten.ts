import type { Report } from '@five-pillars/simulator'

/** Something that a learner has not written yet; `file` says where, if it is not the exercise's own. */
export class Unwritten extends Error {
  override name = 'Unwritten'
  readonly file: string | undefined

  constructor(message: string, file: string | undefined) {
    super(message)
    this.file = file
  }
}

/** What a starter throws: `createHashRing is not written yet: start at part 1 in …`. */
const UNWRITTEN = /(\w+) is not written yet\b.*/

/**
 * A run that ends because something is not written yet shows nothing: it is no run, but news.
 *
 * @param subject the learner's module, with those that it is made of as `parts`
 * @throws Unwritten
 */
export function refuseUnwritten({ findings: [first] }: Report, subject: unknown): void {
  if (first?.kind !== 'threw') return
  const [message, name] = UNWRITTEN.exec(first.text) ?? []
  if (message !== undefined && name !== undefined)
    throw new Unwritten(message, fileOf(name, subject))
}

/** The file of the part that exports this: `hashRing` is `src/hash-ring.ts`. */
function fileOf(name: string, subject: unknown): string | undefined {
  const parts = isRecord(subject) && isRecord(subject['parts']) ? subject['parts'] : {}
  const part = Object.keys(parts).find((each) => {
    const module = parts[each]
    return isRecord(module) && name in module
  })
  return part === undefined
    ? undefined
    : `src/${part.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.ts`
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
