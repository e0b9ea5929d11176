import { runAsync } from '@five-pillars/simulator'
import type { Fault, Operation, Profile, Report, RunOptions } from '@five-pillars/simulator'
import { BrokenPromise, brokenWorld } from '@five-pillars/suite'
import fc from 'fast-check'

import { scenario } from '../../scenario.ts'
import type { Subject } from '../../scenario.ts'
import { tellRun } from './tell-run.ts'
import { failuresOf, smallest } from './worlds.ts'

const LATENCY_MS = 15
const ROUND_TRIP_MS = 2 * LATENCY_MS

/** Nothing but the network takes time here: this is for what rounding does to it. */
const SLACK_MS = 1

const RUNS = 12
const RUN_MS = 1000
const FAILURES_MAX = 4

interface Run {
  readonly seed: number
  readonly nodes: number
}

/** Nothing that any run shows contradicts a register that is in one place. */
export async function looksLikeOne(subject: Subject): Promise<void> {
  const failures = await failuresOf(subject)
  if (failures.length > 0) throw await brokenRun(subject, failures)
}

/** Whatever was down, every call ends when the world is healed. */
export async function endsAfterFaults(subject: Subject): Promise<void> {
  await expectEnds(subject, ({ seed, nodes }) => ({ seed, profile: { nodes, loss: 0.1 } }))
}

/** A minority that is down from the first moment to the last stops nobody. */
export async function survivesMinority(subject: Subject): Promise<void> {
  await expectEnds(subject, ({ seed, nodes }) => {
    const plan = crashMinority(nodes, seed)
    return { seed, plan, profile: { nodes, loss: 0 }, healAtMs: RUN_MS }
  })
}

/** Whether a value is right is another promise. */
async function expectEnds(subject: Subject, optionsOf: (run: Run) => RunOptions): Promise<void> {
  const failures: Report[] = []
  for (const run of runs()) {
    const report = await runAsync(scenario(subject), optionsOf(run))
    if (report.findings[0]?.kind === 'linearizability' || report.findings.length === 0) continue
    failures.push(report)
    if (failures.length === FAILURES_MAX) break
  }
  if (failures.length > 0) throw await brokenRun(subject, failures)
}

/** Where each message takes 15 ms, two round trips take 60 ms, also without a minority. */
export async function takesTwoRoundTrips(subject: Subject): Promise<void> {
  const weather: Partial<Profile> = {
    loss: 0,
    duplicate: 0,
    spread: 'constant',
    latencyMs: LATENCY_MS,
  }
  for (const { seed, nodes } of runs()) {
    const plan = seed % 2 === 0 ? [] : crashMinority(nodes, seed)
    const options = { seed, plan, profile: { ...weather, nodes }, runMs: RUN_MS, healAtMs: RUN_MS }
    const { history, findings } = await runAsync(scenario(subject), options)
    const finding = findings.find(({ kind }) => kind !== 'linearizability')
    if (finding !== undefined) throw new BrokenPromise(`${finding.rule}: ${finding.text}.`)
    const slow = history.find((call) => durationOf(call) > 2 * ROUND_TRIP_MS + SLACK_MS)
    if (slow !== undefined) throw new BrokenPromise(tellSlow(slow, nodes, plan))
  }
}

function* runs(): Generator<Run> {
  const { seed = 0 } = fc.readConfigureGlobal()
  for (let nth = 0; nth < RUNS; nth++) yield { seed: seed + nth, nodes: nth % 4 < 2 ? 3 : 5 }
}

function crashMinority(nodes: number, seed: number): Fault[] {
  const ids = ['a', 'b', 'c', 'd', 'e'].slice(0, nodes)
  const minority = Math.ceil(nodes / 2) - 1
  return Array.from({ length: minority }, (_, nth) => {
    const node = ids[(seed + nth) % nodes]
    if (node === undefined) throw new Error('sentinel-abd-register-register-checks.ts: no node')
    return { kind: 'crash', at: 0, for: RUN_MS, node }
  })
}

function durationOf({ invokedAt, returnedAt }: Operation): number {
  return returnedAt === null ? 0 : returnedAt - invokedAt
}

function tellSlow(call: Operation, nodes: number, plan: readonly Fault[]): string {
  const took = `${Math.round(durationOf(call))} ms`
  const what = JSON.stringify(call.input).includes('write') ? 'write' : 'read'
  const down = plan.length === 0 ? 'all are up' : `${plan.length} of them down`
  return [
    `A ${what} took ${took}; two round trips are ${2 * ROUND_TRIP_MS} ms.`,
    `  ${nodes} replicas, ${down}; each message takes ${LATENCY_MS} ms, and none is lost.`,
  ].join('\n')
}

async function brokenRun(subject: Subject, failures: readonly Report[]): Promise<Error> {
  const report = await smallest(subject, failures)
  return brokenWorld(report, tellRun(report))
}
