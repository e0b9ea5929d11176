/**
 * Entry of the process that replays one run: it loads a submission and the exercise's scenario,
 * runs the world that the token stands for, and sends its story to the parent.
 */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

import {
  BadPlan,
  BadToken,
  decodeToken,
  runAsync,
  runOf,
  storyOf,
  traceMermaid,
} from '@five-pillars/simulator'
import type { Report, Scenario } from '@five-pillars/simulator'

import { thrownText } from '../child/thrown-text.ts'
import { isReplayJob } from './replay-job.ts'
import type { Replayed, ReplayJob } from './replay-job.ts'

interface ScenarioModule {
  readonly scenario?: (subject: unknown) => Scenario<unknown>
}

// Without a parent nobody reads the answer: a child must not outlive it.
process.on('disconnect', () => process.exit())
process.once('message', (message) => {
  if (isReplayJob(message)) void replay(message).then((answer) => process.send?.(answer))
})

async function replay(job: ReplayJob): Promise<Replayed> {
  const file = path.join(job.exerciseDir, 'scenario.ts')
  if (!existsSync(file)) {
    return refuse('exercise', `"${job.slug}" has no simulated world: there is nothing to replay.`)
  }
  try {
    const content = decodeToken(job.token, job.slug)
    const { scenario }: ScenarioModule = await import(pathToFileURL(file).href)
    if (scenario === undefined) return refuse('exercise', `${file} exports no "scenario"`)
    const subject = await loaded(job.code)
    if ('text' in subject) return refuse('submission', subject.text)
    return answerOf(
      await runAsync(scenario(subject.module), { ...runOf(content), full: true }),
      job,
    )
  } catch (error) {
    if (error instanceof BadToken) return refuse('token', error.problem, error.fix)
    if (error instanceof BadPlan) return refuse('token', error.message)
    throw error
  }
}

async function loaded(code: string): Promise<{ module: unknown } | { text: string }> {
  try {
    return { module: await import(`data:text/javascript,${encodeURIComponent(code)}`) }
  } catch (error) {
    return { text: `The file does not load: ${thrownText(error).message}` }
  }
}

function answerOf({ findings, trace, hash }: Report, { columns }: ReplayJob): Replayed {
  if (trace === null) throw new Error('a run in full has a trace')
  return {
    kind: 'ran',
    holds: findings.length === 0,
    story: storyOf(trace, { columns }),
    mermaid: traceMermaid(trace),
    hash,
  }
}

function refuse(
  what: Extract<Replayed, { kind: 'refused' }>['what'],
  text: string,
  fix = 'Run: npx five-pillars check',
): Replayed {
  return { kind: 'refused', what, text, fix }
}
