import { createHash } from 'node:crypto'

/** Why a version was kept. */
export const REASONS = ['check', 'restore', 'reset', 'catchup', 'starter', 'save'] as const
export type Reason = (typeof REASONS)[number]

/** One state of a learner's file that was kept. */
export interface Version {
  /** 1, 2, …: the order in which they were kept, whatever the clock said. */
  readonly number: number
  /** Milliseconds since 1970, by the clock of that moment. */
  readonly at: number
  readonly reason: Reason
  /** The first 16 hex digits of SHA-256 of the content. */
  readonly hash: string
  /** Open checks that it kept; null where it was not checked. */
  readonly result: { readonly kept: number; readonly of: number } | null
  /** Whether the file holds this text now. */
  readonly isCurrent: boolean
}

/** What the name of a kept file says: the folder is its own index, and people can read it. */
export type Entry = Omit<Version, 'result' | 'isCurrent'>

export function hashOf(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 16)
}

/** `00000012-20261127T091233000Z-check-3f2a9c0d1e4b5a67.ts` */
export function nameOf({ number, at, reason, hash }: Entry): string {
  const time = new Date(at).toISOString().replaceAll(/[-:.]/g, '')
  return `${String(number).padStart(8, '0')}-${time}-${reason}-${hash}.ts`
}

const NAME = /^(\d{6,})-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z-([a-z]+)-([0-9a-f]{16})\.ts$/

/** Undefined for a file of any other name: whoever put it there may keep it there. */
export function entryOf(name: string): Entry | undefined {
  const [, number, year, month, day, hour, minute, second, ms, why, hash = ''] =
    NAME.exec(name) ?? []
  const reason = REASONS.find((known) => known === why)
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.${ms}Z`)
  if (number === undefined || reason === undefined || Number.isNaN(at)) return undefined
  return { number: Number(number), at, reason, hash }
}
