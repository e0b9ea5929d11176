import { endOf } from '../history/end-of.ts'
import type { Operation } from '../history/operation.ts'
import { timeText } from '../trace/time-text.ts'
import type { Scalar } from './models/model.ts'
import type { RegisterInput } from './models/register-call.ts'

export type RegisterCall = Operation<RegisterInput, Scalar>

/** A value that a key had, named by itself, since no value is written twice. */
export interface Version {
  readonly value: Scalar
  /** Undefined for the initial value. */
  readonly write: RegisterCall | undefined
  /** By when it had taken effect for certain: its write had returned, or somebody had read it. */
  readonly knownBy: number
}

/**
 * All versions of one key. Throws if a value was written twice, or is the initial one: then nobody
 * can tell which of the two a read saw.
 */
export function versionsOf(
  calls: readonly RegisterCall[],
  initial: Scalar,
): ReadonlyMap<Scalar, Version> {
  const versions = new Map<Scalar, Version>()
  versions.set(initial, { value: initial, write: undefined, knownBy: -Infinity })
  for (const call of calls) {
    if (call.input.kind !== 'write' || call.outcome === 'fail') continue
    const { value } = call.input
    const same = versions.get(value)
    if (same !== undefined) throw new Error(describeRepetition(call, value, same))
    versions.set(value, { value, write: call, knownBy: endOf(call) })
  }
  for (const call of calls) {
    const version = versionRead(call, versions)
    if (version === undefined || version.knownBy <= endOf(call)) continue
    versions.set(version.value, { ...version, knownBy: endOf(call) })
  }
  return versions
}

/** The version that a call read; undefined unless it is a read, was answered, and saw one. */
export function versionRead(
  call: RegisterCall,
  versions: ReadonlyMap<Scalar, Version>,
): Version | undefined {
  if (!isAnsweredRead(call) || call.output === undefined) return undefined
  const version = versions.get(call.output)
  const writtenFrom = version?.write?.invokedAt ?? -Infinity
  return writtenFrom > endOf(call) ? undefined : version
}

export function isAnsweredRead(call: RegisterCall): boolean {
  return call.input.kind === 'read' && call.output !== undefined && endOf(call) < Infinity
}

/**
 * Whether one version came before another for certain: it had taken effect before the write of the
 * other began. Versions whose writes overlap are in either order.
 */
export function isOlder(one: Version, other: Version): boolean {
  if (other.write === undefined) return false
  if (one.knownBy < other.write.invokedAt) return true
  // A client knows the order of its own writes, also of those that touch in time.
  return (
    one.write?.client === other.write.client &&
    one.write.invokedAt < other.write.invokedAt &&
    endOf(one.write) === other.write.invokedAt
  )
}

/** `c2 had written it by 20 ms`. */
export function describeOrigin({ write, knownBy }: Version): string {
  if (write === undefined) return 'it was there from the start'
  const isAnswered = endOf(write) === knownBy
  const effect = isAnswered ? 'had written it by' : 'began to write it, and it had been read by'
  return `${write.client} ${effect} ${timeText(knownBy)}`
}

function describeRepetition(call: RegisterCall, value: Scalar, same: Version): string {
  const text = JSON.stringify(value)
  const other = same.write
  const before =
    other === undefined
      ? `is what ${call.key} began with`
      : `was also written by ${other.client} at ${timeText(other.invokedAt)}`
  return `${call.client} writes ${call.key} = ${text} at ${timeText(call.invokedAt)}, but ${text} ${before}. Session guarantees can be checked only if each written value is unique.`
}
