/**
 * The judge of a console, as a process of its own: `node judge-process.ts <folder> <lanes>`. What it
 * takes in memory and in time is not the console's, and whoever kills it costs nobody a submission.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'

import { createPool, JudgeError } from '@five-pillars/judge'
import type { Pool, Verdict } from '@five-pillars/judge'
import { judge } from '@five-pillars/judge/host'

import { askedSchema } from './judge-message.ts'
import type { Answered, Asked } from './judge-message.ts'

const [folder = '', lanes = '1'] = process.argv.slice(2)
const pool = createPool(Number(lanes))
process.send?.({ kind: 'begun' } satisfies Answered)

process.on('message', (message) => {
  const asked = askedSchema.parse(message)
  void answer(asked).then((answered) => process.send?.(answered))
})
// Without a console nobody reads the verdict.
process.on('disconnect', () => {
  pool.close()
  process.exit()
})

async function answer(asked: Asked): Promise<Answered> {
  const { job } = asked
  try {
    return { kind: 'judged', job, verdict: await judged(asked) }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return { kind: error instanceof JudgeError ? 'damaged' : 'failed', job, why }
  }
}

async function judged(asked: Asked): Promise<Verdict> {
  const name = `${asked.slug}.ts`
  await mkdir(folder, { recursive: true })
  const own = await mkdtemp(path.join(folder, 'job-'))
  try {
    await writeFile(path.join(own, name), asked.source)
    const options = { exerciseDir: asked.exerciseDir, submission: path.join(own, name) }
    const verdict = await judgeTwice({ ...options, pool })
    // Where it lay here means nothing to the learner.
    return { ...verdict, submission: `src/${name}` }
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
