import path from 'node:path'

import { BadToken } from '@five-pillars/simulator'

import { callsScripts, worldScripts } from '../bundle/suite-scripts.ts'
import { decodeCallsToken, isCallsToken } from './calls-token.ts'
import type { CallsContent } from './calls-token.ts'
import type { Replayed } from './replayed.ts'
import { faultOf, isRefused, refused, runTask } from './run-task.ts'
import type { ReplayOptions } from './run-task.ts'

/** Repeats with a submission what a replay token stands for, in a process that can be killed. */
export async function replayRun(options: ReplayOptions): Promise<Replayed> {
  const exerciseDir = path.resolve(options.exerciseDir)
  const slug = path.basename(exerciseDir)
  if (!isCallsToken(options.token)) return replayWorld(options, exerciseDir, slug)
  try {
    return await replayCalls(options, exerciseDir, decodeCallsToken(options.token, slug))
  } catch (error) {
    if (!(error instanceof BadToken)) throw error
    return { kind: 'refused', what: 'token', text: error.problem, fix: error.fix }
  }
}

async function replayWorld(
  options: ReplayOptions,
  exerciseDir: string,
  slug: string,
): Promise<Replayed> {
  const scripts = await worldScripts(exerciseDir)
  if (scripts === undefined) {
    const text = `"${slug}" has no simulated world: there is nothing to replay.`
    return refused(text, 'exercise')
  }
  const { token, columns = 80, isRecorded = false } = options
  const task = { kind: 'replay', slug, token, columns, isRecorded } as const
  const run = await runTask(options, exerciseDir, scripts, task)
  return isRefused(run) ? run : (run.replayed ?? faultOf(run))
}

async function replayCalls(
  options: ReplayOptions,
  exerciseDir: string,
  { promise, story, steps }: CallsContent,
): Promise<Replayed> {
  const run = await runTask(options, exerciseDir, await callsScripts(), { kind: 'calls', steps })
  if (isRefused(run)) return run
  const { called } = run
  if (called === undefined) return faultOf(run)
  const isOther = called.lines.some((line) => line.was !== null || line.askedThen !== undefined)
  return { kind: 'called', isOther, promise, story, ...called }
}
