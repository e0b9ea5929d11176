import type { NodeId } from '../contract.ts'
import type { LossReason } from '../trace/trace.ts'
import type { Host } from './host.ts'
import type { Link } from './link.ts'
import type { Disturbance, Emitted } from './observer.ts'

/** What an engine tells whoever records, counts and checks a run. Times are milliseconds. */
export interface Watchers<M> {
  send(at: number, message: number, link: Link<M>, msg: M, isDuplicate: boolean): void
  deliver(at: number, message: number): void
  /** @param dueAt when it would have arrived, where it was taken from its way */
  lose(at: number, message: number, why: LossReason, dueAt?: number): void
  timer(at: number, node: NodeId, name: string): void
  life(at: number, what: 'start' | 'crash' | 'restart' | 'pause' | 'resume', node: NodeId): void
  emit(emitted: Emitted, host: Host<M>): void
  /** Called right after a write, which is not synced yet, and right before the disk is synced. */
  disk(what: 'put' | 'sync', host: Host<M>): void
  disturb(disturbance: Disturbance): void
}
