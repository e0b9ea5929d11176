import { existsSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

import { z } from 'zod'

import { JudgeError, reasonOf } from './judge-error.ts'
import { kindSchema } from './verdict.ts'

/** A system that never answers is safe: safety alone must not be enough to pass. */
const SAFETY_SHARE_MAX = 0.6

const id = z.string().min(1)
const points = z.number().int().positive()

const shape = z.strictObject({
  slug: id,
  version: z.number().int().positive(),
  parts: z
    .array(
      z.strictObject({
        id,
        title: id,
        exports: z.array(id).min(1),
        /** Those of the exports that are data; all others are functions. */
        values: z.array(id).optional(),
        stretch: z.boolean(),
      }),
    )
    .min(1),
  promises: z.array(z.strictObject({ id, text: id, kind: kindSchema })).min(1),
  tests: z.array(z.strictObject({ id, promise: id, part: id, points })).min(1),
  mutants: z.array(z.strictObject({ file: id, title: id, promise: id })),
  alternatives: z.array(z.strictObject({ file: id, style: id })),
})

/** What `hidden/manifest.ts` of an exercise exports as `manifest`. */
export const manifestSchema = shape.superRefine((manifest, context) => {
  for (const message of inconsistencies(manifest)) context.addIssue({ code: 'custom', message })
})

export type Manifest = z.infer<typeof shape>

/**
 * Reads an exercise's manifest.
 *
 * @throws JudgeError `no-manifest` or `bad-manifest`, naming the file and each broken rule
 */
export async function loadManifest(exerciseDir: string): Promise<Manifest> {
  const file = path.join(exerciseDir, 'hidden', 'manifest.ts')
  if (!existsSync(file)) throw new JudgeError('no-manifest', file)
  const module = await imported(file)
  const parsed = z.object({ manifest: manifestSchema }).safeParse(module)
  if (parsed.success) return parsed.data.manifest
  throw new JudgeError('bad-manifest', `${file}\n${z.prettifyError(parsed.error)}`)
}

async function imported(file: string): Promise<unknown> {
  try {
    return await import(pathToFileURL(file).href)
  } catch (error) {
    throw new JudgeError('bad-manifest', `${file}\n${reasonOf(error)}`)
  }
}

function* inconsistencies(manifest: Manifest): Generator<string> {
  const { parts, promises, tests, mutants } = manifest
  const partIds = new Set(parts.map((part) => part.id))
  const promiseIds = new Set(promises.map((promise) => promise.id))
  yield* repeated('part', parts)
  yield* repeated('promise', promises)
  yield* repeated('test', tests)
  for (const test of tests) {
    if (!partIds.has(test.part)) yield `test "${test.id}" names the unknown part "${test.part}"`
    if (!promiseIds.has(test.promise)) {
      yield `test "${test.id}" names the unknown promise "${test.promise}"`
    }
  }
  for (const { file, promise } of mutants) {
    if (!promiseIds.has(promise)) yield `mutant "${file}" names the unknown promise "${promise}"`
  }
  for (const promise of promises) {
    if (!tests.some((test) => test.promise === promise.id)) {
      yield `promise "${promise.id}" has no test`
    }
  }
  yield* safetyShare(manifest)
}

function* repeated(what: string, items: readonly { id: string }[]): Generator<string> {
  const seen = new Set<string>()
  for (const item of items) {
    if (seen.has(item.id)) yield `${what} "${item.id}" is listed twice`
    seen.add(item.id)
  }
}

function* safetyShare({ promises, tests }: Manifest): Generator<string> {
  const safety = new Set(promises.filter((p) => p.kind === 'safety').map((p) => p.id))
  const all = sumOfPoints(tests)
  const safe = sumOfPoints(tests.filter((test) => safety.has(test.promise)))
  if (safe > all * SAFETY_SHARE_MAX) {
    yield `safety promises carry ${safe} of ${all} points, more than ${SAFETY_SHARE_MAX * 100} %`
  }
}

function sumOfPoints(tests: readonly { points: number }[]): number {
  return tests.reduce((sum, test) => sum + test.points, 0)
}
