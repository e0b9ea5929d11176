import type { Manifest } from '../manifest.ts'

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
      const nothing = Object.keys(types).length === 0 ? ': it exports nothing' : ''
      parts.set(part.id, `${name} does not export ${absent[0]}${nothing}.`)
    } else if (wrong !== undefined) {
      parts.set(part.id, `${wrong} is exported, but it is not a function: ${types[wrong]}.`)
    }
  }
  return { parts, absentParts }
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
