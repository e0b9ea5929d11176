import { raftWorld } from '../fixtures/raft/raft-scenario.ts'
import { simulate } from '../src/scenario/simulate.ts'
import { bareEngine, bareLoop } from './bare.ts'
import { benchHistories } from './histories.ts'

const ROUNDS = 5
const RAFT_SEEDS = 150
const ALARM_SEEDS = 3000

/** What one thread does: each round measures all in turn, and the best round counts. */
export async function bench(): Promise<void> {
  const rounds = Array.from({ length: ROUNDS }, () => ({
    loop: bareLoop(),
    engine: bareEngine('exponential'),
    uniform: bareEngine('uniform'),
    raft: raftRuns(RAFT_SEEDS, false),
    strict: raftRuns(RAFT_SEEDS, true),
  }))
  const loop = best(rounds.map((round) => round.loop))
  const engine = best(rounds.map((round) => round.engine))
  const raft = best(rounds.map((round) => round.raft))
  const strict = best(rounds.map((round) => round.strict))
  const uniform = best(rounds.map((round) => round.uniform))
  // Best against best: on a busy machine the luckiest round would flatter it.
  const share = engine.perS / loop.perS
  row('heap, draw and closure alone', `${millions(loop.perS)} M events/s`, `heap of ${loop.length}`)
  row('bare engine', `${millions(engine.perS)} M events/s`, 'at least 1 M')
  row('  of the loop, best of each', `${Math.round(100 * share)} %`, 'at least 40 %')
  row('  with uniform latency', `${millions(uniform.perS)} M events/s`, 'another draw')
  row('Raft, faults, invariants', `${millions(raft.perS)} M events/s`, 'at least 0.4 M')
  row('  8 virtual seconds of it', `${raft.msEach.toFixed(1)} ms`, 'at most 15 ms')
  row('  the same, all frozen', `${strict.msEach.toFixed(1)} ms`, '')
  row('  virtual against real time', `${Math.round(8000 / raft.msEach)} ×`, '')

  const alarms = raftRuns(ALARM_SEEDS, true)
  const time = `${(alarms.ms / 1000).toFixed(1)} s`
  row(`${ALARM_SEEDS} seeds of the reference`, `${alarms.alarms} alarms`, `none; ${time}`)

  const histories = benchHistories()
  const agree = `${histories.agree} of ${histories.histories} agree`
  row('recorded histories', `${histories.ms.toFixed(0)} ms`, `at most 2 s; ${agree}`)
}

function best<T extends { readonly perS: number }>(all: readonly T[]): T {
  return all.reduce((first, next) => (next.perS > first.perS ? next : first))
}

interface RaftFigures {
  readonly perS: number
  readonly msEach: number
  readonly ms: number
  readonly alarms: number
}

/** Eight virtual seconds of five servers for each seed, as suites run it. */
function raftRuns(seeds: number, strict: boolean): RaftFigures {
  const raft = simulate(raftWorld())
  let events = 0
  let alarms = 0
  const start = performance.now()
  for (let seed = 1; seed <= seeds; seed++) {
    const report = raft.run({ seed, strict, profile: { nodes: 5 } })
    events += report.events
    alarms += report.findings.length + report.unknown.length
  }
  const ms = performance.now() - start
  return { perS: (1000 * events) / ms, msEach: ms / seeds, ms, alarms }
}

function row(what: string, value: string, bar: string): void {
  console.log(`${what.padEnd(32)}${value.padStart(18)}   ${bar}`)
}

function millions(perS: number): string {
  return (perS / 1e6).toFixed(2)
}
