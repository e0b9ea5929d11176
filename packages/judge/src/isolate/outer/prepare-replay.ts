/** Evaluated in the suite's realm, with an exercise's world: runs the world of a token again. */
// First, since the others may ask for timers as they load.
// oxlint-disable-next-line import/no-unassigned-import -- it is there for what it does
import './absent-globals.ts'

import {
  BadPlan,
  BadToken,
  decodeToken,
  runAsync,
  runOf,
  storyOf,
  traceMermaid,
  traceSvg,
} from '@five-pillars/simulator'
import type { Report, Scenario } from '@five-pillars/simulator'

import type { Explored } from '../../replay/explored.ts'
import type { Replayed } from '../../replay/replayed.ts'
import type { ExploreTask, ReplayTask, Task } from '../../run/task.ts'
import { openBorder } from './open-border.ts'

interface ScenarioModule {
  readonly scenario?: (subject: unknown) => Scenario<unknown>
}

/** Opens the border and makes the world ready to run. */
export function prepareReplay({ scenario }: ScenarioModule): void {
  const realm = globalThis.fivePillars
  const { exportsOf, reporter } = openBorder()

  realm.run = (namespace, task) => {
    void answer(exportsOf(namespace), task)
  }

  async function answer(subject: unknown, task: Task): Promise<void> {
    if (task.kind === 'replay') {
      reporter.report({ kind: 'replayed', replayed: await replay(subject, task) })
    } else if (task.kind === 'explore') {
      reporter.report({ kind: 'explored', explored: await explore(subject, task) })
    } else throw new Error(`a world cannot do this: ${task.kind}`)
  }

  /** Runs none where the exercise has no world that is only made of a subject. */
  async function explore(subject: unknown, { from, count }: ExploreTask): Promise<Explored> {
    if (scenario === undefined) return { ran: 0, broken: null }
    for (let ran = 1; ran <= count; ran++) {
      const seed = from + ran - 1
      const { findings, token } = await runAsync(scenario(subject), { seed })
      const [first] = findings
      if (first === undefined) continue
      return { ran, broken: { seed, rule: first.rule, text: first.text, token } }
    }
    return { ran: count, broken: null }
  }

  async function replay(subject: unknown, task: ReplayTask): Promise<Replayed> {
    if (scenario === undefined) return refuse('exercise', 'scenario.ts exports no "scenario"')
    try {
      const content = decodeToken(task.token, task.slug)
      return told(await runAsync(scenario(subject), { ...runOf(content), full: true }), task)
    } catch (error) {
      if (error instanceof BadToken) return refuse('token', error.problem, error.fix)
      if (error instanceof BadPlan) return refuse('token', error.message)
      throw error
    }
  }
}

function told({ findings, trace, hash }: Report, { columns, isRecorded }: ReplayTask): Replayed {
  if (trace === null) throw new Error('a run in full has a trace')
  return {
    kind: 'ran',
    holds: findings.length === 0,
    story: storyOf(trace, { columns }),
    mermaid: traceMermaid(trace),
    svg: traceSvg(trace),
    hash,
    ...(isRecorded ? { trace } : {}),
  }
}

function refuse(
  what: Extract<Replayed, { kind: 'refused' }>['what'],
  text: string,
  fix = 'Run: npx five-pillars check',
): Replayed {
  return { kind: 'refused', what, text, fix }
}
