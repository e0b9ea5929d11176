import { existsSync } from 'node:fs'
import path from 'node:path'

import { gameDayScripts } from '../bundle/suite-scripts.ts'
import { JudgeError } from '../judge-error.ts'
import { CALL_TIMEOUT_MS } from '../run-subject.ts'
import { createPool } from '../run/pool.ts'
import { runInProcess } from '../run/run-in-process.ts'
import type { EndedRun } from '../run/run-in-process.ts'
import { shortPath } from '../short-path.ts'
import { prepare } from '../submission/prepare.ts'
import type { Played } from './played.ts'

/** A day takes under a second: longer is a part that does not end. */
const TIMEOUT_MS = 8000

/** One of the five parts of a shop. */
export interface ShopPart {
  readonly slug: string
  /** Whose code it is; default the learner's own. */
  readonly file?: string
  /** Folder of its exercise. */
  readonly exerciseDir: string
  /** Nobody has it: the reference stands in, whatever lies in the folder of its exercise. */
  readonly isMissing?: boolean
}

export interface GameDayOptions {
  /** Folder of the exercise that the shop belongs to. */
  readonly exerciseDir: string
  /** The file with the tuning; default the learner's own. */
  readonly tuning?: string
  readonly parts: readonly ShopPart[]
  readonly seed: number
  readonly isRecorded?: boolean
}

/** How a day went, or why there was none. */
export type GameDay =
  | (Played & {
      readonly kind: 'played'
      /** Slugs of the parts that were not there, so that the reference stood in for them. */
      readonly replaced: readonly string[]
    })
  | Refused

interface Refused {
  readonly kind: 'refused'
  readonly text: string
  readonly fix: string
}

/** A part as it is run. */
interface Ready {
  readonly slug: string
  readonly name: string
  readonly code: string
  readonly exports: readonly string[]
}

/**
 * Plays a day of a shop with the learner's five parts and tuning, in a process that can be killed.
 * The reference stands in for a part that is not written yet, where there is one on this machine.
 *
 * @throws JudgeError when the exercise is not here, or its shop cannot be put together
 */
export async function playGameDay(options: GameDayOptions): Promise<GameDay> {
  const exerciseDir = path.resolve(options.exerciseDir)
  if (!existsSync(path.join(exerciseDir, 'scenario.ts'))) {
    throw new JudgeError('no-exercise', exerciseDir)
  }
  const slugs = options.parts.map(({ slug }) => slug)
  const replaced = new Set<string>()
  // Each part may be found missing once, and the day begins anew without it.
  for (let attempt = 0; attempt <= options.parts.length; attempt++) {
    const shop = await readyParts(options, replaced)
    if ('fix' in shop) return shop
    const run = await play({ ...options, exerciseDir }, shop, replaced.size)
    const missing = missingIn(run, shop.parts)
    if (missing === undefined)
      return dayOf(
        run,
        slugs.filter((slug) => replaced.has(slug)),
      )
    const part = options.parts.find(({ slug }) => slug === missing)
    if (part === undefined || replaced.has(missing) || referenceOf(part) === undefined) {
      return refused(`The part "${missing}" is not written yet.`, checkOf(missing))
    }
    replaced.add(missing)
  }
  throw new Error('more parts are missing than there are')
}

/** Every part, compiled; whoever has no file, or is known to be missing, is replaced. */
async function readyParts(
  { exerciseDir, parts, tuning: given }: Pick<GameDayOptions, 'exerciseDir' | 'parts' | 'tuning'>,
  replaced: Set<string>,
): Promise<{ tuning: Ready; parts: Ready[] } | Refused> {
  const slug = path.basename(path.resolve(exerciseDir))
  const tuningFile = given ?? path.join(path.resolve(exerciseDir), 'src', `${slug}.ts`)
  const tuning = await ready({ slug: 'game-day', exerciseDir }, tuningFile, 'The tuning')
  if ('fix' in tuning) return tuning
  const all: Ready[] = []
  for (const part of parts) {
    const own = part.file ?? path.join(part.exerciseDir, 'src', `${part.slug}.ts`)
    const reference = referenceOf(part)
    const isMissing = part.isMissing ?? (part.file === undefined && !existsSync(own))
    if (isMissing && reference !== undefined) {
      replaced.add(part.slug)
    }
    const file = replaced.has(part.slug) && reference !== undefined ? reference : own
    const one = await ready(part, file)
    if ('fix' in one) return one
    all.push(one)
  }
  return { tuning, parts: all }
}

