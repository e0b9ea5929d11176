export type { Clock, Disk, Env, Node, NodeId, Rng, TimerId } from './contract.ts'
export { appendStore } from './checks/models/append-store.ts'
export { casRegister } from './checks/models/cas-register.ts'
export { register } from './checks/models/register.ts'
export { linearizable } from './checks/linearizable.ts'
export { DiskFull } from './engine/disk-state.ts'
export type { Disturbance, Emitted, Observer, Sent } from './engine/observer.ts'
export type { Fault, FaultKind, Target } from './faults/fault.ts'
export type { Rule } from './faults/rule.ts'
export { BadPlan } from './faults/validate-plan.ts'
export type { Operation, OutcomeKind } from './history/operation.ts'
export type { Call, Outcome } from './history/recorder.ts'
export { createRng } from './random/create-rng.ts'
export { poissonGap } from './random/poisson-gap.ts'
export { BadToken, decodeToken } from './replay/token.ts'
export { runOf } from './replay/token-of.ts'
export { agree } from './rules/agree.ts'
export { linearizableRegister } from './rules/linearizable-register.ts'
export { neverBack } from './rules/never-back.ts'
export { once } from './rules/once.ts'
export { eventually, progressAfterHeal } from './rules/progress.ts'
export { changed, disturbed, emitted, unmetDangers } from './scenario/dangers.ts'
export type {
  Client,
  Clients,
  Danger,
  Definition,
  EndCheck,
  EndWatch,
  Invariant,
  RunEnd,
} from './scenario/definition.ts'
export type { OpenWorld } from './scenario/open-world.ts'
export type { RunOptions, SettledRun } from './scenario/plan.ts'
export { calm } from './scenario/profile.ts'
export type { Profile } from './scenario/profile.ts'
export { RunFailed } from './scenario/report.ts'
export type { Report } from './scenario/report.ts'
export { runAsync } from './scenario/run-async.ts'
export { simulate } from './scenario/simulate.ts'
export type { Scenario } from './scenario/simulate.ts'
export type { WorkItem } from './scenario/workload.ts'
export { assertTrace } from './trace/assert-trace.ts'
export { storyOf } from './trace/story-of.ts'
export type { Trace, TraceEvent, TraceFinding, TraceNode } from './trace/trace.ts'
export { traceMermaid } from './trace/trace-mermaid.ts'
export { traceSvg } from './trace/trace-svg.ts'
export { traceText } from './trace/trace-text.ts'
export { KIT_VERSION } from './version.ts'
