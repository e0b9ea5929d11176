import type { Emitted } from '../engine/observer.ts'
import type { Tally } from '../engine/tally.ts'
import type { Fault } from '../faults/fault.ts'
import type { Operation } from '../history/operation.ts'
import { tokenOf } from '../replay/token-of.ts'
import { storyOf } from '../trace/story-of.ts'
import type { Trace, TraceFinding } from '../trace/trace.ts'
import { KIT_VERSION } from '../version.ts'
import type { Definition, EndCheck, RunEnd } from './definition.ts'
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
  /** What became of messages and nodes. */
  readonly tally: Tally
  /** Strikes of the adversary, as faults of a plan that would do the same. */
  readonly strikes: readonly Fault[]
  readonly events: number
  readonly endMs: number
  /** Equal hashes, equal runs. */
  readonly hash: string
  /** Kept when the run was asked for in full, or found something. */
  readonly trace: Trace | null
  /**
   * Repeats the run: `npx five-pillars check <exercise> --replay <token>`. Empty for a run with
   * faults that were made by hand: they are in no plan.
   */
  readonly token: string
  /**
   * @throws RunFailed with the story of the run and the command that repeats it, when there are
   *   findings
   */
  assert(): void
}

/** A verdict indents it, and still fits a terminal of 80. */
const FAILURE_COLUMNS = 76

/** A run in which something happened that must not. */
export class RunFailed extends Error {
  override name = 'RunFailed'
  readonly report: Report
  /** The token that repeats the run; a judge reads it off whatever was thrown. */
  readonly replay: string

  constructor(report: Report) {
    super(failureText(report))
    this.report = report
    this.replay = report.token
  }
}

function failureText({ trace, findings, scenario, token, run }: Report): string {
  const [first] = findings
  const said = first === undefined ? '' : `${first.rule}: ${first.text}`
  const story = trace === null ? said : storyOf(trace, { columns: FAILURE_COLUMNS })
  const again = `npx five-pillars check ${scenario} --replay ${token}`
  return [story, '', `seed ${run.seed}${token === '' ? '' : `; again: ${again}`}`].join('\n')
}

/**
 * Looks at a run that has ended.
 *
 * @param isPlanned whether all its faults are in its plan, so that a token can repeat it
 */
export function reportOf<M>(
  definition: Definition<M>,
  run: SettledRun,
  world: World<M>,
  isPlanned = true,
): Report {
  const { engine } = world
  const endMs = Math.min(run.runMs, Math.max(engine.nowMs, world.healedAt ?? 0))
  const history = world.clients?.history.operations() ?? []
  const unknown: string[] = []
  const findings = [...engine.findings]
  if (!engine.isStopped) {
    const end = {
      history,
      emitted: world.emitted,
      healedAt: run.healAtMs,
      endMs: run.runMs,
      servers: run.servers,
    }
    // Whatever must be well in the end is asked of a run that has come to its end, and was healed.
    const isWhole = !world.goesOn && run.healAtMs <= run.runMs
    for (const check of world.endChecks) {
      if (isWhole || isSafety(check)) findings.push(...lookAt(check, end, unknown))
    }
  }
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
    tally: { ...engine.tally },
    strikes: world.strikes.done,
    events: engine.events,
    endMs,
    hash: engine.hash.toString(),
    trace: traceOf(definition, run, world, { endMs, findings }),
    // Not before somebody asks: a token compares the run with the one that its seed draws.
    get token(): string {
      return isPlanned ? tokenOf(definition, run) : ''
    },
    assert(): void {
      if (findings.length > 0) throw new RunFailed(report)
    },
  }
  return report
}

/** What is broken at any moment is broken for ever. */
function isSafety({ kind }: EndCheck): boolean {
  return kind !== 'liveness' && kind !== 'convergence'
}

function lookAt(check: EndCheck, end: RunEnd, unknown: string[]): TraceFinding[] {
  const problem = check.check(end)
  if (problem === null) return []
  if (problem.isUnknown === true) {
    unknown.push(`${check.text}: ${problem.text}`)
    return []
  }
  return [{ at: end.endMs, ...problem, kind: check.kind, rule: check.text }]
}

function traceOf<M>(
  { name, show = {} }: Definition<M>,
  run: SettledRun,
  world: World<M>,
  { endMs, findings }: Pick<Trace, 'endMs' | 'findings'>,
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
    findings,
    hash: world.engine.hash.toString(),
    show,
  }
}
