import type { Manifest } from '../manifest.ts'

/** So many of the exports that are there are named. */
const NAMED_MAX = 6

export interface Missing {
  /** Parts that cannot be judged, with the reason in words. */
  readonly parts: ReadonlyMap<string, string>
  /** Stretch parts that were left out as a whole: they cost nothing. */
  readonly absentParts: readonly string[]
}

/**
 * Which parts a submission cannot be asked for.
 *
 * @param types what kind of value each export is; before it was loaded: `unknown`
 * @param name how messages call the file
 */
export function missingExports(
  manifest: Manifest,
  types: Readonly<Record<string, string>>,
  name: string,
): Missing {
  const parts = new Map<string, string>()
  const absentParts: string[] = []
  for (const part of manifest.parts) {
    const absent = part.exports.filter((exported) => types[exported] === undefined)
    const wrong = part.exports.find((exported) => {
      return isNoFunction(types[exported]) && part.values?.includes(exported) !== true
    })
    if (part.stretch && absent.length === part.exports.length) absentParts.push(part.id)
    else if (absent[0] !== undefined) {
      parts.set(part.id, notExported(absent[0], types, name))
    } else if (wrong !== undefined) {
      parts.set(part.id, noFunction(wrong, types))
    }
  }
  return { parts, absentParts }
}

/** That an export is not there, and what is there instead: it may be one that is spelled otherwise. */
export function notExported(
  exported: string,
  types: Readonly<Record<string, string>>,
  name: string,
): string {
  const there = Object.keys(types)
  const more = there.length > NAMED_MAX ? ` and ${there.length - NAMED_MAX} more` : ''
  const instead = there.length === 0 ? 'nothing' : `${there.slice(0, NAMED_MAX).join(', ')}${more}`
  return `${name} does not export ${exported}: it exports ${instead}.`
}

/** That an export is there, and is nothing that can be called. */
export function noFunction(exported: string, types: Readonly<Record<string, string>>): string {
  return `${exported} is exported, but it is not a function: ${types[exported]}.`
}

/** The tests that are not worth running, by full name. */
export function testsWithout(manifest: Manifest, { parts, absentParts }: Missing): string[] {
  return manifest.tests
    .filter((test) => parts.has(test.part) || absentParts.includes(test.part))
    .map((test) => test.id)
}

function isNoFunction(type: string | undefined): boolean {
  return type !== undefined && type !== 'unknown' && type !== 'function'
}
