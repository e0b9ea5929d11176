export type { Clock, Disk, Env, Node, NodeId, Rng, TimerId } from './contract.ts'
export type { Fault, FaultKind, Target } from './faults/fault.ts'
export type { Operation, OutcomeKind } from './history/operation.ts'
export type { Trace, TraceEvent, TraceFinding, TraceNode } from './trace/trace.ts'
