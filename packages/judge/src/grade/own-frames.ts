import { SourceMap } from 'node:module'

import { z } from 'zod'

const FRAMES_MAX = 3

const mapSchema = z.object({
  version: z.number(),
  sources: z.array(z.string()),
  names: z.array(z.string()),
  mappings: z.string(),
})

/** Finds the places of a submission in the text of a stack. */
export interface OwnFrames {
  /** The learner's own frames, innermost first, as `src/name.ts:3:7`. */
  in(stack: string): string[]
  /** True when the innermost frame with a place is the learner's: the error began there. */
  beganIn(stack: string): boolean
}

/**
 * @param name what the frames of the submission are called
 * @param map source map from the code that ran to the submission, as JSON
 */
export function ownFrames(name: string, map: string): OwnFrames {
  const { version, ...fields } = mapSchema.parse(JSON.parse(map))
  const sourceMap = new SourceMap({
    ...fields,
    version,
    file: name,
    sourcesContent: [],
    sourceRoot: '',
  })
  const place = new RegExp(`(?:^|[ (])${RegExp.escape(name)}:(\\d+):(\\d+)\\)?$`)

  return {
    in(stack) {
      const frames: string[] = []
      for (const line of stack.split('\n')) {
        const [, at, column] = place.exec(line) ?? []
        if (at === undefined || column === undefined) continue
        const frame = originalPlace(Number(at), Number(column))
        if (frames.at(-1) !== frame) frames.push(frame)
        if (frames.length === FRAMES_MAX) break
      }
      return frames
    },
    beganIn(stack) {
      const frame = stack.split('\n').find((line) => /^\s+at .*:\d+:\d+\)?$/.test(line))
      return frame !== undefined && place.test(frame)
    },
  }

  function originalPlace(line: number, column: number): string {
    const entry = sourceMap.findEntry(line - 1, column - 1)
    if (!('originalLine' in entry)) return `${name}:${line}:${column}`
    return `${name}:${entry.originalLine + 1}:${entry.originalColumn + 1}`
  }
}
