import path from 'node:path'

import { diagramOf, verdictSchema } from '@five-pillars/judge'
import type { Verdict } from '@five-pillars/judge'

import type { Kit } from '../kit/open-kit.ts'
import { workplaceOf } from '../kit/workplace.ts'
import { writeTrouble } from '../kit/write-trouble.ts'
import { readProgress } from '../progress/read-progress.ts'
import { briefLinkOf } from './brief-link.ts'
import type { BriefLink } from './brief-link.ts'
import { tokenOf } from './broken-check.ts'

export interface LastFailure {
  readonly verdict: Verdict
  readonly brief: BriefLink | null
}

/**
 * Keeps what a check came to, so that it can be shown again.
 *
 * @throws LearnerError `disk-full` or `cannot-write`
 */
export async function keepVerdict(kit: Kit, verdict: Verdict): Promise<void> {
  const text = `${JSON.stringify(verdict, undefined, 2)}\n`
  try {
    await kit.disk.write(fileOf(kit, verdict.exercise), new TextEncoder().encode(text))
  } catch (error) {
    throw writeTrouble(error, 'the verdict', kit.work)
  }
}

/**
 * The last check of an exercise that broke a promise; of the one that is worked on where none is
 * named. Undefined where there was none, or a later one kept all of them.
 *
 * @throws LearnerError `unknown-exercise` or `no-exercise-folder`
 */
export async function lastFailure(kit: Kit, slug?: string): Promise<LastFailure | undefined> {
  const chosen = slug ?? (await readProgress(kit)).progress.current
  if (chosen === null) return undefined
  const workplace = await workplaceOf(kit, chosen)
  const verdict = await lastVerdict(kit, chosen)
  if (verdict === undefined || verdict.state === 'passed') return undefined
  return { verdict, brief: await briefLinkOf(kit, workplace, verdict) }
}

/** What repeats that failure; undefined where there is none, or it cannot be repeated. */
export async function lastToken(kit: Kit, slug: string): Promise<string | undefined> {
  const failure = await lastFailure(kit, slug)
  return failure === undefined ? undefined : tokenOf(failure.verdict)
}

/** That failure as a Mermaid diagram; undefined where it is of no simulated run. */
export async function diagramOfLast(kit: Kit, slug?: string): Promise<string | undefined> {
  const failure = await lastFailure(kit, slug)
  if (failure === undefined) return undefined
  const { dir } = await workplaceOf(kit, failure.verdict.exercise)
  return diagramOf(failure.verdict, { exerciseDir: dir })
}

/** What the last check came to; undefined where there was none, or its file is damaged. */
export async function lastVerdict(kit: Kit, slug: string): Promise<Verdict | undefined> {
  const content = await kit.disk.read(fileOf(kit, slug))
  if (content === undefined) return undefined
  try {
    return verdictSchema.safeParse(JSON.parse(new TextDecoder().decode(content))).data
  } catch {
    return undefined
  }
}

function fileOf({ work }: Kit, slug: string): string {
  return path.join(work, 'last', `${slug}.json`)
}
