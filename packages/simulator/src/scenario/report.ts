import type { Emitted } from '../engine/observer.ts'
import type { Fault } from '../faults/fault.ts'
import type { Operation } from '../history/operation.ts'
import { tokenOf } from '../replay/token-of.ts'
import { storyOf } from '../trace/story-of.ts'
import type { Trace, TraceFinding } from '../trace/trace.ts'
import { KIT_VERSION } from '../version.ts'
import type { Definition, EndCheck } from './definition.ts'
import type { SettledRun } from './plan.ts'
import type { World } from './world.ts'

/** What came of one run. */
export interface Report {
  /** Name of the scenario. */
  readonly scenario: string
  /** The run in every detail, so that it can be repeated and made smaller. */
  readonly run: SettledRun
  /** What must not happen and did: at most one thing during the run, or some at its end. */
  readonly findings: readonly TraceFinding[]
  /** Checks that ran out of their budget: neither passed nor failed. */
  readonly unknown: readonly string[]
  readonly history: readonly Operation[]
  readonly emitted: readonly Emitted[]
  /** How often each danger was met. */
  readonly coverage: Readonly<Record<string, number>>
  /** Strikes of the adversary, as faults of a plan that would do the same. */
  readonly strikes: readonly Fault[]
  readonly events: number
  readonly endMs: number
  /** Equal hashes, equal runs. */
  readonly hash: string
  /** Kept when the run was asked for in full, or found something. */
  readonly trace: Trace | null
  /** Repeats the run: `npx five-pillars check <exercise> --replay <token>`. */
  readonly token: string
  /**
   * @throws RunFailed with the story of the run and the command that repeats it, when there are
   *   findings
   */
  assert(): void
}

/** A run in which something happened that must not. */
export class RunFailed extends Error {
  override name = 'RunFailed'
  readonly report: Report

  constructor(report: Report) {
    super(failureText(report))
    this.report = report
  }
}

function failureText({ trace, findings, scenario, token, run }: Report): string {
  const [first] = findings
  const said = first === undefined ? '' : `${first.rule}: ${first.text}`
  const story = trace === null ? said : storyOf(trace)
  return [
    story,
    '',
    `seed ${run.seed}; again: npx five-pillars check ${scenario} --replay ${token}`,
  ].join('\n')
}

/** Looks at a run that has ended. */
export function reportOf<M>(definition: Definition<M>, run: SettledRun, world: World<M>): Report {
  const { engine } = world
  const endMs = Math.min(run.runMs, Math.max(engine.nowMs, world.healedAt ?? 0))
  const history = world.clients?.history.operations() ?? []
  const unknown: string[] = []
  if (!engine.isStopped) {
    const end = {
      history,
      emitted: world.emitted,
      healedAt: run.healAtMs,
      endMs: run.runMs,
      servers: run.servers,
    }
    for (const check of world.endChecks) {
      if (isDue(check, run)) lookAt(check, end, world, unknown)
    }
  }
  const findings = [...engine.findings]
  const report = {
    scenario: definition.name,
    run,
    findings,
    unknown,
    history,
    emitted: world.emitted,
    coverage: Object.fromEntries(
      world.dangers.map(({ danger, observer }) => [danger.text, observer.count()]),
    ),
    strikes: world.strikes.done,
    events: engine.events,
    endMs,
    hash: engine.hash.toString(),
    trace: traceOf(definition, run, world, endMs),
    // Not before somebody asks: a token compares the run with the one that its seed draws.
    get token(): string {
      return tokenOf(definition, run)
    },
    assert(): void {
      if (findings.length > 0) throw new RunFailed(report)
    },
  }
  return report
}

/** What must be well again after the healing is not asked of a run that ends before it. */
function isDue({ kind }: EndCheck, { healAtMs, runMs }: SettledRun): boolean {
  return healAtMs <= runMs || (kind !== 'liveness' && kind !== 'convergence')
}

function lookAt<M>(
  check: EndCheck,
  end: Parameters<EndCheck['check']>[0],
  world: World<M>,
  unknown: string[],
): void {
  const problem = check.check(end)
  if (problem === null) return
  if (problem.isUnknown === true) unknown.push(`${check.text}: ${problem.text}`)
  else world.find({ ...problem, kind: check.kind, rule: check.text })
}

function traceOf<M>(
  { name, show = {} }: Definition<M>,
  run: SettledRun,
  world: World<M>,
  endMs: number,
): Trace | null {
  if (world.recorder === undefined) return null
  return {
    version: 1,
    world: name,
    kit: KIT_VERSION,
    seed: run.seed,
    nodes: world.nodes,
    endMs,
    healedAt: world.healedAt,
    events: world.recorder.events,
    findings: [...world.engine.findings],
    hash: world.engine.hash.toString(),
    show,
  }
}
