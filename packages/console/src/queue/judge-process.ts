/**
 * The judge of a console, as a process of its own: `node judge-process.ts <folder> <lanes>`. What it
 * takes in memory and in time is not the console's, and whoever kills it costs nobody a submission.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { flushCompileCache } from 'node:module'
import path from 'node:path'

import { createPool, JudgeError, playGameDay, replayRun } from '@five-pillars/judge'
import type { Pool, Verdict } from '@five-pillars/judge'
import { judge } from '@five-pillars/judge/host'

import { askedSchema } from './judge-message.ts'
import type { Answered, Asked } from './judge-message.ts'

const [folder = '', lanes = '1'] = process.argv.slice(2)
const pool = createPool(Number(lanes))
send({ kind: 'begun' })
// It may be killed at any moment: the next one starts in half the time.
flushCompileCache()

process.on('message', (message) => {
  const asked = askedSchema.parse(message)
  void answer(asked).then(send)
})
// Without a console nobody reads the verdict.
process.on('disconnect', () => {
  pool.close()
  process.exit()
})

/** Where the console is gone by now, nobody hears it. */
function send(answered: Answered): void {
  process.send?.(answered, () => {})
}

async function answer(asked: Asked): Promise<Answered> {
  const { job } = asked
  try {
    switch (asked.kind) {
      case 'judge':
        return { kind: 'judged', job, verdict: await judged(asked) }
      case 'trace':
        return { kind: 'traced', job, trace: await traced(asked) }
      case 'game-day':
        return { kind: 'day', job, result: await played(asked) }
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return { kind: error instanceof JudgeError ? 'damaged' : 'failed', job, why }
  }
}

function judged({ slug, source, exerciseDir }: Of<'judge'>): Promise<Verdict> {
  return withFiles([{ slug, source }], async ([submission = '']) => {
    const verdict = await judgeTwice({ exerciseDir, submission, pool })
    // Where it lay here means nothing to the learner.
    return { ...verdict, submission: `src/${slug}.ts` }
  })
}

function traced({ slug, source, exerciseDir, token }: Of<'trace'>): Promise<unknown> {
  return withFiles([{ slug, source }], async ([subject = '']) => {
    const replayed = await replayRun({ exerciseDir, subject, token, isRecorded: true })
    return replayed.kind === 'ran' ? (replayed.trace ?? null) : null
  })
}

function played({ exerciseDir, seed, tuning, parts }: Of<'game-day'>): Promise<DayResult> {
  const given = [...parts, { slug: TUNING, source: tuning }]
  const files = given.flatMap(({ slug, source }) => (source === null ? [] : [{ slug, source }]))
  return withFiles(files, async (paths) => {
    const fileOf = (slug: string): string | undefined =>
      paths[files.findIndex((file) => file.slug === slug)]
    const tuningFile = fileOf(TUNING)
    const day = await playGameDay({
      exerciseDir,
      seed,
      ...(tuningFile === undefined ? {} : { tuning: tuningFile }),
      parts: parts.map((part) => {
        const file = fileOf(part.slug)
        return { ...part, ...(file === undefined ? { isMissing: true } : { file }) }
      }),
    })
    if (day.kind === 'refused') return { kind: 'refused', why: day.text }
    const { lost, stopped } = day.sheet
    return { kind: 'played', ...day.score, lost, stopped: stopped?.text ?? null }
  })
}

/** The exercise whose file is no part of the shop, but how it is set. */
const TUNING = 'game-day'

type Of<Kind extends Asked['kind']> = Extract<Asked, { kind: Kind }>
type DayResult = Extract<Answered, { kind: 'day' }>['result']

/** Writes sources to files that are gone afterwards. */
async function withFiles<Result>(
  files: readonly { slug: string; source: string }[],
  act: (paths: readonly string[]) => Promise<Result>,
): Promise<Result> {
  await mkdir(folder, { recursive: true })
  const own = await mkdtemp(path.join(folder, 'job-'))
  try {
    const paths = files.map(({ slug }) => path.join(own, `${slug}.ts`))
    for (const [index, { source }] of files.entries()) {
      await writeFile(paths[index] ?? own, source)
    }
    return await act(paths)
  } finally {
    await rm(own, { recursive: true, force: true })
  }
}

/**
 * A process that ended early may have been ended by somebody else: only one that does it again does
 * so by itself.
 */
async function judgeTwice(options: {
  exerciseDir: string
  submission: string
  pool: Pool
}): Promise<Verdict> {
  const verdict = await judge(options)
  return verdict.tests.some(({ state }) => state === 'crashed') || verdict.state === 'crashed'
    ? judge(options)
    : verdict
}