async function ready(
  { slug, exerciseDir, file: given }: ShopPart,
  file: string,
  what = `The part "${slug}"`,
): Promise<Ready | Refused> {
  const name = `${slug}.ts`
  const compiled = await prepare(
    path.resolve(file),
    shortPath(path.resolve(file), exerciseDir),
    name,
  )
  if (compiled.kind === 'compiled') return { slug, name, ...compiled }
  const place = compiled.frames[0] === undefined ? '' : ` (${compiled.frames[0]})`
  const fix = given === file ? `Mend it, or leave out --part ${slug}=…` : checkOf(slug)
  return refused(`${what}: ${compiled.got}${place}`, fix)
}

function referenceOf({ exerciseDir, slug }: ShopPart): string | undefined {
  const file = path.join(exerciseDir, 'hidden', 'solution', `${slug}.ts`)
  return existsSync(file) ? file : undefined
}

async function play(
  { exerciseDir, seed, isRecorded = false }: GameDayOptions,
  { tuning, parts }: { tuning: Ready; parts: readonly Ready[] },
  replaced: number,
): Promise<EndedRun> {
  return runInProcess({
    pool: createPool(0),
    job: {
      ...(await gameDayScripts(exerciseDir)),
      code: togetherOf(parts),
      name: 'game-day.ts',
      isDirect: false,
      beside: [tuning, ...parts].map(({ slug, code }) => ({ name: slug, code })),
      task: { kind: 'game-day', seed, replaced, isRecorded },
      callTimeoutMs: CALL_TIMEOUT_MS,
      testTimeoutMs: TIMEOUT_MS,
      runTimeoutMs: TIMEOUT_MS,
    },
  })
}

/** One module that hands over all of them: `{ tuning, parts: { loadBalancer, … } }`. */
function togetherOf(parts: readonly Ready[]): string {
  const imports = parts.map(({ slug }) => `import * as ${nameOf(slug)} from '${slug}'`)
  return [
    ...imports,
    "import * as values from 'game-day'",
    'export const { tuning } = values',
    `export const parts = { ${parts.map(({ slug }) => nameOf(slug)).join(', ')} }`,
  ].join('\n')
}

/** `load-balancer` is `loadBalancer`. */
function nameOf(slug: string): string {
  return slug.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
}

/** Starters say so when they are called; whose export it is tells which part is missing. */
function missingIn(
  { played, errors }: EndedRun,
  parts: { parts: readonly Ready[] }['parts'],
): string | undefined {
  const text = played?.sheet.stopped?.text ?? errors[0]?.message ?? ''
  const [, name] = /(\w+) is not (?:written yet|a function)/.exec(text) ?? []
  return parts.find((part) => part.exports.includes(name ?? ''))?.slug
}

function dayOf({ played, loading, ending, limit, errors }: EndedRun, replaced: string[]): GameDay {
  if (played !== undefined) return { kind: 'played', ...played, replaced }
  if (loading.kind === 'failed') return refused(`A part does not load: ${loading.error.message}`)
  if (ending === 'timeout') {
    const seconds = (limit?.ms ?? TIMEOUT_MS) / 1000
    return refused(`A part did not end within ${seconds} s: is there an endless loop?`)
  }
  if (ending === 'out-of-memory') return refused('The day used up its memory.')
  return refused(errors[0]?.message ?? 'The process of the day ended without an answer.')
}

function checkOf(slug: string): string {
  return `Run: npx five-pillars check ${slug}`
}

/** Where nobody knows which part it was, all of them are checked. */
function refused(text: string, fix = 'Run: npx five-pillars check'): Refused {
  return { kind: 'refused', text, fix }
}
